"""Lists of talks, events, people, topics, series and years: as a list, a table or cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from . import entries as of
from .dates import day_node, day_with_weekday
from .design import as_card
from .kinds import KINDS
from .places import line
from .tables import table_node

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..catalogue.entries import EventEntry
    from .entries import Inline, Page
    from .kinds import Kind


def listing(kind: str, entries: Sequence[Any], page: Page, layout: str = 'list', empty: str = '') -> list[nodes.Node]:
    """A list of entries of one kind.

    :param kind: ``talks``, ``events``, ``speakers``, ``topics``, ``series`` or ``years``.
    :param layout: ``list``, ``table`` or ``cards``.
    :param empty: what to say where there is none.
    """
    form = KINDS[kind]
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


def _item(form: Kind, entry: Any, page: Page) -> list[nodes.Node]:
    """A talk takes two lines; what is listed with its number takes one."""
    about = line((part(entry, page) for part in form.about), 'meetup-about')
    row = nodes.paragraph('', '', form.title(entry), classes=['meetup-entry'])
    if form.count is None:
        return [row, about] if about.children else [row]
    if about.children:
        row += [nodes.Text(' '), nodes.inline('', '', *about.children, classes=['meetup-about'])]
    count = form.count(entry, page)
    if count:
        row += [nodes.Text(' '), nodes.inline('', '', *count, classes=['meetup-count'])]
    return [row]


def _events(entries: Sequence[EventEntry], page: Page) -> nodes.bullet_list:
    """Events: the day first, as in a calendar."""
    found = nodes.bullet_list(classes=['meetup-events'])
    for entry in entries:
        row = nodes.paragraph('', '', of.event_title(entry))
        if entry.date is not None:
            row.insert(0, day_node(entry.date, day_with_weekday(entry.date, page.language)))
            row.insert(1, nodes.Text(' '))
        about = line([of.venue(entry, page), of.talk_count(entry, page)])
        if about.children:
            row += [nodes.Text(' '), nodes.inline('', '', *about.children, classes=['meetup-events-about'])]
        found += nodes.list_item('', row)
    return found


def _table(kind: str, form: Kind, entries: Sequence[Any], page: Page) -> nodes.table:
    head = [form.head(), *(label() for label, _cell in form.columns)]
    rows: list[list[Inline]] = [
        [[form.title(entry)], *(cell(entry, page) for _label, cell in form.columns)] for entry in entries
    ]
    return table_node(head, rows, f'meetup-{kind}-table')


def _cards(kind: str, form: Kind, entries: Sequence[Any], page: Page) -> nodes.container:
    found = nodes.container(classes=['meetup-cards', f'meetup-{kind}-cards'])
    for entry in entries:
        card = nodes.container('', *_item(form, entry, page), classes=['meetup-card'])
        as_card(card)
        found += card
    return found
