"""The real site, built once, and a real Chromium to read it in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import NoBrowserError, launch, serve
from playwright.sync_api import Browser, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope='session')
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as ``make html`` builds it."""
    out = tmp_path_factory.mktemp('site')
    command = [sys.executable, '-m', 'sphinx', '-q', '-W', '-b', 'html', '-d', str(out / 'doctrees'), '-c', '.', 'docs']
    subprocess.run([*command, str(out / 'html')], cwd=ROOT, check=True)
    return out / 'html'


@pytest.fixture(scope='session')
def address(site: Path) -> Iterator[str]:
    """Where the site is served, ending in a slash."""
    with serve(site) as found:
        yield found


@pytest.fixture(scope='session')
def browser() -> Iterator[Browser]:
    """Chromium. Without one the tests are skipped, but not in CI: there they must run."""
    with sync_playwright() as playwright:
        try:
            found = launch(playwright)
        except NoBrowserError as error:
            if os.environ.get('CI'):
                raise
            pytest.skip(str(error))
        yield found
        found.close()
