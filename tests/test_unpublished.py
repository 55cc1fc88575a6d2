"""Drafts: out of the site in every form, and back once they are published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import Site

if TYPE_CHECKING:
    from pathlib import Path

OPEN = '---\ntitle: Open Night\ndate: 2024-04-05\n---\n\nIt was good.\n'
HIDDEN = '---\ntitle: Secret Night\ndate: 2024-04-05\ndraft: true\n---\n\nNot yet.\n'
INDEX = '# Examples\n\n```{toctree}\n:glob:\n\nreports/*\n```\n\n```{meetup:events}\n```\n'


def site(folder: Path, **reports: str) -> Site:
    files = {f'reports/{name}.md': text for name, text in reports.items()}
    return Site(folder, {'index.md': INDEX, **files})


def test_a_draft_is_left_out_and_said_once(tmp_path: Path) -> None:
    built = site(tmp_path, open=OPEN, hidden=HIDDEN).build()
    (warning,) = built.warnings
    assert warning.startswith('reports/hidden.md:4: WARNING: ')
    assert 'draft: true' in warning
    assert '[meetup.draft]' in warning
    assert not (built.outdir / 'reports/hidden.html').exists()
    assert (built.outdir / 'reports/open.html').exists()
    assert 'Secret Night' not in built.read('index.html')
    pieces = [path.read_text('utf-8') for path in (built.outdir / '_static/search').glob('*.js')]
    assert pieces
    assert not any('Secret' in text or 'secret' in text for text in pieces)
    assert set(built.domain.documents) == {'reports/open'}


@pytest.mark.parametrize(
    'head',
    [
        '---\ntitle: Secret Night\npublished: false\n---\n',
        '---\nTitle: Secret Night\nDraft: true\n---\n',
        '+++\ntitle = "Secret Night"\ndraft = true\n+++\n',
        '{\n"title": "Secret Night",\n"draft": true\n}\n',
        'title: Secret Night\nstatus: draft\n---\n',
    ],
)
def test_in_every_form(tmp_path: Path, head: str) -> None:
    built = site(tmp_path, open=OPEN, hidden=f'{head}\nNot yet.\n').build()
    assert len(built.warnings) == 1
    assert not (built.outdir / 'reports/hidden.html').exists()


def test_what_is_published_stays(tmp_path: Path) -> None:
    text = '---\ntitle: Open Night\npublished: true\ndraft: false\nstatus: publish\n---\n\nA draft: true story.\n'
    built = site(tmp_path, open=text).build()
    assert built.warnings == ()
    assert (built.outdir / 'reports/open.html').exists()


def test_there_and_back(tmp_path: Path) -> None:
    project = site(tmp_path, open=OPEN, other=OPEN.replace('Open', 'Other'))
    assert 'Other Night' in project.build().read('index.html')

    project.write('reports/other.md', HIDDEN)
    built = project.build()
    assert len(built.warnings) == 1
    assert not (built.outdir / 'reports/other.html').exists()
    assert 'Other Night' not in built.read('index.html')
    assert 'Other Night' not in built.read('reports/open.html')

    again = project.build()
    assert len(again.warnings) == 1
    assert '0 added, 0 changed, 0 removed' in again.status

    project.write('reports/other.md', OPEN.replace('Open', 'Other'))
    back = project.build()
    assert back.warnings == ()
    assert 'Other Night' in back.read('index.html')
    assert (back.outdir / 'reports/other.html').exists()


def test_a_page_of_the_site_may_call_itself_a_draft(tmp_path: Path) -> None:
    built = Site(tmp_path, {'guide.md': HIDDEN.replace('---\n\nNot', '---\n\n# Guide\n\nNot')}).build(
        meetup_reports=['reports/*']
    )
    assert (built.outdir / 'guide.html').exists()
