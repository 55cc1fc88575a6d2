"""The archive in numbers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..entries import place_of_topic
from ..periods import periods_between
from .records import ArchiveShown, CountsShown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalogue import Catalogue
    from ..shapes import Meetup, Session

MOST_TOPICS = 10
"""Rows of the picture of the whole archive."""


def archive_shown(catalogue: Catalogue, name: str) -> ArchiveShown:
    """The whole archive in numbers."""
    years = sorted(catalogue.meetups_by_year)
    days = [meetup.event.date for meetup in catalogue.meetups if meetup.event.date]
    periods = periods_between(min(days), max(days)) if days else ()

    def counts(pairs: Iterable[tuple[Meetup, Session]]) -> tuple[int, ...]:
        found = [0] * len(periods)
        for meetup, _session in pairs:
            if meetup.event.date is not None:
                found[periods.index(periods[0].around(meetup.event.date))] += 1
        return tuple(found)

    rows: list[CountsShown] = []
    if len(periods) > 1:
        found = (
            CountsShown(place_of_topic(topic), counts(catalogue.sessions_by_topic.get(topic.id, ())))
            for topic in catalogue.topics.all
        )
        largest = sorted((row for row in found if any(row.counts)), key=_largest_first)
        rows = [CountsShown(None, counts(catalogue.sessions)), *largest[:MOST_TOPICS]]
    return ArchiveShown(
        len(catalogue.meetups),
        len(catalogue.sessions),
        len(catalogue.people.all),
        len(catalogue.topics.all),
        len(catalogue.series.all),
        (years[0], years[-1]) if years else None,
        periods if rows else (),
        tuple(rows),
    )


def _largest_first(row: CountsShown) -> tuple[int, str]:
    return -sum(row.counts), row.place.docname if row.place is not None else ''


def by_year(meetups: Iterable[Meetup]) -> tuple[tuple[int, int], ...]:
    """How many of each year, the first year first."""
    return tuple(sorted(Counter(meetup.event.date.year for meetup in meetups if meetup.event.date).items()))
