"""Corrections: what ``meetup:`` gives of rows and talks, and that it wins over whatever the text says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sphinx_meetup.commands.read import understand
from sphinx_meetup.model.problems import Code
from sphinx_meetup.model.records import Link, Person
from sphinx_meetup.reading.report import Reading, read_report

if TYPE_CHECKING:
    from sphinx_meetup.commands.understood import Understood

TEXT = """
## About

Date: 2001-01-01 18:00-22:00

URL: https://connpass.com/old

Venue: Old Hall

Hashtag: #old

## Timetable

19:00-19:20 - Ana, Kettles

19:20-19:40 - Bo, Lids

## Kettles

by Ana

https://speakerdeck.com/ana/old

## Lids: a history

by Bo

## Thoughts

It was good.
"""


def read(meetup: str, text: str = TEXT) -> Reading:
    inner = ''.join(f'  {line}\n' for line in meetup.strip('\n').split('\n'))
    return read_report(f'---\ntitle: Kettle Night 3\nmeetup:\n{inner}---\n{text}')


def understood(meetup: str, text: str = TEXT) -> Understood:
    inner = ''.join(f'  {line}\n' for line in meetup.strip('\n').split('\n'))
    return understand(f'---\ntitle: Kettle Night 3\nmeetup:\n{inner}---\n{text}'.encode(), 'Asia/Tokyo')


# -- every fact ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ('meetup', 'what', 'value'),
    [
        ('title: New', 'title', 'New'),
        ('id: new-1', 'id', 'new-1'),
        ('date: 2031-05-06', 'date', '2031-05-06'),
        ('start: 18:30', 'start', 18 * 60 + 30),
        ('end: 00:30', 'end', 24 * 60 + 30),
        ('timezone: Europe/Berlin', 'timezone', 'Europe/Berlin'),
        ('url: https://example.com/new', 'url', 'https://example.com/new'),
        ('venue: New Hall', 'venue', 'New Hall'),
        ('hashtag: new', 'hashtag', 'new'),
        ('series: Kettles', 'series', 'Kettles'),
        ('number: III', 'number', 'III'),
        ('topics: [a, "b, c"]', 'topics', ('a', 'b, c')),
        ('author: Dee', 'author', 'Dee'),
        ('published: 2031-05-07', 'published', '2031-05-07'),
        ('source: https://example.com/s', 'source', 'https://example.com/s'),
        ('lang: en', 'lang', 'en'),
    ],
)
def test_a_fact_of_the_event_wins(meetup: str, what: str, value: Any) -> None:
    found = understood(meetup)
    told = getattr(found.assembled.event, what)
    assert (told.isoformat() if what in {'date', 'published'} else told) == value
    assert {fact.name: fact.certainty for fact in found.event_facts}[what] == 'given'
    assert found.problems == ()


@pytest.mark.parametrize(
    ('keys', 'what', 'value'),
    [
        ('heading: "Lids: a history"', 'title', 'X'),
        ('heading: "Lids: a history"\nspeakers: Cy', 'people', (Person('Cy'),)),
        ('heading: "Lids: a history"\nspeakers: []', 'people', ()),
        ('heading: Kettles\nslides: https://example.com/k', 'slides', (Link('https://example.com/k'),)),
        ('heading: Kettles\nslides: []', 'slides', ()),
        ('heading: Kettles\nslides: {url: "https://a.b/k", label: Deck}', 'slides', (Link('https://a.b/k', 'Deck'),)),
        ('heading: Kettles\nvideo: https://youtu.be/k', 'videos', (Link('https://youtu.be/k'),)),
        ('heading: Kettles\nkind: Keynote', 'kind', 'keynote'),
        ('heading: Kettles\ntopics: [a]', 'topics', ('a',)),
        ('heading: Kettles\nid: talk-k', 'id', 'talk-k'),
        ('heading: Kettles\nslot: 19:20', 'start', 19 * 60 + 20),
        ("heading: Kettles\nslot: '#2'", 'start', 19 * 60 + 20),
        ('heading: Kettles\nslot: 21:00-21:10', 'start', 21 * 60),
    ],
)  # fmt: skip
def test_a_fact_of_a_talk_wins(keys: str, what: str, value: Any) -> None:
    found = understood('talks:\n  - title: X\n' + ''.join(f'    {line}\n' for line in keys.split('\n')))
    (talk,) = found.assembled.talks
    if what == 'people' and not value:
        assert found.reading.talks[0].people == ()
    else:
        assert getattr(talk, what) == value
    assert found.talk_facts[0].certainty == 'given'
    assert found.problems == ()


def test_a_directive_wins_over_front_matter() -> None:
    directives = '\n```{event} Said\n:venue: Third Hall\n```\n\n```{timetable}\n20:00 - Cups\n```\n'
    found = understood('title: Given\nvenue: New\nurl: https://example.com/new\ntimetable: [21:00 - Pots]', directives)
    event = found.assembled.event
    assert (event.title, event.venue, event.url) == ('Said', 'Third Hall', 'https://example.com/new')
    assert [slot.title for slot in event.slots] == ['Cups']


# -- rows ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ('row', 'expected'),
    [
        ('19:05-19:20 - Ana, Kettles (15min)', {'end': 1160, 'title': 'Kettles', 'people': (Person('Ana'),)}),
        ('{start: 19:05, title: "Ana, Kettles (15min)"}', {'title': 'Ana, Kettles (15min)', 'people': ()}),
        ('{start: 19:05, end: 25:10, title: A}', {'end': 25 * 60 + 10}),
        ('{start: 19:05, minutes: 15, title: A}', {'end': None, 'stated': 15}),
        ('{start: 19:05, title: A, kind: Break}', {'kind': 'break'}),
        ('{start: 19:05, title: A, note: Room B}', {'note': 'Room B'}),
        ('{start: 19:05, title: A, speakers: [Ana (@ana)]}', {'people': (Person('Ana', 'ana'),)}),
        ('{start: 19:05, title: A, speakers: [{name: "Bo & Cy"}]}', {'people': (Person('Bo & Cy'),)}),
        ('{start: 19:05, title: A, speakers: {handle: "@a", affiliation: T}}', {'people': (Person('', 'a', 'T'),)}),
        ('{start: 19:05, title: A, slides: "https://slides.com/a"}', {'links': (Link('https://slides.com/a'),)}),
        ('{start: 19:05, title: A, slides: "https://a.b/c"}', {'links': (Link('https://a.b/c', 'slides'),)}),
        ('{start: 19:05, title: A, video: "https://a.b/c"}', {'links': (Link('https://a.b/c', 'video'),)}),
        ('{start: 19:05, title: A, links: {url: "https://a.b", label: x}}', {'links': (Link('https://a.b', 'x'),)}),
        ('{start: 19:05, speakers: Ana}', {'title': '', 'people': (Person('Ana'),)}),
    ],
)  # fmt: skip
def test_rows(row: str, expected: dict[str, Any]) -> None:
    found = read(f'timetable:\n  - {row}')
    (slot,) = found.slots
    assert {name: getattr(slot, name) for name in expected} == expected
    assert (slot.start, slot.line, slot.certainty) == (19 * 60 + 5, 5, 'given')
    assert found.problems == ()


@pytest.mark.parametrize(
    ('row', 'code', 'words'),
    [
        ('{title: A}', Code.FRONT_MATTER, 'start: 19:05'),
        ('{start: 19:75, title: A}', Code.TIME, '"19:75" is no time'),
        ('{start: 19:00}', Code.FRONT_MATTER, 'needs a title'),
        ('{start: 19:00, title: A, minutes: long}', Code.FRONT_MATTER, '"long"'),
        ('{start: 19:00, title: A, kind: nap}', Code.FRONT_MATTER, 'talk, break, other'),
        ('{start: 19:00, title: A, speaker: x}', Code.FRONT_MATTER, 'known are start, end'),
        ('{start: 19:00, title: A, speakers: [{nick: x}]}', Code.FRONT_MATTER, 'no fact of a person'),
        ('{start: 19:00, title: A, slides: "javascript:x"}', Code.FRONT_MATTER, 'no web address'),
        ('[19:00, A]', Code.ROW, 'a row is a text or a mapping'),
        ('soon A', Code.ROW, 'begins with no time'),
    ],
)
def test_rows_that_cannot_be_read_are_said(row: str, code: Code, words: str) -> None:
    problems = read(f'timetable:\n  - {row}').problems
    assert {problem.line for problem in problems} == {5}
    assert [problem for problem in problems if problem.code is code and words in problem.message]


@pytest.mark.parametrize(
    ('rows', 'stands_in'),
    [
        ('[19:00 - Kettles, 19:20 - Lids, 19:40 - Cups]', True),
        ('[19:20 Bo / Lids, 19:00 Ana / Kettles]', True),
        ('[19:00 - Kettles, 20:20 - Lids]', False),
        ('[19:00 - Kettles]', False),
        ('[]', False),
    ],
)
def test_rows_stand_in_where_they_say_all_that_the_text_says(rows: str, stands_in: bool) -> None:  # noqa: FBT001
    found = read(f'timetable: {rows}')
    lines = [number for number, line in enumerate(TEXT.split('\n'), 6) if line.startswith('19:')]
    assert found.timetable_line == (lines[0] if stands_in else 0)
    assert found.used & set(lines) == (set(lines) if stands_in else set())


# -- talks ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ('talks', 'titles'),
    [
        ('- Kettles', ['Kettles']),
        ('- "Lids: a history"', ['Lids: a history']),
        ('- {title: Lids, heading: "lids a history"}', ['Lids']),
        ('- {heading: Kettles}', ['Kettles']),
        ('- Lids', ['Lids']),
        ("- {title: Kettles, heading: ''}", ['Kettles']),
        ('- Thoughts\n  - Kettles', ['Kettles', 'Thoughts']),
    ],
)
def test_talks_and_their_places(talks: str, titles: list[str]) -> None:
    found = read(f'talks:\n  {talks}')
    assert [talk.title for talk in found.talks] == titles
    assert found.problems == ()


def test_a_talk_of_a_row_needs_no_heading() -> None:
    found = understood('talks:\n  - title: Lids\n    slides: https://example.com/lids')
    (talk,) = found.assembled.talks
    assert found.reading.talks[0].listed
    assert (talk.start, talk.people, talk.slides) == (1160, (Person('Bo'),), (Link('https://example.com/lids'),))
    assert found.reading.talks[0].line == 5


@pytest.mark.parametrize(
    ('talks', 'words'),
    [
        ('- {title: X, heading: Nowhere}', 'no heading is called "Nowhere"'),
        ('- Spouts', 'no heading is called "Spouts"'),
        ('- {speakers: [Ana]}', 'needs a title'),
        ('- {title: X, heading: Kettles}\n  - Kettles', 'listed twice'),
        ('- {title: X, heading: Kettles, nth: 2}', 'no heading'),
        ('- {title: X, heading: Kettles, nth: first}', 'no heading'),
        ('- {title: Kettles, slides: [[x]]}', 'no web address'),
        ('- {title: Kettles, speakers: [[x]]}', 'speakers are names'),
        ("- {title: Kettles, slot: '#9'}", 'no row #9'),
    ],
)
def test_talks_that_cannot_be_found_are_said(talks: str, words: str) -> None:
    found = understood(f'talks:\n  {talks}')
    assert [problem for problem in found.problems if words in problem.message and problem.line]


def test_a_title_of_marks_leaves_the_rows_alone() -> None:
    talks = 'talks:\n  - {title: "…", heading: Kettles}'
    found = understood(f'timetable:\n  - {{start: 19:00, title: Kettles, speakers: [Ana]}}\n{talks}')
    assert [slot.title for slot in found.assembled.event.slots] == ['Kettles']
