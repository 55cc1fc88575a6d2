"""The extension, installed as a package and used by a project that has nothing else of this repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONF = """\
extensions = ['myst_parser', 'sphinx_meetup']
project = 'Elsewhere'
author = copyright = 'nobody'
language = 'ja'
"""
INDEX = """\
# Events

```{toctree}
:glob:

reports/*
```
"""
REPORT = """\
# Example Meetup #1

日時: 2024年4月5日 19:00

## タイムテーブル

19:00-19:20 - alice, Small Tools

## Small Tools

@alice

Notes.
"""


def run(*command: str | Path, **env: str) -> str:
    result = subprocess.run(
        command, env={**os.environ, **env}, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope='module')
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy, as building a package leaves files beside the source."""
    folder = tmp_path_factory.mktemp('source')
    for name in ('pyproject.toml', 'README.md', 'LICENSE'):
        shutil.copy(ROOT / name, folder)
    ignored = shutil.ignore_patterns('__pycache__', '*.egg-info')
    shutil.copytree(ROOT / '_ext', folder / '_ext', ignore=ignored)
    return folder


@pytest.fixture(scope='module')
def installed(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where ``pip install`` put the package. The build needs setuptools only, which is there: no network."""
    target = tmp_path_factory.mktemp('installed')
    options = ('--quiet', '--no-index', '--no-deps', '--no-build-isolation', '--no-compile')
    run(sys.executable, '-m', 'pip', 'install', *options, '--target', target, source)
    return target


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob('*') if path.is_file()}


def test_package_holds_every_file_of_the_extension(source: Path, installed: Path) -> None:
    shipped = files(installed / 'sphinx_meetup')
    assert shipped == files(source / '_ext' / 'sphinx_meetup')
    assert 'py.typed' in shipped
    for suffix in ('static/sphinx-meetup.css', 'words/ja.toml', 'locale/ja/LC_MESSAGES/sphinx_meetup.mo'):
        assert any(name.endswith(suffix) for name in shipped)


def test_nothing_else_is_installed(installed: Path) -> None:
    assert {path.name.partition('-')[0] for path in installed.iterdir()} == {'sphinx_meetup'}


def test_a_project_elsewhere_builds_with_it(installed: Path, tmp_path: Path) -> None:
    pages = {'conf.py': CONF, 'index.md': INDEX, 'reports/one.md': REPORT}
    for name, text in pages.items():
        path = tmp_path / 'project' / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding='utf-8')
    where = run(sys.executable, '-c', 'import sphinx_meetup; print(sphinx_meetup.__file__)', PYTHONPATH=str(installed))
    assert Path(where.strip()).is_relative_to(installed)

    out = tmp_path / 'out'
    run(sys.executable, '-m', 'sphinx', '-qW', tmp_path / 'project', out, PYTHONPATH=str(installed))
    page = (out / 'reports' / 'one.html').read_text(encoding='utf-8')
    assert 'meetup-talk' in page
    assert '開催日' in page
    assert (out / '_static' / 'sphinx-meetup.css').is_file()
