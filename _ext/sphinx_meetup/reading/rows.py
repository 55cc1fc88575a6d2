"""Rows of a timetable: ``19:05-19:20 - ianlewis, KubeCon Overview (15min)`` and the cells of a table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.drafts import SlotDraft
from ..model.problems import Code, Problem
from ..model.records import Link, Person
from .people import people
from .rowlinks import part_links
from .text import LONGEST_LINE, folded
from .times import find_span, split_minutes
from .words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.records import Link
    from ..model.time import Span
    from .outline import Line

_LEAD = re.compile(r'[-+*・●◆■|\s]{0,8}')
_BETWEEN = re.compile(r'[\s|:：、,.\-–—―−~〜～→－]{1,8}')
_TIME_LIKE = re.compile(r'[-+*・●◆■|\s]{0,8}\d{1,2}(?:[:：]\d|[ ]?時)')


@dataclass(frozen=True, slots=True)
class RowReading:
    """What one line gave: a slot, or a problem with a line that looks like a row; never both.

    :param text: the words of a row of a table that could not be read, to be shown all the same.
    """

    slot: SlotDraft | None = None
    problem: Problem | None = None
    text: str = ''


def looks_like_row(text: str) -> bool:
    """Whether a line begins as a row does, with a time of day."""
    return len(text) <= LONGEST_LINE and bool(_TIME_LIKE.match(text))


def read_row(text: str, line: int, links: Sequence[Link] = ()) -> RowReading | None:
    """A row that begins with its time: the speaker before the first comma, the title after it.

    A comma may belong to the title: ``whole`` keeps the undivided text, and :mod:`.assemble` decides by
    the talks' own headings.

    :param links: what the line links to.
    :return: None for a line that is no row.
    """
    if not looks_like_row(text):
        return None
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    found = find_span(text, begin)
    if found is None or found.begin != begin:
        return RowReading(problem=_unreadable(text.strip(), line))
    if found.span is None:
        return RowReading(problem=_unreadable(found.text, line))
    rest = text[found.end :]
    between = _BETWEEN.match(rest)
    rest = rest[between.end() :] if between else rest
    rest, kept = part_links(rest.strip(), links)
    rest, stated = split_minutes(rest)
    if not rest:
        return RowReading(
            problem=Problem(Code.ROW, f'the row "{text.strip()}" has a time and no title; add one after the time', line)
        )
    speaker, title = _split_speaker(rest)
    return RowReading(
        slot=SlotDraft(
            start=found.span.start,
            end=found.span.end,
            title=title,
            people=people(speaker) if _is_one(speaker) else people_as_written(speaker),
            whole=rest,
            stated=stated,
            links=kept,
            line=line,
            rule='row: time - speaker, title' if speaker else 'row: time - title',
        )
    )


def _unreadable(text: str, line: int) -> Problem:
    return Problem(
        Code.TIME, f'"{text[:80]}" is no time of day; write rows as "19:05-19:20 - speaker, title (15min)"', line
    )


def _split_speaker(text: str) -> tuple[str, str]:
    for mark in (',', '，', '、'):
        speaker, comma, title = text.partition(mark)
        if comma and speaker.strip() and title.strip():
            return speaker.strip(), title.strip()
    return '', text


def _is_one(speaker: str) -> bool:
    return '&' not in speaker


def people_as_written(text: str) -> tuple[Person, ...]:
    """Organisers and companies (``Organizer & CyberAgent``) are one party, not people side by side."""
    return (Person(name=text.strip()),) if text.strip() else ()


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table holds what; -1 where there is none."""

    time: int
    title: int
    speaker: int = -1


def read_columns(header: Sequence[str]) -> Columns | None:
    """What the columns hold by the words in the header row, or None when it is no timetable's."""
    places: dict[str, int] = {}
    for place, name in enumerate(header):
        what = words().columns.get(folded(name))
        if what is not None:
            places.setdefault(what, place)
    if 'time' not in places or 'title' not in places:
        return None
    return Columns(places['time'], places['title'], places.get('speaker', -1))


def _note(cells: Sequence[Line], columns: Columns) -> str:
    """What the other columns say (a room, a level); a cell that is only a link is kept as one."""
    known = {columns.time, columns.title, columns.speaker}
    texts = [
        text
        for place, cell in enumerate(cells)
        if place not in known
        and (text := part_links(cell.text, cell.links)[0]) not in {'', *(link.label or link.url for link in cell.links)}
    ]
    return ' · '.join(texts)


def read_cells(cells: Sequence[Line], columns: Columns) -> RowReading | None:
    """A row of a table whose columns are known; None for an empty row."""
    texts = [cell.text.strip() for cell in cells]
    if not any(texts):
        return None
    line = cells[0].number
    time = texts[columns.time] if columns.time < len(texts) else ''
    found = find_span(time)
    if found is None or found.span is None:
        return RowReading(problem=_unreadable(time or ' | '.join(texts), line), text=' | '.join(filter(None, texts)))
    title = part_links(texts[columns.title], cells[columns.title].links)[0] if columns.title < len(texts) else ''
    title, stated = split_minutes(title)
    if stated is None:
        _, stated = split_minutes(time)
    if not title:
        problem = Problem(Code.ROW, f'the row at {time} has no title; add one', line)
        return RowReading(problem=problem, text=' | '.join(filter(None, texts)))
    speaker = texts[columns.speaker] if 0 <= columns.speaker < len(texts) else ''
    span: Span = found.span
    return RowReading(
        slot=SlotDraft(
            start=span.start,
            end=span.end,
            title=title,
            people=people(speaker) if _is_one(speaker) else people_as_written(speaker),
            stated=stated,
            links=part_links('', sum((cell.links for cell in cells), ()))[1],
            note=_note(cells, columns),
            line=line,
            rule='table: columns by their headings',
        )
    )
