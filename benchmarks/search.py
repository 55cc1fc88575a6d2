"""Measure the search: what a query costs a reader, and what the index costs a build, beside Sphinx's own.

    python benchmarks/search.py [--counts 200,5000] [--build 200]

The index of N invented reports is laid under the search page of a small site, which a Chromium then asks. Bytes are
those of the files asked for, each compressed by gzip; what the page itself loads is not among them. Times are the
page's own work with all pieces loaded, on a core slowed down four times.
"""

from __future__ import annotations

import argparse
import gzip
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlsplit

from archive import report, write_archive
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / '_ext'), str(ROOT / 'tools')]

from browser import launch, serve  # noqa: E402 - the path comes first
from sphinx_meetup.search.alike import alike  # noqa: E402
from sphinx_meetup.search.index import weigh, write_index  # noqa: E402
from sphinx_meetup.search.units import Unit  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

SLOWED = 4
_TITLE = re.compile(r'^title: (.*)$', re.MULTILINE)


def units_of(number: int) -> Iterator[Unit]:
    """The sections of an invented report, without building it."""
    text = report(number)
    found = _TITLE.search(text)
    event = found[1].strip('"\'') if found else f'Report {number}'
    for place, section in enumerate(text.split('\n## ')[1:]):
        title, _, body = section.partition('\n')
        yield Unit(docname=f'reports/{number}', anchor=f's{place}', title=title, trail=(event,), text=body, kind='talk')


def lay_index(folder: Path, count: int) -> tuple[list[str], dict[str, float]]:
    """Write the index of a number of reports into a site; what it cost, and queries that have an answer."""
    units = [unit for number in range(1, count + 1) for unit in units_of(number)]
    begin = time.process_time()
    weighed = [weigh(unit) for unit in units]
    weighing = time.process_time() - begin
    files = write_index(units, weighed, [f'{unit.docname}.html#{unit.anchor}' for unit in units], 'bench', alike())
    writing = time.process_time() - begin - weighing
    index = folder / '_static' / 'search'
    for path in index.glob('*.js'):
        path.unlink()
    for name, content in files.items():
        (index / name).write_text(content, 'utf-8')
    titles = [re.sub(r'^[\d:~\s-]+', '', unit.title) for unit in units[:: max(1, len(units) // 12)]]
    return [title[:20] for title in titles if title][:12], {
        'units': len(units),
        'files': len(files),
        'raw MB': sum(len(content.encode()) for content in files.values()) / 1e6,
        'weigh, CPU s': weighing,
        'write, CPU s': writing,
    }


class Wire:
    """The bytes that a page asks for beyond what it is made of."""

    def __init__(self, page: Page, site: Path) -> None:
        self.site, self.found = site, dict[str, int]()
        page.on('request', lambda request: self._note(request.url))

    def _note(self, url: str) -> None:
        path = self.site / unquote(urlsplit(url).path.lstrip('/'))
        if path.is_file():
            self.found.setdefault(str(path), len(gzip.compress(path.read_bytes(), 6)))

    def since(self, before: dict[str, int]) -> float:
        """KiB of files that were not asked for before."""
        return sum(size for path, size in self.found.items() if path not in before) / 1024


def asked(page: Page, base: str, wire: Wire, queries: list[str], hits: str) -> dict[str, Any]:
    """The first query and further ones, in one browser, as its cache would have it."""
    page.goto(f'{base}search.html')
    page.wait_for_load_state('networkidle')
    costs = []
    for query in queries:
        before = dict(wire.found)
        page.goto(f'{base}search.html?q={quote(query)}')
        page.wait_for_load_state('networkidle')
        page.locator(hits).first.wait_for(timeout=20000)
        costs.append(wire.since(before))
    return {'first query, KiB': costs[0], 'a further query, KiB (median)': statistics.median(costs[1:])}


def keystrokes(page: Page, queries: list[str]) -> float:
    """Milliseconds of the page's work from a query to its hits, pieces loaded, the median."""
    session = page.context.new_cdp_session(page)
    session.send('Emulation.setCPUThrottlingRate', {'rate': SLOWED})
    times: list[float] = page.evaluate(
        """async (queries) => {
            const times = [];
            for (const query of queries) {
              for (let end = 1; end <= query.length; end++) await meetupSearch.find(query.slice(0, end));
              for (let end = 1; end <= query.length; end++) {
                const begin = performance.now();
                await meetupSearch.find(query.slice(0, end));
                times.push(performance.now() - begin);
              }
            }
            return times;
        }""",
        queries[:6],
    )
    session.send('Emulation.setCPUThrottlingRate', {'rate': 1})
    return statistics.median(times)


def build(folder: Path, out: Path, *options: str) -> float:
    """Build an archive; CPU seconds of the process."""
    script = (
        'import sys, time; from sphinx.cmd.build import main; code = main(sys.argv[1:]); '
        'print("CPU", time.process_time(), file=sys.stderr); sys.exit(code)'
    )
    command = [
        sys.executable,
        '-c',
        script,
        '-q',
        '-b',
        'html',
        *options,
        '-c',
        str(folder),
        str(folder / 'docs'),
        str(out),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stderr.rpartition('CPU ')[2])


def main() -> None:
    """Print one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__.partition('\n')[0])
    parser.add_argument('--counts', default='200,5000', help='numbers of reports in the index, parted by commas')
    parser.add_argument(
        '--build', type=int, default=200, help='how many reports to build with either search; 0 for none'
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        small = folder / 'small'
        write_archive(small, 3)
        build(small, small / 'html')
        browser = launch(playwright)
        for count in map(int, options.counts.split(',')):
            queries, costs = lay_index(small / 'html', count)
            with serve(small / 'html') as base:
                page = browser.new_page()
                told = {**costs, **asked(page, base, Wire(page, small / 'html'), queries, 'a.meetup-hit')}
                told[f'query to hits, ms, core slowed {SLOWED} times (median)'] = keystrokes(page, queries)
                page.close()
            for name, value in told.items():
                print(f'{count} reports: {name}: {value:.4g}', flush=True)
        if options.build:
            whole = folder / 'whole'
            write_archive(whole, options.build)
            ours = build(whole, folder / 'ours')
            theirs = build(whole, folder / 'theirs', '-D', 'meetup_search=0')
            print(f"build of {options.build} reports, CPU s: {ours:.1f}; with Sphinx's search {theirs:.1f}")
        browser.close()


if __name__ == '__main__':
    main()
