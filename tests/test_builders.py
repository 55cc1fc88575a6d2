"""Every builder takes a project with everything in it, without a word."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from support import Built, Site, tree

if TYPE_CHECKING:
    from pathlib import Path

BUILDERS = (
    'html', 'dirhtml', 'singlehtml', 'epub', 'text', 'latex', 'man', 'texinfo', 'xml', 'pseudoxml', 'gettext', 'json',
)  # fmt: skip


@pytest.fixture(scope='module')
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    site = Site.of('everything', tmp_path_factory.mktemp('builders') / 'site')
    # gettext keeps other marks in its doctrees than the rest.
    return {
        name: site.build(name, builddir=site.srcdir.parent / ('gettext' if name == 'gettext' else 'shared'))
        for name in BUILDERS
    }


@pytest.mark.parametrize('name', BUILDERS)
def test_no_warning(name: str, builds: dict[str, Built]) -> None:
    assert builds[name].warnings == ()


def test_epub_is_well_formed(builds: dict[str, Built]) -> None:
    (path,) = builds['epub'].outdir.glob('*.epub')
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.endswith(('.xhtml', '.opf', '.ncx', '.svg', '.xml'))]
        for name in names:
            ET.fromstring(re.sub(rb'&(?:nbsp|copy|#160);', b' ', archive.read(name)))
        assert sum('teapots' in name for name in names) == 1
        page = archive.read('reports/2030/teapots.xhtml').decode()
    assert 'data-talk-id="talk-the-potters-keynote"' in page
    assert '<time datetime="2030-02-02T19:25+09:00">' in page


def test_text_tells_times_speakers_and_addresses(builds: dict[str, Built]) -> None:
    text = builds['text'].read('guide/cups.txt')
    assert re.search(r'^\| 10:00–10:30 30 min +\| Cups Notes Slides +\| @sample_b +\|$', text, re.MULTILINE)
    assert re.search(r'^10:45–11:30 45 min Lightning talk$', text, re.MULTILINE)
    assert re.search(r'^Speaker:\n   @sample_b$', text, re.MULTILINE)
    for address in ('https://speakerdeck.com/sample_b/cups', 'https://www.youtube.com/watch?v=cups'):
        assert address in text
    assert 'https://example.com/cups' in text


def test_man_tells_addresses(builds: dict[str, Built]) -> None:
    text = builds['man'].read('examples.7').replace('\\:', '').replace('\\', '')
    assert 'https://speakerdeck.com/sample_b/cups' in text
    assert '10:45–11:30' in text


def test_latex_links(builds: dict[str, Built]) -> None:
    text = builds['latex'].read('examples.tex')
    assert r'\sphinxhref{https://speakerdeck.com/sample\_b/cups}{Slides on speakerdeck.com}' in text
    assert r'\sphinxsection{Cups}' in text or r'\section{Cups}' in text
    assert text.count(r'\sphinxstylecaption') + text.count(r'\sphinxcaption') >= 3


def test_singlehtml_has_every_id_once(builds: dict[str, Built]) -> None:
    ids = re.findall(r'\sid="([^"]+)"', builds['singlehtml'].read('index.html'))
    ours = [name for name in ids if name.startswith(('talk-', 'event-', 'speaker-'))]
    assert len(ours) > 10
    assert len(ours) == len(set(ours))


@pytest.mark.parametrize('docname', ['index', 'reports/2030/teapots', 'guide/cups', 'guide/spoons'])
def test_xml_is_well_formed(docname: str, builds: dict[str, Built]) -> None:
    root = ET.fromstring(builds['xml'].read(f'{docname}.xml'))
    assert docname == 'index' or root.find('.//section[@talk_id]') is not None


def test_gettext_takes_the_authors_words(builds: dict[str, Built]) -> None:
    catalog = ''.join(path.read_text('utf-8') for path in builds['gettext'].outdir.rglob('*.pot'))
    for words in (
        '楽しい会でした。',
        'やかんの話',
        'A day about cups.',
        'Notes with **emphasis**.',
        'Makes pots.',
        'Handles',
    ):
        assert f'msgid "{words}"' in catalog


def test_builders_read_the_same(tmp_path: Path) -> None:
    """What is read is shared between builders, so nothing in it may depend on one, but Sphinx's own quotation marks."""
    site = Site.of('everything', tmp_path / 'site', 'smartquotes = False\n')
    trees = [
        {docname: tree(built.doctree(docname)) for docname in sorted(built.domain.written)}
        for built in (site.build(name, builddir=tmp_path / name) for name in ('html', 'text', 'latex'))
    ]
    assert trees[0] == trees[1] == trees[2]


DEPRECATIONS = """\
import sys, warnings
from sphinx.deprecation import RemovedInSphinx10Warning, RemovedInSphinx11Warning
warnings.simplefilter('error', RemovedInSphinx10Warning)
warnings.simplefilter('error', RemovedInSphinx11Warning)
from sphinx.cmd.build import main
sys.exit(main())
"""


@pytest.mark.parametrize('builder', ['html', 'latex'])
def test_nothing_here_goes_away_with_the_next_sphinx(builder: str, tmp_path: Path) -> None:
    site = Site.of('everything', tmp_path / 'site')
    ran = site.run(builder, tmp_path / 'out', '-W', '--keep-going', sphinx=('-c', DEPRECATIONS))
    assert (ran.returncode, ran.stderr) == (0, '')
