"""The outline of a report: its headings, and below each the lines, lists and tables that recognisers look at.

Made from markdown-it's tokens, because they keep source lines and are there in a build as on the command
line; nothing is parsed twice. Fenced code is never read as structure.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal

from ..model.records import Link
from .links import bare_urls
from .markdown import markdown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

BlockKind = Literal['paragraph', 'list', 'table', 'directive', 'opaque']


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

    def below(self, place: int) -> Iterator[Section]:
        """The section at a place and those inside it (deeper levels that follow)."""
        level = self.sections[place].level
        yield self.sections[place]
        for section in islice(self.sections, place + 1, None):
            if section.level <= level:
                return
            yield section


def inline_lines(token: Token, first: int) -> tuple[Line, ...]:
    """The lines of an inline token whose text begins on source line ``first``."""
    lines: list[Line] = []
    text: list[str] = []
    links: list[Link] = []
    pictured: set[int] = set()
    href: str | None = None
    words: list[str] = []
    for child in token.children or ():
        if child.type in {'softbreak', 'hardbreak'}:
            lines.append(Line(''.join(text).strip(), first + len(lines), tuple(links)))
            text, links = [], []
        elif child.type == 'link_open':
            href, words = str(child.attrGet('href') or ''), []
        elif child.type == 'link_close':
            if href is not None:
                links.append(Link(href, ''.join(words).strip()))
            href = None
        elif child.type in {'text', 'code_inline'} or child.type == 'image':
            text.append(child.content)
            words.append(child.content)
            if child.type == 'image':
                pictured.add(first + len(lines))
        elif child.type == 'myst_role':
            text.append(child.content)
    lines.append(Line(''.join(text).strip(), first + len(lines), tuple(links)))
    return tuple(
        Line(line.text, line.number, _with_bare(line), whole=len(lines) == 1, images=line.number in pictured)
        for line in lines
    )


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
        block = _block(tokens[place : close + 1])
        if block is not None:
            blocks.append(block)
        place = close + 1
    sections.append(Section(level, heading, tuple(blocks)))
    return Outline(tuple(sections))


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


def _block(tokens: Sequence[Token]) -> Block | None:
    first = tokens[0]
    if first.map is None or first.type == 'front_matter':
        return None
    line, end = first.map[0] + 1, first.map[1] + 1
    if first.type == 'paragraph_open':
        return Block('paragraph', line, end, inline_lines(tokens[1], line))
    if first.type in {'bullet_list_open', 'ordered_list_open'}:
        return Block('list', line, end, tuple(_inlines(tokens)))
    if first.type == 'table_open':
        return Block('table', line, end, rows=tuple(_rows(tokens)))
    if first.type in {'fence', 'colon_fence'} and first.info.strip().startswith('{'):
        name, _, argument = first.info.strip()[1:].partition('}')
        return Block('directive', line, end, name=name.strip(), argument=argument.strip(), body=first.content)
    return Block('opaque', line, end)


def _inlines(tokens: Sequence[Token]) -> Iterator[Line]:
    for token in tokens:
        if token.type == 'inline' and token.map:
            yield from inline_lines(token, token.map[0] + 1)


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
