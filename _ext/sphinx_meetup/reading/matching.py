"""Which talk belongs to which slot: by title, tolerant to typography and slips; a doubt is said, not settled."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..model.problems import Code, Problem
from ..model.time import DAY, clock
from .text import key
from .times import read_span
from .titles import DOUBTFUL, SURE, Titles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.drafts import SlotDraft, TalkDraft
    from ..model.records import Person

_NUMBER = re.compile(r'#([0-9]{1,5})\Z')
_SHOWN = 4
"""So many slots of one title are named; a message is no list of a thousand."""


@dataclass(frozen=True, slots=True)
class Matching:
    """The slots (some with their title and speaker told apart anew), and each talk's place among them."""

    slots: tuple[SlotDraft, ...]
    places: tuple[int | None, ...]
    problems: tuple[Problem, ...]


def match(talks: Sequence[TalkDraft], slots: Sequence[SlotDraft]) -> Matching:
    """Join talks to slots: what the author says first, then equal titles, then alike ones.

    :return: one place, or None, for each talk; no slot is given twice.
    """
    slots = tuple(_whole_titles(talks, slots))
    problems: list[Problem] = []
    place: int | None
    places: list[int | None] = [None] * len(talks)
    free = set(range(len(slots)))
    index_of = _Index(slots)
    next_free = {name: iter(found) for name, found in index_of.by_title.items()}
    by_line = {slot.line: place for place, slot in enumerate(slots) if slot.line and slot.certainty != 'given'}

    for index, talk in enumerate(talks):
        if talk.line in by_line and not talk.slot and by_line[talk.line] in free:  # its heading gives the time
            places[index] = by_line[talk.line]
            free.discard(by_line[talk.line])
    for index, talk in enumerate(talks):
        if talk.slot:
            place, problem = _named(talk, slots, index_of)
            if problem is not None:
                problems.append(problem)
            elif place is not None:
                _take(index, place, talk, slots, free, places, problems)
    for index, talk in enumerate(talks):
        found = index_of.by_title.get(key(talk.title), [])
        if places[index] is not None or talk.slot or not found or not key(talk.title):
            continue
        if len(found) > 1:
            told = 'the first is taken unless a title or time differs'
            problems.append(_several(talk, [slots[place] for place in found[: _SHOWN + 1]], told))
        place = next((place for place in next_free[key(talk.title)] if place in free), found[0])
        _take(index, place, talk, slots, free, places, problems)
    _join_alike(talks, slots, free, places, problems)
    return Matching(slots, tuple(places), tuple(problems))


class _Index:
    """The places of slots by their title's key, by their time, and by both."""

    def __init__(self, slots: Sequence[SlotDraft]) -> None:
        self.by_title: dict[str, list[int]] = {}
        self.by_time: dict[int, list[int]] = {}
        self.by_both: dict[tuple[int, str], list[int]] = {}
        for place, slot in enumerate(slots):
            title, start = key(slot.title), slot.start % DAY
            self.by_title.setdefault(title, []).append(place)
            self.by_time.setdefault(start, []).append(place)
            self.by_both.setdefault((start, title), []).append(place)


def _whole_titles(talks: Sequence[TalkDraft], slots: Sequence[SlotDraft]) -> list[SlotDraft]:
    """Undo the split at a comma where the undivided row is a talk's title."""
    titles = {key(talk.title) for talk in talks} - {''}
    return [
        replace(slot, title=slot.whole, people=(), rule=f'{slot.rule}; the comma belongs to the title')
        if slot.people and key(slot.whole) in titles and key(slot.title) not in titles
        else slot
        for slot in slots
    ]


def _take(
    index: int,
    place: int,
    talk: TalkDraft,
    slots: Sequence[SlotDraft],
    free: set[int],
    places: list[int | None],
    problems: list[Problem],
) -> None:
    if place in free:
        free.discard(place)
        places[index] = place
        return
    slot = slots[place]
    problems.append(
        Problem(
            Code.MATCH,
            f'the slot at {clock(slot.start)} "{slot.title}" has a talk already; '
            f'give "{talk.title}" another title or its own slot',
            talk.line,
        )
    )


def _named(talk: TalkDraft, slots: Sequence[SlotDraft], index: _Index) -> tuple[int | None, Problem | None]:
    """The slot that the author names by its time, its title or its number (``#3`` is the third row).

    Times that no slot has are the talk's own.
    """
    if match := _NUMBER.match(talk.slot):
        if 0 < int(match[1]) <= len(slots):
            return int(match[1]) - 1, None
        message = f'the timetable has no row {talk.slot}, only {len(slots)}; name the row of "{talk.title}" by its time'
        return None, Problem(Code.MATCH, message, talk.line)
    span = read_span(talk.slot)
    if span is not None:
        start = span.start % DAY
        found = index.by_both.get((start, key(talk.title))) or index.by_time.get(start, [])
        if not found and slots and span.end is None:
            return None, Problem(
                Code.MATCH,
                f'no row of the timetable begins at {clock(span.start)}; correct the time, or give "{talk.title}" '
                f'times of its own ({clock(span.start)}-{clock(span.start + 20)})',
                talk.line,
            )
    else:
        found = index.by_title.get(key(talk.slot), [])
        if not found:
            return None, Problem(
                Code.MATCH,
                f'no slot of the timetable is called "{talk.slot}"; write its title or its time (19:05)',
                talk.line,
            )
    if len(found) > 1:
        return None, _several(
            talk, [slots[place] for place in found[: _SHOWN + 1]], 'none is taken: name one by its time'
        )
    return (found[0] if found else None), None


def _several(talk: TalkDraft, slots: Sequence[SlotDraft], told: str) -> Problem:
    times = ', '.join(f'{clock(slot.start)} (line {slot.line})' for slot in slots[:_SHOWN])
    times += ' …' if len(slots) > _SHOWN else ''
    return Problem(Code.TWO_SLOTS, f'"{talk.title}" stands in more than one slot: {times}; {told}', talk.line)


def _join_alike(
    talks: Sequence[TalkDraft],
    slots: Sequence[SlotDraft],
    free: set[int],
    places: list[int | None],
    problems: list[Problem],
) -> None:
    loose = [(index, key(talks[index].title)) for index, place in enumerate(places) if place is None]
    left = [(place, key(slots[place].title)) for place in sorted(free)]
    titles = Titles(())
    scored = sorted(
        (
            (score, index, place)
            for index, name in loose
            if not talks[index].slot and not titles.spent
            for place, title in left
            if (score := titles.likeness(name, title, DOUBTFUL)) >= DOUBTFUL
        ),
        key=lambda found: (-found[0], found[1], found[2]),
    )
    said: set[int] = set()
    for score, index, place in scored:
        if places[index] is not None or place not in free or index in said:
            continue
        talk, slot = talks[index], slots[place]
        if score >= SURE or _share_someone(talk.people, slot.people):
            places[index] = place
            free.discard(place)
        else:
            said.add(index)
            problems.append(
                Problem(
                    Code.MATCH,
                    f'"{talk.title}" may be the slot at {clock(slot.start)} "{slot.title}" (line {slot.line}); '
                    'they were not joined: make the titles equal if they are one',
                    talk.line,
                )
            )


def _share_someone(some: Sequence[Person], others: Sequence[Person]) -> bool:
    def names(people: Sequence[Person]) -> set[str]:
        return {key(name) for person in people for name in (person.name, person.handle) if key(name)}

    return bool(names(some) & names(others))
