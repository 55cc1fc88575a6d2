"""Whole reports: which headings are talks, where the facts stand, what directives say."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from cases import FIXTURES
from sphinx_meetup.commands.read import understand
from sphinx_meetup.commands.show_json import as_dict
from sphinx_meetup.model.problems import Code
from sphinx_meetup.reading.fenced import split_options
from sphinx_meetup.reading.report import Reading, read_report

SEEDS = Path(__file__).parents[3] / 'shared' / 'seeds'
TIMETABLE = '## Timetable\n\n19:00 - hanako, A scheduler\n\n19:10 - taro, A volume\n\n19:20 - jiro, A node\n'


def titles(reading: Reading) -> list[str]:
    return [talk.title for talk in reading.talks]


def test_a_report_is_read_exactly() -> None:
    expected = json.loads((FIXTURES / 'report.json').read_text('utf-8'))
    found = as_dict(understand((FIXTURES / 'report.md').read_bytes(), 'Asia/Tokyo'))
    assert {key: found[key] for key in expected} == expected
    assert found['problems'] == []
    assert [fact['slot'] for fact in found['facts'] if fact['fact'].startswith('talks')] == [2, 3, None, None]


@pytest.mark.skipif(not SEEDS.is_dir(), reason='the reports of real events are kept beside the project')
@pytest.mark.parametrize('name', sorted(path.stem for path in SEEDS.glob('*.json')))
def test_real_reports_are_read_exactly(name: str) -> None:
    expected = json.loads((SEEDS / f'{name}.json').read_text('utf-8'))
    found = as_dict(understand((SEEDS / f'{name}.md').read_bytes(), 'Asia/Tokyo'))
    assert {key: found[key] for key in expected} == expected
    assert found['problems'] == []


# -- talks ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ('why', 'text', 'expected'),
    [
        ('a speaker below', '## A\n\n@hanako\n\n## B\n\nby Jane Roe\n', ['A', 'B']),
        ('any level', '# Post\n\n### A\n\n@hanako\n\n#### Notes\n\n### B\n\n@taro\n', ['A', 'B']),
        ('a talk a page title', '# A\n\n@hanako\n\n# B\n\n@taro\n', ['A', 'B']),
        ('silent siblings between talks', '## A\n\n@hanako\n\n## B\n\ntext\n\n## C\n\n@taro\n', ['A', 'B', 'C']),
        ('no silent siblings around them', '## X\n\ntext\n\n## A\n\n@hanako\n\n## Y\n\ntext\n', ['A']),
        ('a slot of that title', TIMETABLE + '\n## A scheduler\n\ntext\n', ['A scheduler']),
        ('a slot of that title but for a slip', TIMETABLE + '\n## A schedueler\n\ntext\n', ['A schedueler']),
        ('slides below', '## A\n\nhttps://speakerdeck.com/a/b\n\n## B\n\nhttps://speakerdeck.com/a/c\n', ['A', 'B']),
        ('a prefix', '## LT: A\n\ntext\n\n## LT: B\n\ntext\n', ['A', 'B']),
        ('usual sections are no talks', '## 感想\n\ntext\n\n## A\n\n@hanako\n\n## まとめ\n\ntext\n', ['A']),
        ('prose has none', '# Post\n\n## Monday\n\ntext\n\n## Tuesday\n\ntext\n', []),
        ('code has none', '## A\n\n```\n@hanako\n```\n', []),
        ('a quote has none', '> ## A\n>\n> @hanako\n', []),
        ('nothing has none', '', []),
    ],
)
def test_which_headings_are_talks(why: str, text: str, expected: list[str]) -> None:
    reading = read_report(text)
    assert titles(reading) == expected
    headings = {line.strip('# ') for line in text.split('\n') if line.startswith('#')}
    assert {left.title for left in reading.left} <= headings - set(expected)
    assert all(left.why for left in reading.left)


def test_what_stands_below_a_talk() -> None:
    links = '[slides](https://speakerdeck.com/a/b)\n動画: https://youtu.be/x'
    text = f'## LT: Cats\n\n@hanako\n{links}\n\nNotes.\n\n## Dogs\n\nby taro\n'
    cats, dogs = read_report(text).talks
    assert (cats.kind, cats.title, cats.written, cats.line) == ('lt', 'Cats', True, 1)
    assert [link.url for link in (*cats.slides, *cats.videos)] == ['https://speakerdeck.com/a/b', 'https://youtu.be/x']
    assert (dogs.written, dogs.line) == (False, 9)
    assert read_report(text).used == {3, 4, 5, 11}


# -- the timetable -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ('why', 'text', 'expected'),
    [
        ('paragraphs', TIMETABLE, ['A scheduler', 'A volume', 'A node']),
        ('a list', '## Agenda\n\n* 19:00 A\n* 19:10 B\n', ['A', 'B']),
        ('lines of one paragraph', '## スケジュール\n\n19:00 A\n19:10 B\n', ['A', 'B']),
        ('a table anywhere', 'text\n\n|Time|Title|\n|-|-|\n|19:00|A|\n|19:10|B|\n|19:20|C|\n', ['A', 'B', 'C']),
        ('a run of rows anywhere', '19:00 A\n\n19:10 B\n\n19:20 C\n', ['A', 'B', 'C']),
        ('too few rows elsewhere', '19:00 we met\n\n19:10 we left\n', []),
        ('code', '## Timetable\n\n```\n19:00 A\n```\n', []),
        ('a comment', '## Timetable\n\n<!--\n19:00 A\n-->\n', []),
    ],
)
def test_timetables(why: str, text: str, expected: list[str]) -> None:
    assert [slot.title for slot in read_report(text).slots] == expected


def test_a_row_that_cannot_be_read_is_said_where_it_stands() -> None:
    reading = read_report('## Timetable\n\n19:00 A\n\n19:75 B\n\n19:20 C\n')
    assert [slot.title for slot in reading.slots] == ['A', 'C']
    assert [(problem.code, problem.line) for problem in reading.problems] == [(Code.TIME, 5)]


# -- the facts -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ('text', 'name', 'value', 'line'),
    [
        ('## About\n\n日時: 2018年1月12日19時半から\n', 'date', date(2018, 1, 12), 3),
        ('日時: 2018年1月12日19時半から\n', 'start', 1170, 1),
        ('日時：2018/02/05(月) 19:00 〜 21:30\n', 'end', 1290, 1),
        ('* Date: 2018-01-12\n', 'date', date(2018, 1, 12), 1),
        ('|x|y|\n|-|-|\n|日時|2018/02/05|\n', 'date', date(2018, 2, 5), 3),
        ('開始: 19:00\n', 'start', 1140, 1),
        ('会場: ＡＢＣ　ホール\n', 'venue', 'ＡＢＣ　ホール', 1),
        ('**Venue**: The Hall\n', 'venue', 'The Hall', 1),
        ('URL: [page](https://example.com/e)\n', 'url', 'https://example.com/e', 1),
        (
            'text\nhttps://x.connpass.com/event/1 and https://y.connpass.com/event/2\n',
            'url',
            'https://x.connpass.com/event/1',
            2,
        ),
        ('ハッシュタグ: #example_1\n', 'hashtag', 'example_1', 1),
        ('# Example #3 レポート\n\ntext\n', 'title', 'Example #3', 1),
        ('---\ndate: 2018-01-13\n---\ntext\n', 'date', date(2018, 1, 13), 2),
        ('```\n日時: 2018-01-12\n```\n', 'date', None, 0),
        ('URL: javascript:alert(1)\n', 'url', None, 0),
        ('x' * 3000 + '日時: 2018-01-12\n', 'date', None, 0),
    ],
)
def test_facts(text: str, name: str, value: object, line: int) -> None:
    found = getattr(read_report(text).event, name)
    assert ((found.value, found.line) if found else (None, 0)) == (value, line)


def test_the_first_line_that_names_a_fact_gives_it() -> None:
    event = read_report('会場: A\n\n会場: B\n').event
    assert event.venue is not None
    assert event.venue.value == 'A'


@pytest.mark.parametrize(
    ('text', 'code'),
    [
        ('日時: 2018年2月30日', Code.DATE),
        ('日時: soon', Code.DATE),
        ('日時: 2018年1月12日 19:75', Code.TIME),
        ('開始: late', Code.TIME),
    ],
)
def test_facts_that_cannot_be_read(text: str, code: Code) -> None:
    reading = read_report(f'text\n\n{text}\n')
    assert [(problem.code, problem.line) for problem in reading.problems] == [(code, 3)]


def test_an_empty_report() -> None:
    assert [problem.code for problem in read_report('---\ntitle: x\n---\n').problems] == [Code.EMPTY]


# -- directives ----------------------------------------------------------------------------------------------

EXPLICIT = """\
# Example

