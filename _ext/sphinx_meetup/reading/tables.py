"""Tables of a programme: what their columns hold, by their headings or by what stands in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.drafts import SlotDraft
from ..model.problems import Code, Problem
from .people import byline, named_line
from .rowlinks import part_links
from .rows import RowReading, row_people, unreadable
from .text import folded
from .times import find_span, split_minutes
from .words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model.time import Span
    from .outline import Line

_MOSTLY = 0.6
"""A column holds what so many of its cells hold."""
_FEWEST = 2
_LONGEST_HEAD = 4
"""So many words at most are a column's heading."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table holds what; -1 where there is none.

    :param tracks: the columns of talks given side by side, with the names of their rooms; empty for a single one.
    """

    time: int
    title: int
    speaker: int = -1
    tracks: tuple[tuple[int, str], ...] = ()
    header: bool = True


def read_columns(header: Sequence[str]) -> Columns | None:
    """What the columns hold by the words in the header row, or None when it is no timetable's."""
    places = column_places(header)
    if 'time' not in places or 'title' not in places:
        return None
    return Columns(places['time'], places['title'], places.get('speaker', -1))


def column_places(header: Sequence[str]) -> dict[str, int]:
    """The columns whose headings are known, by what they hold (``time``, ``title``, ``speaker``, ``slides``, …)."""
    places: dict[str, int] = {}
    for place, name in enumerate(header):
        what = _holds(name)
        if what:
            places.setdefault(what, place)
    return places


def _holds(name: str) -> str:
    """What a column holds by its heading, or by the last word of it that says so (``Talk Slides``); '' for neither."""
    bare = folded(name).strip(' :*')
    known = words().columns
    if bare in known:
        return known[bare]
    parts = re.split(r'[\s/・()（）]+', bare)
    if len(parts) > _LONGEST_HEAD:
        return ''
    found = next((known[part] for part in reversed(parts) if part in known), '')
    return '' if found == 'room' else found  # "Room A" is a room's own column


def guess_columns(rows: Sequence[Sequence[Line]]) -> Columns | None:
    """What the columns of a table hold, by its header or else by its cells: times, then titles, then names.

    A header that names several rooms beside a column of times gives tracks.
    """
    header = [cell.text for cell in rows[0]] if rows else []
    known = read_columns(header)
    if known is not None:
        return known
    body = rows[1:]
    places = column_places(header)
    time = places.get('time', -1)
    width = max((len(row) for row in rows), default=0)
    if time < 0:
        time = next((place for place in range(min(width, 2)) if _are_times(body, place)), -1)
    headed = not _is_time(_cell(rows[0], time)) if rows and time >= 0 else True
    if time < 0 or width < 2 or not _are_times(rows if not headed else body, time):
        return None
    others = [place for place in range(width) if place != time and place not in places.values()]
    if 'title' in places:
        return Columns(time, places['title'], places.get('speaker', -1), header=headed)
    if not others:
        return None
    speaker = places.get('speaker', -1)
    if speaker < 0 and len(others) > 1 and _are_names(body, others[1]):
        speaker = others[1]
    rooms = [(place, header[place].strip() if place < len(header) else '') for place in others if place != speaker]
    tracks = tuple(rooms) if len(rooms) > 1 and headed and all(name for _, name in rooms) else ()
    return Columns(time, others[0], speaker, tracks, headed)


def _cell(row: Sequence[Line], place: int) -> str:
    return row[place].text if 0 <= place < len(row) else ''


def _is_time(text: str) -> bool:
    found = find_span(text)
    return found is not None and found.span is not None and found.begin <= 2


def _are_times(rows: Sequence[Sequence[Line]], place: int) -> bool:
    cells = [_cell(row, place) for row in rows]
    filled = [text for text in cells if text.strip()]
    times = sum(map(_is_time, filled))
    return times >= _FEWEST and times >= _MOSTLY * len(filled)


def _are_names(rows: Sequence[Sequence[Line]], place: int) -> bool:
    cells = [row[place] for row in rows if place < len(row) and row[place].text.strip(' -–—')]
    named = sum(bool(byline(cell.text, cell.links) or named_line(cell.text, cell.links)) for cell in cells)
    return bool(cells) and named >= _MOSTLY * len(cells)


def read_table(rows: Sequence[Sequence[Line]], columns: Columns) -> Iterator[RowReading]:
    """The slots of a table: one a row, or one a track and row; a cell without a time carries on the last one's."""
    last: Span | None = None
    for row in rows[1:] if columns.header else rows:
        if not columns.tracks:
            found = read_cells(row, columns)
            if found is not None:
                yield found
            continue
        span = find_span(_cell(row, columns.time))
        if span is not None and span.span is not None:
            last = span.span
        if last is None:
            continue
        yield from _tracks(row, columns, last)


def _tracks(row: Sequence[Line], columns: Columns, span: Span) -> Iterator[RowReading]:
    filled = [(place, room) for place, room in columns.tracks if _cell(row, place).strip(' -–—')]
    for place, room in filled:
        text, kept = part_links(row[place].text, row[place].links)
        title, stated = split_minutes(text)
        if title:
            slot = SlotDraft(
                start=span.start,
                end=span.end,
                title=title,
                whole=title,
                stated=stated,
                links=kept,
                note=room if len(filled) > 1 else '',
                line=row[place].number,
                rule='table: a column a room',
            )
            yield RowReading(slot=slot)


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
        return RowReading(problem=unreadable(time or ' | '.join(texts), line), text=' | '.join(filter(None, texts)))
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
            whole=title if not speaker else '',
            people=row_people(speaker, cells[columns.speaker].links if speaker else ()),
            stated=stated,
            links=part_links('', sum((cell.links for cell in cells), ()))[1],
            note=_note(cells, columns),
            line=line,
            rule='table: columns by their headings',
        )
    )
