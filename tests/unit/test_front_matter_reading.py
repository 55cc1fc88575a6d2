"""Front matter as text, and what ``meetup:`` in it overrides."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sphinx_meetup.model.problems import Code
from sphinx_meetup.reading.facts import from_front_matter, from_meetup
from sphinx_meetup.reading.frontmatter import FrontMatter, read_front_matter
from sphinx_meetup.reading.report import Reading, read_report

TALKS = '\n## A scheduler\n\n@hanako\n\nNotes.\n\n## A volume\n\n@taro\n\nNotes.\n'


def front(body: str) -> FrontMatter:
    return read_front_matter(f'---\n{body}\n---\ntext\n')


def read(body: str, text: str = TALKS) -> Reading:
    return read_report(f'---\n{body}\n---\n{text}')


@pytest.mark.parametrize(
    ('body', 'values'),
    [
        ('start: 19:00', {'start': '19:00'}),
        ('id: 0572', {'id': '0572'}),
        ('draft: yes', {'draft': 'yes'}),
        ('date: 2018-01-13T00:30:00+09:00', {'date': '2018-01-13T00:30:00+09:00'}),
        ('title: ~', {'title': ''}),
        ("title: 'a: b'", {'title': 'a: b'}),
        ('tags: [a, b]', {'tags': ['a', 'b']}),
        ('tags:\n  - a\n  - b: c', {'tags': ['a', {'b': 'c'}]}),
        ('x: !!python/object/apply:os.system [id]', {'x': ['id']}),
        ('? [a, b]\n: c\nd: e', {'d': 'e'}),
        ('', {}),
    ],
)
def test_values_are_texts(body: str, values: dict[str, Any]) -> None:
    read = front(body)
    assert read.values == values
    assert read.problems == ()


def test_lines() -> None:
    read = front('title: x\n\nmeetup:\n  date: 2018-01-12\n  talks:\n    - a\n    - b')
    assert read.lines == {
        'title': 2, 'meetup': 4, 'meetup.date': 5, 'meetup.talks': 6, 'meetup.talks.0': 7, 'meetup.talks.1': 8,
    }  # fmt: skip
    assert read.end == 10


@pytest.mark.parametrize(
    'text', ['', 'text', '---', '---\ntitle: never closed\n', '----\na: b\n---\n', '\n---\na: b\n---\n']
)
def test_no_front_matter(text: str) -> None:
    assert read_front_matter(text) == FrontMatter()


def test_a_broken_block_keeps_its_title() -> None:
    read = front('title: [Report] Meetup #9\ndate: 2018-01-13\nauthor: hanako')
    assert (read.text('title'), read.text('author')) == ('[Report] Meetup #9', 'hanako')
    (problem,) = read.problems
    assert problem.code is Code.FRONT_MATTER
    assert problem.line in {2, 3}


@pytest.mark.parametrize(
    'body',
    [
        '\n'.join(['a: &a0 [x, x]'] + [f'b{n}: &a{n + 1} [*a{n}, *a{n}, *a{n}, *a{n}]' for n in range(30)]),
        'a: &a [*a]',
        'a: ' + '[' * 500 + ']' * 500,
        'a: ' + '[' * 50_000,
        'a: ' + '{a: ' * 5000,
        '\n'.join(f'k{n}: v' for n in range(6000)),
    ],
    ids=['aliases', 'itself', 'deep', 'deeper', 'maps', 'large'],
)
def test_a_bomb_is_refused(body: str) -> None:
    (problem,) = front(body).problems
    assert problem.code is Code.FRONT_MATTER


def test_a_bomb_in_a_key_is_passed_over() -> None:
    keys = ['? &a0 [x, x]\n: y'] + [f'? &a{n + 1} [*a{n}, *a{n}, *a{n}, *a{n}]\n: y' for n in range(30)]
    assert front('\n'.join([*keys, 'title: x'])).values == {'title': 'x'}


@pytest.mark.parametrize('body', ['- a\n- b', 'just text'])
def test_no_mapping(body: str) -> None:
    (problem,) = front(body).problems
    assert problem.code is Code.FRONT_MATTER


def test_the_keys_of_blogs() -> None:
    keys = [
        'title: "Example #1 レポート"',
        'date: 2018-01-13',
        'author: hanako',
        'tags: [a, b]',
        'topics: b, c',
        'layout: post',
    ]
    draft, problems = from_front_matter(front('\n'.join(keys)))
    assert problems == []
    assert draft.title is not None
    assert (draft.title.value, draft.title.line) == ('Example #1', 2)
    assert draft.published is not None
    assert draft.published.value == date(2018, 1, 13)
    assert draft.topics is not None
    assert draft.topics.value == ('a', 'b', 'c')
    assert draft.date is None


@pytest.mark.parametrize(
    ('line', 'value'),
    [
        ('id: example-1', 'example-1'),
        ('title: Example レポート', 'Example レポート'),
        ('date: 2018-01-12', date(2018, 1, 12)),
        ('start: 19:00', 1140),
        ('end: 1260', 1260),
        ('timezone: Europe/Berlin', 'Europe/Berlin'),
        ('url: https://example.com/e', 'https://example.com/e'),
        ('venue: Hall', 'Hall'),
        ("hashtag: '#ex'", 'ex'),
        ('author: hanako', 'hanako'),
        ('published: 2018-02-01', date(2018, 2, 1)),
        ('source: https://example.com/s', 'https://example.com/s'),
        ('lang: en', 'en'),
        ('topics: [x, y]', ('x', 'y')),
    ],
)
def test_every_fact_can_be_overridden(line: str, value: object) -> None:
    text = (
        '## About\n\nDate: 2001-01-01 10:00-11:00\n\nURL: https://connpass.com/old\n\nVenue: Old\n\nHashtag: #old\n'
        + TALKS
    )
    reading = read(f'title: Old\ndate: 2001-01-02\nauthor: old\nlang: fr\ntags: old\nmeetup:\n  {line}', text)
    name = line.partition(':')[0]
    found = getattr(reading.event, name)
    assert (found.value, found.line, found.rule) == (value, 8, f'front matter: meetup.{name}')
    assert reading.problems == ()


@pytest.mark.parametrize(
    ('line', 'code'),
    [
        ('date: 2018-02-30', Code.DATE),
        ('published: soon', Code.DATE),
        ('start: 19:75', Code.TIME),
        ('end: 19:00-20:00', Code.TIME),
        ('timezone: Nowhere/Town', Code.FRONT_MATTER),
        ('url: javascript:alert(1)', Code.FRONT_MATTER),
        ('id: <b>', Code.ID),
        ('id: id3', Code.ID),
        ('venue: [a]', Code.FRONT_MATTER),
        ('vennue: x', Code.FRONT_MATTER),
    ],
)
def test_what_cannot_be_read_is_said(line: str, code: Code) -> None:
    draft, (problem,) = from_meetup(front(f'meetup:\n  {line}'))
    assert (problem.code, problem.line) == (code, 3)
    assert getattr(draft, line.partition(':')[0], None) is None


def test_a_list_is_no_mapping() -> None:
    _, (problem,) = from_meetup(front('meetup:\n  - a'))
    assert problem.code is Code.FRONT_MATTER


@pytest.mark.parametrize('word', ['false', 'no', 'off', 'False'])
def test_a_page_can_be_left_alone(word: str) -> None:
    reading = read(f'title: Prose\nmeetup: {word}')
    assert not reading.enabled
    assert reading.title == 'Prose'
    assert reading.talks == ()
    assert reading.event.title is None


def test_a_given_timetable() -> None:
    reading = read('meetup:\n  timetable:\n    - 19:00-19:10 hanako, A scheduler\n    - 19:10 A volume\n    - later B')
    assert [(slot.title, slot.line) for slot in reading.slots] == [('A scheduler', 4), ('A volume', 5)]
    assert [(problem.code, problem.line) for problem in reading.problems] == [(Code.ROW, 6)]


def test_a_given_timetable_as_one_text() -> None:
    reading = read('meetup:\n  timetable: |\n    19:00 A\n    19:10 B')
    assert [slot.title for slot in reading.slots] == ['A', 'B']


def test_given_talks() -> None:
    body = """\
