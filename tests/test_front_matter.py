"""Front matter as blogs write it, and the ways a body may begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from sphinx_meetup.nodes import event_header, talk
from support import Built, Site, tree

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import Tag

BODY = '\n## First talk\n\n@sample_a\n\n* one\n\n## Second talk\n\n@sample_b\n\n* two\n'


def build(tmp_path: Path, text: str | bytes, builder: str = 'dummy', conf: str = '') -> Built:
    built = Site(tmp_path, {'reports/one.md': text}, conf).build(builder)
    assert built.warnings == ()
    return built


def levels(node: nodes.Element, level: int = 1) -> list[tuple[int, str]]:
    """The headings of a tree with their levels."""
    found = []
    for section in node.children:
        if isinstance(section, nodes.section):
            found.append((level, section[0].astext()))
            found += levels(section, level + 1)
    return found


@pytest.mark.parametrize(
    ('written', 'shown'),
    [
        ("'An *x* and `y` 1'", 'An *x* and `y` 1'),
        ("'A <b>bold</b> & 2'", 'A <b>bold</b> & 2'),
        ("'Ends in #'", 'Ends in #'),
        ("'With {{ 7*7 }} and {% raw %} 3'", 'With {{ 7*7 }} and {% raw %} 3'),
        ("'{meetup:event}`x` [a](b) ![c](d) 4'", '{meetup:event}`x` [a](b) ![c](d) 4'),
        ("'# Hash 5'", '# Hash 5'),
        ("'1. Number'", '1. Number'),
        ("'$x$ 6'", '$x$ 6'),
        ('"It\'s 7"', "It's 7"),
        ('0572', '0572'),
        ('2018-01-12', '2018-01-12'),
        ('yes', 'yes'),
    ],
)
def test_a_title_is_text(written: str, shown: str, tmp_path: Path) -> None:
    built = build(tmp_path, f'---\ntitle: {written}\n---\n{BODY}', 'html', 'smartquotes = False\n')
    (heading,) = built.page('reports/one').find_all('h1')
    assert heading.find(string=True) == shown
    assert not [child for child in heading.find_all() if 'headerlink' not in child['class']]


def test_unknown_keys_say_nothing(tmp_path: Path) -> None:
    front = (
        'title: Keys Example 1\nlayout: post\nimage:\npermalink: /x/\ndraft: false\ncategories: {a: [1, 2]}\nx y: z\n'
    )
    built = build(tmp_path, f'---\n{front}---\n{BODY}', 'html')
    text = built.page('reports/one').find(attrs={'class': 'body'}).get_text()
    assert not [word for word in ('layout', 'permalink', 'categories', '/x/') if word in text]


def test_keys_for_sphinx_reach_it(tmp_path: Path) -> None:
    site = Site(tmp_path, {'index.md': '# Index\n', 'reports/one.md': f'---\ntitle: One\norphan: true\n---\n{BODY}'})
    built = site.build('dummy')
    assert built.warnings == ()
    assert 'orphan' in built.env.metadata['reports/one']
    assert 'title' not in built.env.metadata['reports/one']


@pytest.mark.parametrize('word', ['false', 'no', 'False', 'off'])
def test_meetup_false_leaves_the_page_alone(word: str, tmp_path: Path) -> None:
    built = build(tmp_path, f'---\ntitle: Left Alone 1\nmeetup: {word}\n---\n{BODY}')
    document = built.doctree('reports/one')
    assert levels(document) == [(1, 'Left Alone 1'), (2, 'First talk'), (2, 'Second talk')]
    assert not [node for node in document.findall(nodes.Element) if isinstance(node, talk | event_header)]
    assert 'reports/one' not in built.domain.documents


def test_meetup_overrides_what_the_text_says(tmp_path: Path) -> None:
    front = """\
title: Override Example 1
date: 2030-03-04
meetup:
  id: other-name
  title: Other Name
  date: 2030-03-01
  start: 19:00
  end: 21:30
  timezone: Europe/Berlin
  venue: Upstairs
  url: https://example.com/event
  hashtag: '#example'
  topics: [Cups, Pots]
"""
    built = build(tmp_path, f'---\n{front}---\n\nDate: 2030-02-28\n\nVenue: Downstairs\n{BODY}')
    (event,) = built.domain.documents['reports/one'].events
    assert (event.id, event.title, str(event.date), event.start, event.end) == (
        'other-name', 'Other Name', '2030-03-01', 1140, 1290,
    )  # fmt: skip
    assert (event.timezone, event.venue, event.url, event.hashtag, event.topics) == (
        'Europe/Berlin', 'Upstairs', 'https://example.com/event', 'example', ('Cups', 'Pots'),
    )  # fmt: skip


def test_meetup_lists_the_talks(tmp_path: Path) -> None:
    front = """\
title: Listed Example 1
meetup:
  timetable:
    - 19:00-19:10 - @sample_b, Second talk
  talks:
    - title: Second talk
      speakers: ['Bob Example (@bob)']
      id: second
