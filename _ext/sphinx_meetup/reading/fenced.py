"""The directives of a page as the command line meets them: blocks of Markdown, options told from content.

A build leaves this to MyST. Here the same blocks are read the same way, without a directive being run:
options as ``:key: value`` lines or as a block between ``---`` lines, then the content.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from textwrap import dedent
from typing import TYPE_CHECKING, NamedTuple

from ..model.drafts import EventDraft
from ..model.problems import Code, Problem
from .explicit import TIMETABLE_OPTIONS, event_draft, read_timetable, talk_draft, unknown_options
from .markdown import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model.drafts import SlotDraft, TalkDraft
    from .outline import Block, Outline

_OPTION = re.compile(r'([^\s:#][^:]{0,60}):(?:[ \t]+(.*))?\Z')
_DOMAIN = 'meetup:'


class Passed(NamedTuple):
    """A directive that gave nothing, and why."""

    title: str
    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Explicit:
    """What the directives of a page say.

    :param slots: None when no directive gives a timetable.
    """

    event: EventDraft = field(default_factory=EventDraft)
    slots: tuple[SlotDraft, ...] | None = None
    talks: tuple[TalkDraft, ...] = ()
    passed: tuple[Passed, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Options:
    """A directive's block, parted.

    :param values: the options as texts; one without a value is ''.
    :param lines: the place of each option in the block, counted from 0.
    :param content: what follows them.
    :param offset: the place of the content's first line in the block, counted from 0.
    """

    values: Mapping[str, str]
    lines: Mapping[str, int]
    content: str
    offset: int


def split_options(body: str) -> Options:
    """Part a directive's block into its options and its content, as MyST does."""
    lines = body.split('\n')
    if body.startswith('---'):
        end = next((place for place, line in enumerate(lines[1:], 1) if line.startswith('---')), len(lines))
        options, first, offset = dedent('\n'.join(lines[1:end])).split('\n'), 1, end + 1
    else:
        offset = next((place for place, line in enumerate(lines) if not _is_option(line)), len(lines))
        options, first = [line.lstrip()[1:] for line in lines[:offset]], 0
    values, places = _options(options, first)
    while offset < len(lines) and not lines[offset].strip():
        offset += 1
    return Options(values, places, '\n'.join(lines[offset:]), offset)


def _is_option(line: str) -> bool:
    """A colon begins an option; three begin a directive inside this one."""
    start = line.lstrip()
    return start.startswith(':') and not start.startswith(':::')


def _options(lines: list[str], first: int) -> tuple[dict[str, str], dict[str, int]]:
    values: dict[str, str] = {}
    places: dict[str, int] = {}
    name = ''
    for place, line in enumerate(lines, first):
        match = _OPTION.match(line.rstrip())
        if match:
            name = match[1].strip()
            values[name] = _unquoted((match[2] or '').strip())
            places[name] = place
        elif name and line[:1].isspace() and line.strip():  # a value goes on where its line is indented
            so_far = '' if values[name] in {'|', '>', '|-', '>-'} else values[name]
            values[name] = f'{so_far} {line.strip()}'.strip()
    return values, places


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    if len(value) > 1 and value[0] == value[-1] == '"':
        return value[1:-1].replace('\\"', '"').replace('\\\\', '\\')
    return '' if value.startswith('#') else value.split(' #', 1)[0].rstrip()


def read_directives(tree: Outline) -> Explicit:
    """What the directives at the margin of a page say; inside lists, quotes and cards they cannot work.

    A page's second event begins another event: it and what follows are passed over.
    """
    return _Directives().read(tree)


class _Directives:
    def __init__(self) -> None:
        self.event: EventDraft | None = None
        self.slots: list[SlotDraft] | None = None
        self.talks: list[TalkDraft] = []
        self.passed: list[Passed] = []
        self.problems: list[Problem] = []
        self.closed = False

    def read(self, tree: Outline) -> Explicit:
        for section in tree.sections:
            for block in section.blocks:
                name = block.name.removeprefix(_DOMAIN)
                if block.kind == 'directive' and name in {'event', 'timetable', 'talk'}:
                    self._block(name, block)
        return Explicit(
            event=self.event or EventDraft(),
            slots=None if self.slots is None else tuple(self.slots),
            talks=tuple(self.talks),
            passed=tuple(self.passed),
            problems=tuple(self.problems),
        )

    def _block(self, name: str, block: Block) -> None:
        parts = split_options(block.body)
        title = visible(block.argument)
        shown = title or f'{{{name}}}'
        if 'no-index' in parts.values:
            self.passed.append(Passed(shown, block.line, 'marked no-index: an example'))
            return
        if name == 'event' and self.event is not None:
            self.closed = True
        if self.closed:
            self.passed.append(Passed(shown, block.line, 'belongs to a further event of the page'))
        elif name == 'event':
            lines = {option: block.line + 1 + place for option, place in parts.lines.items()}
            self.event, wrong = event_draft(title, parts.values, block.line, lines)
            self.problems += wrong
        elif name == 'timetable':
            self._timetable(block, parts)
        elif not title:
            self.problems.append(
                Problem(Code.OPTION, "a talk needs a title; write it after the directive's name", block.line)
            )
        else:
            draft, wrong = talk_draft(title, parts.values, block.line, written=bool(parts.content.strip()))
            self.talks.append(draft)
            self.problems += wrong

    def _timetable(self, block: Block, parts: Options) -> None:
        first = block.line + 1 + parts.offset if parts.content else block.line
        text = parts.content
        if block.argument:  # a timetable has no argument: its first row may stand beside its name
            text, first = block.argument + '\n' * (1 + parts.offset) + text, block.line
        reading = read_timetable(text, first)
        self.slots = [*(self.slots or ()), *reading.slots]
        self.problems += unknown_options('timetable', parts.values, TIMETABLE_OPTIONS, block.line)
        self.problems += reading.problems
