"""Headings of Markdown as their authors meant them: ``##title``, ``##　title``, ``## title {#id}``, ``##title##``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .draft import Draft

_MARKED = re.compile(r'^([ ]{0,3})([#＃]{1,6})(?![#＃])([ \t\u00a0\u3000]{0,9})([^\n]{0,3000})$', re.MULTILINE)
_SPACES = ' \t\u00a0\u3000'
_ATTRIBUTES = re.compile(r'[ ]{0,3}\{[:#.][^{}\n]{0,200}\}[ ]{0,3}\Z')
_ANCHOR = re.compile(
    r'<a\s(?:(?!href)[^<>\n]){0,300}>([^<>\n]{0,300})</a>|<a\s(?:(?!href)[^<>\n]){0,300}/>', re.IGNORECASE
)
_PERMALINK = re.compile(r'\[[#¶§🔗]?\]\(#[^()\s]{0,200}\)')
_UNDERLINED = re.compile(
    r'(?<=[^\s])[ ]{0,3}(?:\{[:#.][^{}\n]{0,200}\}|<a\s[^<>\n]{0,200}></a>)[ ]{0,3}\n(?=[ ]{0,3}(?:=+|-+)[ ]{0,3}$)',
    re.MULTILINE,
)
_CLOSING = re.compile(r'(?<=[^\s#＃])[#＃]{2,6}[ ]{0,3}\Z')
_TAGGED = re.compile(r'[#＃]\S{1,60}(?:[ \u3000]+[#＃]\S{1,60}){1,20}\s*\Z')
_NUMBER = re.compile(r'\d{1,6}(?:\D{0,3}\Z|[\s、,.].{0,3}\Z)')


def repair_headings(draft: Draft) -> None:
    """Let every line that was meant as a heading be one. Cost linear.

    A single ``#word`` is a hashtag, unless the whole text writes its headings so.
    """
    text = draft.text
    if '#' in text or '＃' in text:
        meant = _headings_without_space(text)
        draft.rewrite(_MARKED, lambda found: _heading(found.match, meant))
    if any(end in text for end in ('\n=', '\n-')) and any(end in text for end in ('}', '</a>')):
        draft.remove(_UNDERLINED)


def _heading(match: re.Match[str], meant: frozenset[int]) -> str | None:
    indent, marks, space, title = match.groups()
    if not title.strip() or (not space and len(marks) == 1 and match.start() not in meant):
        return None
    words = _ATTRIBUTES.sub('', title)
    if '<' in words:
        words = _ANCHOR.sub(r'\1', words).strip()
    if '](#' in words:
        words = _PERMALINK.sub('', words).strip()
    if len(marks) > 1 and (closing := _CLOSING.search(words)) and len(closing[0].strip()) == len(marks):
        words = words[: closing.start()].rstrip()
    if words == title and '＃' not in marks and space[:1] in {' ', '\t'}:
        return None
    return f'{indent}{"#" * len(marks)} {words.strip(_SPACES)}'


def _headings_without_space(text: str) -> frozenset[int]:
    """Where a single ``#`` with a word right behind it begins a heading.

    That is so in a text all of whose headings lack the space, where each has something of its own below it or
    says more than one word; and for the first heading of a text, which is its title.
    """
    found = [match for match in _MARKED.finditer(text) if match[4].strip()]
    spaced = any(match[3] for match in found)
    deeper = any(len(match[2]) > 1 for match in found)
    meant: set[int] = set()
    titles: set[int] = set()
    for place, match in enumerate(found):
        if match[3] or len(match[2]) > 1 or _TAGGED.match(match[0].strip()) or _NUMBER.match(match[4]):
            continue
        after = found[place + 1] if place + 1 < len(found) else None
        leads = after is not None and len(after[2]) > 1
        if leads or text[match.end() : after.start() if after else len(text)].strip():
            meant.add(match.start())
        if _says_more(match[4]) and (not spaced or not place):
            titles.add(match.start())
    return frozenset(titles | meant if not spaced and (deeper or len(meant) > 1) else titles)


def _says_more(title: str) -> bool:
    """Whether what follows a single ``#`` at once is several words, as no hashtag is."""
    words = title.strip()
    return ' ' in words and '#' not in words and not words[:1].isdigit() and words[:1] not in '!/['
