"""Repairs of text that Markdown leaves as Western text: line breaks, and addresses in prose."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from ..reading.links import bare_urls
from ..reports import is_report

if TYPE_CHECKING:
    from collections.abc import Sequence

_VERBATIM = (nodes.literal, nodes.literal_block, nodes.FixedTextElement, nodes.raw, nodes.comment, nodes.math)
_BREAK = re.compile(r'[ \t]*\n[ \t]*')


def _is_wide(char: str) -> bool:
    """East Asian wide or full-width, but not hangul: Korean parts words by spaces (CSS Text 3, section 4.1.3)."""
    return (
        unicodedata.east_asian_width(char) in 'WF'
        and not '\uac00' <= char <= '\ud7a3'
        and not '\u1100' <= char <= '\u11ff'
    )


def join_lines(text: str, before: str = '', after: str = '') -> str:
    """Drop each line break between two Japanese characters, which a browser would show as a space.

    :param before: what stands before the text, ``after`` what follows it: a break may stand at either end.
    """
    if '\n' not in text:
        return text
    parts = _BREAK.split(text)
    joined = parts[0]
    for part in parts[1:]:
        left = joined[-1:] or before[-1:]
        right = part[:1] or after[:1]
        joined += ('' if left and right and _is_wide(left) and _is_wide(right) else '\n') + part
    return joined


class JoinJapaneseLines(SphinxTransform):
    """Runs after :class:`.LiftReport` (600), which looks for lines by their breaks."""

    default_priority = 605

    def apply(self, **kwargs: Any) -> None:
        """Join soft line breaks in every paragraph of the document."""
        for parent in list(self.document.findall(nodes.TextElement)):
            if isinstance(parent, _VERBATIM):
                continue
            for place, child in enumerate(parent.children):
                if not isinstance(child, nodes.Text) or '\n' not in child:
                    continue
                joined = join_lines(str(child), _near(parent.children, place, -1), _near(parent.children, place, 1))
                if joined != child:
                    parent[place] = nodes.Text(joined)


def _near(siblings: Sequence[nodes.Node], place: int, step: int) -> str:
    """The text of the next sibling that has any: markup leaves empty texts beside it."""
    place += step
    while 0 <= place < len(siblings):
        text = siblings[place].astext()
        if text:
            return str(text)
        place += step
    return ''


class LinkAddresses(SphinxTransform):
    """Bare addresses in reports become links, ending before ``。``. Runs before anything looks for links."""

    default_priority = 590

    def apply(self, **kwargs: Any) -> None:
        """Part the texts of a report at its addresses."""
        if not is_report(self.env, self.env.current_document.docname):
            return
        for node in list(self.document.findall(nodes.Text)):
            if '://' not in node or _is_verbatim(node) or _is_linked(node):
                continue
            _link(node)


def _is_verbatim(node: nodes.Node) -> bool:
    return isinstance(node.parent, _VERBATIM)


def _is_linked(node: nodes.Text) -> bool:
    """Whether a text is part of a link or a heading already."""
    parent: nodes.Node | None = node.parent
    while parent is not None and not isinstance(parent, nodes.section):
        if isinstance(parent, nodes.reference | nodes.title):
            return True
        parent = parent.parent
    return False


def _link(node: nodes.Text) -> None:
    text = str(node)
    pieces: list[nodes.Node] = []
    place = 0
    for found in bare_urls(text):
        if found.begin > place:
            pieces.append(nodes.Text(text[place : found.begin]))
        pieces.append(nodes.reference('', found.url, refuri=found.url, internal=False))
        place = found.end
    if not pieces:
        return
    if place < len(text):
        pieces.append(nodes.Text(text[place:]))
    node.parent.replace(node, pieces)
