"""What of a reading is worth a look: the best guesses, and what hardly goes together; each with what settles it.

Few lines, or nobody reads them. What front matter or a directive gives is settled and never doubted.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.problems import Code
from ..model.time import clock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model.drafts import TalkDraft
    from .understood import Understood

_FEW = 3
"""More doubtful talks of one report are told in one line: they stand or fall together."""
_MOST = 0.6
"""From this share of talks with a speaker on, one without is odd."""
_ROWS = 3
_LIST = 'keep it in the list that "read --front-matter" prints'
_NO_SPEAKER = frozenset({'panel', 'workshop'})


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at.

    :param what: what was read, and what to write to settle it.
    :param why: a word or two on the reason.
    """

    line: int
    what: str
    why: str


def doubts(understood: Understood) -> tuple[Doubt, ...]:
    """The doubtful readings of a report and what contradicts itself in it, by line."""
    if not understood.reading.enabled:
        return ()
    found = [
        *_facts(understood),
        *_rows(understood),
        *_talks(understood),
        *_silent(understood),
        *_contradictions(understood),
        *(
            Doubt(problem.line, problem.message, problem.code.value)
            for problem in understood.problems
            if problem.code is not Code.DRAFT
        ),
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda doubt: (doubt.line, doubt.what)))


def _facts(understood: Understood) -> Iterator[Doubt]:
    for fact in understood.event_facts:
        guessed = fact.name == 'date' and fact.certainty == 'likely' and not fact.line
        if fact.certainty == 'doubtful' or guessed:
            value = ', '.join(fact.value) if isinstance(fact.value, list) else fact.value
            what = f'{fact.name} {value} is a guess from {fact.rule}; write "{fact.name}: {value}", or the right one'
            yield Doubt(fact.line or 1, f'{what}, below meetup: in front matter', fact.certainty)
    assembled = understood.assembled
    if assembled.event.date is None and (assembled.talks or assembled.event.slots):
        yield Doubt(1, 'no day of the event is told; write "date: 2018-01-12" below meetup: in front matter', 'date')


def _rows(understood: Understood) -> Iterator[Doubt]:
    for row in understood.assembled.rows:
        if row.certainty == 'doubtful':
            what = f'row {clock(row.start)} "{row.title}" is a guess ({row.rule}); list the rows below meetup.timetable'
            yield Doubt(row.line, what, 'doubtful')


def _talks(understood: Understood) -> Iterator[Doubt]:
    found = [(talk.title, talk.line) for talk in understood.reading.talks if talk.certainty == 'doubtful']
    yield from _each(found, 'may be a talk or not', 'may be talks or not', f'{_LIST}, or take it out', 'doubtful')


def _silent(understood: Understood) -> Iterator[Doubt]:
    """Talks without a speaker, where most have one."""
    pairs = list(zip(understood.assembled.talks, understood.reading.talks, strict=True))
    named = sum(bool(talk.people) for talk, _ in pairs)
    if named < 2 or named < _MOST * len(pairs):
        return
    found = [
        (talk.title, draft.line)
        for talk, draft in pairs
        if not talk.people and draft.certainty not in {'given', 'doubtful'} and talk.kind not in _NO_SPEAKER
    ]
    rest = f'though {named} of {len(pairs)} talks have one'
    settle = f'write "by Name" below its heading, or {_LIST}'
    yield from _each(found, f'has no speaker, {rest}', f'have no speaker, {rest}', settle, 'speaker')


def _each(found: Sequence[tuple[str, int]], one: str, several: str, settle: str, why: str) -> Iterator[Doubt]:
    """A line for each talk, or one for all where there are many."""
    if len(found) > _FEW:
        names = ', '.join(f'"{_short(title)}"' for title, _ in found[:2])
        yield Doubt(found[0][1], f'{len(found)} headings {several} ({names}, …); for each, {settle}', why)
        return
    for title, line in found:
        yield Doubt(line, f'"{_short(title)}" {one}; {settle}', why)


def _contradictions(understood: Understood) -> Iterator[Doubt]:
    event, assembled = understood.assembled.event, understood.assembled
    told = understood.reading.event.date
    if event.date and event.published and told and event.published < event.date:
        what = f'the event ({event.date}) is after the day on which the report was published ({event.published})'
        yield Doubt(told.line or 1, f'{what}; correct one of the two', 'date')
    drafts = understood.reading.talks
    spoken = [slot for slot in event.slots if slot.kind == 'talk' or slot.people]
    loose = [talk for talk, place in zip(drafts, assembled.places, strict=True) if place is None]
    if len(spoken) >= _ROWS and len(drafts) > 1 and len(loose) == len(drafts) and not _given(drafts):
        what = f'none of {len(drafts)} talks is in the timetable of {len(event.slots)} rows; make their titles equal'
        yield Doubt(loose[0].line, f'{what}, or add "slot: 19:05" to what "read --front-matter" prints', 'match')
    yield from _shared_slides(understood)


def _given(drafts: Sequence[TalkDraft]) -> bool:
    return all(talk.certainty == 'given' for talk in drafts)


def _shared_slides(understood: Understood) -> Iterator[Doubt]:
    """Slides that several talks have: one of them took its neighbour's."""
    drafts, talks = understood.reading.talks, understood.assembled.talks
    counts = Counter(url for talk in talks for url in {link.url for link in talk.slides})
    first: dict[str, int] = {}
    for draft, talk in zip(drafts, talks, strict=True):
        for url in dict.fromkeys(link.url for link in talk.slides):
            if counts[url] > 1 and url in first and not _given(drafts):
                what = f'"{_short(talk.title)}" has the slides of the talk on line {first[url]}, {url}'
                yield Doubt(
                    draft.line,
                    f'{what}; write each talk\'s own, or correct what "read --front-matter" prints',
                    'slides',
                )
            first.setdefault(url, draft.line)


def _short(title: str) -> str:
    return title if len(title) <= 60 else f'{title[:59]}…'
