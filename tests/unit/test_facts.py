"""Labelled lines: which fact they give, and whether the fact says all that the line says."""

from __future__ import annotations

import pytest
from sphinx_meetup.reading.report import read_report

HEAD = "---\ntitle: 'Example Meetup #1 レポート'\n---\n\n## 概要\n\n"
FIRST = HEAD.count('\n') + 1


@pytest.mark.parametrize(
    ('line', 'told'),
    [
        ('日時: 2024年4月5日19時から', True),
        ('日時: 2024/04/05(金) 19:00〜21:00', True),
        ('Date: Friday, April 5, 2024 at 7:00 pm', True),
        ('日時: 2024年4月5日19時から（受付は18時半）', False),
        ('日時: 2024年4月5日19時から、雨天決行', False),
        ('会場: 例ビル 3F', True),
        ('会場: [例ビル](https://example.com/map) 3F', False),
        ('URL: https://example.com/events/1', True),
        ('URL: <https://example.com/events/1>', True),
        ('URL: [申し込みページ](https://example.com/events/1)', True),
        ('URL: https://example.com/events/1 （会員限定）', False),
        ('ハッシュタグ: #example', True),
        ('ハッシュタグ: #example と #sample', False),
        ('Example Meetup #1', True),
        ('Ｅｘａｍｐｌｅ　Ｍｅｅｔｕｐ　＃１', True),
        ('Example Meetup #1 に行った', False),
        ('持ち物: 湯のみ', False),
    ],
)
def test_a_line_goes_only_when_its_facts_say_all_of_it(line: str, told: bool) -> None:  # noqa: FBT001
    reading = read_report(f'{HEAD}{line}\n')
    assert (FIRST in reading.used) is told


def test_the_first_line_gives_the_fact_and_the_second_stays() -> None:
    reading = read_report(f'{HEAD}日時: 2024年4月5日\n\n日時: 2024年5月6日\n')
    assert reading.event.date is not None
    assert reading.event.date.value.month == 4
    assert sorted(reading.used) == [FIRST]


@pytest.mark.parametrize(
    ('line', 'speakers'),
    [
        ('Jane Roe (@jane)', ['Jane Roe (@jane)']),
        ('山田 花子（@hanako）さん', ['山田 花子 (@hanako)']),
        ('Jane Roe (@jane), Example Inc.', ['Jane Roe (@jane)']),
        ('Thanks to Jane Roe (@jane) for the pictures. They are great.', []),
        ('詳しくは山田さん (@hanako) まで。', []),
        ('Jane Roe (Example Inc.)', ['Jane Roe']),
        ('Example things (and others)', []),
    ],
)
def test_a_name_with_its_handle_is_a_by_line(line: str, speakers: list[str]) -> None:
    reading = read_report(f'## A talk\n\n{line}\n\n## Another\n\n@taro\n')
    named = [person.text for talk in reading.talks if talk.title == 'A talk' for person in talk.people]
    assert named == speakers
