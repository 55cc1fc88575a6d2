"""A speaker's own block: names, reading, links, bio."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..messages import _
from ..nodes import resource, speaker
from .fields import facts_node

if TYPE_CHECKING:
    from ..model.records import Speaker


def fill_speaker(node: speaker, record: Speaker) -> None:
    """Write a speaker's facts into their node, before the bio that is inside."""
    node['speaker_id'], node['name'], node['handle'] = record.id, record.name, record.handle
    node['also'], node['kana'] = list(record.also), record.kana
    node['classes'] += ['meetup-person']
    rows: list[tuple[str, str, list[nodes.Node]]] = [('name', _('Name'), [nodes.Text(record.name)])]
    if record.kana:
        rows.append(('kana', _('Reading'), [nodes.inline('', record.kana, classes=['language-ja'])]))
    if record.handle:
        rows.append(('handle', _('Handle'), [nodes.Text(f'@{record.handle}')]))
    if record.also:
        rows.append(('also', _('Also known as'), [nodes.Text(_(', ').join(record.also))]))
    if record.links:
        links: list[nodes.Node] = []
        for link in record.links:
            if links:
                links.append(nodes.Text(_(', ')))
            text = link.label or link.host or link.url
            links.append(resource('', text, refuri=link.url, role='profile', label=link.label, internal=False))
        rows.append(('links', _('Links'), links))
    node.insert(0, facts_node('meetup-person-facts', rows))
