"""What the lists of everybody and everything show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..entries import event_entry, place_of_year, series_entry, speaker_entry, talk_entry, topic_entry
from ..readings import reading_groups
from .records import YearEntry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalogue import Catalogue
    from ..entries import EventEntry, SeriesEntry, SpeakerEntry, TalkEntry, TopicEntry
    from ..shapes import Meetup, Session


def speakers_shown(catalogue: Catalogue, name: str) -> tuple[tuple[str, tuple[SpeakerEntry, ...]], ...]:
    """The list of people, by the group of their reading."""
    return tuple(
        (group, tuple(speaker_entry(catalogue, person) for person in people))
        for group, people in reading_groups(catalogue.people.all)
    )


def topics_shown(catalogue: Catalogue, name: str) -> tuple[TopicEntry, ...]:
    """The list of topics, by name."""
    found = (topic_entry(catalogue, topic) for topic in catalogue.topics.all)
    return tuple(sorted(found, key=lambda entry: (entry.place.title.casefold(), entry.place.docname)))


def all_series_shown(catalogue: Catalogue, name: str) -> tuple[SeriesEntry, ...]:
    """The list of series, by name."""
    found = (series_entry(catalogue, series) for series in catalogue.series.all)
    return tuple(sorted(found, key=lambda entry: (entry.place.title.casefold(), entry.place.docname)))


def years_shown(catalogue: Catalogue, name: str) -> tuple[YearEntry, ...]:
    """The list of years, the newest first."""
    return tuple(
        YearEntry(place_of_year(year), len(meetups), sum(len(meetup.sessions) for meetup in meetups))
        for year, meetups in sorted(catalogue.meetups_by_year.items(), reverse=True)
    )


def full_shown(catalogue: Catalogue, name: str) -> tuple[tuple[str, str, tuple[TalkEntry | EventEntry, ...]], ...]:
    """Everything of a list with all that each holds, for builders without a page for each.

    :param name: the list: ``speakers``, ``topics``, ``series`` or ``years``.
    :return: a title, the kind of the entries, and the entries.
    """
    if name == 'speakers':
        people = (person for _group, group in reading_groups(catalogue.people.all) for person in group)
        return tuple(
            (one.name, 'talks', _talks(catalogue, catalogue.sessions_by_person.get(one.id, ()))) for one in people
        )
    if name == 'topics':
        topics = sorted(catalogue.topics.all, key=lambda topic: (topic.name.casefold(), topic.id))
        return tuple(
            (one.name, 'talks', _talks(catalogue, catalogue.sessions_by_topic.get(one.id, ()))) for one in topics
        )
    if name == 'series':
        return tuple(
            (one.name, 'events', _events(catalogue, (catalogue.meetup_by_id[name] for name in one.meetups)))
            for one in catalogue.series.all
        )
    return tuple(
        (f'{year}', 'events', _events(catalogue, meetups))
        for year, meetups in sorted(catalogue.meetups_by_year.items(), reverse=True)
    )


def _talks(catalogue: Catalogue, pairs: Iterable[tuple[Meetup, Session]]) -> tuple[TalkEntry, ...]:
    return tuple(talk_entry(catalogue, *pair) for pair in pairs)


def _events(catalogue: Catalogue, meetups: Iterable[Meetup]) -> tuple[EventEntry, ...]:
    return tuple(event_entry(catalogue, meetup) for meetup in meetups)
