"""The records: what a page or a block on a page shows, as one frozen value each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...model.archive import Place
    from ...model.records import Link
    from ..entries import EventEntry, PersonEntry, TalkEntry, TopicEntry
    from ..periods import Period
    from ..shapes import Gap, Identity


@dataclass(frozen=True, slots=True)
class SpeakerShown:
    """A person: who they are, their talks (the newest first), and with whom they spoke how often."""

    identity: Identity
    talks: tuple[TalkEntry, ...]
    beside: tuple[tuple[PersonEntry, int], ...]


@dataclass(frozen=True, slots=True)
class TopicShown:
    """A topic: its names, its kin, its talks and events (the newest first), how many talks by year; of a topic without
    talks of its own, how many events."""

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
class CountsShown:
    """A row of a picture: a topic, or everything (None), with its talks in each period."""

    place: Place | None
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ArchiveShown:
    """The whole archive in numbers: what there is of each, and talks by topic and period.

    :param years: the first and last year of events; None for an archive without dates.
    :param periods: equal spans of time without a gap; none where there is no more than one.
    :param rows: all talks, then those on each of the topics with most; the counts are by period.
        Talks of events without a date are in none.
    """

    events: int
    talks: int
    speakers: int
    topics: int
    series: int
    years: tuple[int, int] | None
    periods: tuple[Period, ...]
    rows: tuple[CountsShown, ...]


@dataclass(frozen=True, slots=True)
class NotesShown:
    """Notes on a talk in another report of the event: where they are, whose they are ('' unknown), their language."""

    docname: str
    talk: str
    author: str
    lang: str


@dataclass(frozen=True, slots=True)
class EventShown:
    """What stands around an event on its page.

    :param before: the event before it in its series, ``after`` the one after it.
    :param talks: how many it had; with notes, slides and a video how many; ``unwritten`` are those without notes.
    :param page: the event's own page, on the page of a further report; None on the event's own.
    :param reports: further reports: their place (titled with the author, where one is named).
    :param elsewhere: for each talk that the event's own page has no section for, the notes on it; none on the page of a
        further report.
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
    elsewhere: tuple[tuple[NotesShown, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class RowShown:
    """What there is of a talk in a timetable: where its notes are, its slides and videos."""

    notes: Place | None
    slides: tuple[Link, ...]
    videos: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TalkShown:
    """What stands below a talk: whether anybody has notes on it, topics that its title names, other talks of its
    speakers (``more`` have further ones), related talks and why: topics that both have, words that both use.

    :param author: whose notes the section itself has; '' where that is unknown, None where it has none.
    :param notes: those of further reports; none on the page of a further report.
    """

    written: bool
    speakers: int
    topics: tuple[Place, ...]
    others: tuple[TalkEntry, ...]
    more: tuple[PersonEntry, ...]
    related: tuple[tuple[TalkEntry, tuple[Place, ...], tuple[str, ...]], ...]
    author: str | None = None
    notes: tuple[NotesShown, ...] = ()


def notes_shown(record: object) -> tuple[NotesShown, ...]:
    """The notes of other reports that what is shown brings along."""
    if isinstance(record, TalkShown):
        return record.notes
    if isinstance(record, EventShown):
        return tuple(notes for talk in record.elsewhere for notes in talk)
    return ()
