"""Front matter of many tools: what it says, where it ends, and what it means for the event."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sphinx_meetup.model.problems import Code
from sphinx_meetup.reading.facts import draft_mark, from_front_matter
from sphinx_meetup.reading.frontmatter import FrontMatter, front_matter_lines, read_front_matter
from sphinx_meetup.reading.report import read_report

BODY = '\nThe post.\n'


def yaml(body: str) -> FrontMatter:
    return read_front_matter(f'---\n{body}\n---\n{BODY}')


@pytest.mark.parametrize(
    ('head', 'values'),
    [
        ('---\ntitle: Tea\n---\n', {'title': 'Tea'}),
        ('---\ntitle: Tea\n...\n', {'title': 'Tea'}),
        ('+++\ntitle = "Tea"\n+++\n', {'title': 'Tea'}),
        (
            '+++\ntitle = "Tea"\ndate = 2018-01-13T09:00:00+09:00\n+++\n',
            {'title': 'Tea', 'date': '2018-01-13T09:00:00+09:00'},
        ),
        (
            '+++\ndate = 2018-01-13\nweight = 3\ndraft = false\n+++\n',
            {'date': '2018-01-13', 'weight': '3', 'draft': 'false'},
        ),
        (
            '+++\ntags = ["a", "b"]\n[taxonomies]\ntags = ["c"]\n+++\n',
            {'tags': ['a', 'b'], 'taxonomies': {'tags': ['c']}},
        ),
        ('+++\n+++\n', {}),
        (
            '{\n  "title": "Tea",\n  "tags": ["a"],\n  "draft": true,\n  "weight": null\n}\n',
            {'title': 'Tea', 'tags': ['a'], 'draft': 'true', 'weight': ''},
        ),
        ('"title": "Tea",\n"date": "2018-01-13"\n;;;\n', {'title': 'Tea', 'date': '2018-01-13'}),
        ('title: Tea\ndate: 2018/01/13 09:00:00\n---\n', {'title': 'Tea', 'date': '2018/01/13 09:00:00'}),
        ('title: Tea\ntags:\n- a\n- b\n---\n', {'title': 'Tea', 'tags': ['a', 'b']}),
        (
            'Title: Tea\nDate: 2018-01-13 09:00\nCategory: Go\n',
            {'Title': 'Tea', 'Date': '2018-01-13 09:00', 'Category': 'Go'},
        ),
        (
            '---\nTitle: Tea\nCategory:\n- Go\nCustomPath: 2018/tea\n---\n',
            {'Title': 'Tea', 'Category': ['Go'], 'CustomPath': '2018/tea'},
        ),
    ],
)
def test_forms(head: str, values: dict[str, Any]) -> None:
    front = read_front_matter(head + BODY)
    assert front.values == values
    assert front.problems == ()
    assert front.end == head.count('\n') + 1
    assert front_matter_lines(head + BODY) == head.count('\n')


@pytest.mark.parametrize(
    'text',
    [
        'The post.\n',
        'title: alone\n\nThe post.\n',
        'title: alone\n---\n\nA heading, to Markdown.\n',
        'Note: this is\nWarning: that is\n---\n',
        'date: 2018-01-12\nvenue: somewhere\n',
        '{% raw %}\n',
        '{{< note >}}\n',
        '{"a": \n',
        '{} and more\n',
        '[1, 2]\n',
        '+++\nnever = "closed"\n',
        '"quoted": beginning\nof a post\n',
        'title: x\nSome prose follows at once.\nauthor: y\n---\n',
    ],
)
def test_no_front_matter(text: str) -> None:
    assert read_front_matter(text) == FrontMatter()
    assert front_matter_lines(text) == 0


def test_lines_of_keys() -> None:
    toml = read_front_matter('+++\ntitle = "x"\n[meetup]\ndate = 2018-01-12\n+++\n')
    assert toml.lines == {'title': 2, 'meetup': 3, 'meetup.date': 4}
    assert read_front_matter('{\n"title": "x",\n"date": "y"\n}\n').lines == {'title': 2, 'date': 3}
    assert read_front_matter('title: x\ndate: y\n---\n').lines == {'title': 1, 'date': 2}


def test_a_fact_in_toml_overrides() -> None:
    reading = read_report('+++\ntitle = "Old"\n[meetup]\ntitle = "New"\nnumber = 7\nseries = "Night"\n+++\n\nx\n')
    event = reading.event
    assert event.title is not None
    assert event.series is not None
    assert event.number is not None
    assert (event.title.value, event.title.line, event.title.certainty) == ('New', 4, 'given')
    assert (event.series.value, event.number.value, event.number.certainty) == ('Night', '7', 'given')
    assert reading.problems == ()


@pytest.mark.parametrize(
    'body',
    [
        'title = Tea and cake\ndate = 2018-01-13\ntags = ["a", "b"]',
        'title = "Tea and cake"\ndate = 2018-01-13\ntags = ["a", "b"]\ndate = twice',
    ],
)
def test_what_is_no_toml_is_told_line_by_line(body: str) -> None:
    front = read_front_matter(f'+++\n{body}\n+++\n')
    assert (front.text('title'), front.text('date'), front.values['tags']) == ('Tea and cake', '2018-01-13', ['a', 'b'])
    (problem,) = front.problems
    assert (problem.code, problem.line > 1) == (Code.FRONT_MATTER, True)


@pytest.mark.parametrize(
    'text',
    [
        '+++\na = ' + '[' * 9000 + '\n+++\n',
        '+++\na = ' + '9' * 5000 + '\n+++\n',
        '+++\n' + 'a.b = 1\n' * 4000 + '+++\n',
        '{"a": ' + '[' * 9000,
        '{"a": ' + '[' * 900 + ']' * 900 + '}\n',
    ],
    ids=['brackets', 'digits', 'long', 'json', 'closed json'],
)
def test_a_bomb_in_another_form_is_refused(text: str) -> None:
    read_front_matter(text + 'text\n')


@pytest.mark.parametrize(
    ('body', 'topics'),
    [
        ('tags: [Go, Rust]', ('Go', 'Rust')),
        ('tags: go, rust', ('go', 'rust')),
        ('layout: post\ntags: go Rust', ('go', 'Rust')),
        ('tags: go rust', ('go', 'rust')),
        ('tags: Machine Learning', ('Machine Learning',)),
        ('categories:\n- [Web, CSS]\n- Web', ('Web', 'CSS')),
        ('tags: [Go]\ncategories: [go]\nkeywords: GO, "#GoNight"', ('Go', 'GoNight')),
        ('topics: ["go"]\ntype: tech', ('go',)),
        ('taxonomies:\n  tags: [go]', ('go',)),
        ('event_tags: [go]', ('go',)),
        ('tags: [blog, イベント, 勉強会, Report, 未分類, 2025, go]', ('go',)),
        ('tags: [blog]', None),
        ('tags:', None),
    ],
)
def test_topics(body: str, topics: tuple[str, ...] | None) -> None:
    draft, _ = from_front_matter(yaml(body))
    assert (draft.topics.value if draft.topics else None) == topics


@pytest.mark.parametrize(
    ('body', 'author'),
    [
        ('author: hanako', 'hanako'),
        ('author:\n  name: Hanako\n  url: https://example.com', 'Hanako'),
        ('authors: [hanako, taro]', 'hanako, taro'),
        ('authors:\n- name: Hanako\n- handle: taro', 'Hanako, taro'),
        ('Author: hanako', 'hanako'),
        ('authorAvatar: x.png', None),
    ],
)
def test_authors(body: str, author: str | None) -> None:
    draft, _ = from_front_matter(yaml(body))
    assert (draft.author.value if draft.author else None) == author


@pytest.mark.parametrize(
    'line',
    [
        'date: 2018-01-13',
        'published: 2018-01-13T21:11:00+09:00',
        'published_at: 2018-01-13 09:00',
        "post_date: '2018-01-13 09:00:00'",
        'pubDate: Sat, 13 Jan 2018 09:00:00 +0900',
        'created_at: 2018/1/13',
        'pubDatetime: 2018-01-13T00:38:07.088Z',
        'Date: 01/13/2018 09:00:00',
    ],
)
def test_the_day_of_publication(line: str) -> None:
    draft, _ = from_front_matter(yaml(f'published_by: x\n{line}'))
    assert draft.published is not None
    assert (draft.published.value, draft.published.line) == (date(2018, 1, 13), 3)


def test_published_true_is_no_day() -> None:
    draft, problems = from_front_matter(yaml('published: true'))
    assert (draft.published, problems) == (None, [])


@pytest.mark.parametrize(
    ('body', 'source', 'url'),
    [
        ('canonical_url: https://example.com/a', 'https://example.com/a', None),
        ('canonicalURL: https://example.com/a', 'https://example.com/a', None),
        ('original: https://example.com/a', 'https://example.com/a', None),
        ('URL: https://example.com/a\nEditURL: https://example.com/edit', 'https://example.com/a', None),
        ('url: /2018/a', None, None),
        ('permalink: /2018/a', None, None),
        ('event_url: https://tea.connpass.com/event/1/', None, 'https://tea.connpass.com/event/1/'),
        ('link: https://tea.connpass.com/event/1/', None, 'https://tea.connpass.com/event/1/'),
        ('link: https://example.com/', None, None),
    ],
)
def test_addresses(body: str, source: str | None, url: str | None) -> None:
    draft, problems = from_front_matter(yaml(body))
    assert (draft.source.value if draft.source else None, draft.url.value if draft.url else None) == (source, url)
    assert problems == []


@pytest.mark.parametrize(
    ('line', 'is_draft'),
    [
        ('draft: true', True),
        ('Draft: yes', True),
        ('draft: "true"', True),
        ('published: false', True),
        ('private: true', True),
        ('status: draft', True),
        ('status: 下書き', True),
        ('ignorePublish: true', True),
        ('draft: false', False),
        ('draft:', False),
        ('published: true', False),
        ('published: 2018-01-13', False),
        ('status: publish', False),
        ('expiryDate: 2001-01-01', False),
    ],
)
def test_drafts(line: str, is_draft: bool) -> None:  # noqa: FBT001
    front = yaml(f'title: Tea\n{line}')
    mark = draft_mark(front)
    assert (mark.line if mark else 0) == (3 if is_draft else 0)
    reading = read_report(f'---\ntitle: Tea\n{line}\n---\n{BODY}')
    assert reading.draft is is_draft
    assert [problem.code for problem in reading.problems] == ([Code.DRAFT] if is_draft else [])


def test_a_page_left_alone_may_be_a_draft() -> None:
    assert read_report('---\nmeetup: false\ndraft: true\n---\nx\n').draft


@pytest.mark.parametrize(
    ('body', 'day', 'start', 'venue'),
    [
        ('dtstart: 2031-10-05T16:00+09:00\nlocation: 3F kitchen', date(2031, 10, 5), 16 * 60, '3F kitchen'),
        ('event_date: 2031-10-05', date(2031, 10, 5), None, None),
        ('startDate: 2031-10-05 19:30\nvenue: Teahouse', date(2031, 10, 5), 19 * 60 + 30, 'Teahouse'),
        ('start: soon', None, None, None),
    ],
)
def test_keys_of_the_event_itself(body: str, day: date | None, start: int | None, venue: str | None) -> None:
    draft, problems = from_front_matter(yaml(body))
    assert (draft.date.value if draft.date else None) == day
    assert (draft.start.value if draft.start else None) == start
    assert (draft.venue.value if draft.venue else None) == venue
    assert problems == []


def test_a_fenced_json_object() -> None:
    front = read_front_matter('---json\n{"title": "Pots Night", "date": "2031-10-05"}\n---\n\nx\n')
    assert (front.text('title'), front.text('date'), front.end) == ('Pots Night', '2031-10-05', 4)
