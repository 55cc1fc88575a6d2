"""``tools/check.py``: a passed check is one line, unless what it lists is for people to look at."""

from __future__ import annotations

import sys

import check
import pytest

SAYS = [sys.executable, '-c', 'print("look here")']
FAILS = [sys.executable, '-c', 'print("look here"); raise SystemExit(1)']


@pytest.mark.parametrize(
    ('name', 'command', 'passed', 'shown'),
    [
        ('code style', SAYS, True, False),
        (check.DOUBTS, SAYS, True, True),
        ('code style', FAILS, False, True),
        (check.DOUBTS, FAILS, False, True),
    ],
)
def test_what_is_shown(
    *, name: str, command: list[str], passed: bool, shown: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.run(name, command) is passed
    assert ('       look here' in capsys.readouterr().out) is shown


def test_doubtful_readings_are_listed_and_fail_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert check.run(check.DOUBTS, check.checks()[check.DOUBTS])
    assert ' reports' in capsys.readouterr().out
