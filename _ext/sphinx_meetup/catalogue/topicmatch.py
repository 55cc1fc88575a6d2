"""The spellings of topics: when two are one, and where a title holds one.

A spelling is compared after NFKC and case folding, without what stands between its words: ``Cloud Native``,
``cloud-native`` and ``CloudNative`` are one; ``Go`` and ``golang`` are two. In a title a spelling of Latin letters
stands for itself only between borders of words (``Java`` is not in ``JavaScript``, yet in ``Java8``), one of katakana
or Hangul only as a whole word (Korean particles may follow), one of ideographs also within a longer run, where two
alone must begin it: ``京都`` is not in ``東京都``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LONGEST = 400
"""So much of a title is looked at."""
_APART = re.compile(r'\s[-‐-―~|:/]+(?=\s)')
_BETWEEN = re.compile(r'[\s_/・\-‐-―]+|(?<=[^\W_])\.(?=[^\W_])')
_DIGITS = re.compile(r'\d+(?![^\W\d_])')
_HANGUL_TAIL = re.compile(
    r'(?:은|는|이|가|을|를|의|에|에서|에게|로|으로|와|과|도|만|까지|부터|처럼|보다|이란|란|하기)(?![가-힣])'
)
_CHINESE_PARTICLES = frozenset('的和与與及在之是了用')
_SHORTEST_LATIN = 3
_SHORTEST = 2


class _Laid(NamedTuple):
    """A text without what stands between its words; ``breaks`` are the places where something stood."""

    text: str
    folded: str
    breaks: frozenset[int]


@lru_cache(maxsize=8192)  # the tags of an archive come again and again
def fold(spelling: str) -> str:
    """What all writings of a topic's name have in common; '' when no letter or digit is in it."""
    found = _lay(spelling.strip().lstrip('#＃')).folded
    return found if any(map(str.isalnum, found)) else ''


def is_searchable(folded: str) -> bool:
    """Whether a folded spelling is long enough to be looked for in titles: three Latin letters, or two others."""
    kinds = {_script(char) for char in folded} - {''}
    if kinds <= {'latin'}:
        return len(folded) >= _SHORTEST_LATIN and not folded.isdigit()  # `C++` is long enough
    return len(folded) >= (_SHORTEST_LATIN if kinds == {'hiragana'} else _SHORTEST)


class Matcher:
    """Finds spellings in titles, all in one pass: the cost of a title does not grow with their number."""

    def __init__(self, folded: Mapping[str, str], exact: Mapping[str, str]) -> None:
        """:param folded: folded spelling -> what it stands for; ``exact``: the same, for words whose case counts."""
        self._folded = _by_beginning(folded.items())
        self._exact = _by_beginning((_lay(word).text, name) for word, name in exact.items())

    def find(self, title: str) -> tuple[str, ...]:
        """What the title holds, in its order, each once. The longest spelling at a place is meant."""
        laid = _lay(title[:_LONGEST])
        found: dict[str, None] = {}
        place = 0
        while place < len(laid.text):
            length, name = max(
                self._at(laid, laid.folded, self._folded, place), self._at(laid, laid.text, self._exact, place)
            )
            if length:
                found[name] = None
            place += length or 1
        return tuple(found)

    @staticmethod
    def _at(laid: _Laid, text: str, table: Mapping[str, list[tuple[str, str]]], place: int) -> tuple[int, str]:
        for beginning in (text[place : place + 2], text[place]):
            for spelling, name in table.get(beginning, ()):
                end = place + len(spelling)
                if text.startswith(spelling, place) and _begins(laid, place, end) and _ends(laid, place, end):
                    return len(spelling), name
        return 0, ''


def _by_beginning(spellings: Iterable[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    """The spellings by their first two characters, the longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for spelling, name in sorted(spellings, key=lambda pair: (-len(pair[0]), pair)):
        if spelling:
            found.setdefault(spelling[:2], []).append((spelling, name))
    return found


def _lay(text: str) -> _Laid:
    """Take out what stands between words; what parts a title, `` - `` or `` : ``, becomes a line's end."""
    text = _APART.sub('\n', unicodedata.normalize('NFKC', text).strip())
    parts: list[str] = []
    breaks: set[int] = set()
    length = start = 0
    for match in _BETWEEN.finditer(text):
        if '\n' in match[0]:
            continue
        parts.append(text[start : match.start()])
        length += match.start() - start
        breaks.add(length)
        start = match.end()
    parts.append(text[start:])
    whole = ''.join(parts)
    # Letter by letter, so that a place in one is the same place in the other.
    folded = ''.join(small if len(small := char.casefold()) == 1 else char for char in whole)
    return _Laid(whole, folded, frozenset(breaks))


def _script(char: str) -> str:
    if not char.isalnum() and char != 'ー':
        return ''
    code = ord(char)
    if code < 0x1100:
        return 'latin'
    if 0x3041 <= code <= 0x309F:
        return 'hiragana'
    if 0x30A0 <= code <= 0x30FF:
        return 'katakana'
    if 0xAC00 <= code <= 0xD7AF or code <= 0x11FF:
        return 'hangul'
    return 'ideographs' if 0x3400 <= code <= 0x9FFF or code >= 0x20000 else 'latin'


def _begins(laid: _Laid, place: int, end: int) -> bool:
    if not place or place in laid.breaks:
        return True
    before, first = _script(laid.text[place - 1]), _script(laid.text[place])
    if before != first or not first:
        return True
    if first == 'ideographs':
        return (
            end - place > _SHORTEST
            or _script(laid.text[end - 1]) != first
            or laid.text[place - 1] in _CHINESE_PARTICLES
        )
    return first == 'hiragana'


def _ends(laid: _Laid, place: int, end: int) -> bool:
    if end == len(laid.text) or end in laid.breaks:
        return True
    last, after = _script(laid.text[end - 1]), _script(laid.text[end])
    if last == 'latin':
        if after == last:  # a version may follow: `Java8`
            return not laid.text[end - 1].isdigit() and bool(_DIGITS.match(laid.text, end))
        return laid.text[end] != '#' and laid.text[end : end + 2] != '++'
    if last == 'hangul' and after == last:
        return bool(_HANGUL_TAIL.match(laid.text, end))
    return after != 'katakana' or last != 'katakana'
