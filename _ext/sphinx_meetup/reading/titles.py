"""Titles of talks: how alike two of them are, within a budget."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from .text import key

if TYPE_CHECKING:
    from collections.abc import Iterable

SURE = 0.9
"""From here on two titles are one with slips of the pen (measured on the corpus: no false pair)."""
DOUBTFUL = 0.65
"""From here on they may be one: said, never joined."""

_COMPARED = 200
"""So many letters of a title are compared."""
_BUDGET = 2_000_000
"""Products of lengths that one report may cost: fifty talks and fifty slots of common length, twice."""

_NUMBERS = re.compile(r'[0-9]+|[一二三四五六七八九十]+')


def likeness(one: str, other: str) -> float:
    """From 0 to 1: how alike two titles are once case, width, spaces and punctuation are gone."""
    return _alike(key(one), key(other), DOUBTFUL)


def _alike(a: str, b: str, least: float) -> float:
    """How alike two keys are; 0 as soon as it is plain that they stay below ``least``."""
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    if _told_apart(a, b):
        return 0.0
    a, b = a[:_COMPARED], b[:_COMPARED]
    if 2 * min(len(a), len(b)) < least * (len(a) + len(b)):
        return 0.0
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.quick_ratio() < least:
        return 0.0
    return matcher.ratio()


def _told_apart(a: str, b: str) -> bool:
    """Whether both keys hold numbers, and other ones: ``part1`` and ``part2`` are two talks, however alike."""
    one, other = _NUMBERS.findall(a), _NUMBERS.findall(b)
    return bool(one and other) and one != other


_LEADING = re.compile(
    '(?:[\\s>＞»・●■◆◇▶►▷☆★✔✅]|[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]|:[a-z0-9_+-]{2,30}:(?=\\s))+'
)


def plain_title(title: str) -> str:
    """A title without the emoji and marks that its author put before it, and the quotes around the whole."""
    lead = _LEADING.match(title)
    bare = title[lead.end() :].strip() if lead and lead.end() < len(title.rstrip()) else title.strip()
    match = _WHOLE_QUOTE.match(bare)
    return match['title'].strip() if match else bare


_WHOLE_QUOTE = re.compile(r'[「『《“"](?P<title>[^「」『』《》“”"]{2,200})[」』》”"]\Z')


class Titles:
    """Titles that others are compared with: equal ones are looked up, alike ones searched within a budget.

    Comparing costs the product of the lengths, and a report is written by a stranger: once the budget
    is spent only equal titles are found.
    """

    def __init__(self, titles: Iterable[str]) -> None:
        self._keys = dict.fromkeys(key(title) for title in titles)
        self._keys.pop('', None)
        self._budget = _BUDGET

    def has_key(self, title: str) -> bool:
        """Whether a title is among them but for case, width and punctuation."""
        return key(title) in self._keys

    def has(self, title: str, least: float) -> bool:
        """Whether a title is among them, or one that is at least so alike."""
        wanted = key(title)
        if wanted in self._keys:
            return True
        return not self.spent and any(self.likeness(wanted, other, least) >= least for other in self._keys)

    @property
    def spent(self) -> bool:
        """Whether nothing more will be found alike."""
        return self._budget <= 0

    def likeness(self, a: str, b: str, least: float) -> float:
        """:func:`likeness` of two keys, 0 when it is below ``least`` or the budget is spent."""
        self._budget -= 1 + (min(len(a), _COMPARED) * min(len(b), _COMPARED) if _near(a, b, least) else 0)
        return _alike(a, b, least) if self._budget >= 0 else 0.0


def _near(a: str, b: str, least: float) -> bool:
    return 2 * min(len(a), len(b)) >= least * (len(a) + len(b))
