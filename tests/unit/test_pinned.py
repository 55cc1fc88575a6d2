"""``read --front-matter``: what it prints, put in place of a report's front matter, reads back as the same records."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from cases import FIXTURES
from sphinx_meetup.commands.front_matter import front_matter, merged, pasted
from sphinx_meetup.commands.read import understand
from sphinx_meetup.commands.spelled import Inline, yaml_lines, yaml_scalar
from sphinx_meetup.reading.frontmatter import read_front_matter
from test_pinned_properties import records

if TYPE_CHECKING:
    from sphinx_meetup.commands.understood import Understood

ROOT = Path(__file__).parents[2]
REPORTS = [
    *sorted((ROOT / 'docs' / 'reports').glob('*/*.md')),
    *sorted(FIXTURES.glob('*.md')),
    *sorted((ROOT / 'tests' / 'roots').glob('*/reports/*/*.md')),
]
CORPUS = sorted((ROOT.parent / 'shared' / 'corpus').glob('*.md'))
"""Reports of real events, where they are kept beside the project."""

TABLE = """\
## Talks

| Title | Speaker | Slides |
|-|-|-|
| Kettles | Ana | https://speakerdeck.com/a/k |
| Lids | Bo | |
"""
TIMES = """\
## Timetable

23:30-23:50 - Ana, Kettles

23:50-00:20 - Bo & Cy, Lids (30min)

00:20 - Dee Works GmbH, Spouts (10min)

00:30-00:40 - 休憩
"""


def read(text: str, path: str = 'reports/2031/x.md') -> Understood:
    return understand(text.encode(), 'Asia/Tokyo', path)


def pinned(text: str) -> str:
    return front_matter(read(text), read, 'reports/2031/x.md').text


def assert_round_trip(first: Understood, path: str) -> Understood:
    def again(text: str) -> Understood:
        return read(text, path)

    found = front_matter(first, again, path)
    second = again(pasted(first.text, found.text))
    assert records(second.assembled) == records(first.assembled)
    assert found.notes == ()
    facts = [*second.event_facts, *second.slot_facts, *second.talk_facts]
    assert [fact for fact in facts if fact.certainty != 'given'] == []
    known, met = (Counter(problem.code for problem in one.problems) for one in (first, second))
    assert met <= known
    assert front_matter(second, again, path).text == found.text
    return second


@pytest.mark.parametrize('path', REPORTS, ids=lambda path: path.stem)
def test_reports_of_the_project(path: Path) -> None:
    assert_round_trip(understand(path.read_bytes(), 'Asia/Tokyo', str(path)), str(path))


@pytest.mark.parametrize('path', CORPUS, ids=lambda path: path.stem)
def test_reports_of_real_events(path: Path) -> None:
    assert_round_trip(understand(path.read_bytes(), 'Asia/Tokyo', str(path)), str(path))


# -- what a reading may hold ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ('text', 'says'),
    [
        ('nothing', ['timetable: []', 'talks: []']),
        (
            '## Kettles by Ana (Kettle Inc.)\n\nx\n\n## Lids by Bo\n\nx\n',
            ['heading: Lids by Bo', '[Ana (Kettle Inc.)]'],
        ),
        ('## Kettles\n\nby Ana\n\n## Kettles\n\nby Bo\n', ['title: Kettles']),
        (TABLE, ['title: Kettles', 'slides: https://speakerdeck.com/a/k', 'slides: []']),
        (f'{TABLE}\n## Kettles\n\nThoughts on them.\n', ["heading: ''"]),
        (TIMES, ['23:30-23:50 - Ana, Kettles', '00:20 - Dee Works GmbH, Spouts (10min)', '00:30-00:40 - 休憩']),
        ('## Timetable\n\n19:00 - A, B\n\n## A, B\n\nby Ana\n', ['title: A, B']),
        ('## 19:00-19:20 Kettles\n\nby Ana\n\n## 19:20-19:40 Kettles\n\nby Bo\n', ["slot: '19:20'"]),
        ('## 19:00 Kettles\n\nby Ana\n\n## 19:00 Kettles\n\nby Bo\n', ["slot: '#2'"]),
        ('## K\n\nby Ana\n\n[Deck](https://speakerdeck.com/a/k)\n', ['{url:', 'label: Deck']),
        ('# Kettle Night #3 report\n\nDate: 2031-05-06\n\nHashtag: #kettle\n', ["number: '3'", 'hashtag: kettle']),
        ('|time|title|room|\n|-|-|-|\n|19:00|Kettles|A|\n|19:00|Lids|B|\n|20:00|Cups||\n', ['note: A']),
        ('---\nauthor: Ana\n---\n## Kettles\n\nI gave this talk.\n\n## Lids\n\nby Bo\n', ['title: Lids']),
    ],
)
def test_what_is_pinned(text: str, says: list[str]) -> None:
    second = assert_round_trip(read(text), 'reports/2031/x.md')
    found = second.text.partition('---\n')[2].partition('\n---\n')[0]
    assert [part for part in says if part not in found] == []


def test_the_same_heading_again_is_told_apart() -> None:
    text = '## Open floor\n\nby Ana\n\n## Open floor\n\nA pause.\n\n## Open floor\n\nby Cy\n'
    talks = '    - Open floor\n    - {title: Lids, heading: Open floor, nth: 3, speakers: [Cy]}\n'
    second = assert_round_trip(read(f'---\nmeetup:\n  talks:\n{talks}---\n{text}'), 'reports/2031/x.md')
    first, last = second.reading.talks
    assert (first.title, last.title, last.line - first.line) == ('Open floor', 'Lids', 8)
    assert "nth: '3'" in second.text


def test_directives_stay_what_they_are() -> None:
    text = """\
