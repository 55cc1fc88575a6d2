"""The timetable: a real table, one row a slot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..messages import _
from ..model.time import Span, gaps
from ..nodes import archive_view, resource, slot_cell, slot_row, table_row, timetable
from ..reading.links import is_web
from .dates import length_node, plain_day, span_nodes
from .people import chip_nodes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.records import Event, Slot

_WIDTHS = (22, 50, 28)


def fill_timetable(node: timetable, event: Event, slots: Sequence[Slot], language: str) -> None:
    """Write the slots into a table node: caption, headings, rows.

    :param slots: the slots of this table, in the order of the report.
    """
    node['event_id'] = event.id
    node['classes'].append('meetup-timetable')
    node += nodes.title('', _caption(event, language))
    group = nodes.tgroup(cols=len(_WIDTHS))
    group += [nodes.colspec(colwidth=width) for width in _WIDTHS]
    head = table_row()
    head += [_cell('head', [nodes.Text(label)]) for label in (_('Time'), _('Title'), _('Speakers'))]
    group += nodes.thead('', head)
    body = nodes.tbody()
    spans = [Span(slot.start, slot.end) for slot in slots]
    first = min((span.start for span in spans), default=0)
    last = max((span.end or span.start for span in spans), default=0)
    before = gaps(spans)
    for place, slot in enumerate(slots):
        row = _row(slot, event)
        row['from'], row['to'] = first, last
        if place in before and place:
            row['classes'].append('meetup-after-gap')
        body += row
    group += body
    node += group


def _caption(event: Event, language: str) -> str:
    zone = event.timezone.replace('_', ' ')
    if event.title and event.date:
        values = {'event': event.title, 'date': plain_day(event.date, language), 'zone': zone}
        return _('Timetable of %(event)s, %(date)s (%(zone)s)') % values
    if event.title:
        return _('Timetable of %(event)s (%(zone)s)') % {'event': event.title, 'zone': zone}
    return _('Timetable')


def _row(slot: Slot, event: Event) -> slot_row:
    row = slot_row(
        start=slot.start,
        kind=slot.kind,
        talk=slot.talk,
        slot_title=slot.title,
        note=slot.note,
        classes=['meetup-slot', f'meetup-slot-{slot.kind}'],
    )
    if slot.end is not None:
        row['end'] = slot.end
    time = span_nodes(slot.start, slot.end, event)
    if slot.minutes:
        time += [nodes.Text(' '), nodes.inline('', '', length_node(slot.minutes), classes=['meetup-length'])]
    title: nodes.Node = nodes.Text(slot.title)
    if slot.talk:
        title = nodes.reference('', slot.title, refid=slot.talk, internal=True, classes=['meetup-talk-link'])
    row += _cell('time', time)
    row += _cell('title', [title, *_extras(slot), *_room_for_marks(slot)])
    row += _cell('people', chip_nodes(slot.people))
    return row


def _extras(slot: Slot) -> list[nodes.Node]:
    """What else a row says, behind its title: links, and the text of further columns."""
    found: list[nodes.Node] = []
    for link in slot.links:
        said = link.label in slot.title or is_web(link.label)
        text = (link.host or link.url) if said else link.label
        found += [nodes.Text(' '), resource('', text, refuri=link.url, role='row', label=link.label, internal=False)]
    if slot.note:
        found += [nodes.Text(' '), nodes.inline('', slot.note, classes=['meetup-note'])]
    return found


def _room_for_marks(slot: Slot) -> list[nodes.Node]:
    """A placeholder for what the archive has of the talk, which another report may tell."""
    if slot.kind != 'talk' and not slot.talk:
        return []
    options = {'id': slot.talk} if slot.talk else {'title': slot.title}
    if slot.links:
        options['links'] = ' '.join(link.url for link in slot.links)
    return [archive_view(view='row', options=options)]


def _cell(role: str, content: Sequence[nodes.Node]) -> slot_cell:
    cell = slot_cell(role=role, classes=[f'meetup-slot-{role}'])
    if content:
        cell += nodes.paragraph('', '', *content)
    return cell
