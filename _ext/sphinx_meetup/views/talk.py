"""A talk's card: its section, with time, speakers and links between the title and the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..messages import _
from ..nodes import archive_view, resource, talk, when
from ..reading.links import is_web, says_more
from ..reading.players import player_of
from ..reading.text import key
from .dates import length_node, span_nodes
from .design import as_button, as_card
from .fields import facts_node
from .people import chip_nodes, tag_nodes
from .player import host_words, player_node, take_players

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..model.records import Event, Link, Talk

KIND_NAMES: Mapping[str, Callable[[], str]] = {
    'lt': lambda: _('Lightning talk'),
    'keynote': lambda: _('Keynote'),
    'panel': lambda: _('Panel'),
    'workshop': lambda: _('Workshop'),
}


def fill_talk(node: talk, record: Talk, event: Event) -> None:
    """Write a talk's facts into its section: attributes for the archive, a block of facts below the title."""
    taken = take_players(node, {link.url for link in record.slides + record.videos})
    titles = {url: about for url, about in taken.items() if key(about) != key(record.title)}
    written = record.written and not (taken and len(node.children) == 1)
    node['talk_id'], node['event_id'], node['talk_title'] = record.id, record.event, record.title
    node['kind'], node['topics'], node['written'] = record.kind, list(record.topics), int(written)
    for name in ('start', 'end'):
        if getattr(record, name) is not None:
            node[name] = getattr(record, name)
    node['classes'].append('meetup-talk')
    as_card(node)
    if not written:
        node['classes'].append('meetup-talk-quiet')
    place = 1
    time = _when(record, event)
    if time is not None:
        node.insert(place, time)
        place += 1
    rows = _rows(record, titles)
    if rows:
        node.insert(place, facts_node('meetup-talk-facts', rows))
    _leave_room(node, record.id)


def _leave_room(node: talk, name: str) -> None:
    """A placeholder for what the archive knows around the talk: below the notes, above sections inside."""
    around = archive_view(view='around-talk', options={'id': name})
    around.source, around.line = node.source, node.line
    inner = next((at for at, child in enumerate(node.children) if isinstance(child, talk)), len(node.children))
    node.insert(inner, around)


def _when(record: Talk, event: Event) -> when | None:
    found: list[nodes.Node] = []
    if record.start is not None:
        found += span_nodes(record.start, record.end, event)
        if record.end is not None:
            found += [
                nodes.Text(' '),
                nodes.inline('', '', length_node(record.end - record.start), classes=['meetup-length']),
            ]
    if record.kind in KIND_NAMES:
        if found:
            found.append(nodes.Text(' '))
        found.append(nodes.inline('', KIND_NAMES[record.kind](), classes=['meetup-kind', f'meetup-kind-{record.kind}']))
    return when('', '', *found, classes=['meetup-when']) if found else None


def _rows(record: Talk, titles: Mapping[str, str]) -> list[tuple[str, str, list[nodes.Node]]]:
    rows: list[tuple[str, str, list[nodes.Node]]] = []
    if record.people:
        label = _('Speaker') if len(record.people) == 1 else _('Speakers')
        rows.append(('speakers', label, chip_nodes(record.people, detailed=True)))
    for name, label, links in (('slides', _('Slides'), record.slides), ('video', _('Video'), record.videos)):
        # A file beside the report (``./deck.pdf``) stays a link where its author put it.
        if reachable := tuple(link for link in links if is_web(link.url)):
            rows.append((name, label, _buttons(reachable, name, titles)))
    if record.topics:
        rows.append(('topics', _('Topics'), tag_nodes(record.topics)))
    return rows


def _buttons(links: tuple[Link, ...], role: str, titles: Mapping[str, str]) -> list[nodes.Node]:
    found: list[nodes.Node] = []
    for link in links:
        host = link.host or link.url
        text = host_words(role, host)
        title = titles.get(link.url, '')
        label = link.label if says_more(link.label) and link.label != link.host else title
        if label:
            text = f'{label} ({host})'
        shown = player_of(link.url)
        url = shown.page if shown else link.url
        button = resource('', text, refuri=url, role=role, label=link.label, internal=False)
        as_button(button)
        if found:
            found.append(nodes.Text(' '))
        found.append(player_node(shown, link.url, button, title) if shown else button)
    return found
