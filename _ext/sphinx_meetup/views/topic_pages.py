"""The pages of topics, series and years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..catalogue.shapes import Gap
from ..catalogue.topicmatch import fold
from ..messages import _
from . import counts, entries as of
from .dates import month_name
from .fields import facts_node
from .listings import listing
from .parts import around, section
from .pictures import topic_picture, year_picture
from .places import line, topic_nodes

if TYPE_CHECKING:
    from ..catalogue.entries import EventEntry
    from ..catalogue.shown.records import SeriesShown, TopicShown, YearShown
    from .entries import Page


def topic_page(shown: TopicShown, page: Page) -> list[nodes.Node]:
    """A topic below its title: its names and kin, its talks, its events."""
    rows: list[tuple[str, str, list[nodes.Node]]] = []
    spellings = {fold(name): name for name in reversed((shown.entry.place.title, *shown.also))}
    del spellings[fold(shown.entry.place.title)]
    if spellings:
        rows.append(('also', _('Also written'), [nodes.Text(_(', ').join(reversed(spellings.values())))]))
    for name, label, topics in (
        ('parents', _('Wider topics'), shown.parents),
        ('children', _('Narrower topics'), shown.children),
        ('related', _('Related topics'), shown.related),
    ):
        if topics:
            rows.append((name, label, topic_nodes(topics)))
    span = counts.years(shown.entry.first, shown.entry.last)
    if span:
        rows.append(('seen', _('Seen in'), [nodes.Text(span)]))
    found: list[nodes.Node] = [facts_node('meetup-topic-facts', rows)] if rows else []
    found += topic_picture(shown)
    if shown.talks:
        found.append(section(_('Talks'), 'talks', *listing('talks', shown.talks, page)))
    if shown.events:
        found.append(section(_('Events'), 'events', *listing('events', shown.events, page)))
    return found


def series_page(shown: SeriesShown, page: Page) -> list[nodes.Node]:
    """The events of a series in their order; what nobody wrote up is a quiet line between them."""
    found = nodes.bullet_list(classes=['meetup-series-events'])
    for entry in shown.entries:
        row = _gap(entry) if isinstance(entry, Gap) else _event(entry, page)
        found += nodes.list_item('', row, classes=['meetup-gap'] if isinstance(entry, Gap) else [])
    return [found]


def _gap(gap: Gap) -> nodes.paragraph:
    if gap.first == gap.last:
        return nodes.paragraph('', _('#%d: nobody wrote this one up yet') % gap.first)
    return nodes.paragraph(
        '', _('#%(first)d to #%(last)d: nobody wrote these up yet') % {'first': gap.first, 'last': gap.last}
    )


def _event(entry: EventEntry, page: Page) -> nodes.paragraph:
    row = nodes.paragraph('', '', of.event_title(entry))
    if entry.number.isdecimal() and entry.number not in entry.place.title:
        row += [nodes.Text(' '), nodes.inline('', f'#{entry.number}', classes=['meetup-series-number'])]
    about = line([of.day(entry, page), of.venue(entry, page), of.talk_count(entry, page)])
    if about.children:
        row += [nodes.Text(' '), nodes.inline('', '', *about.children, classes=['meetup-about'])]
    return row


def year_page(shown: YearShown, page: Page) -> list[nodes.Node]:
    """A year by its months."""
    return [
        *around(_('Years'), shown.before, shown.after),
        *year_picture(shown, page),
        *(
            section(month_name(month, page.language), f'month-{month}', *listing('events', entries, page))
            for month, entries in shown.months
        ),
    ]
