"""Several reports of one event: its page shows each talk once, with everybody's notes under their names."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from sphinx.util.inventory import InventoryFile
from support import Site

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import BeautifulSoup, Tag
    from support import Built

HEAD = """\
---
title: "Pot Meetup #1"
date: 2030-02-03
event: the-first-night
lang: en
author: {author}
published: {published}
---

"""
FIRST = (
    HEAD.format(author='Ada Sample', published='2030-02-04')
    + """\
## Warm kilns

by Ann Example

- hot, says Ada

## Cold kilns

by Bo Sample
"""
)
SECOND = (
    HEAD.format(author='Ben Placeholder', published='2030-02-05')
    + """\
# Our night

## Warm kilns

Speaker: Ann Example
Slides: https://speakerdeck.com/ann/warm-kilns

- warm, says Ben, see [the shelf](../shelf.md), [below](#amber-cups) and [a note][^1]
- ![a kiln](kiln.png)

### Ovens

Some words of Ben on ovens.

## Cold kilns

by Bo Sample

- cold, says Ben

## Amber cups

by Cy Instance

- amber, says Ben

[^1]: A footnote of Ben.
"""
)
THIRD = (
    HEAD.format(author='Cleo Instance', published='2030-02-06').replace('lang: en', 'lang: ja')
    + '## Warm kilns\n\nby Ann Example\n\n- 熱い、とクレオ\n\n## Amber cups\n\nby Cy Instance\n\n- amber, says Cleo\n'
)
PNG = bytes.fromhex(
    '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cfc0000003'
    '01010018dd8db00000000049454e44ae426082'
)
FILES: dict[str, str | bytes] = {
    'reports/first.md': FIRST,
    'reports/second/index.md': SECOND.replace('../shelf.md', '../../shelf.md'),
    'reports/second/kiln.png': PNG,
    'reports/third.md': THIRD,
    'shelf.md': '# The shelf\n',
}

REPORTS = ('reports/first', 'reports/second/index', 'reports/third')


@pytest.fixture(scope='module', params=['html', 'dirhtml'])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return Site(tmp_path_factory.mktemp('gathered') / 'src', FILES).build(request.param)


def page_of(built: Built, docname: str) -> BeautifulSoup:
    folder = (built.outdir / docname / 'index.html').exists()
    return built.page(f'{docname}/index' if folder else docname)


@pytest.fixture(scope='module')
def page(built: Built) -> BeautifulSoup:
    return page_of(built, 'reports/first')


def section(page: BeautifulSoup, title: str) -> Tag:
    (found,) = (
        one
        for one in page.select('section.meetup-talk')
        if title in one.select('h2, h3')[0].get_text() and one.select('h2')
    )
    return found


def bylines(found: Tag) -> list[str]:
    return [line.get_text() for line in found.select('.meetup-notes-by')]


def test_nothing_is_wrong_with_several_reports(built: Built) -> None:
    assert built.warnings == ()


@pytest.mark.parametrize(
    ('title', 'names'),
    [
        ('Warm kilns', ['Notes by Ada Sample', 'Notes by Ben Placeholder', 'Notes by Cleo Instance']),
        ('Cold kilns', ['Notes by Ben Placeholder']),
        ('Amber cups', ['Notes by Ben Placeholder', 'Notes by Cleo Instance']),
    ],
)
def test_a_talk_has_everybodys_notes_under_their_names(page: BeautifulSoup, title: str, names: list[str]) -> None:
    found = section(page, title)
    assert bylines(found) == names
    for name in names:
        first = name.split()[2]
        assert f'says {first}' in found.get_text() or first == 'Cleo'


def test_a_talk_stands_once_and_in_its_place(page: BeautifulSoup) -> None:
    titles = [one.select('h2, h3')[0].get_text().rstrip('¶') for one in page.select('section.meetup-talk')]
    assert titles == ['Warm kilns', 'Cold kilns', 'Amber cups']
    text = section(page, 'Warm kilns').get_text()
    assert text.index('says Ada') < text.index('says Ben') < text.index('とクレオ')


def test_ids_stay_unique_and_every_anchor_is_there(page: BeautifulSoup) -> None:
    counted = Counter(str(element['id']) for element in page.select('[id]'))
    assert [name for name, count in counted.items() if count > 1] == []
    anchors = {str(link['href'])[1:] for link in page.select('a[href^="#"]')} - {''}
    assert anchors <= set(counted)


def test_links_of_others_lead_where_they_did(built: Built, page: BeautifulSoup) -> None:
    found = section(page, 'Warm kilns')
    links = {link.get_text(): str(link['href']) for link in found.select('.meetup-notes a')}
    up = '../../' if (built.outdir / 'shelf' / 'index.html').exists() else '../'
    end = '/' if up == '../../' else '.html'
    assert links['the shelf'] == f'{up}shelf{end}'
    assert re.fullmatch(r'(\.\./)?second/(index\.html)?#talk-amber-cups', links['below'])
    image = found.select_one('.meetup-notes img')
    assert image is not None
    assert (built.outdir / '_images' / str(image['src']).rpartition('/')[2]).exists()


def test_footnotes_come_along(page: BeautifulSoup) -> None:
    found = section(page, 'Warm kilns')
    mark = found.select_one('.meetup-notes a.footnote-reference')
    assert mark is not None
    note = page.find(id=str(mark['href'])[1:])
    assert note is not None
    assert 'A footnote of Ben.' in note.get_text()
    back = note.select_one('a[href^="#"]')
    assert back is not None
    assert page.find(id=str(back['href'])[1:]) is not None


def test_slides_that_one_report_has_are_shown_once(page: BeautifulSoup) -> None:
    found = section(page, 'Warm kilns').select('a.meetup-slides-link')
    assert [link['href'] for link in found] == ['https://speakerdeck.com/ann/warm-kilns']


def test_notes_in_another_language_say_so(page: BeautifulSoup) -> None:
    found = section(page, 'Warm kilns').select('.meetup-notes')
    assert [notes.get('lang') for notes in found] == [None, 'ja']


def test_only_the_events_own_page_gathers(built: Built) -> None:
    for docname in ('reports/second/index', 'reports/third'):
        found = page_of(built, docname)
        assert found.select('.meetup-notes-by') == []
        assert found.select('.meetup-elsewhere a')


def test_a_talk_that_gets_notes_is_no_longer_quiet(page: BeautifulSoup) -> None:
    assert 'meetup-talk-quiet' not in section(page, 'Cold kilns')['class']
    assert 'Nobody wrote' not in page.get_text()


@pytest.mark.parametrize('builder', ['text', 'epub', 'latex'])
def test_a_book_has_every_report_once(tmp_path: Path, builder: str) -> None:
    built = Site(tmp_path / 'src', FILES).build(builder)
    assert [warning for warning in built.warnings if 'EPUB3' not in warning] == []
    if builder == 'text':
        assert 'says Ben' not in built.read('reports/first.txt')


def test_what_is_wrong_in_a_report_is_said_once(tmp_path: Path) -> None:
    files = {**FILES, 'reports/third.md': THIRD.replace('- amber', '- {doc}`nowhere` amber')}
    built = Site(tmp_path / 'src', files).build()
    assert len([warning for warning in built.warnings if 'nowhere' in warning]) == 1


@pytest.mark.parametrize(
    ('path', 'old', 'new', 'expected'),
    [
        ('reports/third.md', 'says Cleo', 'says Cleo now', {'reports/third', 'reports/first'}),
        ('reports/second/index.md', '# Our night\n', '# Our night\n\nA word before.\n', {'reports/second/index'}),
        ('reports/first.md', 'says Ada', 'says Ada now', {'reports/first'}),
    ],
)
def test_notes_that_change_are_written_where_they_are_shown(
    tmp_path: Path, path: str, old: str, new: str, expected: set[str]
) -> None:
    site = Site(tmp_path / 'src', FILES)
    site.build()
    text = FILES[path]
    assert isinstance(text, str)
    site.write(path, text.replace(old, new, 1))
    before = {name: (site.srcdir / '_build' / 'html' / f'{name}.html').stat().st_mtime_ns for name in REPORTS}
    after = site.build()
    assert {name for name in REPORTS if (after.outdir / f'{name}.html').stat().st_mtime_ns != before[name]} == expected
    clean = Site(tmp_path / 'clean', {**FILES, path: text.replace(old, new, 1)}).build()
    for name in REPORTS:
        assert after.read(f'{name}.html') == clean.read(f'{name}.html')


def test_a_report_that_goes_takes_its_notes_along(tmp_path: Path) -> None:
    site = Site(tmp_path / 'src', FILES)
    site.build()
    (site.srcdir / 'reports' / 'third.md').unlink()
    after = site.build()
    clean = Site(tmp_path / 'clean', {path: text for path, text in FILES.items() if 'third' not in path}).build()
    assert 'Cleo' not in after.read('reports/first.html')
    assert after.read('reports/first.html') == clean.read('reports/first.html')


def test_roles_and_the_inventory_lead_to_the_events_own_page(tmp_path: Path) -> None:
    talks = ' '.join(f'{{talk}}`the-first-night/{name}`' for name in ('warm-kilns', 'amber-cups'))
    page = f'# Links\n\n{{event}}`the-first-night` {talks}\n'
    built = Site(tmp_path / 'src', {**FILES, 'links.md': page}, "primary_domain = 'meetup'\n").build()
    assert built.warnings == ()
    links = [str(link['href']) for link in built.page('links').select('p a.reference.internal')]
    assert links == [
        'reports/first.html#event-the-first-night',
        'reports/first.html#talk-warm-kilns',
        'reports/second/index.html#talk-amber-cups',
    ]
    with (built.outdir / 'objects.inv').open('rb') as file:
        inventory = InventoryFile.load(file, '', lambda base, path: path)
    assert {name: item.uri for name, item in inventory['meetup:talk'].items()} == {
        'the-first-night/warm-kilns': 'reports/first.html#talk-warm-kilns',
        'the-first-night/cold-kilns': 'reports/first.html#talk-cold-kilns',
        'the-first-night/amber-cups': 'reports/second/index.html#talk-amber-cups',
    }


def test_posts_of_one_title_and_no_day_are_no_reports_of_one_event(tmp_path: Path) -> None:
    text = '---\ntitle: I went to a meetup\n---\n\n## {}\n\nby Ann Example\n\n- notes\n'
    files = {f'reports/{name}.md': text.format(f'Talk {name}') for name in 'ab'}
    built = Site(tmp_path / 'src', files).build()
    assert built.page('reports/a').select('.meetup-notes-by') == []
    assert [warning for warning in built.warnings if 'give one of them another id' in warning]
