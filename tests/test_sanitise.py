"""A report is written by a stranger: it can describe, but not run, read files or put script on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import Site

if TYPE_CHECKING:
    from pathlib import Path

CASES = {
    # name: (what the report holds, what the page must hold, what it must not)
    'script': ('<script>alert(1)</script>\n\nafter', ['after'], ['alert(1)']),
    'handler': ('<div onclick="evil()">words</div>', ['<div>words</div>'], ['evil']),
    'breaking out': ('<div>in</div></section></article></div>', ['<div>in</div>'], ['</div></section></article>']),
    'frame becomes a link': (
        '<iframe src="//slides.example.com/embed/1"></iframe>',
        ['href="https://slides.example.com/embed/1"'],
        ['<iframe'],
    ),
    'inline link': (
        'see <a href="https://example.com/x" onclick="evil()">the *page*</a> now',
        ['href="https://example.com/x"', 'the <em>page</em></a> now'],
        ['evil'],
    ),
    'inline link to script': ('see <a href="javascript:alert(1)">this</a>', ['see this'], ['javascript:']),
    'plain tags stay in pairs': ('a <kbd>q</kbd> key', ['a <kbd>q</kbd> key'], []),
    'attributes of plain tags go': ('a <b style="position:fixed">big</b> one', ['<b>big</b>'], ['position']),
    'a tag without its end': ('a <b>never closed', ['a never closed'], ['<b>never']),
    'unknown inline tag': ('some <font color="red">red</font> words', ['some red words'], ['<font']),
    'line break': ('one<br>two', ['one<br>two'], []),
    'comment': ('before\n\n<!--more-->\n\nafter', ['before', 'after'], ['more-->']),
    'image with a handler': ('| a |\n|---|\n| <img src=x onerror=alert(1)> |', [], ['onerror']),
    'directive that reads a file': ('```{include} ../secret.txt\n```', [], ['SECRET']),
    'directive that shows a file': ('```{literalinclude} ../secret.txt\n```', [], ['SECRET']),
    'directive with raw HTML': ('```{raw} html\n<script>alert(1)</script>\n```', [], ['alert(1)</script>']),
}


@pytest.mark.parametrize('name', CASES)
def test_what_a_report_may_put_on_its_page(tmp_path: Path, name: str) -> None:
    body, there, absent = CASES[name]
    text = f'---\ntitle: Example 1\n---\n\n## A talk\n\n@sample\n\n{body}\n'
    built = Site(tmp_path, {'reports/a.md': text, 'secret.txt': 'SECRET'}).build()
    article = str(built.page('reports/a').find('section', class_='meetup-talk'))
    whole = built.read('reports/a.html')
    for words in there:
        assert words in whole or words in article
    for words in absent:
        assert words not in whole


def test_other_pages_are_left_to_their_maintainers(tmp_path: Path) -> None:
    page = '# Page\n\n<div onclick="mine()">x</div>\n\n```{literalinclude} conf.py\n```\n'
    built = Site(tmp_path, {'page.md': page, 'reports/a.md': '---\ntitle: Example 1\n---\n\nWords.\n'}).build()
    assert 'mine()' in built.read('page.html')
    assert 'myst_parser' in built.read('page.html')


ESCAPES = {
    # name: (what the report holds, what its page must not hold)
    'download role': ('{download}`x <../../secret.txt>`', 'SECRET'),
    'link to a file': ('[x](../../secret.txt)', '_downloads'),
    'image that is no picture': ('![words](../../secret.txt)', '_images'),
    'picture outside': ('![words](../../../secret.png)', '_images'),
    'SVG': ('![words](../drawing.svg)', '_images'),
    'figure': ('```{figure} ../../../secret.png\ncaption\n```', '_images'),
    'link of a button': ('```{button-link} javascript:alert(1)\nclick\n```', 'javascript:'),
    'link of a card': ('```{card} Title\n:link: javascript:alert(1)\nwords\n```', 'href="javascript'),
    'link of an image': ('```{image} https://example.com/a.png\n:target: javascript:alert(1)\n```', 'javascript:'),
    'scheme with a tab in it': ('```{button-link} java\tscript:alert(1)\nclick\n```', 'script:alert'),
    'other markup inside': ('```{eval-rst}\n`x <javascript:alert(1)>`_\n```', 'href="javascript'),
    'redirect': (
        '```{eval-rst}\n.. meta::\n   :http-equiv=refresh: 0; url=https://example.com\n```',
        'http-equiv="refresh',
    ),
    'download by a script address': ('{download}`x <javascript://%0aalert(1)>`', 'href="javascript'),
    'picture behind a query': ('![words](a.png?/../../drawing.svg)', '_images'),
    'picture behind a fragment': ('![words](a.png#/../../../../secret.png)', '_images'),
    'link in disguise': ('![words](linked.png)', '_images'),
    'page of HTML': ('[x](page.html)', '_downloads'),
    'hidden file': ('{download}`x <../.hidden.txt>`', '_downloads'),
    'formula with a link': ('{math}`\\href{javascript:alert(1)}{x}`', 'class="math'),
    'formula that spells a command': ('{math}`\\^^69nput{/etc/hostname}`', 'class="math'),
    'language': ('words', '<script>alert'),
    'source': ('words', 'href="javascript'),
}


@pytest.mark.parametrize('name', ESCAPES)
def test_a_report_points_at_the_web_and_this_site_only(tmp_path: Path, name: str) -> None:
    body, absent = ESCAPES[name]
    front = {'language': "lang: '\"><script>alert(1)</script>'\n", 'source': 'source: javascript:alert(1)\n'}.get(
        name, ''
    )
    files: dict[str, str | bytes] = {
        'docs/reports/a.md': f'---\ntitle: Example 1\n{front}---\n\n## A talk\n\n@sample\n\nbefore {body} after\n'
        if not body.startswith('```')
        else f'---\ntitle: Example 1\n{front}---\n\n## A talk\n\n@sample\n\n{body}\n',
        'docs/drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
        'docs/reports/page.html': '<script>alert(1)</script>',
        'docs/.hidden.txt': 'HIDDEN',
        'docs/index.md': '# Home\n\n```{toctree}\nreports/a\n```\n',
        'secret.txt': 'SECRET',
        'secret.png': b'\x89PNG\r\n\x1a\nSECRET',
    }
    site = Site(
        tmp_path / 'docs', {path.removeprefix('docs/'): text for path, text in files.items() if path[:5] == 'docs/'}
    )
    (tmp_path / 'secret.txt').write_text('SECRET')
    (tmp_path / 'secret.png').write_bytes(b'\x89PNG\r\n\x1a\nSECRET')
    (tmp_path / 'docs/reports/linked.png').symlink_to('../../secret.png')
    built = site.build()
    assert absent not in built.read('reports/a.html')
    copied = [path for path in built.outdir.glob('**/*') if path.is_file() and b'SECRET' in path.read_bytes()]
    assert copied == []
    if name != 'redirect':
        assert any('[meetup.' in warning for warning in built.warnings)


@pytest.mark.parametrize(
    'body',
    [
        '.. include:: ../secret.txt',
        '.. literalinclude:: ../secret.txt',
        '.. raw:: html\n   :file: ../secret.txt',
        '.. raw:: html\n\n   <script>alert(1)</script>',
        '.. csv-table::\n   :file: ../secret.txt',
        '`x <javascript:alert(1)>`_',
    ],
)
def test_restructuredtext_has_the_same_limits(tmp_path: Path, body: str) -> None:
    built = Site(tmp_path, {'reports/a.rst': f'Report\n======\n\n{body}\n\nend\n', 'secret.txt': 'SECRET'}).build()
    page = built.read('reports/a.html')
    assert 'SECRET' not in page
    section = str(built.page('reports/a').find('section'))
    assert '<script>' not in section
    assert 'href="javascript' not in section
    assert 'end' in page


def test_formulas_read_no_files(tmp_path: Path) -> None:
    text = '---\ntitle: Example 1\n---\n\n```{math}\n\\input{/etc/hostname}\n```\n\n```{math}\na + b\n```\n'
    built = Site(tmp_path, {'reports/a.md': text}).build('latex')
    (warning,) = built.warnings
    assert '[meetup.contained]' in warning
    assert '\\input{/etc' not in ''.join(path.read_text('utf-8') for path in built.outdir.glob('*.tex'))


def test_control_characters_and_size_count_in_restructuredtext_too(tmp_path: Path) -> None:
    files = {'reports/a.rst': 'Report\n======\n\nbe\x07ll\n', 'reports/b.rst': 'Long\n====\n\n' + 'words ' * 300}
    built = Site(tmp_path, files, 'meetup_report_limit = 1000\n').build()
    assert sorted(warning.rpartition('[')[2] for warning in built.warnings) == ['meetup.control]', 'meetup.size]']
    assert 'words words' in built.read('reports/b.html')
