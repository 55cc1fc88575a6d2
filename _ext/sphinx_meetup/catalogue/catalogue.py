"""The catalogue: everything the archive knows across reports, each part made when it is first asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from ..model.archive import Archive
from .meetings import meetups
from .people import People
from .related import Related
from .series import SeriesIndex
from .topics import Topics
from .topicwords import TopicWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..model.records import DocumentRecord
    from .entries import TalkEntry
    from .shapes import Identity, Meetup, Session, Topic

K = TypeVar('K')
V = TypeVar('V')


@dataclass(frozen=True)
class Rules:
    """What an archive's maintainers may say about names and subjects.

    :param topics: the words of ``topics.yml``.
    :param nobody: folded names that are no person.
    :param no_topics: folded tags that are no topic.
    """

    topics: TopicWords = field(default_factory=TopicWords)
    nobody: frozenset[str] = frozenset()
    no_topics: frozenset[str] = frozenset()

    @property
    def told(self) -> tuple[object, ...]:
        """The same in an order of its own, for a digest: that of a set differs from run to run."""
        return (self.topics, sorted(self.nobody), sorted(self.no_topics))


@dataclass(frozen=True)
class Catalogue:
    """A view of the records, made anew when they change; every order in it follows from the records."""

    documents: Mapping[str, DocumentRecord]
    rules: Rules = field(default_factory=Rules)

    @cached_property
    def archive(self) -> Archive:
        """The records as documents give them."""
        return Archive(self.documents)

    @cached_property
    def meetups(self) -> tuple[Meetup, ...]:
        """Every event once, the newest first."""
        return meetups(self.archive)

    @cached_property
    def meetup_by_id(self) -> Mapping[str, Meetup]:
        """The meetups by their ids; of several with one id the first."""
        found: dict[str, Meetup] = {}
        for meetup in self.meetups:
            found.setdefault(meetup.id, meetup)
        return found

    @cached_property
    def _meetup_of_report(self) -> Mapping[tuple[str, str], Meetup]:
        return {(docname, event.id): meetup for meetup in self.meetups for docname, event in meetup.reports}

    def meetup_of(self, docname: str, event_id: str) -> Meetup | None:
        """The meetup that a report's event is part of."""
        return self._meetup_of_report.get((docname, event_id))

    @cached_property
    def people(self) -> People:
        """Who is who."""
        return People(self.meetups, self.archive.speakers, self.rules.nobody)

    @cached_property
    def series(self) -> SeriesIndex:
        """Which events share a name."""
        return SeriesIndex(self.meetups)

    @cached_property
    def topics(self) -> Topics:
        """What the talks and events are about."""
        return Topics(self.meetups, self.rules.topics, self.rules.no_topics)

    @cached_property
    def related(self) -> Related:
        """Which talks have to do with which."""
        terms = {(docname, talk): found for docname, record in self.documents.items() for talk, found in record.terms}
        return Related(self.meetups, self.topics, terms, self.share_speaker)

    @cached_property
    def sessions(self) -> tuple[tuple[Meetup, Session], ...]:
        """Every talk with its meetup: the newest meetup first, each in the order of its programme."""
        return tuple((meetup, session) for meetup in self.meetups for session in meetup.sessions)

    @cached_property
    def session_at(self) -> Mapping[tuple[str, str], tuple[Meetup, Session]]:
        """The session that a talk's section tells of, by the section's document and id."""
        return {
            (telling.docname, telling.talk.id): (meetup, session)
            for meetup, session in self.sessions
            for telling in session.tellings
        }

    @cached_property
    def session_in_row(self) -> Mapping[tuple[str, str], Session]:
        """The session that a row of a timetable names without a section on it, by the row's document and title."""
        return {row: session for _meetup, session in reversed(self.sessions) for row in session.rows}

    @cached_property
    def topic_by_id(self) -> Mapping[str, Topic]:
        """The topics by their ids."""
        return {topic.id: topic for topic in self.topics.all}

    def speakers_of(self, session: Session) -> tuple[Identity, ...]:
        """The people of a talk who have a page, in its order, each once."""
        if id(session) not in self._speakers:
            found = (self.people.of(person) for person in session.talk.people)
            people = {identity.id: identity for identity in found if identity is not None}
            self._speakers[id(session)] = (session, tuple(people.values()))
        return self._speakers[id(session)][1]

    @cached_property
    def _speakers(self) -> dict[int, tuple[Session, tuple[Identity, ...]]]:
        """By the session's address in memory; it is kept, so that no other comes to that address."""
        return {}

    @cached_property
    def talk_entries(self) -> dict[int, tuple[Session, TalkEntry]]:
        """What lists show of talks, as far as anybody asked (:func:`.entries.talk_entry`); kept likewise."""
        return {}

    def share_speaker(self, first: Session, second: Session) -> bool:
        """Whether one person gave both talks."""
        ids = {identity.id for identity in self.speakers_of(first)}
        return any(identity.id in ids for identity in self.speakers_of(second))

    @cached_property
    def sessions_by_person(self) -> Mapping[str, tuple[tuple[Meetup, Session], ...]]:
        """The talks of every person, by id, the newest first."""
        return _grouped((identity.id, pair) for pair in self.sessions for identity in self.speakers_of(pair[1]))

    @cached_property
    def sessions_by_topic(self) -> Mapping[str, tuple[tuple[Meetup, Session], ...]]:
        """The talks on every topic, by id, the newest first."""
        return _grouped((topic, pair) for pair in self.sessions for topic in self.topics.of_session(pair[1]))

    @cached_property
    def meetups_by_topic(self) -> Mapping[str, tuple[Meetup, ...]]:
        """The events on every topic, by id, the newest first."""
        return _grouped((topic, meetup) for meetup in self.meetups for topic in self.topics.of_meetup(meetup))

    @cached_property
    def meetups_by_year(self) -> Mapping[int, tuple[Meetup, ...]]:
        """The events of every year that has any, the newest year and event first."""
        return _grouped((meetup.event.date.year, meetup) for meetup in self.meetups if meetup.event.date)


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
