from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import check_links
import pytest

ROOT = Path(__file__).parents[2]
GOOD = '<h1 id="top-of-it">A</h1><a name="old"></a><p id="発表">x</p>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / 'talks').mkdir()
    (tmp_path / 'talks' / 'index.html').write_text('<p id="b">b</p><a href="../index.html#old">up</a>', 'utf-8')
    (tmp_path / 'a b.png').write_bytes(b'')
    return tmp_path


def problems(site: Path, html: str) -> list[str]:
    (site / 'index.html').write_text(GOOD + html, encoding='utf-8')
    return list(check_links.check(site))


@pytest.mark.parametrize(
    'address',
    [
        '', '#', '#top', '#top-of-it', '#old', '#%E7%99%BA%E8%A1%A8', '#発表',
        'talks/', 'talks', 'talks/index.html#b', '/talks/#b',
        'talks/../index.html', './', 'a%20b.png', 'a%20b.png?v=1#x', 'index.html?q=1#old', 'https://example.org/x#y',
        '//example.org', 'mailto:a@example.org', 'data:,x', 'javascript:void(0)', '#old:~:text=x',
    ],
)  # fmt: skip
def test_link_that_works(site: Path, address: str) -> None:
    assert problems(site, f'<a href="{address}">x</a>') == []


@pytest.mark.parametrize(
    ('html', 'said'),
    [
        ('<a href="gone.html">x</a>', 'index.html:1: no such file: gone.html'),
        ('<a href="#gone">x</a>', 'index.html:1: no such place on the page: #gone'),
        ('\n<a href="talks/#gone">x</a>', 'index.html:2: no such place on the page: talks/#gone'),
        ('<a href="../index.html">x</a>', 'index.html:1: no such file: ../index.html'),
        ('<img src="gone.png"/>', 'index.html:1: no such file: gone.png'),
        ('<img srcset="a%20b.png 1x, gone.png 2x">', 'index.html:1: no such file: gone.png'),
        ('<script src="gone.js"></script>', 'index.html:1: no such file: gone.js'),
        ('<form action="gone.html"></form>', 'index.html:1: no such file: gone.html'),
        ('<p id="old"></p><p id="old">', 'index.html: id used 2 times: old'),
    ],
)
def test_what_does_not_work_is_said(site: Path, html: str, said: str) -> None:
    assert problems(site, html) == [said]


@pytest.mark.parametrize(
    'html',
    [
        '<svg><a href="talks/#b"><text>x</text></a></svg>',
        '<svg><a xlink:href="#%E7%99%BA%E8%A1%A8"><text>x</text></a></svg>',
        '<meta http-equiv="refresh" content="0; url=talks/index.html">',
        '<meta http-equiv="Refresh" content="0;URL=\'talks/\'">',
        '<meta http-equiv="refresh" content="300">',
        '<meta name="description" content="0; url=gone.html">',
        '<pre>&lt;a href="gone.html"&gt;</pre><!-- <a href="gone.html"> -->',
    ],
)
def test_other_ways_to_lead_somewhere(site: Path, html: str) -> None:
    assert problems(site, html) == []


@pytest.mark.parametrize(
    ('html', 'said'),
    [
        ('<svg><a href="#gone"><text>x</text></a></svg>', 'no such place on the page: #gone'),
        ('<svg><use xlink:href="#gone"/></svg>', 'no such place on the page: #gone'),
        ('<a href="talks/#%E7%99%BA">x</a>', 'no such place on the page: talks/#%E7%99%BA'),
        ('<meta http-equiv="refresh" content="0; url=gone.html">', 'no such file: gone.html'),
    ],
)
def test_other_ways_to_lead_nowhere(site: Path, html: str, said: str) -> None:
    assert problems(site, html) == [f'index.html:1: {said}']


BASE = 'https://meetups.example/archive/'


@pytest.mark.parametrize(
    ('address', 'good'),
    [
        ('https://meetups.example/archive/talks/#b', True),
        ('https://meetups.example/archive', True),
        ('//meetups.example/archive/index.html', True),
        ('https://meetups.example/another/gone.html', True),
        ('https://meetups.example/', True),
        ('/archive/talks/', True),
        ('/archive/', True),
        ('/archive', True),
        ('talks/', True),
        ('https://meetups.example/archive/gone.html', False),
        ('https://meetups.example/archive/talks/#gone', False),
        ('/archive/gone.html', False),
        ('/talks/', False),
        ('/', False),
    ],
)
def test_links_with_the_address_of_the_site(site: Path, address: str, good: bool) -> None:  # noqa: FBT001
    (site / 'index.html').write_text(f'{GOOD}<a href="{address}">x</a>', 'utf-8')
    assert (list(check_links.check(site, BASE)) == []) is good


@pytest.mark.parametrize('address', ['', BASE])
def test_the_page_for_nothing_found_has_no_relative_address(site: Path, address: str) -> None:
    problems(site, '')
    root = check_links.Base(address).prefix
    (site / '404.html').write_text(f'<a href="{root}talks/">x</a><a href="#">x</a><a href="//other.example">x</a>')
    assert list(check_links.check(site, address)) == []
    (site / '404.html').write_text('<a href="talks/">x</a>')
    (said,) = check_links.check(site, address)
    assert said.startswith('404.html:1: relative')


def test_what_a_sitemap_lists_is_there(site: Path) -> None:
    problems(site, '')
    (site / 'sitemap.xml').write_text(f'<url><loc>{BASE}talks/</loc></url>\n<url><loc>{BASE}gone.html</loc></url>')
    assert list(check_links.check(site, BASE)) == [f'sitemap.xml:2: no such file: {BASE}gone.html']


def test_a_folder_without_pages_is_no_site(tmp_path: Path) -> None:
    assert list(check_links.check(tmp_path))


def test_the_command_fails_on_a_dead_link(site: Path) -> None:
    problems(site, '<a href="#gone">x</a>')
    result = subprocess.run(
        [sys.executable, ROOT / 'tools' / 'check_links.py', site], capture_output=True, text=True, check=False
    )
    assert result.returncode == 1
    assert '#gone' in result.stdout
