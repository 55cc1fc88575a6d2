"""The archive: the records of all documents, merged, sorted and looked up. Read-only."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .records import DocumentRecord, Event, Speaker, Talk

Kind = Literal['event', 'talk', 'speaker', 'topic', 'series']


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record is shown: its document, the id there ('' for the page itself), and its title."""

    docname: str
    anchor: str
    title: str


@dataclass(frozen=True)
class Archive:
    """A view of the records, made anew when they change; every order in it follows from the records."""

    documents: Mapping[str, DocumentRecord]

    @cached_property
    def events(self) -> tuple[tuple[str, Event], ...]:
        """Every event with its document, the newest first; without a date last; equal days by document."""
        found = [(docname, event) for docname, record in self.documents.items() for event in record.events]
        found.sort(key=lambda pair: (-(pair[1].date or date.min).toordinal(), pair[0], pair[1].line))
        return tuple(found)

    @cached_property
    def talks(self) -> tuple[tuple[str, Talk], ...]:
        """Every talk with its document, in the order of documents and then of the page."""
        return tuple((docname, talk) for docname in sorted(self.documents) for talk in self.documents[docname].talks)

    def talk_count(self, event: Event) -> int:
        """How many talks an event had: those with a section, and those that only its timetable names."""
        written = sum(1 for _, talk in self.talks_of.get(event.id, ()))
        return written + sum(1 for slot in event.slots if slot.kind == 'talk' and not slot.talk)

    @cached_property
    def talks_of(self) -> Mapping[str, tuple[tuple[str, Talk], ...]]:
        """The talks with a section, by the id of their event."""
        found: dict[str, tuple[tuple[str, Talk], ...]] = {}
        for docname, talk in self.talks:
            found[talk.event] = (*found.get(talk.event, ()), (docname, talk))
        return found

    @cached_property
    def speakers(self) -> tuple[tuple[str, Speaker], ...]:
        """Every speaker's own page, by id."""
        found = [(docname, speaker) for docname, record in self.documents.items() for speaker in record.speakers]
        return tuple(sorted(found, key=lambda pair: (pair[1].id, pair[0], pair[1].line)))

    @cached_property
    def named(self) -> tuple[tuple[Kind, str, Place], ...]:
        """Every event and talk under its full name; of several with one name that of the report published first."""
        found: dict[tuple[Kind, str], Place] = {}
        events = sorted(self.events, key=by_publication)
        order = {docname: place for place, (docname, _event) in reversed([*enumerate(events)])}
        for docname, event in events:
            found.setdefault(('event', event.id), Place(docname, event.anchor, event.title))
        for docname, talk in sorted(self.talks, key=lambda pair: order.get(pair[0], len(order))):
            found.setdefault(('talk', talk.name), Place(docname, talk.id, talk.title))
        return tuple((kind, name, place) for (kind, name), place in found.items())

    @cached_property
    def _names(self) -> dict[Kind, dict[str, list[Place]]]:
        names: dict[Kind, dict[str, list[Place]]] = {'event': {}, 'talk': {}}
        for docname, event in self.events:
            names['event'].setdefault(event.id, []).append(Place(docname, event.anchor, event.title))
        for docname, talk in self.talks:
            place = Place(docname, talk.id, talk.title)
            for name in dict.fromkeys((talk.name, talk.id, talk.id.removeprefix('talk-'))):
                names['talk'].setdefault(name, []).append(place)
        return names

    def find(self, kind: Kind, name: str, docname: str = '') -> tuple[Place, ...]:
        """The places that the name of an event or talk may mean: one when it is clear, none when unknown, several when
        ambiguous.

        :param docname: the page that asks; of several talks of one name its own is meant.
        """
        found = tuple(self._names[kind].get(name, ()))
        own = tuple(place for place in found if place.docname == docname)
        return own[:1] if own else found

    def names(self, kind: Kind) -> tuple[str, ...]:
        """All full names of events or talks, sorted: for suggestions."""
        if kind == 'talk':
            return tuple(sorted({talk.name for _, talk in self.talks}))
        return tuple(sorted(self._names[kind]))


def by_publication(report: tuple[str, Event]) -> tuple[date, str, int]:
    """A key for reports: the one published first is first; one of an unknown day last."""
    docname, event = report
    return (event.published or date.max, docname, event.line)


def digest(*parts: object) -> str:
    """A short fingerprint of records: their ``repr`` is stable, as they hold plain values only."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]
