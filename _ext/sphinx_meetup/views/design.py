"""sphinx-design's vocabulary, in one place.

Its Python side has no documented interface; the class names of its components are what is stable, so
that is all that is used of it. A test builds a real card beside ours and compares.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docutils import nodes

CARD = ('sd-card', 'sd-sphinx-override')
BUTTON = ('sd-sphinx-override', 'sd-btn', 'sd-btn-outline-secondary', 'sd-text-wrap')


def as_card(node: nodes.Element) -> None:
    """Let a node look like a card where sphinx-design's style sheet is loaded."""
    node['classes'] += [name for name in CARD if name not in node['classes']]


def as_button(node: nodes.Element) -> None:
    """Let a link look like a button."""
    node['classes'] += [name for name in BUTTON if name not in node['classes']]
