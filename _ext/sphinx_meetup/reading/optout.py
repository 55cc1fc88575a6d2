"""``speaker`` blocks that say ``opt-out``, found in the text of a page before anything else reads it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from textwrap import dedent
from typing import TYPE_CHECKING

from .explicit import opts_out, speaker_record
from .fenced import split_options
from .markdown import tokens, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..model.records import Speaker

_FENCES = frozenset({'fence', 'colon_fence'})
_INFO = re.compile(r'\{(?P<name>[^{}\s]+)\}[ \t]*(?P<argument>.*)\Z', re.DOTALL)
_SPEAKER = frozenset({'speaker', 'meetup:speaker'})
_OF_THE_ARCHIVE = frozenset({'speaker', 'talk', 'event', 'timetable'})
_VERBATIM = frozenset(
    {
        'code', 'code-block', 'code-cell', 'sourcecode', 'literalinclude', 'math', 'raw', 'parsed-literal', 'highlight',
        'prompt', 'mermaid', 'graphviz', 'comment', 'example',
    }
)  # fmt: skip
"""Directives whose content is shown, not read."""
_DEPTH = 6
_RST = re.compile(r'(?P<indent>[ ]*)\.\. (?P<name>[a-z:_+-]+)::[ ]*(?P<argument>.*)\Z')
_RST_OPTION = re.compile(r'\s*:(?P<name>[a-z-]+):(?:[ \t]+(?P<value>.*))?\Z')
_ADORNED = re.compile(r'([!-/:-@\[-`{-~])\1{2,}\s*\Z')
_IDLE = frozenset({'front_matter', 'myst_target', 'myst_line_comment'})


@dataclass(frozen=True, slots=True)
class Block:
    """A block whose person opted out.

    :param line: the source line of its first line; ``end`` that of its last one. Counted from 1.
    """

    line: int
    end: int
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class OptOuts:
    """What a page says of people who opted out.

    :param alone: whether the page holds the one block and nothing besides, its title aside.
    :param leading: whether the page begins with the one block, and no other directive of the archive is on it.
    :param title: the heading above it; '' for none.
    """

    blocks: tuple[Block, ...] = ()
    alone: bool = False
    leading: bool = False
    title: str = ''

    def is_page_of(self, names: Callable[[str], bool]) -> bool:
        """Whether the page is the person's own; ``names`` tells whether a title names somebody withheld."""
        return self.alone or (self.leading and (not self.title or names(self.title)))


def find_opt_outs(text: str, *, rst: bool = False) -> OptOuts:
    """The blocks of a page in their order; none inside code, none that is marked as an example."""
    if 'opt-out' not in text:
        return OptOuts()
    return _rst_page(text) if rst else _markdown_page(text)


def without_blocks(text: str, *, rst: bool = False) -> str:
    """The text with the lines of such blocks empty."""
    blocks = find_opt_outs(text, rst=rst).blocks
    if not blocks:
        return text
    lines = text.split('\n')
    for block in blocks:
        lines[block.line - 1 : block.end] = [''] * (block.end - block.line + 1)
    return '\n'.join(lines)


def _markdown_page(text: str) -> OptOuts:
    blocks = tuple(_in_markdown(text, 0, 0))
    if len(blocks) != 1:
        return OptOuts(blocks)
    title, before, others, rest = '', False, False, False
    seen = False
    every = tokens(text)
    parsed = [token for token in every if token.level == 0 and token.type not in _IDLE]
    inlines = {token.map[0]: token.content for token in every if token.type == 'inline' and token.map}
    for token in parsed:
        line = token.map[0] + 1 if token.map else 0
        if token.type == 'heading_close':
            continue
        if token.type == 'heading_open' and not seen and not title:
            title = visible(inlines.get(line - 1, '')) or title
        elif token.type in _FENCES and line == blocks[0].line:
            seen = True
            before = rest
        else:
            rest = True
            info = _INFO.match(token.info.strip()) if token.type in _FENCES else None
            others = others or (info is not None and info['name'].removeprefix('meetup:') in _OF_THE_ARCHIVE)
    return OptOuts(blocks, alone=seen and not rest, leading=seen and not before and not others, title=title)


