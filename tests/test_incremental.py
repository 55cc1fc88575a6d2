"""A build that goes on from an earlier one gives what a clean one gives, and writes no page for nothing.

Compared byte by byte are all pages and the inventory. Nothing in them is left out: what Sphinx leaves stale on pages
that it does not write (sidebar, links to neighbours) is the task of :mod:`sphinx_meetup.html.surroundings`.
So is the index of the search.
"""

from __future__ import annotations

import pickle
import re
from typing import TYPE_CHECKING

import pytest
from sphinx.util.inventory import InventoryFile
from support import Built, Site, outputs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEAPOTS = 'reports/2030/teapots.md'
SAUCERS = 'reports/2030/saucers.md'
SPEAKER_C = '# Sample C\n\n```{meetup:speaker} Sample C\n:handle: sample_c\n```\n'


def compared(built: Built) -> dict[str, bytes]:
    return outputs(built.outdir, '**/*.html', 'objects.inv', '_static/search/*.js')


def assert_clean(site: Site, built: Built, tmp_path: Path, **conf: str) -> None:
    """What the folder holds is what a clean build gives, pages of deleted sources gone."""
    clean = compared(site.build(builddir=tmp_path / 'clean', **conf))
    now = compared(built)
    different = sorted(name for name in clean if clean[name] != now.get(name))
    assert different == []
    assert sorted(set(now) - set(clean)) == []


def written(built: Built) -> set[str]:
    """The documents that a build wrote."""
    return set(re.findall(r'writing output\.\.\. \[ *\d+%\] (\S+)', built.status))


def edit(path: str, *pairs: tuple[str, str]) -> Callable[[Site], None]:
    def change(site: Site) -> None:
        text = (site.srcdir / path).read_text('utf-8')
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        site.write(path, text)

    return change


def both(*changes: Callable[[Site], None]) -> Callable[[Site], None]:
    def change(site: Site) -> None:
        for each in changes:
            each(site)

    return change


def rename(site: Site) -> None:
    (site.srcdir / SAUCERS).rename(site.srcdir / 'reports/2030/plates.md')
    edit('index.md', ('2030/saucers', '2030/plates'))(site)


def delete(site: Site) -> None:
    (site.srcdir / SAUCERS).unlink()
    edit('index.md', ('reports/2030/saucers\n', ''))(site)


def add_speaker(site: Site) -> None:
    site.write('speakers/sample_c.md', SPEAKER_C)
    edit('index.md', ('speakers/sample_b', 'speakers/sample_b\nspeakers/sample_c'))(site)


MOVED = '## Glazes of the Deep Sea\n\n* 釉薬のこと\n\n'
CHANGES = {
    'edit the notes': edit(TEAPOTS, ('* 焼く', '* ゆっくり焼く')),
    'change a title that others list and refer to': edit(
        TEAPOTS,
        ("## The potter's keynote", "## The potter's new keynote"),
        ('The potter’s keynote', 'The potter’s new keynote'),
    ),
    'change the title of an event': edit(SAUCERS, ('Example Meetup #2', 'Example Meetup #2 bis')),
    'change the date of an event': edit(SAUCERS, ('2030-04-02', '2028-04-02')),
    'move a talk to another report': both(
        edit(TEAPOTS, (MOVED, '')), edit(SAUCERS, ('### How far', f'{MOVED}### How far'))
    ),
    'rename a report': rename,
    'delete a report': delete,
    'add a page of a speaker': add_speaker,
    'rename a speaker': edit('speakers/sample_b.md', ('{meetup:speaker} Sample B', '{meetup:speaker} Sam B')),
    'remove an event that others refer to, and add it again': both(
        edit('guide/cups.md', ('# Example Cup Day', '# Example Cup Night'))
    ),
}


@pytest.mark.parametrize('name', CHANGES)
def test_incremental_is_clean(name: str, tmp_path: Path) -> None:
    site = Site.of('everything', tmp_path / 'site')
    site.build(html_theme='furo')
    CHANGES[name](site)
    assert_clean(site, site.build(html_theme='furo'), tmp_path, html_theme='furo')


def test_a_chip_becomes_a_link(tmp_path: Path) -> None:
    site = Site.of('everything', tmp_path / 'site')
    before = site.build()
    assert not before.page('reports/2030/teapots').select('a.meetup-speaker[href*=sample_c]')
    add_speaker(site)
    after = site.build()
    links = after.page('reports/2030/teapots').select('a.meetup-speaker[href*=sample_c]')
    assert {link['href'] for link in links} == {'../../speakers/sample_c.html#speaker-sample-c'}
    (site.srcdir / 'speakers/sample_c.md').unlink()
    edit('index.md', ('\nspeakers/sample_c', ''))(site)
    assert not site.build().page('reports/2030/teapots').select('a.meetup-speaker[href*=sample_c]')


