"""A headless Chromium for tests and pictures: the system's, or Playwright's own."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Browser, Error, Playwright

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PROGRAMS = ('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable')
ARGUMENTS = (
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync',
)  # fmt: skip
WIDTHS = (320, 768, 1280)
SCHEMES = ('light', 'dark')


class NoBrowserError(RuntimeError):
    """Neither the system nor Playwright has a Chromium."""


def launch(playwright: Playwright) -> Browser:
    """Start Chromium: ``$CHROMIUM``, a program of the system, or what ``playwright install`` put there.

    :raises NoBrowserError: when there is none, saying what to install.
    """
    program = os.environ.get('CHROMIUM') or next(filter(None, map(shutil.which, PROGRAMS)), None)
    try:
        return playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
    except Error as error:
        hint = 'install your system\'s "chromium", or run "playwright install chromium"'
        raise NoBrowserError(f'no Chromium could be started; {hint}') from error


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        pass


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine; gives the address, ending in a slash."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(('127.0.0.1', 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f'http://127.0.0.1:{server.server_port}/'
        server.shutdown()
