"""The word lists: decorated words, headings that only hold talks, and a site's own words."""

from __future__ import annotations

import pytest
from sphinx_meetup.reading.words import extended, word_problems, words


@pytest.mark.parametrize(
    ('heading', 'usual'),
    [
        ('感想', 'word'),
        ('■ 感想！', 'word'),
        ('3. まとめ', 'word'),
        ('🍻 懇親会', 'word'),
        ('感想・まとめ', 'word'),
        ('懇親会募集', 'word'),
        ('Q&A', 'word'),
        ('后记', 'word'),
        ('후기', 'word'),
        ('参加を終えて', 'ending'),
        ('会場とは', 'ending'),
        ('鍋の話', ''),
        ('受付システムの話', ''),
        ('x' * 100, ''),
    ],
)
def test_usual_headings(heading: str, usual: str) -> None:
    assert words().section_likeness(heading) == usual


@pytest.mark.parametrize(
    ('heading', 'holds'),
    [
        ('LT大会', True), ('Day 1', True), ('2日目', True), ('2月16日（木）', True), ('セッションの感想', True),
        ('メイントーク&LTの様子', True), ('Lightning Talks', True), ('세션 요약', True),
        ('A', False), ('鍋のLT', False), ('Day of the pot', False),
    ],
)  # fmt: skip
def test_headings_that_only_hold_talks(heading: str, holds: bool) -> None:  # noqa: FBT001 - a column of the table
    assert words().is_container(heading) is holds


@pytest.mark.parametrize(
    ('row', 'kind'),
    [
        ('休憩（10分）', 'break'), ('開場・受付', 'break'), ('休憩タイム', 'break'), ('茶歇', 'break'),
        ('휴식', 'break'),
        ('例社よりご挨拶', 'other'), ('オープニング・乾杯', 'other'), ('鍋', ''), ('受付システム', ''),
    ],
)  # fmt: skip
def test_rows_in_which_nobody_gives_a_talk(row: str, kind: str) -> None:
    found = 'break' if words().is_break(row) else 'other' if words().is_other(row) else ''
    assert found == kind


def test_a_site_adds_words_of_its_own() -> None:
    assert not words().is_break('teatime')
    with extended({'breaks': ['Teatime'], 'labels': {'date': ['am']}}):
        assert words().is_break('teatime')
        assert words().is_break('休憩')
        assert words().labels['am'] == 'date'
    assert not words().is_break('teatime')


@pytest.mark.parametrize(
    'given', [[], {'breaks': 'x'}, {'labels': ['x']}, {'labels': {'date': 'x'}}, {'pauses': ['x']}, {'breaks': [1]}]
)
def test_words_that_cannot_be_used_are_said(given: object) -> None:
    assert len(word_problems(given)) == 1
