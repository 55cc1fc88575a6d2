"""Rows of timetables, people, by-lines, addresses and titles."""

from __future__ import annotations

import pytest
from cases import cases
from sphinx_meetup.model.records import Link, Person
from sphinx_meetup.reading.explicit import read_timetable
from sphinx_meetup.reading.kinds import split_kind
from sphinx_meetup.reading.links import bare_urls, is_web, link_kind, says_more
from sphinx_meetup.reading.names import event_name
from sphinx_meetup.reading.outline import Line
from sphinx_meetup.reading.people import byline, people
from sphinx_meetup.reading.rowlinks import part_links
from sphinx_meetup.reading.rows import read_row
from sphinx_meetup.reading.tables import Columns, read_cells, read_columns
from sphinx_meetup.reading.titles import DOUBTFUL, SURE, Titles, likeness


def _time(minutes: int | None) -> str:
    return '' if minutes is None else f'{minutes // 60:02}:{minutes % 60:02}'


@pytest.mark.parametrize(('row', 'expected'), cases('rows.md'))
def test_rows(row: str, expected: str) -> None:
    found = read_row(row, 7)
    if found is None:
        shown = ''
    elif found.problem is not None:
        assert found.problem.line == 7
        shown = found.problem.code.value
    else:
        slot = found.slot
        assert slot is not None
        names = ', '.join(person.text for person in slot.people)
        stated = '' if slot.stated is None else slot.stated
        shown = f'{_time(slot.start)}-{_time(slot.end)} | {names} | {slot.title} | {stated}'.rstrip()
    assert shown == expected


@pytest.mark.parametrize(('text', 'expected'), cases('people.md'))
def test_people(text: str, expected: str) -> None:
    found = [f'{p.name} | {p.handle} | {p.affiliation}'.rstrip() for p in people(text)]
    assert '\n'.join(found) == expected


@pytest.mark.parametrize(
    ('line', 'names'),
    [
        ('@hanako', ['@hanako']),
        ('@hanako さん', ['@hanako']),
        ('@hanako @taro', ['@hanako', '@taro']),
        ('by Jane Roe (Example Inc.)', ['Jane Roe']),
        ('By: Jane Roe', ['Jane Roe']),
        ('登壇者: 花子さん', ['花子']),
        ('登壇者: 花子さん。よい話でした', ['花子']),
        ('by Jane Roe. She likes pots', ['Jane Roe']),
        ('by Prof. J. Roe', ['Prof. J. Roe']),
        ('- 発表者：花子 (@hanako)', ['花子 (@hanako)']),
        ('Speaker: Jane Roe and John Doe', ['Jane Roe', 'John Doe']),
        ('@hanako said that it works', None),
        ('by', None),
        ('会場: 花子ビル', None),
        ('A sentence.', None),
        ('', None),
        ('@' + 'x' * 500, None),
    ],
)
def test_bylines(line: str, names: list[str] | None) -> None:
    found = byline(line)
    assert (None if found is None else [person.text for person in found]) == names


@pytest.mark.parametrize(
    ('header', 'columns'),
    [
        (['時間', '登壇者', 'タイトル'], Columns(0, 2, 1)),
        (['Time', 'Title', 'Speaker'], Columns(0, 1, 2)),
        (['Title', 'Time'], Columns(1, 0, -1)),
        (['時刻', '内容', '資料'], Columns(0, 1, -1)),
        (['Name', 'Age'], None),
        ([], None),
    ],
)
def test_columns(header: list[str], columns: Columns | None) -> None:
    assert read_columns(header) == columns


def _cells(*texts: str) -> list[Line]:
    return [Line(text, 4) for text in texts]


def test_cells() -> None:
    columns = Columns(0, 1, 2)
    read = read_cells(_cells('19:05-19:20', 'What a scheduler does (15min)', '花子さん'), columns)
    assert read is not None
    assert read.slot is not None
    assert (read.slot.title, read.slot.stated, read.slot.line) == ('What a scheduler does', 15, 4)
    assert read.slot.people == (Person('花子'),)
    assert read_cells(_cells('', '', ''), columns) is None
    unreadable = read_cells(_cells('later', 'x'), columns)
    assert unreadable is not None
    assert unreadable.problem is not None
    untitled = read_cells(_cells('19:00'), columns)
    assert untitled is not None
    assert untitled.problem is not None


def test_a_timetable_of_rows_and_a_table_keeps_its_order() -> None:
    text = '18:30 doors\n\n| Time | Title |\n|---|---|\n| 19:00 | A |\n\n20:00-20:10 - B\nno time\n'
    reading = read_timetable(text, 11)
    assert [(slot.title, slot.line) for slot in reading.slots] == [('doors', 11), ('A', 15), ('B', 17)]
    assert [(problem.code.value, problem.line) for problem in reading.problems] == [('row', 18)]


