"""A report read and put together, with its facts in one list: what both forms of output show."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from ..model.time import clock

if TYPE_CHECKING:
    from ..model.drafts import Certainty
    from ..model.problems import Problem
    from ..reading.assemble import Assembled
    from ..reading.report import Reading


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of an event and where it was read; ``name`` is ``date``, ``slots[0]``, ``talks[2]`` and so on."""

    name: str
    value: str | list[str]
    line: int
    rule: str
    certainty: Certainty = 'sure'

    @property
    def why(self) -> str:
        """The rule, and how sure it is where it is not."""
        return self.rule if self.certainty in {'sure', 'given'} else f'{self.rule} [{self.certainty}]'


@dataclass(frozen=True)
class Understood:
    """What was understood of a report.

    :param text: the report's text, as it was read.
    :param problems: everything that was wrong, by line.
    """

    reading: Reading
    assembled: Assembled
    problems: tuple[Problem, ...]
    text: str = ''

    @cached_property
    def event_facts(self) -> tuple[Fact, ...]:
        """The facts of the event in the order of its draft, times that follow from the timetable among them."""
        draft, event = self.reading.event, self.assembled.event
        found: list[Fact] = []
        for field in fields(draft):
            told = getattr(draft, field.name)
            value = getattr(event, field.name)
            if told is not None and value not in {None, ''}:
                found.append(
                    Fact(
                        field.name,
                        written(value, is_time=field.name in {'start', 'end'}),
                        told.line,
                        told.rule,
                        told.certainty,
                    )
                )
            elif field.name in {'start', 'end'} and value is not None:
                rows = [
                    row
                    for row, slot in zip(self.assembled.rows, event.slots, strict=True)
                    if getattr(slot, field.name) == value
                ]
                which = 'first' if field.name == 'start' else 'last'
                rule = f'{which} time of the timetable'
                found.append(Fact(field.name, clock(value), rows[0].line, rule, rows[0].certainty))
        return tuple(found)

    @cached_property
    def slot_facts(self) -> tuple[Fact, ...]:
        """The rows of the timetable by their titles."""
        return tuple(
            Fact(f'slots[{place}]', row.title, row.line, row.rule, row.certainty)
            for place, row in enumerate(self.assembled.rows)
        )

    @cached_property
    def talk_facts(self) -> tuple[Fact, ...]:
        """The talks by their titles."""
        return tuple(
            Fact(f'talks[{place}]', draft.title, draft.line, draft.rule, draft.certainty)
            for place, draft in enumerate(self.reading.talks)
        )


def written(value: date | int | str | tuple[str, ...], *, is_time: bool = False) -> str | list[str]:
    """A fact's value as text: days in ISO 8601, times of day as ``HH:MM``; several texts stay several."""
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, date):
        return value.isoformat()
    return clock(value) if is_time and isinstance(value, int) else str(value)
