from __future__ import annotations

import gettext
from typing import TYPE_CHECKING

import catalogs
import check_translations
import pages
import pytest

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = "_ = str\nA = _('Speakers')\nB = _('%d talks')\n"
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
CONF = "extensions = ['myst_parser']\nproject = 'x'\nauthor = copyright = 'x'\ngettext_compact = False\n"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """An extension with complete, compiled catalogs."""
    folder = tmp_path / 'package'
    folder.mkdir()
    (folder / 'module.py').write_text(SOURCE, encoding='utf-8')
    template = catalogs.extract(folder)
    for language in catalogs.LANGUAGES:
        path = catalogs.po_path(language, folder)
        catalogs.update(path, template, language)
        if language == 'ja':
            text = path.read_text(encoding='utf-8')
            text = text.replace('msgid "Speakers"\nmsgstr ""', 'msgid "Speakers"\nmsgstr "登壇者"')
            text = text.replace('msgid "%d talks"\nmsgstr ""', 'msgid "%d talks"\nmsgstr "発表%d件"')
            path.write_text(text, encoding='utf-8')
        path.with_suffix('.mo').write_bytes(catalogs.compiled(catalogs.load(path, language), language))
    return folder


def spoil(package: Path, old: str, new: str) -> list[str]:
    path = catalogs.po_path('ja', package)
    text = path.read_text(encoding='utf-8')
    assert old in text
    path.write_text(text.replace(old, new), encoding='utf-8')
    path.with_suffix('.mo').write_bytes(catalogs.compiled(catalogs.load(path, 'ja'), 'ja'))
    return list(check_translations.extension_problems(package))


def test_complete(package: Path) -> None:
    assert list(check_translations.extension_problems(package)) == []


def test_missing(package: Path) -> None:
    (problem,) = spoil(package, '"登壇者"', '""')
    assert problem.endswith("not translated: 'Speakers'")


def test_fuzzy(package: Path) -> None:
    (problem,) = spoil(package, 'msgid "Speakers"', '#, fuzzy\nmsgid "Speakers"')
    assert problem.endswith("fuzzy: 'Speakers'")


def test_new_text_in_the_source(package: Path) -> None:
    (package / 'module.py').write_text(f"{SOURCE}C = _('Topics')\n", encoding='utf-8')
    assert sum("not translated: 'Topics'" in line for line in check_translations.extension_problems(package)) == 2


def test_no_catalog(package: Path) -> None:
    catalogs.po_path('ja', package).unlink()
    (problem,) = check_translations.extension_problems(package)
    assert 'ja/LC_MESSAGES/sphinx_meetup.po: missing' in problem


def test_stale_compiled_catalog(package: Path) -> None:
    path = catalogs.po_path('ja', package)
    path.write_text(path.read_text(encoding='utf-8').replace('登壇者', '話者'), encoding='utf-8')
    (problem,) = check_translations.extension_problems(package)
    assert 'sphinx_meetup.mo: not what the .po says' in problem


def test_gettext_reads_the_compiled_catalog(package: Path) -> None:
    japanese = gettext.translation(catalogs.DOMAIN, package / 'locale', ['ja'])
    assert japanese.gettext('Speakers') == '登壇者'
    assert japanese.gettext('%d talks') == '発表%d件'
    assert japanese.gettext('Unknown') == 'Unknown'
    assert gettext.translation(catalogs.DOMAIN, package / 'locale', ['en']).gettext('Speakers') == 'Speakers'


def test_a_second_update_changes_nothing(package: Path) -> None:
    path = catalogs.po_path('ja', package)
    before = path.read_bytes()
    catalogs.update(path, catalogs.extract(package), 'ja')
    assert path.read_bytes() == before


def test_update_keeps_translations_and_drops_what_is_gone(package: Path) -> None:
    (package / 'module.py').write_text("_ = str\nA = _('Speakers')\n", encoding='utf-8')
    catalog = catalogs.update(catalogs.po_path('ja', package), catalogs.extract(package), 'ja')
    assert [(message.id, message.string) for message in catalogs.entries(catalog)] == [('Speakers', '登壇者')]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a page of its own, a list of reports, and a report."""
    (tmp_path / 'conf.py').write_text(CONF, encoding='utf-8')
    texts = {'index': 'Welcome\n', 'reports/index': 'All of them\n', 'reports/2018/one': 'Notes of an author\n'}
    for name, text in texts.items():
        path = (tmp_path / 'docs' / name).with_suffix('.md')
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'---\norphan: true\n---\n{text}', encoding='utf-8')
    return tmp_path


def translate(site: Path, name: str, text: str) -> None:
    path = site / pages.LOCALE / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER + text, encoding='utf-8')


def test_pages_but_not_reports_are_to_be_translated(site: Path) -> None:
    first = f'{pages.LOCALE / "index.po"}: missing, run "make locale"'
    second = f'{pages.LOCALE / "reports" / "index.po"}: missing, run "make locale"'
    assert list(check_translations.page_problems(site)) == [first, second]


def test_missing_and_fuzzy_texts_of_pages(site: Path) -> None:
    translate(site, 'index.po', 'msgid "Welcome"\nmsgstr ""\n')
    translate(site, 'reports/index.po', '#, fuzzy\nmsgid "All of them"\nmsgstr "全部"\n')
    first, second = check_translations.page_problems(site)
    assert first.endswith("index.po: not translated: 'Welcome'")
    assert second.endswith("reports/index.po: fuzzy: 'All of them'")


def test_translated_pages(site: Path) -> None:
    translate(site, 'index.po', 'msgid "Welcome"\nmsgstr "ようこそ"\n')
    translate(site, 'reports/index.po', 'msgid "All of them"\nmsgstr "全部"\n')
    assert list(check_translations.page_problems(site)) == []
