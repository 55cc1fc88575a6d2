"""Finding the timetable of a report: below its heading, in a table, a list or bare lines, or in the headings.

Rows are read one by one (:mod:`.rows`, :mod:`.tables`); how title and speaker part in them is settled once,
for all rows together and by the talks that the report tells of.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..model.drafts import SlotDraft
from .below import speakers_below
from .kinds import split_kind
from .links import is_web
from .programme import slot_credits
from .rows import looks_like_row, read_row
from .tables import guess_columns, read_table
from .text import key
from .titles import SURE, Titles
from .words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.problems import Problem
    from .choose import Choice, Chooser
    from .credits import Credit
    from .outline import Block, Line, Outline, Section

_FEWEST_ROWS = 3
"""So many rows make a timetable under a heading that does not say so."""
_DENSE = 0.5
"""So many of a list's own items are rows where no heading says that it is a timetable."""
_AGREE = 0.6
"""So many rows must agree on a way of writing that its form alone does not settle."""
_NOON = 12 * 60


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a timetable as they were found.

    :param used: the lines that say nothing else.
    :param unread: the words of a table's rows that could not be read.
    """

    slots: tuple[SlotDraft, ...] = ()
    problems: tuple[Problem, ...] = ()
    unread: tuple[str, ...] = ()
    used: frozenset[int] = frozenset()


def find_rows(tree: Outline) -> Rows:
    """The rows of a report's timetable: those below headings that announce one, else a run of rows anywhere."""
    named: list[Rows] = []
    for place, section in enumerate(tree.sections):
        if section.level and words().is_timetable(section.title):
            found = _rows([block for inner in tree.below(place) for block in inner.blocks], strict=True)
            if found.slots:
                named.append(found)
    if named:
        return _afternoon(_joined(named))
    runs = [found for section in tree.sections if (found := _rows(section.blocks, strict=False)).slots]
    if runs:
        longest = max(runs, key=lambda found: len(found.slots))
        return _afternoon(longest)
    first = next((section for section in tree.sections if section.blocks), None)
    return _afternoon(_lone(first)) if first is not None else Rows()


def _joined(found: Sequence[Rows]) -> Rows:
    seen: set[int] = set()
    slots: list[SlotDraft] = []
    for rows in found:
        slots += [slot for slot in rows.slots if slot.line not in seen]
        seen |= {slot.line for slot in rows.slots}
    return Rows(
        tuple(slots),
        tuple(dict.fromkeys(problem for rows in found for problem in rows.problems)),
        tuple(text for rows in found for text in rows.unread),
        frozenset().union(*(rows.used for rows in found)),
    )


def _rows(blocks: Sequence[Block], *, strict: bool) -> Rows:
    """The rows of some blocks: all that look like one below a timetable's heading, else only a run of them."""
    slots: list[SlotDraft] = []
    problems: list[Problem] = []
    unread: list[str] = []
    kept: set[int] = set()
    for block in blocks:
        if block.kind == 'table':
            slots += _table(block, problems, unread)
        elif block.kind in {'paragraph', 'list', 'html', 'indented'} and (strict or _is_dense(block.lines)):
            slots += _lines(block.lines, problems, kept)
    if not strict and len(slots) < _FEWEST_ROWS:
        return Rows()
    used = frozenset({slot.line for slot in slots} - kept)
    return Rows(tuple(slots), tuple(problems), tuple(unread), used)


def _is_dense(lines: Sequence[Line]) -> bool:
    top = min((line.depth for line in lines), default=0)
    own = [line for line in lines if line.depth == top and line.text]
    return bool(own) and sum(looks_like_row(line.text) for line in own) >= _DENSE * len(own)


def _table(block: Block, problems: list[Problem], unread: list[str]) -> list[SlotDraft]:
    columns = guess_columns(block.rows)
    if columns is None:
        return []
    slots: list[SlotDraft] = []
    for found in read_table(block.rows, columns):
        if found.problem is not None:
            problems.append(found.problem)
            unread.append(found.text)
        elif found.slot is not None:
            slots.append(found.slot)
    return slots


def _lines(lines: Sequence[Line], problems: list[Problem], kept: set[int]) -> list[SlotDraft]:
    slots: list[SlotDraft] = []
    for place, line in enumerate(lines):
        after = lines[place + 1] if place + 1 < len(lines) else None
        found = read_row(line.text, line.number, line.links)
        if found is None:
            continue
        if found.problem is not None and after is not None and not looks_like_row(after.text) and not line.whole:
            # The time on one line, what happens on the next.
            joined = read_row(f'{line.text} {after.text}', line.number, line.links + after.links)
            found = joined if joined is not None and joined.slot is not None else found
        if line.images or not all(is_web(link.url) for link in line.links):
            kept.add(line.number)  # a row has no room for a picture or an address within the site
        if found.problem is not None:
            problems.append(found.problem)
        elif found.slot is not None:
            slots.append(_with_speaker_below(found.slot, lines, place))
    return slots


def _with_speaker_below(slot: SlotDraft, lines: Sequence[Line], place: int) -> SlotDraft:
    """The slot with the people whom the first item inside its own names."""
    after = lines[place + 1 : place + 2]
    if slot.people or not after or after[0].depth <= lines[place].depth or words().is_several(slot.title):
        return slot
    named = speakers_below(after)
    return replace(slot, people=named.people) if named is not None and named.sure else slot


