"""The output for people: the report's own lines, and beside each what it was read as, why, and how sure."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from ..model.time import clock
from ..reading.frontmatter import front_matter_lines
from .columns import Paint, cut, pad, wrap
from .doubts import doubts
from .margin import Note, notes, places, with_weekday

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .understood import Understood

_LABEL = 10
_SOURCE = 0.4
"""So much of the width is the report's own lines."""
_STYLES: dict[str, tuple[str, ...]] = {'problem': ('red',), 'doubtful': ('red',), 'likely': ('yellow',)}


def show(understood: Understood, file: str, *, columns: int = 100, paint: Paint | None = None) -> str:
    """All of it, without a line break at the end.

    :param file: the file's name as it was given: ``FILE:LINE`` is what editors and terminals open.
    :param columns: how wide the output may be.
    :param paint: the colours of a terminal; none by default.
    """
    paint = paint or Paint()
    if not understood.reading.enabled:
        return f'{file}: front matter says "meetup: false": the page is left alone'
    return '\n'.join(
        [
            *_summary(understood, file, paint),
            '',
            *_Listing(understood, columns, paint).lines(),
            '',
            *_next(understood, file, paint),
        ]
    )


def _summary(understood: Understood, file: str, paint: Paint) -> Iterator[str]:
    event, talks = understood.assembled.event, understood.assembled.talks
    when = with_weekday(event.date.isoformat()) if event.date else 'no date'
    start = f', {clock(event.start)}' if event.start is not None else ''
    yield paint(f'{event.title or "no title"}, {when}{start}', 'bold')
    found = doubts(understood)
    counts = [_count(len(event.slots), 'row'), _count(len(talks), 'talk'), f'{len(found)} doubtful']
    yield f'{file}: {", ".join(counts)}'


def _count(number: int, what: str) -> str:
    return f'{number or "no"} {what}{"" if number == 1 else "s"}'


def _next(understood: Understood, file: str, paint: Paint) -> Iterator[str]:
    """What to look at, and how to keep or correct what was read."""
    found = doubts(understood)
    if found:
        yield paint('To look at', 'bold')
        yield from (f'  {file}:{one.line}: {one.what} [{one.why}]' for one in found)
        yield ''
    head = front_matter_lines(understood.text)
    where = f'put what this prints in place of lines 1-{head}' if head else 'put what this prints above line 1'
    yield paint('To correct it, or to keep it as it is', 'bold')
    yield f'  {where}; what you change in it wins over any rule:'
    yield f'  python -m sphinx_meetup read --front-matter {shlex.quote(file)}'


class _Listing:
    """The report's lines with their notes; long runs without any are told in a line."""

    def __init__(self, understood: Understood, columns: int, paint: Paint) -> None:
        self.source = understood.text.split('\n')
        self.notes = notes(understood)
        self.places = places(understood)
        self.paint = paint
        self.digits = max(len(str(len(self.source))), 3)
        room = columns - self.digits - 4
        self.left = int(room * _SOURCE)
        self.right = room - self.left

    def lines(self) -> Iterator[str]:
        yield from self._entry(0, "(the file's path, or all of it)", self.notes.get(0, []))
        run: list[int] = []
        for number in range(1, len(self.source) + 1):
            if run and (number in self.notes or self.places[number - 1] != self.places[run[0] - 1]):
                yield from self._run(run)
                run = []
            if number in self.notes:
                yield from self._entry(number, self.source[number - 1], self.notes[number])
            else:
                run.append(number)
        yield from self._run(run)
        for number in sorted(line for line in self.notes if line > len(self.source)):
            yield from self._entry(number, '', self.notes[number])  # what should have ended before the file did

    def _run(self, run: Sequence[int]) -> Iterator[str]:
        filled = [number for number in run if self.source[number - 1].strip(' \t\u3000-+')]
        if len(filled) == 1:
            yield from self._entry(filled[0], self.source[filled[0] - 1], [])
        elif filled:
            text = f'{" " * self.digits}  … {len(filled)} lines of {self.places[filled[0] - 1]}'
            yield self.paint(text, 'dim')

    def _entry(self, number: int, source: str, several: Sequence[Note]) -> Iterator[str]:
        if not number and not several:
            return
        beside = [line for note in several for line in self._note(note)]
        parts = wrap(source.expandtabs(2), self.left)
        room = max(len(beside), 1)
        if len(parts) > room:
            parts[room - 1] = cut(f'{parts[room - 1]}…' + ' ' * self.left, self.left).rstrip()
        for place in range(room):
            part = pad(parts[place], self.left) if place < len(parts) else ' ' * self.left
            head = str(number) if number and not place else ''
            text, styles = beside[place] if beside else ('', ())
            shown = self.paint(part, 'dim') if not several else part
            yield f'{self.paint(head.rjust(self.digits), "dim")}  {shown}  {self.paint(text, *styles)}'.rstrip()

    def _note(self, note: Note) -> Iterator[tuple[str, tuple[str, ...]]]:
        why = ', '.join(part for part in (note.why, note.certainty) if part)
        text = f'{note.text} · {why}' if why else note.text
        styles = _STYLES.get(note.label) or _STYLES.get(note.certainty, ())
        for place, line in enumerate(wrap(text, self.right - _LABEL)):
            yield pad('' if place else note.label, _LABEL) + line, styles
