"""The page that a host shows where there is none, as the host shows it: below a folder, at an address far down."""

from __future__ import annotations

import functools
import http.server
import os
import re
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Response

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
FOLDER = '/some/archive/'
NOWHERE = f'{FOLDER}reports/2031/no/such/report.html'


class _Host(http.server.SimpleHTTPRequestHandler):
    """A host of plain files: a site in a folder, the site's page where a file is missing."""

    def do_GET(self) -> None:
        path = Path(self.directory, self.path.partition('?')[0].removeprefix(FOLDER))
        if self.path.startswith(FOLDER) and (path.is_file() or (path / 'index.html').is_file()):
            self.path = f'/{self.path.removeprefix(FOLDER)}'
            super().do_GET()
            return
        self.send_response(404)
        self.send_header('Content-Type', 'text/html; charset=utf-8')
        self.end_headers()
        self.wfile.write(Path(self.directory, '404.html').read_bytes())

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture(scope='module', params=['html', 'dirhtml'])
def host(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site, built for its folder and served from there."""
    out = tmp_path_factory.mktemp('hosted')
    command = [sys.executable, '-m', 'sphinx', '-q', '-W', '-b', request.param, '-d', str(out / 'trees'), '-c', '.']
    env = {**os.environ, 'SITE_URL': f'https://meetups.example{FOLDER}'}
    subprocess.run([*command, 'docs', str(out / 'site')], cwd=ROOT, env=env, check=True)
    handler = functools.partial(_Host, directory=str(out / 'site'))
    with http.server.ThreadingHTTPServer(('127.0.0.1', 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f'http://127.0.0.1:{server.server_port}'
        server.shutdown()


def test_it_is_whole_at_an_address_far_down(browser: Browser, host: str) -> None:
    page = browser.new_page(base_url=host)
    failed: list[str] = []

    def note(response: Response) -> None:
        if not response.ok:
            failed.append(response.url)

    page.on('response', note)
    page.goto(NOWHERE, wait_until='load')
    assert failed == [f'{host}{NOWHERE}']  # itself; every style and script is there
    assert page.locator('h1').count() == 1
    drawer = page.locator('.sidebar-drawer').bounding_box()
    article = page.locator('article[role=main]').bounding_box()
    assert drawer is not None
    assert article is not None
    assert article['x'] >= drawer['x'] + drawer['width'] > 0  # side by side, as styles place them
    assert page.evaluate('document.documentElement.scrollWidth <= innerWidth')
    found = Axe().run(page).response['violations']
    assert [f'{item["id"]}: {node["html"][:150]}' for item in found for node in item['nodes']] == []
    page.close()


def test_its_links_lead_somewhere(browser: Browser, host: str) -> None:
    page = browser.new_page(base_url=host)
    page.goto(NOWHERE)
    links = set(page.eval_on_selector_all('a', 'found => found.map(a => a.href)'))
    inside = sorted(link.partition('#')[0] for link in links if link.startswith(host) and NOWHERE not in link)
    assert len(inside) >= 4
    assert [link for link in inside if page.request.get(link).status != 200] == []
    page.fill('.sidebar-search', 'kubernetes')
    page.press('.sidebar-search', 'Enter')
    page.wait_for_url(re.compile(f'^{re.escape(host + FOLDER)}search(\\.html|/)\\?q=kubernetes'))
    page.close()
