"""Blocks of raw HTML as their author means them: lines of text, links, embeds and rows of tables.

Posts that were moved from one blog to another are full of it. Only what a recogniser can use is kept:
scripts, styles and quoted tweets give no line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Literal

from ..model.records import Link

_BLOCKS = frozenset(
    {
        'address', 'article', 'aside', 'blockquote', 'br', 'center', 'dd', 'details', 'div', 'dl', 'dt', 'figcaption',
        'figure', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'li', 'main', 'nav', 'ol', 'p', 'pre',
        'section', 'summary', 'table', 'tbody', 'thead', 'tr', 'ul',
    }
)  # fmt: skip
_SILENT = frozenset({'script', 'style', 'blockquote', 'pre', 'code', 'noscript', 'template'})
_FRAMES = frozenset({'iframe', 'embed', 'video', 'audio', 'source', 'object'})
_DEEPEST = 50

Kind = Literal['text', 'item', 'cell']


@dataclass(slots=True)
class HtmlLine:
    """One line of text inside HTML.

    :param line: the source line within the block, counted from 0.
    :param kind: whether it is an item of a list, a cell of a table, or other text.
    :param row: the number of the table's row, counted from 1 through the block; 0 outside tables.
    """

    line: int
    kind: Kind = 'text'
    row: int = 0
    words: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: bool = False

    @property
    def text(self) -> str:
        """The words, with white space made one."""
        return ' '.join(''.join(self.words).split())


_SITE = re.compile(
    r'(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|jp|me|co|app|info|tech|cloud|ai|kr|cn|tw)(?:[/?#]|\Z)',
    re.IGNORECASE,
)
"""What begins as a site does; what may be a file's name is none."""


def absolute(url: str) -> str:
    """An address without a scheme (``//host/path``, ``example.com/path``) with one."""
    if url.startswith('//'):
        return f'https:{url}'
    return f'https://{url}' if _SITE.match(url) else url


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[HtmlLine] = []
        self.kind: Kind = 'text'
        self.row = 0
        self.silent: list[str] = []
        self.href: str | None = None
        self.label: list[str] = []
        self.fresh = True

    def current(self) -> HtmlLine:
        if self.fresh or not self.lines:
            self.lines.append(HtmlLine(self.getpos()[0] - 1, self.kind, self.row if self.kind == 'cell' else 0))
            self.fresh = False
        return self.lines[-1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or '' for name, value in attrs}
        if tag in _SILENT:
            if tag == 'script' and 'speakerdeck' in values.get('class', '') and values.get('data-id'):
                self._embed(f'https://speakerdeck.com/player/{values["data-id"]}')
            if len(self.silent) < _DEEPEST:
                self.silent.append(tag)
        elif self.silent:
            return
        elif tag in _FRAMES:
            url = absolute(values.get('src') or values.get('data') or '')
            if url:
                self._embed(url)
        elif tag == 'a':
            self.href, self.label = absolute(values.get('href', '')), []
        elif tag == 'img':
            self.current().images = True
        elif tag in {'td', 'th'}:
            self.kind, self.fresh = 'cell', True
            self.current()
        elif tag in _BLOCKS:
            self._break(tag)

    def _break(self, tag: str) -> None:
        if self.kind == 'cell' and tag not in {'tr', 'table'}:
            if self.lines:
                self.lines[-1].words.append(' ')  # a cell is one line, however its author broke it
            return
        self.fresh = True
        if tag == 'tr':
            self.row += 1
        self.kind = 'item' if tag == 'li' else 'text'

    def _embed(self, url: str) -> None:
        self.fresh = True
        self.current().links.append(Link(url))
        self.fresh = True

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            if tag in self.silent:
                while self.silent.pop() != tag:
                    pass
        elif self.silent:
            return
        elif tag == 'a':
            if self.href:
                self.current().links.append(Link(self.href, ' '.join(''.join(self.label).split())))
            self.href = None
        elif tag in {'td', 'th', 'tr', 'table'} or (tag in _BLOCKS and self.kind != 'cell'):
            self.kind, self.fresh = 'text', True

    def handle_data(self, data: str) -> None:
        if self.silent or not (data.strip() or not self.fresh):
            return
        if self.fresh and data[:1] == '\n':
            data = data.lstrip()
        line = self.current()
        line.words.append(data)
        if self.href is not None:
            self.label.append(data)


def html_lines(text: str) -> list[HtmlLine]:
    """The lines of a block of HTML; a text that is no HTML gives its words."""
    parser = _Lines()
    parser.feed(text)
    parser.close()
    return [line for line in parser.lines if line.text or line.links or line.images or line.kind == 'cell']
