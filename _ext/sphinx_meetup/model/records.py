"""What the archive knows: frozen records of str, int, date and tuple, small when pickled.

Times of day are *minutes from midnight of the event's day* in the event's time zone, so a slot that
begins at half past midnight of the night after is 1470; :mod:`.time` turns them into moments.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

if TYPE_CHECKING:
    import datetime as dt

SlotKind = Literal['talk', 'break', 'other']
"""A slot of the timetable is a talk, a break (doors, pause, party), or something else (opening)."""


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker as one report names them.

    :param name: the name as written, without honorific; empty when only a handle is given.
    :param handle: an account name without ``@``; empty when none is given.
    :param affiliation: company or community as it was at that event.
    :param links: the addresses that the report puts on the name: profiles, a site of their own.
    """

    name: str = ''
    handle: str = ''
    affiliation: str = ''
    links: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What a reader sees: the name, or the handle with its ``@``."""
        return self.name or f'@{self.handle}'

    @property
    def text(self) -> str:
        """``Name (@handle)``, the form the ``read`` command prints."""
        if self.name and self.handle:
            return f'{self.name} (@{self.handle})'
        return self.label


@dataclass(frozen=True, slots=True)
class Link:
    """An address and the words on it (empty when it stood bare)."""

    url: str
    label: str = ''

    @property
    def host(self) -> str:
        """The host without ``www.``; empty for an address without one or that is malformed."""
        try:
            return (urlsplit(self.url).hostname or '').removeprefix('www.')
        except ValueError:
            return ''


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One row of a timetable; ``end`` is None when the report does not say, ``talk`` a talk's id or ''."""

    start: int
    end: int | None
    title: str
    people: tuple[Person, ...] = ()
    kind: SlotKind = 'other'
    talk: str = ''
    links: tuple[Link, ...] = ()
    note: str = ''

    @property
    def minutes(self) -> int | None:
        """The length in minutes, where the end is known."""
        return None if self.end is None else self.end - self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """One talk of an event.

    :param id: the id of its section on the page, ``talk-…``.
    :param event: the id of its event; empty for a talk that stands alone.
    :param kind: ``talk``, ``lt``, ``keynote`` or another word the author chose.
    :param written: whether the report has notes on it.
    """

    id: str
    title: str
    event: str = ''
    people: tuple[Person, ...] = ()
    start: int | None = None
    end: int | None = None
    slides: tuple[Link, ...] = ()
    videos: tuple[Link, ...] = ()
    topics: tuple[str, ...] = ()
    kind: str = 'talk'
    written: bool = False
    line: int = 0

    @property
    def name(self) -> str:
        """The name for roles and inventories: the event's id, a slash, the talk's id without its prefix."""
        short = self.id.removeprefix('talk-')
        return f'{self.event}/{short}' if self.event else short


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event as one document tells it; ``anchor`` is the id on the page to link to (may be '').

    :param series: the name that the events of a series share (``Example Meetup``), ``number`` which one of them
        this is, as written (``9``, ``2018``); '' where it is none of a series.
    """

    id: str
    title: str
    anchor: str = ''
    date: dt.date | None = None
    start: int | None = None
    end: int | None = None
    timezone: str = ''
    url: str = ''
    venue: str = ''
    hashtag: str = ''
    author: str = ''
    published: dt.date | None = None
    source: str = ''
    lang: str = ''
    series: str = ''
    number: str = ''
    topics: tuple[str, ...] = ()
    slots: tuple[Slot, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A person's own page or block, written by hand with the ``speaker`` directive."""

    id: str
    name: str
    handle: str = ''
    also: tuple[str, ...] = ()
    kana: str = ''
    links: tuple[Link, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """All that one document says.

    :param terms: for each talk's id the distinctive words of its section, by which related talks are found.
    """

    events: tuple[Event, ...] = ()
    talks: tuple[Talk, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    terms: tuple[tuple[str, tuple[str, ...]], ...] = ()


def without_lines(record: DocumentRecord) -> DocumentRecord:
    """The same said on no line in particular; the order of its parts is still that of the page."""
    return replace(
        record,
        events=tuple(replace(event, line=0) for event in record.events),
        talks=tuple(replace(talk, line=0) for talk in record.talks),
        speakers=tuple(replace(speaker, line=0) for speaker in record.speakers),
    )
