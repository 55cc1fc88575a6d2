"""The lists of everybody and everything, and the way in to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from ..catalogue.readings import OTHER
from ..messages import _
from ..model.archive import Place
from ..nodes import search_form
from . import counts
from .listings import listing
from .parts import jumps, lists, section
from .pictures import archive_picture
from .places import place_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..catalogue.entries import SeriesEntry, SpeakerEntry, TopicEntry
    from ..catalogue.shown.records import ArchiveShown, YearEntry
    from .entries import Page


def speaker_list(shown: Sequence[tuple[str, Sequence[SpeakerEntry]]], page: Page) -> list[nodes.Node]:
    """Everybody by their reading, with links to the groups."""
    if not shown:
        return listing('speakers', (), page)
    named = [(_('Others') if group == OTHER else group, f'group-{place}', people)
             for place, (group, people) in enumerate(shown, 1)]  # fmt: skip
    groups = [section(title, name, *listing('speakers', people, page)) for title, name, people in named]
    return [jumps((title, name) for title, name, _people in named), *groups] if len(groups) > 1 else list(groups)


def topic_list(shown: Sequence[TopicEntry], page: Page) -> list[nodes.Node]:
    """All topics."""
    return listing('topics', shown, page)


def series_list(shown: Sequence[SeriesEntry], page: Page) -> list[nodes.Node]:
    """All series."""
    return listing('series', shown, page)


def year_list(shown: Sequence[YearEntry], page: Page) -> list[nodes.Node]:
    """All years."""
    return listing('years', shown, page)


def in_full(groups: Sequence[tuple[str, str, Sequence[Any]]], page: Page) -> list[nodes.Node]:
    """Everybody with their talks, every topic with its, for what has no page for each.

    :param groups: a title, the kind of the entries, and the entries.
    """
    found = nodes.definition_list(classes=['meetup-in-full'])
    for title, kind, entries in groups:
        if entries:
            told = nodes.definition('', *listing(kind, entries, page))
            found += nodes.definition_list_item('', nodes.term('', title), told)
    return [found] if found.children else []


def archive(shown: ArchiveShown, page: Page, parts: Sequence[str]) -> list[nodes.Node]:
    """The way in to everything.

    :param parts: which of it: ``search`` (the box), ``ways`` (the lists with their numbers), ``picture``.
    """
    found: list[nodes.Node] = []
    if 'search' in parts:
        found.append(search_form(label=_('Search the archive')))
    if 'ways' in parts:
        found += _ways(shown)
    if 'picture' in parts:
        found += archive_picture(shown, page)
    return found


def _ways(shown: ArchiveShown) -> list[nodes.Node]:
    numbers: dict[str, Any] = {
        'speakers/index': shown.speakers,
        'topics/index': shown.topics,
        'series/index': shown.series,
        'archive/index': counts.years(*shown.years) if shown.years else 0,
    }
    ways = nodes.bullet_list(classes=['meetup-ways'])
    for docname, title in lists().items():
        if numbers[docname]:
            row = nodes.paragraph('', '', place_link(Place(docname, '', title), 'meetup-way'))
            row += [nodes.Text(' '), nodes.inline('', f'{numbers[docname]}', classes=['meetup-number'])]
            ways += nodes.list_item('', row)
    told = _('%(talks)s at %(events)s') % {'talks': counts.talks(shown.talks), 'events': counts.events(shown.events)}
    found: list[nodes.Node] = [nodes.paragraph('', told, classes=['meetup-total'])] if shown.events else []
    return [*found, ways] if ways.children else found
