"""Units -> an index in pieces: a sorted dictionary of terms with postings, cut by size, and the texts of the units.

Format 2, all of it JavaScript that a page loads by script tags, so that it works from a folder as well:

- ``index.js``: ``meetupSearch.open({...})`` with ``format``, ``version``, ``units`` (how many), ``firsts`` (the first
  term of each piece of the dictionary), ``lengths`` (how many units each piece of texts has), ``common`` (terms of so
  many units that they tell little and their postings are large), ``alike`` (groups of folded words that mean the same).
- ``t<n>.js``: ``meetupSearch.terms(n, "term postings term postings ...")``, terms in the order of their UTF-16 code
  units, as in ``firsts``. Postings are numbers (:mod:`.written`),
  each the distance to the unit before times 16, plus the term's weight there (0 to 15).
- ``u<n>.js``: ``meetupSearch.units(n, first, [[address, title, trail, people, text, kind, part_of], ...])``, ``first``
  being the number of its first unit; ``part_of`` is left out where it is -1.
- What units belong together, and what they can be chosen by: :mod:`.items`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from .terms import terms
from .written import call, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .units import Unit

FORMAT = 2
WEIGHTS = {'title': 8.0, 'people': 7.0, 'trail': 2.0, 'text': 1.0}
"""How much more a word says in a title than in a text."""
_SATURATION = 1.2
_WEIGHT = {f'{weight:x}': weight for weight in range(16)}
_COMMON = 0.15
_MANY = 500
"""A common term is one of this share of all units and of this many: below that, its postings are quickly loaded."""
_NEAR = 1 << 12
"""Units whose distances are written once for all."""
_TERMS_A_PIECE = 5_000
_TEXT_A_PIECE = 3_000
"""Letters of a piece. A query wants a few terms and the texts of at most 16 units, from as many pieces: small ones make
a query small, and a large archive's folder full of files."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A unit's terms with their weights: what is kept of a document until it changes.

    :param terms: ``term weight term weight ...``, sorted; a weight is one digit of base 16. As one text a thousand
        reports' are read in a fraction of the time that they take as pairs.
    """

    terms: str

    @property
    def weights(self) -> dict[str, int]:
        """The weight of each term."""
        words = self.terms.split(' ')
        return {term: int(digit, 16) for term, digit in zip(words[::2], words[1::2], strict=False)}


def weigh(unit: Unit) -> Weighed:
    """How much each term says of a unit, from 0 to 15 on a scale of logarithms."""
    found: dict[str, float] = {}
    # Of a talk's parts none is its speakers'.
    people = ' '.join(unit.people) if unit.part_of < 0 else ''
    fields = {'title': unit.title, 'people': people, 'trail': ' '.join(unit.trail), 'text': unit.text}
    for name, text in fields.items():
        counts = Counter(terms(text))
        total = sum(counts.values())
        # A word in a short text says more of it.
        room = _SATURATION * (0.4 + 0.6 * total / 150) if name == 'text' else _SATURATION
        for term, count in counts.items():
            found[term] = found.get(term, 0.0) + WEIGHTS[name] * count * (1 + _SATURATION) / (count + room)
    return Weighed(' '.join(f'{term} {level(weight):x}' for term, weight in sorted(found.items())))


def level(weight: float) -> int:
    """A weight as one of 16 steps: 0 is a quarter, and two steps double it and a half."""
    return max(0, min(15, round(2.6 * log(weight / 0.25)))) if weight > 0 else 0


def postings(entries: Iterable[tuple[int, int]]) -> str:
    """Units and weights as text; units ascend."""
    found, before = [], 0
    for unit, weight in entries:
        found.append(number((unit - before) << 4 | weight))
        before = unit
    return ''.join(found)


def _join(weighed: Sequence[Weighed]) -> tuple[dict[str, str], dict[str, int]]:
    """Term -> its postings in all units (:func:`postings`, for millions of them), and how many units have it."""
    found: dict[str, list[str]] = {}
    before: dict[str, int] = {}
    written = [number(value) for value in range(_NEAR << 4)]
    for unit, one in enumerate(weighed):
        words = iter(one.terms.split(' ')) if one.terms else iter(())
        for term, digit in zip(words, words, strict=True):
            known = found.get(term)
            if known is None:
                known = found[term] = []
                gap = unit
            else:
                gap = unit - before[term]
            before[term] = unit
            value = gap << 4 | _WEIGHT[digit]
            known.append(written[value] if gap < _NEAR else number(value))
    counts = {term: len(parts) for term, parts in found.items()}
    return {term: ''.join(parts) for term, parts in found.items()}, counts


def write_index(
    units: Sequence[Unit],
    weighed: Sequence[Weighed],
    addresses: Sequence[str],
    version: str = '',
    alike: Sequence[Sequence[str]] = (),
) -> Mapping[str, str]:
    """The files of an index by name.

    :param weighed: what :func:`weigh` says of each unit, in the same order.
    :param addresses: of the units, relative to the site's root.
    :param version: told in the index; pieces are asked for with it, so that a browser keeps none of another index.
    :param alike: groups of folded words that mean the same (:func:`.alike.alike`).
    """
    entries, counts = _join(weighed)
    files: dict[str, str] = {}
    firsts: list[str] = []
    piece: list[str] = []
    size = 0
    for term in sorted(entries, key=_browser_order):
        written = f'{term} {entries[term]}'
        if not piece:
            firsts.append(term)
        piece.append(written)
        size += len(written)
        if size > _TERMS_A_PIECE:
            files[f't{len(firsts) - 1}.js'] = call('terms', len(firsts) - 1, ' '.join(piece))
            piece, size = [], 0
    if piece:
        files[f't{len(firsts) - 1}.js'] = call('terms', len(firsts) - 1, ' '.join(piece))
    starts: list[int] = []
    told: list[list[object]] = []
    size = 0
    for place, (unit, address) in enumerate(zip(units, addresses, strict=True)):
        if not told:
            starts.append(place)
        told.append(_row(unit, address))
        size += len(unit.text) + len(unit.title) + 60
        if size > _TEXT_A_PIECE:
            files[f'u{len(starts) - 1}.js'] = call('units', len(starts) - 1, starts[-1], told)
            told, size = [], 0
    if told:
        files[f'u{len(starts) - 1}.js'] = call('units', len(starts) - 1, starts[-1], told)
    lengths = [after - before for before, after in pairwise([*starts, len(units)])]
    told_of_all: dict[str, object] = {
        'format': FORMAT,
        'version': version,
        'units': len(units),
        'firsts': firsts,
        'lengths': lengths,
    }
    told_of_all['common'] = sorted(term for term, count in counts.items() if count > max(_MANY, _COMMON * len(units)))
    told_of_all['alike'] = alike
    files['index.js'] = call('open', told_of_all)
    return files


def _browser_order(term: str) -> bytes:
    """The order of strings in JavaScript, where characters above U+FFFF come before those from U+E000 on."""
    return term.encode('utf-16-be')


def _row(unit: Unit, address: str) -> list[object]:
    """What a page needs of a unit to judge and to show it."""
    told: list[object] = [address, unit.title, list(unit.trail), list(unit.people), unit.text, unit.kind]
    return told if unit.part_of < 0 else [*told, unit.part_of]
