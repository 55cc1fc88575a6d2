"""HTML of our nodes. Other builders fall back on the docutils class that each node subclasses."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from ..messages import _
from ..nodes import (
    chip,
    clock,
    event_header,
    facts,
    neighbours,
    player,
    resource,
    search_form,
    slot_cell,
    slot_row,
    speaker,
    table_row,
    talk,
    timetable,
    when,
)
from ..views.player import host_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

_HUES = 12


def _hue(name: str) -> int:
    """A colour's number that follows from a speaker's id."""
    return hashlib.sha256(name.encode()).digest()[0] % _HUES


def initials(name: str) -> str:
    """Two letters for a speaker: of the first and last word of a Latin name, else the first two."""
    words = [word for word in name.lstrip('@').replace('_', ' ').replace('-', ' ').split() if word[0].isalnum()]
    letters = words[0][0] + words[-1][0] if len(words) > 1 and words[0].isascii() else ''.join(words)[:2]
    return unicodedata.normalize('NFC', letters).upper()


def visit_container(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append(self.starttag(node, 'div'))


def depart_container(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append('</div>\n')


def visit_neighbours(self: HTML5Translator, node: neighbours) -> None:
    self.body.append(self.starttag(node, 'nav', **{'aria-label': node['label']}))


def depart_neighbours(self: HTML5Translator, node: neighbours) -> None:
    self.body.append('</nav>\n')


def visit_search_form(self: HTML5Translator, node: search_form) -> None:
    """A form that needs no script: the search page takes the words from its address."""
    builder = self.builder
    if builder.name not in {'html', 'dirhtml'}:
        raise nodes.SkipNode
    address = self.encode(builder.get_relative_uri(self.docnames[0], 'search'))
    label, words = self.encode(node['label']), self.encode(str(_('Search')))
    self.body.append(
        f'<form class="meetup-search" role="search" action="{address}" method="get">'
        f'<input type="search" name="q" aria-label="{label}" placeholder="{label}" autocomplete="off">'
        f'<button class="sd-btn sd-btn-primary" type="submit">{words}</button></form>\n'
    )
    raise nodes.SkipNode


def visit_talk(self: HTML5Translator, node: talk) -> None:
    """The time and length stand above the title, as on a printed programme."""
    self.section_level += 1
    self.body.append(self.starttag(node, 'section', **{'data-talk-id': node['ids'][0]}))
    for child in node.children:
        if isinstance(child, when):
            _write_when(self, child)


def depart_talk(self: HTML5Translator, node: talk) -> None:
    self.section_level -= 1
    self.body.append('</section>\n')


def _write_when(self: HTML5Translator, node: when) -> None:
    self.body.append(self.starttag(node, 'p', ''))
    for child in node.children:
        child.walkabout(self)
    self.body.append('</p>\n')


def skip(self: HTML5Translator, node: nodes.Element) -> None:
    """Written by the talk already."""
    raise nodes.SkipNode


def visit_facts(self: HTML5Translator, node: facts) -> None:
    self.body.append(self.starttag(node, 'dl'))
    for row in node.findall(nodes.field):
        name, body = (child for child in row.children if isinstance(child, nodes.Element))
        self.body.append(self.starttag(body, 'div', ''))
        self.body.append(f'{self.starttag(name, "dt", "")}{self.encode(name.astext())}</dt><dd>')
        for block in body.children:
            for child in block.children if isinstance(block, nodes.paragraph) else [block]:
                child.walkabout(self)
        self.body.append('</dd></div>\n')
    self.body.append('</dl>\n')
    raise nodes.SkipNode


def visit_clock(self: HTML5Translator, node: clock) -> None:
    self.body.append(self.starttag(node, 'time', '', datetime=node['datetime']))


def depart_clock(self: HTML5Translator, node: clock) -> None:
    self.body.append('</time>')


def visit_chip(self: HTML5Translator, node: chip) -> None:
    name = node['name'] or node['handle']
    classes = f'meetup-hue-{_hue(node["speaker_id"])}'
    self.body.append(self.starttag(node, 'span', '', CLASS=classes))
    self.body.append(f'<span class="meetup-initials" aria-hidden="true">{self.encode(initials(name))}</span>')
    self.body.append('<span class="meetup-name">')


def depart_chip(self: HTML5Translator, node: chip) -> None:
    self.body.append('</span></span>')


def visit_resource(self: HTML5Translator, node: resource) -> None:
    self.body.append(
        self.starttag(node, 'a', '', CLASS=f'reference external meetup-{node["role"]}-link', href=node['refuri'])
    )


def depart_resource(self: HTML5Translator, node: resource) -> None:
    self.body.append('</a>')


def visit_player(self: HTML5Translator, node: player) -> None:
    """The link, and what the script needs to put a button beside it: nothing here asks another site for anything."""
    words = host_words(node['kind'], node['service'])
    about = node['about'] or _title_around(node)
    button = _('Show here (from %s)') % node['service']
    told = {
        'data-src': node['src'],
        'data-title': f'{words}: {about}' if about else words,
        'data-button': button,
        'data-name': f'{button}: {about}' if about else button,
    }
    self.body.append(self.starttag(node, 'span', '', CLASS='meetup-player', **told))


def depart_player(self: HTML5Translator, node: player) -> None:
    self.body.append('</span>')


def _title_around(node: nodes.Node) -> str:
    """The title of the section in which a node stands."""
    while node is not None and not isinstance(node, nodes.section):
        node = node.parent
    return next((child.astext() for child in node.children if isinstance(child, nodes.title)), '') if node else ''


def visit_timetable(self: HTML5Translator, node: timetable) -> None:
    """Roles are given although the elements have them: on a phone the style sheet changes their display."""
    self.body.append(self.starttag(node, 'table', role='table'))


def depart_timetable(self: HTML5Translator, node: timetable) -> None:
    self.body.append('</table>\n')


def visit_row(self: HTML5Translator, node: table_row) -> None:
    self.body.append(self.starttag(node, 'tr', '', role='row'))


def depart_row(self: HTML5Translator, node: table_row) -> None:
    self.body.append('</tr>\n')


_CELLS: dict[str, tuple[str, dict[str, Any]]] = {
    'time': ('th', {'scope': 'row', 'role': 'rowheader'}),
    'head': ('th', {'scope': 'col', 'role': 'columnheader'}),
    '': ('td', {'role': 'cell'}),
}


def visit_cell(self: HTML5Translator, node: slot_cell) -> None:
    """The time heads its row; the paragraph that other builders need is left out."""
    tag, roles = _CELLS.get(node['role'], _CELLS[''])
    self.body.append(self.starttag(node, tag, '', **roles))
    for paragraph in node.children:
        for child in paragraph.children:
            child.walkabout(self)
    if node['role'] == 'time' and isinstance(node.parent, slot_row):
        self.body.append(_bar(node.parent))
    self.body.append(f'</{tag}>\n')
    raise nodes.SkipNode


def _bar(row: slot_row) -> str:
    """A line as long as the slot, at its place in the programme, so that a gap shows as one.

    Sizes are attributes of SVG, not styles: a strict content security policy lets them through.
    """
    first, last = row['from'], row['to']
    if 'end' not in row or last <= first:
        return ''
    begin, length, whole = row['start'] - first, row['end'] - row['start'], last - first
    return (
        f'<svg class="meetup-bar" viewBox="0 0 {whole} 1" preserveAspectRatio="none" aria-hidden="true" '
        f'focusable="false"><rect class="meetup-bar-track" width="{whole}" height="1"></rect>'
        f'<rect class="meetup-bar-slot" x="{begin}" width="{length}" height="1"></rect></svg>'
    )


def visit_literal_block(self: HTML5Translator, node: nodes.literal_block) -> None:
    """Code that is wider than the page scrolls inside its box, and a keyboard has to reach what scrolls.

    WCAG 2.2, success criterion 2.1.1.
    """
    begin = len(self.body)
    try:
        HTML5Translator.visit_literal_block(self, node)
    finally:  # Sphinx writes the whole block and then skips the node
        self.body[begin:] = [part.replace('<pre>', '<pre tabindex="0">', 1) for part in self.body[begin:]]


def depart_literal_block(self: HTML5Translator, node: nodes.literal_block) -> None:
    HTML5Translator.depart_literal_block(self, node)


def setup_nodes(app: Sphinx) -> None:
    """Register the HTML visitors. Never for a builder's name: that would hide others' from that builder."""
    visitors: dict[type[nodes.Element], tuple[Callable[..., Any], Callable[..., Any] | None]] = {
        event_header: (visit_container, depart_container),
        neighbours: (visit_neighbours, depart_neighbours),
        search_form: (visit_search_form, None),
        speaker: (visit_container, depart_container),
        talk: (visit_talk, depart_talk),
        when: (skip, None),
        facts: (visit_facts, None),
        clock: (visit_clock, depart_clock),
        chip: (visit_chip, depart_chip),
        resource: (visit_resource, depart_resource),
        player: (visit_player, depart_player),
        timetable: (visit_timetable, depart_timetable),
        table_row: (visit_row, depart_row),
        slot_row: (visit_row, depart_row),
        slot_cell: (visit_cell, None),
    }
    for node, html in visitors.items():
        app.add_node(node, html=html)
    app.add_node(nodes.literal_block, override=True, html=(visit_literal_block, depart_literal_block))
