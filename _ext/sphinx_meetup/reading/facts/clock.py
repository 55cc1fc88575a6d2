"""Which of several times is the event's start: doors open before it (``受付18:30 開始19:00``)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..times import SpanReading, find_span

if TYPE_CHECKING:
    from collections.abc import Iterator

_DOORS = re.compile(
    r'受付|開場|open(?!ing)|doors?|reception|registration|check-?in|入场|签到|報到|报到|접수|등록|입장', re.IGNORECASE
)
_START = ('開始', '開演', 'start', 'starts', '开始', '시작')
_CLOSE = 12
"""So near to a time stands the word that says what it is."""
_MOST = 8


def start_among(text: str, begin: int = 0) -> SpanReading | None:
    """The first time of a plain text that is not the doors', from ``begin`` on; None when there is none.

    A word may stand before its time (``受付18:30 開始19:00``) or behind it (``18:30開場 19:00開演``): what
    stands before the first time tells which. A time that is none (``19:75``) is given as it is.
    """
    spans = list(_spans(text, begin))
    if not spans:
        return None
    head = text[begin : spans[0].begin]
    words_first = bool(_DOORS.search(head[-_CLOSE:])) or head.rstrip(' :').endswith(_START)
    for place, span in enumerate(spans):
        before = text[spans[place - 1].end if place else begin : span.begin][-_CLOSE:]
        after = text[span.end : spans[place + 1].begin if place + 1 < len(spans) else None][:_CLOSE]
        if not _DOORS.search(before if words_first else after.split('/')[0].split('(')[0].split('、')[0]):
            return span
    return None


def _spans(text: str, begin: int) -> Iterator[SpanReading]:
    for _ in range(_MOST):
        found = find_span(text, begin)
        if found is None:
            return
        yield found
        begin = found.end
