"""The line of facts below an event's name."""

from __future__ import annotations

from docutils import nodes

from ..messages import _
from ..model.records import Event, Link
from ..nodes import archive_view, event_header, resource
from .dates import day_node, day_with_weekday, last_day, plain_day, span_nodes
from .fields import facts_node
from .people import tag_nodes

_FACTS = ('url', 'venue', 'hashtag', 'author', 'source', 'lang', 'timezone', 'series', 'number')


def fill_event_header(node: event_header, event: Event, language: str) -> None:
    """Write an event's facts into its node: attributes for the archive, children for the page.

    What a directive's author wrote inside stays, after the facts.
    """
    node['event_id'], node['event_title'] = event.id, event.title
    node['date'] = event.date.isoformat() if event.date else ''
    node['published'] = event.published.isoformat() if event.published else ''
    node['topics'] = list(event.topics)
    for name in _FACTS:
        node[name] = getattr(event, name)
    for name in ('start', 'end'):
        if getattr(event, name) is not None:
            node[name] = getattr(event, name)
    node['classes'].append('meetup-event')
    body, node.children = list(node.children), []
    rows = _rows(event, language)
    if rows:
        node += facts_node('meetup-event-facts', rows)
    told = _report_line(event, language)
    if told:
        node += nodes.paragraph('', '', *told, classes=['meetup-event-report'])
    around = archive_view(view='around-event', options={'id': event.id})
    around.source, around.line = node.source, node.line
    node += around
    node += body


def _rows(event: Event, language: str) -> list[tuple[str, str, list[nodes.Node]]]:
    rows: list[tuple[str, str, list[nodes.Node]]] = []
    if event.date is not None:
        rows.append(('date', _('Date'), [day_node(event.date, day_with_weekday(event.date, language))]))
    if event.start is not None:
        times = span_nodes(event.start, event.end, event)
        until = last_day(event)
        if until is not None and event.end is not None:
            times += [nodes.Text(' '), nodes.inline('', f'({day_with_weekday(until, language)})')]
        rows.append(('time', _('Time'), times))
    if event.venue:
        rows.append(('venue', _('Venue'), [nodes.Text(event.venue)]))
    if event.url:
        link = Link(event.url)
        rows.append(
            ('url', _('Event page'), [resource('', link.host, refuri=event.url, role='page', label='', internal=False)])
        )
    if event.hashtag:
        rows.append(('hashtag', _('Hashtag'), [nodes.Text(f'#{event.hashtag}')]))
    if event.topics:
        rows.append(('topics', _('Topics'), tag_nodes(event.topics)))
    return rows


def _report_line(event: Event, language: str) -> list[nodes.Node]:
    """Who wrote the report and when: small, so that it is not taken for the event's date."""
    parts: list[list[nodes.Node]] = []
    if event.author:
        parts.append([nodes.Text(_('Report by %s') % event.author)])
    if event.published:
        day = day_node(event.published, plain_day(event.published, language))
        before, _mark, after = _('published %s').partition('%s')
        parts.append([node for node in (nodes.Text(before), day, nodes.Text(after)) if node.astext()])
    if event.source:
        link = Link(event.source)
        before, _mark, after = _('facts from %s').partition('%s')
        reference = nodes.reference('', link.host or event.source, refuri=event.source, internal=False)
        parts.append([node for node in (nodes.Text(before), reference, nodes.Text(after)) if node.astext()])
    found: list[nodes.Node] = []
    for part in parts:
        if found:
            found.append(nodes.Text(' · '))
        found += part
    return found
