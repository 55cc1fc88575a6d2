"""Dates in prose and in front matter, with a year and without."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from .text import plain

_MONTHS = ('jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec')
_NAME = (
    r'(?P<n>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?'
    r'|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?'
)
_ORDINAL = r'(?:st|nd|rd|th)?'
_FEW_DAYS = r'(?:[ ]?[-–~〜&][ ]?\d{1,2}' + _ORDINAL + r')?'
"""The rest of ``June 18-20``: the event's day is its first."""
_ERAS = {'明治': 1867, '大正': 1911, '昭和': 1925, '平成': 1988, '令和': 2018}

# Every part is bounded, so a search is linear.
_FORMS = (
    re.compile(r'(?<!\d)(?P<y>\d{4})[ ]?年[ ]?(?P<m>\d{1,2})[ ]?月[ ]?(?P<d>\d{1,2})[ ]?[日号]'),
    re.compile(
        r'(?P<era>明治|大正|昭和|平成|令和)[ ]?(?P<ey>\d{1,2}|元)[ ]?年[ ]?'
        r'(?P<m>\d{1,2})[ ]?月[ ]?(?P<d>\d{1,2})[ ]?日'
    ),
    re.compile(r'(?<!\d)(?P<y>\d{4})[ ]?년[ ]?(?P<m>\d{1,2})[ ]?월[ ]?(?P<d>\d{1,2})[ ]?일'),
    re.compile(r'(?<![\d.])(?P<y>\d{4})(?P<sep>[-/])[ ]?(?P<m>\d{1,2})(?P=sep)[ ]?(?P<d>\d{1,2})(?!\d)'),
    re.compile(r'(?<![\d.])(?P<y>\d{4})\.[ ]?(?P<m>\d{1,2})\.[ ]?(?P<d>\d{1,2})(?![\d])'),
    re.compile(r"(?<![\d\w])['’](?P<yy>\d{2})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)"),
    re.compile(r'(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4})(?![\d/])'),
    re.compile(
        r'(?<![a-z])' + _NAME + r'[ ]?(?P<d>\d{1,2})' + _ORDINAL + _FEW_DAYS + r',?[ ]{0,2}(?P<y>\d{4})(?!\d)',
        re.IGNORECASE,
    ),
    re.compile(
        r'(?<!\d)(?P<d>\d{1,2})' + _ORDINAL + _FEW_DAYS + r'[ ](?:of[ ])?' + _NAME + r',?[ ](?P<y>\d{4})(?!\d)',
        re.IGNORECASE,
    ),
)
_YEARLESS = (
    re.compile(r'(?<![\d年])(?P<m>\d{1,2})[ ]?月[ ]?(?P<d>\d{1,2})[ ]?[日号]'),
    re.compile(r'(?<!\d)(?P<m>\d{1,2})[ ]?월[ ]?(?P<d>\d{1,2})[ ]?일'),
    # A fraction looks the same: the weekday, the brackets or the words behind it tell.
    re.compile(
        r'(?<![\d/.:])(?P<m>\d{1,2})/(?P<d>\d{1,2})'
        r'(?:[,、・][ ]?\d{1,2}(?![\d/]))?'
        r'(?=[ ]?(?:[(\[][ ]?[月火水木金土日]|[月火水木金土日]曜|[~〜にはのから、,與与和及至到]|開催)|\Z)'
    ),
    re.compile(r'(?<![A-Za-z])' + _NAME + r'[ ](?P<d>\d{1,2})' + _ORDINAL + _FEW_DAYS + r'(?![\d:])', re.IGNORECASE),
    re.compile(
        r'(?<![\d:])(?P<d>\d{1,2})' + _ORDINAL + _FEW_DAYS + r'[ ](?:of[ ])?' + _NAME + r'(?![a-z\d])', re.IGNORECASE
    ),
)
_WEEKDAY = re.compile(
    r'[ ]?[(\[]?[ ]?(?:([月火水木金土日])(?:曜日?)?[)\]]|([月火水木金土日])曜'
    r'|周([一二三四五六日])|星期([一二三四五六日天])'
    r'|([월화수목금토일])(?:요일|[)\]])|,?[ ]?(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6})',
    re.IGNORECASE,
)
_BEFORE = re.compile(r'(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?[ ](?:the[ ])?\Z', re.IGNORECASE)
_DAYS = {
    **{name: place for place, name in enumerate('月火水木金土日')},
    **{name: place for place, name in enumerate('一二三四五六')},
    '天': 6,
    **{name: place for place, name in enumerate('월화수목금토일')},
    **{name: place for place, name in enumerate(('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'))},
}
_FIRST_YEAR, _LAST_YEAR = 1970, 2099
"""Years of meetups. An older one is a version, an account or somebody's birth."""
_AFTER = dt.timedelta(days=14)
"""So long before the event a post on it may be published."""
_MOST = 200
"""So many dates of one text are looked at."""

