"""The outline of a report: its headings, and below each the lines, lists and tables that recognisers look at.

Made from markdown-it's tokens, because they keep source lines and are there in a build as on the command
line; nothing is parsed twice. Fenced code is never read as structure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, Literal

from ..model.records import Link
from .html import absolute, html_lines
from .links import WITHHELD, bare_urls
from .markdown import markdown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

BlockKind = Literal['paragraph', 'list', 'table', 'html', 'indented', 'directive', 'quote', 'opaque']


_TAG = re.compile(r'<\s{0,3}(/?[A-Za-z][A-Za-z0-9]{0,15})')
_VALUE = r'\s{0,3}=\s{0,3}(?:"([^"]{0,2000})"|\'([^\']{0,2000})\'|([^\s"\'>]{1,2000}))'
_HREF = re.compile(r'\shref' + _VALUE, re.IGNORECASE)
_SRC = re.compile(r'\ssrc' + _VALUE, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One source line's visible text (marks of emphasis gone, links as their words) and its links."""

    text: str
    number: int
    links: tuple[Link, ...] = ()
    whole: bool = True
    """Whether the line is a whole paragraph or item by itself."""
    images: bool = False
    """Whether pictures stand on it, which no fact can hold."""
    depth: int = 0
    """How deep in lists: 1 for an item, 2 for an item of an item, 0 outside."""
    strong: bool = False
    """Whether the whole line is in strong print: some authors write their headings so."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines of one kind.

    :param line: the first source line; ``end`` the first one after it.
    :param rows: the cells of a table, its heading first.
    :param name: a directive's name, with its ``argument`` and ``body``.
    """

    kind: BlockKind
    line: int
    end: int
    lines: tuple[Line, ...] = ()
    rows: tuple[tuple[Line, ...], ...] = ()
    name: str = ''
    argument: str = ''
    body: str = ''


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it, up to the next heading of any level; level 0 before the first."""

    level: int
    heading: Line
    blocks: tuple[Block, ...] = ()

    @property
    def title(self) -> str:
        """The heading's text."""
        return self.heading.text


@dataclass(frozen=True, slots=True)
class Outline:
    """All sections in order, flat; the first is what stands before any heading."""

    sections: tuple[Section, ...]
    end: int = 0
    """The first source line after the last block."""

    def below(self, place: int) -> Iterator[Section]:
        """The section at a place and those inside it (deeper levels that follow)."""
        level = self.sections[place].level
        yield self.sections[place]
        for section in islice(self.sections, place + 1, None):
            if section.level <= level:
                return
            yield section


class _Inline:
    """The lines of one inline token, while they are gathered."""

    def __init__(self, first: int, depth: int) -> None:
        self.lines: list[Line] = []
        self.first, self.depth = first, depth
        self.strong = 0
        self.href: str | None = None
        self.words: list[str] = []
        self._begin()

    def _begin(self) -> None:
        self.text: list[str] = []
        self.links: list[Link] = []
        self.images = False
        self.plain = False

    def end_line(self) -> None:
        text = ''.join(self.text).strip()
        self.lines.append(
            Line(
                text,
                self.first + len(self.lines),
                tuple(self.links),
                images=self.images,
                depth=self.depth,
                strong=bool(text) and not self.plain,
            )
        )
        self._begin()

    def add(self, text: str) -> None:
        self.text.append(text)
        self.words.append(text)
        if not self.strong and text.strip():
            self.plain = True

    def link(self, href: str | None) -> None:
        """Begin a link, or end the one that is open."""
        if href is not None:
            self.href, self.words = '' if href == WITHHELD else absolute(href), []
            return
        if self.href:
            self.links.append(Link(self.href, ''.join(self.words).strip()))
        self.href = None

    def html(self, tag: str) -> None:
        name = match[1].lower() if (match := _TAG.match(tag)) else ''
        if name == 'a' and (match := _HREF.search(tag)):
            self.link(unescape(match[1] or match[2] or match[3] or ''))
        elif name == '/a':
            self.link(None)
        elif name in {'b', 'strong', '/b', '/strong'}:
            self.strong = max(self.strong + (-1 if name[0] == '/' else 1), 0)
        elif name in {'iframe', 'embed'} and (match := _SRC.search(tag)):
            self.links.append(Link(absolute(unescape(match[1] or match[2] or match[3] or ''))))
        elif name == 'img':
            self.images = True
        elif name == 'br':
            self.add(' ')


def inline_lines(token: Token, first: int, depth: int = 0) -> tuple[Line, ...]:
    """The lines of an inline token whose text begins on source line ``first``."""
    state = _Inline(first, depth)
    for child in token.children or ():
        if child.type in {'softbreak', 'hardbreak'}:
            state.end_line()
        elif child.type == 'link_open':
            state.link(str(child.attrGet('href') or ''))
        elif child.type == 'link_close':
            state.link(None)
        elif child.type in {'text', 'code_inline', 'myst_role'}:
            state.add(child.content)
        elif child.type == 'image':
            state.add(child.content)
            state.images = True
        elif child.type in {'strong_open', 'strong_close'}:
            state.strong = max(state.strong + child.nesting, 0)
        elif child.type == 'html_inline':
            state.html(child.content)
    state.end_line()
    return tuple(replace(line, links=_with_bare(line), whole=len(state.lines) == 1) for line in state.lines)


