"""The day in a file's name and folders: ``2018-01-13-title.md``, ``20130209/index.md``, ``2018/12/19/x.md``."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

_PARTS = 4
"""So many parts of the path, from its end, may belong to the report: year, month, day, name."""
_LONGEST = 400
_FORMS = (
    re.compile(r'(?<!\d)((?:19|20)\d{2})[-_./](\d{1,2})[-_./](\d{1,2})(?!\d)'),
    re.compile(r'(?<!\d)((?:19|20)\d{2})[-_/]?(\d{2})[-_]?(\d{2})(?!\d)'),
)
_YEAR = re.compile(r'(?<!\d)((?:19|20)\d{2})(?!\d)')


class PathDate(NamedTuple):
    """The day that a path names, or at least the year (0 for none); a month without its day is no date."""

    day: dt.date | None = None
    year: int = 0


def path_date(path: str) -> PathDate:
    """The day in a report's path; the name's own goes before its folders'."""
    short = '/'.join(path.replace('\\', '/').split('/')[-_PARTS:])[-_LONGEST:]
    days = [(match.start(), day) for form in _FORMS for match in form.finditer(short) if (day := _day(match))]
    if days:
        day = max(days)[1]
        return PathDate(day, day.year)
    years = _YEAR.findall(short)
    return PathDate(None, int(years[-1])) if years else PathDate()


def _day(match: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
