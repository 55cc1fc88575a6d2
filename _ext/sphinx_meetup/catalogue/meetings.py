"""Reports to meetups: what several reports tell of one event comes together.

Two reports are of one event when they give it one id, or one address of its own (a host and a path), unless their
days lie more than one apart: an address that was used again is no second report. The event's page is the report that
was published first, so that it stays where it is when later ones come.
"""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from ..model.archive import by_publication
from ..model.ids import event_id
from ..model.records import Event, Talk
from ..reading.text import key
from .shapes import Meetup, Session, Telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.archive import Archive
    from ..model.records import Person, Slot

Report = tuple[str, Event]


def meetups(archive: Archive) -> tuple[Meetup, ...]:
    """Every event once, the newest first; without a date last; equal days by document."""
    found = [_meetup(archive, group) for group in _groups(archive.events)]
    found.sort(key=lambda meetup: (-(meetup.event.date or date.min).toordinal(), meetup.docname, meetup.event.line))
    return tuple(found)


def address_of(url: str) -> str:
    """What two spellings of an event's address have in common; '' for none, or for a site as a whole."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or '').removeprefix('www.')
    except ValueError:
        return ''
    path = parts.path.rstrip('/')
    return f'{host}{path}' if host and path else ''


def _names(event: Event) -> Iterator[str]:
    # An id that only repeats a title says nothing: many posts are called "I went to a meetup".
    if event.date is not None or event.id != event_id(event.title, None):
        yield f'id:{event.id}'
    address = address_of(event.url)
    if address:
        yield f'address:{address}'


def _groups(events: Sequence[Report]) -> list[list[Report]]:
    """The reports of each event, the event's page first."""
    groups: list[list[Report]] = []
    by_name: dict[str, list[list[Report]]] = {}
    for report in sorted(events, key=by_publication):
        names = list(_names(report[1]))
        candidates = (group for name in names for group in by_name.get(name, ()))
        group = next((group for group in candidates if _fits(report, group)), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(report)
        for name in names:
            known = by_name.setdefault(name, [])
            if not any(other is group for other in known):
                known.append(group)
    return groups


def _fits(report: Report, group: Sequence[Report]) -> bool:
    """Whether a report may be a further one of an event: of another document, and of its day or the next."""
    docname, event = report
    for other_docname, other in group:
        if other_docname == docname:
            return False
        if event.date and other.date and abs((event.date - other.date).days) > 1:
            return False
    return True


F = TypeVar('F', Event, Talk)


def _filled(first: F, others: Iterable[F]) -> F:
    """The facts of a record, with empty ones from the next that has them."""
    empty = [field.name for field in fields(first) if getattr(first, field.name) in ('', None, ())]
    values = {}
    for name in empty:
        for other in others:
            if getattr(other, name) not in ('', None, ()):
                values[name] = getattr(other, name)
                break
    return replace(first, **values) if values else first


def _meetup(archive: Archive, reports: list[Report]) -> Meetup:
    docname, first = reports[0]
    event = _filled(first, [event for _, event in reports[1:]])
    return Meetup(
        id=first.id,
        event=event,
        docname=docname,
        anchor=first.anchor,
        reports=tuple(reports),
        sessions=tuple(_programme(archive, reports)),
    )


class _Joined:
    """A talk while the reports of it are gathered."""

    def __init__(self, docname: str, event: Event, anchor: str, talk: Talk) -> None:
        self.anchor = anchor
        self.docname = docname
        self.talks = [talk]
        self.tellings: list[Telling] = []
        self.rows: list[tuple[str, str]] = []
        self.documents: set[str] = set()
        self._note(docname, event, talk)

    def _note(self, docname: str, event: Event, talk: Talk) -> None:
        self.documents.add(docname)
        if talk.id:
            self.tellings.append(Telling(docname=docname, author=event.author, talk=talk, lang=event.lang))
        else:
            self.rows.append((docname, talk.title))

    def add(self, docname: str, event: Event, talk: Talk) -> None:
        if talk.id and not self.tellings:  # a card says more than a timetable
            self.docname, self.anchor = docname, talk.id
            self.talks.insert(0, talk)
        else:
            self.talks.append(talk)
        self._note(docname, event, talk)

    def session(self, event: str) -> Session:
        talk = _filled(self.talks[0], self.talks[1:])
        fullest = max((talk.people for talk in self.talks), key=len)
        if len(fullest) > len(talk.people):
            talk = replace(talk, people=fullest)
        return Session(
            event=event,
            docname=self.docname,
            anchor=self.anchor,
            talk=talk,
            tellings=tuple(self.tellings),
            rows=tuple(self.rows),
        )


def _programme(archive: Archive, reports: list[Report]) -> list[Session]:
    """The talks of an event in the order of its programme: by time where it is known, else as the reports have them."""
    joined: list[_Joined] = []
    by_sign: dict[str, list[_Joined]] = {}
    for docname, event in reports:
        for anchor, talk in _told(archive, docname, event):
            signs = list(_signs(talk))
            candidates = (one for sign in signs for one in by_sign.get(sign, ()))
            found = next((one for one in candidates if docname not in one.documents), None)
            if found is None:
                found = _Joined(docname, event, anchor, talk)
                joined.append(found)
            else:
                found.add(docname, event, talk)
            for sign in signs:
                by_sign.setdefault(sign, []).append(found)
    sessions = [one.session(reports[0][1].id) for one in joined]
    if all(session.talk.start is not None for session in sessions):
        sessions.sort(key=lambda session: session.talk.start or 0)
    return sessions


def _told(archive: Archive, docname: str, event: Event) -> Iterator[tuple[str, Talk]]:
    """The talks that one report tells of with their anchors: its sections, and what only its timetable names."""
    written = [talk for name, talk in archive.talks_of.get(event.id, ()) if name == docname]
    yield from ((talk.id, talk) for talk in written)
    for slot in event.slots:
        if slot.kind == 'talk' and not slot.talk:
            yield event.anchor, _talk_of(slot, event)


def _talk_of(slot: Slot, event: Event) -> Talk:
    return Talk(id='', title=slot.title, event=event.id, people=slot.people, start=slot.start, end=slot.end)


def _signs(talk: Talk) -> Iterator[str]:
    """What two reports of one talk have in common, the surest first."""
    for link in talk.slides:
        address = address_of(link.url)
        if address:
            yield f'slides:{address}'
    title = key(talk.title)
    if title:
        yield f'title:{title}'
    if talk.start is not None:
        for person in talk.people:
            yield f'time:{talk.start}:{_person(person)}'


def _person(person: Person) -> str:
    return person.handle.casefold() or key(person.name)
