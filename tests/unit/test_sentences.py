"""Speakers whom the first sentence below a heading names, and titles of the author's own talk."""

from __future__ import annotations

import pytest
from sphinx_meetup.reading.markdown import markdown
from sphinx_meetup.reading.outline import Line, inline_lines
from sphinx_meetup.reading.owntalk import own_title
from sphinx_meetup.reading.sentences import told_by
from sphinx_meetup.reading.words import extended


def line(text: str) -> Line:
    return inline_lines(markdown().parseInline(text)[0], 1)[0]


@pytest.mark.parametrize(
    ('text', 'names'),
    [
        ('[花子](https://x.com/hana)さんのトークです。', ['花子 (@hana)']),
        ('[@hana](https://x.com/hana)さんによる基調講演でした。', ['@hana']),
        ('鍋の本の作者である鈴木 花子([@hana](https://x.com/hana))さんの発表です。', ['鈴木 花子 (@hana)']),
        ('続いて花子さんのセッション。', ['花子']),
        ('例社の鈴木さんが話したLTでした。', ['鈴木']),
        ('休憩を挟んでから 花子さんの発表でした。', ['花子']),
        ('Jane Roe talked about pots.', ['Jane Roe']),
        ('First up, Jane Roe (@jane) from Example Inc. showed her pots.', ['Jane Roe (@jane)']),
        ('花子さんが教えてくれた店に行った。', []),
        ('お昼さんは休みです。', []),
        ('みなさんの発表がよかった。', []),
        ('発表はどれもよかった。', []),
        ('Pots talked about the kitchen.', []),
        ('Everybody gave a round of applause.', []),
    ],
)
def test_the_first_sentence_names_the_speaker(text: str, names: list[str]) -> None:
    found = told_by([line(text)])
    assert ([one.text for one in found.people] if found else []) == names


def test_only_the_opening_is_looked_at() -> None:
    assert told_by([line('鍋の話。'), line('よく煮る。'), line('花子さんのトークです。')]) is None


@pytest.mark.parametrize(
    ('heading', 'text', 'title'),
    [
        ('自分のトーク', 'で、「鍋と私の一年」というタイトルで話をして来ました。', '鍋と私の一年'),
        ('自分の発表', '｢鍋と私の一年｣という内容を発表しました。', '鍋と私の一年'),
        ('「鍋と私の一年」 登壇振り返り', '初めての登壇でした。', '鍋と私の一年'),
        ('My talk', 'I gave a talk titled "Pots and I" on the second day.', 'Pots and I'),
        ('自分の発表', '「よかった」と言われた。', ''),
        ('懇親会', '「鍋と私の一年」というタイトルで話をして来ました。', ''),
        ('自分の発表', '資料は後で公開します。', ''),
    ],
)
def test_the_title_of_the_authors_own_talk(heading: str, text: str, title: str) -> None:
    assert own_title(heading, [line(text)])[0] == title


def test_a_site_may_have_words_of_its_own_for_what_people_give() -> None:
    lines = [line('花子さんの語りでした。')]
    assert told_by(lines) is None
    with extended({'talk_nouns': ['語り']}):
        found = told_by(lines)
    assert found is not None
    assert [one.text for one in found.people] == ['花子']