```{event} Other name
:date: 2018-01-12
:start: 19:30
```

Date: 2001-01-01

Venue: Hall

:::{timetable}
19:30-19:40 - hanako, A **scheduler**

19:40-19:50 - taro, A volume
:::

```{talk} A **scheduler**
---
speakers: Hanako Yamada (@hanako)
slides: 'https://example.com/deck.pdf'
---
Notes.
```

## A node

@jiro

````{meetup:talk} A volume
:speakers: taro
:slot: 19:40
````
"""


def test_directives_win() -> None:
    reading = read_report(EXPLICIT, directives=True)
    event = reading.event
    assert event.title is not None
    assert (event.title.value, event.title.line) == ('Other name', 3)
    assert event.date is not None
    assert (event.date.value, event.date.line) == (date(2018, 1, 12), 4)
    assert event.start is not None
    assert (event.start.value, event.start.line) == (1170, 5)
    assert event.venue is not None
    assert [(slot.title, slot.line) for slot in reading.slots] == [('A scheduler', 13), ('A volume', 15)]
    assert [(talk.title, talk.line, talk.written) for talk in reading.talks] == [
        ('A scheduler', 18, True),
        ('A node', 26, True),  # the directive below counts as its notes, as in a build
        ('A volume', 30, False),
    ]
    assert reading.talks[0].people[0].text == 'Hanako Yamada (@hanako)'
    assert reading.talks[0].slides[0].url == 'https://example.com/deck.pdf'
    assert reading.problems == ()


def test_a_build_runs_directives_itself() -> None:
    reading = read_report(EXPLICIT)
    assert titles(reading) == ['A node']
    assert reading.slots == ()
    assert reading.event.date is not None
    assert reading.event.date.value == date(2001, 1, 1)
    assert reading.talks[0].written


def test_explicit_rows_replace_plain_ones() -> None:
    reading = read_report(TIMETABLE + '\n```{timetable}\n20:00 B\n```\n', directives=True)
    assert [slot.title for slot in reading.slots] == ['B']


@pytest.mark.parametrize(
    ('body', 'values', 'content', 'offset'),
    [
        (':a: 1\n:b: two words\n\ntext\n:c: 3', {'a': '1', 'b': 'two words'}, 'text\n:c: 3', 3),
        ('---\na: 1\nb: "x: y"\n---\ntext', {'a': '1', 'b': 'x: y'}, 'text', 4),
        ("---\na: 'it''s'\n", {'a': "it's"}, '', 3),
        (':no-index:\n', {'no-index': ''}, '', 2),
        (':url: https://example.com/#a\ntext', {'url': 'https://example.com/#a'}, 'text', 1),
        (':a: x # said', {'a': 'x'}, '', 1),
        (':a: |\n:  one\n:  two\n', {'a': 'one two'}, '', 4),
        (':::{talk} x\n:::', {}, ':::{talk} x\n:::', 0),
        ('text', {}, 'text', 0),
        ('', {}, '', 1),
    ],
)
def test_options(body: str, values: dict[str, str], content: str, offset: int) -> None:
    options = split_options(body)
    assert (options.values, options.content) == (values, content)
    if content:
        assert options.offset == offset


@pytest.mark.parametrize(
    ('block', 'code', 'line'),
    [
        ('```{talk}\n```', Code.OPTION, 1),
        ('```{talk} A\n:speeker: x\n```', Code.OPTION, 1),
        ('```{talk} A\n:slides: javascript:x\n```', Code.OPTION, 1),
        ('```{event}\n:date: soon\n```', Code.DATE, 2),
        ('```{event}\n:id: Not An Id\n```', Code.ID, 2),
        ('```{timetable}\n```', Code.ROW, 1),
        ('```{timetable}\n\nlater: A\n```', Code.ROW, 3),
    ],
)
def test_directives_that_cannot_be_read(block: str, code: Code, line: int) -> None:
    reading = read_report(block, directives=True)
    assert [(problem.code, problem.line) for problem in reading.problems] == [(code, line)]


def test_directives_that_are_passed_over() -> None:
    text = (
        '```{event} A\n```\n```{talk} X\n:no-index:\n```\n```{event} B\n```\n```{talk} Y\n```\n> ```{talk} Z\n> ```\n'
    )
    reading = read_report(text, directives=True)
    assert reading.talks == ()
    assert [(left.title, left.line) for left in reading.left] == [('X', 3), ('B', 6), ('Y', 8)]


# -- cost ----------------------------------------------------------------------------------------------------


def test_a_large_report_is_read_whole() -> None:
    talk = (
        '## 発表の題 {}\n\n@speaker{}\n\n'
        + '* 聞いたことを書いた一行です。`code` と [link](https://example.com) もある。\n' * 20
    )
    text = TIMETABLE + '\n' + '\n'.join(talk.format(n, n) for n in range(60))
    assert len(text.encode()) > 100_000
    assert len(read_report(text).talks) == 60
