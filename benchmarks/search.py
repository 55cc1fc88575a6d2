"""Measure the search: what a query costs a reader and what the index costs a build, beside Sphinx's and Pagefind.

    python benchmarks/search.py [--counts 200,5000] [--others 200] [--build 200]

The index of N invented reports is laid under the search page of a small site, which a Chromium then asks; the other
two search plain pages of the same reports. Bytes are those of the files asked for beyond the search page, each
compressed by gzip. Times are the page's own work from a key to shown hits, everything loaded, on a core slowed down.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from archive import write_archive
from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent / '_ext'), str(HERE.parent / 'tools')]

from browser import launch, serve  # noqa: E402 - the path comes first
from engines import OURS, PAGEFIND, SPHINX, add_pagefind, ask, build  # noqa: E402
from invented import lay, queries  # noqa: E402

PLAIN = """\
extensions = ['myst_parser']
html_theme = 'basic'
language = 'ja'
html_copy_source = False
html_use_index = False
"""
"""Settings for pages without this extension."""
TIMED = HERE / 'timed_build.py'


def tell(count: int, name: str, told: dict[str, float]) -> None:
    """Print one line a figure."""
    for figure, value in told.items():
        print(f'{count} reports: {name}: {figure}: {value:.4g}', flush=True)


def measure_ours(browser: Browser, folder: Path, counts: list[int]) -> None:
    """Lay the index of each number of reports below one site."""
    write_archive(folder, 3)
    site = folder / 'html'
    build(TIMED, folder, folder / 'docs', site)
    for count in counts:
        laid = lay(site, count)
        with serve(site) as base:
            tell(count, OURS.name, {**laid.costs, **ask(browser, OURS, site, base, laid.queries)})


def measure_others(browser: Browser, folder: Path, count: int) -> None:
    """Plain pages of the same reports, with Sphinx's index and with Pagefind's."""
    write_archive(folder, count)
    (folder / 'conf.py').write_text(PLAIN, 'utf-8')
    for path in (folder / 'docs' / 'index.md', folder / 'docs' / 'reports' / 'index.md'):
        path.write_text('# Reports\n\n```{toctree}\n:glob:\n\n**\n```\n', 'utf-8')
    site = folder / 'html'
    build(TIMED, folder, folder / 'docs', site)
    wanted = queries(count)
    with serve(site) as base:
        tell(count, SPHINX.name, ask(browser, SPHINX, site, base, wanted))
    if find_spec('pagefind'):
        seconds = add_pagefind(site)
        with serve(site) as base:
            tell(count, PAGEFIND.name, {'index, CPU s': seconds, **ask(browser, PAGEFIND, site, base, wanted)})
    else:
        print('Pagefind is not installed; "make bench-search" installs it', flush=True)


def measure_builds(folder: Path, count: int) -> None:
    """Build one archive three times: without any index to speak of, what does each of the three add to that?"""
    write_archive(folder, count)
    ours = build(TIMED, folder, folder / 'docs', folder / 'ours')
    theirs = build(TIMED, folder, folder / 'docs', folder / 'theirs', '-D', 'meetup_search=0')
    mine = sum(seconds for part, seconds in ours.items() if part.startswith('search'))
    sphinx = sum(seconds for part, seconds in theirs.items() if part.startswith('search'))
    shares = {
        'build, CPU s': ours['all'],
        'of that the index, CPU s': mine,
        'the same as a share of the build, %': 100 * mine / ours['all'],
    }
    tell(count, OURS.name, shares)
    told = {
        'build, CPU s': theirs['all'],
        'of that the index, CPU s': sphinx,
        'the same as a share of the build, %': 100 * sphinx / theirs['all'],
    }
    tell(count, SPHINX.name, told)
    document = folder / 'docs' / 'reports' / 'again.md'
    shutil.copy(next(iter(sorted((folder / 'docs' / 'reports').glob('*/*.md')))), document)
    again = build(TIMED, folder, folder / 'docs', folder / 'ours')
    parts = {f'after a new report, {part}, CPU s': value for part, value in again.items() if part.startswith('search')}
    tell(count, OURS.name, {'build after a new report, CPU s': again['all'], **parts})
    if find_spec('pagefind'):
        seconds = add_pagefind(folder / 'theirs')
        without = theirs['all'] - sphinx
        tell(count, PAGEFIND.name, {'index, CPU s': seconds, 'share, %': 100 * seconds / (without + seconds)})


def main() -> None:
    """Print one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__.partition('\n')[0])
    parser.add_argument('--counts', default='200,5000', help='numbers of reports in our index, parted by commas')
    parser.add_argument('--others', default='200', help='numbers of reports for the other two; "" for none')
    parser.add_argument('--build', type=int, default=200, help='how many reports to build for the shares; 0 for none')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        browser = launch(playwright)
        measure_ours(browser, folder / 'ours', [int(one) for one in options.counts.split(',') if one])
        for one in options.others.split(','):
            if one:
                measure_others(browser, folder / f'others-{one}', int(one))
        browser.close()
        if options.build:
            measure_builds(folder / 'builds', options.build)


if __name__ == '__main__':
    main()
