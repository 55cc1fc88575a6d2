"""The list of events: dense, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import pending_xref

from ..messages import _
from .dates import day_node, day_with_weekday

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.records import Event


def events_list_node(events: Sequence[tuple[Event, int]], docname: str, language: str) -> nodes.Node:
    """A bullet list of events, each a link to its page with its date and place.

    :param events: the events, each with the number of its talks.
    :param docname: the page that shows the list.
    """
    if not events:
        return nodes.paragraph('', _('No events yet.'))
    found = nodes.bullet_list(classes=['meetup-events'])
    for event, talks in events:
        found += nodes.list_item('', _item(event, talks, docname, language))
    return found


def _count(talks: int) -> str:
    if not talks:
        return ''
    return _('1 talk') if talks == 1 else _('%d talks') % talks


def _item(event: Event, talks: int, docname: str, language: str) -> nodes.paragraph:
    link = pending_xref(
        '', refdomain='meetup', reftype='event', reftarget=event.id, refdoc=docname, refexplicit=True, refwarn=False
    )
    link += nodes.inline('', event.title, classes=['meetup-events-title'])
    line = nodes.paragraph('', '', link)
    if event.date is not None:
        line.insert(0, day_node(event.date, day_with_weekday(event.date, language)))
        line.insert(1, nodes.Text(' '))
    told = ' · '.join(part for part in (event.venue, _count(talks)) if part)
    if told:
        line += [nodes.Text(' '), nodes.inline('', told, classes=['meetup-events-about'])]
    return line
