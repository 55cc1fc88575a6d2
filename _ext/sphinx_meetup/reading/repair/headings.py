"""Headings as their authors meant them: ``##title``, ``##　title``, ``## title {#id}``, ``<h2>title</h2>``."""

from __future__ import annotations

import re

_TIGHT = re.compile(r'([ ]{0,3})([#＃]{1,6})[ ]{0,3}(?:　[ 　]{0,5})?([^\s#＃].*)\Z')
_ATTRIBUTES = re.compile(r'[ ]{0,3}\{[:#.][^{}]{0,80}\}[ ]{0,3}\Z')
_ALONE = re.compile(r'[ ]{0,3}\{:[^{}%]{1,80}\}[ ]{0,3}\Z')
_HTML = re.compile(r'[ ]{0,3}<h([1-6])(?:\s[^<>]{0,300})?>(.{1,500}?)</h\1>[ ]{0,3}\Z', re.IGNORECASE)
_SPACED = re.compile(r'[ ]{0,3}#{1,6}(?:[ \t]|\Z)')


def repair_heading(line: str, previous: str) -> str:
    """A line that was meant as a heading as one; any other as it is.

    A single ``#word`` is a hashtag, not a heading.

    :param previous: the line before it: inside a block of HTML a heading stays HTML.
    """
    if _ALONE.match(line):
        return ''  # kramdown's list of attributes for the block above
    if not previous.strip() and (match := _HTML.match(line)):
        return f'{"#" * int(match[1])} {match[2].strip()}'
    first = line.lstrip(' ')[:1]
    if first not in {'#', '＃'}:
        return line
    if not _SPACED.match(line):
        match = _TIGHT.match(line)
        if match is None or (len(match[2]) == 1 and not _is_meant(match[3], line)):
            return line
        line = f'{match[1]}{"#" * len(match[2])} {match[3]}'
    return _ATTRIBUTES.sub('', line)


def _is_meant(title: str, line: str) -> bool:
    """Whether a single ``#`` right before a word begins a heading: full-width space, or words with spaces."""
    if '\u3000' in line.split(title, 1)[0]:
        return True
    return ' ' in title.strip() and '#' not in title and not title[:1].isdigit() and title[:1] not in '!/['
