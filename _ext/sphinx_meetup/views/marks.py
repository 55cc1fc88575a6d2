"""What a row of a timetable says of its talk: notes, slides, video."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..messages import _
from ..nodes import resource
from ..reading.links import is_web
from .places import place_link

if TYPE_CHECKING:
    from collections.abc import Collection

    from ..catalogue.shown.records import RowShown
    from .entries import Page


def row_marks(shown: RowShown, page: Page, linked: Collection[str]) -> list[nodes.Node]:
    """Marks for what there is; slides and videos lead there, and notes do where they are on another page.

    :param linked: addresses that the row links to already.
    """
    found: list[nodes.Node] = []
    if shown.notes is not None:
        here = shown.notes.docname == page.docname
        found.append(nodes.inline('', _('Notes')) if here else place_link(shown.notes, text=_('Notes')))
    for name, label, links in (('slides', _('Slides'), shown.slides), ('video', _('Video'), shown.videos)):
        reachable = [link for link in links if is_web(link.url) and link.url not in linked]
        if reachable:
            found.append(resource('', label, refuri=reachable[0].url, role=name, label='', internal=False))
    if not found:
        return []
    spaced = [part for mark in found for part in (nodes.Text(' '), mark)]
    return [nodes.Text(' '), nodes.inline('', '', *spaced[1:], classes=['meetup-marks'])]
