"""Where a text is code: fences, indented lines, ``<pre>``, and the code tags of other tools, which become fences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from .arguments import arguments
from .known import alternatives, known

if TYPE_CHECKING:
    from .shelter import Shelter

LONGEST = 5000
"""Longer lines are pasted data, and left alone like code."""
_START_TAG = 10
"""Over so many lines a tag may stand."""

_BEGINNINGS = frozenset(' \t\r>`~-+*_=#＃<{[:0123456789')
"""With any other letter a line is text, whatever stands above it."""
_FENCE = re.compile(r'`{3,}(?=[^`]*\Z)|~{3,}')
_DIRECTIVE = re.compile(r'(:{3,})\{([\w-]{1,30})\}')
_MARKER = re.compile(r'([-*+]|\d{1,9}[.)])(?:([ \t]{1,4})(?=\S)|[ \t]*\Z)')
_HEADING = re.compile(r'[#＃]{1,6}')
_RULE = re.compile(r'(?:=+|-+|(?:[-*_][ \t]*){3,60})[ \t]*\Z')
_RAW = re.compile(r'<(pre|style|textarea|script)(?=[\s>])', re.IGNORECASE)
_SHOWS = re.compile(r'\s(?:src|data-id|data-src)\s{0,3}=', re.IGNORECASE)
_TAGS = alternatives(known().code_tags)
_WORDS = alternatives((*known().code_tags, *known().code_languages))
_LIQUID = r'\{%-?[ \t]{0,5}'
_HUGO = r'\{\{[<%][ \t]{0,5}'
_ENDED = r'[ \t]{0,5}-?%\}'
_OPENING = re.compile(
    rf'{_LIQUID}(?P<liquid>{_TAGS})\b(?P<l_rest>[^%\n]{{0,300}})%\}}'
    rf'|{_HUGO}(?P<hugo>{_TAGS})\b(?P<h_rest>[^<>%\n]{{0,300}})[>%]\}}\}}'
    rf'|\[(?P<word>{_WORDS})(?P<w_rest>[ ][^\[\]\n]{{0,200}})?\](?!\()'
)
_CLOSING = re.compile(
    rf'{_LIQUID}end(?P<liquid>{_TAGS}){_ENDED}'
    rf'|{_HUGO}/[ ]?(?P<hugo>{_TAGS})[ \t]{{0,5}}[>%]\}}\}}|\[/(?P<word>{_WORDS})\]'
)
_INLINE = re.compile(
    rf'{_LIQUID}(?P<name>{_TAGS})\b[^%\n]{{0,300}}%\}}(?P<code>[^{{}}\n]{{1,300}}){_LIQUID}end(?P=name){_ENDED}'
)
_LANGUAGE = re.compile(r'[A-Za-z][\w+#-]{0,20}\Z')
_TICKS = re.compile(r'`{3,}')


class _Opening(NamedTuple):
    """A tag of another tool that begins code.

    :param closing: what the tag that ends it is called.
    :param end: where the tag ends in the line.
    """

    closing: str
    language: str
    end: int


def hide_code(lines: list[str], shelter: Shelter) -> None:
    """Put the code of a text away, in place. Cost linear in the length of the text."""
    scanner = _Scanner(lines, shelter)
    place = 0
    while place < len(lines):
        place = scanner.read(place)


class _Scanner:
    """Follows lists and quotes as far as is needed to tell code."""

    def __init__(self, lines: list[str], shelter: Shelter) -> None:
        self.lines = lines
        self.shelter = shelter
        self.offsets: list[int] = []
        """The columns where the content of the open lists begins."""
        self.depth = 0
        """How many quotes are open."""
        self.paragraph = False
        self.closings = _closings(lines)
        self.absent: set[str] = set()
        """What was searched for in vain, so that it is searched for once."""

    @property
    def base(self) -> int:
        return self.offsets[-1] if self.offsets else 0

    def read(self, place: int) -> int:
        """Read a line, and the code that begins on it; the place of the next line."""
        line = self.lines[place]
        if len(line) > LONGEST:
            self._hide(place)
            return place + 1
        if line and line[0] not in _BEGINNINGS:
            self.offsets.clear()
            self.depth, self.paragraph = 0, True
            return place + 1
        start, depth = _quoted(line) if line.lstrip()[:1] == '>' else (0, 0)
        if depth != self.depth:
            self.depth, self.paragraph = depth, False
            self.offsets.clear()
        text = line[start:].lstrip()
        if not text:
            self.paragraph = False
            return place + 1
        column = _indent(line, start)
        while self.offsets and column < self.offsets[-1]:
            self.offsets.pop()
        if column - self.base >= 4 and not self.paragraph:
            self._hide(place, start)
            return place + 1
        text = self._in_items(text.rstrip(), column)
        if not text:
            self.paragraph = False
            return place + 1
        return self._block(place, len(line.rstrip()) - len(text), text)

    def _in_items(self, text: str, column: int) -> str:
        """The text of a line after the marks of the list items that begin on it."""
        while text[:1] in '-*+0123456789' and (match := _MARKER.match(text)) and not _RULE.match(text):
            column += len(match[1]) + (4 if match[2] == '\t' else len(match[2] or ' '))
            self.offsets.append(column)
            self.paragraph = False
            text = text[match.end() :]
        return text

    def _block(self, place: int, start: int, text: str) -> int:
        first = text[0]
        if first in '`~' and (match := _FENCE.match(text)):
            return self._fence(place, start, match[0])
        if first == ':' and (match := _DIRECTIVE.match(text)) and match[2] in known().code_directives:
            return self._fence(place, start, match[1])
        if first == '<':
            end = self._raw(place, text)
            if end > place:
                for inside in range(place, end):
                    self._hide(inside)
                return end
        elif first in '{[' and self.closings and (opening := _opening(text)):
            closing = self._closing(opening.closing, place)
            if closing >= 0 and (end := self._other(place, start, opening, closing)):
                return end
        self.paragraph = not (_HEADING.match(text) or _RULE.match(text))
        return place + 1

    def _closing(self, name: str, place: int) -> int:
        """The line of the first tag so called below a place; -1 for none."""
        lines = self.closings.get(name, [])
        found = bisect_right(lines, place)
        return lines[found] if found < len(lines) else -1

    def _fence(self, place: int, start: int, mark: str) -> int:
        self._hide(place, start)
        self.paragraph = False
        for inside in range(place + 1, len(self.lines)):
            line = self.lines[inside]
            begin, depth = _quoted(line, self.depth)
            text = line[begin:].strip()
            if depth < self.depth or (text and _indent(line, begin) < self.base):
                return inside
            self._hide(inside, begin)
            if text.startswith(mark) and not text.strip(mark[0]):
                return inside + 1
        return len(self.lines)

    def _raw(self, place: int, text: str) -> int:
        """The place after an element or comment that is left alone; ``place`` for anything else."""
        if text.startswith('<!--'):
            return place if '-->' in text else self._after('-->', place, place)
        match = _RAW.match(text)
        if match is None:
            return place
        name = match[1].casefold()
        if name != 'script':
            return self._after(f'</{name}', place, len(self.lines))
        tag = '\n'.join([text, *self.lines[place + 1 : place + _START_TAG]]).partition('>')[0]
        return place if _SHOWS.search(tag) else self._after('</script', place, place)

    def _after(self, closing: str, place: int, otherwise: int) -> int:
        if closing not in self.absent:
            for inside in range(place, len(self.lines)):
                if closing in self.lines[inside].casefold():
                    return inside + 1
            self.absent.add(closing)
        return otherwise

    def _other(self, place: int, start: int, opening: _Opening, closing: int) -> int:
        """Turn another tool's code into a fence; 0 where there is no line for it."""
        line = self.lines[place]
        rest = line[start + opening.end :].strip()
        above = place - 1
        if rest and (place == 0 or self.lines[above].strip()):
            return 0
        inside = range(place + (0 if rest else 1), closing)
        longest = max((len(run) for one in inside for run in _TICKS.findall(self.lines[one])), default=2)
        mark = '`' * (longest + 1)
        if rest:
            self.lines[above] = line[:start]
            self.lines[place] = ' ' * start + rest
        else:
            above = place
        for one in inside:
            self._hide(one, _quoted(self.lines[one], self.depth)[0])
        self.lines[above] = line[:start] + self.shelter.hide(mark + opening.language)
        self.lines[closing] = line[: _quoted(line, self.depth)[0]] + ' ' * self.base + self.shelter.hide(mark)
        self.paragraph = False
        return closing + 1

    def _hide(self, place: int, start: int = 0) -> None:
        line = self.lines[place]
        start = len(line) - len(line[start:].lstrip())
        self.lines[place] = line[:start] + self.shelter.hide(line[start:])


