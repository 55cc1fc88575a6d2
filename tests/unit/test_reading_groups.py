"""The list of speakers by reading."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from sphinx_meetup.catalogue.readings import is_kana, reading_groups
from sphinx_meetup.catalogue.shapes import Identity


def who(name: str, kana: str = '') -> Identity:
    return Identity(id=f'{name}-{kana}', name=name, kana=kana)


def groups(*people: Identity) -> list[tuple[str, list[str]]]:
    return [(key, [one.kana or one.name for one in found]) for key, found in reading_groups(people)]


@pytest.mark.parametrize(
    ('name', 'kana', 'group'),
    [
        ('例 花子', 'れい はなこ', 'ら'),
        ('例 花子', 'レイ ハナコ', 'ら'),
        ('例 花子', 'ﾚｲ ﾊﾅｺ', 'ら'),
        ('後藤', 'ごとう', 'か'),
        ('ジェイン', '', 'さ'),
        ('ぱんだ', '', 'は'),
        ('ヴェロ', '', 'あ'),
        ('ァー', '', 'あ'),
        ('ヱビス', '', 'わ'),
        ('んどぅ', '', 'わ'),
        ('Hana Example', 'はな', 'は'),
        ('Hana Example', '', 'H'),
        ('Hana Example', 'hana', 'H'),
        ('Émile', '', 'E'),
        ('Øyvind', '', 'O'),
        ('Ｈａｎａ', '', 'H'),
        ('@hana', '', 'H'),
        ('@_hana', '', 'H'),
        ('@1hana', '', 'H'),
        ('例 花子', '', 'other'),
        ('はなこ例', '', 'other'),
        ('김하나', '', 'other'),
        ('Яна', '', 'other'),
        ('@42', '', 'other'),
        ('', '', 'other'),
    ],
)
def test_the_group_of_a_person(name: str, kana: str, group: str) -> None:
    assert [key for key, _ in reading_groups([who(name, kana)])] == [group]


def test_groups_stand_in_the_order_of_kana_then_of_the_alphabet_and_empty_ones_are_left_out() -> None:
    found = groups(who('例'), who('Zoe'), who('Abe'), who('わか'), who('あい'), who('さき'))
    assert [key for key, _ in found] == ['あ', 'さ', 'わ', 'A', 'Z', 'other']


@pytest.mark.parametrize(
    'right',
    [
        ['はな', 'はなこ', 'はなみ'],
        ['かい', 'がい', 'かう'],
        ['カイ', 'かうん'],
        ['さとう', 'さとうはな', 'サトウマ'],
        ['カア', 'カーイ', 'カイ'],
        ['きやく', 'きゃくま', 'きゆう'],
        ['abe', 'Ábel', 'Abo'],
        ['@ana', 'Anb', '@anc'],
        ['例', '花', '高'],
    ],
)
def test_the_order_in_a_group(right: list[str]) -> None:
    want = sorted(right) if right[0] == '例' else right
    assert [name for _, names in groups(*map(who, reversed(right))) for name in names] == want


@given(st.lists(st.text(st.sampled_from('あがゃカーヴabÉ花_1 @ﾊﾞ'), max_size=5), unique=True), st.randoms())
def test_everybody_is_in_one_group_whatever_the_order(names: list[str], chance: object) -> None:
    people = [who(name) for name in names]
    shuffled = list(people)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    found = reading_groups(people)
    assert reading_groups(shuffled) == found
    assert sorted(one.id for _, group in found for one in group) == sorted(one.id for one in people)


@pytest.mark.parametrize('text', ['はな', 'イアン・ルイス', 'ﾊﾅ', 'はな はなこ'])
def test_kana_alone(text: str) -> None:
    assert is_kana(text)


@pytest.mark.parametrize('text', ['はな子', 'Hana', '・', ''])
def test_more_than_kana(text: str) -> None:
    assert not is_kana(text)
