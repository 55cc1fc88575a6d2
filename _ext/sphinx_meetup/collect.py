"""Nodes to records: the one place where what a page shows becomes what the archive knows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from docutils import nodes

from .catalogue.terms import terms
from .model.records import DocumentRecord, Event, Link, Person, Slot, Speaker, Talk
from .nodes import chip, event_header, facts, resource, slot_row, speaker, talk, timetable, when

if TYPE_CHECKING:
    from collections.abc import Iterator


def collect(document: nodes.document) -> DocumentRecord:
    """The records of a read document; what is marked ``no_index`` (an example) stays out."""
    events: list[Event] = []
    talks: list[Talk] = []
    speakers: list[Speaker] = []
    slots: dict[str, list[Slot]] = {}
    words: list[tuple[str, tuple[str, ...]]] = []
    for node in document.findall(nodes.Element):
        if node.get('no_index'):
            continue
        if isinstance(node, event_header):
            events.append(_event(node))
        elif isinstance(node, timetable):
            slots.setdefault(node['event_id'], []).extend(map(_slot, node.findall(slot_row)))
        elif isinstance(node, talk):
            talks.append(_talk(node))
            words.append((node['ids'][0], terms(_prose(node))))
        elif isinstance(node, speaker):
            speakers.append(_speaker(node))
    return DocumentRecord(
        tuple(_with_slots(event, slots.get(event.id, [])) for event in events),
        tuple(talks),
        tuple(speakers),
        tuple(words),
    )


def _with_slots(event: Event, slots: list[Slot]) -> Event:
    values = {name: getattr(event, name) for name in Event.__slots__}
    return Event(**{**values, 'slots': tuple(slots)})


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _event(node: event_header) -> Event:
    return Event(
        id=node['event_id'],
        title=node['event_title'],
        anchor=node['ids'][0] if node['ids'] else '',
        date=_day(node['date']),
        start=node.get('start'),
        end=node.get('end'),
        timezone=node['timezone'],
        url=node['url'],
        venue=node['venue'],
        hashtag=node['hashtag'],
        author=node['author'],
        published=_day(node['published']),
        source=node['source'],
        lang=node['lang'],
        series=node['series'],
        number=node['number'],
        topics=tuple(node['topics']),
        line=node.line or 0,
    )


def _people(node: nodes.Element) -> tuple[Person, ...]:
    return tuple(
        Person(found['name'], found['handle'], found['affiliation'], tuple(found['profiles']))
        for found in node.findall(chip)
    )


def _slot(node: slot_row) -> Slot:
    return Slot(
        start=node['start'],
        end=node.get('end'),
        title=node['slot_title'],
        people=_people(node),
        kind=node['kind'],
        talk=node['talk'],
        links=tuple(Link(link['refuri'], link['label']) for link in node.findall(resource)),
        note=node['note'],
    )


def _own_facts(node: talk) -> Iterator[nodes.Element]:
    """The talk's meta block alone: chips and links in the notes are not the talk's."""
    for child in node.children[1:]:
        if isinstance(child, nodes.field_list) and 'meetup-talk-facts' in child['classes']:
            yield child


def _talk(node: talk) -> Talk:
    people: tuple[Person, ...] = ()
    slides: list[Link] = []
    videos: list[Link] = []
    for block in _own_facts(node):
        people += _people(block)
        for link in block.findall(resource):
            (slides if link['role'] == 'slides' else videos).append(Link(link['refuri'], link['label']))
    return Talk(
        id=node['ids'][0],
        title=node['talk_title'],
        event=node['event_id'],
        people=people,
        start=node.get('start'),
        end=node.get('end'),
        slides=tuple(slides),
        videos=tuple(videos),
        topics=tuple(node['topics']),
        kind=node['kind'],
        written=bool(node['written']),
        line=node.line or 0,
    )


_NO_PROSE = (
    nodes.literal_block, nodes.Invisible, nodes.raw, nodes.system_message,
    facts, event_header, talk, timetable, speaker, when,
)  # fmt: skip
_MOST_PROSE = 10_000


def _prose(node: talk) -> str:
    """The title and the notes of a talk, a line for each block; code, facts and what is a record itself stay out."""
    lines = [node['talk_title']]
    length = 0
    stack: list[nodes.Node] = node.children[:0:-1]
    while stack and length < _MOST_PROSE:
        part = stack.pop()
        if isinstance(part, _NO_PROSE) or (isinstance(part, nodes.Element) and part.get('no_index')):
            continue
        if isinstance(part, nodes.TextElement):
            lines.append(part.astext())
            length += len(lines[-1])
        else:
            stack.extend(reversed(part.children))
    return '\n'.join(lines)


def _speaker(node: speaker) -> Speaker:
    return Speaker(
        id=node['speaker_id'],
        name=node['name'],
        handle=node['handle'],
        also=tuple(node['also']),
        kana=node['kana'],
        links=tuple(Link(link['refuri'], link['label']) for link in node.findall(resource)),
        line=node.line or 0,
    )
