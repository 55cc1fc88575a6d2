"""Who a by-line names, and which lines name nobody."""

from __future__ import annotations

import pytest
from sphinx_meetup.model.records import Link
from sphinx_meetup.reading.people import byline, named_line, people, person
from sphinx_meetup.reading.profiles import handle_of


@pytest.mark.parametrize(
    ('line', 'names'),
    [
        ('@hanako', ['@hanako']),
        ('＠hanako', ['@hanako']),
        ('@hanako さん', ['@hanako']),
        ('by Jane Roe (Example)', ['Jane Roe']),
        ('by @hana　鈴木花子', ['鈴木花子 (@hana)']),
        ('Speaker: Jane Roe', ['Jane Roe']),
        ('登壇者 : 花子 さん( @hana )', ['花子 (@hana)']),
        ('講師：鈴木 花子 先生', ['鈴木 花子']),
        ('分享讲师：王小明，例云', ['王小明']),
        ('발표자: 김철수', ['김철수']),
        ('鈴木 花子(@hana) ◆ 例株式会社', ['鈴木 花子 (@hana)']),
        ('例株式会社 鈴木花子さん', ['鈴木花子']),
        ('例株式会社の鈴木さん', ['鈴木']),
        ('鈴木花子さん', ['鈴木花子']),
        ('花子さん（5分）', ['花子']),
        ('花子さんの発表。', ['花子']),
        ('鈴木 花子 ( @hana ) さん 例ユーザ会', ['鈴木 花子 (@hana)']),
        ('鈴木 花子さん (Twitter: hana_s)', ['鈴木 花子 (@hana_s)']),
        ('by Ann Roe / Bob Poe / Cas Doe', ['Ann Roe', 'Bob Poe', 'Cas Doe']),
        ('by Ann Roe, Bob Poe & Cas Doe', ['Ann Roe', 'Bob Poe', 'Cas Doe']),
        ('花子さんと太郎さん', ['花子', '太郎']),
        ('Twitter: hana_s', ['@hana_s']),
        ('今日は花子さんが来てくれました。', None),
        ('花子さんに聞いたところ、これは速いそうです', None),
        ('詳しくは https://example.com/', None),
        ('Great talk by the way', None),
        ('皆さん', None),
        ('', None),
    ],
)
def test_by_lines(line: str, names: list[str] | None) -> None:
    found = byline(line)
    assert (None if found is None else [one.text for one in found]) == names


@pytest.mark.parametrize(
    ('url', 'label', 'text'),
    [
        ('https://twitter.com/hana', '花子さん', '花子 (@hana)'),
        ('https://zenn.dev/hana_s', 'Hana', 'Hana (@hana_s)'),
        ('https://connpass.com/user/hana/', 'Hana', 'Hana (@hana)'),
        ('https://github.com/hana', '@hana', '@hana'),
    ],
)
def test_a_link_to_a_profile_gives_the_handle(url: str, label: str, text: str) -> None:
    found = byline(label, [Link(url, label)])
    assert found is not None
    assert found[0].text == text


@pytest.mark.parametrize(
    ('url', 'handle'),
    [
        ('https://x.com/hana', 'hana'),
        ('https://www.linkedin.com/in/hana-s/', 'hana-s'),
        ('https://mstdn.example/@hana', 'hana'),
        ('https://bsky.app/profile/hana.example', 'hana.example'),
        ('https://github.com/hana/tool', ''),
        ('https://twitter.com/hashtag/x', ''),
        ('https://twitter.com/search?q=x', ''),
        ('https://example.com/hana', ''),
        ('http://[', ''),
    ],
)
def test_addresses_of_profiles(url: str, handle: str) -> None:
    assert handle_of(url) == handle


@pytest.mark.parametrize(
    ('text', 'name', 'handle', 'affiliation'),
    [
        ('土田 智 (dull), 例株式会社', '土田 智', 'dull', '例株式会社'),
        ('Jane Roe, Example Inc.', 'Jane Roe', '', 'Example Inc.'),
        ('鈴木花子 / 例株式会社', '鈴木花子', '', '例株式会社'),
        ('lulz (ラルズ)さん', 'lulz (ラルズ)', '', ''),
    ],
)
def test_one_person(text: str, name: str, handle: str, affiliation: str) -> None:
    one = person(text)
    assert (one.name, one.handle, one.affiliation) == (name, handle, affiliation)


@pytest.mark.parametrize(
    ('line', 'named'),
    [
        ('鈴木 花子', True),
        ('鈴木 花子（例社）', True),
        ('Jane Roe', True),
        ('kawa_73', True),
        ('김철수', True),
        ('Overview', False),
        ('概要', False),
        ('まとめ', False),
        ('We saw a demo.', False),
        ('速いコードの話', False),
        ('機械学習', True),  # four kanji may be a name: siblings decide
    ],
)
def test_lines_that_may_be_only_a_name(line: str, named: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(named_line(line)) is named


def test_lists_of_people() -> None:
    assert [one.text for one in people('@a_1 @b_2')] == ['@a_1', '@b_2']
    assert [one.name for one in people('花子さん、太郎さん')] == ['花子', '太郎']
