"""Dates in prose and in front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from .text import plain

_MONTHS = ('jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec')
_MONTH = r'(?P<{0}>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{{0,6}}\.?'
_FORMS = (
    re.compile(r'(?<!\d)(?P<y>\d{4})[ ]?年[ ]?(?P<m>\d{1,2})[ ]?月[ ]?(?P<d>\d{1,2})[ ]?日'),
    re.compile(r'(?<!\d)(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)'),
    re.compile(
        r'(?<![a-z])' + _MONTH.format('n') + r'[ ](?P<d>\d{1,2})(?:st|nd|rd|th)?,?[ ](?P<y>\d{4})(?!\d)', re.IGNORECASE
    ),
    re.compile(
        r'(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th)?[ ]' + _MONTH.format('n') + r',?[ ](?P<y>\d{4})(?!\d)', re.IGNORECASE
    ),
)

_RFC_2822 = 60
"""Longer than any date of that form: the parser for it is not made for strangers' text."""


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date found in a text made :func:`.plain`.

    :param date: the day, or None when there is no such day (``2018年2月30日``).
    :param end: where the date ends in the text.
    :param text: the date as written.
    """

    date: date | None
    end: int
    text: str


def find_date(text: str) -> DateReading | None:
    """The first date with a year in a plain text."""
    matches = [match for form in _FORMS if (match := form.search(text))]
    if not matches:
        return None
    match = min(matches, key=lambda found: found.start())
    groups = match.groupdict()
    month = int(groups['m']) if groups.get('m') else _MONTHS.index(groups['n'].casefold()) + 1
    try:
        day = date(int(groups['y']), month, int(groups['d']))
    except ValueError:
        day = None
    return DateReading(day, match.end(), match[0])


def read_date(text: str) -> date | None:
    """The date that front matter gives: ISO 8601 with or without a time, ``2018/01/13``, RFC 2822, prose.

    The day is the one written, in the zone written: ``2018-01-13T00:30:00+09:00`` is the 13th.
    """
    value = plain(text)
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        pass
    found = find_date(value)
    if found is not None:
        return found.date
    try:
        return parsedate_to_datetime(value[:_RFC_2822]).date()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
