"""Units of the index -> what counts as one hit, with what the catalogue knows of it."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from ..search.items import Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..catalogue.catalogue import Catalogue
    from ..catalogue.shapes import Meetup, Session
    from ..model.records import DocumentRecord
    from ..search.units import Unit


def items_of(
    units: Iterable[Unit], catalogue: Catalogue, documents: Mapping[str, DocumentRecord], language: str
) -> tuple[Item, ...]:
    """A talk with its sections is one item, and so is every unit outside of talks.

    :param units: those of a talk follow one another.
    :param language: the site's, which is that of all that name none.
    """

    @cache
    def meetup_of(docname: str) -> Meetup | None:
        record = documents.get(docname)
        return catalogue.meetup_of(docname, record.events[0].id) if record and record.events else None

    items: list[Item] = []
    for (docname, talk), found in groupby(units, key=lambda unit: (unit.docname, unit.talk)):
        members = tuple(found)
        if talk:
            meetup, session = catalogue.session_at.get((docname, talk), (meetup_of(docname), None))
            items.append(_item(catalogue, meetup, session, len(members), 'talk', language))
        else:
            meetup = meetup_of(docname)
            items.extend(_item(catalogue, meetup, None, 1, _kind(unit, meetup), language) for unit in members)
    return tuple(items)


def _kind(unit: Unit, meetup: Meetup | None) -> str:
    """What a unit outside of talks is to who chooses among hits: a section is what it is a section of."""
    if unit.kind == 'section':
        return 'event' if meetup else 'page'
    return unit.kind


def _item(
    catalogue: Catalogue, meetup: Meetup | None, session: Session | None, units: int, kind: str, language: str
) -> Item:
    topics = (
        *(catalogue.topics.of_session(session) if session else ()),
        *(catalogue.topics.of_meetup(meetup) if meetup else ()),
    )
    series = catalogue.series.of(meetup.id) if meetup else None
    known = catalogue.topic_by_id
    return Item(
        units=units,
        kind=session.talk.kind if session else kind,
        day=meetup.event.date if meetup else None,
        series=(series.id, series.name) if series else None,
        language=(meetup.event.lang if meetup else '') or language,
        people=tuple((one.id, one.name) for one in catalogue.speakers_of(session)) if session else (),
        topics=tuple((name, known[name].name) for name in dict.fromkeys(topics) if name in known),
        slides=bool(session and session.talk.slides),
        video=bool(session and session.talk.videos),
    )
