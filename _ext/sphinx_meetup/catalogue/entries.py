"""Entries of lists: what a line, a row or a card shows of a talk, an event, a person, a topic, a series.

They hold all of that and nothing else, so that a page is written anew just when a list on it reads differently.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.archive import Place

if TYPE_CHECKING:
    import datetime as dt

    from ..model.records import Link, Person
    from .catalogue import Catalogue
    from .shapes import Identity, Meetup, Series, Session, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonEntry:
    """A person as a talk names them.

    :param id: what their colour follows from; '' where the archive knows nobody of that name.
    :param place: their page, where they have one.
    """

    id: str
    label: str
    place: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkEntry:
    """A talk: ``place`` has its title; ``start`` and ``end`` are minutes of the event's day in ``timezone``."""

    place: Place
    event: Place
    date: dt.date | None
    start: int | None
    end: int | None
    timezone: str
    people: tuple[PersonEntry, ...]
    topics: tuple[Place, ...]
    slides: tuple[Link, ...]
    videos: tuple[Link, ...]
    kind: str
    lang: str
    written: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEntry:
    """An event: ``place`` has its name; ``talks`` is how many it had, ``written`` how many of them have notes."""

    place: Place
    date: dt.date | None
    venue: str
    number: str
    talks: int
    written: int
    topics: tuple[Place, ...]
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerEntry:
    """A person with the number of their talks, and the first and last year of them (None without a date)."""

    id: str
    place: Place
    handle: str
    kana: str
    talks: int
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicEntry:
    """A topic with the numbers of talks and events on it, and the first and last year of them."""

    place: Place
    talks: int
    events: int
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesEntry:
    """A series with the number of events that were written up, and the first and last year of them."""

    place: Place
    events: int
    first: int | None
    last: int | None


def place_of_person(identity: Identity) -> Place:
    """The page that somebody wrote of them, else the made one."""
    if identity.place is not None:
        return Place(identity.place.docname, identity.place.anchor, identity.name)
    return Place(f'speakers/{identity.id}', '', identity.name)


def place_of_topic(topic: Topic) -> Place:
    """The page of a topic."""
    return Place(f'topics/{topic.id}', '', topic.name)


def place_of_series(series: Series) -> Place:
    """The page of a series."""
    return Place(f'series/{series.id}', '', series.name)


def place_of_year(year: int) -> Place:
    """The page of a year."""
    return Place(f'archive/{year}', '', f'{year}')


def place_of_meetup(meetup: Meetup) -> Place:
    """The event's page."""
    return Place(meetup.docname, meetup.anchor, meetup.event.title)


def place_of_session(session: Session) -> Place:
    """The talk's card, or the timetable that names it."""
    return Place(session.docname, session.anchor, session.talk.title)


def person_entry(catalogue: Catalogue, person: Person) -> PersonEntry:
    """A person as the report names them, with the page of who they are."""
    identity = catalogue.people.of(person)
    if identity is None:
        return PersonEntry(id='', label=person.label, place=None)
    return PersonEntry(id=identity.id, label=person.label, place=place_of_person(identity))


def identity_entry(identity: Identity) -> PersonEntry:
    """A person of the archive under the name they go by."""
    return PersonEntry(id=identity.id, label=identity.name, place=place_of_person(identity))


def topic_places(catalogue: Catalogue, ids: tuple[str, ...]) -> tuple[Place, ...]:
    """The pages of topics, in their order."""
    found = (catalogue.topic_by_id.get(name) for name in ids)
    return tuple(place_of_topic(topic) for topic in found if topic is not None)


def talk_entry(catalogue: Catalogue, meetup: Meetup, session: Session) -> TalkEntry:
    """A talk for a list; one and the same for all lists."""
    if id(session) not in catalogue.talk_entries:
        catalogue.talk_entries[id(session)] = (session, _talk_entry(catalogue, meetup, session))
    return catalogue.talk_entries[id(session)][1]


def _talk_entry(catalogue: Catalogue, meetup: Meetup, session: Session) -> TalkEntry:
    talk, event = session.talk, meetup.event
    return TalkEntry(
        place=place_of_session(session),
        event=place_of_meetup(meetup),
        date=event.date,
        start=talk.start,
        end=talk.end,
        timezone=event.timezone,
        people=tuple(person_entry(catalogue, person) for person in talk.people),
        topics=topic_places(catalogue, catalogue.topics.of_session(session)),
        slides=talk.slides,
        videos=talk.videos,
        kind=talk.kind,
        lang=event.lang,
        written=is_written(session),
    )


def is_written(session: Session) -> bool:
    """Whether any report has notes on a talk."""
    return any(telling.talk.written for telling in session.tellings)


def event_entry(catalogue: Catalogue, meetup: Meetup) -> EventEntry:
    """An event for a list."""
    return EventEntry(
        place=place_of_meetup(meetup),
        date=meetup.event.date,
        venue=meetup.event.venue,
        number=meetup.event.number,
        talks=len(meetup.sessions),
        written=sum(map(is_written, meetup.sessions)),
        topics=topic_places(catalogue, catalogue.topics.of_meetup(meetup)),
        lang=meetup.event.lang,
    )


def _span(days: list[dt.date]) -> tuple[int | None, int | None]:
    return (min(days).year, max(days).year) if days else (None, None)


def speaker_entry(catalogue: Catalogue, identity: Identity) -> SpeakerEntry:
    """A person for a list."""
    pairs = catalogue.sessions_by_person.get(identity.id, ())
    first, last = _span([meetup.event.date for meetup, _session in pairs if meetup.event.date])
    return SpeakerEntry(
        id=identity.id,
        place=place_of_person(identity),
        handle=next(iter(identity.handles), ''),
        kana=identity.kana,
        talks=len(pairs),
        first=first,
        last=last,
    )


def topic_entry(catalogue: Catalogue, topic: Topic) -> TopicEntry:
    """A topic for a list."""
    pairs = catalogue.sessions_by_topic.get(topic.id, ())
    events = catalogue.meetups_by_topic.get(topic.id, ())
    days = [meetup.event.date for meetup in (*(meetup for meetup, _session in pairs), *events) if meetup.event.date]
    first, last = _span(days)
    return TopicEntry(place=place_of_topic(topic), talks=len(pairs), events=len(events), first=first, last=last)


def series_entry(catalogue: Catalogue, series: Series) -> SeriesEntry:
    """A series for a list."""
    found = [catalogue.meetup_by_id[name] for name in series.meetups]
    first, last = _span([meetup.event.date for meetup in found if meetup.event.date])
    return SeriesEntry(place=place_of_series(series), events=len(found), first=first, last=last)
