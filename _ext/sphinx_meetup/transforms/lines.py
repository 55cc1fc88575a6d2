"""Taking source lines out of a tree: what became structure is not shown a second time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator


def line_of(node: nodes.Element) -> int:
    """The source line of a node, counted from 1; 0 when unknown."""
    return node.line or 0


@dataclass
class _Part:
    """Neighbouring source lines of a paragraph that are told apart from the others, and what stands on them."""

    first: int
    count: int = 1
    children: list[nodes.Node] = field(default_factory=list)

    @property
    def lines(self) -> set[int]:
        return set(range(self.first, self.first + self.count))


def _parts(paragraph: nodes.Element) -> list[_Part]:
    """A paragraph's children, parted into its source lines.

    Lines that share a piece of markup (``**one⏎two**``) cannot be parted and stay together.
    """
    parts = [_Part(line_of(paragraph))]

    def begin_line() -> None:
        parts.append(_Part(parts[-1].first + parts[-1].count))

    for child in paragraph.children:
        if isinstance(child, nodes.Text):
            first, *others = child.astext().split('\n')
            if first:
                parts[-1].children.append(nodes.Text(first))
            for text in others:
                begin_line()
                if text:
                    parts[-1].children.append(nodes.Text(text))
        elif isinstance(child, nodes.raw) and '\n' in child.astext():
            if child.get('format') == 'html':  # MyST's hard break: one raw node a format
                begin_line()
        else:
            parts[-1].children.append(child)
            parts[-1].count += _breaks(child)
    return parts


def _breaks(node: nodes.Node) -> int:
    """How many line breaks of the source stand inside inline markup."""
    breaks = 0
    for inner in node.findall():
        if isinstance(inner, nodes.Text):
            of_raw = isinstance(inner.parent, nodes.raw) and inner.parent.get('format') != 'html'
            breaks += 0 if of_raw else inner.astext().count('\n')
    return breaks


def drop_lines(paragraph: nodes.Element, used: frozenset[int]) -> bool:
    """Take the used lines out of a paragraph; lines that cannot be parted go only together.

    :return: whether nothing is left of it.
    """
    parts = _parts(paragraph)
    kept = [part for part in parts if not part.lines <= used]
    if len(kept) == len(parts):
        return False
    paragraph.children = []
    for place, part in enumerate(kept):
        if place:
            paragraph += nodes.Text('\n')
        paragraph += part.children
    return not any(child.astext().strip() or isinstance(child, nodes.Element) for child in paragraph.children)


def paragraphs(root: nodes.Element) -> Iterator[nodes.Element]:
    """The paragraphs that a section holds itself or in its lists; not those of deeper sections."""
    for child in root.children:
        if isinstance(child, nodes.paragraph):
            yield child
        elif isinstance(child, nodes.bullet_list | nodes.enumerated_list | nodes.list_item):
            yield from paragraphs(child)


def remove(node: nodes.Element) -> None:
    """Take a node out of the tree, and every list and item that it leaves empty."""
    parent = node.parent
    parent.remove(node)
    while isinstance(parent, nodes.list_item | nodes.bullet_list | nodes.enumerated_list) and not parent.children:
        above = parent.parent
        above.remove(parent)
        parent = above
