"""Words before are words after: reading a report takes no word and no link of its text off its page.

Each report is built twice, once read and once left as it is. What may be missing is what structure says better: the
words of labels (``日時:``), of honorifics and of prefixes, the parts of times, and the words of bare addresses that
became buttons.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sphinx_meetup import parser
from sphinx_meetup.reading import words

from tests.support import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import BeautifulSoup

    from tests.support import Built

ROOT = Path(__file__).parents[1]
FOLDERS = (ROOT / 'docs/reports', ROOT / 'tests/roots/test-report/reports', ROOT.parent / 'shared/corpus')
"""The last is there only beside some checkouts."""
_TOKEN = re.compile(r'[a-z0-9_]+|[\u3040-\u309f]+|[\u30a0-\u30ff]+|[\u4e00-\u9fff々]+|[\uac00-\ud7a3]+')
_TOLD = re.compile(r'from|\d{1,6}(?:min|分)?|[年月日時分水金土火木]|から|コマ|目|主题.?|lt\d+')


def reports() -> dict[str, bytes]:
    found = [path for folder in FOLDERS for path in sorted(folder.rglob('*.md')) if path.name != 'index.md']
    return {f'reports/r/{path.stem}.md': path.read_bytes() for path in found}


def tokens(text: str) -> set[str]:
    return set(_TOKEN.findall(unicodedata.normalize('NFKC', text).casefold()))


@cache
def usual() -> set[str]:
    """The words of all word lists."""

    def texts(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            yield from (text for inner in value.values() for text in texts(inner))
        elif isinstance(value, list):
            yield from (text for inner in value for text in texts(inner))

    folder = Path(words.__file__).parent / 'words'
    lists = [tomllib.loads(path.read_text('utf-8')) for path in sorted(folder.glob('*.toml'))]
    return {token for content in lists for text in texts(content) for token in tokens(text)}


def said(page: BeautifulSoup) -> tuple[set[str], set[str]]:
    """The words of a page's article, and the addresses that it leads to."""
    article = page.find('div', class_='body')
    assert article is not None
    for mark in article.select('a.headerlink'):
        mark.decompose()
    links = {str(link['href']) for link in article.find_all('a', href=True)}
    return tokens(article.get_text(' ')), {link for link in links if link.startswith('http')}


def is_kept(token: str, here: set[str]) -> bool:
    """Whether a word is there without a usual one at its end: lines of Japanese are joined, names have さん."""
    return any(token.removesuffix(word) in here for word in usual() if not word.isascii() and token.endswith(word))


@pytest.fixture(scope='module')
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Built]:
    read = parser.read_report
    files = reports()
    on = Site(tmp_path_factory.mktemp('read'), files).build()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            parser,
            'read_report',
            lambda *args, **options: replace(read(*args, **options), enabled=False, bold=frozenset()),
        )
        off = Site(tmp_path_factory.mktemp('left'), files).build()
    return on, off


def profiles(built: Built, docname: str) -> set[str]:
    """The addresses on speakers' names: their records keep those."""
    record = built.domain.documents[docname]
    rows = [slot.people for event in record.events for slot in event.slots]
    return {link for people in [*rows, *(talk.people for talk in record.talks)] for one in people for link in one.links}


def test_every_word_and_link_stays(builds: tuple[Built, Built]) -> None:
    on, off = builds
    lost: dict[str, list[str]] = {}
    for docname in sorted(on.domain.written - {'index'}):
        here, links = said(on.page(docname))
        before, had = said(off.page(docname))
        addresses = {token for link in had for token in tokens(link)}
        missing = {
            token
            for token in before - here - addresses - usual()
            if not _TOLD.fullmatch(token) and not is_kept(token, here)
        }
        gone = had - links - profiles(on, docname)
        if missing or gone:
            lost[docname] = [*sorted(missing), *sorted(gone)]
    assert lost == {}
