"""Every link inside a built site leads somewhere, and no page uses an id twice. Asks no network.

Links are what pages ask for, where they send readers on, and what the sitemap lists. The page for addresses without
one is shown at any address, so its own must not be relative.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

ADDRESSES = frozenset({'href', 'xlink:href', 'src', 'action', 'poster', 'data'})
ANYWHERE = frozenset({'', 'top'})
"""Fragments that every page has: its beginning."""
NOT_FOUND = PurePosixPath('404.html')
SITEMAP = PurePosixPath('sitemap.xml')
REFRESH = re.compile(r'[\s\d.]*[;,]\s*url\s*=\s*["\']?(?P<address>[^"\']*)', re.IGNORECASE)
LISTED = re.compile(r'<loc>([^<]*)</loc>')


@dataclass
class Page:
    """What one page offers to links, and where its own links lead."""

    ids: Counter[str] = field(default_factory=Counter)
    names: set[str] = field(default_factory=set)
    links: list[tuple[int, str]] = field(default_factory=list)

    def has(self, fragment: str) -> bool:
        """Whether a fragment is on this page."""
        return fragment in ANYWHERE or fragment in self.ids or fragment in self.names


class _Collector(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the ids and the addresses of one element; void elements come here too."""
        line = self.getpos()[0]
        given = dict(attrs)
        if tag == 'meta' and (given.get('http-equiv') or '').lower() == 'refresh':
            onward = REFRESH.match(given.get('content') or '')
            self.page.links += [(line, onward['address'])] if onward else []
        for name, value in attrs:
            if name == 'id':
                self.page.ids[value or ''] += 1
            elif tag == 'a' and name == 'name' and value:
                self.page.names.add(value)
            elif name in ADDRESSES and value is not None:
                self.page.links.append((line, value))
            elif name == 'srcset' and value:
                self.page.links += [(line, item.split()[0]) for item in value.split(',') if item.strip()]


def read_page(path: Path) -> Page:
    """Parse a page."""
    collector = _Collector()
    collector.feed(path.read_text(encoding='utf-8'))
    collector.close()
    return collector.page


@dataclass(frozen=True)
class Base:
    """The address at which a site is published; without one, at the root of a host of any name."""

    address: str = ''

    @property
    def prefix(self) -> str:
        """The path of the site on its host, with a slash at both ends."""
        return f'{urlsplit(self.address).path.rstrip("/")}/'

    def path(self, address: str) -> str | None:
        """What an address asks of this site: a path, with a slash before it when it begins at the site's root.

        None for another site's.
        """
        asked, own = urlsplit(address), urlsplit(self.address)
        if asked.scheme or asked.netloc:
            if (asked.scheme or own.scheme, asked.netloc) != (own.scheme, own.netloc):
                return None
            return self._below(asked.path) if f'{asked.path}/'.startswith(self.prefix) else None
        return self._below(asked.path) if asked.path.startswith('/') else asked.path

    def _below(self, path: str) -> str:
        """A path of the host as one of the site; what lies above the site is left to be found missing."""
        if f'{path}/' == self.prefix:
            return '/'
        return f'/{path.removeprefix(self.prefix)}' if path.startswith(self.prefix) else f'/..{path}'


def _target(page: PurePosixPath, path: str) -> PurePosixPath | None:
    """The file that a path means from a page, or nothing when it leaves the site."""
    start = '' if path.startswith('/') else page.parent.as_posix()
    target = normpath(f'{start}/{path}'.lstrip('/') or '.')
    return None if target.startswith('..') else PurePosixPath(target)


def _listed(path: Path) -> Page:
    """The addresses in a sitemap, as links."""
    lines = path.read_text(encoding='utf-8').splitlines()
    found = [(number, unescape(address)) for number, line in enumerate(lines, 1) for address in LISTED.findall(line)]
    return Page(links=found)


def check(site: Path, address: str = '') -> Iterator[str]:
    """Every problem as ``page:line: what``.

    :param address: where the site is published; links that begin with it are links inside the site.
    """
    base = Base(address)
    files = {PurePosixPath(path.relative_to(site).as_posix()): path for path in site.rglob('*') if path.is_file()}
    pages = {name: read_page(path) for name, path in sorted(files.items()) if name.suffix == '.html'}
    if not pages:
        yield f'{site}: no pages'
    sources = {**pages, SITEMAP: _listed(files[SITEMAP])} if SITEMAP in files else pages
    for name, page in sources.items():
        yield from (f'{name}: id used {count} times: {item}' for item, count in page.ids.items() if count > 1)
        for line, link in page.links:
            path = base.path(link.strip())
            if path is None:
                continue
            if name == NOT_FOUND and path and not path.startswith('/'):
                yield f'{name}:{line}: relative, on a page that is shown at any address: {link}'
            target = _target(name, unquote(path)) if path else name
            if target is not None and target not in files:
                target /= 'index.html'
            if target is None or target not in files:
                yield f'{name}:{line}: no such file: {link}'
                continue
            fragment = unquote(urlsplit(link.strip()).fragment).partition(':~:')[0]
            if target in pages and not pages[target].has(fragment):
                yield f'{name}:{line}: no such place on the page: {link}'


def main() -> int:
    """Print every problem; 1 if there is one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('site', type=Path, nargs='+')
    parser.add_argument('--address', default='', help='where the sites are published')
    given = parser.parse_args()
    problems = [f'{site.name}: {problem}' for site in given.site for problem in check(site, given.address)]
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
