"""Lists of the archive: filters, orders and layouts, what is empty and what cannot be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import Site

if TYPE_CHECKING:
    from pathlib import Path

    from support import Built

KILNS = """\
---
title: "Pot Meetup #1"
date: 2030-02-03
lang: en
tags: [Clay]
---

## Warm kilns

by Ann Example (@ann_example)

- hot

## Cold kilns

by Bo Sample

- cold
"""
CUPS = """\
---
title: "Pot Meetup #3"
date: 2031-04-05
lang: de
tags: [Glass, Clay]
---

## Amber cups

by Ann Example (@ann_example)

- amber

## LT: Zinc cups

by Cy Instance

- zinc
"""
DOMAIN = "primary_domain = 'meetup'\n"


def site(folder: Path, lists: str) -> Site:
    files = {'reports/kilns.md': KILNS, 'reports/cups.md': CUPS, 'lists.md': f'# Lists\n\n{lists}\n'}
    return Site(folder, files, DOMAIN)


def directive(kind: str, options: str = '') -> str:
    lines = [f':{part.strip()}' for part in options.split(';') if part]
    return '\n'.join([f'```{{{kind}}}', *lines, '```'])


def names(built: Built) -> list[str]:
    """The titles that a page lists, in order."""
    links = '.meetup-entry > a, .meetup-events-title, .meetup-table tbody th a'
    return [found.get_text() for found in built.page('lists').select(links)]


@pytest.mark.parametrize(
    ('kind', 'options', 'wanted'),
    [
        ('talks', '', ['Amber cups', 'Zinc cups', 'Warm kilns', 'Cold kilns']),
        ('talks', 'speaker: ann_example', ['Amber cups', 'Warm kilns']),
        ('talks', 'speaker: @Ann_Example', ['Amber cups', 'Warm kilns']),
        ('talks', 'speaker: Ann Example; year: 2030', ['Warm kilns']),
        ('talks', 'year: 2031', ['Amber cups', 'Zinc cups']),
        ('talks', 'lang: de', ['Amber cups', 'Zinc cups']),
        ('talks', 'series: Pot Meetup; limit: 1', ['Amber cups']),
        ('talks', 'sort: oldest', ['Warm kilns', 'Cold kilns', 'Amber cups', 'Zinc cups']),
        ('talks', 'sort: title; limit: 2', ['Amber cups', 'Cold kilns']),
        ('events', '', ['Pot Meetup #3', 'Pot Meetup #1']),
        ('events', 'sort: oldest', ['Pot Meetup #1', 'Pot Meetup #3']),
        ('events', 'topic: glass', ['Pot Meetup #3']),
        ('events', 'speaker: Bo Sample', ['Pot Meetup #1']),
        ('speakers', '', ['Ann Example', 'Bo Sample', 'Cy Instance']),
        ('speakers', 'sort: count; limit: 1', ['Ann Example']),
        ('speakers', 'year: 2031', ['Ann Example', 'Cy Instance']),
        ('topics', '', ['Clay', 'Glass']),
        ('topics', 'year: 2030', ['Clay']),
        ('series', '', ['Pot Meetup']),
    ],
)
@pytest.mark.parametrize('layout', ['list', 'table', 'cards'])
def test_what_is_listed(tmp_path: Path, kind: str, options: str, wanted: list[str], layout: str) -> None:
    built = site(tmp_path, directive(kind, f'{options};layout: {layout}')).build()
    assert built.warnings == ()
    assert names(built) == wanted


def test_a_kind_of_talk(tmp_path: Path) -> None:
    built = site(tmp_path, directive('talks', 'kind: lt')).build()
    assert names(built) == ['Zinc cups']


@pytest.mark.parametrize('kind', ['talks', 'events', 'speakers', 'topics', 'series'])
def test_an_empty_list_says_so(tmp_path: Path, kind: str) -> None:
    built = site(tmp_path, directive(kind, 'year: 1999')).build()
    assert built.warnings == ()
    assert 'Nothing here fits that.' in built.page('lists').get_text()


@pytest.mark.parametrize(
    ('kind', 'options', 'words'),
    [
        ('talks', 'colour: red', 'colour'),
        ('talks', 'sort: newst', 'did you mean "newest"?'),
        ('series', 'sort: title', 'write one of: name, count, newest'),
        ('events', 'layout: heap', 'write one of: list, table, cards'),
        ('events', 'limit: few', 'limit: "few" is no number'),
        ('events', 'year: last', 'year: "last" is no number'),
        ('talks', 'speaker: ann_exampel', 'did you mean "ann-example"?'),
        ('talks', 'topic: Tin', 'topic: the archive has nothing under "Tin"'),
        ('events', 'series: Pan Meetup', 'did you mean "pot-meetup"?'),
    ],
)
def test_what_cannot_be_meant_is_said_once(tmp_path: Path, kind: str, options: str, words: str) -> None:
    built = site(tmp_path, directive(kind, options)).build()
    (warning,) = built.warnings
    assert warning.startswith('lists.md:3: WARNING: ')
    assert words in warning


@pytest.mark.parametrize('builder', ['text', 'latex', 'epub'])
def test_other_builders_show_the_same(tmp_path: Path, builder: str) -> None:
    lists = '\n\n'.join(
        directive(kind, f'layout: {layout}')
        for kind in ('talks', 'events', 'speakers', 'topics', 'series')
        for layout in ('list', 'table', 'cards')
    )
    built = site(tmp_path, lists).build(builder, version='1', epub_show_urls='no')
    assert built.warnings == ()
    if builder == 'text':
        assert built.read('lists.txt').count('Zinc cups') == 3


def test_a_list_is_written_when_what_it_shows_changed(tmp_path: Path) -> None:
    source = site(tmp_path, directive('talks', 'speaker: ann_example'))

    def written() -> int:
        return (source.build().outdir / 'lists.html').stat().st_mtime_ns

    first = written()
    source.write('reports/kilns.md', KILNS.replace('- cold', '- very cold'))
    assert written() == first
    source.write('reports/kilns.md', KILNS.replace('Warm kilns', 'Lukewarm kilns'))
    assert written() > first
    assert 'Lukewarm kilns' in source.build().read('lists.html')


def test_in_restructuredtext(tmp_path: Path) -> None:
    text = 'Lists\n=====\n\n.. events::\n   :limit: 1\n\n.. archive::\n'
    source = Site(tmp_path, {'reports/kilns.md': KILNS, 'reports/cups.md': CUPS, 'lists.rst': text}, DOMAIN)
    built = source.build()
    assert built.warnings == ()
    assert names(built) == ['Pot Meetup #3']
    page = built.page('lists')
    assert [found.get_text() for found in page.select('.meetup-ways .meetup-number')] == ['3', '2', '1', '2030–2031']
    assert page.select_one('form.meetup-search')['action'].endswith('search.html')


def test_a_year_runs_as_the_calendar_does(tmp_path: Path) -> None:
    source = site(tmp_path, '')
    source.write('reports/lids.md', KILNS.replace('#1', '#2').replace('2030-02-03', '2030-02-17'))
    titles = [found.get_text() for found in source.build().page('archive/2030').select('.meetup-events-title')]
    assert titles == ['Pot Meetup #1', 'Pot Meetup #2']
