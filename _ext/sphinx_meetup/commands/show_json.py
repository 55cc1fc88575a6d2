"""The output for programs: one JSON object. Its first seven keys are a public contract; null is "not known"."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..model.time import clock

if TYPE_CHECKING:
    from .understood import Fact, Understood


def show(understood: Understood) -> str:
    """The object, indented."""
    return json.dumps(as_dict(understood), ensure_ascii=False, indent=1)


def as_dict(understood: Understood) -> dict[str, Any]:
    """The object, its keys in their fixed order."""
    event, assembled = understood.assembled.event, understood.assembled
    return {
        'title': event.title or None,
        'date': event.date.isoformat() if event.date else None,
        'start': _clock(event.start),
        'url': event.url or None,
        'venue': event.venue or None,
        'slots': [
            {
                'start': clock(slot.start),
                'end': _clock(slot.end),
                'title': row.title,
                'speakers': [person.text for person in row.people],
            }
            for slot, row in zip(event.slots, assembled.rows, strict=True)
        ],
        'talks': [
            {
                'title': talk.title,
                'speakers': [person.text for person in talk.people],
                'slides': talk.slides[0].url if talk.slides else None,
            }
            for talk in assembled.talks
        ],
        'end': _clock(event.end),
        'hashtag': event.hashtag or None,
        'timezone': event.timezone or None,
        'author': event.author or None,
        'published': event.published.isoformat() if event.published else None,
        'source': event.source or None,
        'lang': event.lang or understood.reading.lang or None,
        'topics': list(event.topics),
        'facts': [
            *map(_fact, understood.event_facts),
            *map(_fact, understood.slot_facts),
            *(
                {**_fact(fact), 'id': talk.id, 'slot': place}
                for fact, talk, place in zip(understood.talk_facts, assembled.talks, assembled.places, strict=True)
            ),
        ],
        'left': [{'title': left.title, 'line': left.line, 'why': left.why} for left in understood.reading.left],
        'problems': [
            {'code': problem.code.value, 'message': problem.message, 'line': problem.line}
            for problem in understood.problems
        ],
        'enabled': understood.reading.enabled,
    }


def _clock(minutes: int | None) -> str | None:
    return None if minutes is None else clock(minutes)


def _fact(fact: Fact) -> dict[str, Any]:
    return {'fact': fact.name, 'value': fact.value, 'line': fact.line, 'rule': fact.rule, 'certainty': fact.certainty}
