"""The page for addresses without one: shown at any address, so nothing in it may be relative."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import check_links
import pytest
from sphinx_meetup.html.not_found import make_absolute
from support import Built, Site

if TYPE_CHECKING:
    from pathlib import Path

CONF = """
html_theme = 'furo'
myst_heading_anchors = 2
extensions.insert(0, 'notfound.extension')
notfound_urls_prefix = '/archive/'
html_baseurl = 'https://meetups.example/archive/'
"""
NOT_FOUND = """\
---
orphan: true
---

# Nothing here

![Cup](cup.png) [Home](index.md) [Reports](reports/index.md) [One](reports/one.md#kettles) {ref}`search`
[Elsewhere](https://other.example/x) [Above](#nothing-here) <mailto:hana@other.example>
"""
FILES = {
    '404.md': NOT_FOUND,
    'cup.png': b'\x89PNG\r\n\x1a\n',
    'index.md': '# Start\n\n```{toctree}\nreports/index\n```\n',
    'reports/index.md': '# Reports\n\n```{toctree}\none\n```\n',
    'reports/one.md': '# One\n\n## Kettles\n\nHot.\n',
}


@pytest.mark.parametrize(
    ('given', 'made'),
    [
        ('<a href="a.html">', '<a href="/p/a.html">'),
        ('<a class="x" href="b/a.html#c">', '<a class="x" href="/p/b/a.html#c">'),
        ('<img src="_images/a.png" alt="a" />', '<img src="/p/_images/a.png" alt="a" />'),
        ('<a href="x?a=1&amp;b=2">', '<a href="/p/x?a=1&amp;b=2">'),
        ('<a href="#c">', None),
        ('<a href="/q/a.html">', None),
        ('<a href="//other.example/">', None),
        ('<a href="https://other.example/">', None),
        ('<a href="mailto:a@other.example">', None),
        ('<img src="data:image/png;base64,AA==">', None),
        ('<a href="">', None),
        ('<p>href=&quot;a.html&quot;</p>', None),
    ],
)
def test_addresses(given: str, made: str | None) -> None:
    assert make_absolute(given, '/p/', '404.html') == (made or given)


@pytest.mark.parametrize(('given', 'made'), [('../', '/p/'), ('../a/', '/p/a/'), ('./', '/p/404/')])
def test_addresses_from_a_folder(given: str, made: str) -> None:
    assert make_absolute(f'<a href="{given}">', '/p/', '404/') == f'<a href="{made}">'


def problems(built: Built) -> list[str]:
    """What does not work when the site is published below its prefix."""
    return [said for said in check_links.check(built.outdir, 'https://meetups.example/archive/') if '404' in said]


@pytest.mark.parametrize('builder', ['html', 'dirhtml'])
@pytest.mark.parametrize('own', [True, False])
def test_every_address_works_from_everywhere(tmp_path: Path, builder: str, *, own: bool) -> None:
    files = FILES if own else {path: text for path, text in FILES.items() if path != '404.md'}
    built = Site(tmp_path, files, CONF).build(builder)
    assert built.warnings == ()
    assert problems(built) == []
    page = built.page('404')
    end = '/' if builder == 'dirhtml' else '.html'
    home = '/archive/' if builder == 'dirhtml' else '/archive/index.html'
    assert page.html['data-content_root'] == '/archive/'
    assert page.find('a', class_='sidebar-brand')['href'] == home
    assert page.find('form', class_='sidebar-search-container')['action'] == f'/archive/search{end}'
    links = {link.get_text().strip(): link['href'] for link in page.article.find_all('a')}
    if own:
        assert links['Home'] == home
        assert urlsplit(links['One'])[2:] == (f'/archive/reports/one{end}', '', 'kettles')
        assert (links['Elsewhere'], links['Above']) == ('https://other.example/x', '#nothing-here')
        assert page.article.img['src'] == '/archive/_images/cup.png'


@pytest.mark.parametrize('builder', ['html', 'dirhtml'])
def test_search_engines_and_the_search_leave_it_out(tmp_path: Path, builder: str) -> None:
    built = Site(tmp_path, FILES, CONF).build(builder)
    page = built.page('404')
    assert page.find('meta', attrs={'name': 'robots'})['content'] == 'noindex'
    assert page.find('link', rel='canonical') is None
    index = ''.join(path.read_text('utf-8') for path in (built.outdir / '_static/search').glob('*.js'))
    assert 'Kettles' in index
    assert 'Nothing here' not in index
    assert 'elsewhere' not in index


def test_its_sidebar_is_that_of_other_pages(tmp_path: Path) -> None:
    built = Site(tmp_path, FILES, CONF).build()

    def sidebar(name: str) -> list[str]:
        return [link.get_text() for link in built.page(name).find(class_='sidebar-tree').find_all('a')]

    assert sidebar('404') == sidebar('index')


def test_other_pages_stay_as_they_are(tmp_path: Path) -> None:
    with_it = Site(tmp_path / 'a', FILES, CONF).build()
    without = Site(tmp_path / 'b', FILES, CONF.replace('extensions.insert', '0 and ')).build()
    assert with_it.read('reports/one.html') == without.read('reports/one.html')


def test_a_project_that_does_not_ask_for_it_gets_a_page_like_others(tmp_path: Path) -> None:
    built = Site(tmp_path, FILES).build('dirhtml')
    assert not (built.outdir / '404.html').exists()
    assert built.page('404/index').find('a', string='Reports')['href'] == '../reports/'
