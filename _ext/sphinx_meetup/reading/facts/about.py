"""What is known of the event before its lines are read, and which lines speak of another one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ..names import name_words, names_event, series_of
from ..text import folded, plain
from .path import PathDate

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from ..dates import DateReading
    from ..outline import Line, Section

_ELSEWHERE = re.compile(
    r'次回|次は|今後|来月|告知|予告|お知らせ|宣伝|関連|他の|過去|前回|参考'
    r'|next|upcoming|previous|past|related|see also|other|references|下次|下一|往期|相关|다음|관련|지난',
    re.IGNORECASE,
)
_YEAR = re.compile(r'(?<![\d./-])((?:19|20)\d{2})(?!\d)')


@dataclass(frozen=True)
class About:
    """What helps to read a date or to choose among addresses.

    :param title: the post's title, ``name`` the event's name in it.
    :param published: the day of publication as front matter gives it.
    :param path: what the file's path says.
    :param first: the number of the first line of the post's own text.
    """

    title: str = ''
    name: str = ''
    published: dt.date | None = None
    path: PathDate = field(default_factory=PathDate)
    first: int = 1

    @property
    def known_day(self) -> dt.date | None:
        """The day near which the event was: that of publication, else the path's."""
        return self.published or self.path.day

    @cached_property
    def year(self) -> int:
        """The event's year as path or title tell it, 0 when neither does."""
        found = _YEAR.search(plain(self.title))
        return self.path.year or (int(found[1]) if found else 0)

    @cached_property
    def _words(self) -> frozenset[str]:
        return name_words(self.name or self.title)

    @cached_property
    def _series(self) -> str:
        return series_of(self.name).name or self.name

    def named_in(self, text: str) -> bool:
        """Whether a text names the event."""
        return names_event(text, self._series, self._words)

    def without_name(self, text: str) -> str:
        """A text without the event's name: what the name says tells nothing of the sentence."""
        small, name = folded(text), folded(self.name)
        return small.replace(name, ' ') if len(name) > 3 else small

    def day(self, found: DateReading) -> dt.date | None:
        """The day of a date that was found, its year told by what is known."""
        if found.swapped is not None and found.swapped in {self.path.day, self.published}:
            return found.swapped
        if found.swapped is not None and found.date is not None and found.weekday is not None:
            return found.date if found.agrees(found.date) else found.swapped
        return found.near(self.known_day, self.year)


def elsewhere(title: str) -> bool:
    """Whether a heading stands above what is said of other events (次回, Related)."""
    return len(title) < 60 and bool(_ELSEWHERE.search(title))


def own_sections(sections: Iterable[Section]) -> Iterator[Section]:
    """The sections that do not speak of other events, by their headings."""
    return (section for section in sections if not elsewhere(section.title))


def lines_of(section: Section) -> Iterator[Line]:
    """The lines of a section, those in tables' cells as well."""
    for block in section.blocks:
        yield from block.lines
        for row in block.rows:
            yield from row
