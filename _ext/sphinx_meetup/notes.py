"""The notes in a talk's section, as far as another page may show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from .nodes import archive_view, facts, talk, when

if TYPE_CHECKING:
    from collections.abc import Iterator

_AROUND = frozenset({'meetup-unwritten', 'meetup-notes-by'})
"""Classes of what the archive says beside the notes."""


def talk_section(document: nodes.document, name: str) -> talk | None:
    """The section of a talk by its id."""
    return next((section for section in document.findall(talk) if name in section['ids']), None)


def notes_of(section: talk) -> list[nodes.Node]:
    """What its author wrote: neither title and facts, nor what the archive adds, nor the sections of other talks."""
    return [child for child in section.children[1:] if not _is_around(child)]


def _is_around(node: nodes.Node) -> bool:
    if isinstance(node, when | facts | archive_view | talk):
        return True
    return isinstance(node, nodes.Element) and not _AROUND.isdisjoint(node['classes'])


def written_notes(document: nodes.document) -> Iterator[str]:
    """The notes on every talk, as texts that change with them: for a digest."""
    for section in document.findall(talk):
        yield section['ids'][0]
        for part in notes_of(section):
            yield part.pformat()
    for note in document.findall(nodes.footnote):
        yield note.pformat()
