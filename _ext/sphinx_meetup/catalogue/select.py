"""Lists of the archive: which talks, events, people, topics or series, in which order, how many."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeVar

from ..model.ids import slug
from ..reading.text import folded
from .entries import event_entry, series_entry, speaker_entry, talk_entry, topic_entry
from .readings import reading_groups

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .catalogue import Catalogue
    from .entries import EventEntry, SeriesEntry, SpeakerEntry, TalkEntry, TopicEntry
    from .shapes import Meetup, Session

ListKind = Literal['events', 'talks', 'speakers', 'topics', 'series']
FILTERS = ('speaker', 'topic', 'series', 'year', 'lang', 'kind')
SORTS: Mapping[ListKind, tuple[str, ...]] = {
    'events': ('newest', 'oldest', 'title'),
    'talks': ('newest', 'oldest', 'title'),
    'speakers': ('name', 'count', 'newest'),
    'topics': ('count', 'name', 'newest'),
    'series': ('name', 'count', 'newest'),
}
"""The orders of each kind, the usual one first."""
LAYOUTS = ('list', 'table', 'cards')


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What a list is to hold; '' and 0 set no limit. Names are ids or any spelling."""

    speaker: str = ''
    topic: str = ''
    series: str = ''
    year: str = ''
    lang: str = ''
    kind: str = ''
    limit: int = 0
    sort: str = ''

    @classmethod
    def of(cls, options: Mapping[str, str]) -> Query:
        """From a directive's checked options."""
        known = {field.name for field in fields(cls)} - {'limit'}
        return cls(
            limit=int(options.get('limit') or 0), **{name: text for name, text in options.items() if name in known}
        )


def unknown_names(catalogue: Catalogue, query: Query) -> list[tuple[str, str, str]]:
    """The filters that name nobody and nothing: the filter, the name, and the one that was perhaps meant ('')."""
    known: dict[str, tuple[Callable[[str], object], Callable[[], tuple[str, ...]]]] = {
        'speaker': (catalogue.people.find, catalogue.people.names),
        'topic': (catalogue.topics.find, catalogue.topics.names),
        'series': (catalogue.series.find, catalogue.series.names),
    }
    found = []
    for name, (find, names) in known.items():
        asked = getattr(query, name)
        if asked and find(asked) is None:
            close = difflib.get_close_matches(slug(asked), names(), n=1, cutoff=0.6)  # names are ids
            found.append((name, asked, close[0] if close else ''))
    return found


class _Filter:
    """The filters of a query with their names looked up."""

    def __init__(self, catalogue: Catalogue, query: Query) -> None:
        self.catalogue = catalogue
        self.query = query
        speaker = catalogue.people.find(query.speaker) if query.speaker else None
        topic = catalogue.topics.find(query.topic) if query.topic else None
        series = catalogue.series.find(query.series) if query.series else None
        self.speaker = speaker.id if speaker else ''
        self.topic = topic.id if topic else ''
        self.members = frozenset(series.meetups if series else ())

    def around(self, meetup: Meetup) -> bool:
        """Whether a talk of this meetup may be meant."""
        query, event = self.query, meetup.event
        return (
            (not query.year or (event.date is not None and f'{event.date.year}' == query.year))
            and (not query.lang or event.lang == query.lang)
            and (not query.series or meetup.id in self.members)
        )

    def by(self, session: Session) -> bool:
        """Whether the asked person gave a talk."""
        return not self.query.speaker or any(
            identity.id == self.speaker for identity in self.catalogue.speakers_of(session)
        )

    def on(self, session: Session) -> bool:
        """Whether a talk is on the asked topic itself; its event's topics are the event's."""
        return not self.query.topic or self.topic in self.catalogue.topics.of_session(session)

    def of_kind(self, session: Session) -> bool:
        """Whether a talk is of the asked kind."""
        return not self.query.kind or session.talk.kind == self.query.kind

    def talk(self, meetup: Meetup, session: Session) -> bool:
        """Whether a talk is meant."""
        return self.around(meetup) and self.by(session) and self.on(session) and self.of_kind(session)

    def event(self, meetup: Meetup) -> bool:
        """Whether an event is meant: some talk of it by the speaker, some on the topic, some of the kind."""
        return (
            self.around(meetup)
            and (not self.query.speaker or any(map(self.by, meetup.sessions)))
            and (
                not self.query.topic
                or self.topic in self.catalogue.topics.of_meetup(meetup)
                or any(map(self.on, meetup.sessions))
            )
            and (not self.query.kind or any(map(self.of_kind, meetup.sessions)))
        )


