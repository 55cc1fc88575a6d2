"""Fixtures for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ('sphinx.testing.fixtures',)
collect_ignore = ['roots']


@pytest.fixture(scope='session')
def rootdir() -> Path:
    """Where ``sphinx.testing`` finds the small projects (``test-*``)."""
    return Path(__file__).parent / 'roots'
