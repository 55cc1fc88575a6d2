"""What a report says stays on its page: as a fact, or as the text it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import Site

if TYPE_CHECKING:
    from pathlib import Path

FRONT = '---\ntitle: Example Meetup 1\n---\n\n'


def article(tmp_path: Path, body: str) -> str:
    built = Site(tmp_path, {'reports/a.md': FRONT + body}).build()
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
