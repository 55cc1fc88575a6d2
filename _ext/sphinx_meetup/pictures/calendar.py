"""A year as a calendar: twelve small months, the days that matter filled in."""

from __future__ import annotations

from calendar import Calendar
from typing import TYPE_CHECKING

from .svg import drawing, element, figure, hint, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

_CELL = 16
_ROW = 15
_TITLE = 18
_WEEKS = 6


def calendar(year: int, days: Mapping[date, str], months: Sequence[str], first_weekday: int) -> tuple[str, ...]:
    """Drawings of the months, in a grid of the page's own making.

    :param days: the days to fill in, and what a mouse over each shows.
    :param months: the names of the twelve.
    :param first_weekday: on which a week begins; 0 is Monday.
    """
    weeks = Calendar(first_weekday)
    return tuple(
        _month(weeks.monthdatescalendar(year, month), month, name, days) for month, name in enumerate(months, 1)
    )


def _month(weeks: Sequence[Sequence[date]], month: int, name: str, days: Mapping[date, str]) -> str:
    parts = [words(name, '3', '11', 'meetup-drawn-name')]
    for row, week in enumerate(weeks):
        for column, day in enumerate(week):
            if day.month != month:
                continue
            x, y = figure((column + 0.5) * _CELL), figure(_TITLE + (row + 0.5) * _ROW)
            if day in days:
                number = words(f'{day.day}', x, y, 'meetup-drawn-day', 'middle')
                mark = element('circle', cx=x, cy=y, r='7.5', class_='meetup-drawn-mark')
                parts.append(element('g', hint(days[day]), mark, number))
            else:
                parts.append(element('circle', cx=x, cy=y, r='1.4', class_='meetup-drawn-rest'))
    return drawing('month', *parts, viewBox=f'0 0 {7 * _CELL} {_TITLE + _WEEKS * _ROW}')
