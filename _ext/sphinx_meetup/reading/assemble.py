"""Drafts to records: times settled, talks joined to slots, kinds and ids given, contradictions found.

Plain reports and directives both end here, so the two ways of writing can be mixed on one page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..model.ids import event_id, is_explicit, talk_ids
from ..model.problems import Code, Problem
from ..model.records import Event, Slot, SlotKind, Talk
from ..model.time import Span, clock, overlaps, reversed_spans, roll_over
from .facts import with_series
from .links import named_kind
from .matching import match
from .times import read_span
from .words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.drafts import EventDraft, Found, SlotDraft, TalkDraft
    from ..model.records import Link
    from .links import LinkKind


@dataclass(frozen=True, slots=True)
class Assembled:
    """The event with its slots, and its talks in the order of the drafts.

    :param rows: the slots as their rows say it, once the talks have told speakers from titles.
    :param places: for each talk the place of its slot, or None.
    """

    event: Event
    talks: tuple[Talk, ...]
    problems: tuple[Problem, ...]
    rows: tuple[SlotDraft, ...] = ()
    places: tuple[int | None, ...] = ()


def assemble(event: EventDraft, slots: Sequence[SlotDraft], talks: Sequence[TalkDraft], timezone: str) -> Assembled:
    """Put an event together.

    :param timezone: the IANA zone of an event that names none.
    :return: as many slots and talks as were given, in the same order; nothing is dropped for being odd.
    """
    event = with_series(event)
    matching = match(talks, slots)
    problems = list(matching.problems)
    spans, wrong = _settle(matching.slots)
    problems += wrong
    kinds = _kinds(matching.slots, matching.places)
    problems += _check_overlaps(matching.slots, spans, kinds)

    drafts, wrong = _checked_ids(talks)
    problems += wrong
    ids = talk_ids([(talk.title, talk.people, talk.id) for talk in drafts])
    title = event.title.value if event.title else ''
    day = event.date.value if event.date else None
    name = event.id.value if event.id else (event_id(title, day) if title else '')

    by_slot = {place: index for index, place in enumerate(matching.places) if place is not None}
    records = tuple(
        Slot(
            start=span.start,
            end=span.end,
            title=slot.title,
            people=(drafts[by_slot[place]].people if place in by_slot else ()) or slot.people,
            kind=kinds[place],
            talk=ids[by_slot[place]] if place in by_slot else '',
            links=slot.links,
            note=slot.note,
        )
        for place, (slot, span) in enumerate(zip(matching.slots, spans, strict=True))
    )
    (start, end), wrong = _event_times(event, records)
    problems += wrong
    built = Event(
        id=name,
        title=title,
        date=day,
        start=start,
        end=end,
        timezone=_value(event.timezone) or timezone,
        url=_value(event.url),
        venue=_value(event.venue),
        hashtag=_value(event.hashtag),
        author=_value(event.author),
        published=event.published.value if event.published else None,
        source=_value(event.source),
        lang=_value(event.lang),
        series=_value(event.series),
        number=_value(event.number),
        topics=event.topics.value if event.topics else (),
        slots=records,
        line=event.title.line if event.title else 0,
    )
    told = tuple(
        _talk(draft, ids[index], name, None if place is None else records[place])
        for index, (draft, place) in enumerate(zip(drafts, matching.places, strict=True))
    )
    return Assembled(
        built, told, tuple(sorted(problems, key=lambda problem: problem.line)), matching.slots, matching.places
    )


def _value(found: Found[str] | None) -> str:
    return found.value if found else ''


def _talk(draft: TalkDraft, name: str, event: str, slot: Slot | None) -> Talk:
    own = read_span(draft.slot) if draft.slot else None
    start: int | None = None
    end: int | None = None
    if slot is not None:
        start, end = slot.start, slot.end
    elif own is not None:
        start, end = roll_over([own])[0]
        end = end if end is not None and end > start else None
    return Talk(
        id=name,
        title=draft.title,
        event=event,
        people=draft.people or (slot.people if slot else ()),
        start=start,
        end=end,
        slides=draft.slides or _linked(slot, 'slides'),
        videos=draft.videos or _linked(slot, 'video'),
        topics=draft.topics,
        kind=draft.kind or 'talk',
        written=draft.written,
        line=draft.line,
    )


def _linked(slot: Slot | None, kind: LinkKind) -> tuple[Link, ...]:
    """A row's links of a kind: its talk's, where the talk has none of its own."""
    return tuple(link for link in slot.links if named_kind(link) == kind) if slot else ()


def _settle(slots: Sequence[SlotDraft]) -> tuple[list[Span], list[Problem]]:
    """The slots' times past midnight carried over; ends before their start and wrong lengths said."""
    problems: list[Problem] = []
    spans = roll_over([Span(slot.start, slot.end) for slot in slots])
    for place in reversed_spans(spans):
        slot, span = slots[place], spans[place]
        problems.append(
            Problem(
                Code.TIME,
                f'"{slot.title}" ends at {clock(span.end or 0)}, not after its start at {clock(span.start)}; '
                'its end is left out: correct one of the two',
                slot.line,
            )
        )
        spans[place] = Span(span.start, None)
    for place, (slot, span) in enumerate(zip(slots, spans, strict=True)):
        if slot.stated is None:
            continue
        if span.end is None:
            if slot.end is None:
                spans[place] = Span(span.start, span.start + slot.stated)
        elif span.end - span.start != slot.stated:
            problems.append(
                Problem(
                    Code.DURATION,
                    f'"{slot.title}" says {slot.stated} minutes, its times say {span.end - span.start}; '
                    'the times are used: correct one of the two',
                    slot.line,
                )
            )
    return spans, problems


