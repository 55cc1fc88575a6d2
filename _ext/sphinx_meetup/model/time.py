"""Minutes of an event's day and the moments they stand for."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence

DAY = 24 * 60
"""Minutes of a day."""
LATEST_START = 30 * 60
"""Japanese programmes write 25:00 for one o'clock at night; beyond 30:00 it is a slip."""


class Span(NamedTuple):
    """From ``start`` to ``end`` in minutes of the event's day; ``end`` is None when unknown."""

    start: int
    end: int | None


def clock(minutes: int) -> str:
    """``HH:MM`` on the wall clock: 1470 is ``00:30``."""
    hours, rest = divmod(minutes % DAY, 60)
    return f'{hours:02}:{rest:02}'


def zone(name: str) -> ZoneInfo | None:
    """The time zone of that IANA name, or None when there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def moment(day: date, minutes: int, timezone: str) -> datetime:
    """The aware moment of a wall-clock time, the day after for minutes past midnight.

    The wall clock decides, not elapsed time, so a night with a change to summer time stays right.
    """
    days, rest = divmod(minutes, DAY)
    days = min(days, (date.max - day).days)  # a mistyped year may be the calendar's last
    wall = datetime.combine(day + timedelta(days=days), time(rest // 60, rest % 60))
    return wall.replace(tzinfo=ZoneInfo(timezone))


def roll_over(spans: Sequence[Span]) -> list[Span]:
    """Carry a programme past midnight.

    A start far before the one it follows (more than half a day) is the next day's; an end at or before
    its start is the next day's when that makes a slot of at most half a day. What is left with an end
    before its start is an error that :func:`reversed_spans` finds.

    :param spans: in the order of the timetable, each within one day.
    :return: as many spans, in the same order.
    """
    rolled: list[Span] = []
    offset = 0
    previous: int | None = None
    for start, end in spans:
        if previous is not None and start + offset < previous - DAY // 2:
            offset += DAY
        begin = start + offset
        until = None if end is None else end + offset
        if until is not None and until < begin and until + DAY - begin <= DAY // 2:
            until += DAY
        rolled.append(Span(begin, until))
        previous = begin
    return rolled


def reversed_spans(spans: Sequence[Span]) -> list[int]:
    """The places of spans whose end does not lie after their start."""
    return [place for place, span in enumerate(spans) if span.end is not None and span.end <= span.start]


def overlaps(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Pairs of places that overlap: each span with the one before it in time. Cost ``n log n``."""
    timed = sorted(
        (span.start, place, span.end)
        for place, span in enumerate(spans)
        if span.end is not None and span.end > span.start
    )
    found: list[tuple[int, int]] = []
    reach, holder = -1, -1
    for start, place, end in timed:
        if start < reach:
            found.append((holder, place))
        if end is not None and end > reach:
            reach, holder = end, place
    return found


def gaps(spans: Sequence[Span]) -> dict[int, int]:
    """Minutes without a slot before a span, by its place; spans are taken in order of time."""
    timed = sorted((span.start, place, span.end or span.start) for place, span in enumerate(spans))
    found: dict[int, int] = {}
    reach: int | None = None
    for start, place, end in timed:
        if reach is not None and start > reach:
            found[place] = start - reach
        reach = end if reach is None else max(reach, end)
    return found
