"""What stands around an event and below a talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.archive import Place
from ..entries import (
    identity_entry,
    is_written,
    place_of_meetup,
    place_of_series,
    place_of_session,
    talk_entry,
    topic_places,
)
from .records import EventShown, NotesShown, RowShown, TalkShown

if TYPE_CHECKING:
    from ..catalogue import Catalogue
    from ..shapes import Meetup, Session

MOST_OTHERS = 3
"""Other talks of a speaker below a talk; all of them are on the speaker's page."""


def event_shown(catalogue: Catalogue, docname: str, event_id: str) -> EventShown | None:
    """What stands around an event on a page that reports of it."""
    meetup = catalogue.meetup_of(docname, event_id)
    if meetup is None:
        return None
    series = catalogue.series.of(meetup.id)
    before, after = catalogue.series.neighbours(meetup.id)
    sessions = meetup.sessions
    return EventShown(
        place_of_series(series) if series else None,
        place_of_meetup(catalogue.meetup_by_id[before]) if before else None,
        place_of_meetup(catalogue.meetup_by_id[after]) if after else None,
        len(sessions),
        sum(map(is_written, sessions)),
        sum(1 for session in sessions if session.talk.slides),
        sum(1 for session in sessions if session.talk.videos),
        topic_places(catalogue, catalogue.topics.of_meetup(meetup)),
        None if meetup.docname == docname else place_of_meetup(meetup),
        tuple(
            Place(other, event.anchor, event.author)
            for other, event in meetup.reports
            if (other, event.id) != (docname, event_id)
        ),
        meetup.event.number,
        tuple(place_of_session(session) for session in sessions if not is_written(session)),
        _told_elsewhere(meetup) if meetup.docname == docname else (),
    )


def _told_elsewhere(meetup: Meetup) -> tuple[tuple[NotesShown, ...], ...]:
    told = (
        _notes_beside(session, meetup.docname)
        for session in meetup.sessions
        if all(telling.docname != meetup.docname for telling in session.tellings)
    )
    return tuple(notes for notes in told if notes)


def _notes_beside(session: Session, docname: str) -> tuple[NotesShown, ...]:
    """The notes on a talk in other documents than one."""
    return tuple(
        NotesShown(telling.docname, telling.talk.id, telling.author, telling.lang)
        for telling in session.tellings
        if telling.docname != docname and telling.talk.written
    )


def row_shown(catalogue: Catalogue, docname: str, talk_id: str, title: str) -> RowShown | None:
    """What there is of a talk that a timetable names.

    :param talk_id: the id of its section in the same document; '' where it has none, and ``title`` says which.
    """
    if talk_id:
        found = catalogue.session_at.get((docname, talk_id))
        session = found[1] if found is not None else None
    else:
        session = catalogue.session_in_row.get((docname, title))
    if session is None:
        return None
    written = sorted(
        (telling for telling in session.tellings if telling.talk.written), key=lambda one: one.docname != docname
    )
    place = Place(written[0].docname, written[0].talk.id, session.talk.title) if written else None
    return RowShown(place, session.talk.slides, session.talk.videos)


def talk_shown(catalogue: Catalogue, docname: str, talk_id: str) -> TalkShown | None:
    """What stands below a talk's section."""
    found = catalogue.session_at.get((docname, talk_id))
    if found is None:
        return None
    meetup, session = found
    others: dict[int, tuple[Meetup, Session]] = {}
    more = []
    for identity in catalogue.speakers_of(session):
        pairs = [pair for pair in catalogue.sessions_by_person[identity.id] if pair[1] is not session]
        others.update((id(pair[1]), pair) for pair in pairs[:MOST_OTHERS])
        if len(pairs) > MOST_OTHERS:
            more.append(identity_entry(identity))
    related = catalogue.related.of(session)
    given = {catalogue.topics.find(name) for name in session.talk.topics}
    return TalkShown(
        is_written(session),
        len(session.talk.people),
        topic_places(
            catalogue,
            tuple(name for name in catalogue.topics.of_session(session) if catalogue.topic_by_id[name] not in given),
        ),
        tuple(talk_entry(catalogue, *pair) for pair in others.values()),
        tuple(more),
        tuple(
            (
                talk_entry(catalogue, *catalogue.related.pair(relation)),
                topic_places(catalogue, relation.topics),
                relation.words,
            )
            for relation in related
        ),
        next((one.author for one in session.tellings if one.docname == docname and one.talk.written), None),
        _notes_beside(session, docname) if meetup.docname == docname else (),
    )