def _in_markdown(text: str, first: int, depth: int) -> Iterator[Block]:
    """Blocks of Markdown, those within other directives too; ``first`` lines of the page stand above the text."""
    for token in tokens(text):
        if token.type not in _FENCES or token.map is None:
            continue
        info = _INFO.match(token.info.strip())
        if info is None:
            continue
        name, line = info['name'], first + token.map[0] + 1
        if name in _SPEAKER:
            options = split_options(token.content.rstrip('\n')).values
            if opts_out(options):
                record, _ = speaker_record(visible(info['argument']), options, line)
                yield Block(line, first + token.map[1], record)
        elif name == 'eval-rst':
            yield from _in_rst(token.content, line)
        elif name not in _VERBATIM and 'opt-out' in token.content and depth < _DEPTH:
            yield from _in_markdown(token.content, line, depth + 1)


def _rst_page(text: str) -> OptOuts:
    blocks = tuple(_in_rst(text, 0))
    if len(blocks) != 1:
        return OptOuts(blocks)
    lines = text.split('\n')
    above, title = _without_title(lines[: blocks[0].line - 1])
    below = [line for line in lines[blocks[0].end :] if line.strip()]
    others = any(
        match['name'].removeprefix('meetup:') in _OF_THE_ARCHIVE for line in below if (match := _RST.match(line))
    )
    return OptOuts(blocks, alone=not above and not below, leading=not above and not others, title=title)


def _without_title(lines: list[str]) -> tuple[list[str], str]:
    """The lines that say something, and the title among them; fields, targets and comments say nothing."""
    said = [line for line in lines if line.strip() and not re.match(r'\.\. (?!.*::)|:[\w-]+:', line)]
    if said and _ADORNED.match(said[0]):
        said = said[1:]
    if len(said) > 1 and _ADORNED.match(said[1]):
        return said[2:], said[0].strip()
    return said, ''


def _in_rst(text: str, first: int) -> Iterator[Block]:
    lines = text.expandtabs().split('\n')
    for place, line in enumerate(lines):
        match = _RST.match(line)
        if match is None or match['name'] not in _SPEAKER or _is_verbatim(lines, place, len(match['indent'])):
            continue
        end = place + 1
        while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > len(match['indent'])):
            end += 1
        while not lines[end - 1].strip():
            end -= 1
        argument, options = _rst_options(match['argument'], lines[place + 1 : end])
        if opts_out(options):
            record, _ = speaker_record(argument, options, first + place + 1)
            yield Block(first + place + 1, first + end, replace(record, line=first + place + 1))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _rst_options(argument: str, lines: list[str]) -> tuple[str, dict[str, str]]:
    """The argument with the lines it goes on in, and the options behind it."""
    options: dict[str, str] = {}
    name = ''
    for line in dedent('\n'.join(lines)).split('\n'):
        match = _RST_OPTION.match(line)
        if not line.strip():
            break
        if match:
            name = match['name']
            options[name] = match['value'] or ''
        elif name:
            options[name] = f'{options[name]} {line.strip()}'.strip()
        else:
            argument = f'{argument} {line.strip()}'
    return argument.strip(), options


def _is_verbatim(lines: list[str], place: int, indent: int) -> bool:
    """Whether a line stands inside something that is shown as it is."""
    for line in reversed(lines[:place]):
        if not indent:
            return False
        if not line.strip() or _indent(line) >= indent:
            continue
        indent = _indent(line)
        match = _RST.match(line)
        if (match and match['name'] in _VERBATIM) or (match is None and line.rstrip().endswith('::')):
            return True
    return False
