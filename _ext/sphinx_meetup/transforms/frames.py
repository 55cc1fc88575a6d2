"""What raw HTML embeds from elsewhere: frames, players, videos. It becomes a link, at some hosts with a frame."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

from docutils import nodes
from sphinx import addnodes

from ..model.records import Link
from ..reading.html import absolute
from ..reading.links import is_web, says_more
from ..reading.players import player_of
from ..reading.text import folded
from ..views.player import linked_player

FRAMES = frozenset({'iframe', 'embed', 'video', 'audio', 'source', 'object'})
_LONGEST = 200
"""No title of a frame is longer."""
_SILENT = frozenset({'embed', 'embedded content', 'iframe', 'video player', 'youtube video player'})
"""Titles that any frame may have."""


@dataclass(frozen=True, slots=True)
class Embed:
    """Something that is embedded: its address, and its title where that says what it shows."""

    url: str
    title: str = ''


class _Embeds(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, Embed] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in FRAMES:
            return
        values = dict(attrs)
        url = _shown(absolute((values.get('src') or values.get('data') or '').strip()))
        if is_web(url):
            self.found.setdefault(url, Embed(url, _title(values.get('title') or '')))


def _shown(url: str) -> str:
    """The page that a Hatena card shows, in place of the card's own address."""
    if Link(url).host != 'hatenablog-parts.com':
        return url
    return next(iter(parse_qs(urlsplit(url).query).get('url', ())), url)


def _title(text: str) -> str:
    words = ' '.join(text.split())[:_LONGEST]
    return words if says_more(words) and folded(words) not in _SILENT else ''


def embeds(text: str) -> list[Embed]:
    """What a piece of HTML embeds, each address once; only what lies on the web."""
    parser = _Embeds()
    parser.feed(text)
    return list(parser.found.values())


def _words(embed: Embed) -> str:
    """The words that stand for what was embedded: its title, else its host."""
    return embed.title or Link(embed.url).host or embed.url


def embed_node(embed: Embed, parent: nodes.Element) -> nodes.Node:
    """What stands for something embedded: a link, with its frame where its host is known for such.

    :param parent: what it will stand in. A frame needs a paragraph: a heading appears in menus as well, where only a
        link may be, and a link holds no other.
    """
    while not isinstance(parent, nodes.paragraph | nodes.reference | addnodes.pending_xref) and isinstance(
        parent.parent, nodes.TextElement
    ):
        parent = parent.parent
    if isinstance(parent, nodes.reference | addnodes.pending_xref):
        return nodes.Text(_words(embed))
    found = player_of(embed.url)
    if found is not None and isinstance(parent, nodes.paragraph):
        return linked_player(found, embed.url, embed.title)
    return nodes.reference('', _words(embed), refuri=embed.url, internal=False)
