"""Talks without sections of their own: rows of a table, items of a list, lines that lead to slides.

A bare programme announces and tells nothing: its rows become talks only where slides, or a speaker beside a title in
a table or list of talks, say that somebody spoke.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..model.drafts import TalkDraft
from .credits import find_credits
from .kinds import split_kind
from .linked import MANY, is_title, linked_line, linked_talks
from .links import link_kind, named_kind
from .people import byline, named_line, people
from .rowlinks import part_links
from .rows import looks_like_row
from .tables import column_places
from .text import key
from .titles import plain_title
from .words import words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from ..model.records import Link, Person
    from .outline import Block, Line, Outline, Section

_FEWEST = 2
"""A single line with a speaker is a mention."""
_AGREE = 0.5
_SHORTEST = 2
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Listed:
    """Talks of tables and lists.

    :param used: the lines that say nothing else.
    :param tables: the first lines of the tables that say nothing else.
    """

    talks: tuple[TalkDraft, ...] = ()
    used: frozenset[int] = frozenset()
    tables: frozenset[int] = frozenset()
    slides: tuple[tuple[str, tuple[Link, ...]], ...] = ()
    """Slides of talks that have headings, by the keys of their titles."""


def listed_talks(
    tree: Outline, outside: Collection[int] = (), told: Sequence[TalkDraft] = (), author: str = ''
) -> Listed:
    """The talks that tables, lists and lines with slides tell of.

    :param outside: places of sections to leave alone: those that talks with headings stand in.
    :param told: the talks with headings. Where there are some, only sections that hold talks (``LT大会``) are
        looked at.
    :param author: whoever wrote the report: the speaker of what it calls its own talk.
    """
    found: list[TalkDraft] = []
    used: set[int] = set()
    tables: set[int] = set()
    for place, section in enumerate(tree.sections):
        holds = _holds_talks(section)
        if place in outside or (told and not holds):
            continue
        items: list[TalkDraft] = []
        for index, block in enumerate(section.blocks):
            if block.kind == 'table':
                talks = list(_of_table(block))
                if len(talks) >= _FEWEST:
                    found += talks
                    if len(talks) == len(block.rows) - 1 and _is_told(block):
                        tables.add(block.line)
                continue
            items += _of_list(block, holds=holds, after=_text_after(section.blocks, index))
        if len(items) >= _FEWEST:
            found += items
            used |= {talk.line for talk in items if not talk.written}
        linked = list(linked_talks(section, author))
        if holds or len(linked) >= _FEWEST:
            found += linked
    talks = _unique(found, told)
    lines = {talk.line for talk in talks}
    bare = {key(talk.title) for talk in told if not talk.slides}
    slides = {name: talk.slides for talk in found if talk.slides and (name := key(talk.title)) in bare}
    return Listed(tuple(talks), frozenset(used & lines), frozenset(tables), tuple(slides.items()))


def _unique(found: Sequence[TalkDraft], told: Sequence[TalkDraft]) -> list[TalkDraft]:
    """Each talk once, in the order of the page: lists of links repeat what headings and tables told."""
    known = {key(talk.title) for talk in told}
    decks = {_deck(link) for talk in told for link in talk.slides}
    kept: list[TalkDraft] = []
    for talk in sorted(found, key=lambda talk: (talk.line, not talk.people)):
        own = {_deck(link) for link in talk.slides}
        if key(talk.title) in known or own & decks:
            continue
        known.add(key(talk.title))
        decks |= own
        kept.append(talk)
    return kept


def _deck(link: Link) -> str:
    return link.url.split('#')[0].split('?')[0].rstrip('/')


def _holds_talks(section: Section) -> bool:
    """Whether a heading says that talks or their slides stand below: ``LT大会``, ``スライドまとめ``."""
    title = section.title
    if not section.level or len(title) > _LONGEST:
        return False
    return words().is_container(title) or words().is_several(title) or words().tells_of(title, 'slides')


def _is_told(block: Block) -> bool:
    """Whether every column of a table is among a talk's facts."""
    places = column_places([cell.text for cell in block.rows[0]])
    known = {place for what, place in places.items() if what in {'title', 'speaker', 'slides', 'video'}}
    return not any(cell.text for row in block.rows for place, cell in enumerate(row) if place not in known)


