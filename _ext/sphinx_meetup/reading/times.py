"""Times of day in prose: ``19:00-19:05``, ``１９時半``, ``19時5分から``, ``7:30 pm``, ``7pm``, ``25:00``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model.time import LATEST_START, Span
from .text import plain

# Every part is bounded and no two neighbours can match the same character, so a search is linear.
# ``\d`` takes full-width digits too, and so does int(): the text keeps the width its author gave it.
_CLOCK = (
    r'(?:(?P<{0}half>午前|午後|夜|am|pm)[ 　]?)?'
    r'(?P<{0}h>\d{{1,2}})'
    r'(?:[:：](?P<{0}m>\d{{2}})(?!\d)(?:[:：]\d\d)?|[ 　]?時(?:(?P<{0}jm>\d{{1,2}})分|(?P<{0}j30>半))?'
    r'|(?=[ ]?[ap]\.?m\b))'
    r'(?:[ ]?(?P<{0}ampm>[ap]\.?m\.?)(?![a-z]))?'
)
_TO = r'[ 　]{0,3}(?:[-–—―−~〜～→－]|から|to|till|until)[ 　]{0,3}'
_SPAN = re.compile(
    r'(?<![\d:：/.-])' + _CLOCK.format('a') + r'(?:' + _TO + r'(?:' + _CLOCK.format('b') + r')?)?', re.IGNORECASE
)
_MINUTES = re.compile(
    r'[ 　]?[(（\[][ 　]?(?:約)?(\d{1,3})[ 　]?(?:min(?:ute)?s?\.?|分(?:間)?|m|[\'′])[ 　]?[)）\]]', re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class SpanReading:
    """A span found in a text.

    :param span: the times, or None when they are no times of day (``19:75``).
    :param begin: where the span stands in the text.
    :param end: where it ends, a trailing separator included.
    :param text: the span as written.
    """

    span: Span | None
    begin: int
    end: int
    text: str


def _minutes(match: re.Match[str], part: str) -> int | None:
    hour = int(match[f'{part}h'])
    minute = 30 if match[f'{part}j30'] else int(match[f'{part}m'] or match[f'{part}jm'] or 0)
    half = (match[f'{part}half'] or match[f'{part}ampm'] or '').casefold().replace('.', '')
    if half in {'午後', 'pm', '夜'} and hour < 12:
        hour += 12
    elif half in {'午前', 'am'} and hour == 12:
        hour = 0
    total = hour * 60 + minute
    return total if minute < 60 and total <= LATEST_START else None


def find_span(text: str, start: int = 0) -> SpanReading | None:
    """The first span of times in a text from ``start`` on."""
    match = _SPAN.search(text, start)
    if match is None:
        return None
    begin = _minutes(match, 'a')
    until = _minutes(match, 'b') if match['bh'] else None
    broken = begin is None or (match['bh'] is not None and until is None)
    span = None if broken or begin is None else Span(begin, until)
    return SpanReading(span, match.start(), match.end(), match[0].strip())


def read_span(text: str) -> Span | None:
    """The span that a text consists of (``19:05``, ``19:05-19:20``, 1140 as YAML reads ``19:00``)."""
    value = plain(text)
    if value.isascii() and value.isdigit() and 2 < len(value) < 5:
        # YAML 1.1 reads 19:00 as a number to the base of sixty (19 * 60): other tools may have written that down.
        minutes = int(value)
        return Span(minutes, None) if minutes <= LATEST_START else None
    found = find_span(value)
    if found is None or found.begin or value[found.end :].strip():
        return None
    return found.span


def split_minutes(text: str) -> tuple[str, int | None]:
    """The text without a closing ``(15min)``, and its minutes; ``(15分)`` and ``[15 min]`` as well."""
    found: re.Match[str] | None = None
    for match in _MINUTES.finditer(text):
        found = match
    if found is None or text[found.end() :].strip():
        return text, None
    return text[: found.start()].rstrip(), int(found[1])
