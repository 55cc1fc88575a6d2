"""Taking source lines out of a tree: what became structure is not shown a second time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator


def line_of(node: nodes.Element) -> int:
    """The source line of a node, counted from 1; 0 when unknown."""
    return node.line or 0


def _parts(paragraph: nodes.Element) -> list[list[nodes.Node]]:
    """A paragraph's children, parted into its source lines.

    A text that holds line breaks is parted; inline markup that does stays on its first line.
    """
    parts: list[list[nodes.Node]] = [[]]
    for child in paragraph.children:
        if not isinstance(child, nodes.Text):
            if isinstance(child, nodes.raw) and '\n' in child.astext():
                if child.get('format') == 'html':  # MyST's hard break: one raw node a format
                    parts.append([])
                continue
            parts[-1].append(child)
            continue
        first, *others = child.astext().split('\n')
        if first:
            parts[-1].append(nodes.Text(first))
        parts += [[nodes.Text(text)] if text else [] for text in others]
    return parts


def drop_lines(paragraph: nodes.Element, used: frozenset[int]) -> bool:
    """Take the used lines out of a paragraph.

    :return: whether nothing is left of it.
    """
    first = line_of(paragraph)
    parts = _parts(paragraph)
    kept = [part for number, part in enumerate(parts, first) if number not in used]
    if len(kept) == len(parts):
        return False
    paragraph.children = []
    for place, part in enumerate(kept):
        if place:
            paragraph += nodes.Text('\n')
        paragraph += part
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
