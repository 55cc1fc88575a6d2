"""Links inside the archive, right for every builder: Sphinx resolves them when the page is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import pending_xref

from ..messages import _
from ..nodes import chip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..catalogue.entries import PersonEntry
    from ..model.archive import Place


def place_link(place: Place, *classes: str, text: str = '') -> pending_xref:
    """A link to a place; its words alone where this builder makes no page of it.

    :param classes: of the link.
    :param text: its words, where they are not the place's title.
    """
    return _reference(place, nodes.inline('', text or place.title), classes)


def _reference(place: Place, content: nodes.Element, classes: Sequence[str]) -> pending_xref:
    reference = pending_xref(
        '',
        content,
        refdomain='meetup',
        reftype='place',
        reftarget=f'{place.docname}#{place.anchor}',
        refexplicit=True,
        refwarn=False,
    )
    reference['place_classes'] = list(classes)
    return reference


def speaker_link(place: Place, content: nodes.Element) -> pending_xref:
    """A link to a person's page around their chip."""
    return _reference(place, content, ('meetup-speaker',))


def person_node(person: PersonEntry) -> nodes.Element:
    """A person's chip, a link where they have a page."""
    found = chip('', person.label, speaker_id=person.id, name=person.label, classes=['meetup-chip'])
    return speaker_link(person.place, found) if person.place else found


def person_nodes(people: Iterable[PersonEntry]) -> list[nodes.Node]:
    """People side by side."""
    return joined(person_node(person) for person in people)


def topic_nodes(topics: Iterable[Place]) -> list[nodes.Node]:
    """Topics side by side."""
    return joined(place_link(topic, 'meetup-topic-link') for topic in topics)


def joined(parts: Iterable[nodes.Node], mark: str = '') -> list[nodes.Node]:
    """Parts with a mark between them; the comma of the site's language where none is given."""
    found: list[nodes.Node] = []
    for part in parts:
        if found:
            found.append(nodes.Text(mark or _(', ')))
        found.append(part)
    return found


def line(parts: Iterable[Sequence[nodes.Node]], *classes: str) -> nodes.paragraph:
    """A line of facts with dots between those that are there."""
    found: list[nodes.Node] = []
    for part in parts:
        if not part:
            continue
        if found:
            found.append(nodes.Text(' · '))
        found += part
    return nodes.paragraph('', '', *found, classes=list(classes))
