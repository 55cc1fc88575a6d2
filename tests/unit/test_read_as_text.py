"""``read``'s output for people: the report's lines, what each was read as, why and how sure, and what to do next."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from cases import FIXTURES
from sphinx_meetup.commands.columns import Paint, cut, pad, terminal_columns, width, wrap
from sphinx_meetup.commands.margin import places
from sphinx_meetup.commands.read import understand
from sphinx_meetup.commands.show_text import show

ROOT = Path(__file__).parents[2]
EXTENSION = ROOT / '_ext'
REPORT = """\
---
title: 'Kettle Night #3 report'
date: 2031-05-07
tags: [kettles]
layout: post
image: x.png
---

Date: May 6, 2031, 19:00

Venue: Tea House. Doors open late, bring a book.

## Timetable

19:00-19:10 - Doors open

19:10-19:30 - Ana Kurz, Whistles

## Whistles

by Ana Kurz

https://speakerdeck.com/ana/whistles

One.

Two.

### Pitch

Three.

## Summary

It was late.

We went home.
"""


def shown(text: str, columns: int = 100) -> list[str]:
    return show(understand(text.encode(), 'Asia/Tokyo', 'kettles.md'), 'kettles.md', columns=columns).split('\n')


def beside(lines: list[str], number: int) -> str:
    """What stands beside a line of the report, its further lines joined to it."""
    first = next(place for place, line in enumerate(lines) if re.match(rf' *{number}  ', line))
    parts = [lines[first]]
    for line in lines[first + 1 :]:
        if not line.startswith(' ' * 5) or line.startswith('     …'):
            break
        parts.append(line)
    return ' '.join(part[43:].strip() for part in parts)


def test_a_summary_stands_first() -> None:
    assert shown(REPORT)[:2] == ['Kettle Night #3, 2031-05-06 (Tue), 19:00', 'kettles.md: 2 rows, 1 talk, 0 doubtful']


@pytest.mark.parametrize(
    ('line', 'said'),
    [
        (2, 'title Kettle Night #3 · front matter: title without the words of a report, sure'),
        (2, "number 3 · the number in the event's name, sure"),
        (3, 'published 2031-05-07 (Wed) · front matter: date, sure'),
        (4, 'topics kettles · front matter: tags, sure'),
        (9, 'date 2031-05-06 (Tue) · label "Date", sure'),
        (9, 'start 19:00'),
        (11, 'venue Tea House. Doors open late, bring a book. · label "Venue", sure'),
        (13, 'left alone: the heading is a usual one of reports'),
        (15, 'row 19:00–19:10 Doors open (break) · row: time - title, sure'),
        (17, 'row 19:10–19:30 Whistles – Ana Kurz'),
        (17, 'end 19:30 · last time of the timetable, sure'),
        (19, 'talk 19:10 Whistles – Ana Kurz · heading: speaker on line 21'),
        (21, 'speaker Ana Kurz'),
        (23, 'slides of this talk'),
        (29, 'left alone: deeper than the talks: notes'),
        (33, 'left alone: the heading is a usual one of reports'),
    ],
)
def test_each_line_is_told_beside(line: int, said: str) -> None:
    assert said in ' '.join(beside(shown(REPORT), line).split())


def test_runs_that_were_not_read_are_told_in_a_line() -> None:
    folded = [line.strip() for line in shown(REPORT) if line.strip().startswith('…')]
    assert folded == ['… 2 lines of front matter', '… 2 lines of notes on the talk above', '… 2 lines of text']


def test_the_only_line_of_a_run_is_shown() -> None:
    assert ' 31  Three.' in shown(REPORT)


def test_a_line_that_stays_is_told() -> None:
    report = REPORT.replace('Date: May 6, 2031, 19:00', 'Date: May 6, 2031, 19:00, with a long queue at the door')
    assert 'stays in the text' in beside(shown(report), 9)
    assert 'stays in the text' not in beside(shown(REPORT), 9)


def test_what_to_do_next() -> None:
    lines = shown(REPORT)
    assert 'To look at' not in lines
    assert lines[-1].endswith('read --front-matter kettles.md')
    assert 'in place of lines 1-7' in lines[-2]
    doubtful = shown(REPORT + '\n## Lids\n\nby Bo\n\n## Spouts\n\nNo name.\n\n## Rust\n\nby Cy\n')
    place = doubtful.index('To look at')
    assert doubtful[place + 1].startswith('  kettles.md:43: "Spouts" has no speaker')
    assert 'above line 1' in shown('## A\n\ntext\n')[-2]


def test_problems_stand_at_their_line() -> None:
    lines = shown(REPORT.replace('19:10-19:30', '19:10-19:75'))
    assert beside(lines, 17).startswith('problem')
    assert '[time]' in beside(lines, 17)


@pytest.mark.parametrize('columns', [60, 80, 100, 140])
def test_nothing_is_wider_than_the_terminal(columns: int) -> None:
    text = REPORT + '\n## ' + '長い題名の発表、' * 30 + '\n\nby ' + 'とても' * 30 + '\n'
    lines = shown(text, columns)
    listing = lines[3 : lines.index('To correct it, or to keep it as it is')]
    listing = listing[: listing.index('To look at')] if 'To look at' in listing else listing
    assert max(map(width, listing)) <= columns


def test_columns_line_up_whatever_the_letters() -> None:
    lines = shown('---\ntitle: 薬缶の夜 3\n---\n\n日時: 2031年5月6日 19:00\n\nVenue: Tea House\n')
    begins = {
        width(line[: line.index(f'  {label} ')])
        for line in lines[3:]
        for label in ('title', 'date', 'venue')
        if f'  {label} ' in line
    }
    assert len(begins) == 1


@pytest.mark.parametrize('tail', ['', '\n', '\n\n```{talk} never closed\n:slot: x'])
def test_lines_of_every_report_have_a_place(tail: str) -> None:
    for text in ('', 'x', '---\n---', '+++\n+++\n', '# A\n# B\n', REPORT):
        understood = understand((text + tail).encode(), 'Asia/Tokyo')
        assert len(places(understood)) == understood.text.count('\n') + 1
        shown(text + tail)


def test_what_a_line_is_part_of() -> None:
    found = places(understand(REPORT.encode(), 'Asia/Tokyo'))
    assert [found[line - 1] for line in (1, 7)] == ['front matter'] * 2
    assert [found[line - 1] for line in (8, 13, 33, 36)] == ['text'] * 4
    assert [found[line - 1] for line in (19, 25, 31)] == ['notes on the talk above'] * 3


def test_the_guide_shows_what_is_shown() -> None:
    guide = (ROOT / 'docs' / 'guide' / 'writing.md').read_text('utf-8')
    sample = guide.partition('## See what was read')[2].partition('```text\n')[2].partition('```')[0].splitlines()
    path = 'docs/reports/2018/2018-01-12-kubernetes-meetup-tokyo-9.md'
    assert path in guide
    found = show(understand((ROOT / path).read_bytes(), 'Asia/Tokyo', path), path).split('\n')
    assert sample
    assert [line for line in sample if line not in found] == []


# -- columns and colours -------------------------------------------------------------------------------------


def test_widths_of_a_terminal() -> None:
    assert [width('abc'), width('勉強会'), width('ﾃｽﾄ'), width('ＡＢ'), width('e\u0301')] == [3, 6, 3, 4, 1]
    assert pad('会', 4) == '会  '
    assert pad('abcdef', 4) == 'abcdef'
    assert [cut('勉強会', 6), cut('勉強会', 5), cut('勉強会', 4)] == ['勉強会', '勉強…', '勉…']


@pytest.mark.parametrize(
    ('text', 'columns', 'lines'),
    [
        ('one two three', 8, ['one two', 'three']),
        ('勉強会の記録', 6, ['勉強会', 'の記録']),
        ('abcdefghij', 4, ['abcd', 'efgh', 'ij']),
        ('会', 1, ['会']),
        ('', 5, []),
    ],
)
def test_wrapping(text: str, columns: int, lines: list[str]) -> None:
    assert wrap(text, columns) == lines


@pytest.mark.parametrize(('given', 'taken'), [('120', 120), ('20', 60), ('999', 160)])
def test_columns_are_honoured(given: str, taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv('COLUMNS', given)
    assert terminal_columns() == taken


def test_colours_only_on_demand() -> None:
    assert Paint()('x', 'red') == 'x'
    assert Paint(on=True)('x', 'red') == '\033[31mx\033[0m'
    assert Paint(on=True)('x') == 'x'


@pytest.mark.parametrize(
    ('setting', 'coloured'),
    [({}, True), ({'NO_COLOR': '1'}, False), ({'TERM': 'dumb'}, False), ({'NO_COLOR': ''}, True)],
)
def test_colours_on_a_terminal(setting: dict[str, str], coloured: bool) -> None:  # noqa: FBT001
    here, terminal = pty.openpty()
    environment = {key: value for key, value in os.environ.items() if key not in {'NO_COLOR', 'COLUMNS'}}
    environment |= {'PYTHONPATH': str(EXTENSION), 'TERM': 'xterm', **setting}
    command = [sys.executable, '-m', 'sphinx_meetup', 'read', str(FIXTURES / 'report.md')]
    process = subprocess.Popen(command, env=environment, stdout=terminal, stderr=subprocess.DEVNULL)
    os.close(terminal)
    found = b''
    try:
        while part := os.read(here, 65536):
            found += part
    except OSError:
        pass  # Linux says so when the other end is closed
    assert process.wait(60) == 0
    os.close(here)
    assert (b'\033[' in found) is coloured


def test_no_colours_in_a_file() -> None:
    command = [sys.executable, '-m', 'sphinx_meetup', 'read', str(FIXTURES / 'report.md')]
    environment = {**os.environ, 'PYTHONPATH': str(EXTENSION)}
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert b'\033' not in done.stdout
    assert '例示ミートアップ #12, 2021-06-18 (Fri), 19:00'.encode() in done.stdout
