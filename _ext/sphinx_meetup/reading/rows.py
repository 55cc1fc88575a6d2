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
from .text import LONGEST_LINE
from .times import find_span, split_minutes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.records import Link

_LEAD = re.compile(r'[-+*・●◆■|\s(（\[［【]{0,8}')
_BETWEEN = re.compile(r'[)）\]］】]?[\s|:：、,.\-–—―−~〜～→－]{0,8}')
# What follows a time in a sentence: "until 14:38", "from 15:27 on".
_IN_PROSE = re.compile(
    r'(?:まで|から|頃|ごろ|くらい|ぐらい|には?|の|は|を|で|と|過ぎ|前|以降|時点|より|に|까지|부터|에)'
)
_TIME_LIKE = re.compile(
    r'[-+*・●◆■|\s(（\[［【]{0,8}(?:(?:午前|午後|오전|오후|上午|下午)[ ]?)?\d{1,2}(?:[:：]\d|[ ]?時|[ ]?[ap]\.?m)',
    re.IGNORECASE,
)


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
        return RowReading(problem=unreadable(text.strip(), line))
    if found.span is None:
        return RowReading(problem=unreadable(found.text, line))
    rest = text[found.end :]
    # A dash with room around it parts a row's time from its title; a sentence has none.
    apart = found.text != text[found.begin : found.end] and ' ' in found.text
    if found.span.end is None and not apart and _IN_PROSE.match(rest):
        return None
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
            people=row_people(speaker),
            whole=rest,
            stated=stated,
            links=kept,
            line=line,
            rule='row: time - speaker, title' if speaker else 'row: time - title',
        )
    )


def unreadable(text: str, line: int) -> Problem:
    """The problem with a row whose time cannot be read."""
    return Problem(
        Code.TIME, f'"{text[:80]}" is no time of day; write rows as "19:05-19:20 - speaker, title (15min)"', line
    )


def _split_speaker(text: str) -> tuple[str, str]:
    for mark in (',', '，', '、'):
        speaker, comma, title = text.partition(mark)
        if comma and speaker.strip() and title.strip():
            return speaker.strip(), title.strip()
    return '', text


def row_people(text: str, links: Sequence[Link] = ()) -> tuple[Person, ...]:
    """The people of a row; organisers and companies (``Organizer & CyberAgent``) are one party, not two people."""
    if '&' not in text:
        return people(text, links)
    return (Person(name=text.strip()),) if text.strip() else ()
