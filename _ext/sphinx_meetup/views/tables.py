"""Tables of inline content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Sequence


def table_node(head: Sequence[str], rows: Sequence[Sequence[Sequence[nodes.Node]]], *classes: str) -> nodes.table:
    """A table with a line of heads; the first column heads the rows."""
    width = 100 // len(head)
    group = nodes.tgroup(cols=len(head))
    group += [nodes.colspec(colwidth=width, stub=1 if place == 0 else 0) for place in range(len(head))]
    group += nodes.thead('', nodes.row('', *(_cell([nodes.Text(label)]) for label in head)))
    group += nodes.tbody('', *(nodes.row('', *map(_cell, row)) for row in rows))
    return nodes.table('', group, classes=['meetup-table', *classes])


def _cell(content: Sequence[nodes.Node]) -> nodes.entry:
    return nodes.entry('', nodes.paragraph('', '', *content)) if content else nodes.entry()
