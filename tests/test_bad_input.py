"""A report that is wrong somewhere: one clear warning at its line, the page still there, the others untouched."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from support import Built, Site

if TYPE_CHECKING:
    from pathlib import Path

GOOD = '---\ntitle: Good Example 9\n---\n\n## Good talk\n\n@sample_a\n\n* fine\n'


def report(body: str, front: str = 'title: Bad Example 1\ndate: 2030-02-03\n') -> str:
    return f'---\n{front}---\n\n{body}'


def rows(*lines: str) -> str:
    return report('## Schedule\n\n' + '\n\n'.join(lines) + '\n')


CASES = {
    # name: (path, content, line of the warning, subtype, words of the warning, words that the page still shows)
    'date in prose': ('reports/bad.md', report('Date: 2030-02-30\n\nMore.\n'), 6, 'date', '2030-02-30', 'More.'),
    'date of the meetup key': (
        'reports/bad.md',
        report('Words.\n', 'title: Bad Example 1\nmeetup:\n  date: soon\n'),
        4,
        'date',
        '"soon" is no date',
        'Words.',
    ),
    'date of a directive': (
        'bad.md',
        '# Bad\n\nWords.\n\n```{meetup:event}\n:date: soon\n\nInside.\n```\n',
        5,
        'date',
        '"soon" is no date',
        'Inside.',
    ),
    'date of a directive, RST': (
        'bad.rst',
        'Bad\n===\n\nWords.\n\n.. meetup:event::\n   :date: soon\n\n   Inside.\n',
        6,
        'date',
        '"soon" is no date',
        'Inside.',
    ),
    'time of a row': (
        'reports/bad.md',
        rows('19:00-19:10 - @a, One', '19:75-19:80 - @b, Two', '19:40-19:50 - @c, Three'),
        10,
        'time',
        '19:75',
        '19:75-19:80 - @b, Two',
    ),
    'time of a row of a directive': (
        'bad.md',
        '# Bad\n\n```{meetup:timetable}\n\n19:00-19:10 - @a, One\n29:75 - @b, Two\n```\n',
        6,
        'time',
        '29:75',
        'One',
    ),
    'time of a row of a directive, RST': (
        'bad.rst',
        'Bad\n===\n\n.. meetup:timetable::\n\n   19:00-19:10 - @a, One\n   29:75 - @b, Two\n',
        7,
        'time',
        '29:75',
        'One',
    ),
    'end before start': (
        'reports/bad.md',
        rows('19:00-19:10 - @a, One', '19:40-19:20 - @b, Two', '19:50-20:00 - @c, Three'),
        10,
        'time',
        '"Two" ends at 19:20',
        'Two',
    ),
    'overlapping slots': (
        'reports/bad.md',
        rows('19:00-19:30 - @a, One', '19:20-19:40 - @b, Two', '19:50-20:00 - @c, Three'),
        10,
        'overlap',
        '"Two" begins at 19:20',
        'Two',
    ),
    'length against times': (
        'reports/bad.md',
        rows('19:00-19:10 - @a, One', '19:20-19:40 - @b, Two (15min)', '19:50-20:00 - @c, Three'),
        10,
        'duration',
        'says 15 minutes, its times say 20',
        'Two',
    ),
    'talk in two slots': (
        'reports/bad.md',
        rows('19:00-19:10 - @a, One', '19:20-19:40 - @a, One', '19:50-20:00 - @c, Three')
        + '\n## One\n\n@a\n\n* said\n',
        14,
        'two-slots',
        '"One" stands in more than one slot',
        'said',
    ),
    'talk id twice': (
        'bad.md',
        '# Bad\n\n```{meetup:talk} One\n:id: same\n\nFirst.\n```\n\n```{meetup:talk} Two\n:id: same\n\nSecond.\n```\n',
        9,
        'duplicate',
        'the id "same"',
        'Second.',
    ),
    'talk id twice, RST': (
        'bad.rst',
        'Bad\n===\n\n.. meetup:talk:: One\n   :id: same\n\n   1.\n\n.. meetup:talk:: Two\n   :id: same\n\n   Second.\n',
        9,
        'duplicate',
        'the id "same"',
        'Second.',
    ),
    'talk id that is no address': (
        'bad.md',
        '# Bad\n\n```{meetup:talk} One\n:id: "a b"\n\nNotes.\n```\n',
        3,
        'id',
        'is no address',
        'Notes.',
    ),
    'unknown option': (
        'bad.md',
        '---\norphan: true\n---\n\n# Bad\n\n```{meetup:talk} One\n:speaker: "@a"\n:kind: lt\n\nNotes.\n```\n',
        7,
        'option',
        'did you mean "speakers"?',
        'Notes.',
    ),
    'unknown option, RST': (
        'bad.rst',
        'Bad\n===\n\nWords.\n\n.. meetup:talk:: One\n   :speaker: @a\n   :kind: lt\n\n   Notes.\n',
        6,
        'option',
        'did you mean "speakers"?',
        'Notes.',
    ),
    'unknown option without content': (
        'bad.md',
        '# Bad\n\nWords.\n\n```{meetup:events}\n:limits: 3\n```\n',
        5,
        'option',
        'did you mean "limit"?',
        'Good Example 9',
    ),
    'unknown option without content, RST': (
        'bad.rst',
        'Bad\n===\n\nWords.\n\n.. meetup:events::\n   :limits: 3\n',
        6,
        'option',
        'did you mean "limit"?',
        'Good Example 9',
    ),
    'talk without a title': (
        'bad.md',
        '# Bad\n\n```{meetup:talk}\n\nNotes.\n```\n',
        3,
        'option',
        'needs a title',
        'Notes.',
    ),
    'speaker without a name': (
        'bad.rst',
        'Bad\n===\n\n.. meetup:speaker::\n\n   A bio.\n',
        4,
        'option',
        'needs a name',
        'A bio.',
    ),
    'link that is no address': (
        'bad.md',
        '# Bad\n\n```{meetup:talk} One\n:slides: javascript:alert(1)\n\nNotes.\n```\n',
        3,
        'option',
        'is no web address',
        'Notes.',
    ),
    'unknown slot': (
        'bad.md',
        '# Bad\n\n```{meetup:talk} One\n:slot: Two\n\nNotes.\n```\n',
        3,
        'match',
        'no slot of the timetable is called "Two"',
        'Notes.',
    ),
    'talk in a list': (
        'bad.md',
        '# Bad\n\n- Item\n\n  ```{meetup:talk} One\n\n  Notes.\n  ```\n',
        5,
        'place',
        'inside a list',
        'Notes.',
    ),
    'talk in a list, RST': (
        'bad.rst',
        'Bad\n===\n\n* Item\n\n  .. meetup:talk:: One\n\n     Notes.\n',
        6,
        'place',
        'inside a list',
        'Notes.',
    ),
    'role without target': (
        'bad.md',
        '# Bad\n\nOne line.\n\nSee {meetup:event}`good-exampel-9`.\n',
        5,
        'reference',
        'did you mean "good-example-9"?',
        'See',
    ),
    'role without target, RST': (
        'bad.rst',
        'Bad\n===\n\nOne line.\n\nSee :meetup:event:`good-exampel-9`.\n',
        6,
        'reference',
        'did you mean "good-example-9"?',
        'See',
    ),
    'front matter no YAML': (
        'reports/bad.md',
        report('Words.\n', 'title: [Bad] Example 1\ndate: 2030-02-03\n'),
        2,
        'front-matter',
        'the front matter is no YAML',
        'Words.',
    ),
    'front matter no mapping': (
        'reports/bad.md',
        report('Words.\n', '- one\n- two\n'),
        2,
        'front-matter',
        'no list of "key: value" lines',
        'Words.',
    ),
    'unknown key of meetup': (
        'reports/bad.md',
        report('Words.\n', 'title: Bad Example 1\nmeetup:\n  venue: Hall\n  room: 7\n'),
        5,
        'front-matter',
        '"meetup.room" is no fact',
        'Hall',
    ),
    'empty': ('reports/bad.md', '', 1, 'empty', 'the report has no text', 'bad'),
    'front matter alone': ('reports/bad.md', report(''), 1, 'empty', 'the report has no text', 'Bad Example 1'),
    'Shift_JIS': (
        'reports/bad.md',
        report('一行目\n\n見本の発表について話す。\n').encode('cp932'),
        6,
        'encoding',
        'the file is Shift_JIS, not UTF-8',
        '見本の発表について話す。',
    ),
    'EUC-JP': (
        'reports/bad.md',
        report('Words.\n\n見本の発表について話す。カタカナも。\n').encode('euc_jp'),
        8,
        'encoding',
        'the file is EUC-JP, not UTF-8',
        '見本の発表について話す。カタカナも。',
    ),
    'no encoding': (
        'reports/bad.md',
        report('Words.\n\n').encode() + b'mark \xff\xfe\x80\x81 end\n',
        8,
        'encoding',
        'no UTF-8',
        'mark',
    ),
    'NUL and escapes': (
        'reports/bad.md',
        report('Words.\n\nA \x00 and \x1b[31m and \x0b end.\n'),
        8,
        'control',
        'control characters',
        'end.',
    ),
    'NUL outside of reports': (
        'bad.md',
        '# Bad\n\nA \x00 and \x1b[31m end.\n',
        3,
        'control',
        'control characters',
        'end.',
    ),
}


def build(tmp_path: Path, path: str, content: str | bytes, builder: str = 'html') -> Built:
    return Site(tmp_path, {path: content, 'reports/good.md': GOOD}).build(builder)


@pytest.mark.parametrize('name', CASES)
def test_one_warning_and_a_page(name: str, tmp_path: Path) -> None:
    path, content, line, subtype, words, shown = CASES[name]
    built = build(tmp_path, path, content)
    assert len(built.warnings) == 1, '\n'.join(built.warnings)
    (warning,) = built.warnings
    assert warning.startswith(f'{path}:{line}: WARNING: ')
    assert warning.endswith(f' [meetup.{subtype}]')
    assert words in warning
    page = built.page(path.rpartition('.')[0])
    assert shown in page.get_text()
    assert len(page.find_all('h1')) == 1
    good = built.domain.documents['reports/good']
    assert [talk.id for talk in good.talks] == ['talk-good-talk']
    assert '* fine' not in built.read('reports/good.html')


@pytest.mark.parametrize('name', CASES)
def test_well_formed_xml(name: str, tmp_path: Path) -> None:
    path, content, *_ = CASES[name]
    built = build(tmp_path, path, content, 'xml')
    ET.fromstring(built.read(f'{path.rpartition(".")[0]}.xml'))


def test_event_id_twice(tmp_path: Path) -> None:
    text = '---\ntitle: Twice Example 1\n---\n\n## A talk\n\n@a\n\n* x\n'
    built = Site(tmp_path, {'reports/a.md': text, 'reports/b.md': text, 'reports/c.md': text}).build()
    assert built.warnings == tuple(
        f'reports/{name}.md:2: WARNING: the event "twice-example-1" stands in reports/a.md:2 already; '
        'give one of them another id [meetup.duplicate]'
        for name in 'bc'
    )
    assert [built.page(f'reports/{name}').h1.get_text() for name in 'abc'] == ['Twice Example 1¶'] * 3


def test_warnings_can_be_turned_off(tmp_path: Path) -> None:
    site = Site(tmp_path, {'reports/bad.md': ''}, "suppress_warnings = ['meetup.empty']\n")
    assert site.build('dummy').warnings == ()


def test_a_report_of_five_megabytes(tmp_path: Path) -> None:
    body = report('Words.\n\nThe mark: qzx.\n\n' + '* 長い話 **強調** [link](x)\n' * 155_000)
    assert len(body.encode()) > 5_000_000
    begin = time.monotonic()
    built = build(tmp_path, 'reports/bad.md', body)
    assert time.monotonic() - begin < 60
    (warning,) = built.warnings
    assert re.match(r'reports/bad\.md:1: WARNING: the report has [\d,]+ bytes, .* \[meetup\.size\]\Z', warning)
    assert 'The mark: qzx.' in built.read('reports/bad.html')
    assert len(built.page('reports/bad').find_all('h1')) == 1


def test_several_problems_are_all_said(tmp_path: Path) -> None:
    built = build(tmp_path, 'reports/bad.md', rows('19:00-19:10 - @a, One (5min)', '19:05-19:08 - @b, Two (9min)', 'x'))
    assert [warning.split(':')[1] for warning in built.warnings] == ['8', '10', '10']
