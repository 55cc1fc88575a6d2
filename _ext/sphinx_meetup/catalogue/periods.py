"""Equal spans of time that an archive falls into: months of a year, quarters of a few years, years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

MONTH, QUARTER, YEAR = 1, 3, 12
_YEARS_OF_QUARTERS = 3
"""Twelve quarters are as many columns as the months of a year."""


@dataclass(frozen=True, slots=True)
class Period:
    """A span of time.

    :param year: of the calendar.
    :param part: which month (1 to 12) or quarter (1 to 4); 1 for a year.
    :param months: how long it is: 1, 3 or 12.
    """

    year: int
    part: int
    months: int

    def around(self, day: date) -> Period:
        """The span of the same length that holds a day."""
        return Period(day.year, (day.month - 1) // self.months + 1, self.months)

    @property
    def after(self) -> Period:
        """The next one."""
        whole = self.part * self.months == YEAR
        return Period(self.year + whole, 1 if whole else self.part + 1, self.months)


def periods_between(first: date, last: date) -> tuple[Period, ...]:
    """The spans from one day to another, without a gap and at least one.

    Months within a calendar year, quarters within three, else years: a community's first season is no single column,
    and twenty years are no forest of them.
    """
    years = last.year - first.year + 1
    months = MONTH if years == 1 else QUARTER if years <= _YEARS_OF_QUARTERS else YEAR
    found = [Period(1, 1, months).around(first)]
    end = found[0].around(last)
    while found[-1] != end:
        found.append(found[-1].after)
    return tuple(found)
