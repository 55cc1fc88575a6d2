"""Tables of cases: each a title, an input and what is expected, parted by lines of a single dot."""

from __future__ import annotations

from pathlib import Path

import pytest

FIXTURES = Path(__file__).parent.parent / 'fixtures'


def cases(name: str) -> list[object]:
    """The cases of a fixture file as pytest parameters (input, expected), with their titles as ids.

    A first paragraph that begins with ``#`` explains the file.
    """
    text = (FIXTURES / name).read_text('utf-8')
    if text.startswith('# '):
        text = text.partition('\n\n')[2]
    parts = [part.strip('\n') for part in text.split('\n.\n')]
    if parts[-1].strip():
        raise ValueError(f'{name} does not end with a line of one dot')
    found = []
    for place in range(0, len(parts) - 1, 3):
        title, given, expected = (part.removesuffix('\n.') for part in parts[place : place + 3])
        found.append(pytest.param(given, expected, id=title.strip()))
    return found
