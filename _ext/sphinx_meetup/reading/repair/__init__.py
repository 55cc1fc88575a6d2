"""Leftovers of other tools become what they mean, line for line, before the Markdown is parsed.

A post is moved here from Jekyll, Hugo, Hexo, Zenn or Hatena with their tags in it. Each becomes Markdown or
plain HTML that the outline and the page both understand; what means nothing here vanishes, and what is lost
with it is said. The number of lines stays, so that every line that is named is the author's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ...model.problems import Code, Problem
from ..frontmatter import front_matter_lines
from .boxes import open_boxes
from .embeds import repair_embed
from .headings import repair_heading
from .tags import Tags

_FENCE = re.compile(r'[ ]{0,3}(?:[-*+][ ]|\d{1,3}[.)][ ])?[ ]{0,3}(`{3,}|~{3,})(.*)\Z')
_CODE = re.compile(r'(`+)(?!`)(?:.{0,400}?[^`])?\1(?!`)')
_FRAME = re.compile(r'[ ]{0,3}<iframe src="(https://[^"\s<>]{1,500})"></iframe>[ ]{0,3}\Z')
_LONGEST = 5000
"""Longer lines are pasted data."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text with as many lines as before, and what was lost in it."""

    text: str
    problems: tuple[Problem, ...] = ()


def repair(text: str) -> Repaired:
    """Turn the leftovers of other tools into Markdown. Code and YAML front matter stay as they are.

    Front matter of another form (TOML, JSON, a list of keys) is blanked: :mod:`..frontmatter` has read it from the
    original text. Cost linear in the length.
    """
    lines = text.split('\n')
    head = min(front_matter_lines(text), len(lines))
    if head and lines[0].rstrip() != '---':
        lines[:head] = [''] * head
    body = lines[head:]
    tags = Tags()
    free = _outside_code(body)
    previous = ''
    for place, line in enumerate(body):
        if free[place] and 0 < len(line) <= _LONGEST:
            changed = repair_heading(line, previous)
            changed = repair_embed(changed)
            body[place] = _outside_spans(changed, tags, head + place + 1)
        previous = body[place]
    _part_frames(body, free)
    open_boxes(body, free)
    problems = tuple(
        Problem(Code.LEFTOVER, f'"{what}" means nothing here and is left out; write Markdown in its place', line)
        for what, line in tags.lost.items()
    )
    return Repaired('\n'.join([*lines[:head], *body]), problems)


def _part_frames(lines: list[str], free: list[bool]) -> None:
    """Turn a frame into a plain address where text follows at once: a block of HTML would swallow it."""
    for place, (line, after) in enumerate(pairwise(lines)):
        if free[place] and after.strip() and (match := _FRAME.match(line)):
            lines[place] = f'<{match[1]}>'


def _outside_code(lines: list[str]) -> list[bool]:
    """For each line whether it stands outside fenced code."""
    free: list[bool] = []
    fence = ''
    for line in lines:
        match = _FENCE.match(line)
        if fence:
            free.append(False)
            if match and match[1].startswith(fence) and not match[2].strip():
                fence = ''
        elif match and '`' not in match[2]:
            fence = match[1]
            free.append(False)
        else:
            free.append(True)
    return free


def _outside_spans(line: str, tags: Tags, number: int) -> str:
    """A line with the tags outside its code spans replaced."""
    if '{' not in line and '](' not in line and '[' not in line:
        return line
    spans = [match.span() for match in _CODE.finditer(line)]
    edges = [0, *(edge for span in spans for edge in span), len(line)]
    parts = [line[begin:end] for begin, end in pairwise(edges)]
    whole = len(parts) == 1
    return ''.join(part if place % 2 else tags.replace(part, number, whole=whole) for place, part in enumerate(parts))
