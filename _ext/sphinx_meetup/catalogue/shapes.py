"""What the catalogue is made of. Frozen and plain like the records, so that a digest of them tells what a page shows.

Names follow schema.org where it has one: a *meetup* is an ``Event`` however many reports tell of it, a *session* is a
talk at it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from ..model.archive import Place
    from ..model.records import Event, Link, Person, Talk


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """Where a person was at an event: ``day`` is the event's, None where it is unknown."""

    day: dt.date | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A person of the archive, under all their spellings.

    :param id: the name of their page, ``speakers/<id>``.
    :param name: the name that is shown: the one of their own page, else the most telling spelling.
    :param names: the other spellings of the name, without handles, in the order of first use.
    :param handles: account names without ``@``, in the order of first use; the first is shown.
    :param kana: the reading, where a ``speaker`` directive gives it or the name is kana itself.
    :param links: addresses of profiles, each once.
    :param affiliations: oldest first, a run of equal ones once; those without a day last.
    :param place: the page or block that a ``speaker`` directive wrote; None where the page is made.
    :param old_ids: other names of the page, under which the person may have been known: each leads to ``id``.
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    kana: str = ''
    links: tuple[Link, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    place: Place | None = None
    old_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One report's word on a talk: its document, its author, its language, and the talk as it stands there."""

    docname: str
    author: str
    talk: Talk
    lang: str = ''


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A talk at a meetup, told by one report or several.

    :param event: the id of the meetup.
    :param docname: the document to link to, ``anchor`` the id there.
    :param talk: its facts, what one report leaves out filled in from the next; for a talk that only a timetable
        names, ``talk.id`` is '' and ``anchor`` the event's.
    :param tellings: every report's section on it; none for a talk that only a timetable names.
    :param rows: timetables that name it in a report without a section on it, as (docname, title of the row).
    """

    event: str
    docname: str
    anchor: str
    talk: Talk
    tellings: tuple[Telling, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetup:
    """One event of the archive with all its reports.

    :param event: its facts, what one report leaves out filled in from the next.
    :param docname: the document that is the event's page, ``anchor`` the id there.
    :param reports: every report as (docname, event), the page's own first.
    :param sessions: its talks in the order of the programme.
    """

    id: str
    event: Event
    docname: str
    anchor: str
    reports: tuple[tuple[str, Event], ...]
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Numbers of a series that nobody wrote up: from ``first`` to ``last``."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Events that share a name.

    :param entries: the ids of its meetups in their order, with the gaps where they fall.
    """

    id: str
    name: str
    entries: tuple[str | Gap, ...]

    @property
    def meetups(self) -> tuple[str, ...]:
        """The ids of its meetups, in order."""
        return tuple(entry for entry in self.entries if isinstance(entry, str))


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject of talks and events.

    :param also: other spellings that reports use for it.
    :param parents: the ids of wider topics, ``children`` those of narrower ones.
    """

    id: str
    name: str
    also: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    children: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Two people who may be one; never joined, only said.

    :param first: the id of one, ``second`` that of the other, who has the page or would have it; '' where one person
        may be several.
    :param why: what they have in common, as words.
    :param name: what the first is called where they are alike, ``docname`` and ``line`` where it is called so first;
        ``other_name`` and its place are the second's.
    :param also: what joins them, written below ``also`` on the second's page; '' for what no page settles.
    """

    first: str
    second: str
    why: str
    person: Person | None = None
    name: str = ''
    docname: str = ''
    line: int = 0
    other_name: str = ''
    other_docname: str = ''
    other_line: int = 0
    also: str = ''


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """What the archive says twice: ``docname`` and ``line`` of the later one, and what to do."""

    docname: str
    line: int
    message: str
