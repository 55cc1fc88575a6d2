"""What directives say, as drafts: shared by the directives themselves and by the ``read`` command."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ..model.drafts import EventDraft, Found, SlotDraft, TalkDraft
from ..model.ids import is_explicit, slug
from ..model.problems import Code, Problem
from ..model.records import Link, Person, Speaker
from .facts import FACT_CODES, fact_value
from .frontmatter import as_texts
from .links import WITHHELD, is_web
from .markdown import tokens, visible
from .outline import Block, line_links, outline
from .people import people
from .rows import RowReading, read_row
from .tables import Columns, read_cells, read_columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

EVENT_OPTIONS = (
    'id', 'date', 'start', 'end', 'timezone', 'url', 'venue', 'hashtag', 'author', 'published', 'source', 'lang',
    'topics', 'no-index',
)  # fmt: skip
TALK_OPTIONS = ('speakers', 'slot', 'slides', 'video', 'topics', 'kind', 'id', 'no-index')
SPEAKER_OPTIONS = ('handle', 'id', 'also', 'kana', 'links', 'opt-out', 'no-index')
TIMETABLE_OPTIONS = ('no-index',)


def unknown_options(name: str, given: Iterable[str], known: tuple[str, ...], line: int) -> list[Problem]:
    """A problem for each option that a directive does not have, with the nearest one it has."""
    problems = []
    for option in given:
        if option in known:
            continue
        close = difflib.get_close_matches(option, known, n=1)
        hint = f'did you mean "{close[0]}"? ' if close else ''
        problems.append(
            Problem(Code.OPTION, f'"{name}" has no option "{option}"; {hint}known are {", ".join(known)}', line)
        )
    return problems


def web_links(
    name: str, urls: Iterable[str], line: int, code: Code = Code.OPTION
) -> tuple[tuple[Link, ...], list[Problem]]:
    """The addresses that may become links, and a problem for each that may not (``javascript:``, a path).

    :param name: what the author called them.
    """
    links: list[Link] = []
    problems: list[Problem] = []
    for url in urls:
        if is_web(url):
            links.append(Link(url))
        elif url != WITHHELD:
            problems.append(Problem(code, f'{name}: "{url}" is no web address; write it from https:// on', line))
    return tuple(links), problems


def event_draft(
    title: str, options: Mapping[str, str], line: int, lines: Mapping[str, int] | None = None
) -> tuple[EventDraft, list[Problem]]:
    """The facts that an ``event`` directive gives.

    :param lines: the source line of each option, where it is known; else ``line`` stands for all.
    """
    draft = EventDraft(title=Found(title, line, 'event directive', 'given') if title else None)
    problems = unknown_options('event', options, EVENT_OPTIONS, line)
    for option in EVENT_OPTIONS:
        if option not in options or option == 'no-index':
            continue
        where = (lines or {}).get(option, line)
        try:
            value: Any = fact_value(option, options[option] or '')
        except ValueError as error:
            problems.append(Problem(FACT_CODES.get(option, Code.OPTION), f'{option}: {error}', where))
            continue
        draft = replace(draft, **{option: Found(value, where, f'event directive: {option}', 'given')})
    return draft, problems


def talk_draft(title: str, options: Mapping[str, str], line: int, *, written: bool) -> tuple[TalkDraft, list[Problem]]:
    """The talk that a ``talk`` directive gives; speakers are parted by ``;`` or as in prose."""
    problems = unknown_options('talk', options, TALK_OPTIONS, line)

    def text(name: str) -> str:
        return (options.get(name) or '').strip()

    def links(name: str) -> tuple[Link, ...]:
        found, wrong = web_links(name, text(name).split(), line)
        problems.extend(wrong)
        return found

    draft = TalkDraft(
        title=title,
        people=_people(text('speakers')),
        slot=text('slot'),
        slides=links('slides'),
        videos=links('video'),
        topics=as_texts(text('topics')),
        kind=text('kind').casefold(),
        id=text('id'),
        written=written,
        line=line,
        rule='talk directive',
        certainty='given',
    )
    return draft, problems


def _people(text: str) -> tuple[Person, ...]:
    parts = text.split(';') if ';' in text else [text]
    return tuple(someone for part in parts for someone in people(part))


def speaker_record(name: str, options: Mapping[str, str], line: int) -> tuple[Speaker, list[Problem]]:
    """The person that a ``speaker`` directive describes.

    The id is the explicit one, else the handle, else the name.
    """
    problems = unknown_options('speaker', options, SPEAKER_OPTIONS, line)

    def text(option: str) -> str:
        return (options.get(option) or '').strip()

    handle = text('handle').removeprefix('@')
    given = text('id')
    if given and not is_explicit(given):
        problems.append(Problem(Code.ID, f'the id "{given}" is no address; use lower-case words with - between', line))
        given = ''
    links, wrong = web_links('links', text('links').split(), line)
    problems += wrong
    record = Speaker(
        id=given or slug(handle or name),
        name=name or f'@{handle}',
        handle=handle,
        also=as_texts(text('also')),
        kana=text('kana'),
        links=links,
        line=line,
    )
    return record, problems


def opts_out(options: Mapping[str, str]) -> bool:
    """Whether a ``speaker`` directive says that the person is not to be named; an example says nothing."""
    if 'opt-out' not in options or 'no-index' in options:
        return False
    return (options['opt-out'] or '').strip().casefold() not in {'false', 'no', '0', 'off'}


@dataclass(frozen=True, slots=True)
class TimetableReading:
    """The rows of a ``timetable`` directive, what was wrong, and the words of the rows that could not be read."""

    slots: tuple[SlotDraft, ...]
    problems: tuple[Problem, ...]
    unread: tuple[str, ...] = ()


def read_timetable(text: str, line: int) -> TimetableReading:
    """Rows as in a plain report, one a line or a paragraph each, or a Markdown table.

    :param line: the source line of the text's first line.
    """
    slots: list[SlotDraft] = []
    problems: list[Problem] = []
    unread: list[str] = []
    for row in _rows(text, line):
        if row.slot is not None:
            slots.append(replace(row.slot, certainty='given'))
        if row.problem is not None:
            problems.append(row.problem)
            unread += [row.text] if row.text else []
    if not slots and not problems:
        problems.append(Problem(Code.ROW, 'the timetable has no row; write "19:05-19:20 - speaker, title"', line))
    return TimetableReading(tuple(slots), tuple(problems), tuple(unread))


def _rows(text: str, first: int) -> Iterator[RowReading]:
    """The readings of a text's lines and tables, in their order."""
    tables = {
        block.line: block
        for section in outline(tokens(text)).sections
        for block in section.blocks
        if block.kind == 'table' and block.rows
    }
    inside = 0
    for number, line in enumerate(text.split('\n'), 1):
        if number in tables:
            inside = tables[number].end
            yield from _table(tables[number], first)
        if number < inside or not line.strip():
            continue
        where = first + number - 1
        found = read_row(visible(line), where, line_links(line))
        if found is None:
            message = f'"{line.strip()[:80]}" begins with no time; write "19:05-19:20 - speaker, title (15min)"'
            yield RowReading(problem=Problem(Code.ROW, message, where), text=visible(line))
        elif found.slot is not None:
            yield found
        else:
            yield replace(found, text=visible(line))


def _table(block: Block, first: int) -> Iterator[RowReading]:
    columns = read_columns([cell.text for cell in block.rows[0]])
    if columns is None:
        columns = Columns(0, 1, 2 if len(block.rows[0]) > 2 else -1)
    for row in block.rows[1:]:
        found = read_cells([replace(cell, number=cell.number + first - 1) for cell in row], columns)
        if found is not None:
            yield found