"""
    built = build(tmp_path, f'---\n{front}---\n{BODY}')
    record = built.domain.documents['reports/one']
    (found,) = record.talks
    assert (found.id, found.start, [person.text for person in found.people]) == (
        'talk-second', 1140, ['Bob Example (@bob)'],
    )  # fmt: skip
    assert [slot.talk for slot in record.events[0].slots] == ['talk-second']


def test_languages_are_marked(tmp_path: Path) -> None:
    front = 'title: Sprache 1\ndate: 2030-01-01\nlang: de\nauthor: Jemand\nmeetup: {venue: Oben}\n'
    rows = '## Schedule\n\n19:00-19:10 - @sample_a, First talk\n\n19:10-19:30 - @sample_b, Second talk\n'
    built = build(tmp_path, f'---\n{front}---\n\n{rows}{BODY}', 'html')
    page = built.page('reports/one')
    assert page.find('section')['lang'] == 'de'
    said = page.select('.meetup-facts dt, .meetup-event time, .meetup-event-report, caption, thead th, .meetup-length')
    assert len(said) > 10
    assert {_language(element) for element in said} == {'en'}
    written = page.select('.meetup-talk h2, .meetup-talk li, .meetup-slot-title, .meetup-venue dd, .meetup-chip')
    assert len(written) > 10
    assert {_language(element) for element in written} == {'de'}


def _language(element: Tag) -> str:
    return (element if element.has_attr('lang') else element.find_parent(attrs={'lang': True}))['lang']


def test_the_site_language_is_not_marked(tmp_path: Path) -> None:
    built = build(tmp_path, f'---\ntitle: Language 1\nlang: en\n---\n{BODY}', 'html')
    assert not built.page('reports/one').find('section').has_attr('lang')


PAYLOAD = '{{ range(7)|sum }}'


@pytest.mark.parametrize(
    'front',
    [
        'myst:\n  enable_extensions: [substitution, html_image, html_admonition]\n  substitutions: {x: PAYLOAD}\n',
        'substitutions:\n  x: PAYLOAD\n',
        'myst:\n  substitutions:\n    x: PAYLOAD\n',
    ],
)
def test_front_matter_runs_nothing(front: str, tmp_path: Path) -> None:
    front = front.replace('PAYLOAD', f'"{PAYLOAD}"')
    body = f'{PAYLOAD}\n\n{{{{ x }}}}\n'
    built = build(tmp_path, f'---\ntitle: Payload 1\n{front}---\n\n{body}\n{BODY}', 'html', 'smartquotes = False\n')
    text = built.page('reports/one').find(attrs={'class': 'body'}).get_text()
    assert PAYLOAD in text
    assert '{{ x }}' in text
    assert '21' not in text


HEADINGS = {
    'no heading': ('title: T 1', 'Words.\n', [(1, 'T 1')]),
    'no title': ('author: me', 'Words.\n', [(1, 'one')]),
    'no title, one H1': ('author: me', '# Own\n\n## Two\n\n* x\n', [(1, 'Own'), (2, 'Two')]),
    'title and an H1 of its own': ('title: T 1', '# Own\n\n## Two\n\n* x\n', [(1, 'Own'), (2, 'Two')]),
    'a single H1 that is not first': (
        'title: T 1', '## Two\n\n* x\n\n# Own\n\n* x\n', [(1, 'T 1'), (2, 'Two'), (2, 'Own')],
    ),
    'several H1s': (
        'title: T 1', '# A\n\n@a\n\n## B\n\n* x\n\n# C\n\n@c\n', [(1, 'T 1'), (2, 'A'), (3, 'B'), (2, 'C')],
    ),
    'levels left out': (
        'title: T 1', '#### A\n\n@a\n\n###### B\n\n* x\n\n#### C\n\n@c\n',
        [(1, 'T 1'), (2, 'A'), (3, 'B'), (2, 'C')],
    ),
    'a level left out below an H1': (
        'author: me', '# Own\n\n#### A\n\n@a\n\n## B\n\n@b\n', [(1, 'Own'), (2, 'A'), (2, 'B')],
    ),
    'deeper than six': (
        'title: T 1', '# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F\n\n* x\n\n# G\n\n* y\n',
        [(1, 'T 1'), (2, 'A'), (3, 'B'), (4, 'C'), (5, 'D'), (6, 'E'), (6, 'F'), (2, 'G')],
    ),
    'underlined': ('title: T 1', 'A\n---\n\n@a\n\nB\n---\n\n@b\n', [(1, 'T 1'), (2, 'A'), (2, 'B')]),
}  # fmt: skip


@pytest.mark.parametrize('name', HEADINGS)
def test_one_title_and_no_jump(name: str, tmp_path: Path) -> None:
    front, body, found = HEADINGS[name]
    built = build(tmp_path, f'---\n{front}\n---\n\n{body}', 'html')
    assert levels(built.doctree('reports/one')) == found
    assert len(built.page('reports/one').find_all('h1')) == 1


def test_headings_in_quotes_and_lists_are_no_sections(tmp_path: Path) -> None:
    built = Site(tmp_path, {'reports/one.md': f'---\ntitle: T 1\n---\n\n> # Quoted\n\n- ## Listed\n{BODY}'}).build(
        'html'
    )
    assert levels(built.doctree('reports/one')) == [(1, 'T 1'), (2, 'First talk'), (2, 'Second talk')]
    assert {'Quoted', 'Listed'} <= {node.astext() for node in built.doctree('reports/one').findall(nodes.rubric)}


@pytest.mark.parametrize('change', ['bom', 'crlf', 'cr', 'no newline at the end', 'trailing spaces'])
def test_what_editors_do_changes_nothing(change: str, tmp_path: Path) -> None:
    text = f'---\ntitle: T 1\ndate: 2030-01-02\n---\n\n日時: 2030年1月1日 19:00-21:00\n{BODY}'
    changed = {
        'bom': lambda: b'\xef\xbb\xbf' + text.encode(),
        'crlf': lambda: text.replace('\n', '\r\n').encode(),
        'cr': lambda: text.replace('\n', '\r').encode(),
        'no newline at the end': lambda: text.rstrip('\n').encode(),
        'trailing spaces': lambda: text.replace('\n', '  \n').replace('---  ', '---').encode(),
    }[change]()
    plain = build(tmp_path / 'plain', text)
    odd = build(tmp_path / 'odd', changed)
    assert tree(odd.doctree('reports/one')) == tree(plain.doctree('reports/one'))
    assert odd.domain.documents == plain.domain.documents
