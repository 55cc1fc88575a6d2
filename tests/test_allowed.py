"""What a report may use is on a list; anything else is said once and shown as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import Site

if TYPE_CHECKING:
    from pathlib import Path

    from support import Built

REFUSED = {
    # name: argument and content of a directive
    'raw': ('html', '<b class="mine">x</b>'),
    'include': ('../secret.txt', ''),
    'literalinclude': ('../secret.txt', ''),
    'toctree': ('', '/index'),
    'only': ('html', 'words'),
    'meta': ('', ':http-equiv=refresh: 0; url=https://example.com'),
    'role': ('mine(raw)', ':format: html'),
    'default-role': ('math', ''),
    'default-domain': ('py', ''),
    'highlight': ('python', ''),
    'container': ('mine', 'words'),
    'tabularcolumns': ('|l|', ''),
    'py:function': ('f()', ''),
}


def markdown(tmp_path: Path, body: str, conf: str = '', **files: str) -> Built:
    text = f'---\ntitle: Example 1\n---\n\n{body}\n'
    return Site(tmp_path, {'reports/a.md': text, 'secret.txt': 'SECRET', **files}, conf).build()


def restructuredtext(tmp_path: Path, body: str, conf: str = '', **files: str) -> Built:
    text = f'Example 1\n=========\n\n{body}\n'
    return Site(tmp_path, {'reports/a.rst': text, 'secret.txt': 'SECRET', **files}, conf).build()


@pytest.mark.parametrize('name', REFUSED)
def test_in_markdown(tmp_path: Path, name: str) -> None:
    argument, content = REFUSED[name]
    built = markdown(tmp_path, f'before\n\n```{{{name}}} {argument}\n{content}\n```\n\nafter')
    (warning,) = built.warnings
    assert warning.startswith(f'reports/a.md:7: WARNING: the directive "{name}" does not work in a report')
    assert warning.endswith('[meetup.place]')
    shown = [block.get_text() for block in built.page('reports/a').find_all('pre')]
    assert [f'{{{name}}}' in text and content in text for text in shown] == [True]
    assert 'SECRET' not in built.read('reports/a.html')


@pytest.mark.parametrize('name', REFUSED)
def test_in_restructuredtext(tmp_path: Path, name: str) -> None:
    argument, content = REFUSED[name]
    gap = '' if content.startswith(':') else '\n'
    body = f'before\n\n.. {name}:: {argument}\n{gap}   {content}\n\nafter'
    built = restructuredtext(tmp_path, body)
    (warning,) = built.warnings
    assert warning.startswith(f'reports/a.rst:6: WARNING: the directive "{name}" does not work in a report')
    shown = [block.get_text() for block in built.page('reports/a').find_all('pre')]
    assert [f'.. {name}::' in text and content in text for text in shown] == [True]
    assert 'SECRET' not in built.read('reports/a.html')


def test_another_markup_in_markdown(tmp_path: Path) -> None:
    built = markdown(tmp_path, '```{note}\nfirst\n\n~~~{eval-rst}\n.. include:: ../secret.txt\n~~~\n```')
    (warning,) = built.warnings
    assert 'the directive "eval-rst" does not work in a report' in warning
    assert '.. include:: ../secret.txt' in built.page('reports/a').find('pre').get_text()


@pytest.mark.parametrize('spelling', ['md', 'rst'])
def test_a_role_of_the_sites_own(tmp_path: Path, spelling: str) -> None:
    conf = (
        'from docutils import nodes\n'
        'def mark(name, rawtext, text, lineno, inliner, options=None, content=()):\n'
        "    return [nodes.raw('', '<blink>' + text, format='html')], []\n"
        'def setup(app):\n'
        "    app.add_role('mark', mark)\n"
    )
    if spelling == 'md':
        built = markdown(tmp_path, 'words {mark}`x` and {kbd}`Q`', conf)
    else:
        built = restructuredtext(tmp_path, 'words :mark:`x` and :kbd:`Q`', conf)
    (warning,) = built.warnings
    line = 5 if spelling == 'md' else 4
    assert warning.startswith(f'reports/a.{spelling}:{line}: WARNING: the role "mark" does not work in a report')
    assert ':mark:`x`' in [node.get_text() for node in built.page('reports/a').find_all('code')]
    assert built.page('reports/a').find('kbd').get_text() == 'Q'


@pytest.mark.parametrize(
    'body',
    [
        '```{note}\nwords\n```',
        '```{admonition} Title\nwords\n```',
        '```{code-block} python\nx = 1\n```',
        '```{list-table}\n* - words\n  - more\n```',
        '````{grid} 2\n```{grid-item-card} Title\nwords\n```\n````',
        '````{tab-set}\n```{tab-item} Title\nwords\n```\n````',
        '```{dropdown} Title\nwords\n```',
        '```{math}\na^2 + b^2\n```',
        '```{meetup:events}\n```',
        '{ref}`search`, {bdg-primary}`new`, {sup}`2`, {py:func}`len`, {abbr}`LT (Lightning Talk)`',
    ],
)
def test_what_is_allowed_says_nothing(tmp_path: Path, body: str) -> None:
    built = markdown(tmp_path, body)
    assert built.warnings == ()
    assert 'does not work' not in built.read('reports/a.html')


def test_names_in_the_sites_language(tmp_path: Path) -> None:
    """docutils knows directives by Japanese names as well."""
    built = restructuredtext(tmp_path, '.. 注意::\n\n   words\n\n.. 生:: html\n\n   <b>x</b>', "language = 'ja'\n")
    assert built.page('reports/a').find(class_='admonition').get_text().split()[-1] == 'words'
    assert [warning.partition('WARNING: ')[2][:17] for warning in built.warnings] == ['the directive "生"']


def test_a_directive_that_does_not_exist_is_said_as_before(tmp_path: Path) -> None:
    (warning,) = markdown(tmp_path, '```{nonsense}\nwords\n```').warnings
    assert "Unknown directive type: 'nonsense'" in warning


def test_what_conf_py_puts_before_every_text_is_the_sites(tmp_path: Path) -> None:
    conf = "rst_prolog = '.. role:: loud(strong)\\n\\n.. |name| replace:: Example'\n"
    built = restructuredtext(tmp_path, 'words |name|', conf)
    assert built.warnings == ()
    assert 'words Example' in built.read('reports/a.html')


def test_meta_of_conf_py_stays(tmp_path: Path) -> None:
    built = markdown(tmp_path, 'words', "myst_html_meta = {'robots': 'noindex'}\n")
    assert built.page('reports/a').find('meta', attrs={'name': 'robots'})['content'] == 'noindex'


def test_front_matter_gives_no_meta_and_no_code(tmp_path: Path) -> None:
    text = (
        '---\ntitle: Example 1\nmyst:\n  html_meta:\n    http-equiv=refresh: 0\n'
        '  substitutions:\n    key: mine\n---\n\n'
        'a {{ key }} b {{ 6 * 7 }}\n'
    )
    built = Site(tmp_path, {'reports/a.md': text}, "myst_enable_extensions = ['substitution']\n").build()
    assert built.page('reports/a').find('meta', attrs={'http-equiv': 'refresh'}) is None
    assert 'a {{ key }} b {{ 6 * 7 }}' in built.read('reports/a.html')


@pytest.mark.parametrize('suffix', ['md', 'rst'])
def test_nothing_of_it_reaches_other_documents(tmp_path: Path, suffix: str) -> None:
    """The report is read before the page."""
    fence = {'md': '```{raw} html\n<i>mine</i>\n```\n\n```{include} part.txt\n```', 'rst': ''}
    fence['rst'] = '.. raw:: html\n\n   <i>mine</i>\n\n.. include:: part.txt'
    files = {
        f'a/report.{suffix}': f'Report\n======\n\n{fence[suffix]}\n',
        f'z.{suffix}': f'Page\n====\n\n{fence[suffix]}\n',
        'part.txt': 'of the page',
    }
    built = Site(tmp_path, files, "meetup_reports = ['a/**']\n").build()
    assert len(built.warnings) == 2
    page = built.read('z.html')
    assert '<i>mine</i>' in page
    assert 'of the page' in page


def test_control_characters_of_other_rst_documents_stay_theirs(tmp_path: Path) -> None:
    built = Site(tmp_path, {'page.rst': 'Page\n====\n\nbe\x7fll\n', 'reports/a.md': '# Example 1\n\nwords\n'}).build()
    assert built.warnings == ()
