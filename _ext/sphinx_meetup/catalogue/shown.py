"""What a made page or a block on a page shows, as one frozen record each: the page is written anew when it changes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..model.archive import Place
from ..model.records import Person
from .entries import (
    PersonEntry,
    event_entry,
    is_written,
    person_entry,
    place_of_meetup,
    place_of_person,
    place_of_series,
    place_of_session,
    place_of_topic,
    place_of_year,
    series_entry,
    speaker_entry,
    talk_entry,
    topic_entry,
    topic_places,
)
from .readings import reading_groups
from .select import Query, events, series, speakers, talks, topics
from .shapes import Gap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .catalogue import Catalogue
    from .entries import EventEntry, SeriesEntry, SpeakerEntry, TalkEntry, TopicEntry
    from .shapes import Identity, Meetup, Session


@dataclass(frozen=True, slots=True)
class SpeakerShown:
    """A person: who they are, their talks (the newest first), and with whom they spoke how often."""

    identity: Identity
    talks: tuple[TalkEntry, ...]
    beside: tuple[tuple[PersonEntry, int], ...]


@dataclass(frozen=True, slots=True)
class TopicShown:
    """A topic: its names, its kin, its talks and events (the newest first), talks and events by year."""

    entry: TopicEntry
    also: tuple[str, ...]
    parents: tuple[Place, ...]
    children: tuple[Place, ...]
    related: tuple[Place, ...]
    talks: tuple[TalkEntry, ...]
    events: tuple[EventEntry, ...]
    years: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SeriesShown:
    """A series: its events in their order, with the gaps."""

    place: Place
    entries: tuple[EventEntry | Gap, ...]


@dataclass(frozen=True, slots=True)
class YearShown:
    """A year: its events by month, in the order of the calendar; the years with events before and after it."""

    year: int
    before: Place | None
    after: Place | None
    months: tuple[tuple[int, tuple[EventEntry, ...]], ...]


@dataclass(frozen=True, slots=True)
class YearEntry:
    """A year for a list: its events and talks."""

    place: Place
    events: int
    talks: int


@dataclass(frozen=True, slots=True)
class ArchiveShown:
    """The whole archive in numbers: what there is of each, and talks by topic and year.

    :param years: the first and last year of events; None for an archive without dates.
    :param rows: for all talks (place None) and then each of the largest topics, the years with their talks.
    """

    events: int
    talks: int
    speakers: int
    topics: int
    series: int
    years: tuple[int, int] | None
    rows: tuple[tuple[Place | None, tuple[tuple[int, int], ...]], ...]


@dataclass(frozen=True, slots=True)
class EventShown:
    """What stands around an event on its page.

    :param before: the event before it in its series, ``after`` the one after it.
    :param talks: how many it had; with notes, slides and a video how many; ``unwritten`` are those without notes.
    :param page: the event's own page, on the page of a further report; None on the event's own.
    :param reports: further reports: their place (titled with the author, where one is named).
    """

    series: Place | None
    before: Place | None
    after: Place | None
    talks: int
    written: int
    slides: int
    videos: int
    topics: tuple[Place, ...]
    page: Place | None
    reports: tuple[Place, ...]
    number: str = ''
    unwritten: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class TalkShown:
    """What stands below a talk: whether anybody has notes on it, topics that its title names, other talks of its
    speakers (``more`` have further ones), related talks and why: topics that both have, words that both use."""

    written: bool
    speakers: int
    topics: tuple[Place, ...]
    others: tuple[TalkEntry, ...]
    more: tuple[PersonEntry, ...]
    related: tuple[tuple[TalkEntry, tuple[Place, ...], tuple[str, ...]], ...]


MOST_TOPICS = 10
"""Rows of the picture of the whole archive."""
MOST_OTHERS = 3
"""Other talks of a speaker below a talk; all of them are on the speaker's page."""


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
        tuple((_entry_of(other), count) for other, count in named),
    )


def _entry_of(identity: Identity) -> PersonEntry:
    return PersonEntry(id=identity.id, label=identity.name, place=place_of_person(identity))


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
        _years(meetup for meetup, _ in _talks_on(catalogue, topic.id)),
    )


def _talks_on(catalogue: Catalogue, topic: str) -> tuple[tuple[Meetup, Session], ...]:
    """The talks on a topic, and all talks of the events on it, each once."""
    own = catalogue.sessions_by_topic.get(topic, ())
    seen = {id(session) for _, session in own}
    further = (
        (meetup, session)
        for meetup in catalogue.meetups_by_topic.get(topic, ())
        for session in meetup.sessions
        if id(session) not in seen
    )
    return (*own, *further)


def _years(meetups: Iterable[Meetup]) -> tuple[tuple[int, int], ...]:
    """How many of each year, the first year first."""
    return tuple(sorted(Counter(meetup.event.date.year for meetup in meetups if meetup.event.date).items()))


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


