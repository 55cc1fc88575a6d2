"""What a report says beforehand of its talks: the rows of its timetable, and lists of titles with their speakers.

Headings are compared with it: one that has a title of the programme is a talk's, and so is one that is only the
name of a speaker who gives a single talk.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .credits import find_credits
from .kinds import split_kind
from .rowlinks import part_links
from .rows import looks_like_row
from .text import folded, key
from .titles import SURE, Titles
from .words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.drafts import SlotDraft
    from ..model.records import Person
    from .credits import Credit
    from .outline import Block, Line, Outline

_MARK = re.compile(r'[@＠」』]|さん|氏|先生|님|\bby\b', re.IGNORECASE)
"""Without any of these no form of a line tells a speaker by itself: most items are notes."""
_LONGEST = 200
"""A longer item of a list is a note."""
_FEWEST = 2
"""One title said beforehand is a mention."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A title that the programme may mean, and who speaks; nobody where the title is a whole line."""

    title: str
    people: tuple[Person, ...] = ()
    firm: bool = False


class Programme:
    """The titles and speakers that a programme tells of.

    :param rows: every way to read the rows of a timetable.
    :param announced: every way to read the items of lists.
    """

    def __init__(self, rows: Sequence[Entry] = (), announced: Sequence[Entry] = ()) -> None:
        self._rows = Titles(entry.title for entry in rows)
        self._spoken = Titles(entry.title for entry in rows if entry.people)
        self._announced: dict[str, tuple[Person, ...]] = {}
        for entry in announced:
            self._announced[key(entry.title)] = self._announced.get(key(entry.title)) or entry.people
        self._announced.pop('', None)
        self._firm = {key(entry.title) for entry in announced if entry.firm}
        self._by_speaker: dict[str, dict[str, Entry]] = {}
        for entry in rows:
            for person in entry.people:
                for name in (person.name, person.handle):
                    if name:
                        self._by_speaker.setdefault(folded(name), {}).setdefault(key(entry.title), entry)

    def has(self, title: str) -> bool:
        """Whether a row has the title, but for slips of the pen."""
        return self._rows.has(title, SURE)

    def is_spoken(self, title: str) -> bool:
        """Whether a row with the title names a speaker."""
        return self._spoken.has(title, SURE)

    def announces(self, title: str) -> bool:
        """Whether a list has the title."""
        return key(title) in self._announced

    def is_firm(self, title: str) -> bool:
        """Whether the list that has the title leads to a page for each, or says that its items are talks."""
        return key(title) in self._firm

    def announced_people(self, title: str) -> tuple[Person, ...]:
        """Who gives the talk that a list announces."""
        return self._announced.get(key(title), ())

    def only_talk_of(self, people: Sequence[Person]) -> Entry | None:
        """The row of the only talk that somebody gives; None also when they give several."""
        if len(people) != 1:
            return None
        for name in (people[0].name, people[0].handle):
            rows = self._by_speaker.get(folded(name), {}) if name else {}
            if len(rows) == 1:
                return next(iter(rows.values()))
        return None


def programme(slots: Iterable[SlotDraft], tree: Outline) -> Programme:
    """What the rows of the timetable and the lists of a report announce, however a line of theirs parts."""
    rows = [entry for slot in slots for entry in _of_slot(slot)]
    return Programme(rows, list(_of_lists(tree)))


def _of_slot(slot: SlotDraft) -> Iterator[Entry]:
    for title in dict.fromkeys((slot.title, slot.whole)):
        if title:
            yield Entry(title, slot.people)
    for credit in slot_credits(slot):
        if credit.title:
            yield Entry(credit.title, credit.people)


def slot_credits(slot: SlotDraft) -> tuple[Credit, ...]:
    """Every way to part a row into title and speakers."""
    return find_credits(split_kind(slot.whole)[1], slot.links) if slot.whole else ()


def _of_lists(tree: Outline) -> Iterator[Entry]:
    for section in tree.sections:
        for block in section.blocks:
            if block.kind in {'list', 'html'}:
                yield from _of_list(block, firm=words().is_container(section.title))


def _of_list(block: Block, *, firm: bool) -> Iterator[Entry]:
    """The items of a list that may be titles; a table of contents announces nothing."""
    top = min((line.depth for line in block.lines), default=0)
    items = [line for line in block.lines if line.depth == top and line.text and not looks_like_row(line.text)]
    if len(items) < _FEWEST or any(map(_is_contents, items)):
        return
    for line in items:
        if len(line.text) > _LONGEST:
            continue
        title = split_kind(part_links(line.text, line.links)[0])[1]
        yield Entry(title, firm=firm or bool(line.links))
        if _MARK.search(line.text):
            yield from (Entry(one.title, one.people) for one in find_credits(title, line.links) if one.sure)


def _is_contents(line: Line) -> bool:
    """Whether an item leads to a heading of the same page, or is one that every report has."""
    return any(link.url.startswith('#') for link in line.links) or (
        words().is_section(line.text) and not (words().is_break(line.text) or words().is_other(line.text))
    )