def _lone(section: Section) -> Rows:
    """A row or two before everything else that name a break: ``- 6:00 - 6:30: Doors open``."""
    problems: list[Problem] = []
    slots = [
        slot
        for block in section.blocks
        if block.kind == 'list'
        for slot in _lines(block.lines, problems, set())
        if slot.end is not None and _idle_head(slot.whole)
    ]
    heads = [(slot, _idle_head(slot.whole)) for slot in slots]
    return Rows(tuple(replace(slot, title=head, whole=head, people=()) for slot, head in heads))


def _idle_head(text: str) -> str:
    """The first sentence of a row where it is a break or an opening; else ''."""
    head = text.split('. ', 1)[0].split('。', 1)[0].strip(' .')
    return head if words().is_break(head) or words().is_other(head) else ''


def _afternoon(rows: Rows) -> Rows:
    """Times on a clock of twelve hours that nobody marked: an English meetup at 6:00 begins in the evening.

    A row that falls back from 12:30 to 1:00 is in the afternoon, and so is every later one.
    """
    slots = rows.slots
    if not slots or any(slot.start >= _NOON + 60 for slot in slots) or any(_is_cjk(slot.whole) for slot in slots):
        return rows
    evening = (
        4 * 60 <= slots[0].start < 9 * 60 and all(slot.start < _NOON for slot in slots) and slots[0].start % 30 == 0
    )
    late = evening and (slots[0].start < 8 * 60 or _idle_head(slots[0].title) == slots[0].title != '')
    moved: list[SlotDraft] = []
    shift = _NOON if late and slots[0].start < 8 * 60 else 0
    before = 0
    last_early = max((place for place, slot in enumerate(slots) if slot.start < 8 * 60), default=0)
    for place, slot in enumerate(slots):
        if not shift and slot.start < before and slot.start < 8 * 60 and before >= 9 * 60:
            shift = _NOON
        elif shift and not late and 8 * 60 <= slot.start < _NOON and place < last_early:
            shift = 0  # the next morning: an afternoon follows
        before = slot.start
        end = slot.end
        if end is not None and (shift or end < slot.start):
            end += _NOON if end < _NOON else 0
        moved.append(replace(slot, start=slot.start + (shift if slot.start < _NOON else 0), end=end))
    return replace(rows, slots=tuple(moved))


def _is_cjk(text: str) -> bool:
    return any('\u3040' <= char <= '\u9fff' or '\uac00' <= char <= '\ud7a3' for char in text)


def heading_rows(chooser: Chooser, choice: Choice) -> list[SlotDraft]:
    """The slots of headings that give times (``## 19:40-19:45 Title``), talks or not."""
    talks = {candidate.place: candidate.talk for candidate in choice.chosen}
    slots: list[SlotDraft] = []
    for place, signs in chooser.signs.items():
        if signs.span is None:
            continue
        talk = talks.get(place)
        slots.append(
            SlotDraft(
                start=signs.span.start,
                end=signs.span.end,
                title=talk.title if talk else signs.title,
                people=talk.people if talk else (),
                note=signs.lead,
                whole=signs.title,
                line=signs.line,
                rule='a time in the heading',
            )
        )
    return [replace(slot, whole='') for slot in _afternoon(Rows(tuple(slots))).slots]


def part_rows(slots: Sequence[SlotDraft], talks: Sequence[str]) -> list[SlotDraft]:
    """The rows with their titles and speakers told apart: as the talks' own titles say, else as most rows agree.

    :param talks: the titles of the talks that the report tells of.
    """
    known = Titles(talks)
    style = _style(slots, known)
    return [_parted(slot, style, known) for slot in slots]


def _style(slots: Sequence[SlotDraft], known: Titles) -> str:
    told: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    spoken = 0
    for slot in slots:
        if not slot.whole or _is_idle(slot.whole):
            continue
        spoken += 1
        for credit in slot_credits(slot):
            seen[credit.style] += 1
            told[credit.style] += known.has(credit.title, SURE)
    best = max(told, key=lambda name: told[name], default='')
    if best and told[best]:
        return best
    if not seen:
        return ''
    best = max(seen, key=lambda name: seen[name])
    return best if seen[best] >= 2 and seen[best] >= _AGREE * spoken else ''


def _is_idle(text: str) -> bool:
    return words().is_break(text) or words().is_other(text)


def _opens(credit: Credit) -> bool:
    """Whether a name in brackets opens or closes the event; what stands behind a break is food or a sponsor."""
    return credit.style == 'brackets after' and not words().is_break(credit.title)


def _parted(slot: SlotDraft, style: str, known: Titles) -> SlotDraft:
    if not slot.whole:
        return replace(slot, title=split_kind(slot.title)[1])
    whole = split_kind(slot.whole)[1]
    found = slot_credits(slot)
    equal = next((credit for credit in found if known.has_key(credit.title)), None)
    if equal is None and known.has(whole, SURE) and key(whole):
        return replace(slot, title=whole, people=(), rule='row: time - title')
    if words().is_several(slot.whole):
        return replace(slot, title=slot.whole, people=(), rule='row: time - title')
    matching = [credit for credit in found if known.has(credit.title, SURE)]
    agreed = [credit for credit in found if credit.style == style]
    sure = [credit for credit in found if credit.sure]
    idle = [one for one in found if _is_idle(one.title) and (one.sure or _opens(one))]
    for credit in [
        *([equal] if equal else ()),
        *matching,
        *sure,
        *(() if _is_idle(whole) and not idle else agreed),
        *idle,
    ]:
        # A party such as "Organizer & Example" was read as one with its row.
        people = slot.people if credit.title == slot.title and slot.people else credit.people
        return replace(slot, title=credit.title, people=people, rule=f'row: time, {credit.style}')
    return replace(
        slot, title=whole, people=() if slot.rule.startswith('row:') else slot.people, rule='row: time - title'
    )
