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
