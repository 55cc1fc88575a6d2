"""Every link inside a built site leads somewhere, and no page uses an id twice. Asks no network."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

ADDRESSES = frozenset({'href', 'src', 'action', 'poster', 'data'})
ANYWHERE = frozenset({'', 'top'})
"""Fragments that every page has: its beginning."""


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


def _target(page: PurePosixPath, path: str) -> PurePosixPath | None:
    """The file that a path means from a page, or nothing when it leaves the site."""
    start = '' if path.startswith('/') else page.parent.as_posix()
    target = normpath(f'{start}/{path}'.lstrip('/') or '.')
    return None if target.startswith('..') else PurePosixPath(target)


def check(site: Path) -> Iterator[str]:
    """Every problem as ``page:line: what``."""
    files = {PurePosixPath(path.relative_to(site).as_posix()): path for path in site.rglob('*') if path.is_file()}
    pages = {name: read_page(path) for name, path in sorted(files.items()) if name.suffix == '.html'}
    if not pages:
        yield f'{site}: no pages'
    for name, page in pages.items():
        yield from (f'{name}: id used {count} times: {item}' for item, count in page.ids.items() if count > 1)
        for line, address in page.links:
            parts = urlsplit(address.strip())
            if parts.scheme or parts.netloc:
                continue
            target = _target(name, unquote(parts.path)) if parts.path else name
            if target is not None and target not in files:
                target /= 'index.html'
            if target is None or target not in files:
                yield f'{name}:{line}: no such file: {address}'
                continue
            fragment = unquote(parts.fragment).partition(':~:')[0]
            if target in pages and not pages[target].has(fragment):
                yield f'{name}:{line}: no such place on the page: {address}'


def main() -> int:
    """Print every problem; 1 if there is one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('site', type=Path, nargs='+')
    problems = [f'{site.name}: {problem}' for site in parser.parse_args().site for problem in check(site)]
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