# Kettle Night

Venue: Tea House

```{event} Kettle Night #3
:date: 2031-05-06
```

```{timetable}
19:00 - Lids
```

## Kettles

by Ana

```{talk} Lids
:speakers: Bo
```
"""
    first = read(text)
    second = assert_round_trip(first, 'reports/2031/x.md')
    found = second.text.partition('---\n')[2].partition('\n---\n')[0]
    assert 'venue: Tea House' in found
    assert 'title: Kettles' in found
    assert not [word for word in ('2031', 'timetable', 'Lids') if word in found]


# -- the front matter that a report has already ----------------------------------------------------------------

BODY = '\n\nDate: 2031-05-06\n\n## Kettles\n\nby Ana\n'


def test_yaml_stays_as_it_is() -> None:
    ours = 'meetup:\n  venue: Old\n  # inside\n'
    kept = '# a remark\ntitle: [Kettle]   # as ever\n{}\n# before tags\ntags: &t\n- a\nmore: *t\n'
    block = pinned(f'---\n{kept.format(ours)}---{BODY}')
    assert block.startswith(f'---\n{kept.format("  # inside" + chr(10))}meetup:\n')
    values = yaml.safe_load(block.strip('-'))
    assert (values['title'], values['tags'], values['more']) == (['Kettle'], ['a'], ['a'])
    assert values['meetup']['venue'] == 'Old'


@pytest.mark.parametrize(
    'head',
    [
        'meetup: true\ntitle: K',
        'title: K\n"meetup": {venue: Hall}',
        'title: K\nmeetup:\n- a\nlast: x',
        '{title: K, meetup: {venue: Hall}}',
        'title: K\nmeetup: {venue: Hall}\nmeetup: {venue: Hall}',
        'title: K\nmeetup: &m {venue: Hall}\nother: *m',
        '',
    ],
)
def test_an_older_meetup_key_is_replaced(head: str) -> None:
    block = pinned(f'---\n{head}\n---{BODY}')
    values = read_front_matter(block).values
    assert isinstance(values['meetup'], dict)
    assert values['meetup']['date'] == '2031-05-06'
    expected = read_front_matter(f'---\n{head}\n---\n').values
    assert {key: value for key, value in values.items() if key != 'meetup'} == {
        key: value for key, value in expected.items() if key != 'meetup'
    }


def test_toml_stays_toml() -> None:
    ours = '[meetup]\nvenue = "Hall"\n[[meetup.talks]]\ntitle = "Kettles"\n'
    head = f'title = "K" # as ever\ndraft = false\n{ours}[params]\na = 1'
    text = f'+++\n{head}\n+++{BODY}'
    second = assert_round_trip(read(text), 'reports/2031/x.md')
    source = second.text.split('+++')[1]
    assert 'title = "K" # as ever\ndraft = false\n[params]\na = 1\n' in source
    assert tomllib.loads(source)['meetup']['talks'] == [{'title': 'Kettles', 'speakers': ['Ana'], 'slides': []}]
    assert tomllib.loads(source)['meetup']['venue'] == 'Hall'


@pytest.mark.parametrize(
    ('head', 'begins', 'rewritten'),
    [
        ('{\n"title": "K", "n": 1\n}', '{\n  "title": "K",\n  "n": 1,\n  "meetup": {\n', False),
        ('"title": "K",\n"n": 1\n;;;', '"title": "K",\n"n": 1,\n"meetup": {\n', False),
        ('title: K\ntags: a\n---', '---\ntitle: K\ntags: a\nmeetup:\n', False),
        ('Title: K\nDate: 2031-05-07', '---\nTitle: K\nDate: 2031-05-07\nmeetup:\n', True),
        ('---\ntitle: [K] x\ntags: a\n---', "---\ntitle: '[K] x'\ntags: a\nmeetup:\n", True),
        ('+++\ntitle = K\n+++', '---\ntitle: K\nmeetup:\n', True),
        ('+++\ntitle = "K"\n[a]\nmeetup.x = "in a"\n+++', '---\ntitle: K\na:\n  meetup:\n    x: in a\nmeetup:\n', True),
    ],
)
def test_other_forms(head: str, begins: str, rewritten: bool) -> None:  # noqa: FBT001
    text = head + BODY
    first = read(text)
    found = front_matter(first, read, 'reports/2031/x.md')
    assert found.text.startswith(begins)
    assert ('rewritten as YAML' in ' '.join(found.notes)) is rewritten
    second = read(pasted(text, found.text))
    assert records(second.assembled) == records(first.assembled)
    assert second.problems == ()


def test_a_page_that_is_left_alone_stays_so() -> None:
    found = front_matter(read('---\nmeetup: false\n---\ntext\n'), read)
    assert (found.text, found.lines) == ('---\nmeetup: false\n---', 3)
    assert 'nothing is read' in found.notes[0]


# -- texts that mean something else ----------------------------------------------------------------------------

NASTY = [
    *r"""a: b|it's|"quoted"|#x|x #y|- x|[x]|{x}|*x|&x|!x|>|%x|@x|`x`|?|~|null|true|No|9|0572|1e3|2018-01-12|19:00|.5|x:
 x |é|🎉|---|...|a, b|a\b|=|<<|日本: 語""".replace('\n', '|').split('|'),
    '|', 'x\ty', 'x\u3000y', '\u3000', '\xa0x', '\u200bx', '\U000e0041x', '', 'x' * 900, '\ufeffx',
]  # fmt: skip


@pytest.mark.parametrize('text', NASTY)
def test_texts_mean_themselves(text: str) -> None:
    inline = [Inline(url=text, label='x'), 'y']
    values = {'a': text, 'b': [text, 'x'], 'c': inline, 'd': [{'e': text, 'f': [text]}], 'g': {text: 'x'}}
    assert yaml.load('\n'.join(yaml_lines(values)), yaml.BaseLoader) == values
    assert yaml.safe_load(yaml_scalar(text)) in {text, *_moments(text)}
    block, _ = merged('+++\na = 1\n+++\n', values)
    assert tomllib.loads(block.strip('+'))['meetup'] == values
    block, _ = merged('{"a": 1}\n', values)
    assert json.loads(block)['meetup'] == values


def _moments(text: str) -> list[object]:
    """Days, which are written as every front matter has them."""
    return [yaml.safe_load(text)] if text == '2018-01-12' else []


# -- the command -----------------------------------------------------------------------------------------------


def test_the_command(tmp_path: Path) -> None:
    environment = {**os.environ, 'PYTHONPATH': str(ROOT / '_ext'), 'PYTHONIOENCODING': 'utf-8'}
    path = tmp_path / 'x.md'
    path.write_text(f'---\ntitle: K\n---{BODY}', 'utf-8')
    command = [sys.executable, '-m', 'sphinx_meetup', 'read', '--front-matter', 'x.md']
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, encoding='utf-8', check=True)
    assert done.stdout.startswith('---\ntitle: K\nmeetup:\n  title: K\n  date: 2031-05-06\n')
    assert done.stdout.endswith('      slides: []\n---\n')
    assert done.stderr == 'x.md: put it in place of lines 1-3\n'
