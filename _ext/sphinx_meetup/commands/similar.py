"""People of all reports who may be one person, for ``check``: said, with what would join them; nothing fails for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..catalogue.people import People
from ..catalogue.shapes import Meetup, Session
from ..model.records import Talk
from ..reading.encoding import detect
from ..reading.explicit import speaker_record
from ..reading.fenced import split_options
from ..reading.markdown import tokens, visible, without_control
from ..reading.outline import outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..catalogue.shapes import Suggestion
    from ..model.records import Speaker
    from .understood import Understood

WHY = 'same-person'
_SPEAKER = 'speaker}'
"""What a page with a speaker's block has in it; most pages have none and need not be parsed."""


@dataclass(frozen=True)
class Named:
    """A report that was understood, and its file."""

    path: str
    understood: Understood


def same_person(
    reports: Iterable[Named], pages: Sequence[tuple[str, Speaker]], nobody: frozenset[str]
) -> Iterator[str]:
    """A line for each pair of people who may be one, in the form that editors jump by.

    :param pages: the speakers' blocks with their files.
    :param nobody: folded names that are no person.
    """
    people = People([_meetup(report) for report in reports], pages, nobody)
    for found in people.suggestions:
        yield f'{found.docname}:{found.line or 1}: {sentence(found)} [{WHY}]'


def sentence(found: Suggestion) -> str:
    """A suggestion in words: who, why, and what to write."""
    there = f'{found.other_docname}:{found.other_line or 1}'
    if not found.second:
        return f'"{found.name}" is also named at {there}: {found.why}; write the full name or a handle there'
    start = f'"{found.name}" may be "{found.other_name}" ({there}): {found.why}'
    return f'{start}; if they are one, write "also: {found.also}" in a speaker page'


def _meetup(report: Named) -> Meetup:
    """A report as the only one of its event; its file stands for the document."""
    assembled = report.understood.assembled
    rows = [
        Talk(id='', title=row.title, people=row.people, start=row.start, line=row.line)
        for row in assembled.rows
        if row.people
    ]
    event = replace(assembled.event, slots=())
    sessions = tuple(
        Session(event=event.id, docname=report.path, anchor='', talk=talk) for talk in (*assembled.talks, *rows)
    )
    return Meetup(
        id=report.path, event=event, docname=report.path, anchor='', reports=((report.path, event),), sessions=sessions
    )


def speakers_in(pages: Iterable[tuple[str, bytes]]) -> list[tuple[str, Speaker]]:
    """The speakers' blocks of pages; those marked ``no-index`` are examples.

    :param pages: files with their content.
    """
    found: list[tuple[str, Speaker]] = []
    for path, data in pages:
        text, _ = detect(data)
        if _SPEAKER in text:
            found += [(path, speaker) for speaker in _speakers(text)]
    return found


def _speakers(text: str) -> Iterator[Speaker]:
    text, _ = without_control(text.replace('\r\n', '\n').replace('\r', '\n'))
    for section in outline(tokens(text)).sections:
        for block in section.blocks:
            if block.kind != 'directive' or block.name.removeprefix('meetup:') != 'speaker':
                continue
            options = split_options(block.body).values
            name = visible(block.argument)
            if 'no-index' not in options and (name or options.get('handle')):
                yield speaker_record(name, options, block.line)[0]
