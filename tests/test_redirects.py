"""Pages at old addresses: where they lead, what they never replace, and when they go."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin

import pytest
from bs4 import BeautifulSoup
from sphinx_meetup.domain import MeetupDomain
from support import Built, Site, outputs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Move = Callable[[dict[str, str]], None]

FILES = {
    'people/hana-example.md': '# Hana "H" <Example>\n',
    'people/index.md': '# People\n',
    'reports/発表.md': '# 発表\n',
}
MOVES = {
    'people/h-example': 'people/hana-example',
    'hana': 'people/hana-example',
    'old/people/list': 'people/index',
    'start': 'index',
    'people/j.doe': 'people/hana-example',
    'reports/昔 の': 'reports/発表',
    'reports/旧/index': 'reports/発表',
}


@pytest.fixture
def move(monkeypatch: pytest.MonkeyPatch) -> Move:
    """Let the domain know of old names."""

    def say(redirects: dict[str, str]) -> None:
        monkeypatch.setattr(MeetupDomain, 'redirects', lambda self: redirects, raising=False)

    return say


def file_of(name: str, builder: str) -> str:
    """Where a page is written."""
    if builder == 'html':
        return f'{name}.html'
    return f'{name.removesuffix("index").rstrip("/")}/index.html'.lstrip('/')


def address_of(name: str, builder: str) -> str:
    """Where a page is read."""
    path = file_of(name, builder)
    return path if builder == 'html' else path.removesuffix('index.html')


def onward(page: BeautifulSoup) -> str:
    """Where a page sends its readers."""
    (refresh,) = page.find_all('meta', attrs={'http-equiv': 'refresh'})
    return refresh['content'].removeprefix('0; url=')


@pytest.mark.parametrize('builder', ['html', 'dirhtml'])
def test_each_old_address_leads_to_the_new_one(move: Move, tmp_path: Path, builder: str) -> None:
    move(MOVES)
    built = Site(tmp_path, FILES).build(builder)
    assert built.warnings == ()
    for old, new in MOVES.items():
        page = BeautifulSoup(built.read(file_of(old, builder)), 'html.parser')
        for link in (onward(page), page.a['href']):
            assert unquote(urljoin(f'/{address_of(old, builder)}', link)) == f'/{address_of(new, builder)}'
            assert link.isascii()


def test_the_page_needs_no_script_and_speaks_the_language(move: Move, tmp_path: Path) -> None:
    move(MOVES)
    built = Site(tmp_path, FILES).build(language='ja', html_baseurl='https://meetups.example/archive/')
    page = BeautifulSoup(built.read('hana.html'), 'html.parser')
    assert page.html['lang'] == 'ja'
    assert page.title.string == page.a.string == 'Hana "H" <Example>'
    assert page.find('link', rel='canonical')['href'] == 'https://meetups.example/archive/people/hana-example.html'
    assert page.find('meta', attrs={'name': 'robots'})['content'] == 'noindex'
    assert page.find_all(['script', 'style']) == []
    assert page.find_all(style=True) == []


def test_without_an_address_of_the_site_there_is_no_canonical_one(move: Move, tmp_path: Path) -> None:
    move(MOVES)
    built = Site(tmp_path, FILES).build()
    assert 'canonical' not in built.read('hana.html')


@pytest.mark.parametrize('builder', ['html', 'dirhtml'])
def test_chains_lead_to_their_end(move: Move, tmp_path: Path, builder: str) -> None:
    move({'a': 'b', 'b': 'c', 'c': 'people/index', 'd': 'd', 'people/index': 'x'})
    built = Site(tmp_path, FILES).build(builder)
    for old in ('a', 'b', 'c'):
        page = BeautifulSoup(built.read(file_of(old, builder)), 'html.parser')
        assert urljoin(f'/{address_of(old, builder)}', onward(page)) == f'/{address_of("people/index", builder)}'
    assert not (built.outdir / file_of('d', builder)).exists()
    (warning,) = built.warnings
    assert '"people/index" has a page of its own' in warning


def test_a_circle_is_said_and_written_nowhere(move: Move, tmp_path: Path) -> None:
    move({'a': 'b', 'b': 'a', 'c': 'a', 'hana': 'people/hana-example'})
    built = Site(tmp_path, FILES).build()
    assert [warning.partition('the redirects from ')[2][:3] for warning in built.warnings] == ['"a"', '"b"', '"c"']
    assert (built.outdir / 'hana.html').exists()
    assert not [name for name in 'abc' if (built.outdir / f'{name}.html').exists()]


@pytest.mark.parametrize(
    'name',
    [
        '../outside',
        '/etc/x',
        'a/../../x',
        'a//b',
        '',
        '.',
        'a/..',
        'a\\b',
        'c:x',
        'a\nb',
        'a\0b',
        '_static/x',
        '.git/x',
    ],
)
def test_names_that_are_no_pages_are_refused(move: Move, tmp_path: Path, name: str) -> None:
    site = Site(tmp_path / 'site', FILES)
    site.build()
    before = set(tmp_path.rglob('*'))
    move({name: 'people/index'})
    built = site.build()
    (warning,) = built.warnings
    assert 'cannot be the address of a page' in warning
    assert 'people/index.md' in warning
    assert {path for path in set(tmp_path.rglob('*')) - before if path.suffix != '.json'} == set()


@pytest.mark.parametrize('builder', ['html', 'dirhtml'])
@pytest.mark.parametrize('old', ['people/index', 'index', 'People/Hana-Example', 'search', 'extra', 'more'])
def test_pages_are_never_replaced(move: Move, tmp_path: Path, old: str, builder: str) -> None:
    files = {**FILES, 'own/extra.html': 'extra', 'own/extra/index.html': 'extra', '_templates/more.html': 'more'}
    conf = "html_extra_path = ['own']\nexclude_patterns = ['own', '_templates']\ntemplates_path = ['_templates']\n"
    site = Site(tmp_path, files, f"{conf}html_additional_pages = {{'more': 'more.html'}}\n")
    before = outputs(site.build(builder).outdir, '**/*.html')
    move({old: 'people/hana-example'})
    built = site.build(builder)
    assert outputs(built.outdir, '**/*.html') == before
    (warning,) = built.warnings
    assert f'"{old}" has a page of its own' in warning


def test_in_dirhtml_two_names_can_be_one_page(move: Move, tmp_path: Path) -> None:
    move({'people/hana-example/index': 'people/index', 'people': 'people/hana-example'})
    built = Site(tmp_path, FILES).build('dirhtml')
    assert len(built.warnings) == 2
    assert 'refresh' not in built.read('people/index.html') + built.read('people/hana-example/index.html')


def test_pages_of_other_extensions_win(move: Move, tmp_path: Path) -> None:
    conf = "setup = lambda app: app.connect('html-collect-pages', lambda app: [('made', {'body': 'x'}, 'page.html')])\n"
    site = Site(tmp_path, FILES, conf)
    move({'made': 'people/index'})
    for _ in range(2):
        assert 'refresh' not in site.build().read('made.html')
    move({})
    assert 'refresh' not in site.build().read('made.html')


@pytest.mark.parametrize('builder', ['html', 'dirhtml'])
def test_what_ended_goes_and_nothing_else(move: Move, tmp_path: Path, builder: str) -> None:
    site = Site(tmp_path, FILES)
    clean = outputs(site.build(builder).outdir, '**/*.html')
    move(MOVES)
    first = outputs(site.build(builder).outdir, '**/*.html')
    assert len(first) == len(clean) + len(MOVES)
    assert outputs(site.build(builder).outdir, '**/*.html') == first  # nothing changed
    foreign = site.srcdir / '_build' / builder / file_of('hana', builder)
    foreign.write_text('somebody wrote here')
    move({'start': 'people/index'})
    left = outputs(site.build(builder).outdir, '**/*.html')
    kept = {file_of('hana', builder), file_of('start', builder)}
    assert left.keys() == clean.keys() | kept
    assert left[file_of('hana', builder)] == b'somebody wrote here'
    assert left[file_of('start', builder)] != first[file_of('start', builder)]
    if builder == 'dirhtml':
        assert not (foreign.parents[1] / 'people' / 'h-example').exists()


def test_an_old_name_may_become_a_page_again(move: Move, tmp_path: Path) -> None:
    site = Site(tmp_path, FILES)
    move({'people/new': 'people/index'})
    site.build()
    site.write('people/new.md', '# New\n')
    move({})
    built = site.build()
    assert built.page('people/new').h1.get_text().startswith('New')
    assert 'refresh' not in built.read('people/new.html')


def test_a_template_of_the_project_is_used(move: Move, tmp_path: Path) -> None:
    site = Site(tmp_path, {**FILES, 'moved.txt': 'to ${to_uri}'}, "redirect_html_template_file = 'moved.txt'\n")
    move(MOVES)
    assert site.build().read('hana.html') == 'to people/hana-example.html'
    move({})
    assert not (site.build().outdir / 'hana.html').exists()


def test_the_setting_of_the_library_works_and_comes_first(move: Move, tmp_path: Path) -> None:
    move({'hana': 'people/hana-example'})
    built = Site(tmp_path, FILES, "redirects = {'hana': 'https://hana.example/', 'x': '/people/'}\n").build()
    assert 'https://hana.example/' in built.read('hana.html')
    assert (built.outdir / 'x.html').exists()
    assert built.warnings == ()


def test_a_page_that_is_no_document_can_be_the_new_one(move: Move, tmp_path: Path) -> None:
    move({'speakers/h': 'speakers/hana'})
    page = BeautifulSoup(Site(tmp_path, FILES).build().read('speakers/h.html'), 'html.parser')
    assert (onward(page), page.a.string) == ('hana.html', 'hana')


def test_other_builders_write_none(move: Move, tmp_path: Path) -> None:
    move(MOVES)
    for builder in ('singlehtml', 'text'):
        assert not list(Site(tmp_path / builder, FILES).build(builder).outdir.glob('hana*'))


def test_a_project_without_redirects_gets_no_file_of_them(tmp_path: Path) -> None:
    built: Built = Site(tmp_path, FILES).build()
    assert not list(built.outdir.parent.rglob('redirects-*'))
