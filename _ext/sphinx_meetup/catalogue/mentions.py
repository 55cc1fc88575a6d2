"""Every place in which the reports name somebody."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.records import Person
    from .shapes import Meetup


@dataclass(frozen=True, slots=True)
class Mention:
    """A person as one place of a report names them.

    :param day: the event's day, None where it is unknown.
    :param start: the minute at which the talk begins, -1 where it is unknown.
    :param series: the name of the event's series, or of the event itself.
    """

    person: Person
    day: dt.date | None
    docname: str
    line: int
    start: int
    event: str
    series: str

    @property
    def order(self) -> tuple[dt.date, str, int, int, tuple[str, str, tuple[str, ...], str]]:
        """Earliest first: by day (those without last), document, line; it follows from the content alone."""
        person = self.person
        told = (person.name, person.handle, person.links, person.affiliation)
        return (self.day or dt.date.max, self.docname, self.line, self.start, told)


def mentions(meetups: Sequence[Meetup]) -> list[Mention]:
    """All mentions, each once, in their order, whatever the order of the meetups."""
    found = {mention for meetup in meetups for mention in _of_meetup(meetup)}
    return sorted(found, key=lambda mention: (mention.order, mention.event, mention.series))


def _of_meetup(meetup: Meetup) -> Iterator[Mention]:
    event = meetup.event

    def each(people: Iterable[Person], docname: str, line: int, start: int | None) -> Iterator[Mention]:
        for person in people:
            where = (docname, line, -1 if start is None else start)
            yield Mention(person, event.date, *where, meetup.id, event.series or event.title)

    for docname, told in meetup.reports:
        for slot in told.slots:
            yield from each(slot.people, docname, told.line, slot.start)
    for session in meetup.sessions:
        talk = session.talk
        yield from each(talk.people, session.docname, talk.line or event.line, talk.start)
        for telling in session.tellings:
            yield from each(telling.talk.people, telling.docname, telling.talk.line, telling.talk.start)