@pytest.mark.parametrize(
    ('text', 'urls'),
    [
        ('see https://example.com/a。次', ['https://example.com/a']),
        ('(https://example.com/a)', ['https://example.com/a']),
        ('https://example.com/a_(b)', ['https://example.com/a_(b)']),
        ('https://example.com/a).', ['https://example.com/a']),
        ('「https://example.com/」', ['https://example.com/']),
        ('https://a.example, https://b.example!', ['https://a.example', 'https://b.example']),
        ('https://例え.jp', []),
        ('https://', []),
        ('ftp://example.com', []),
    ],
)
def test_bare_addresses(text: str, urls: list[str]) -> None:
    found = bare_urls(text)
    assert [url.url for url in found] == urls
    assert all(text[url.begin : url.end] == url.url for url in found)


@pytest.mark.parametrize(
    ('url', 'kind'),
    [
        ('https://speakerdeck.com/x/y', 'slides'),
        ('https://www.slideshare.net/x/pots', 'slides'),
        ('https://www.slideshare.net/x', 'other'),
        ('https://www.youtube.com/user/x', 'other'),
        ('https://www.youtube.com/@x', 'other'),
        ('https://youtu.be/x', 'video'),
        ('https://group.connpass.com/event/1', 'event'),
        ('https://example.com', 'other'),
        ('https://speakerdeck.com.evil.example/', 'other'),
        ('javascript://youtube.com/%0aalert(1)', 'other'),
        ('https://[', 'other'),
        ('https://' + 'a.' * 1000, 'other'),
    ],
)
def test_kinds_of_links(url: str, kind: str) -> None:
    assert link_kind(url) == kind


def test_what_may_become_a_link() -> None:
    assert is_web('https://example.com')
    assert not any(map(is_web, ['javascript:alert(1)', '/etc/passwd', 'https:///x', '//example.com', '']))


@pytest.mark.parametrize(
    ('title', 'name'),
    [
        ('Example Meetup #9 レポート', 'Example Meetup #9'),
        ('Example Meetup #9 に参加しました', 'Example Meetup #9'),
        ('Example Meetup #9 参加レポート', 'Example Meetup #9'),
        ('Example Meetup #9 - Notes', 'Example Meetup #9'),
        ('Footnotes', 'Footnotes'),
        ('レポート', 'レポート'),
        ('ＧＯ勉強会 レポート', 'ＧＯ勉強会'),
        ('', ''),
    ],
)
def test_names_of_events(title: str, name: str) -> None:
    assert event_name(title) == name


@pytest.mark.parametrize(
    ('heading', 'expected'),
    [
        ('LT: Cats', ('lt', 'Cats')),
        ('LT1：Cats', ('lt', 'Cats')),
        ('【LT】 Cats', ('lt', 'Cats')),
        ('ライトニングトーク: 猫', ('lt', '猫')),
        ('LT', ('', 'LT')),
        ('LTS releases', ('', 'LTS releases')),
        ('Keynote: Cats', ('keynote', 'Cats')),
        ('Cats', ('', 'Cats')),
    ],
)
def test_kinds_of_talks(heading: str, expected: tuple[str, str]) -> None:
    assert split_kind(heading) == expected


def test_likeness() -> None:
    assert likeness('Adrian’s keynote', "adrian's Keynote!") == 1
    assert likeness('Ｋｕｂｅ　入門', 'kube入門') == 1
    assert likeness('Deploying a thousand times', 'Deploying a thouthand times') >= SURE
    assert DOUBTFUL <= likeness('Scheduling pods by weight', 'Scheduling by weights') < SURE
    assert likeness('Cats', 'Something else entirely') < DOUBTFUL
    assert likeness('', '') == 0


def test_comparing_titles_stops_at_its_budget() -> None:
    titles = Titles('ab' * 90 + chr(0x4E00 + n) * 10 for n in range(3000))
    for n in range(50):
        assert not titles.has('ba' * 90 + chr(0x6E00 + n) * 10, 0.99)
    assert titles.spent
    assert titles.has('AB' * 90 + chr(0x4E00) * 10, SURE)


@pytest.mark.parametrize(
    ('label', 'more'),
    [
        ('Cats at scale', True),
        ('猫の話', True),
        ('slides', False),
        ('スライド', False),
        ('動画', False),
        ('https://speakerdeck.com/a/b', False),
        ('…', False),
        ('', False),
    ],
)
def test_words_on_a_link(label: str, more: bool) -> None:  # noqa: FBT001 - a case
    assert says_more(label) is more


@pytest.mark.parametrize(
    ('text', 'links', 'expected'),
    [
        ('Pots (slides)', ['slides'], 'Pots'),
        ('Pots (slides, video)', ['slides', 'video'], 'Pots'),
        ('Pots [資料: スライド]', ['スライド'], 'Pots'),
        ('Pots（資料）と皿', ['資料'], 'Potsと皿'),
        ('Pots https://example.com/u', [''], 'Pots'),
        ('ann, slides, Pots', ['slides'], 'ann, Pots'),
        ('Pots and pans', ['pans'], 'Pots and pans'),
        ('slides', ['slides'], 'slides'),
        ('Slides that speak (slides)', ['slides'], 'Slides that speak'),
        ('Pots', ['slides'], 'Pots'),
    ],
)
def test_words_that_only_name_a_link_go(text: str, links: list[str], expected: str) -> None:
    given = [Link('https://example.com/u', label) for label in links]
    assert part_links(text, [*given, Link('u.md', 'Pots')]) == (expected, tuple(given))
