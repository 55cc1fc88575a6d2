"""The index of a built site: what is in it, what a change rewrites, what turns it off."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from support import Site

if TYPE_CHECKING:
    from pathlib import Path

    from support import Built

REPORT = """\
---
title: "Pot Meetup #{number}"
date: 2030-02-0{number}
lang: en
tags: [Clay]
---

Before all talks.

## 10:00-10:20 Clay kilns {number}

by Ann Example (@ann_example)

[Slides](https://slides.example.org/{number})

- hot word{number}

### How hot

Very.

## Glass cups {number}

by Bo Sample

- amber

## Afterwards

We had tea.
"""
FILES = {
    'reports/one.md': REPORT.format(number=1),
    'reports/two.md': REPORT.format(number=2),
    'guide.md': '# Guide\n\n## Writing\n\nWrite it down.\n',
    'secret.md': '---\nno-search: true\n---\n\n# Secret\n\nNot to be found.\n',
}
CONF = "primary_domain = 'meetup'\n"
DIGITS = '0123456789abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUVWXYZ!$%&()'


def files(built: Built) -> dict[str, str]:
    folder = built.outdir / '_static' / 'search'
    return {path.name: path.read_text('utf-8') for path in sorted(folder.glob('*.js'))}


def content(text: str, name: str) -> list[Any]:
    found = re.search(rf'meetupSearch\.{name}\((.*)\);\n\Z', text, re.DOTALL)
    assert found is not None
    told: list[Any] = json.loads(f'[{found[1]}]')
    return told


def rows(built: Built) -> list[list[Any]]:
    """Address, title, trail, people, text, kind and, for a part of a talk, the place of that in its trail."""
    found = files(built)
    (index,) = content(found['index.js'], 'open')
    return [row for place in range(len(index['lengths'])) for row in content(found[f'u{place}.js'], 'units')[2]]


def numbers(text: str) -> list[int]:
    found, value = [], 0
    for sign in text:
        value = value * 32 + (DIGITS.index(sign) & 31)
        if DIGITS.index(sign) > 31:
            found.append(value)
            value = 0
    return found


def kinds(built: Built) -> list[tuple[str, str]]:
    """Every hit by the title of its first unit, with its kind."""
    (facts,) = content(files(built)['facts.js'], 'facts')
    told, found, place = numbers(facts['items']), [], 0
    titles = [row[1] for row in rows(built)]
    for more, mark in zip(told[::2], told[1::2], strict=True):
        found.append((titles[place], facts['kinds'][mark >> 2]))
        place += more + 1
    assert place == len(titles)
    return found


def test_a_talk_is_found_with_its_speakers_event_and_parts(tmp_path: Path) -> None:
    found = {row[0]: row for row in rows(Site(tmp_path, FILES, CONF).build())}
    talk = found['reports/one.html#talk-clay-kilns-1']
    assert talk[1:4] == ['Clay kilns 1', ['Pot Meetup #1'], ['Ann Example (@ann_example)']]
    assert 'hot word1' in talk[4]
    assert '10:00' not in talk[4]
    assert talk[5:] == ['talk']
    part = next(row for row in found.values() if row[1] == 'How hot' and row[2][0] == 'Pot Meetup #1')
    assert part[2] == ['Pot Meetup #1', 'Clay kilns 1']
    assert part[3] == talk[3]
    assert part[5:] == ['section', 1]


def test_the_words_of_raw_html_are_found_without_its_tags(tmp_path: Path) -> None:
    text = FILES['reports/one.md'] + '\n<ul><li>kiln <b>bricks</b></li><li>ash</li></ul>\n\nA line<br>\nand its next.\n'
    found = {row[1]: row[4] for row in rows(Site(tmp_path, {'reports/one.md': text}, CONF).build())}
    assert 'kiln bricks\nash' in found['Afterwards']
    assert 'A line\nand its next.' in found['Afterwards']
    assert '<' not in found['Afterwards']


def test_what_counts_as_one_hit(tmp_path: Path) -> None:
    found = kinds(Site(tmp_path, FILES, CONF).build())
    assert ('Clay kilns 1', 'talk') in found
    assert ('Pot Meetup #1', 'event') in found
    assert ('Writing', 'page') in found
    assert ('Ann Example', 'speaker') in found
    assert ('How hot', 'talk') not in found


@pytest.mark.parametrize(
    ('column', 'title', 'names'),
    [
        ('people', 'Clay kilns 1', ['Ann Example']),
        ('people', 'Glass cups 2', ['Bo Sample']),
        ('people', 'Writing', []),
        ('topics', 'Clay kilns 1', ['Clay']),
        ('topics', 'Pot Meetup #2', ['Clay']),
    ],
)
def test_what_hits_can_be_chosen_by(tmp_path: Path, column: str, title: str, names: list[str]) -> None:
    built = Site(tmp_path, FILES, CONF).build()
    _name, values, text = content(files(built)[f'{column}.js'], 'column')
    at = [name for name, _kind in kinds(built)].index(title)
    assert [values[place][1] for place in numbers(text.split('.')[at])] == names


def test_days_series_languages_and_slides(tmp_path: Path) -> None:
    built = Site(tmp_path, FILES, CONF).build()
    (facts,) = content(files(built)['facts.js'], 'facts')
    assert facts['series'] == [['pot-meetup', 'Pot Meetup']]
    assert facts['languages'] == ['en']
    marks = numbers(facts['items'])[1::2]
    with_slides = {name for (name, _kind), mark in zip(kinds(built), marks, strict=True) if mark & 1}
    assert with_slides == {'Clay kilns 1', 'Clay kilns 2'}


def test_who_does_not_want_to_be_found_is_not(tmp_path: Path) -> None:
    assert 'Not to be found' not in ''.join(files(Site(tmp_path, FILES, CONF).build()).values())


@pytest.mark.parametrize('hidden_first', [True, False])
def test_to_be_found_or_not_is_seen_by_the_next_build(tmp_path: Path, *, hidden_first: bool) -> None:
    shown = '# Secret\n\nNot to be found.\n'
    texts = [f'---\nno-search: true\n---\n\n{shown}', shown][:: 1 if hidden_first else -1]
    site = Site(tmp_path, {**FILES, 'secret.md': texts[0]}, CONF)
    site.build()
    site.write('secret.md', texts[1])
    assert ('Not to be found' in ''.join(files(site.build()).values())) is hidden_first


def test_an_edit_rewrites_the_pieces_it_changes(tmp_path: Path) -> None:
    many = {f'reports/r{number}.md': REPORT.format(number=number) for number in range(1, 10)}
    filler = '\n'.join(f'- filler{at} ' + 'wheel ' * 20 for at in range(60))
    site = Site(tmp_path, {name: f'{text}\n{filler}\n' for name, text in many.items()}, CONF)
    before = files(site.build())
    assert len([name for name in before if name[0] == 'u']) > 3
    site.write('reports/r9.md', f'{many["reports/r9.md"]}\n{filler.replace("filler7 ", "zebra ")}\n')
    after = files(site.build())
    changed = {name for name in after if name != 'index.js' and before.get(name) != after[name]}
    assert changed
    assert len(changed) < len(after) / 2
    assert 'facts.js' not in changed


def test_no_change_writes_nothing(tmp_path: Path) -> None:
    site = Site(tmp_path, FILES, CONF)
    folder = site.build().outdir / '_static' / 'search'
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    site.build()
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before


def test_the_same_files_give_the_same_index(tmp_path: Path) -> None:
    first = files(Site(tmp_path / 'one', FILES, CONF).build())
    assert first == files(Site(tmp_path / 'two', FILES, CONF).build(parallel=2))


def test_addresses_fit_the_builder(tmp_path: Path) -> None:
    assert 'reports/one/#talk-clay-kilns-1' in [row[0] for row in rows(Site(tmp_path, FILES, CONF).build('dirhtml'))]


def test_without_it_sphinx_searches(tmp_path: Path) -> None:
    built = Site(tmp_path, FILES, f'{CONF}meetup_search = False\n').build()
    assert (built.outdir / 'searchindex.js').is_file()
    assert not (built.outdir / '_static' / 'search').exists()
    assert 'meetup-box.js' not in built.read('index.html')


def test_with_it_sphinx_makes_no_index(tmp_path: Path) -> None:
    built = Site(tmp_path, FILES, CONF).build()
    assert not (built.outdir / 'searchindex.js').exists()
    assert 'meetup-box.js' in built.read('reports/one.html')


@pytest.mark.parametrize(('builder', 'page'), [('html', 'search.html'), ('dirhtml', 'search/')])
def test_browsers_are_told_how_to_search(tmp_path: Path, builder: str, page: str) -> None:
    built = Site(tmp_path, FILES, f"{CONF}html_use_opensearch = 'https://meetups.example.org'\n").build(builder)
    assert built.warnings == ()
    described = ET.fromstring(built.read('_static/opensearch.xml'))
    (address,) = described.iter('{http://a9.com/-/spec/opensearch/1.1/}Url')
    assert address.attrib['template'] == f'https://meetups.example.org/{page}?q={{searchTerms}}'
    assert not (built.outdir / 'opensearch.html').exists()
