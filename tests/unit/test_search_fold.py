"""Folding and terms: the vectors that the browser is held to as well (``tests/browser/test_search.py``)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from sphinx_meetup.search.alike import alike
from sphinx_meetup.search.fold import fold
from sphinx_meetup.search.terms import runs, stem, terms

VECTORS = json.loads((Path(__file__).parents[1] / 'fixtures' / 'search-vectors.json').read_text('utf-8'))
KANA = ''.join(map(chr, [*range(0x3041, 0x3097), *range(0x30A1, 0x30FD), *range(0xFF66, 0xFFA0), *b'-~aAzZ09 ']))


@pytest.mark.parametrize('vector', VECTORS, ids=lambda vector: f'{vector["why"]}: {vector["text"]}')
def test_vectors(vector: dict[str, str]) -> None:
    assert fold(vector['text']) == vector['fold']
    assert list(runs(vector['fold'])) == vector['runs']


@pytest.mark.parametrize(
    ('one', 'other'),
    [
        ('サーバー', 'さーば'),
        ('ヴァーチャル・スレッド', 'バーチャル・スレッド'),
        ('レヴュー', 'レビュー'),
        ('ファイヤーウォール', 'ﾌｧｲｱｳｫｰﾙ'),
        ('クリエーティブ', 'クリエイティブ'),
        ('メモリー管理', 'メモリ管理'),
        ('Ｋｕｂｅｒｎｅｔｅｓ', 'kubernetes'),
        ('naïve', 'NAIVE'),
    ],
)
def test_two_spellings_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(('one', 'other'), [('病院', '美容院'), ('ハ', 'バ'), ('cat', 'cut'), ('運用', '運営')])
def test_two_words_stay_two(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.one_of(st.text(max_size=60), st.text(alphabet=KANA, max_size=60)))
def test_folding_again_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


@pytest.mark.parametrize(
    ('text', 'found'),
    [
        ('脆弱性', ['脆弱', '弱性', '性']),
        ('駅', ['駅']),
        ('Dataclasses are here', ['dataclasse', 'are', 'here']),
        ('GraphQLサーバ', ['graphql', 'サバ', 'バ', 'graph', 'ql']),
        ('AzureStackHCI', ['azurestackhci', 'azure', 'stack', 'hci']),
        ('IoT', ['iot']),
        ('x' * 50, []),
    ],
)
def test_terms(text: str, found: list[str]) -> None:
    assert list(terms(text)) == found


STEMS = [
    ('threads', 'thread'),
    ('class', 'class'),
    ('aws', 'aws'),
    ('s', 's'),
    ('035', '35'),
    ('0', '0'),
    ('000', '0'),
    ('35', '35'),
    ('0x35', '0x35'),
    ('v035', 'v035'),
]


@pytest.mark.parametrize(('word', 'stemmed'), STEMS)
def test_plurals_and_numbers(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


def test_words_that_mean_the_same_are_folded_and_each_group_once() -> None:
    found = alike([['Pot', 'ポット', 'ぽっと'], ['Pot', 'ポット'], ['alone'], ['サーバ', 'サーバー'], ['', 'x']])
    assert found[0] == ('pot', 'ポツト')
    assert ('k8s', 'kubernetes') in found
    assert ('service mesh', 'サビスメツシユ') in found
    assert len(found) == len(set(found))
    assert not any('alone' in group or 'x' in group for group in found)


def test_the_spellings_of_a_meaning_differ_when_folded() -> None:
    assert all(len(set(group)) == len(group) > 1 for group in alike())