_RFC_2822 = 60
"""Longer than any date of that form: the parser for it is not made for strangers' text."""


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date found in a text made :func:`.plain`.

    :param date: the day, or None when there is no such day (``2018年2月30日``) or no year stands with it.
    :param end: where the date ends in the text, ``begin`` where it begins.
    :param text: the date as written.
    :param month: month and ``day`` where no year stands with them, else 0.
    :param weekday: the weekday written beside it, Monday 0; None when there is none.
    """

    date: dt.date | None
    end: int
    text: str
    begin: int = 0
    month: int = 0
    day: int = 0
    weekday: int | None = None
    swapped: dt.date | None = None
    """The other day that ``4/12/2025`` may be: Europe writes the month second."""

    @property
    def yearless(self) -> bool:
        """Whether month and day are there without a year."""
        return bool(self.month)

    def near(self, published: dt.date | None = None, year: int = 0) -> dt.date | None:
        """The day: of a date without a year the last one that the post can be about.

        :param published: the day of publication: the event was before it, or at most two weeks after it.
        :param year: the event's year, where publication is unknown.
        """
        if not self.yearless:
            return self.date
        years = (published.year + 1, published.year, published.year - 1) if published else (year,)
        days = [day for day in (_day(each, self.month, self.day) for each in years) if day]
        if published:
            days = [day for day in days if day <= published + _AFTER]
        told = [day for day in days[:2] if day.weekday() == self.weekday]
        return next(iter(told or days), None)

    def agrees(self, day: dt.date) -> bool | None:
        """Whether the weekday written beside the date is that day's; None when none is written."""
        return None if self.weekday is None else day.weekday() == self.weekday


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None


def find_date(text: str) -> DateReading | None:
    """The first date with a year in a plain text."""
    matches = [match for form in _FORMS if (match := form.search(text))]
    return _reading(min(matches, key=lambda found: found.start()), text) if matches else None


def find_dates(text: str) -> list[DateReading]:
    """All dates of a plain text in their order, those without a year as well."""
    found: list[re.Match[str]] = []
    taken = bytearray(len(text) + 1)
    for form in (*_FORMS, *_YEARLESS):
        for match in form.finditer(text):
            begin, end = match.span()
            if taken[begin] or taken[end - 1] or len(found) >= _MOST or _is_verb(match):
                continue
            taken[begin:end] = b'\x01' * (end - begin)
            found.append(match)
    readings = (_reading(match, text) for match in sorted(found, key=lambda match: match.start()))
    return [reading for reading in readings if reading is not None]


def _is_verb(match: re.Match[str]) -> bool:
    """Whether a month without a year is written small: ``may 3 people`` come."""
    groups = match.groupdict()
    return bool(groups.get('n') and not groups.get('y') and groups['n'][0].islower())


def _reading(match: re.Match[str], text: str) -> DateReading | None:
    groups = match.groupdict()
    if groups.get('a'):
        first, second = int(groups['a']), int(groups['b'])
        # The month stands first in America; where it cannot be one, last as in Europe.
        month, day_of_month = (first, second) if first <= 12 else (second, first)
    else:
        month = int(groups['m']) if groups.get('m') else _MONTHS.index(groups['n'].casefold()[:3]) + 1
        day_of_month = int(groups['d'])
    weekday = _weekday(match, text)
    year = _year(groups)
    if year is None:
        if _day(2000, month, day_of_month) is None:  # no leap year has it: 24/7
            return None
        return DateReading(None, match.end(), match[0], match.start(), month, day_of_month, weekday)
    swapped = _day(year, day_of_month, month) if groups.get('a') else None
    return DateReading(
        _day(year, month, day_of_month), match.end(), match[0], match.start(), weekday=weekday, swapped=swapped
    )


def _year(groups: dict[str, str]) -> int | None:
    if groups.get('era'):
        return _ERAS[groups['era']] + (1 if groups['ey'] == '元' else int(groups['ey']))
    if groups.get('yy'):
        return 2000 + int(groups['yy'])
    return int(groups['y']) if groups.get('y') else None


def _weekday(match: re.Match[str], text: str) -> int | None:
    found = _WEEKDAY.match(text, match.end())
    if found is not None:
        name = next(group for group in found.groups() if group)
        return _DAYS.get(name.casefold())
    before = _BEFORE.search(text[max(0, match.start() - 20) : match.start()])
    return _DAYS[before[1].casefold()] if before else None


def read_date(text: str) -> dt.date | None:
    """The date that front matter gives: ISO 8601 with or without a time, ``2018/01/13``, RFC 2822, prose.

    The day is the one written, in the zone written: ``2018-01-13T00:30:00+09:00`` is the 13th.
    """
    value = plain(text)
    try:
        return dt.datetime.fromisoformat(value).date()
    except ValueError:
        pass
    found = find_date(value)
    if found is not None:
        return found.date
    try:
        return parsedate_to_datetime(value[:_RFC_2822]).date()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
