"""Field lists of facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..nodes import facts

if TYPE_CHECKING:
    from collections.abc import Sequence


def facts_node(name: str, rows: Sequence[tuple[str, str, Sequence[nodes.Node]]]) -> facts:
    """A list of facts.

    :param name: the class of the list, ``meetup-event-facts``.
    :param rows: a word for the class of the row, the label a reader sees or hears, and inline content or one list.
    """
    found = facts(classes=['meetup-facts', name])
    for what, label, content in rows:
        inner = content if isinstance(content[0], nodes.bullet_list) else [nodes.paragraph('', '', *content)]
        body = nodes.field_body('', *inner, classes=[f'meetup-{what}'])
        found += nodes.field('', nodes.field_name('', label), body)
    return found
