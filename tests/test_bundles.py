"""Reports kept as ``<folder>/index.md`` beside their pictures, as other tools keep posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import Site

if TYPE_CHECKING:
    from pathlib import Path

REPORT = '---\ndate: 2030-04-05\n---\n\n## Pots by @hana\n\nx\n\n## Pans by @taro\n\ny\n'
LIST = '# Reports\n\n```{toctree}\n:glob:\n\n*/*\n```\n'


def test_an_index_alone_in_its_folder_is_a_report_called_like_the_folder(tmp_path: Path) -> None:
    files = {'reports/index.md': LIST, 'reports/teapots/index.md': REPORT, 'reports/teapots/pot.png': b'x'}
    built = Site(tmp_path, files).build()
    assert [talk.title for _, talk in built.domain.archive.talks] == ['Pots', 'Pans']
    heading = built.page('reports/teapots/index').h1
    assert heading is not None
    assert heading.get_text().startswith('teapots')


@pytest.mark.parametrize(
    ('why', 'files'),
    [
        ('another page stands beside it', {'reports/a/index.md': REPORT, 'reports/a/more.md': '# More\n'}),
        ('another page stands below it', {'reports/a/index.md': REPORT, 'reports/a/b/more.md': '# More\n'}),
        ('it lists pages, though none are there yet', {'reports/index.md': LIST}),
        ('it stands where no reports are', {'notes/a/index.md': REPORT}),
    ],
)
def test_every_other_index_lists_pages(tmp_path: Path, why: str, files: dict[str, str]) -> None:
    built = Site(tmp_path, files).build('dummy')
    assert not any(docname.endswith('/index') for docname in built.domain.documents)


def test_an_index_is_read_again_when_a_page_comes_and_goes_beside_it(tmp_path: Path) -> None:
    site = Site(tmp_path, {'reports/a/index.md': REPORT})
    assert 'reports/a/index' in site.build('dummy').domain.documents
    site.write('reports/a/more.md', '# More\n')
    assert 'reports/a/index' not in site.build('dummy').domain.documents
    (tmp_path / 'reports/a/more.md').unlink()
    assert 'reports/a/index' in site.build('dummy').domain.documents