def archive_shown(catalogue: Catalogue, name: str) -> ArchiveShown:
    """The whole archive in numbers."""
    years = sorted(catalogue.meetups_by_year)
    talks_on = {topic.id: _talks_on(catalogue, topic.id) for topic in catalogue.topics.all}
    largest = sorted(catalogue.topics.all, key=lambda topic: (-len(talks_on[topic.id]), topic.id))[:MOST_TOPICS]
    everything = _years(meetup for meetup, _ in catalogue.sessions)
    rows = [(None, everything)] if everything else []
    return ArchiveShown(
        len(catalogue.meetups),
        len(catalogue.sessions),
        len(catalogue.people.all),
        len(catalogue.topics.all),
        len(catalogue.series.all),
        (years[0], years[-1]) if years else None,
        (*rows, *((place_of_topic(topic), _years(meetup for meetup, _ in talks_on[topic.id])) for topic in largest)),
    )


def event_shown(catalogue: Catalogue, docname: str, event_id: str) -> EventShown | None:
    """What stands around an event on a page that reports of it."""
    meetup = catalogue.meetup_of(docname, event_id)
    if meetup is None:
        return None
    series = catalogue.series.of(meetup.id)
    before, after = catalogue.series.neighbours(meetup.id)
    sessions = meetup.sessions
    return EventShown(
        place_of_series(series) if series else None,
        place_of_meetup(catalogue.meetup_by_id[before]) if before else None,
        place_of_meetup(catalogue.meetup_by_id[after]) if after else None,
        len(sessions),
        sum(map(is_written, sessions)),
        sum(1 for session in sessions if session.talk.slides),
        sum(1 for session in sessions if session.talk.videos),
        topic_places(catalogue, catalogue.topics.of_meetup(meetup)),
        None if meetup.docname == docname else place_of_meetup(meetup),
        tuple(
            Place(other, event.anchor, event.author)
            for other, event in meetup.reports
            if (other, event.id) != (docname, event_id)
        ),
        meetup.event.number,
        tuple(place_of_session(session) for session in sessions if not is_written(session)),
    )


def talk_shown(catalogue: Catalogue, docname: str, talk_id: str) -> TalkShown | None:
    """What stands below a talk's section."""
    found = catalogue.session_at.get((docname, talk_id))
    if found is None:
        return None
    _meetup, session = found
    others: dict[int, tuple[Meetup, Session]] = {}
    more = []
    for identity in catalogue.speakers_of(session):
        pairs = [pair for pair in catalogue.sessions_by_person[identity.id] if pair[1] is not session]
        others.update((id(pair[1]), pair) for pair in pairs[:MOST_OTHERS])
        if len(pairs) > MOST_OTHERS:
            more.append(_entry_of(identity))
    related = catalogue.related.of(session)
    given = {catalogue.topics.find(name) for name in session.talk.topics}
    return TalkShown(
        is_written(session),
        len(session.talk.people),
        topic_places(
            catalogue,
            tuple(name for name in catalogue.topics.of_session(session) if catalogue.topic_by_id[name] not in given),
        ),
        tuple(talk_entry(catalogue, *pair) for pair in others.values()),
        tuple(more),
        tuple(
            (
                talk_entry(catalogue, *catalogue.related.pair(relation)),
                topic_places(catalogue, relation.topics),
                relation.words,
            )
            for relation in related
        ),
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


def tag_shown(catalogue: Catalogue, name: str) -> Place | None:
    """The page of a topic that a report names."""
    topic = catalogue.topics.find(name)
    return place_of_topic(topic) if topic is not None else None


_BY_ID: Mapping[str, Callable[[Catalogue, str], Any]] = {
    'speaker': speaker_shown,
    'speaker-talks': speaker_shown,
    'topic': topic_shown,
    'series-page': series_shown,
    'year': year_shown,
    'speaker-list': speakers_shown,
    'topic-list': topics_shown,
    'series-list': all_series_shown,
    'year-list': years_shown,
    'in-full': full_shown,
    'archive': archive_shown,
    'tag': tag_shown,
}
LISTS: Mapping[str, Callable[[Catalogue, Query], Any]] = {
    'talks': talks,
    'events': events,
    'speakers': speakers,
    'topics': topics,
    'series': series,
}


def shown(catalogue: Catalogue, docname: str, view: str, options: Mapping[str, str]) -> Any:
    """The record of a view on a page; None where the archive knows nothing of it.

    :param options: ``id`` names which one, where the view needs that; of a list, what it is to hold.
    """
    if view == 'around-event':
        return event_shown(catalogue, docname, options['id'])
    if view == 'around-talk':
        return talk_shown(catalogue, docname, options['id'])
    if view == 'person':
        links = tuple(options.get('links', '').split())
        return person_entry(catalogue, Person(options.get('name', ''), options.get('handle', ''), '', links))
    if view in LISTS:
        return LISTS[view](catalogue, Query.of(options))
    return _BY_ID[view](catalogue, options.get('id', ''))
