"""Pictures on pages: their numbers are those of the reports, seen or heard, and where there is no HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import Site

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import BeautifulSoup, Tag
    from support import Built

HOME = '# Home\n\n```{archive}\n```\n\n```{toctree}\n:glob:\n\nreports/*\n```\n'
DOMAIN = "primary_domain = 'meetup'\n"


def report(number: int, date: str, *talks: str, tags: str = 'Clay') -> str:
    """A report; each talk is ``title / speaker``."""
    given = (talk.split(' / ') for talk in talks)
    body = ''.join(f'## {title}\n\nby {speaker}\n\n- notes\n\n' for title, speaker in given)
    day = f'date: {date}\n' if date else ''
    return f'---\ntitle: "Pot Meetup #{number}"\n{day}lang: en\ntags: [{tags}]\n---\n\n{body}'


REPORTS = {
    'index.md': HOME,
    'reports/one.md': report(1, '2030-02-03', 'Clay kilns / Ann Example', 'Clay cups / Bo Sample'),
    'reports/two.md': report(2, '2030-02-10', 'Clay bowls / Ann Example', 'Glass bowls / Cy Instance', tags='Glass'),
    'reports/three.md': report(3, '2034-11-30', 'Clay tiles / Ann Example'),
    'reports/four.md': report(4, '', 'Clay jars / Di Placeholder'),
}


@pytest.fixture(scope='module')
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return Site(tmp_path_factory.mktemp('pictures') / 'src', REPORTS, DOMAIN).build()


def picture(page: BeautifulSoup, kind: str) -> Tag:
    found = page.select(f'figure.meetup-picture-{kind}')
    assert len(found) == 1
    return found[0]


def rows(found: Tag) -> list[list[str]]:
    return [[cell.get_text(strip=True) for cell in row.select('th, td')] for row in found.select('tr')]


def test_the_archive_is_told_by_topic_and_year(built: Built) -> None:
    found = picture(built.page('index'), 'matrix')
    assert rows(found) == [
        ['Topic', '2030', '2031', '2032', '2033', '2034', 'Total'],
        ['All talks', '4', '0', '0', '0', '1', '5'],
        ['Clay', '3', '0', '0', '0', '1', '4'],
        ['Glass', '1', '0', '0', '0', '0', '1'],
    ]
    assert len(found.select('circle.meetup-drawn-mark')) == 3
    assert [hint.get_text() for hint in found.select('circle title')] == [
        'Clay, 2030: 3 talks',
        'Clay, 2034: 1 talk',
        'Glass, 2030: 1 talk',
    ]
    assert found.select_one('table a[href="topics/clay.html"]') is not None
    caption = found.select_one('figcaption')
    assert caption is not None
    assert caption.get_text() == 'Talks by topic and time (1 more have no date)'


def test_a_screen_reader_gets_one_image_in_words_and_the_numbers(built: Built) -> None:
    found = picture(built.page('index'), 'matrix')
    drawn = found.select_one('[role=img]')
    assert drawn is not None
    assert drawn['aria-label'] == (
        '5 talks from 2030 to 2034, most of them in 2030 (4). Largest topics: Clay 4, Glass 1.'
    )
    assert all(svg['aria-hidden'] == 'true' for svg in drawn.select('svg'))
    assert not drawn.select('a, [tabindex]')
    details = found.select_one('details')
    assert details is not None
    assert details.select_one('summary + * table, summary + table') is not None


def test_a_topic_is_told_by_year(built: Built) -> None:
    found = picture(built.page('topics/clay'), 'sparkline')
    assert rows(found) == [['Year', 'Talks'], ['2030', '3'], ['2031', '0'], ['2032', '0'], ['2033', '0'], ['2034', '1']]
    assert [mark.get_text() for mark in found.select('text.meetup-drawn-number')] == ['3', '1']


def test_a_speaker_has_a_line_of_time(built: Built) -> None:
    found = picture(built.page('speakers/ann-example'), 'timeline')
    assert [hint.get_text() for hint in found.select('circle title')] == [
        'Feb 3, 2030: Clay kilns',
        'Feb 10, 2030: Clay bowls',
        'Nov 30, 2034: Clay tiles',
    ]
    assert rows(found)[1:] == [['2030', '2'], ['2031', '0'], ['2032', '0'], ['2033', '0'], ['2034', '1']]


def test_a_year_is_a_calendar(built: Built) -> None:
    found = picture(built.page('archive/2030'), 'calendar')
    assert len(found.select('svg')) == 12
    assert [day.get_text() for day in found.select('.meetup-drawn-day')] == ['3', '10']
    drawn = found.select_one('[role=img]')
    assert drawn is not None
    assert drawn['aria-label'] == 'Events of 2030: Feb 3, 2030: Pot Meetup #1; Feb 10, 2030: Pot Meetup #2'


@pytest.mark.parametrize(
    'page',
    [
        'topics/glass',  # one year
        'speakers/bo-sample',  # one day
        'speakers/di-placeholder',  # no day
        'series/pot-meetup',
        'reports/one',
    ],
)
def test_where_there_is_nothing_to_see_there_is_no_picture_and_no_style_sheet(built: Built, page: str) -> None:
    assert 'meetup-picture' not in built.read(f'{page}.html')


@pytest.mark.parametrize('page', ['index', 'topics/clay', 'speakers/ann-example', 'archive/2030'])
def test_the_style_sheet_goes_with_the_picture(built: Built, page: str) -> None:
    assert built.page(page).select_one('link[href*="meetup-pictures.css"]') is not None


@pytest.mark.parametrize(
    ('dates', 'head'),
    [
        (('2030-02-03', '2030-04-05'), ['February', 'March', 'April']),
        (('2030-11-03', '2031-04-05'), ['Q4 2030', 'Q1 2031', 'Q2 2031']),
        (('2030-11-03', '2033-04-05'), ['2030', '2031', '2032', '2033']),
    ],
)
def test_the_columns_follow_from_the_length_of_the_archive(
    tmp_path: Path, dates: tuple[str, str], head: list[str]
) -> None:
    files = {f'reports/{place}.md': report(place, date, 'Clay / Ann Example') for place, date in enumerate(dates, 1)}
    found = picture(Site(tmp_path / 'src', {'index.md': HOME, **files}, DOMAIN).build().page('index'), 'matrix')
    assert rows(found)[0][1:-1] == head


@pytest.mark.parametrize(
    'files', [{}, {'reports/one.md': report(1, '2030-02-03', 'Clay / Ann Example', 'Cups / Bo Sample')}]
)
def test_an_archive_of_one_month_or_of_nothing_has_no_picture(tmp_path: Path, files: dict[str, str]) -> None:
    built = Site(tmp_path / 'src', {'index.md': HOME, **files}, DOMAIN).build()
    assert 'meetup-picture' not in built.read('index.html')
    assert built.page('index').select_one('form[role=search]') is not None


@pytest.mark.parametrize(
    ('parts', 'shown'),
    [
        ('search', {'form'}),
        ('ways', {'ul'}),
        ('picture', {'figure'}),
        ('picture, search', {'form', 'figure'}),
        ('', {'form', 'ul', 'figure'}),
    ],
)
def test_a_page_shows_the_parts_it_asks_for(tmp_path: Path, parts: str, shown: set[str]) -> None:
    home = HOME.replace('```{archive}\n', f'```{{archive}}\n:parts: {parts}\n' if parts else '```{archive}\n')
    page = Site(tmp_path / 'src', {**REPORTS, 'index.md': home}, DOMAIN).build().page('index')
    found = {
        'form': page.select_one('form.meetup-search'),
        'ul': page.select_one('ul.meetup-ways'),
        'figure': page.select_one('figure.meetup-picture'),
    }
    assert {name for name, element in found.items() if element is not None} == shown


def test_an_unknown_part_is_said_and_everything_shown(tmp_path: Path) -> None:
    home = HOME.replace('```{archive}\n', '```{archive}\n:parts: pictures\n')
    built = Site(tmp_path / 'src', {**REPORTS, 'index.md': home}, DOMAIN).build()
    (said,) = (warning for warning in built.warnings if 'parts' in warning)
    assert said.startswith('index.md:3: WARNING: parts: the archive has no "pictures"; write some of: search, ways')
    assert built.page('index').select_one('figure.meetup-picture') is not None


@pytest.mark.parametrize(('builder', 'path'), [('text', 'index.txt'), ('latex', 'examples.tex'), ('man', 'examples.1')])
def test_where_there_is_no_html_the_numbers_are_a_table(tmp_path: Path, builder: str, path: str) -> None:
    built = Site(tmp_path / 'src', REPORTS, DOMAIN).build(builder)
    text = built.read(path)
    assert '2034' in text
    assert 'All talks' in text
    assert '<svg' not in text
    assert 'circle' not in text