def _with_bare(line: Line) -> tuple[Link, ...]:
    """The line's links, bare addresses included, each once."""
    if 'http' not in line.text:
        return line.links
    written = {link.url for link in line.links} | {link.label for link in line.links}
    bare = (Link(found.url) for found in bare_urls(line.text) if found.url not in written)
    return line.links + tuple(bare)


def line_links(text: str) -> tuple[Link, ...]:
    """The links of one line of Markdown, bare addresses included."""
    inline = markdown().parseInline(text)
    return sum((line.links for line in inline_lines(inline[0], 1)), ()) if inline else ()


def outline(tokens: Sequence[Token]) -> Outline:
    """Fold markdown-it's block tokens into sections. Cost linear in the number of tokens."""
    sections: list[Section] = []
    heading, level = Line('', 0), 0
    blocks: list[Block] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.type == 'heading_open':
            sections.append(Section(level, heading, tuple(blocks)))
            blocks = []
            level = int(token.tag[1])
            start = _start(token)
            inline = inline_lines(tokens[place + 1], start)
            heading = Line(' '.join(line.text for line in inline), start, sum((line.links for line in inline), ()))
            place += 3
            continue
        close = _closing(tokens, place)
        blocks += _blocks(tokens[place : close + 1])
        place = close + 1
    sections.append(Section(level, heading, tuple(blocks)))
    end = max((token.map[1] for token in tokens[-3:] if token.map), default=0) + 1
    return Outline(tuple(sections), end)


def _start(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0


def _closing(tokens: Sequence[Token], place: int) -> int:
    """The place of the token that closes the block opened at ``place``."""
    depth = 0
    for index in range(place, len(tokens)):
        depth += tokens[index].nesting
        if depth <= 0:
            return index
    return len(tokens) - 1


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    first = tokens[0]
    if first.map is None or first.type == 'front_matter':
        return
    line, end = first.map[0] + 1, first.map[1] + 1
    if first.type == 'paragraph_open':
        yield Block('paragraph', line, end, inline_lines(tokens[1], line))
    elif first.type in {'bullet_list_open', 'ordered_list_open'} or first.type == 'dl_open':
        yield Block('list', line, end, tuple(_inlines(tokens)))
    elif first.type == 'table_open':
        yield Block('table', line, end, rows=tuple(_rows(tokens)))
    elif first.type == 'html_block':
        yield from _html(first.content, line, end)
    elif first.type == 'blockquote_open':
        yield Block('quote', line, end, tuple(_inlines(tokens)))
    elif first.type == 'code_block':
        texts = first.content.split('\n')
        lines = tuple(Line(text.strip(), line + place) for place, text in enumerate(texts) if text.strip())
        yield Block('indented', line, end, lines)
    elif first.type in {'fence', 'colon_fence'} and first.info.strip().startswith('{'):
        name, _, argument = first.info.strip()[1:].partition('}')
        yield Block('directive', line, end, name=name.strip(), argument=argument.strip(), body=first.content)
    else:
        yield Block('opaque', line, end)


def _html(content: str, first: int, end: int) -> Iterator[Block]:
    """The text of a block of HTML, and its tables apart."""
    texts: list[Line] = []
    rows: dict[int, list[Line]] = {}
    for found in html_lines(content):
        line = Line(
            found.text, first + found.line, tuple(found.links), images=found.images, depth=int(found.kind == 'item')
        )
        if '](' in line.text:  # Markdown without an empty line before it: a link to its author
            inline = markdown().parseInline(line.text)
            line = replace(
                inline_lines(inline[0], line.number, line.depth)[0], links=line.links or line_links(line.text)
            )
        line = replace(line, links=_with_bare(line))
        if found.kind == 'cell':
            rows.setdefault(found.row, []).append(line)
        else:
            texts.append(line)
    if texts or not rows:
        yield Block('html', first, end, tuple(texts))
    if rows:
        yield Block('table', first, end, rows=tuple(tuple(row) for row in rows.values()))


def _inlines(tokens: Sequence[Token]) -> Iterator[Line]:
    depth = 0
    for token in tokens:
        if token.type in {'bullet_list_open', 'ordered_list_open', 'bullet_list_close', 'ordered_list_close'}:
            depth += token.nesting
        elif token.type == 'inline' and token.map:
            yield from inline_lines(token, token.map[0] + 1, depth)


def _rows(tokens: Sequence[Token]) -> Iterator[tuple[Line, ...]]:
    row: list[Line] = []
    number = 0
    for token in tokens:
        if token.type == 'tr_open':
            row, number = [], _start(token) or number
        elif token.type == 'inline':
            cell = inline_lines(token, number)
            row.append(Line(' '.join(part.text for part in cell), number, sum((part.links for part in cell), ())))
        elif token.type == 'tr_close':
            yield tuple(row)