def _of_table(block: Block) -> Iterator[TalkDraft]:
    """The rows of a table with titles and speakers; of a timetable only those that lead to slides."""
    if not block.rows:
        return
    places = column_places([cell.text for cell in block.rows[0]])
    if 'title' not in places:
        yield from _of_cells(block)
        return
    needs_slides = 'time' in places or 'speaker' not in places
    for row in block.rows[1:]:
        cells = {what: row[place] for what, place in places.items() if place < len(row)}
        title = cells.get('title')
        if title is None or not key(title.text) or words().is_break(title.text) or words().is_other(title.text):
            continue
        speaker = cells.get('speaker')
        links = sum((cell.links for cell in row), ())
        slides = _slides(links, cells.get('slides'))
        if needs_slides and not slides and not ('slides' in places and 'speaker' in places):
            continue
        kind, name = split_kind(part_links(title.text, title.links)[0])
        someone = people(speaker.text, speaker.links) if speaker else ()
        credit = None if speaker else next((one for one in find_credits(name, title.links) if one.sure), None)
        yield TalkDraft(
            title=plain_title(credit.title if credit else name),
            people=credit.people if credit else someone,
            slides=slides,
            videos=tuple(link for link in links if named_kind(link) == 'video'),
            kind=kind,
            listed=True,
            line=title.number,
            rule='a row of a table of talks',
            certainty='likely',
        )


def _of_cells(block: Block) -> Iterator[TalkDraft]:
    """The cells of a programme, a column a room, that lead to slides."""
    labels = Counter(
        link.label for row in block.rows for cell in row for link in cell.links if link_kind(link.url) == 'slides'
    )
    marks = {label for label, count in labels.items() if count >= MANY and not is_title(label)}
    for row in block.rows[1:]:
        for cell in row:
            marked = len(cell.links) == 1 and cell.links[0].label in marks
            talk = linked_line(cell, (), of_any_host=marked)
            if talk is not None:
                yield replace(talk, rule='a cell of a table with slides')


def _slides(links: Sequence[Link], cell: Line | None) -> tuple[Link, ...]:
    if cell is not None and cell.links:
        return cell.links[:1]
    return tuple(link for link in links if named_kind(link) == 'slides')[:1]


def _text_after(blocks: Sequence[Block], place: int) -> list[Line]:
    """The lines of the paragraphs behind a list of one item, which stands for a heading."""
    found: list[Line] = []
    if blocks[place].kind != 'list' or len(blocks[place].lines) > 1:
        return found
    for block in blocks[place + 1 :]:
        if block.kind not in {'paragraph', 'html', 'opaque'}:
            break
        found += block.lines
    return found


def _of_list(block: Block, *, holds: bool, after: Sequence[Line] = ()) -> Iterator[TalkDraft]:
    """The items of a list that name a speaker and lead to slides; below ``セッション`` all with notes or a speaker."""
    if block.kind not in {'list', 'html'}:
        return
    lone = block.kind == 'list' and len(block.lines) == 1  # a list of one item stands for a heading
    named = _speakers_agree(block)
    top = min((line.depth for line in block.lines), default=0)
    for place, line in enumerate(block.lines):
        if line.depth != top or looks_like_row(line.text) or not _SHORTEST <= len(line.text) <= _LONGEST:
            continue
        below = _inside(block.lines, place)
        below = below or list(after)
        links = line.links + sum((inner.links for inner in below), ())
        slides = _slides(links, None)
        linked = linked_line(line, ()) if any(is_title(link.label) for link in slides) else None
        if linked is not None:
            yield replace(linked, written=bool(below))
            continue
        kind, name = split_kind(part_links(line.text, line.links)[0])
        credit = next((credit for credit in find_credits(name, line.links) if credit.sure), None)
        someone = credit.people if credit else _speaker_inside(below) or named.get(line.number, ())
        if words().is_section(name) or words().is_other(name) or words().is_break(name) or words().is_several(name):
            continue
        if (slides and someone) or line.number in named or (holds and (someone or (below and top) or lone)):
            yield TalkDraft(
                title=plain_title(credit.title if credit else name),
                people=someone,
                slides=slides,
                videos=tuple(link for link in links if named_kind(link) == 'video'),
                kind=kind,
                written=bool(below),
                listed=True,
                line=line.number,
                rule='an item of a list of talks',
                certainty='likely' if someone else 'doubtful',
            )


def _speakers_agree(block: Block) -> dict[int, tuple[Person, ...]]:
    """The people whose bare names stand first below the items of a list, where those of most items do."""
    top = min((line.depth for line in block.lines), default=0)
    items = [
        (line, block.lines[place + 1])
        for place, line in enumerate(block.lines[:-1])
        if line.depth == top and block.lines[place + 1].depth > top
    ]
    named = {line.number: found for line, below in items if (found := named_line(below.text, below.links))}
    return named if len(named) >= MANY and len(named) >= _AGREE * len(items) else {}


def _inside(lines: Sequence[Line], place: int) -> list[Line]:
    """The lines inside an item."""
    found: list[Line] = []
    for line in lines[place + 1 :]:
        if line.depth <= lines[place].depth:
            break
        found.append(line)
    return found


def _speaker_inside(lines: Sequence[Line]) -> tuple[Person, ...]:
    return next((named for line in lines[:_FEWEST] if (named := byline(line.text, line.links))), ())
