"""Talks without sections of their own: a table of title, speaker and slides, or a list of such lines.

A timetable is none: its rows are slots, and who only announces a programme has not told of its talks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.drafts import TalkDraft
from .credits import find_credits
from .kinds import split_kind
from .links import named_kind
from .people import people
from .rowlinks import part_links
from .rows import looks_like_row
from .tables import column_places
from .text import key
from .words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model.records import Link
    from .outline import Block, Line, Outline

_FEWEST = 2
"""A single line with a speaker is a mention."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Talks of tables and lists.

    :param used: the lines that say nothing else.
    :param tables: the first lines of the tables that say nothing else.
    """

    talks: tuple[TalkDraft, ...] = ()
    used: frozenset[int] = frozenset()
    tables: frozenset[int] = frozenset()


def listed_talks(tree: Outline) -> Listed:
    """The talks that tables and lists tell of, two or more of each."""
    found: list[TalkDraft] = []
    used: set[int] = set()
    tables: set[int] = set()
    for section in tree.sections:
        for block in section.blocks:
            talks = list(_of_table(block)) if block.kind == 'table' else list(_of_list(block))
            if len(talks) < _FEWEST:
                continue
            found += talks
            if block.kind != 'table':
                used |= {talk.line for talk in talks}
            elif len(talks) == len(block.rows) - 1 and _is_told(block):
                tables.add(block.line)
    return Listed(tuple(found), frozenset(used), frozenset(tables))


def _is_told(block: Block) -> bool:
    """Whether every column of a table is among a talk's facts."""
    places = column_places([cell.text for cell in block.rows[0]])
    known = {place for what, place in places.items() if what in {'title', 'speaker', 'slides', 'video'}}
    return not any(cell.text for row in block.rows for place, cell in enumerate(row) if place not in known)


def _of_table(block: Block) -> Iterator[TalkDraft]:
    """The rows of a table with titles and speakers, and slides unless it is a timetable."""
    if not block.rows:
        return
    places = column_places([cell.text for cell in block.rows[0]])
    if 'title' not in places or 'speaker' not in places or ('time' in places and 'slides' not in places):
        return
    for row in block.rows[1:]:
        cells = {what: row[place] for what, place in places.items() if place < len(row)}
        title = cells.get('title')
        if title is None or not key(title.text) or words().is_break(title.text) or words().is_other(title.text):
            continue
        speaker = cells.get('speaker')
        links = sum((cell.links for cell in row), ())
        kind, name = split_kind(part_links(title.text, title.links)[0])
        yield TalkDraft(
            title=name,
            people=people(speaker.text, speaker.links) if speaker else (),
            slides=_slides(links, cells.get('slides')),
            videos=tuple(link for link in links if named_kind(link) == 'video'),
            kind=kind,
            listed=True,
            line=title.number,
            rule='a row of a table of talks',
            certainty='likely',
        )


def _slides(links: Sequence[Link], cell: Line | None) -> tuple[Link, ...]:
    if cell is not None and cell.links:
        return cell.links[:1]
    return tuple(link for link in links if named_kind(link) == 'slides')[:1]


def _of_list(block: Block) -> Iterator[TalkDraft]:
    """The items of a list that each lead to slides and name a speaker."""
    if block.kind not in {'list', 'html'}:
        return
    top = min((line.depth for line in block.lines), default=0)
    for line in block.lines:
        if line.depth != top or looks_like_row(line.text):
            continue
        slides = _slides(line.links, None)
        text = part_links(line.text, line.links)[0]
        kind, name = split_kind(text)
        credit = next((credit for credit in find_credits(name, line.links) if credit.sure), None)
        if slides and credit is not None:
            yield TalkDraft(
                title=credit.title,
                people=credit.people,
                slides=slides,
                kind=kind,
                listed=True,
                line=line.number,
                rule='an item of a list of talks with slides',
                certainty='likely',
            )