def _kinds(slots: Sequence[SlotDraft], places: Sequence[int | None]) -> list[SlotKind]:
    taken = set(places)
    kinds: list[SlotKind] = []
    for place, slot in enumerate(slots):
        if slot.kind is not None:
            kinds.append(slot.kind)
        elif place in taken:
            kinds.append('talk')
        elif words().is_break(slot.title):
            kinds.append('break')
        elif words().is_other(slot.title) or not slot.people:
            kinds.append('other')
        else:
            kinds.append('talk')
    return kinds


def _check_overlaps(slots: Sequence[SlotDraft], spans: Sequence[Span], kinds: Sequence[SlotKind]) -> list[Problem]:
    """Doors stay open while the opening begins: only slots in which somebody speaks can collide."""
    spoken = [place for place, kind in enumerate(kinds) if kind != 'break']
    found = overlaps([spans[place] for place in spoken])
    return [
        Problem(
            Code.OVERLAP,
            f'"{slots[spoken[later]].title}" begins at {clock(spans[spoken[later]].start)}, before '
            f'"{slots[spoken[earlier]].title}" (line {slots[spoken[earlier]].line}) ends at '
            f'{clock(spans[spoken[earlier]].end or 0)}; correct one of the two',
            slots[spoken[later]].line,
        )
        for earlier, later in found
    ]


def _checked_ids(talks: Sequence[TalkDraft]) -> tuple[list[TalkDraft], list[Problem]]:
    problems: list[Problem] = []
    kept: list[TalkDraft] = []
    seen: dict[str, int] = {}
    for talk in talks:
        given = talk.id.removeprefix('talk-')
        if given and not is_explicit(given):
            problems.append(
                Problem(Code.ID, f'the id "{talk.id}" is no address; use lower-case words with - between', talk.line)
            )
            given = ''
        elif given in seen:
            problems.append(
                Problem(
                    Code.DUPLICATE,
                    f'the id "{talk.id}" is given to a talk on line {seen[given]}; choose another',
                    talk.line,
                )
            )
            given = ''
        elif given:
            seen[given] = talk.line
        kept.append(replace(talk, id=given))
    return kept, problems


def _event_times(event: EventDraft, slots: Sequence[Slot]) -> tuple[tuple[int | None, int | None], list[Problem]]:
    """The event's own times, else those of its first and last slot; an end that cannot be is left out and said."""
    start = event.start.value if event.start else min((slot.start for slot in slots), default=None)
    end = event.end.value if event.end else max((slot.end for slot in slots if slot.end is not None), default=None)
    if start is None or end is None or end > start:
        return (start, end), []
    rolled = roll_over([Span(start, end)])[0]
    if event.end and rolled.end is not None and rolled.end > start:
        return (start, rolled.end), []
    told = event.end or event.start
    where = told.line if told else 0
    message = f'the event ends at {clock(end)}, not after its start at {clock(start)}; its end is left out: correct one'
    return (start, None), [Problem(Code.TIME, message, where)]