def _quoted(line: str, most: int = 20) -> tuple[int, int]:
    """Where the text of a line begins after the marks of quotes, and how many there are."""
    place = depth = 0
    while depth < most and line[place:].lstrip(' ')[:1] == '>' and line[place : place + 4].lstrip(' ')[:1] == '>':
        place = line.index('>', place) + 1
        if line[place : place + 1] == ' ':
            place += 1
        depth += 1
    return place, depth


def _indent(line: str, start: int) -> int:
    """The column of the first letter from ``start`` on, tabs counted to the next of four."""
    column = 0
    for char in line[start:]:
        if char == ' ':
            column += 1
        elif char == '\t':
            column += 4 - column % 4
        else:
            break
    return column


def _closings(lines: list[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        text = line.lstrip(' >')
        if text[:2] in {'{%', '{{', '[/'} and (match := _CLOSING.fullmatch(text.rstrip())):
            kind = match.lastgroup or ''
            found[f'{kind} {match[kind]}'].append(place)
    return found


def _opening(text: str) -> _Opening | None:
    match = _OPENING.match(text)
    if match is None:
        return None
    kind = next(kind for kind in ('liquid', 'hugo', 'word') if match[kind])
    name = match[kind]
    return _Opening(f'{kind} {name}', _language(name, match[f'{kind[0]}_rest'] or ''), match.end())


def _language(name: str, rest: str) -> str:
    given = arguments(rest)
    plain = given.plain
    word = given.first(('lang', 'language')) or (plain[0] if plain and (name != 'codeblock' or len(plain) == 1) else '')
    if not word and (name == 'mermaid' or name in known().code_languages):
        word = name
    return word if _LANGUAGE.match(word) else ''


def code_tags_inline(text: str) -> str:
    """A text with code tags that stand within one line as spans of code."""
    return _INLINE.sub(lambda match: f'`{match["code"].strip()}`', text) if '{%' in text else text
