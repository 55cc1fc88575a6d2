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
from .records import EventShown, TalkShown

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
    )


def talk_shown(catalogue: Catalogue, docname: str, talk_id: str) -> TalkShown | None:
    """What stands below a talk's section."""
    found = catalogue.session_at.get((docname, talk_id))
    if found is None:
        return None
    _meetup, session = found
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
    )
