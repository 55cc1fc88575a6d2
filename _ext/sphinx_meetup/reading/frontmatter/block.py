"""Where front matter begins and ends, and which tool's form it has. Nothing is parsed here.

Jekyll, Zenn and most others fence YAML with ``---``; Hugo also fences TOML with ``+++`` or begins with a JSON
object, Eleventy fences one with ``---json``; Hexo may leave the opening fence out; Pelican and MultiMarkdown write
``Title: …`` lines without any.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Literal

Form = Literal['yaml', 'toml', 'json', 'lines']

_LONGEST = 400
"""So many lines below the head are searched for a fence that was never opened."""
_JSON = 50_000
"""So long an object may be."""
_KEY = re.compile(r'([A-Za-z][\w-]{0,30})[ \t]?:(?:[ \t]|\Z)')
_MORE = re.compile(r'[ \t]|-[ \t]|#|\Z')
_FENCE = re.compile(r'-{3,80}[ \t]*\Z')

KNOWN = frozenset(
    {
        'title', 'date', 'tags', 'tag', 'categories', 'category', 'author', 'authors', 'slug', 'summary', 'layout',
        'description', 'draft', 'status', 'published', 'permalink', 'lang', 'emoji', 'type', 'topics', 'custompath',
        'modified', 'updated', 'keywords', 'comments', 'thumbnail', 'cover', 'toc', 'id', 'post_date', 'basename',
        'excerpt', 'subtitle', 'private', 'editurl', 'allow comments', 'convert breaks', 'image', 'language', 'alias',
    }
)  # fmt: skip
"""Keys that blogs have: lines without a fence are front matter only when they consist of these."""


@dataclass(frozen=True, slots=True)
class Block:
    """The head of a post.

    :param source: the text between the fences.
    :param first: the number of its first line.
    :param end: the number of the first line after the block, its closing fence included.
    """

    form: Form
    source: str
    first: int
    end: int


def find_block(text: str) -> Block | None:
    """The front matter of a text, or None. Cost linear in the block's length, bounded where no fence opened."""
    head = text[:200].partition('\n')[0].rstrip()
    if head == '---':
        return _fenced(text, 'yaml', {'---', '...'})
    if head == '---json':
        return _fenced(text, 'json', {'---'})
    if head == '+++':
        return _fenced(text, 'toml', {'+++'})
    if head.startswith('{') and not head.startswith(('{{', '{%', '{:')):
        return _object(text)
    if head.startswith('"'):
        return _open_object(text)
    return _unfenced(text) if _KEY.match(head) else None


def front_matter_lines(text: str) -> int:
    """How many lines at the head of a text are front matter, in any form."""
    block = find_block(text)
    return block.end - 1 if block else 0


def _fenced(text: str, form: Form, closing: set[str]) -> Block | None:
    lines = text.split('\n')
    for place in range(1, len(lines)):
        if lines[place].rstrip() in closing:
            return Block(form, '\n'.join(lines[1:place]), 2, place + 2)
    return None


def _object(text: str) -> Block | None:
    try:
        value, end = json.JSONDecoder(strict=False).raw_decode(text[:_JSON])
    except (ValueError, RecursionError):
        return None
    rest = text[end:].partition('\n')[0]
    if not isinstance(value, dict) or not value or rest.strip():
        return None
    return Block('json', text[:end], 1, text.count('\n', 0, end) + 2)


def _open_object(text: str) -> Block | None:
    """Hexo's other form: the members of a JSON object without its braces, down to ``;;;``."""
    lines = text[:_JSON].split('\n', _LONGEST)
    for place, line in enumerate(lines):
        if line.rstrip() == ';;;':
            return Block('json', '{' + '\n'.join(lines[:place]).rstrip().rstrip(',') + '}', 1, place + 2)
    return None


def _unfenced(text: str) -> Block | None:
    """Keys from the first line on, down to a ``---`` (Hexo), or to the first line that is no known key."""
    lines = text.split('\n', _LONGEST)
    keys: list[str] = []
    plain = 0
    """So many lines are known keys without anything else between them."""
    for place, line in enumerate(lines[:_LONGEST]):
        if _FENCE.match(line):
            if 'title' in keys and len(keys) > 1:
                return Block('yaml', '\n'.join(lines[:place]), 1, place + 2)
            break
        key = _KEY.match(line)
        if key:
            keys.append(key[1].casefold())
            if plain == place and keys[-1] in KNOWN:
                plain += 1
        elif not _MORE.match(line):
            break
    if plain > 1 and 'title' in keys[:plain]:
        return Block('lines', '\n'.join(lines[:plain]), 1, plain + 1)
    return None
