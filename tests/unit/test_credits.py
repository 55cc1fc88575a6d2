"""Lines that hold a title and its speakers, and prefixes that name the kind of talk."""

from __future__ import annotations

import pytest
from sphinx_meetup.model.records import Link
from sphinx_meetup.reading.credits import find_credits
from sphinx_meetup.reading.kinds import split_kind


@pytest.mark.parametrize(
    ('line', 'title', 'names'),
    [
        ('Pots and pans by Jane Roe', 'Pots and pans', ['Jane Roe']),
        ('"Cooking by numbers" by Jane Roe', 'Cooking by numbers', ['Jane Roe']),
        ('鍋の話 by @hana (前半)', '鍋の話 (前半)', ['@hana']),
        ('鍋の話 (by hana)', '鍋の話', ['hana']),
        ('鍋の話 – @hana', '鍋の話', ['@hana']),
        ('鍋の話 @hana さん', '鍋の話', ['@hana']),
        ('@hana 鍋について', '鍋について', ['@hana']),
        ('@hana 「鍋の話」', '鍋の話', ['@hana']),
        ('花子さん「鍋の話」', '鍋の話', ['花子']),
        ('「鍋の話」 ― 鈴木 花子', '鍋の話', ['鈴木 花子']),
        ('「鍋の話」鈴木 花子', '鍋の話', ['鈴木 花子']),
        ('鍋の今と未来 ～楽しい鍋～ 鈴木 花子 氏', '鍋の今と未来 ～楽しい鍋～', ['鈴木 花子']),
        ('鍋の話（花子さん）', '鍋の話', ['花子']),
        ('鍋の話 by 花子。', '鍋の話', ['花子']),
        ('@hana さんの、鍋の話', '鍋の話', ['@hana']),
        ('Go と鍋 を煮て出してみよう！ はなこ(@hana)さん', 'Go と鍋 を煮て出してみよう！', ['はなこ (@hana)']),
        (
            '鍋を語ろう！ 鈴木 花子 氏 / 山田 太郎 氏 / 佐藤 次郎 氏',
            '鍋を語ろう！',
            ['鈴木 花子', '山田 太郎', '佐藤 次郎'],
        ),
        ('鍋 - 뚜껑 이야기 - 홍길동님', '鍋 - 뚜껑 이야기', ['홍길동']),
        ('Pots for all - Example +Tae-min Kim님', 'Pots for all', ['Tae-min Kim']),
    ],
)
def test_forms_that_are_sure(line: str, title: str, names: list[str]) -> None:
    first = find_credits(line)[0]
    assert first.sure
    assert (first.title, [one.text for one in first.people]) == (title, names)


@pytest.mark.parametrize(
    ('line', 'style'),
    [
        ('Pots and pans - Jane Roe', 'dash after'),
        ('鍋の話 / hana', 'slash after'),
        ('Pots | Jane Roe', 'pipe after'),
        ('鍋の話（hana）', 'brackets after'),
        ('hana: Pots and pans', 'colon before'),
        ('hana, Pots and pans', 'comma before'),
    ],
)
def test_forms_on_which_siblings_must_agree(line: str, style: str) -> None:
    found = find_credits(line)
    assert [credit.style for credit in found if credit.style == style and not credit.sure] == [style]


@pytest.mark.parametrize(
    'line',
    [
        'Pots hosted by Example',
        '鍋の話（仮）',
        '鍋の話 (15min)',
        '鍋の話（前編）',
        'Pots (beginner)',
        '鍋の話',
        'Pots',
        'http://example.com/a/b',
        'Step by Step で学ぶ、鍋の作り方',
        'Driven by data and people',
        '「迷った末、鍋を買ってみた」',
        '',
    ],
)
def test_lines_that_are_only_a_title(line: str) -> None:
    assert [credit for credit in find_credits(line) if credit.sure or credit.style.startswith(('by', 'brackets'))] == []


def test_a_profile_makes_its_name_sure() -> None:
    credit = find_credits('鍋の話 - hana', [Link('https://x.com/hana', 'hana')])[0]
    assert (credit.sure, credit.title) == (True, '鍋の話')


@pytest.mark.parametrize(
    ('heading', 'kind', 'title'),
    [
        ('LT: 鍋', 'lt', '鍋'),
        ('LT1: 鍋', 'lt', '鍋'),
        ('LT 鍋の話', 'lt', '鍋の話'),
        ('LT7 鍋の話', 'lt', '鍋の話'),
        ('【LT】鍋', 'lt', '鍋'),
        ('(LT1) 鍋', 'lt', '鍋'),
        ('LT「鍋」', 'lt', '「鍋」'),
        ('TALK - Pots', 'talk', 'Pots'),
        ('セッション1：鍋', 'talk', '鍋'),
        ('初級者向け: 鍋', 'talk', '鍋'),
        ('基調講演：鍋', 'keynote', '鍋'),
        ('招待講演 鍋', 'keynote', '鍋'),
        ('Keynote - Pots', 'keynote', 'Pots'),
        ('3コマ目「鍋」', '', '「鍋」'),
        ('1. 鍋', '', '鍋'),
        ('LT-1', '', 'LT-1'),
        ('LT', '', 'LT'),
        ('Talking about pots', '', 'Talking about pots'),
        ('Session management', '', 'Session management'),
        ('2つの鍋', '', '2つの鍋'),
        ('', '', ''),
    ],
)
def test_prefixes(heading: str, kind: str, title: str) -> None:
    assert split_kind(heading) == (kind, title)