def _some(query: Query) -> bool:
    return any(getattr(query, name) for name in FILTERS)


def _sessions(catalogue: Catalogue, query: Query) -> list[tuple[Meetup, Session]]:
    meant = _Filter(catalogue, query).talk
    return [pair for pair in catalogue.sessions if meant(*pair)] if _some(query) else list(catalogue.sessions)


def _meetups(catalogue: Catalogue, query: Query) -> list[Meetup]:
    meant = _Filter(catalogue, query).event
    return [meetup for meetup in catalogue.meetups if meant(meetup)] if _some(query) else list(catalogue.meetups)


def _oldest_first(day: date | None) -> tuple[bool, date]:
    return (day is None, day or date.min)


def talks(catalogue: Catalogue, query: Query) -> tuple[TalkEntry, ...]:
    """Talks, the newest event first and each event in the order of its programme."""
    pairs = _sessions(catalogue, query)
    if query.sort == 'oldest':
        pairs.sort(key=lambda pair: _oldest_first(pair[0].event.date))
    elif query.sort == 'title':
        pairs.sort(key=lambda pair: folded(pair[1].talk.title))
    return tuple(talk_entry(catalogue, *pair) for pair in pairs[: query.limit or None])


def events(catalogue: Catalogue, query: Query) -> tuple[EventEntry, ...]:
    """Events, the newest first."""
    found = _meetups(catalogue, query)
    if query.sort == 'oldest':
        found.sort(key=lambda meetup: _oldest_first(meetup.event.date))
    elif query.sort == 'title':
        found.sort(key=lambda meetup: folded(meetup.event.title))
    return tuple(event_entry(catalogue, meetup) for meetup in found[: query.limit or None])


def speakers(catalogue: Catalogue, query: Query) -> tuple[SpeakerEntry, ...]:
    """People by reading; with a filter those who gave the talks that are meant."""
    people = list(catalogue.people.all)
    if _some(query):
        ids = {person.id for _, session in _sessions(catalogue, query) for person in catalogue.speakers_of(session)}
        people = [person for person in people if person.id in ids]
    by_reading = [person for _name, group in reading_groups(people) for person in group]
    return _ranked([speaker_entry(catalogue, person) for person in by_reading], query, lambda entry: entry.talks)


def topics(catalogue: Catalogue, query: Query) -> tuple[TopicEntry, ...]:
    """Topics, those of most talks and events first; with a filter those of the talks and events that are meant."""
    found = list(catalogue.topics.all)
    if _some(query):
        ids = {name for _, session in _sessions(catalogue, query) for name in catalogue.topics.of_session(session)}
        ids.update(name for meetup in _meetups(catalogue, query) for name in catalogue.topics.of_meetup(meetup))
        found = [topic for topic in found if topic.id in ids]
    entries = sorted((topic_entry(catalogue, topic) for topic in found), key=lambda entry: folded(entry.place.title))
    ranked = query if query.sort else replace(query, sort='count')
    return _ranked(entries, ranked, lambda entry: entry.talks + entry.events)


def series(catalogue: Catalogue, query: Query) -> tuple[SeriesEntry, ...]:
    """Series by name; with a filter those of the events that are meant."""
    found = list(catalogue.series.all)
    if _some(query):
        ids = {meetup.id for meetup in _meetups(catalogue, query)}
        found = [one for one in found if not ids.isdisjoint(one.meetups)]
    entries = sorted((series_entry(catalogue, one) for one in found), key=lambda entry: folded(entry.place.title))
    return _ranked(entries, query, lambda entry: entry.events)


E = TypeVar('E', 'SpeakerEntry', 'TopicEntry', 'SeriesEntry')


def _ranked(entries: list[E], query: Query, count: Callable[[E], int]) -> tuple[E, ...]:
    """Entries that come by name, in the order and number that is asked for."""
    if query.sort == 'count':
        entries.sort(key=count, reverse=True)  # stable: equal ones stay by name
    elif query.sort == 'newest':
        entries.sort(key=lambda entry: entry.last or 0, reverse=True)
    return tuple(entries[: query.limit or None])
