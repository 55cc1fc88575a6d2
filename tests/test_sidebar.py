"""The sidebar stays short however many reports there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import Built, Site

if TYPE_CHECKING:
    from pathlib import Path

INDEX = '# Examples\n\n```{toctree}\nreports/index\nguide/index\n```\n'
REPORTS = '# Reports\n\n```{toctree}\n:glob:\n\n*\n```\n'
GUIDE = '# Guide\n\n```{toctree}\ncups\n```\n'


def files(count: int) -> dict[str, str]:
    report = '---\ntitle: Example Meetup {n:02}\ndate: 2030-01-{day:02}\n---\n\n## Cups {n:02}\n\n@sample_a\n\n* one\n'
    return {
        'index.md': INDEX,
        'reports/index.md': REPORTS,
        'guide/index.md': GUIDE,
        'guide/cups.md': '# Cups\n',
        **{f'reports/r{n:02}.md': report.format(n=n, day=n % 28 + 1) for n in range(10, 10 + count)},
    }


def build(folder: Path, count: int) -> Built:
    built = Site(folder, files(count)).build(html_theme='furo')
    assert built.warnings == ()
    return built


@pytest.fixture(scope='module')
def few(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp('few'), 10)


@pytest.fixture(scope='module')
def many(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp('many'), 60)


def sidebar(built: Built, docname: str) -> str:
    return str(built.page(docname).select_one('.sidebar-tree'))


@pytest.mark.parametrize('docname', ['index', 'reports/index', 'reports/r12', 'guide/cups'])
def test_its_length_does_not_grow(docname: str, few: Built, many: Built) -> None:
    assert len(sidebar(many, docname)) <= len(sidebar(few, docname)) + 40


def test_events_come_and_go_without_a_change_to_it(few: Built, many: Built) -> None:
    for docname in ('index', 'reports/index', 'reports/r12', 'guide/cups'):
        assert sidebar(many, docname) == sidebar(few, docname)
        assert 'Example Meetup' not in sidebar(many, docname)


def test_it_marks_where_the_reader_is(many: Built) -> None:
    for docname, name in (('guide/index', 'Guide'), ('guide/cups', 'Cups')):
        (here,) = many.page(docname).select('.sidebar-tree .current-page > a')
        assert here.get_text() == name


def test_the_open_chapter_lists_its_pages(many: Built) -> None:
    def names(docname: str) -> list[str]:
        return [link.get_text() for link in many.page(docname).select('.sidebar-tree a')]

    assert 'Cups' in names('guide/cups')
    assert 'Cups' in names('guide/index')
    assert 'Cups' not in names('index')


def test_its_links_lead_somewhere(many: Built) -> None:
    for docname in ('index', 'reports/r12', 'guide/cups'):
        for link in many.page(docname).select('.sidebar-tree a[href]'):
            if link['href'] != '#':
                assert (many.outdir / docname).parent.joinpath(link['href'].partition('#')[0]).resolve().exists()
