"""Pictures and links that stayed behind on the blog: words instead, one warning each, the blog's address if known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import Site

if TYPE_CHECKING:
    from pathlib import Path

FRONT = '---\ntitle: Example Meetup 1\n---\n\n'


def test_missing_pictures_are_their_words_and_said_once(tmp_path: Path) -> None:
    body = '![Pots](/i/a.png) ![](b.png) ![There](here.png) ![Web](https://example.com/w.png)\n'
    built = Site(tmp_path, {'reports/a.md': FRONT + body, 'reports/here.png': b''}).build()
    page = built.page('reports/a')
    assert [one.get_text() for one in page.select('.meetup-missing-picture')] == ['Pots', 'Picture: b.png']
    assert sorted(str(one['alt']) for one in page.select('section img')) == ['There', 'Web']
    (warning,) = built.warnings
    assert 'of 2 pictures' in warning
    assert warning.startswith('reports/a.md:5')


def test_links_to_pages_that_are_not_here_keep_their_words(tmp_path: Path) -> None:
    body = '[one](/p/1/), [two](two.html), [three](./three.md#x) and [index](../index.md)\n'
    built = Site(tmp_path, {'reports/a.md': FRONT + body}).build()
    paragraph = built.page('reports/a').select_one('section > p')
    assert paragraph is not None
    assert paragraph.get_text() == 'one, two, three and index'
    assert [link['href'] for link in paragraph.select('a')] == ['../index.html']
    (warning,) = built.warnings
    assert '3 links lead' in warning


def test_the_blog_s_own_address_mends_both(tmp_path: Path) -> None:
    front = '---\ntitle: Example Meetup 1\nsource: https://blog.example.com/2020/post/\n---\n\n'
    built = Site(tmp_path, {'reports/a.md': front + '[one](/p/1/) ![Pots](a.png)\n'}).build()
    links = [link['href'] for link in built.page('reports/a').select('section > p a')]
    assert links == ['https://blog.example.com/p/1/', 'https://blog.example.com/2020/post/a.png']


@pytest.mark.parametrize(
    ('written', 'leads'),
    [
        ('kettles.example.com', 'https://kettles.example.com'),
        ('www.example.jp/kettles?a=b', 'https://www.example.jp/kettles?a=b'),
        ('kettles.py', None),
        ('kettles.md', None),
    ],
)
def test_a_site_without_its_scheme_is_meant_as_one(tmp_path: Path, written: str, leads: str | None) -> None:
    built = Site(tmp_path, {'reports/a.md': FRONT + f'See [my site]({written}).\n'}).build()
    link = built.page('reports/a').select_one('section > p a')
    href = str(link['href']) if link is not None else None
    assert (href if leads else str(href).startswith('https')) == (leads or False)
    assert (built.warnings == ()) == (leads is not None)


def test_links_by_name_are_left_to_sphinx(tmp_path: Path) -> None:
    body = '[there](below)\n\n(below)=\n## Below\n'
    built = Site(tmp_path, {'reports/a.md': FRONT + body}).build()
    link = built.page('reports/a').select_one('section > p a')
    assert link is not None
    assert str(link['href']).startswith('#')


@pytest.mark.parametrize(
    ('html', 'there', 'gone'),
    [
        ('<p>x</p>\n<img src="a.png" alt="Pots">', 'alt="Pots"', 'a.png'),
        ('<p><a href="/images/a.jpg">Pots</a></p>', 'Pots', '/images/a.jpg'),
        (
            '<iframe src="https://hatenablog-parts.com/embed?url=https%3A%2F%2Fexample.com%2Fa"></iframe>',
            'href="https://example.com/a"',
            'hatenablog',
        ),
        (
            'text <iframe src="//www.slideshare.net/embed/1"></iframe> more',
            'https://www.slideshare.net/embed/1',
            '<iframe',
        ),
    ],
)
def test_raw_html(tmp_path: Path, html: str, there: str, gone: str) -> None:
    built = Site(tmp_path, {'reports/a.md': FRONT + html + '\n'}).build()
    page = str(built.page('reports/a').select_one('section'))
    assert there in page
    assert gone not in page


def test_the_first_of_several_top_headings_is_the_title(tmp_path: Path) -> None:
    built = Site(tmp_path, {'reports/a.md': '# Pots Night\n\n# Pots\n\n@hana\n\n# Pans\n\n@taro\n'}).build()
    page = built.page('reports/a')
    assert [one.get_text().rstrip('¶') for one in page.select('h1, h2')] == ['Pots Night', 'Pots', 'Pans']
    assert len(page.select('section.meetup-talk')) == 2


def test_a_table_of_facts_goes_with_what_the_header_tells(tmp_path: Path) -> None:
    table = '|||\n|---|---|\n|日時|2018/02/05 19:00|\n|会場|{}|\n'
    for venue, left in (('V', []), ('[V](https://example.com/v)', ['会場'])):
        text = FRONT + table.format(venue)
        page = Site(tmp_path / str(len(left)), {'reports/a.md': text}).build().page('reports/a')
        cells = [row.get_text(' ', strip=True) for row in page.select('table:not(.meetup-timetable) tr')]
        assert [name for cell in cells for name in ('日時', '会場') if name in cell] == left


def test_a_line_that_is_only_the_event_s_address_is_not_repeated(tmp_path: Path) -> None:
    url = 'https://example.connpass.com/event/1/'
    page = Site(tmp_path, {'reports/a.md': f'{FRONT}{url}\n\nSee {url} for more.\n'}).build().page('reports/a')
    assert [one.get_text() for one in page.select('section > p')] == [f'See {url} for more.']
