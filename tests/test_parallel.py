"""Reading and writing in several processes gives what one process gives, and little travels between them."""

from __future__ import annotations

import io
import pickle
from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from support import Built, Site, outputs

if TYPE_CHECKING:
    from pathlib import Path

REPORT = (
    '---\ntitle: Example Meetup {n}\ndate: 2030-01-02\n---\n\n'
    '日時: 2030年1月{day}日 19:00-\n\n19:00-19:10 - @sample_a, Cups {n}\n\n19:05-19:20 - @sample_b, Pots (20min)\n\n'
    '19:30-19:40 - @sample_c, Pans\n\n## Cups {n}\n\n@sample_a\n\n* one\n\n'
    '## Pots\n\n@sample_b\n\n* {{meetup:event}}`nowhere`\n'
)
FILES = {
    **{f'reports/r{n:02}.md': REPORT.format(n=n, day=n % 28 + 1) for n in range(12)},
    'reports/twice.md': REPORT.format(n=3, day=20),
    'speakers.md': '# People\n\n```{meetup:speaker} Sample A\n:handle: sample_a\n```\n',
    'list.md': '# List\n\n```{meetup:events}\n```\n\nSee {meetup:talk}`example-meetup-7/cups-7`.\n',
}


def test_parallel_is_serial(tmp_path: Path) -> None:
    serial = Site(tmp_path / 'serial', FILES).build()
    parallel = Site(tmp_path / 'parallel', FILES).build(parallel=2)
    assert sorted(parallel.warnings) == sorted(serial.warnings)
    assert len(serial.warnings) == 13 * 3 + 1  # overlap, length, dead role in each report; one event twice
    names = ('**/*.html', 'objects.inv')
    assert outputs(parallel.outdir, *names) == outputs(serial.outdir, *names)
    assert parallel.domain.documents == serial.domain.documents
    assert parallel.domain.mentions == serial.domain.mentions
    assert parallel.domain.views == serial.domain.views


def test_parallel_goes_on_from_serial(tmp_path: Path) -> None:
    site = Site(tmp_path / 'site', FILES)
    site.build()
    for n in range(8):
        site.write(f'reports/r{n:02}.md', REPORT.format(n=n + 20, day=20))
    after = outputs(site.build(parallel=2).outdir, '**/*.html', 'objects.inv')
    assert after == outputs(site.build(builddir=tmp_path / 'clean').outdir, '**/*.html', 'objects.inv')


@pytest.fixture(scope='module')
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return Site.of('everything', tmp_path_factory.mktemp('pickles')).build()


def test_records_are_small_and_plain(built: Built) -> None:
    data = built.env.domaindata['meetup']
    assert len(data['documents']) == 5
    assert len(pickle.dumps(data)) < 5 * 2500
    used = _classes(pickle.dumps(data))
    assert 'sphinx_meetup.model.records.Event' in used
    assert not [name for name in used if not name.startswith(('datetime.', 'sphinx_meetup.model.records.', 'copyreg.'))]


def test_doctrees_hold_no_drafts(built: Built) -> None:
    trees = list((built.srcdir / '_build/doctrees').rglob('*.doctree'))
    assert len(trees) == len(built.env.all_docs) > 6
    for path in trees:
        used = _classes(path.read_bytes())
        assert not [
            name for name in used if name.startswith(('sphinx_meetup.model', 'sphinx_meetup.reading', 'datetime'))
        ]
    for docname in built.env.all_docs:
        document = built.doctree(docname)
        assert 'meetup_reading' not in document.__dict__
        for node in document.findall(nodes.Element):
            assert getattr(node, 'draft', None) is None
            assert getattr(node, 'drafts', None) is None


def _classes(data: bytes) -> set[str]:
    """The names that a pickle imports."""
    found: set[str] = set()

    class Recorder(pickle.Unpickler):
        def find_class(self, module: str, name: str) -> object:
            found.add(f'{module}.{name}')
            return super().find_class(module, name)

    Recorder(io.BytesIO(data)).load()
    return found
