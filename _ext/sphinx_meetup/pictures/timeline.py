"""Days along a line of years, those close together one above the other."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from .axis import axis
from .svg import drawing, element, em, hint, share

if TYPE_CHECKING:
    from collections.abc import Iterable

_STEPS = 36
"""Places for a dot side by side on a phone."""
_RADIUS = 0.3
_PITCH = 0.7


def timeline(days: Iterable[tuple[date, str]]) -> str:
    """A dot a day, from January of the first year to December of the last.

    :param days: days and what a mouse over each shows; at least one.
    """
    told = sorted(days)
    first, last = told[0][0].year, told[-1][0].year
    begin, end = date(first, 1, 1).toordinal(), date(last + 1, 1, 1).toordinal()
    places = [int((day.toordinal() - begin) / (end - begin) * _STEPS) for day, _words in told]
    base = max(Counter(places).values()) * _PITCH + 0.2
    heights: Counter[int] = Counter()
    dots = []
    for place, (_day, text) in zip(places, told, strict=True):
        dots.append(
            element(
                'circle',
                hint(text),
                cx=share(place + 0.5, _STEPS),
                cy=em(base - _PITCH * (heights[place] + 0.5)),
                r=em(_RADIUS),
                class_='meetup-drawn-mark',
            )
        )
        heights[place] += 1
    years = range(first, last + 1)
    line = element('line', x1='0', x2='100%', y1=em(base), y2=em(base), class_='meetup-drawn-line')
    ticks = (
        element('line', x1=x, x2=x, y1=em(base), y2=em(base + 0.4), class_='meetup-drawn-line')
        for x in (share(place, len(years)) for place in range(1, len(years)))
    )
    return drawing(
        'timeline',
        line,
        *ticks,
        *dots,
        axis([f'{year}' for year in years], base + 1.2),
        width='100%',
        height=em(base + 1.6),
    )
