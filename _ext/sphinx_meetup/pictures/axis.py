"""The words along an axis of time, as many as fit a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .svg import EMS_ON_A_PHONE, element, em, share, words

if TYPE_CHECKING:
    from collections.abc import Sequence

_EMS_A_LABEL = 3.6
"""Room for a year and a gap."""


def axis(labels: Sequence[str], y: float) -> str:
    """Labels below their columns; neighbours with the same label share one, in the middle of them, set off by ticks.

    :param labels: one a column.
    :param y: of the line of text, in em; the line of the axis is that of the columns, above it.
    """
    groups: list[list[int]] = []
    for place, label in enumerate(labels):
        if groups and labels[groups[-1][0]] == label:
            groups[-1].append(place)
        else:
            groups.append([place])
    most = int(EMS_ON_A_PHONE / _EMS_A_LABEL)
    step = -(-len(groups) // most)
    ticks = [
        element('line', x1=x, x2=x, y1=em(y - 1.2), y2=em(y - 0.2), class_='meetup-drawn-line')
        for x in (share(group[0], len(labels)) for group in groups[1:])
        if len(groups) < len(labels)
    ]
    return ''.join(ticks) + ''.join(
        words(
            labels[group[0]], share((group[0] + group[-1] + 1) / 2, len(labels)), em(y), 'meetup-drawn-axis', 'middle'
        )
        for group in groups[::step]
    )
