"""Rows of a timetable say what there is of their talk: notes, slides, a video."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import Site

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import Tag
    from support import Built

HEAD = """\
---
title: "Pot Meetup #1"
date: 2030-02-03
event: pot-meetup-1
lang: en
---

"""
PROGRAMME = """\
## Timetable

| Time | Title | Speaker |
| --- | --- | --- |
| 19:00-19:20 | Warm kilns | Ann Example |
| 19:20-19:40 | [Cold kilns](https://speakerdeck.com/bo/cold-kilns) | Bo Sample |
| 19:40-20:00 | Amber cups | Cy Instance |
| 20:00-20:20 | Zinc cups | Di Placeholder |
| 20:20-20:30 | Closing | |

"""
NOTES = """\
## Warm kilns

Speaker: Ann Example
Slides: https://speakerdeck.com/ann/warm-kilns
Video: https://www.youtube.com/watch?v=abcdefghijk

- hot

## Cold kilns

Speaker: Bo Sample
Slides: https://speakerdeck.com/bo/cold-kilns

- cold

## Amber cups

Speaker: Cy Instance
Slides: https://speakerdeck.com/cy/amber-cups
"""
OTHER = f"""\
{HEAD.replace('lang: en', 'author: Di Placeholder')}
## Zinc cups

by Di Placeholder

- zinc, told by another
"""


@pytest.fixture(scope='module')
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    files = {'reports/one.md': HEAD + PROGRAMME + NOTES, 'reports/two.md': OTHER}
    return Site(tmp_path_factory.mktemp('marks') / 'src', files).build()


def marks(built: Built, title: str) -> list[Tag]:
    page = built.page('reports/one')
    (row,) = (row for row in page.select('tr.meetup-slot') if title in row.get_text())
    return row.select('.meetup-marks > *')


@pytest.mark.parametrize(
    ('title', 'said'),
    [
        ('Warm kilns', ['Notes', 'Slides', 'Video']),
        ('Cold kilns', ['Notes']),  # the row has the link to its slides
        ('Amber cups', ['Slides']),
        ('Zinc cups', ['Notes']),
        ('Closing', []),
    ],
)
def test_a_row_says_what_there_is(built: Built, title: str, said: list[str]) -> None:
    assert [mark.get_text() for mark in marks(built, title)] == said


def test_slides_and_videos_are_a_click_away(built: Built) -> None:
    assert [mark.get('href') for mark in marks(built, 'Warm kilns')] == [
        None,
        'https://speakerdeck.com/ann/warm-kilns',
        'https://www.youtube.com/watch?v=abcdefghijk',
    ]


def test_notes_of_another_report_are_a_click_away(built: Built) -> None:
    assert [mark.get('href') for mark in marks(built, 'Zinc cups')] == ['two.html#talk-zinc-cups']


def test_an_example_that_is_no_part_of_the_archive_has_no_marks(tmp_path: Path) -> None:
    page = (
        '# Guide\n\n```{event} Example\n:no-index:\n```\n\n```{timetable}\n:no-index:\n19:00-19:20 Warm kilns\n```\n\n'
        '```{talk} Warm kilns\n:no-index:\n\n- hot\n```\n'
    )
    built = Site(tmp_path / 'src', {'guide.md': page}, "primary_domain = 'meetup'\n").build()
    assert built.page('guide').select('tr.meetup-slot')
    assert not built.page('guide').select('.meetup-marks')


def test_marks_are_in_the_sites_language_in_a_report_of_another(tmp_path: Path) -> None:
    files = {'reports/one.md': HEAD + PROGRAMME + NOTES}
    built = Site(tmp_path / 'src', files, "language = 'ja'\n").build()
    page = built.page('reports/one')
    found = page.select_one('.meetup-marks')
    assert found is not None
    assert found.get_text() == 'メモ スライド 動画'
    assert found['lang'] == 'ja'