meetup:
  talks:
    - Thoughts
    - title: A scheduler
      speakers: [Jane Roe (@jane), '@taro']
      slides: https://example.com/deck.pdf
      video: https://example.com/v
      topics: [x]
      slot: 19:00
      kind: Keynote
      id: scheduler"""
    reading = read(body, TALKS + '\n## Thoughts\n\nIt was good.\n')
    scheduler, thoughts = reading.talks
    assert thoughts.title == 'Thoughts'
    assert [person.text for person in scheduler.people] == ['Jane Roe (@jane)', '@taro']
    assert [link.url for link in (*scheduler.slides, *scheduler.videos)] == [
        'https://example.com/deck.pdf', 'https://example.com/v',
    ]  # fmt: skip
    assert (scheduler.topics, scheduler.slot, scheduler.kind, scheduler.id) == (('x',), '19:00', 'keynote', 'scheduler')
    assert [left.title for left in reading.left] == ['A volume']


def test_no_talks_at_all() -> None:
    reading = read('meetup:\n  talks: []')
    assert reading.talks == ()
    assert len(reading.left) == 2
    assert reading.problems == ()


@pytest.mark.parametrize(
    'body',
    [
        'talks:\n    - Nowhere to be found',
        'talks:\n    - A volume\n    - A volume',
        'talks:\n    - {title: A volume, slides: "javascript:alert(1)"}',
        'talks:\n    - {title: A volume, speaker: x}',
        'talks: A volume',
    ],
)
def test_talks_that_cannot_be_given(body: str) -> None:
    problems = read(f'meetup:\n  {body}').problems
    assert [problem.code for problem in problems] == [Code.FRONT_MATTER]
    assert all(talk.slides == () for talk in read(f'meetup:\n  {body}').talks)


@pytest.mark.parametrize(
    ('line', 'key', 'value', 'said'),
    [
        ('title: Example Meetup #9 レポート', 'title', 'Example Meetup #9 レポート', True),
        ("title: 'Example Meetup #9'", 'title', 'Example Meetup #9', False),
        ('title: Example Meetup # a note', 'title', 'Example Meetup', False),
        ('title: Example Meetup#9', 'title', 'Example Meetup#9', False),
        ('hashtag: #example', 'hashtag', '#example', True),
        ('title: "Example" #9', 'title', 'Example', False),
    ],
)
def test_a_number_sign_is_no_comment(line: str, key: str, value: str, said: bool) -> None:  # noqa: FBT001
    front = read_front_matter(f'---\nid: 1\n{line}\n---\n')
    assert front.text(key) == value
    assert [problem.line for problem in front.problems] == ([3] if said else [])


@pytest.mark.parametrize('value', ['', '~', 'null'])
@pytest.mark.parametrize('key', ['venue', 'date', 'hashtag', 'start'])
def test_a_key_without_a_value_says_nothing(key: str, value: str) -> None:
    draft, problems = from_meetup(read_front_matter(f'---\nmeetup:\n  {key}: {value}\n---\n'))
    assert (getattr(draft, key), problems) == (None, [])


@pytest.mark.parametrize(
    ('line', 'words'),
    [('meetup: flase', '"meetup: false"'), ('meetup: {venu: Hall}', 'did you mean "venue"?'), ('meetup: true', '')],
)
def test_a_slip_in_the_meetup_key_is_said(line: str, words: str) -> None:
    _, problems = from_meetup(read_front_matter(f'---\n{line}\n---\n'))
    assert [words in problem.message for problem in problems] == ([True] if words else [])


@pytest.mark.parametrize(
    ('line', 'event'),
    [
        ('event: pot-meetup-1', 'pot-meetup-1'),
        ('event: meetup', None),
        ('event: Pot Meetup', None),
        ('event: https://example.connpass.com/event/1/', None),
        ('event: [a-b]', None),
    ],
)
def test_an_event_may_be_named_by_its_id(line: str, event: str | None) -> None:
    draft, problems = from_front_matter(front(line))
    assert problems == []
    assert (draft.id.value if draft.id else None) == event
