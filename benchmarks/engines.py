"""Three searches of the same reports, asked in Chromium: the archive's, Sphinx's own, Pagefind."""

from __future__ import annotations

import gzip
import json
import resource
import statistics
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from playwright.sync_api import Browser

SLOWED = 4
"""How many times slower the page's core is made."""

# What a page does from a query to what a reader sees, waiting for nothing that is not its own work.
_OURS = """async (query) => {
    const found = document.getElementById('meetup-found');
    const shown = new Promise(done => {
        const observer = new MutationObserver(() => {
            if (found.hasAttribute('aria-busy')) return;
            observer.disconnect();
            done();
        });
        observer.observe(found, { attributes: true });
    });
    const { q } = document.querySelector('form.meetup-search[action=""]').elements;
    q.value = query;
    q.dispatchEvent(new CompositionEvent('compositionend')); // is searched at once, not after a pause
    await shown;
    return document.body.offsetHeight;
}"""
_SPHINX = """async (query) => { Search.performSearch(query); return document.body.offsetHeight; }"""
_PAGEFIND = """async (query) => {
    const { results } = await window.engine.search(query);
    const list = document.getElementById('hits');
    const told = await Promise.all(results.slice(0, 10).map(one => one.data()));
    list.replaceChildren(...told.map(one => {
        const link = document.createElement('a');
        link.className = 'hit';
        link.href = one.url;
        link.innerHTML = `${one.meta.title} ${one.excerpt}`;
        return link;
    }));
    return document.body.offsetHeight;
}"""
PAGEFIND_PAGE = """<!doctype html><meta charset="utf-8"><title>Pagefind</title><body><p id="hits"></p>
<script type="module">
import * as engine from './pagefind/pagefind.js';
window.engine = engine;
const query = new URL(location.href).searchParams.get('q');
window.show = %s;
if (query) await window.show(query);
</script>
"""


@dataclass(frozen=True)
class Engine:
    """A search.

    :param page: its page, which takes a query as ``?q=``.
    :param hits: selects the links to its hits.
    :param work: a function of JavaScript from a query to shown hits, all that is needed being loaded.
    """

    name: str
    page: str
    hits: str
    work: str


OURS = Engine('the archive', 'search.html', 'a.meetup-hit', _OURS)
SPHINX = Engine('Sphinx', 'search.html', '#search-results li a', _SPHINX)
PAGEFIND = Engine('Pagefind', 'pagefind.html', 'a.hit', _PAGEFIND)


class Wire:
    """The bytes that a page asks for, each file compressed as it would be on its way and counted once."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.found: dict[Path, int] = {}

    def note(self, url: str) -> None:
        """A page asks for an address."""
        path = self.site / unquote(urlsplit(url).path.lstrip('/'))
        if path.is_file() and path not in self.found:
            self.found[path] = len(gzip.compress(path.read_bytes(), 6))

    def total(self) -> float:
        """KiB so far."""
        return sum(self.found.values()) / 1024


def ask(browser: Browser, engine: Engine, site: Path, base: str, queries: Sequence[str]) -> dict[str, float]:
    """What queries cost who has read a report: KiB of the page, of the first query and of a further one; ms."""
    page = browser.new_page()
    wire = Wire(site)
    page.on('request', lambda request: wire.note(request.url))
    report = min(path for path in site.glob('reports/*/*.html') if path.stem != 'index')
    page.goto(f'{base}{report.relative_to(site).as_posix()}')
    page.wait_for_load_state('networkidle')
    opened = wire.total()
    page.goto(f'{base}{engine.page}')
    page.wait_for_load_state('networkidle')
    costs, found = [], 0
    search_page = wire.total() - opened
    for query in queries:
        before = wire.total()
        page.goto(f'{base}{engine.page}?q={quote(query)}')
        page.wait_for_load_state('networkidle')
        found += page.locator(engine.hits).count() > 0
        costs.append(wire.total() - before)
    session = page.context.new_cdp_session(page)
    session.send('Emulation.setCPUThrottlingRate', {'rate': SLOWED})
    times: list[float] = page.evaluate(
        f"""async (queries) => {{
            const work = {engine.work};
            const times = [];
            for (const query of queries) {{
                const typed = Array.from(query, (_, at) => query.slice(0, at + 1));
                for (const text of typed) await work(text);
                await new Promise(done => setTimeout(done, 300));
                for (const text of typed) {{
                    const begin = performance.now();
                    await work(text);
                    times.push(performance.now() - begin);
                }}
            }}
            return times;
        }}""",
        list(queries[:6]),
    )
    page.close()
    return {
        'search page after a report, KiB (gzip)': search_page,
        'first query beyond that, KiB': costs[0],
        'a further query, KiB, median': statistics.median(costs[1:]),
        f'from a key to the hits shown, ms, core slowed {SLOWED} times, median': statistics.median(times),
        'queries that found something': found,
    }


def _timed(command: Iterable[str]) -> tuple[str, float]:
    """Run a program; what it said on stdout, and its CPU seconds with those of its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(list(command), capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f'{done.args}:\n{done.stdout}{done.stderr}')
    return done.stdout, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def build(timed_build: Path, conf: Path, docs: Path, out: Path, *options: str) -> dict[str, float]:
    """Build with Sphinx; CPU seconds by part, ``all`` among them (:mod:`timed_build`)."""
    spent = out.with_suffix('.json')
    command = [sys.executable, str(timed_build), str(spent), '-q', '-b', 'html', *options]
    _timed([*command, '-c', str(conf), str(docs), str(out)])
    told: dict[str, float] = json.loads(spent.read_text('utf-8'))
    return told


def add_pagefind(site: Path) -> float:
    """Index the reports of a built site with Pagefind, and give the site a page to ask it; CPU seconds.

    As well as it can be done: one language for all pages, no signs of permalinks, ids on the headings, which is
    where Pagefind looks for a place to link to.
    """
    for path in sorted(site.glob('reports/*/*.html')):
        parsed = BeautifulSoup(path.read_bytes(), 'html.parser')
        for section in parsed.select('section[id]'):
            heading = section.find(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'], recursive=False)
            if heading is not None:
                heading['id'] = section['id']
                del section['id']
        body = parsed.select_one('[role=main]') or parsed.body
        if body is not None:
            body['data-pagefind-body'] = ''
        path.write_text(str(parsed), 'utf-8')
    command = [sys.executable, '-m', 'pagefind', '--site', str(site), '--glob', 'reports/*/*.html']
    _said, seconds = _timed([*command, '--force-language', 'ja', '--exclude-selectors', '.headerlink', '--quiet'])
    (site / 'pagefind.html').write_text(PAGEFIND_PAGE % _PAGEFIND, 'utf-8')
    return seconds
