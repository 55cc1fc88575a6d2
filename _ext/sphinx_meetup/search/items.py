"""What counts as one hit, and what hits can be chosen by: columns of an index, beside its terms and texts.

A talk is one item with all its sections; outside of talks every section is one. Format, each a file of its own:

- ``facts.js``: ``meetupSearch.facts({...})`` with ``kinds`` and ``languages`` (their names), ``series`` (id and name
  of each), ``items`` and ``settings``, both numbers as :mod:`.index` writes them. For each item two: how many units it
  has less one; the place of its kind times 4, plus 1 with slides and 2 with a video. For each run of items of one
  event four: how many items less one; the day of the event as days from 1970-01-01 plus one, the place of its series
  plus one, that of its language plus one; 0 where there is none.
- ``people.js``, ``topics.js``: ``meetupSearch.column("people", [[id, name], ...], "numbers.numbers. ...")``: for each
  item the places of its people in the list, each item ended by a full stop. Only who wants to choose by them asks
  for these.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from .written import call, number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Named = tuple[str, str]
"""An id and a name."""
_EPOCH = dt.date(1970, 1, 1)
T = TypeVar('T')


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One hit, whichever of its units fits.

    :param units: how many units it has; they follow one another.
    :param kind: ``talk``, ``lt``, ``keynote`` or another kind of talk; ``event``, ``page``, ``speaker``, ``topic``,
        ``series``.
    :param day: of its event.
    """

    units: int
    kind: str
    day: dt.date | None = None
    series: Named | None = None
    language: str = ''
    people: tuple[Named, ...] = ()
    topics: tuple[Named, ...] = ()
    slides: bool = False
    video: bool = False


def write_items(items: Sequence[Item]) -> Mapping[str, str]:
    """The columns of an index by the names of their files; the items in the order of their units."""
    kinds = _places(item.kind for item in items)
    languages = _places(item.language for item in items if item.language)
    series = _places(item.series for item in items if item.series)
    settings = []
    for (day, one, language), run in groupby(items, key=lambda item: (item.day, item.series, item.language)):
        settings += [
            len(list(run)) - 1,
            (day - _EPOCH).days + 1 if day and day >= _EPOCH else 0,
            series[one] + 1 if one else 0,
            languages[language] + 1 if language else 0,
        ]
    told = []
    for item in items:
        told += [item.units - 1, kinds[item.kind] * 4 + item.slides + item.video * 2]
    facts = {
        'kinds': list(kinds),
        'languages': list(languages),
        'series': [list(one) for one in series],
        'items': ''.join(map(number, told)),
        'settings': ''.join(map(number, settings)),
    }
    return {
        'facts.js': call('facts', facts),
        'people.js': _column('people', items, lambda item: item.people),
        'topics.js': _column('topics', items, lambda item: item.topics),
    }


def _places(values: Iterable[T]) -> dict[T, int]:
    return {value: place for place, value in enumerate(dict.fromkeys(values))}


def _column(name: str, items: Sequence[Item], named: Callable[[Item], tuple[Named, ...]]) -> str:
    places = _places(sorted({one for item in items for one in named(item)}))
    numbers = ''.join(f'{"".join(number(places[one]) for one in named(item))}.' for item in items)
    return call('column', name, [list(one) for one in places], numbers)
