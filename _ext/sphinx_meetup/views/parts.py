"""Parts of made pages: sections with an id, links to them, and links to the pages before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..messages import _
from ..nodes import neighbours
from .places import place_link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.archive import Place


def section(title: str, name: str, *content: nodes.Node, count: int = 0) -> nodes.section:
    """A section of a page.

    :param name: its id.
    :param count: how much it holds, said behind its title; 0 says nothing.
    """
    head = nodes.title('', title)
    if count:
        head += [nodes.Text(' '), nodes.inline('', f'{count}', classes=['meetup-number'])]
    return nodes.section('', head, *content, ids=[name], names=[name])


def jumps(targets: Iterable[tuple[str, str]]) -> nodes.paragraph:
    """Links to the sections of a long page.

    :param targets: words and ids.
    """
    found = nodes.paragraph(classes=['meetup-jumps'])
    for text, name in targets:
        if found.children:
            found += nodes.Text(' ')
        found += nodes.reference('', text, refid=name, internal=True)
    return found


def around(label: str, before: Place | None, after: Place | None) -> list[nodes.Node]:
    """Links to what comes before and after.

    :param label: what they go through, for who hears the page.
    """
    if before is None and after is None:
        return []
    row = nodes.paragraph()
    if before is not None:
        row += place_link(before, 'meetup-before', text=f'← {before.title}')
    if before is not None and after is not None:
        row += nodes.Text(' ')
    if after is not None:
        row += place_link(after, 'meetup-after', text=f'{after.title} →')
    return [neighbours('', row, label=label, classes=['meetup-neighbours'])]


def lists() -> dict[str, str]:
    """The titles of the lists, by their docnames."""
    return {
        'speakers/index': str(_('Speakers')),
        'topics/index': str(_('Topics')),
        'series/index': str(_('Series')),
        'archive/index': str(_('Years')),
    }
