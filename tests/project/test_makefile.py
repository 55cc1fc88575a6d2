from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAKEFILE = (ROOT / 'Makefile').read_text(encoding='utf-8')
PROMISED = {
    'help', 'html', 'dirhtml', 'livehtml', 'serve', 'test', 'check', 'linkcheck', 'bench', 'clean', 'lock', 'messages',
    'locale',
}  # fmt: skip


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # A make that runs these tests hands its own flags down; they are not for this one.
    env = {name: value for name, value in os.environ.items() if not name.startswith(('MAKE', 'MFLAGS', 'PYTHON'))}
    return subprocess.run(
        ['make', *arguments], cwd=folder, env=env, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The Makefile alone, without a virtual environment."""
    shutil.copy(ROOT / 'Makefile', tmp_path)
    (tmp_path / 'requirements.txt').write_text('', encoding='utf-8')
    return tmp_path


def fake_python(folder: Path, script: str) -> str:
    path = folder / 'fake-python'
    path.write_text(f'#!/bin/sh\n{script}\n', encoding='utf-8')
    path.chmod(0o755)
    return f'PYTHON={path}'


def test_help_is_the_default_and_lists_every_target() -> None:
    targets = set(re.findall(r'^([a-z]+):', MAKEFILE, re.MULTILINE))
    shown = make(ROOT)
    assert shown.returncode == 0
    assert shown.stdout == make(ROOT, 'help').stdout
    assert set(re.findall(r'^  make ([a-z]+) +\S', shown.stdout, re.MULTILINE)) == targets
    assert targets >= PROMISED


def test_no_python(project: Path) -> None:
    result = make(project, 'venv', 'PYTHON=no-such-python')
    assert result.returncode != 0
    assert 'Install Python 3.11 or newer' in result.stderr


def test_old_python(project: Path) -> None:
    result = make(project, 'venv', fake_python(project, 'test "$1" = -V && echo Python 3.9.2; test "$1" = -V'))
    assert result.returncode != 0
    assert 'Python 3.11 or newer is needed' in result.stderr
    assert 'Python 3.9.2' in result.stderr


def test_python_without_venv(project: Path) -> None:
    fails_at = 'case "$2" in *ensurepip*) exit 1;; esac'
    result = make(project, 'venv', fake_python(project, fails_at))
    assert result.returncode != 0
    assert 'apt install python3-venv' in result.stderr


def test_the_virtual_environment_knows_the_extension(project: Path) -> None:
    package = project / '_ext' / 'sphinx_meetup'
    package.mkdir(parents=True)
    (package / '__main__.py').write_text("print('found')", encoding='utf-8')
    assert make(project, 'venv', f'PYTHON={sys.executable}').returncode == 0
    command = [project / '.venv' / 'bin' / 'python', '-m', 'sphinx_meetup']
    assert subprocess.run(command, capture_output=True, text=True, check=False).stdout == 'found\n'


def test_install_leaves_a_stamp_only_when_it_succeeded(project: Path) -> None:
    requirements = project / 'requirements.txt'
    requirements.write_text('sphinx==9.0.4\n', encoding='utf-8')  # refused, as it has no hash
    result = make(project, 'venv', f'PYTHON={sys.executable}')
    assert result.returncode != 0
    assert (project / '.venv' / 'bin' / 'python').exists()
    assert not list((project / '.venv').glob('.*installed'))

    requirements.write_text('', encoding='utf-8')
    assert make(project, 'venv').returncode == 0
    again = make(project, 'venv')
    assert again.returncode == 0
    assert 'Installing' not in again.stdout