def test_a_role_that_lost_its_target_is_said(tmp_path: Path) -> None:
    site = Site.of('everything', tmp_path / 'site')
    site.build()
    edit('guide/cups.md', (':id: cup-day', ':id: mug-day'), ('{meetup:event}`cup-day`', 'it'))(site)
    (warning,) = site.build().warnings
    assert warning.startswith('guide/spoons.rst:14: WARNING: event not found: "cup-day"')


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    site = Site.of('everything', tmp_path / 'site')
    site.build()
    edit(TEAPOTS, ('* 焼く', '* ゆっくり焼く'))(site)
    # The index has them in its table of contents, which shows titles and headings alone.
    assert written(site.build()) == {'reports/2030/teapots'}
    edit('speakers/sample_b.md', ('Makes pots.', 'Makes cups.'))(site)
    assert written(site.build()) == {'speakers/sample_b'}
    edit('speakers/sample_b.md', ('Makes cups.\n```', 'Makes cups.\n```\n\n## Kilns\n\nThree of them.'))(site)
    assert written(site.build()) == {'index', 'speakers/sample_b'}


@pytest.mark.parametrize('builder', ['html', 'dirhtml', 'text', 'latex', 'xml'])
def test_three_builds_of_nothing_new(builder: str, tmp_path: Path) -> None:
    site = Site.of('everything', tmp_path / 'site')
    first = site.build(builder)
    # Sphinx makes its index and search page each time.
    pages = {
        path: path.stat().st_mtime_ns
        for path in first.outdir.rglob('*')
        if path.stem in _STEMS and path.parent.name not in {'genindex', 'search'}
    }
    assert builder == 'latex' or len(pages) >= len(_STEMS)
    for _ in range(3):
        again = site.build(builder)
        assert again.warnings == ()
        assert 'updating environment: 0 added, 0 changed, 0 removed' in again.status
        # sphinx-design says of itself that it changed html_static_path, before Sphinx 9.1; nothing is read for it.
        assert not re.search(r"configuration has changed(?! \(1 option: 'html_static_path'\))", again.status)
        assert builder == 'latex' or written(again) == set()
        assert {path: path.stat().st_mtime_ns for path in pages} == pages


_STEMS = {'index', 'teapots', 'saucers', 'cups', 'spoons', 'sample_b'}


def test_other_builders_leave_html_as_it_is(tmp_path: Path) -> None:
    site = Site.of('everything', tmp_path / 'site')
    first = compared(site.build())
    edit(SAUCERS, ('Example Meetup #2', 'Example Meetup #2 bis'))(site)
    site.build('text')
    assert_clean(site, site.build(), tmp_path)
    edit(SAUCERS, ('Example Meetup #2 bis', 'Example Meetup #2'))(site)
    site.build('text')
    assert compared(site.build()) == first


def test_one_report_of_a_text_build_reaches_html(tmp_path: Path) -> None:
    """Both builders share what was read; each keeps for itself what it wrote last."""
    site = Site.of('everything', tmp_path / 'site')
    site.build()
    site.build('text')
    edit(SAUCERS, ('2030-04-02', '2028-04-02'))(site)
    assert 'index' in written(site.build('text'))
    assert 'index' in written(site.build())


def test_same_input_same_bytes(tmp_path: Path) -> None:
    """In another folder, in another process, with another order of sets."""
    results = []
    for number in ('1', '2'):
        site = Site.of('everything', tmp_path / number / 'site')
        out = tmp_path / number / 'out'
        ran = site.run('html', out, '-E', seed=number)
        assert (ran.returncode, ran.stderr) == (0, '')
        results.append(outputs(out))
    one, other = results
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []
    # So is what tells the next build, which may have any order of sets, what these pages show.
    shown = [_views(tmp_path / number / 'out-trees') for number in ('1', '2')]
    assert shown[0] == shown[1]


def _views(trees: Path) -> object:
    with (trees / 'environment.pickle').open('rb') as file:
        return pickle.load(file).domaindata['meetup']['views']


def test_the_inventory_names_what_is_there(tmp_path: Path) -> None:
    built = Site.of('everything', tmp_path / 'site').build()
    with (built.outdir / 'objects.inv').open('rb') as file:
        kinds = InventoryFile.load(file, '', lambda *parts: '/'.join(parts))
    assert sorted(kinds['meetup:event']) == [
        'cup-day',
        'example-meetup-1',
        'example-meetup-2',
        'example-spoon-day-2029-11-03',
    ]
    assert {'sample-a', 'sample-b'} <= set(kinds['meetup:speaker'])
    for kind in ('meetup:event', 'meetup:talk', 'meetup:speaker', 'meetup:topic', 'meetup:series'):
        assert kinds[kind]
        for name, item in kinds[kind].items():
            path, _, anchor = item.uri.strip('/').partition('#')
            page = built.page(path.removesuffix('.html'))
            assert page.find(id=anchor) if anchor else page.find('h1'), (kind, name, item.uri)
