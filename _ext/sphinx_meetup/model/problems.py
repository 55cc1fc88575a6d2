"""What can be wrong with a report, as data: only the Sphinx layer and the command line print it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Code(Enum):
    """The kinds of problem; each value is the subtype of a ``meetup`` warning."""

    ENCODING = 'encoding'
    """The file is not UTF-8."""
    CONTROL = 'control'
    """The text holds NUL or other control characters."""
    SIZE = 'size'
    """The report is too large to be read as one."""
    EMPTY = 'empty'
    """The report has no text."""
    FRONT_MATTER = 'front-matter'
    """The front matter is no YAML mapping, or a key of ``meetup:`` is unknown or unreadable."""
    LEFTOVER = 'leftover'
    """A tag of another tool means nothing here and was left out."""
    DATE = 'date'
    """A date cannot be read."""
    TIME = 'time'
    """A time cannot be read, or an end lies before its start."""
    OVERLAP = 'overlap'
    """Two talks of one timetable overlap."""
    DURATION = 'duration'
    """The length in brackets differs from the times beside it."""
    MATCH = 'match'
    """A talk may or may not belong to a slot: nothing was joined."""
    TWO_SLOTS = 'two-slots'
    """One talk fits two slots of the timetable."""
    ROW = 'row'
    """A row of a timetable cannot be read."""
    DUPLICATE = 'duplicate'
    """An id is given twice."""
    ID = 'id'
    """An explicit id holds characters that an address should not."""
    OPTION = 'option'
    """An option of a directive is unknown or its value cannot be read."""
    PLACE = 'place'
    """A directive stands where it cannot work."""
    REFERENCE = 'reference'
    """A role names a talk, event or speaker that does not exist, or several at once."""
    CONTAINED = 'contained'
    """A report points where it may not: to a file outside the site, a script address, TeX that reads files."""
    DRAFT = 'draft'
    """A report says that it is not to be published yet."""
    PICTURE = 'picture'
    """Pictures of a report are missing."""
    LINK = 'link'
    """Links of a report lead to pages that are not here."""
    TOPICS = 'topics'
    """The list of topics holds something that cannot be used."""
    ADDRESS = 'address'
    """An old address cannot lead to the page that took its place."""
    CONFIG = 'config'
    """A setting in ``conf.py`` has a value that cannot be used."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing the author should know.

    :param code: the kind.
    :param message: what is wrong, the value, and what to do, in one sentence.
    :param line: the line in the source file, counted from 1; 0 when it concerns the whole file.
    """

    code: Code
    message: str
    line: int = 0
