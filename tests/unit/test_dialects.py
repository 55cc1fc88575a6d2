"""Whole reports in the shapes in which people write them: talks, speakers, slides and slots."""

from __future__ import annotations

import pytest
from sphinx_meetup.commands.read import understand
from sphinx_meetup.model.time import clock

DECK = 'https://speakerdeck.com/a/deck'


def talks(text: str) -> list[tuple[str, tuple[str, ...]]]:
    assembled = understand(text.encode(), 'Asia/Tokyo').assembled
    return [(talk.title, tuple(one.text for one in talk.people)) for talk in assembled.talks]


@pytest.mark.parametrize(
    ('why', 'text', 'expected'),
    [
        (
            'a list announces the titles, with speakers',
            (
                '# 鍋の会\n\n- 鍋をみがく 鈴木(@hana)さん\n- 釜をつくる 山田(@taro)さん\n\n'
                '## 鍋をみがく\n\n光った。\n\n'
                '## 釜をつくる\n\n熱い。\n\n## まとめ\n\nよかった。\n'
            ),
            [('鍋をみがく', ('鈴木 (@hana)',)), ('釜をつくる', ('山田 (@taro)',))],
        ),
        ('a table of contents announces nothing', '# 会\n\n- [鍋](#a)\n- [店](#b)\n\n## 鍋\n\nx\n\n## 店\n\ny\n', []),
        (
            'headings that only stand between breaks, with talks below them',
            '## 開場\n\nx\n\n## 午後は長い\n\n### LT1: 鍋\n\na\n\n### LT2: 釜\n\nb\n\n## 休憩\n\ny\n\n## 懇親会\n\nz\n',
            [('鍋', ()), ('釜', ())],
        ),
        (
            'the first talk stands below the name of the event',
            f'## 鍋の会\n\nx\n\n### 鍋\n\n<{DECK}1>\n\n## 釜\n\n<{DECK}2>\n\n## 皿\n\n<{DECK}3>\n',
            [('鍋', ()), ('釜', ()), ('皿', ())],
        ),
        (
            'a heading that is the name of a speaker with one slot',
            (
                '## 登壇者\n\n### [Jane Roe (jane)](https://x.com/jane)\n\nx\n\n'
                '### [Ann Poe (ann)](https://x.com/ann)\n\ny\n\n'
                '## タイムテーブル\n\n|時間|内容|登壇者|\n|---|---|---|\n|19:00|開場||\n'
                '|19:10|Pots|Jane Roe|\n|19:30|Pans|Ann Poe|\n'
            ),
            [('Pots', ('Jane Roe (@jane)',)), ('Pans', ('Ann Poe (@ann)',))],
        ),
        (
            'lines in strong print as headings',
            f'昨夜の会。\n\n**鍋をみがく / @hana**\n\n光った。\n\n**休憩**\n\n**釜をつくる / @taro**\n\n<{DECK}>\n',
            [('鍋をみがく', ('@hana',)), ('釜をつくる', ('@taro',))],
        ),
        (
            'strong print inside notes stays notes',
            '## 鍋 by @hana\n\n**大事 / @taro**\n\nx\n\n**注意 / @jiro**\n\ny\n\n## 釜 by @saburo\n\nz\n',
            [('鍋', ('@hana',)), ('釜', ('@saburo',))],
        ),
        ('strong lines of a diary are no headings', '昨日の会。\n\n**楽しかった**\n\nx\n\n**疲れた**\n\ny\n', []),
        (
            'a time and a room above title and speaker',
            (
                '**9:45-10:15 - Hall A**\n*Pots for all* by Jane Roe\n> nice\n\n'
                '**10:15-10:45 - Hall B**\n*Pans* by Ann Poe\n> nice\n'
            ),
            [('Pots for all', ('Jane Roe',)), ('Pans', ('Ann Poe',))],
        ),
        (
            'a time and a title above the speaker',
            (
                '## 10:00-10:20 Clay pots\n\nby Jane Roe (@jane_roe)\n\n- hot\n\n'
                '## 10:30-10:50 Glass pans\n\nby Ann Poe\n\n- cold\n'
            ),
            [('Clay pots', ('Jane Roe (@jane_roe)',)), ('Glass pans', ('Ann Poe',))],
        ),
        (
            'the only deck of a section, far below',
            (
                '## 鍋\n\n'
                + 'a。\n\n' * 12
                + f'{DECK}1\n\n## 釜\n\n'
                + 'b。\n\n' * 12
                + f'{DECK}2\n\n## おわりに\n\nc\n'
            ),
            [('鍋', ()), ('釜', ())],
        ),
        (
            'a heading that begins the part with the talks, at their own level',
            '## 各発表のメモ\n\n## 鍋\n\n- 熱い\n\n## 釜\n\n- 重い\n\n## 感想\n\nよかった\n',
            [('鍋', ()), ('釜', ())],
        ),
        (
            'indented by-lines',
            '鍋\n----\n\n    例社 鈴木さま\n\nx\n\n釜\n----\n\n    例社 山田さま\n\ny\n',
            [('鍋', ('例社 鈴木',)), ('釜', ('例社 山田',))],
        ),
        (
            'a name and a company behind a mark',
            (
                '## 냄비 이야기 - 홍길동(예시 회사)\n\nx\n\n## 솥 이야기 - 김철수(예시 모임)\n\ny\n\n'
                '## 그릇 이야기 - 이영희(예시)\n\nz\n'
            ),
            [('냄비 이야기', ('홍길동',)), ('솥 이야기', ('김철수',)), ('그릇 이야기', ('이영희',))],
        ),
        (
            'at a name',
            '### 鍋をみがく @ 鈴木 花子(例社)\n\nx\n\n### 釜をつくる @ 山田 太郎\n\ny\n',
            [('鍋をみがく', ('鈴木 花子',)), ('釜をつくる', ('山田 太郎',))],
        ),
        (
            'headings that a list of links announces',
            (
                '##  参加したトーク\n\n* [鍋をみがく](https://p.example/1)\n* [釜をつくる](https://p.example/2)\n\n'
                '## 鍋をみがく\n\nx\n\n## 釜をつくる\n\ny\n\n## その他\n\nz\n'
            ),
            [('鍋をみがく', ()), ('釜をつくる', ())],
        ),
        (
            'below a heading for slides, decks of any host',
            f'### 発表スライド\n\n#### 鍋\n\n<{DECK}>\n\n#### 釜\n\nhttps://files.example/kama.pdf\n',
            [('鍋', ()), ('釜', ())],
        ),
        (
            'emoji and marks before a title',
            f'## 🎉 鍋\n\n<{DECK}1>\n\n## > 釜\n\n<{DECK}2>\n',
            [('鍋', ()), ('釜', ())],
        ),
        (
            'a list of people is no by-line',
            '## 会えた人\n\n' + ''.join(f'- [p{n}](https://x.com/p{n})さん\n' for n in range(6)),
            [],
        ),
    ],
)
def test_what_strangers_write(why: str, text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert talks(text) == expected


@pytest.mark.parametrize(
    ('why', 'text', 'expected'),
    [
        (
            'lines that are titles leading to slides',
            f'# 資料まとめ\n\n[鍋をみがく]({DECK}1)\n\n[釜をつくる]({DECK}2) by 太郎\n\n釜の次の話\n',
            [('鍋をみがく', ()), ('釜をつくる', ('太郎',))],
        ),
        (
            'one host of many is unknown',
            ''.join(f'[鍋{n}をみがく]({DECK}{n})\n\n' for n in '一二三四')
            + '[釜をつくる](https://kama.example/deck)\n',
            [
                ('鍋一をみがく', ()),
                ('鍋二をみがく', ()),
                ('鍋三をみがく', ()),
                ('鍋四をみがく', ()),
                ('釜をつくる', ()),
            ],
        ),
        (
            'a sentence before the link names the speaker',
            f'## 発表\n\nまずは、[@hana](https://x.com/hana)さんの発表。\n\n[鍋をみがく]({DECK}1) です。\n',
            [('鍋をみがく', ('@hana',))],
        ),
        (
            'items with a description behind the title',
            (
                'Highlights:\n\n'
                f'* [Pots for all]({DECK}1) — how to, by [Jane Roe](https://j.example)\n'
                f'* [Pans]({DECK}2) — nice\n'
            ),
            [('Pots for all', ('Jane Roe',)), ('Pans', ())],
        ),
        (
            'cells of a programme with slides',
            (
                '|時間|Hall|Room A|\n|---|---|---|\n|10:00|受付||\n'
                f'|10:10|[鍋をみがく]({DECK}1)|釜だけの話|\n|10:40|[皿をわる]({DECK}2)|[匙をなげる]({DECK}3)|\n'
            ),
            [('鍋をみがく', ()), ('皿をわる', ()), ('匙をなげる', ())],
        ),
        (
            'a table with headings of two words',
            (
                '|Talk Title|Speaker|My Notes|Talk Slides|\n|---|---|---|---|\n'
                f'|Pots|Jane Roe|nice|[Link]({DECK})|\n|Pans|Ann Poe|||\n'
            ),
            [('Pots', ('Jane Roe',)), ('Pans', ('Ann Poe',))],
        ),
        (
            'items with notes below a heading for talks',
            '## セッションについて\n\n- 鍋をみがく\n  - 光った\n- 釜をつくる\n  - 熱い\n',
            [('鍋をみがく', ()), ('釜をつくる', ())],
        ),
        (
            'items whose first line inside is a name',
            (
                '- 鍋をみがく\n    + 鈴木 花子 ~ 例社\n    + x\n- 釜をつくる\n    + 山田 太郎\n- 休憩\n    + お茶\n'
                '- 皿をわる\n    + 佐藤 次郎\n'
            ),
            [('鍋をみがく', ('鈴木 花子',)), ('釜をつくる', ('山田 太郎',)), ('皿をわる', ('佐藤 次郎',))],
        ),
        ('items with notes below any other heading', '## 感想\n\n- 鍋\n  - 光った\n- 釜\n  - 熱い\n', []),
        ('one deck in a diary', f'## 日記\n\n昨日の資料は [鍋をみがく]({DECK}1) です。\n', []),
        (
            "a person's page is no deck",
            '[花子の頁です](https://www.slideshare.net/hana)\n\n[太郎の頁です](https://www.slideshare.net/taro)\n',
            [],
        ),
    ],
)
def test_talks_without_sections(why: str, text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert talks(text) == expected


def test_a_list_of_slides_gives_them_to_talks_with_headings() -> None:
    text = f'## スライド\n\n[鍋をみがく]({DECK}1)\n\n[皿をわる]({DECK}2)\n\n'
    text += '## 鍋をみがく by @hana\n\nx\n\n## 釜 by @taro\n\ny\n'
    found = understand(text.encode(), 'Asia/Tokyo').assembled.talks
    assert [(talk.title, [link.url for link in talk.slides]) for talk in found] == [
        ('皿をわる', [f'{DECK}2']),
        ('鍋をみがく', [f'{DECK}1']),
        ('釜', []),
    ]


@pytest.mark.parametrize(
    ('why', 'text', 'expected'),
    [
        (
            'bare names below headings, as siblings agree',
            '# 鍋\n鈴木 花子（例社)\n\n- x\n\n# 釜\n山田 太郎（例社)\n\n- y\n\n# 所感\nよかった\n',
            [('鍋', ('鈴木 花子',)), ('釜', ('山田 太郎',))],
        ),
        ('a bare name below one heading only is no pattern', '## 鍋\n\n鈴木 花子\n\n## 釜\n\nx\n\n## 皿\n\ny\n', []),
        (
            'a container at the same level as the talks',
            '# 鍋 by hana\n\nx\n\n## 材料\n\n@taro が言った。\n\n# LT\n\n## 釜\n\n@taro\n\n## 皿\n\n@jiro\n',
            [('鍋', ('hana',)), ('釜', ('@taro',)), ('皿', ('@jiro',))],
        ),
        (
            'labelled bullets',
            (
                '# 内容\n\n## LT1: 鍋\n\n+ 登壇者 : 花子 さん( [@hana](https://x.com/hana) )\n+ 資料 : []()\n\nx\n\n'
                '## LT2: 釜\n\n+ 登壇者 : 太郎 さん\n\ny\n'
            ),
            [('鍋', ('花子 (@hana)',)), ('釜', ('太郎',))],
        ),
        (
            'the name in a nested bullet',
            '## 鍋\n\n- Speaker\n  - [@hana](https://x.com/hana)\n\n## 釜\n\n- Speaker\n  - @taro\n',
            [('鍋', ('@hana',)), ('釜', ('@taro',))],
        ),
        (
            'the name as a heading below the talk',
            '## 19:00 開場\n\n## 19:10 鍋\n### 花子さん\n* x\n\n## 19:20 休憩\n\n## 19:30 釜\n### 太郎さん\n* y\n',
            [('鍋', ('花子',)), ('釜', ('太郎',))],
        ),
        (
            'the person behind the talk, with profiles',
            (
                '# Night 1\n\n- 6:00 - 6:30: Doors open\n\n# Pots\n\nx\n\n## Jane Roe\n\n'
                '- [github](https://github.com/jane)\n'
                '- [twitter](https://twitter.com/jane)\n\n# Pans\n\ny\n\n## Ann Poe\n\n'
                '- [github](https://github.com/ann)\n'
                '- [website](https://ann.example)\n'
            ),
            [('Pots', ('Jane Roe',)), ('Pans', ('Ann Poe',))],
        ),
        (
            'the heading is the speaker, a label tells the title',
            '## Presenters\n\n### Jane Roe\n* Talk: Pots and pans.\n\n### Ann Poe (Remote)\n* Talk: Cups\n',
            [('Pots and pans', ('Jane Roe',)), ('Cups', ('Ann Poe',))],
        ),
        (
            'a handle before the title',
            '## イベントレポート\n\nx\n\n## LT\n\nx\n\n## @hana 鍋に\n\nx\n\n## @taro 釜の話\n\ny\n\n## 懇親会\n\nz\n',
            [('鍋に', ('@hana',)), ('釜の話', ('@taro',))],
        ),
        (
            'a programme of silent headings between its breaks',
            '## オープニング\n\nx\n\n## 鍋概論\n\nx\n\n## 休憩\n\n## 釜入門\n\ny\n\n## クロージング\n\nz\n',
            [('鍋概論', ()), ('釜入門', ())],
        ),
        (
            'an agreed dash',
            '## Pots - Jane Roe\n\nx\n\n## Pans - Ann Poe\n\ny\n',
            [('Pots', ('Jane Roe',)), ('Pans', ('Ann Poe',))],
        ),
        (
            'a dash in one heading of many is a subtitle',
            '## 鍋 - 入門\n\n@hana\n\n## 釜\n\n@taro\n',
            [('鍋 - 入門', ('@hana',)), ('釜', ('@taro',))],
        ),
        (
            'what the heading calls a host is none where the speaker stands below',
            '## Pots hosted by Example\n### 花子さん\n* x\n\n## Pans\n### 太郎さん\n* y\n',
            [('Pots hosted by Example', ('花子',)), ('Pans', ('太郎',))],
        ),
        (
            "the author's own talk",
            '---\nauthor: hana\n---\n## 鍋\n\n@taro\n\n## 釜\n\n発表しました。\n\n## 皿\n\n@jiro\n',
            [('鍋', ('@taro',)), ('釜', ('hana',)), ('皿', ('@jiro',))],
        ),
        (
            'a table of talks without sections',
            f'| タイトル | 登壇者 | 資料 |\n|---|---|---|\n| 鍋 | 花子さん | [資料]({DECK}) |\n| 釜 | 太郎さん | |\n',
            [('鍋', ('花子',)), ('釜', ('太郎',))],
        ),
        (
            'a list of talks with slides',
            f'## 発表資料\n\n- [鍋]({DECK}1) by @hana\n- [釜]({DECK}2) by @taro\n',
            [('鍋', ('@hana',)), ('釜', ('@taro',))],
        ),
        (
            'an announced timetable is no talk',
            '## プログラム\n\n|時間|内容|\n|---|---|\n|19:00|開会のあいさつ（hana）|\n|19:10|鍋のLT|\n|20:00|懇親会|\n',
            [],
        ),
        (
            'a diary has none',
            '## 前日\n\n花子さんと話した。\n\n## ここがつらい\n\nx\n\n## ここがたのしい\n\ny\n\n## 最後に\n\nz\n',
            [],
        ),
        (
            'Chinese',
            '## 煮饭的艺术\n\n**分享讲师：** 王小明，例云\n\nx\n\n## 炒菜\n\n**分享讲师：** 李小红\n\ny\n\n## 总结\n',
            [('煮饭的艺术', ('王小明',)), ('炒菜', ('李小红',))],
        ),
        (
            'Korean, below a container',
            '## 세션 요약\n\nx\n\n### 냄비 이야기\n\ny\n\n### 가마 이야기\n\nz\n\n## 후기\n\nw\n',
            [('냄비 이야기', ()), ('가마 이야기', ())],
        ),
    ],
)
def test_talks_and_their_speakers(why: str, text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert talks(text) == expected, why


@pytest.mark.parametrize(
    ('below', 'slides'),
    [
        (f'@hana\n\n{DECK}\n', DECK),
        (f'@hana\n\n- 鍋\n  - {DECK}\n- x\n', DECK),
        ('@hana\n\n資料: [ここ](https://example.com/deck)\n', 'https://example.com/deck'),
        ('@hana\n\n- [Abstract](https://example.com/a)\n- [Slides](https://example.com/d)\n', 'https://example.com/d'),
        ('@hana\n\n<iframe src="//www.slideshare.net/slideshow/embed_code/key/Ab"></iframe>\n',
         'https://www.slideshare.net/slideshow/embed_code/key/Ab'),
        (f'@hana\n\n- x\n- x\n- x\n- x\n- x\n- x\n- x\n- x\n- x\n- [鍋]({DECK} "鍋")\n', DECK),
        (f'@hana\n\nx\n\n似た話は[太郎の釜]({DECK})にもある。\n', None),
        ('@hana\n\nSlides (TBD)\n', None),
        ('@hana\n\n- 資料 :\n', None),
    ],
)  # fmt: skip
def test_slides(below: str, slides: str | None) -> None:
    first = understand(f'## 鍋\n\n{below}\n## 釜\n\n@taro\n'.encode(), 'Asia/Tokyo').assembled.talks[0]
    assert (first.slides[0].url if first.slides else None) == slides


@pytest.mark.parametrize(
    ('why', 'text', 'rows'),
    [
        (
            'headings with times',
            '## 19:00 ~\t開場\n\n## 19:10 ~ 19:15\tLT1: 鍋\n### 花子さん\n\n## 19:20\t懇親会\n',
            ['19:00- 開場', '19:10-19:15 鍋 花子', '19:20- 懇親会'],
        ),
        (
            'a list, speakers in brackets',
            '## 進行\n\n- 19:00〜19:05 開会の挨拶（hana）\n- 19:05〜19:30 グループワーク\n  - 付箋\n- 19:30〜 懇親会\n',
            ['19:00-19:05 開会の挨拶 hana', '19:05-19:30 グループワーク', '19:30- 懇親会'],
        ),
        (
            'a table without words for its columns',
            '||||\n|---|---|---|\n|19:00-19:10|鍋|鈴木 花子|\n|19:10-19:20|釜|山田 太郎|\n|19:20-|懇親会||\n',
            ['19:00-19:10 鍋 鈴木 花子', '19:10-19:20 釜 山田 太郎', '19:20- 懇親会'],
        ),
        (
            'rooms side by side',
            '|時間|Room A|Room B|\n|---|---|---|\n|10:00|鍋|釜|\n|11:00|皿|箸|\n',
            ['10:00- 鍋', '10:00- 釜', '11:00- 皿', '11:00- 箸'],
        ),
        (
            'indented lines',
            '議程：\n\n    09:15 ~ 09:30 煮飯\n    09:30 ~ 10:00 炒菜\n    10:00 ~ 10:15 茶歇\n',
            ['09:15-09:30 煮飯', '09:30-10:00 炒菜', '10:00-10:15 茶歇'],
        ),
        (
            'raw HTML',
            (
                '<table><tr><td>10:00</td><td>Pots</td></tr><tr><td>10:30</td><td>Pans</td></tr>\n'
                '<tr><td>11:00</td><td>Cups</td></tr></table>\n'
            ),
            ['10:00- Pots', '10:30- Pans', '11:00- Cups'],
        ),
        (
            'a clock of twelve hours',
            '## Agenda\n\n- 6:00 Doors\n- 6:30 Pots\n- 7:15 Pans\n',
            ['18:00- Doors', '18:30- Pots', '19:15- Pans'],
        ),
        (
            'times in notes are no timetable',
            '## 鍋\n\n@hana\n\n- 14:38 までだった\n- 15:27 から\n- 16:00頃に終わった\n',
            [],
        ),
        (
            'a row that stands for many talks keeps its words',
            '## プログラム\n\n- 19:00 開場\n- 19:30 LT大会（5分×3）\n- 20:30 懇親会\n',
            ['19:00- 開場', '19:30- LT大会（5分×3）', '20:30- 懇親会'],
        ),
    ],
)
def test_timetables(why: str, text: str, rows: list[str]) -> None:
    found = understand(text.encode(), 'Asia/Tokyo').assembled
    shown = [
        f'{clock(slot.start)}-{"" if slot.end is None else clock(slot.end)} {slot.title}'
        + ''.join(f' {one.text}' for one in slot.people)
        for slot in found.event.slots
    ]
    assert shown == rows, why


def test_many_decks_below_a_heading_are_the_talks_or_stay_where_they_are() -> None:
    decks = ''.join(f'{DECK}{number}\n\n' for number in range(4))
    rows = '## タイムテーブル\n\n- 19:00 開場\n- 19:10 鍋の話いろいろ\n- 19:30 釜の話いろいろ\n\n'
    told = understand(f'{rows}## 鍋の話いろいろ\n\n{decks}## 釜の話いろいろ\n\ny\n'.encode(), 'Asia/Tokyo').reading
    assert [len(talk.slides) for talk in told.talks] == [4, 0]
    untold = understand(f'## 鍋の棚\n\n{decks}## 釜の棚\n\ny\n'.encode(), 'Asia/Tokyo').reading
    assert untold.talks == ()
    assert untold.used == frozenset()


def test_front_matter_makes_a_single_line_in_strong_print_a_heading() -> None:
    text = (
        '---\nmeetup:\n  talks: [鍋をみがく]\n---\n\n昨夜の会。\n\n**鍋をみがく**\n\n光った。\n\n**楽しかった**\n\nx\n'
    )
    understood = understand(text.encode(), 'Asia/Tokyo')
    assert [(talk.title, talk.line) for talk in understood.reading.talks] == [('鍋をみがく', 8)]
    assert understood.reading.bold == {8}
    assert understood.problems == ()


def test_times_in_headings_on_a_clock_of_twelve_hours_over_two_days() -> None:
    rows = ['9:45-10:15', '11:15-11:30', '3:10-3:40', '5:00-5:30', '9:30-10:00', '1:50-2:20', '4:00-4:15']
    text = '\n\n'.join(f'## {time} Pots {place} by @ana' for place, time in enumerate(rows))
    slots = understand(text.encode(), 'Asia/Tokyo').reading.slots
    assert [clock(slot.start) for slot in slots] == ['09:45', '11:15', '15:10', '17:00', '09:30', '13:50', '16:00']


def test_what_stands_behind_a_break_is_no_speaker() -> None:
    rows = '- 19:00 開会のあいさつ（花子）\n- 19:10 鍋の話（太郎）\n- 19:30 休憩（軽食）\n- 19:40 釜の話（次郎）\n'
    slots = understand(f'## タイムテーブル\n\n{rows}'.encode(), 'Asia/Tokyo').reading.slots
    assert [(slot.title, [one.text for one in slot.people]) for slot in slots] == [
        ('開会のあいさつ', ['花子']),
        ('鍋の話', ['太郎']),
        ('休憩（軽食）', []),
        ('釜の話', ['次郎']),
    ]
