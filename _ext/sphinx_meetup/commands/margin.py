"""What is to be said beside the lines of a report: what each was read as, why, how sure, and what was left alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.time import clock
from ..reading.frontmatter import front_matter_lines
from ..reading.markdown import tokens
from ..reading.outline import outline
from ..reading.repair import repair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.drafts import Certainty, TalkDraft
    from ..model.records import Talk
    from .understood import Understood

WEEKDAYS = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')


@dataclass(frozen=True, slots=True)
class Note:
    """One remark on a line.

    :param label: what it is: ``date``, ``row``, ``talk``, ``speaker``, ``left``, ``problem``, …
    :param text: what was read.
    :param why: the rule that read it, '' where there is none to tell.
    :param certainty: how sure that is; '' for what is no reading.
    """

    label: str
    text: str
    why: str = ''
    certainty: Certainty | str = ''


def notes(understood: Understood) -> dict[int, list[Note]]:
    """The remarks by the line they belong to; those of the file as a whole at 0."""
    found: dict[int, list[Note]] = {}
    for line, note in _all(understood):
        found.setdefault(line, []).append(note)
    head = front_matter_lines(understood.text)
    for line in sorted(understood.reading.used):
        if line not in found:
            found[line] = [Note('told', 'said elsewhere on the page, and not shown again')]
    for line, several in found.items():
        if head < line and line not in understood.reading.used and _is_fact(several[0]):
            several.append(Note('', 'the line says more, and stays in the text'))
    return found


def _is_fact(note: Note) -> bool:
    """Whether what was read would be said twice if its line stayed: headings stay anyway."""
    return note.label in {'date', 'start', 'url', 'venue', 'hashtag', 'row', 'speaker', 'slides', 'video'} and (
        'heading' not in note.why
    )


def _all(understood: Understood) -> Iterator[tuple[int, Note]]:
    for problem in understood.problems:
        yield problem.line, Note('problem', f'{problem.message} [{problem.code.value}]')
    for fact in understood.event_facts:
        value = ', '.join(fact.value) if isinstance(fact.value, list) else fact.value
        if fact.name in {'date', 'published'}:
            value = with_weekday(value)
        yield fact.line, Note(fact.name, value, fact.rule, fact.certainty)
    assembled, drafts = understood.assembled, understood.reading.talks
    for slot, row in zip(assembled.event.slots, assembled.rows, strict=True):
        times = clock(slot.start) + (f'–{clock(slot.end)}' if slot.end is not None else '')
        people = ', '.join(person.text for person in row.people)
        what = f'{times} {row.title}' + (f' – {people}' if people else '')
        kind = f' ({slot.kind})' if slot.kind != 'talk' else ''
        yield row.line, Note('row', what + kind, row.rule, row.certainty)
    for talk, draft in zip(assembled.talks, drafts, strict=True):
        yield draft.line, Note('talk', _told(talk, draft), draft.rule, draft.certainty)
        names = ', '.join(person.text for person in talk.people)
        for what, line in draft.below:
            yield line, Note(what, {'speaker': names, 'title': talk.title}.get(what, 'of this talk'))
    for left in understood.reading.left:
        yield left.line, Note('left', f'alone: {left.why}')


def _told(talk: Talk, draft: TalkDraft) -> str:
    """A talk in one line: its time and title, who speaks, and slides that stand nowhere below it."""
    begin = f'{clock(talk.start)} ' if talk.start is not None else ''
    people = ', '.join(person.text for person in talk.people) or 'no speaker'
    kind = f' ({talk.kind})' if talk.kind != 'talk' else ''
    below = {what for what, _ in draft.below}
    links = [
        f'{what} {link.url}'
        for what, several in (('slides', talk.slides), ('video', talk.videos))
        for link in several
        if what not in below
    ]
    return ', '.join([f'{begin}{talk.title}{kind} – {people}', *links])


def with_weekday(day: str) -> str:
    """A day with the name of its weekday behind it: by that, people notice a wrong one."""
    return f'{day} ({WEEKDAYS[dt.date.fromisoformat(day).weekday()]})'


def places(understood: Understood) -> list[str]:
    """For each line of a report what it is part of, so that a run of them can be told in a few words."""
    text = understood.text
    count = text.count('\n') + 1
    head = front_matter_lines(text)
    talks = {talk.line for talk in understood.reading.talks if not talk.listed}
    found = ['front matter'] * min(head, count) + ['text'] * max(count - head, 0)
    level, part, begin = 0, 'text', head
    for section in outline(tokens(repair(text).text)).sections:
        line = section.heading.number
        if not section.level or line <= head:
            continue
        found[begin : line - 1] = [part] * (line - 1 - begin)
        begin = line - 1
        if line in talks:
            level, part = section.level, 'notes on the talk above'
        elif section.level <= level:
            level, part = 0, 'text'
    found[begin:] = [part] * (count - begin)
    return found
