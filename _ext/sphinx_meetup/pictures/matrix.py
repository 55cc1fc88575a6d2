"""Numbers by row and span of time: a circle each, as large as its number."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from .axis import axis
from .columns import columns
from .svg import EMS_ON_A_PHONE, drawing, element, em, hint, share, words

if TYPE_CHECKING:
    from collections.abc import Sequence

_LARGEST = 0.85
_TOP = 3.2
_HEIGHT = 4.5
_PITCH = 3.5
_LABEL = 1.1


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its name, its numbers by column, and what a mouse over each shows."""

    name: str
    counts: tuple[int, ...]
    hints: tuple[str, ...]


def matrix(whole: Row, rows: Sequence[Row], labels: Sequence[str]) -> str:
    """All of it as columns above, then each row as circles whose areas are as their numbers.

    The name of a row stands above it, so that the circles have the whole width of a phone.

    :param labels: of the axis, one a column.
    """
    base = _TOP + _HEIGHT
    largest = max((count for row in rows for count in row.counts), default=0) or 1
    widest = min(_LARGEST, EMS_ON_A_PHONE / len(labels) / 2 * 0.95)
    parts = [*_name(whole, _LABEL), columns(whole.counts, base, _HEIGHT, whole.hints), axis(labels, base + 1.2)]
    y = base + 2.2
    for row in rows:
        parts += _name(row, y + _LABEL)
        middle = y + 2.4
        parts.append(element('line', x1='0', x2='100%', y1=em(middle), y2=em(middle), class_='meetup-drawn-line'))
        for place, (count, told) in enumerate(zip(row.counts, row.hints, strict=True)):
            if count:
                parts.append(
                    element(
                        'circle',
                        hint(told),
                        cx=share(place + 0.5, len(labels)),
                        cy=em(middle),
                        r=em(widest * sqrt(count / largest)),
                        class_='meetup-drawn-mark',
                    )
                )
        y += _PITCH
    if rows:
        parts.append(axis(labels, y + 0.9))
        y += 1.3
    return drawing('matrix', *parts, width='100%', height=em(y))


def _name(row: Row, y: float) -> tuple[str, str]:
    return (
        words(row.name, '0', em(y), 'meetup-drawn-name'),
        words(f'{sum(row.counts)}', '100%', em(y), 'meetup-drawn-sum', 'end'),
    )
