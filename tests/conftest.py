"""Fixtures for all tests."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support import ROOTS, Snapshots, clean_docutils

if TYPE_CHECKING:
    from collections.abc import Iterator

pytest_plugins = ('sphinx.testing.fixtures',)
collect_ignore = ['roots']


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        '--update-snapshots', action='store_true', help='write tests/snapshots anew instead of comparing with it'
    )


@pytest.fixture(scope='session')
def rootdir() -> Path:
    """Where ``sphinx.testing`` finds the small projects (``test-*``)."""
    return ROOTS


@pytest.fixture(autouse=True)
def _docutils_state() -> Iterator[None]:
    """Builds register roles and directives for the whole process; no test is to see another's."""
    yield
    clean_docutils()


@pytest.fixture
def snapshots(request: pytest.FixtureRequest) -> Snapshots:
    """Compare a text with the file of that name in ``tests/snapshots``."""
    return Snapshots(Path(__file__).parent / 'snapshots', update=request.config.getoption('--update-snapshots'))
