"""Raw HTML in reports keeps its words and loses its danger: a report is written by a stranger.

Block HTML goes through nh3 (an allowlist of elements, attributes and address schemes; what is left open is
closed, so that nothing breaks out of its place). Inline HTML arrives as one raw node a tag: links become
references, a few plain tags stay in pairs, every other tag goes while the text around it stays.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import nh3
from docutils import nodes
from sphinx.transforms import SphinxTransform

from ..reading.html import absolute
from ..reading.links import is_web
from ..reports import is_report
from .frames import FRAMES, embed_node, embeds

if TYPE_CHECKING:
    from collections.abc import Sequence

_INLINE = frozenset(
    {'b', 'del', 'em', 'i', 'ins', 'kbd', 'mark', 'rp', 'rt', 'ruby', 's', 'small', 'strong', 'sub', 'sup', 'u'}
)
_BLOCK = _INLINE | frozenset(
    {
        'a', 'blockquote', 'br', 'caption', 'center', 'code', 'dd', 'details', 'div', 'dl', 'dt', 'figcaption',
        'figure', 'hr', 'img', 'li', 'ol', 'p', 'pre', 'span', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th',
        'thead', 'tr', 'ul',
    }
)  # fmt: skip
_ATTRIBUTES = {
    'a': {'href', 'title'},
    'img': {'alt', 'height', 'src', 'title', 'width'},
    'ol': {'start'},
    'td': {'colspan', 'rowspan'},
    'th': {'colspan', 'rowspan', 'scope'},
}
_TAG = re.compile(r'<(/?)([A-Za-z][A-Za-z0-9]{0,15})(?:[\s/][^<>]{0,2000})?>\Z')
_BREAK = re.compile(r'<br\s{0,3}/?>\s*\Z', re.IGNORECASE)


class SanitiseHtml(SphinxTransform):
    """Runs first of ours: what looks at the tree later sees links where the author wrote ``<a>``."""

    default_priority = 580

    def apply(self, **kwargs: Any) -> None:
        """Clean the raw HTML of a report."""
        if not is_report(self.env, self.env.current_document.docname):
            return
        parents: dict[int, nodes.Element] = {}
        for raw in list(self.document.findall(nodes.raw)):
            if raw.get('format') != 'html':
                continue
            if isinstance(raw.parent, nodes.TextElement):
                parents[id(raw.parent)] = raw.parent
            else:
                raw.replace_self(clean_block(raw))
        for parent in parents.values():
            parent.children = clean_inline(parent)
            for child in parent.children:
                parent.setup_child(child)


def clean_block(raw: nodes.raw) -> list[nodes.Node]:
    """A block of HTML made harmless; what it embeds from elsewhere becomes a link to it."""
    text = raw.astext()
    cleaned = nh3.clean(
        text,
        tags=set(_BLOCK),
        attributes={name: set(values) for name, values in _ATTRIBUTES.items()},
        attribute_filter=_kept,
        url_schemes={'http', 'https', 'mailto'},
        link_rel='nofollow noopener',
    ).strip()
    found: list[nodes.Node] = []
    if cleaned:
        kept = nodes.raw('', cleaned, format='html')
        kept.source, kept.line = raw.source, raw.line
        found.append(kept)
    for embed in embeds(text):
        link = nodes.paragraph()
        link += embed_node(embed, link)
        link.source, link.line = raw.source, raw.line
        found.append(link)
    return found


def _kept(tag: str, attribute: str, value: str) -> str | None:
    """An attribute's value, or None to drop it: a picture beside the post is not here, its words are."""
    if (tag, attribute) == ('img', 'src'):
        return value if is_web(absolute(value)) else None
    # The root of the blog's host is not here: what lay there stayed behind, and its words stay.
    behind = (tag, attribute) == ('a', 'href') and value.startswith('/') and not value.startswith('//')
    return None if behind else value


class _Anchor(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.href = ''

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.href = dict(attrs).get('href') or ''


def _href(tag: str) -> str:
    parser = _Anchor()
    parser.feed(tag)
    return parser.href if is_web(parser.href) else ''


def clean_inline(parent: nodes.Element) -> list[nodes.Node]:
    """The children of a paragraph with their raw tags paired, turned into nodes, or left out."""
    children = parent.children
    closes = _pairs(children)
    ends = set(closes.values())
    found: list[nodes.Node] = []
    link: nodes.reference | None = None
    link_end = -1

    def put(node: nodes.Node) -> None:
        if link is not None:
            link.append(node)
        else:
            found.append(node)

    for place, child in enumerate(children):
        if not _is_html(child):
            put(child)
            continue
        text = child.astext()
        name = _name(text)
        if _BREAK.match(text):
            put(child)
        elif link is not None and place == link_end:
            done, link = link, None
            if done.astext().strip():
                put(done)
        elif name in FRAMES and (embed := next(iter(embeds(text)), None)):
            found.append(embed_node(embed, parent))  # before a link that is open: links hold no others
        elif name == 'a' and place in closes and link is None and (href := _href(text)):
            link, link_end = nodes.reference('', '', refuri=href, internal=False), closes[place]
        elif name in _INLINE and (place in closes or place in ends):
            put(nodes.raw('', f'<{"/" if place in ends else ""}{name}>', format='html'))
    return found


def _is_html(node: nodes.Node) -> bool:
    return isinstance(node, nodes.raw) and node.get('format') == 'html'


def _name(text: str) -> str:
    match = _TAG.match(text.strip())
    return match[2].lower() if match else ''


def _pairs(children: Sequence[nodes.Node]) -> dict[int, int]:
    """The places of opening tags and of the tags that close them, properly nested; others have no partner."""
    closes: dict[int, int] = {}
    open_tags: list[tuple[str, int]] = []
    for place, child in enumerate(children):
        match = _TAG.match(child.astext().strip()) if _is_html(child) else None
        if match is None:
            continue
        name = match[2].lower()
        if not match[1]:
            open_tags.append((name, place))
        elif open_tags and open_tags[-1][0] == name:
            closes[open_tags.pop()[1]] = place
    return closes
