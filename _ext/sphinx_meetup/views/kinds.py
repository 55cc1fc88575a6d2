"""What a list shows of each kind of entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..messages import _
from . import entries as of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from docutils import nodes

    from .entries import Inline, Page


@dataclass(frozen=True)
class Kind:
    """How the entries of a kind are shown.

    :param title: the link to an entry.
    :param about: the parts of the line about it.
    :param empty: what to say of none.
    :param head: the name of a table's first column.
    :param columns: its further columns: name and cell.
    :param count: the number at the end of a dense list's line; None where an entry takes two lines.
    """

    title: Callable[[Any], nodes.Element]
    about: tuple[Callable[[Any, Page], Inline], ...]
    empty: Callable[[], str]
    head: Callable[[], str]
    columns: tuple[tuple[Callable[[], str], Callable[[Any, Page], Inline]], ...]
    count: Callable[[Any, Page], Inline] | None = None


KINDS: Mapping[str, Kind] = {
    'talks': Kind(
        title=of.talk_title,
        about=(of.talk_people, of.talk_event, of.day, of.talk_topics, of.talk_links),
        empty=lambda: _('No talks yet.'),
        head=lambda: _('Talk'),
        columns=(
            (lambda: _('Speakers'), of.talk_people),
            (lambda: _('Event'), of.talk_event),
            (lambda: _('Date'), of.day),
            (lambda: _('Slides and videos'), of.talk_links),
        ),
    ),
    'events': Kind(
        title=of.event_title,
        about=(of.day, of.venue, of.talk_count),
        empty=lambda: _('No events yet.'),
        head=lambda: _('Event'),
        columns=((lambda: _('Date'), of.day), (lambda: _('Venue'), of.venue), (lambda: _('Talks'), of.talks)),
    ),
    'speakers': Kind(
        title=of.speaker_name,
        about=(of.handle, of.years),
        empty=lambda: _('No speakers yet.'),
        head=lambda: _('Name'),
        columns=((lambda: _('Handle'), of.handle), (lambda: _('Years'), of.years), (lambda: _('Talks'), of.talks)),
        count=of.talk_count,
    ),
    'topics': Kind(
        title=of.title_link,
        about=(of.years,),
        empty=lambda: _('No topics yet.'),
        head=lambda: _('Topic'),
        columns=((lambda: _('Years'), of.years), (lambda: _('Talks'), of.talks), (lambda: _('Events'), of.events)),
        count=of.topic_count,
    ),
    'series': Kind(
        title=of.title_link,
        about=(of.years,),
        empty=lambda: _('No series yet.'),
        head=lambda: _('Series'),
        columns=((lambda: _('Years'), of.years), (lambda: _('Events'), of.events)),
        count=of.event_count,
    ),
    'years': Kind(
        title=of.title_link,
        about=(of.talk_count,),
        empty=lambda: _('No events yet.'),
        head=lambda: _('Year'),
        columns=((lambda: _('Events'), of.events), (lambda: _('Talks'), of.talks)),
        count=of.event_count,
    ),
}
