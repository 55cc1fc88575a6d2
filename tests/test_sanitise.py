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
