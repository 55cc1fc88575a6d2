"""Speakers as chips, topics as tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..messages import _
from ..model.ids import speaker_id
from ..nodes import chip, tag
from .places import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.records import Person


def chip_node(person: Person) -> chip:
    """One speaker; the visible text names them, the attributes keep what was read."""
    label = person.name or (f'@{person.handle}' if person.handle.isascii() else person.handle)
    return chip(
        '',
        label,
        speaker_id=speaker_id(person),
        name=person.name,
        handle=person.handle,
        affiliation=person.affiliation,
        profiles=list(person.links),
        classes=['meetup-chip'],
    )


def chip_nodes(people: Sequence[Person], *, detailed: bool = False) -> list[nodes.Node]:
    """Speakers side by side; ``detailed`` adds handle and affiliation after the name."""
    found: list[nodes.Node] = []
    for person in people:
        if found:
            found.append(nodes.Text(_(', ')))
        found.append(chip_node(person))
        extra = detail(person) if detailed else ''
        if extra:
            found += [nodes.Text(' '), nodes.inline('', extra, classes=['meetup-affiliation'])]
    return found


def detail(person: Person) -> str:
    """What stands beside a name: ``(@handle, company)``."""
    handle = f'@{person.handle}' if person.name and person.handle else ''
    told = _(', ').join(part for part in (handle, person.affiliation) if part)
    return f'({told})' if told else ''


def tag_nodes(topics: Sequence[str]) -> list[nodes.Node]:
    """Topics side by side, as the report spells them."""
    return joined(tag('', topic, topic=topic) for topic in topics)
