"""People who may be one are suggested, with the reason, and never joined."""

from __future__ import annotations

import datetime as dt

import pytest
from sphinx_meetup.catalogue.likeness import common_kanji, letters
from sphinx_meetup.catalogue.people import People
from sphinx_meetup.catalogue.shapes import Suggestion
from support import work
from test_people_joined import archive, meetup, page, person

LETTERS = 'the same letters'
ORDER = 'the same words in another order'
KANJI = 'the same kanji in another form'
HANDLE = 'the handle resembles the name'
SHORT = 'the handle may be short for the name'
NEARLY = 'the names are nearly the same'


@pytest.mark.parametrize(
    ('first', 'second', 'why', 'also'),
    [
        ('Hana Example', 'hanaexample', LETTERS, 'hanaexample'),
        ('Hana Example', '@hana_example', LETTERS, 'Hana Example'),
        ('Hana J. Example', 'Hana J Example', LETTERS, 'Hana J Example'),
        ('José Exämple', 'Jose Example', LETTERS, 'Jose Example'),
        ('ken', '@ken', LETTERS, 'ken'),
        ('Kenta', '@kenta', LETTERS, 'Kenta'),
        ('so1', '@so1_', LETTERS, 'so1'),
        ('Hana Example', 'Example Hana', ORDER, 'Example Hana'),
        ('Hana Example', 'EXAMPLE, Hana', ORDER, 'EXAMPLE, Hana'),
        ('渡辺 花', '渡邊花', KANJI, '渡邊花'),
        ('高橋花子', '髙橋 花子 @hana', KANJI, '高橋花子'),
        ('斉藤 花', '齋藤 花', KANJI, '齋藤 花'),
        ('Hana Example', '@HanaKExample', HANDLE, 'Hana Example'),
        ('Hana Example', '@example_hana', HANDLE, 'Hana Example'),
        ('Hana Example', '@hanaexample2031', HANDLE, 'Hana Example'),
        ('Hana Example', 'hanakexample', HANDLE, 'hanakexample'),
        ('Hana Example', '@hexample', SHORT, 'Hana Example'),
        ('Hana Example', '@exampleh', SHORT, 'Hana Example'),
        ('Hanako Example', '@hanakoe', SHORT, 'Hanako Example'),
        ('Hana Example', 'Hana Exampel', NEARLY, 'Hana Exampel'),
        ('Hana Example', 'Hana Exmple', NEARLY, 'Hana Exmple'),
        ('Hana Example', 'Hanna Example @hana', NEARLY, 'Hana Example'),
        ('イアン・エグザンプル', 'イワン・エグザンプル', NEARLY, 'イワン・エグザンプル'),
        ('Hana Example @hana', 'Hana Example @hana_k', 'one name, different handles', '@hana_k'),
        ('Hana Example @hana', 'Hanna Example @hana_k', None, ''),
        ('Speaker 17', 'Speaker 18', None, ''),
        ('Hana Example', '@examples', None, ''),
        ('Hana Example', 'Bo Hexample @hexample', None, ''),
        ('Hana Example @hana', '@hexample', None, ''),
        ('例 花子', '例 花江', None, ''),
        ('Ana', 'Anna', None, ''),
        ('例', '例花子', None, ''),
    ],
)
def test_who_may_be_one(first: str, second: str, why: str | None, also: str) -> None:
    people = archive(first, second)
    assert people.of(person(first)) != people.of(person(second))
    assert [(found.why, found.also) for found in people.suggestions] == ([(why, also)] if why else [])


def test_a_suggestion_names_both_and_where_they_stand() -> None:
    (found,) = archive('Hana Example', '@HanaKExample').suggestions
    assert found == Suggestion(
        first='hana-example',
        second='hanakexample',
        why=HANDLE,
        name='Hana Example',
        docname='reports/000',
        line=10,
        other_name='@HanaKExample',
        other_docname='reports/001',
        other_line=10,
        also='Hana Example',
    )


@pytest.mark.parametrize(
    ('texts', 'also'),
    [
        (['Hana Example', 'hanaexample'], 'hanaexample'),
        (['Hana Example @hana', 'Hana Example @hana_k'], '@hana_k'),
        (['Hana Example', '@HanaKExample'], 'Hana Example'),
        (['渡辺 花', '渡邊花'], '渡邊花'),
        (['ken', '@ken'], 'ken'),
    ],
)
def test_what_is_suggested_joins(texts: list[str], also: str) -> None:
    (found,) = archive(*texts).suggestions
    (second,) = (one for one in archive(*texts).all if one.id == found.second)
    name = '' if second.name.startswith('@') else second.name
    joined = archive(*texts, pages=[page(name, next(iter(second.handles), ''), found.also)])
    assert found.also == also
    assert (len(joined.all), joined.suggestions) == (1, ())


def test_pages_tell_people_apart_for_good() -> None:
    assert (
        archive('Hana Example', 'hanaexample', pages=[page('Hana Example'), page('', 'hanaexample')]).suggestions == ()
    )


def test_a_name_that_several_have_is_told_once_for_each() -> None:
    found = archive('Hana Example @a', 'Hana Example @b', 'Hana Example').suggestions
    assert sorted(one.why for one in found) == ['a name that several people have', 'one name, different handles']


@pytest.mark.parametrize(
    ('name', 'series', 'count'),
    [
        ('例', ('A', 'B'), 1),
        ('花田', ('A', 'B'), 1),
        ('花田', ('A', 'A'), 0),
        ('例花子', ('A', 'B'), 0),
        ('はな', ('A', 'B'), 0),
    ],
)
def test_a_family_name_alone_in_two_series(name: str, series: tuple[str, str], count: int) -> None:
    meetups = [meetup(at, name, day=dt.date(2030, 1, 1 + at), series=one) for at, one in enumerate(series)]
    people = People(meetups, [], frozenset())
    assert len(people.all) == 1
    assert [(one.second, one.docname, one.other_docname) for one in people.suggestions] == [
        ('', 'reports/000', 'reports/001')
    ] * count


@pytest.mark.parametrize(
    ('text', 'want'), [('Ian M. Lewis', 'ianmlewis'), ('José-María', 'josemaria'), ('so1_', 'so1'), ('例 花', '例花')]
)
def test_letters(text: str, want: str) -> None:
    assert letters(text) == want


def test_old_kanji() -> None:
    assert common_kanji('渡邊 髙橋 齋藤') == '渡辺高橋斎藤'


def test_the_cost_grows_with_the_archive_not_with_its_square() -> None:
    def cost(count: int) -> int:
        meetups = [
            meetup(at, f'Speaker {at % (count // 3)} Tanaka', f'@handle{at}', 'Bo Tanaka', f'Tanakb{at:x}')
            for at in range(count)
        ]
        return work(lambda: People(meetups, [], frozenset()).suggestions)

    assert cost(1200) < 6 * cost(300)
