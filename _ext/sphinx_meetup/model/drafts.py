"""What was read or written before it is put together: every fact with its line and the rule that found it.

Reading a plain report and the directives both give drafts; :mod:`sphinx_meetup.reading.assemble` joins
talks to slots, settles times and ids, and gives the records.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

if TYPE_CHECKING:
    import datetime as dt

    from .records import Link, Person, SlotKind

T = TypeVar('T')

Certainty = Literal['given', 'sure', 'likely', 'doubtful']
"""How sure a reading is: the author gave it to us (front matter's ``meetup:``, a directive); its form alone says
it (a label, a handle); the rest of the document speaks for it; it is the best guess and worth a look."""


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value, the source line it was read from (counted from 1), the rule that read it, and how sure that is."""

    value: T
    line: int
    rule: str
    certainty: Certainty = 'sure'


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDraft:
    """The facts of an event; None where nothing was said."""

    id: Found[str] | None = None
    title: Found[str] | None = None
    date: Found[dt.date] | None = None
    start: Found[int] | None = None
    end: Found[int] | None = None
    timezone: Found[str] | None = None
    url: Found[str] | None = None
    venue: Found[str] | None = None
    hashtag: Found[str] | None = None
    author: Found[str] | None = None
    published: Found[dt.date] | None = None
    source: Found[str] | None = None
    lang: Found[str] | None = None
    series: Found[str] | None = None
    number: Found[str] | None = None
    topics: Found[tuple[str, ...]] | None = None

    def over(self, other: EventDraft) -> EventDraft:
        """This draft, with what it leaves open taken from the other."""
        missing = {
            field.name: getattr(other, field.name) for field in fields(self) if getattr(self, field.name) is None
        }
        return replace(self, **missing)


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotDraft:
    """A row of a timetable as read.

    :param whole: the row's text before speaker and title were told apart, for the case that the comma
        belonged to the title.
    :param stated: the minutes in brackets, where the row gives them.
    :param links: the addresses in the row, with their words.
    :param note: the text of columns that are neither time, title nor speaker.
    """

    start: int
    end: int | None = None
    title: str = ''
    people: tuple[Person, ...] = ()
    whole: str = ''
    stated: int | None = None
    kind: SlotKind | None = None
    links: tuple[Link, ...] = ()
    note: str = ''
    line: int = 0
    rule: str = ''
    certainty: Certainty = 'sure'


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkDraft:
    """A talk as read or as a directive gives it.

    :param slot: what the author says of its slot (a time, a span or a slot's title), '' for nothing.
    :param listed: whether it is a row of a table or an item of a list, without a section of its own.
    :param heading: the words of its heading, title, speaker and all; '' for a talk without one.
    :param below: what was read below its heading (``speaker``, ``slides``, ``video``, ``title``), each with its line.
    """

    title: str
    people: tuple[Person, ...] = ()
    slot: str = ''
    slides: tuple[Link, ...] = ()
    videos: tuple[Link, ...] = ()
    topics: tuple[str, ...] = ()
    kind: str = ''
    id: str = ''
    written: bool = False
    listed: bool = False
    heading: str = ''
    below: tuple[tuple[str, int], ...] = ()
    line: int = 0
    rule: str = ''
    certainty: Certainty = 'sure'
