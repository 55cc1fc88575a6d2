"""Lists of talks, events, people, topics, series and years: as a list, a table or cards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docutils import nodes

from ..messages import _
from . import counts
from .dates import day_node, day_with_weekday
from .design import as_card
from .entries import (
    event_about,
    event_title,
    series_about,
    speaker_about,
    talk_day,
    talk_event,
    talk_links,
    talk_people,
    talk_title,
    talk_topics,
    topic_about,
    topic_count,
    year_about,
)
from .places import line, place_link
from .tables import table_node

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from .entries import Page

Inline = list[nodes.Node]


@dataclass(frozen=True)
class _Kind:
    """How the entries of a kind are shown.

    :param title: the link to an entry.
    :param about: the line about it, in parts.
    :param count: its number, at the end of the line.
    :param columns: further columns of a table: the head and the cell.
    :param empty: what to say of none.
    """

    title: Callable[[Any], nodes.Element]
    about: Callable[[Any, Page], list[Inline]]
    empty: Callable[[], str]
    head: Callable[[], str]
    columns: tuple[tuple[Callable[[], str], Callable[[Any, Page], Inline]], ...]
    count: Callable[[Any], str] | None = None


def _place(entry: Any) -> nodes.Element:
    return place_link(entry.place)


def _person(entry: Any) -> nodes.Element:
    return place_link(entry.place, 'meetup-speaker')


def _years(entry: Any, page: Page) -> Inline:
    return _text(counts.years(entry.first, entry.last))


def _text(text: str) -> Inline:
    return [nodes.Text(text)] if text else []


def _number(name: str) -> Callable[[Any, Page], Inline]:
    return lambda entry, page: [nodes.inline('', f'{getattr(entry, name)}', classes=['meetup-number'])]


_KINDS: Mapping[str, _Kind] = {
    'talks': _Kind(
        title=talk_title,
        about=lambda entry, page: [
            talk_people(entry, page), talk_event(entry), talk_day(entry, page), talk_topics(entry, page), talk_links(entry),
        ],
        empty=lambda: _('No talks yet.'),
        head=lambda: _('Talk'),
        columns=(
            (lambda: _('Speakers'), talk_people),
            (lambda: _('Event'), lambda entry, page: talk_event(entry)),
            (lambda: _('Date'), talk_day),
            (lambda: _('Slides and videos'), lambda entry, page: talk_links(entry)),
        ),
    ),
    'events': _Kind(
        title=event_title,
        about=lambda entry, page: [talk_day(entry, page), *event_about(entry)],
        empty=lambda: _('No events yet.'),
        head=lambda: _('Event'),
        columns=(
            (lambda: _('Date'), talk_day),
            (lambda: _('Venue'), lambda entry, page: _text(entry.venue)),
            (lambda: _('Talks'), _number('talks')),
        ),
    ),
    'speakers': _Kind(
        title=_person,
        about=lambda entry, page: speaker_about(entry),
        empty=lambda: _('No speakers yet.'),
        head=lambda: _('Name'),
        columns=(
            (lambda: _('Handle'), lambda entry, page: _text(f'@{entry.handle}' if entry.handle else '')),
            (lambda: _('Years'), _years),
            (lambda: _('Talks'), _number('talks')),
        ),
        count=lambda entry: counts.talks(entry.talks) if entry.talks else '',
    ),
    'topics': _Kind(
        title=_place,
        about=lambda entry, page: topic_about(entry),
        empty=lambda: _('No topics yet.'),
        head=lambda: _('Topic'),
        columns=(
            (lambda: _('Years'), _years),
            (lambda: _('Talks'), _number('talks')),
            (lambda: _('Events'), _number('events')),
        ),
        count=topic_count,
    ),
    'series': _Kind(
        title=_place,
        about=lambda entry, page: series_about(entry),
        empty=lambda: _('No series yet.'),
        head=lambda: _('Series'),
        columns=((lambda: _('Years'), _years), (lambda: _('Events'), _number('events'))),
        count=lambda entry: counts.events(entry.events),
    ),
    'years': _Kind(
        title=_place,
        about=lambda entry, page: year_about(entry),
        empty=lambda: _('No events yet.'),
        head=lambda: _('Year'),
        columns=((lambda: _('Events'), _number('events')), (lambda: _('Talks'), _number('talks'))),
        count=lambda entry: counts.events(entry.events),
    ),
}  # fmt: skip


def listing(kind: str, entries: Sequence[Any], page: Page, layout: str = 'list', empty: str = '') -> list[nodes.Node]:
    """A list of entries of one kind.

    :param kind: ``talks``, ``events``, ``speakers``, ``topics``, ``series`` or ``years``.
    :param layout: ``list``, ``table`` or ``cards``.
    :param empty: what to say where there is none.
    """
    form = _KINDS[kind]
    if not entries:
        return [nodes.paragraph('', empty or form.empty(), classes=['meetup-none'])]
    if layout == 'table':
        return [_table(kind, form, entries, page)]
    if layout == 'cards':
        return [_cards(kind, form, entries, page)]
    if kind == 'events':
        return [_events(entries, page)]
    found = nodes.bullet_list(classes=[f'meetup-{kind}', 'meetup-index' if form.count else 'meetup-listing'])
    for entry in entries:
        found += nodes.list_item('', *_item(form, entry, page))
    return [found]


def _item(form: _Kind, entry: Any, page: Page) -> list[nodes.Node]:
    """A talk takes two lines; what is listed with its number takes one."""
    about = line(form.about(entry, page), 'meetup-about')
    if form.count is None:
        return [nodes.paragraph('', '', form.title(entry), classes=['meetup-entry']), about]
    row = nodes.paragraph('', '', form.title(entry), classes=['meetup-entry'])
    if about.children:
        row += [nodes.Text(' '), nodes.inline('', '', *about.children, classes=['meetup-about'])]
    count = form.count(entry)
    if count:
        row += [nodes.Text(' '), nodes.inline('', count, classes=['meetup-count'])]
    return [row]


def _events(entries: Sequence[Any], page: Page) -> nodes.bullet_list:
    """Events: the day first, as in a calendar."""
    found = nodes.bullet_list(classes=['meetup-events'])
    for entry in entries:
        row = nodes.paragraph('', '', event_title(entry))
        if entry.date is not None:
            row.insert(0, day_node(entry.date, day_with_weekday(entry.date, page.language)))
            row.insert(1, nodes.Text(' '))
        told = line(event_about(entry)).astext()
        if told:
            row += [nodes.Text(' '), nodes.inline('', told, classes=['meetup-events-about'])]
        found += nodes.list_item('', row)
    return found


def _table(kind: str, form: _Kind, entries: Sequence[Any], page: Page) -> nodes.table:
    head = [form.head(), *(label() for label, _cell in form.columns)]
    rows = [[[form.title(entry)], *(cell(entry, page) for _label, cell in form.columns)] for entry in entries]
    return table_node(head, rows, f'meetup-{kind}-table')


def _cards(kind: str, form: _Kind, entries: Sequence[Any], page: Page) -> nodes.container:
    found = nodes.container(classes=['meetup-cards', f'meetup-{kind}-cards'])
    for entry in entries:
        card = nodes.container('', *_item(form, entry, page), classes=['meetup-card'])
        as_card(card)
        found += card
    return found
