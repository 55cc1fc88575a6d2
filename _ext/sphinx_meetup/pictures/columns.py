"""Numbers of equal spans of time as columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .axis import axis
from .svg import drawing, element, em, hint, share, words

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEIGHT = 2.5
_LABEL = 1.1


def columns(counts: Sequence[int], y: float, height: float, hints: Sequence[str]) -> str:
    """A column for each number, as high as it is, with its number above it.

    :param y: the line on which they stand, ``height`` the highest; both in em.
    :param hints: what a mouse over each shows.
    """
    most = max(counts, default=0) or 1
    found = [element('line', x1='0', x2='100%', y1=em(y), y2=em(y), class_='meetup-drawn-line')]
    for place, (count, told) in enumerate(zip(counts, hints, strict=True)):
        if count:
            high = height * count / most
            middle = share(place + 0.5, len(counts))
            found.append(
                element(
                    'rect',
                    hint(told),
                    x=share(place + 0.2, len(counts)),
                    width=share(0.6, len(counts)),
                    y=em(y - high),
                    height=em(high),
                    class_='meetup-drawn-mark',
                )
            )
            found.append(words(f'{count}', middle, em(y - high - 0.3), 'meetup-drawn-number', 'middle'))
    return ''.join(found)


def sparkline(counts: Sequence[int], labels: Sequence[str], hints: Sequence[str]) -> str:
    """A small picture of columns with their axis, as wide as it needs.

    :param labels: of the axis, one a column.
    """
    base = _LABEL + _HEIGHT
    return drawing(
        'sparkline',
        columns(counts, base, _HEIGHT, hints),
        axis(labels, base + _LABEL),
        width=em(3.2 * len(counts)),
        height=em(base + _LABEL + 0.4),
    )
