"""Series: events that share a name, in their order, with the numbers that nobody wrote up."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from ..model.ids import slug
from ..reading.text import key
from .shapes import Gap, Series

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .shapes import Meetup

_FIRST_YEAR = 1900
"""A whole number from here on counts years, not events: the years between two of them are no gap."""


class SeriesIndex:
    """The series of an archive.

    :param meetups: in any order; those without a series' name are in none.
    """

    def __init__(self, meetups: Sequence[Meetup]) -> None:
        groups: dict[str, list[Meetup]] = {}
        for meetup in meetups:
            if meetup.event.series:
                groups.setdefault(key(meetup.event.series), []).append(meetup)
        self._by_key = {name: _series(members) for name, members in sorted(groups.items())}

    @cached_property
    def all(self) -> tuple[Series, ...]:
        """Every series, by id."""
        return tuple(sorted(self._by_key.values(), key=lambda series: series.id))

    @cached_property
    def _by_meetup(self) -> Mapping[str, Series]:
        return {meetup: series for series in self.all for meetup in series.meetups}

    def of(self, meetup_id: str) -> Series | None:
        """The series of an event."""
        return self._by_meetup.get(meetup_id)

    def neighbours(self, meetup_id: str) -> tuple[str | None, str | None]:
        """The ids of the event before it in its series and of the one after it, leaving out what nobody wrote up."""
        series = self.of(meetup_id)
        if series is None:
            return None, None
        members = series.meetups
        at = members.index(meetup_id)
        return (members[at - 1] if at else None, members[at + 1] if at + 1 < len(members) else None)

    @cached_property
    def _by_id(self) -> Mapping[str, Series]:
        return {series.id: series for series in self.all}

    def find(self, name: str) -> Series | None:
        """The series of an id or a name."""
        return self._by_id.get(name) or self._by_key.get(key(name))

    def names(self) -> tuple[str, ...]:
        """All ids."""
        return tuple(series.id for series in self.all)


def _whole(meetup: Meetup) -> int | None:
    """The number of an event that counts events or years; None for ``2018 Fall``, ``4.5`` and the like."""
    number = meetup.event.number
    return int(number) if number.isascii() and number.isdigit() and len(number) < 6 else None


def _series(members: list[Meetup]) -> Series:
    members.sort(key=lambda meetup: (meetup.event.date or date.max, meetup.docname, meetup.id))
    used = Counter(meetup.event.series for meetup in members)
    name = max(used, key=lambda text: used[text])  # of equals the earliest
    return Series(id=slug(name), name=name, entries=_with_gaps(_in_order(members)))


def _in_order(members: list[Meetup]) -> list[Meetup]:
    """By number; what has no whole number stands before the first of the others that is not earlier.

    :param members: by date.
    """
    numbered = sorted((meetup for meetup in members if _whole(meetup) is not None), key=lambda one: _whole(one) or 0)
    placed = list(numbered)
    for meetup in members:
        if _whole(meetup) is not None:
            continue
        day = meetup.event.date or date.max
        at = next((at for at, other in enumerate(placed) if (other.event.date or date.max) > day), len(placed))
        placed.insert(at, meetup)
    return placed


def _with_gaps(members: list[Meetup]) -> tuple[str | Gap, ...]:
    entries: list[str | Gap] = []
    reached = 0
    for meetup in members:
        number = _whole(meetup)
        if number is not None and number < _FIRST_YEAR:
            if number > reached + 1:
                entries.append(Gap(first=reached + 1, last=number - 1))
            reached = max(reached, number)
        entries.append(meetup.id)
    return tuple(entries)
