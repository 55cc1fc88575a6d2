"""The sitemap after every kind of build: every page of the site once, in one order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from sphinx_meetup.domain import MeetupDomain
from support import Site

if TYPE_CHECKING:
    from pathlib import Path

CHANGED = '# Report 2\n\nMore, under the same title: no other page is written.\n'
BASE = 'https://meetups.example/archive/'
CONF = f"""
extensions.append('sphinx_sitemap')
html_baseurl = '{BASE}'
sitemap_url_scheme = '{{link}}'
sitemap_locales = [None]
sitemap_excludes = ['search.html', 'genindex.html', 'search/', 'genindex/', 'hidden*']
"""
FILES = {
    **{f'reports/{number}.md': f'# Report {number}\n' for number in range(1, 13)},
    'reports/発表 1.md': '# 発表\n',
    'lone.md': '---\norphan: true\n---\n# Lone\n',
    'hidden.md': '# Hidden\n',
    'people/index.md': '# People\n',
}
MADE = ['archive/index', 'series/index', 'speakers/index', 'topics/index']
NAMES = [
    'archive/index', 'index', 'lone', 'people/index', 'reports/1', 'reports/10', 'reports/11', 'reports/12',
    *(f'reports/{number}' for number in range(2, 10)), 'reports/%E7%99%BA%E8%A1%A8%201',
    'series/index', 'series/report', 'speakers/index', 'topics/index',
]  # fmt: skip
PAGES = [f'{BASE}{name}.html' for name in NAMES]


def listed(built_or_folder: Path) -> list[str]:
    return re.findall('<loc>(.*?)</loc>', (built_or_folder / 'sitemap.xml').read_text('utf-8'))


def test_every_page_once_in_order(tmp_path: Path) -> None:
    built = Site(tmp_path, FILES, CONF).build()
    assert listed(built.outdir) == PAGES
    assert built.warnings == ()


def test_addresses_that_end_in_a_slash(tmp_path: Path) -> None:
    built = Site(tmp_path, FILES, CONF).build('dirhtml')
    assert sorted(listed(built.outdir)) == sorted(
        f'{BASE}{name.removesuffix("index")}{"" if name.endswith("index") else "/"}' for name in NAMES
    )


@pytest.mark.parametrize('builder', ['html', 'dirhtml'])
def test_later_builds_list_what_a_clean_one_lists(tmp_path: Path, builder: str) -> None:
    site = Site(tmp_path / 'a', FILES, CONF)
    first = site.build(builder).read('sitemap.xml')
    assert site.build(builder).read('sitemap.xml') == first  # nothing was written
    site.write('reports/2.md', CHANGED)
    assert site.build(builder).read('sitemap.xml') == first
    site.write('reports/new.md', '# New\n')
    (site.srcdir / 'reports' / '3.md').unlink()
    (site.srcdir / 'lone.md').unlink()
    later = site.build(builder).read('sitemap.xml')
    assert later != first
    files = {path: text for path, text in FILES.items() if path not in {'reports/3.md', 'lone.md'}}
    clean = Site(tmp_path / 'b', {**files, 'reports/new.md': '# New\n', 'reports/2.md': CHANGED}, CONF)
    assert later == clean.build(builder).read('sitemap.xml')


def test_the_last_page_of_no_toctree_goes_too(tmp_path: Path) -> None:
    site = Site(tmp_path, {'index.md': '# Start\n', 'lone.md': FILES['lone.md']}, CONF)
    assert listed(site.build().outdir) == [f'{BASE}{name}.html' for name in sorted([*MADE, 'index', 'lone'])]
    (site.srcdir / 'lone.md').unlink()
    assert listed(site.build().outdir) == [f'{BASE}{name}.html' for name in sorted([*MADE, 'index'])]


def test_workers_list_what_one_lists(tmp_path: Path) -> None:
    one = Site(tmp_path / 'a', FILES, CONF).build()
    two = Site(tmp_path / 'b', FILES, CONF).build(parallel=2)
    assert two.read('sitemap.xml') == one.read('sitemap.xml')
    assert listed(two.outdir) == PAGES


def test_a_failed_build_leaves_it(tmp_path: Path) -> None:
    site = Site(tmp_path, FILES, CONF)
    before = site.build().read('sitemap.xml')
    site.write('conf.py', (site.srcdir / 'conf.py').read_text('utf-8') + FAILS)
    site.write('reports/1.md', '# Changed\n')
    with pytest.raises(Exception, match='stops here'):
        site.build()
    assert (site.srcdir / '_build' / 'html' / 'sitemap.xml').read_text('utf-8') == before


FAILS = """
def setup(app):
    def fail(app):
        raise ValueError('stops here')
    app.connect('html-collect-pages', fail)
"""


def test_pages_of_extensions_are_listed_and_old_addresses_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MeetupDomain, 'redirects', lambda self: {'old': 'lone'}, raising=False)
    made = "setup = lambda app: app.connect('html-collect-pages', lambda app: [('made', {'body': 'x'}, 'page.html')])\n"
    moved = "redirects = {'reports/1': '2.html', 'gone': 'lone.html', 'people/*': '../lone.html'}\n"
    site = Site(tmp_path, FILES, CONF + made + moved)
    gone = {f'{BASE}{name}.html' for name in ('reports/1', 'people/index')}
    for _ in range(2):
        built = site.build()
        assert (built.outdir / 'old.html').exists()
        assert sorted(listed(built.outdir)) == sorted({*PAGES, f'{BASE}made.html'} - gone)


def test_a_project_that_does_not_ask_for_one_gets_none(tmp_path: Path) -> None:
    built = Site(tmp_path, FILES).build(html_baseurl=BASE)
    assert not (built.outdir / 'sitemap.xml').exists()
