"""Pages that the archive makes of itself: in every form of address, under their names, until somebody writes one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from sphinx.util.inventory import InventoryFile
from support import Site, outputs

if TYPE_CHECKING:
    from pathlib import Path

    from support import Built

REPORT = """\
---
title: "Pot Meetup #{number}"
date: {year}-02-0{number}
lang: en
tags: [Clay]
---

## Clay kilns {number}

by Ann Example (@ann_example)

- hot

## Glass cups {number}

by {guest}

- amber
"""
FILES = {
    'reports/one.md': REPORT.format(number=1, year=2030, guest='Bo Sample'),
    'reports/three.md': REPORT.format(number=3, year=2031, guest='Cy Instance'),
}
CONF = "primary_domain = 'meetup'\n"
KINDS = {
    'speakers/ann-example': 'Ann Example',
    'speakers/bo-sample': 'Bo Sample',
    'topics/clay': 'Clay',
    'series/pot-meetup': 'Pot Meetup',
    'archive/2030': '2030',
    'archive/2031': '2031',
    'speakers/index': 'Speakers',
    'topics/index': 'Topics',
    'series/index': 'Series',
    'archive/index': 'Years',
}
BUILDERS = ('html', 'dirhtml')


def file_of(docname: str, builder: str) -> str:
    return (
        f'{docname}.html'
        if builder == 'html'
        else f'{docname.removesuffix("index").rstrip("/")}/index.html'.lstrip('/')
    )


def page(built: Built, docname: str, builder: str = 'html') -> BeautifulSoup:
    return BeautifulSoup(built.read(file_of(docname, builder)), 'html.parser')


def title(found: BeautifulSoup) -> str:
    head = found.select_one('h1')
    assert head is not None
    return head.get_text().rstrip('¶')


@pytest.fixture(scope='module', params=BUILDERS)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, str]:
    folder = tmp_path_factory.mktemp('made')
    return Site(folder / 'src', FILES, CONF).build(request.param), request.param


@pytest.mark.parametrize('docname', KINDS)
def test_every_kind_is_there_under_its_title(built: tuple[Built, str], docname: str) -> None:
    made, builder = built
    assert made.warnings == ()
    assert title(page(made, docname, builder)) == KINDS[docname]


def test_no_file_of_them_is_in_the_sources(built: tuple[Built, str]) -> None:
    assert {path.parent.name for path in built[0].srcdir.glob('**/*.md')} == {'src', 'reports'}


@pytest.mark.parametrize('docname', ['index', 'reports/one', *KINDS])
def test_every_link_inside_leads_to_a_page_and_an_anchor(built: tuple[Built, str], docname: str) -> None:
    made, builder = built
    start = made.outdir / file_of(docname, builder)
    for link in BeautifulSoup(start.read_text('utf-8'), 'html.parser').select('[role=main] a[href], .body a[href]'):
        path, _mark, anchor = str(link['href']).partition('#')
        if re.match(r'[a-z]+:', path):
            continue
        target = (start.parent / path).resolve() if path else start
        target = target / 'index.html' if target.is_dir() else target
        assert target.is_file(), f'{docname}: {link}'
        ids = {str(one['id']) for one in BeautifulSoup(target.read_text('utf-8'), 'html.parser').select('[id]')}
        assert not anchor or anchor in ids, f'{docname}: {link}'


def test_other_projects_find_them_by_name(built: tuple[Built, str]) -> None:
    made, builder = built
    with (made.outdir / 'objects.inv').open('rb') as file:
        inventory = InventoryFile.load(file, '', lambda base, path: path)
    for kind, name, docname in (
        ('speaker', 'ann-example', 'speakers/ann-example'),
        ('topic', 'clay', 'topics/clay'),
        ('series', 'pot-meetup', 'series/pot-meetup'),
    ):
        uri = inventory[f'meetup:{kind}'][name].uri
        assert uri.partition('#')[0] == file_of(docname, builder).removesuffix(
            'index.html' if builder != 'html' else ''
        )


@pytest.mark.parametrize('builder', BUILDERS)
def test_roles_lead_to_them(tmp_path: Path, builder: str) -> None:
    text = '# Links\n\n{speaker}`ann-example` {speaker}`Bo Sample` {topic}`clay` {series}`Pot Meetup`\n'
    made = Site(tmp_path / 'src', {**FILES, 'links.md': text}, CONF).build(builder)
    assert made.warnings == ()
    links = [str(link['href']) for link in page(made, 'links', builder).select('p a.reference.internal')]
    up, end = ('', '.html') if builder == 'html' else ('../', '/')
    wanted = ('speakers/ann-example', 'speakers/bo-sample', 'topics/clay', 'series/pot-meetup')
    assert [link.partition('#')[0] for link in links] == [f'{up}{docname}{end}' for docname in wanted]


BY_HAND = {
    'speakers/ann-example.md': (
        '# Ann, in her own words\n\n```{speaker} Ann Example\n:handle: ann_example\n\nMakes kilns.\n```\n',
        ('Makes kilns.', 'Clay kilns 1', 'Clay kilns 3'),
    ),
    'topics/clay.md': ('# All about clay\n\n```{topic} Clay\nIt is soft.\n```\n', ('It is soft.', 'Clay kilns 1')),
    'series/pot-meetup.md': ('# The pot meetups\n\nOnce a month.\n', ('Once a month.',)),
    'archive/2030.md': ('# A good year\n\nIndeed.\n', ('Indeed.',)),
    'speakers/index.md': ('# Everybody\n\n```{speakers}\n```\n', ('Ann Example', 'Bo Sample')),
}


@pytest.mark.parametrize('path', BY_HAND)
def test_a_page_written_by_hand_takes_the_place_and_gives_it_back(tmp_path: Path, path: str) -> None:
    text, words = BY_HAND[path]
    docname = path.removesuffix('.md')
    site = Site(tmp_path / 'src', FILES, CONF)
    before = site.build()
    made = title(page(before, docname))
    everything = outputs(before.outdir, '**/*.html')

    site.write(path, text)
    by_hand = site.build()
    found = page(by_hand, docname)
    assert title(found) == text.splitlines()[0].removeprefix('# ')
    assert all(word in found.get_text() for word in words)
    assert by_hand.warnings == ()

    (site.srcdir / path).unlink()
    after = site.build()
    assert title(page(after, docname)) == made
    assert outputs(after.outdir, '**/*.html') == everything


def test_a_page_of_another_name_takes_the_place_and_the_old_addresses_lead_there(tmp_path: Path) -> None:
    text = '# Ann\n\n```{speaker} Ann Example\n:handle: ann_example\n:also: annie\n```\n'
    made = Site(tmp_path / 'src', {**FILES, 'people/ann.md': text}, CONF).build()
    for name in ('ann-example', 'annie'):
        refresh = page(made, f'speakers/{name}').select_one('meta[http-equiv=refresh]')
        assert refresh is not None
        assert str(refresh['content']).endswith('../people/ann.html')
    links = {str(link['href']) for link in page(made, 'reports/one').select('a.meetup-speaker')}
    assert '../people/ann.html#speaker-ann-example' in links
    assert page(made, 'topics/clay').select_one('a[href^="../people/ann.html"]') is not None


@pytest.mark.parametrize('builder', BUILDERS)
def test_output_that_was_deleted_comes_back(tmp_path: Path, builder: str) -> None:
    site = Site(tmp_path / 'src', FILES, CONF)
    first = site.build(builder)
    everything = outputs(first.outdir, '**/*.html')
    for docname in KINDS:
        (first.outdir / file_of(docname, builder)).unlink()
    assert outputs(site.build(builder).outdir, '**/*.html') == everything


def test_workers_make_the_pages_that_one_makes(tmp_path: Path) -> None:
    many = {
        f'reports/{number}.md': REPORT.format(number=number, year=2030, guest='Bo Sample') for number in range(1, 9)
    }
    serial = Site(tmp_path / 'serial', many, CONF).build()
    parallel = Site(tmp_path / 'parallel', many, CONF).build(parallel=2)
    assert outputs(serial.outdir, '**/*.html') == outputs(parallel.outdir, '**/*.html')


def test_one_set_of_trees_serves_two_builders(tmp_path: Path) -> None:
    site = Site(tmp_path / 'src', FILES, CONF)
    site.build('html')
    shared = site.build('dirhtml')
    clean = Site(tmp_path / 'clean', FILES, CONF).build('dirhtml')
    assert outputs(shared.outdir, '**/*.html') == outputs(clean.outdir, '**/*.html')


@pytest.mark.parametrize(('builder', 'path'), [('text', 'speakers/index.txt'), ('epub', 'speakers/index.xhtml')])
def test_a_book_has_the_same_facts_in_its_lists(tmp_path: Path, builder: str, path: str) -> None:
    made = Site(tmp_path / 'src', FILES, CONF + "version = '1'\n").build(builder)
    text = made.read(path)
    assert all(word in text for word in ('Ann Example', 'Clay kilns 1', 'Clay kilns 3', 'Cy Instance'))
    assert not (made.outdir / path.replace('index', 'ann-example')).exists()
