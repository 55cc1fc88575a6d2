"""The index: what is written can be read back, the same way every time, in pieces of a bounded size."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, strategies as st
from sphinx_meetup.search.index import FORMAT, level, postings, weigh, write_index
from sphinx_meetup.search.terms import terms
from sphinx_meetup.search.units import Unit
from sphinx_meetup.search.written import DIGITS, ENDS, number

if TYPE_CHECKING:
    from collections.abc import Mapping

CALL = re.compile(r'meetupSearch\.(\w+)\((?:(\d+),)?(?:\d+,)?(.*)\);\n\Z', re.DOTALL)


def content(text: str) -> tuple[str, int, Any]:
    found = CALL.match(text)
    assert found is not None
    return found[1], int(found[2] or 0), json.loads(found[3])


def read(text: str) -> list[tuple[int, int]]:
    """Postings as the browser reads them."""
    found, unit, value = [], 0, 0
    for sign in text:
        if sign in DIGITS:
            value = value * 32 + DIGITS.index(sign)
            continue
        value = value * 32 + ENDS.index(sign)
        unit += value // 16
        found.append((unit, value % 16))
        value = 0
    return found


def unit(title: str, text: str = '', **more: Any) -> Unit:
    return Unit(docname='reports/one', anchor=f'talk-{len(title)}', title=title, text=text, **more)


def written(*units: Unit) -> Mapping[str, str]:
    return write_index(units, [weigh(one) for one in units], [f'{place}.html' for place in range(len(units))], 'v1')


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 15)), unique_by=lambda pair: pair[0]).map(sorted))
def test_postings_are_read_as_written(entries: list[tuple[int, int]]) -> None:
    assert read(postings(entries)) == entries


@given(st.integers(0, 10**9))
def test_a_number_ends_itself(value: int) -> None:
    text = number(value)
    assert text[-1] in ENDS
    assert set(text[:-1]) <= set(DIGITS)


@pytest.mark.parametrize('alphabet', [DIGITS, ENDS])
def test_no_sign_means_two_things_or_ends_a_word(alphabet: str) -> None:
    assert len(set(alphabet)) == 32
    assert set(DIGITS).isdisjoint(ENDS)
    assert ' ' not in alphabet
    assert '"' not in alphabet


def test_postings_of_all_units_are_those_of_each_term() -> None:
    units = [unit(f'Talk {place}', 'kiln' if place % 4999 == 7 else 'cup') for place in range(15_100)]
    weighed = [weigh(one) for one in units]
    files = write_index(units, weighed, ['x'] * len(units))
    words = ' '.join(content(text)[2] for name, text in files.items() if name.startswith('t')).split(' ')
    told = dict(zip(words[::2], words[1::2], strict=True))
    for term in ('kiln', 'talk', 'cup', '10007'):
        wanted = [(place, one.weights[term]) for place, one in enumerate(weighed) if term in one.weights]
        assert read(told[term]) == wanted
        assert told[term] == postings(wanted)


def test_every_term_leads_to_every_unit_that_has_it() -> None:
    units = [unit('Warm kilns', 'the kiln is hot'), unit('Cold cups', 'no kiln at all'), unit('窯の話', '熱い窯')]
    files = written(*units)
    found: dict[str, set[int]] = {}
    for name, text in files.items():
        if name.startswith('t'):
            words = content(text)[2].split(' ')
            for term, entries in zip(words[::2], words[1::2], strict=True):
                found[term] = {place for place, _weight in read(entries)}
    for place, one in enumerate(units):
        for term in {*terms(one.title), *terms(one.text)}:
            assert place in found[term]
    assert found['kiln'] == {0, 1}


def test_a_word_says_more_in_a_title_than_in_a_long_text() -> None:
    title = weigh(unit('Kiln')).weights['kiln']
    short = weigh(unit('x', 'a kiln')).weights['kiln']
    long = weigh(unit('x', 'a kiln ' + 'and words ' * 500)).weights['kiln']
    assert title > short > long


def test_levels_go_up_with_weights() -> None:
    levels = [level(weight / 10) for weight in range(1, 400)]
    assert levels == sorted(levels)
    assert {min(levels), max(levels)} <= set(range(16))
    assert level(0) == 0


def test_the_same_units_give_the_same_bytes() -> None:
    units = [unit(f'Talk {place}', f'words {place} of many') for place in range(50)]
    assert written(*units) == written(*units)


def test_an_index_comes_in_pieces_that_together_are_all_of_it() -> None:
    units = [unit(f'Talk {place}', ' '.join(f'word{place}x{at}' for at in range(80))) for place in range(200)]
    files = written(*units)
    _call, _place, index = content(files['index.js'])
    assert index['format'] == FORMAT
    assert index['version'] == 'v1'
    assert index['units'] == 200
    pieces = [name for name in files if name.startswith('t')]
    assert len(index['firsts']) == len(pieces) > 3
    assert index['firsts'] == sorted(index['firsts'], key=lambda term: term.encode('utf-16-be'))
    assert sum(index['lengths']) == 200
    assert max(len(files[name]) for name in pieces) < 8_000
    told = [row for place in range(len(index['lengths'])) for row in content(files[f'u{place}.js'])[2]]
    assert [row[1] for row in told] == [one.title for one in units]
    for place, first in enumerate(index['firsts']):
        assert content(files[f't{place}.js'])[2].startswith(f'{first} ')


def test_terms_are_in_the_order_in_which_a_browser_looks_for_them() -> None:
    files = written(unit('𠮷田'), unit('﨑田'), unit('a'), unit('田'))
    words = content(files['t0.js'])[2].split(' ')[::2]
    assert words.index('𠮷田') < words.index('﨑田')  # D842 before FA11, though U+20BB7 is behind U+FA11
    assert words == sorted(words, key=lambda word: word.encode('utf-16-be'))


@pytest.mark.parametrize(('count', 'common'), [(400, []), (1200, ['and', 'clay', 'more'])])
def test_what_very_many_units_have_is_told_to_be_common(count: int, common: list[str]) -> None:
    files = written(*(unit(f'x{place}', 'clay and more' if place % 2 else 'clay') for place in range(count)))
    assert content(files['index.js'])[2]['common'] == common


def test_an_archive_of_nothing_has_an_index_of_nothing() -> None:
    assert set(written()) == {'index.js'}
    assert content(written()['index.js'])[2]['units'] == 0


def test_texts_are_data_inside_a_script() -> None:
    mean = '</script><script>alert(1)</script>\u2028"\\'
    files = written(unit(mean, mean))
    row = content(files['u0.js'])[2][0]
    assert row[1] == row[4] == mean
    assert '\u2028' not in files['u0.js']
