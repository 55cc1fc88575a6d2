"""Code is put out of sight while a text is repaired, and comes back as it was."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_RUN = re.compile(r'`+')
_BREAK = re.compile(r'\n(?=[ \t>]*(?:\n|\Z|[#|<:]|[-*+][ \t]|\d{1,9}[.)][ \t]))')
_ELEMENT = re.compile(r'<(?P<end>/)?(?P<name>code|pre|samp|kbd|tt|textarea)(?=[\s>])[^<>]{0,300}>', re.IGNORECASE)


class Shelter:
    """Keeps pieces of a text, each behind a mark of its own that nothing else in the text has."""

    def __init__(self, text: str) -> None:
        signs = map(chr, chain(range(0xE000, 0xF900), range(0xF0000, 0xFFFFE)))  # private use: no author means them
        self.sign = next(sign for sign in signs if sign not in text)
        self.pieces: list[str] = []
        self._mark = re.compile(f'{self.sign}(\\d+){self.sign}')

    def hide(self, piece: str) -> str:
        """The mark that stands for a piece of code."""
        self.pieces.append(piece)
        return f'{self.sign}{len(self.pieces) - 1}{self.sign}'

    def restore(self, text: str) -> str:
        """A text with all pieces back in their places."""
        if self.sign not in text:
            return text
        return self._mark.sub(lambda match: self.restore(self.pieces[int(match[1])]), text)

    def hide_spans(self, text: str) -> str:
        """A text with its spans of code (between backticks, in ``<code>``) put away. Cost linear in its length."""
        if '`' in text:
            text = self._without(text, _backticks(text))
        return self._without(text, _elements(text)) if '</' in text else text

    def _without(self, text: str, spans: Iterator[tuple[int, int]]) -> str:
        parts: list[str] = []
        done = 0
        for begin, end in spans:
            piece = text[begin:end]
            first, *more = piece.split('\n')
            parts += (text[done:begin], '\n'.join([self.hide(first), *map(self.hide, more)]))
            done = end
        return ''.join([*parts, text[done:]])


def _backticks(text: str) -> Iterator[tuple[int, int]]:
    """The spans between runs of as many backticks, each within one block."""
    breaks = (match.start() for match in _BREAK.finditer(text))
    edge, block = next(breaks, len(text)), 0
    runs: list[tuple[int, int, int]] = []
    for match in _RUN.finditer(text):
        while edge < match.start():
            edge, block = next(breaks, len(text)), block + 1
        runs.append((match.start(), match.end(), block))
    partner: list[int] = [-1] * len(runs)
    later: dict[tuple[int, int], int] = {}
    for place in range(len(runs) - 1, -1, -1):
        begin, end, block = runs[place]
        partner[place] = later.get((end - begin, block), -1)
        later[end - begin, block] = place
    place = 0
    while place < len(runs):
        begin = runs[place][0]
        close = partner[place]
        if close >= 0 and not (begin and text[begin - 1] == '\\'):
            yield begin, runs[close][1]
            place = close
        place += 1


def _elements(text: str) -> Iterator[tuple[int, int]]:
    """The elements of HTML that hold code, the outermost."""
    name, begin = '', 0
    closed = {match['name'].casefold(): match.start() for match in _ELEMENT.finditer(text) if match['end']}
    for match in _ELEMENT.finditer(text):
        found = match['name'].casefold()
        if not name and not match['end'] and closed.get(found, -1) > match.start():
            name, begin = found, match.start()
        elif name == found and match['end']:
            yield begin, match.end()
            name = ''
