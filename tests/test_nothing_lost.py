"""What a report says stays on its page: as a fact, or as the text it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import Site

if TYPE_CHECKING:
    from pathlib import Path

FRONT = '---\ntitle: Example Meetup 1\n---\n\n'


def article(tmp_path: Path, body: str) -> str:
    beside = {f'reports/{name}.png': b'' for name in ('bob', 'map', 'pot')} | {'reports/pots.md': '# Pots\n'}
    built = Site(tmp_path, {'reports/a.md': FRONT + body, **beside}).build()
    page = built.page('reports/a')
    return str(page.find('section'))


@pytest.mark.parametrize(
    ('body', 'there', 'gone'),
    [
        (
            '**AAA\nBBB** x\n会場: V1\nKEEPME\n日時: 2018/01/12\nKEEPTWO\n',
            ['KEEPME', 'KEEPTWO', 'BBB'],
            ['会場:', '日時:'],
        ),
        ('[AAA\nBBB](https://example.com/x)\n会場: V1\nKEEPME\n', ['KEEPME', 'BBB', 'example.com/x'], ['会場:']),
        ('one  \n会場: V1  \ntwo\n', ['one', 'two'], ['会場:']),
        ('会場: V1\n**日時: 2018/01/12\nKEEP**\n', ['KEEP', '日時'], ['会場:']),
    ],
)
def test_lines_around_facts_stay(tmp_path: Path, body: str, there: list[str], gone: list[str]) -> None:
    found = article(tmp_path, body)
    assert [words for words in there if words not in found] == []
    assert [words for words in gone if words in found] == []


@pytest.mark.parametrize(
    'line', ['登壇者: Bob ([@bob](https://example.com/bob))', 'by [Carol](https://example.com/carol)']
)
def test_a_profile_named_beside_the_speaker_stays(tmp_path: Path, line: str) -> None:
    found = article(tmp_path, f'## A talk\n\n{line}\n\n* notes\n\n## B talk\n\n@taro\n')
    assert 'href="https://example.com/' in found


ROWS = """\
19:00-19:10 - ann, [Pots](https://example.com/pots)

19:10-19:20 - bob, Pans ([slides](https://speakerdeck.com/bob/pans))

19:20-19:30 - cas, Cups
"""
TABLE = """\
| 時間 | タイトル | 登壇者 | 資料 | 部屋 |
| --- | --- | --- | --- | --- |
| 19:00-19:10 | Pots | ann | [資料](https://speakerdeck.com/ann/pots) | 3F 会議室 |
| 夜 | Pans | bob | | 4F |
"""


@pytest.mark.parametrize('form', ['## Timetable\n\n{}', '```{{meetup:timetable}}\n{}```\n'])
def test_links_of_rows_stay(tmp_path: Path, form: str) -> None:
    found = article(tmp_path, form.format(ROWS))
    assert 'href="https://example.com/pots"' in found
    assert 'href="https://speakerdeck.com/bob/pans"' in found


@pytest.mark.parametrize('form', ['## Timetable\n\n{}', '```{{meetup:timetable}}\n{}```\n'])
def test_every_column_and_row_of_a_table_stays(tmp_path: Path, form: str) -> None:
    found = article(tmp_path, form.format(TABLE))
    words = ('https://speakerdeck.com/ann/pots', '3F 会議室', '夜 | Pans | bob | 4F')
    assert [text for text in words if text not in found] == []


def test_what_a_row_says_is_in_its_record(tmp_path: Path) -> None:
    built = Site(tmp_path, {'reports/a.md': f'{FRONT}## Timetable\n\n{TABLE}'}).build()
    (event,) = built.domain.documents['reports/a'].events
    (slot,) = event.slots
    assert ([link.url for link in slot.links], slot.note) == (['https://speakerdeck.com/ann/pots'], '3F 会議室')


def test_the_words_on_slides_stay(tmp_path: Path) -> None:
    deck = 'https://speakerdeck.com/hanako/cats'
    body = f'## Cats\n\n@hanako\n\n資料: [Cats at scale]({deck})\n\n## Dogs\n\n@taro\n\n[スライド]({deck})\n'
    found = article(tmp_path, body)
    assert 'Cats at scale (speakerdeck.com)' in found
    assert 'Slides on speakerdeck.com' in found


@pytest.mark.parametrize('form', ['## Timetable\n\n{}', '```{{meetup:timetable}}\n{}```\n'])
def test_a_rows_slides_are_its_talks(tmp_path: Path, form: str) -> None:
    talks = '\n## Pans\n\n@bob\n\n## Pots\n\n@ann\n'
    built = Site(tmp_path, {'reports/a.md': FRONT + form.format(ROWS) + talks}).build()
    record = built.domain.documents['reports/a']
    assert [slot.title for slot in record.events[0].slots] == ['Pots', 'Pans', 'Cups']
    assert {talk.title: [link.url for link in talk.slides] for talk in record.talks} == {
        'Pans': ['https://speakerdeck.com/bob/pans'],
        'Pots': [],
    }


@pytest.mark.parametrize(
    ('line', 'there', 'gone'),
    [
        ('登壇者: Bob ([@bob](https://twitter.com/bob))', 'https://twitter.com/bob', ''),
        ('by [Carol](https://carol.example/)', 'https://carol.example/', ''),
        ('登壇者: ボブ。とても面白い話でした', 'とても面白い話でした', ''),
        ('登壇者: ボブ (Foo) (Tokyo)', 'Tokyo', ''),
        ('@bob ![Bob](bob.png)', 'bob.png', ''),
        ('登壇者: Bob さん (Foo)', 'Bob', '登壇者:'),
        ('登壇者: Bob ([slides](https://speakerdeck.com/b/c))', 'https://speakerdeck.com/b/c', '登壇者:'),
        ('by Jane Roe and John Doe', 'John Doe', 'by Jane'),
    ],
)
def test_what_a_by_line_says_stays(tmp_path: Path, line: str, there: str, gone: str) -> None:
    found = article(tmp_path, f'## Pots\n\n{line}\n\n* one\n\n## Pans\n\n@ann\n')
    assert there in found
    assert not gone or gone not in found


@pytest.mark.parametrize(
    ('line', 'there'),
    [
        ('会場: ![Map](map.png)', 'map.png'),
        ('日時: [2018-01-12](https://example.com/day)', 'https://example.com/day'),
        ('19:00-19:10 - ann, [Pots](pots.md)\n\n19:10 Pans\n\n19:20 Cups', 'pots.html'),
        ('19:00-19:10 - ann, Pots ![Pot](pot.png)\n\n19:10 Pans\n\n19:20 Cups', 'pot.png'),
    ],
)
def test_what_no_fact_can_hold_stays(tmp_path: Path, line: str, there: str) -> None:
    assert there in article(tmp_path, f'## Timetable\n\n{line}\n')
