"""What a page shows of the archive, as its nodes ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.addnodes import pending_xref

from .nodes import archive_view, chip, tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes

Mention = tuple[str, tuple[tuple[str, str], ...], int]
"""What a page shows of the archive: a view (:mod:`.catalogue.shown`), its options, and the line that asks for it."""


def mentions_of(document: nodes.document) -> Iterator[Mention]:
    """Every view, name and link of a read document that the archive decides."""
    for reference in document.findall(pending_xref):
        if reference.get('refdomain') == 'meetup':
            yield 'xref', (('kind', reference['reftype']), ('target', reference['reftarget'])), 0
    for person in document.findall(chip):
        yield 'person', tuple(sorted(person_options(person).items())), 0
    for topic in document.findall(tag):
        yield 'tag', (('id', topic['topic']),), 0
    for placeholder in document.findall(archive_view):
        yield placeholder['view'], tuple(sorted(placeholder['options'].items())), placeholder.line or 0


def person_options(person: chip) -> dict[str, str]:
    """What tells who a chip means, for :func:`.catalogue.shown.shown`."""
    return {'name': person['name'], 'handle': person['handle'], 'links': ' '.join(person['profiles'])}
