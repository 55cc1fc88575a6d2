"""What the page of a person, a topic, a series and a year shows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..entries import event_entry, identity_entry, place_of_series, place_of_year, talk_entry, topic_entry, topic_places
from ..shapes import Gap
from .numbers import by_year
from .records import SeriesShown, SpeakerShown, TopicShown, YearShown

if TYPE_CHECKING:
    from ..catalogue import Catalogue
    from ..entries import EventEntry


def speaker_shown(catalogue: Catalogue, name: str) -> SpeakerShown | None:
    """A person's page; None for nobody."""
    identity = catalogue.people.find(name)
    if identity is None:
        return None
    pairs = catalogue.sessions_by_person.get(identity.id, ())
    beside = Counter(
        other for _, session in pairs for other in catalogue.speakers_of(session) if other.id != identity.id
    )
    named = sorted(beside.items(), key=lambda item: (-item[1], item[0].id))
    return SpeakerShown(
        identity,
        tuple(talk_entry(catalogue, *pair) for pair in pairs),
        tuple((identity_entry(other), count) for other, count in named),
    )


def topic_shown(catalogue: Catalogue, name: str) -> TopicShown | None:
    """A topic's page; None for no topic."""
    topic = catalogue.topics.find(name)
    if topic is None:
        return None
    pairs = catalogue.sessions_by_topic.get(topic.id, ())
    events = catalogue.meetups_by_topic.get(topic.id, ())
    return TopicShown(
        topic_entry(catalogue, topic),
        topic.also,
        topic_places(catalogue, topic.parents),
        topic_places(catalogue, topic.children),
        topic_places(catalogue, catalogue.topics.related(topic.id)),
        tuple(talk_entry(catalogue, *pair) for pair in pairs),
        tuple(event_entry(catalogue, meetup) for meetup in events),
        by_year(meetup for meetup, _session in pairs) if pairs else by_year(events),
    )


def series_shown(catalogue: Catalogue, name: str) -> SeriesShown | None:
    """A series' page; None for no series."""
    series = catalogue.series.find(name)
    if series is None:
        return None
    entries = tuple(
        entry if isinstance(entry, Gap) else event_entry(catalogue, catalogue.meetup_by_id[entry])
        for entry in series.entries
    )
    return SeriesShown(place_of_series(series), entries)


def year_shown(catalogue: Catalogue, name: str) -> YearShown | None:
    """A year's page; None for a year without events."""
    years = sorted(catalogue.meetups_by_year)
    year = int(name)
    if year not in catalogue.meetups_by_year:
        return None
    at = years.index(year)
    months: dict[int, list[EventEntry]] = {}
    for meetup in reversed(catalogue.meetups_by_year[year]):
        if meetup.event.date is not None:
            months.setdefault(meetup.event.date.month, []).append(event_entry(catalogue, meetup))
    return YearShown(
        year,
        place_of_year(years[at - 1]) if at else None,
        place_of_year(years[at + 1]) if at + 1 < len(years) else None,
        tuple((month, tuple(entries)) for month, entries in sorted(months.items())),
    )
