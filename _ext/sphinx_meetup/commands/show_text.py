"""The output for people: columns that line up, Japanese included, and every fact with its place in the file."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from ..model.time import clock

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .understood import Fact, Understood

_WIDEST = 48
"""A longer cell is not padded to: one long title would push everything after it off the screen."""


def show(understood: Understood, file: str) -> str:
    """All of it, without a line break at the end.

    :param file: the file's name as it was given: ``FILE:LINE`` is what editors and terminals open.
    """
    reading = understood.reading
    if not reading.enabled:
        return f'{file}: front matter says "meetup: false": the page is left alone'
    parts = [
        _part('Event', _facts(understood.event_facts, file), 'nothing is known of it'),
        _part('Timetable', _timetable(understood, file), 'none'),
        _part('Talks', _talks(understood, file), 'none'),
    ]
    if reading.left:
        parts.append(
            _part('Left alone', _table([left.title, f'{file}:{left.line}', left.why] for left in reading.left))
        )
    if understood.problems:
        lines = [
            f'{file}:{problem.line}: {problem.message} [{problem.code.value}]'
            if problem.line
            else f'{file}: {problem.message} [{problem.code.value}]'
            for problem in understood.problems
        ]
        parts.append(_part('Problems', lines))
    return '\n\n'.join(parts)


def _part(title: str, lines: Sequence[str], otherwise: str = '') -> str:
    return '\n'.join([title, *(f'  {line}' for line in lines or [otherwise])])


def _facts(facts: Iterable[Fact], file: str) -> list[str]:
    return _table(
        [
            fact.name,
            ', '.join(fact.value) if isinstance(fact.value, list) else fact.value,
            f'{file}:{fact.line}',
            fact.why,
        ]
        for fact in facts
    )


def _timetable(understood: Understood, file: str) -> list[str]:
    assembled = understood.assembled
    return _table(
        [
            f'{clock(slot.start)}-{clock(slot.end) if slot.end is not None else ""}',
            row.title,
            ', '.join(person.text for person in row.people),
            f'{file}:{row.line}',
            row.rule,
        ]
        for slot, row in zip(assembled.event.slots, assembled.rows, strict=True)
    )


def _talks(understood: Understood, file: str) -> list[str]:
    assembled = understood.assembled
    rows = []
    for talk, place, fact in zip(assembled.talks, assembled.places, understood.talk_facts, strict=True):
        slot = 'no slot' if place is None else f'slot {clock(assembled.event.slots[place].start)}'
        people = ', '.join(person.text for person in talk.people) or 'no speaker'
        slides = ' '.join(link.url for link in (*talk.slides, *talk.videos))
        rows.append([talk.title, people, slot, f'{file}:{fact.line}', fact.why, slides, talk.id])
    return _table(rows)


def _table(rows: Iterable[Sequence[str]]) -> list[str]:
    """Rows with their columns lined up; a column that is empty throughout is left out."""
    filled = [list(row) for row in rows]
    if not filled:
        return []
    columns = [column for column in zip(*filled, strict=True) if any(column)]
    widths = [min(max(map(width, column)), _WIDEST) for column in columns]
    return [
        '  '.join(pad(cell, wide) for cell, wide in zip(row, widths, strict=True)).rstrip()
        for row in zip(*columns, strict=True)
    ]


def width(text: str) -> int:
    """The columns that a terminal takes for a text: two for a wide character, none for a combining one."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in 'WF' else 1 for char in text
    )


def pad(text: str, columns: int) -> str:
    """The text, filled with spaces to so many columns of a terminal."""
    return text + ' ' * (columns - width(text))
