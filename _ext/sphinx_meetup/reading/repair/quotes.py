"""Quotes of other tools' tags as Markdown's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .players import link

if TYPE_CHECKING:
    from .draft import Element


def quoted(element: Element, author: str = '', url: str = '') -> str | None:
    """The lines between two tags as a quote that ends with who said it; None in the middle of a line.

    The tags' own lines become empty, so that the quote stands apart; what its author says goes to the last.
    """
    if not element.alone:
        return None
    source = link(url, author) if url else author
    lines = element.inner.split('\n')
    if len(lines) == 1:
        return f'> {lines[0].strip()}' + (f' — {source}' if source else '')
    first, *middle, last = (line.rstrip() for line in lines)
    shown = [f'> {line}'.rstrip() for line in middle]
    said = ' '.join(filter(None, [last.strip(), f'— {source}' if source else '']))
    return '\n'.join([f'> {first}' if first else '', *shown, f'> {said}' if said else ''])
