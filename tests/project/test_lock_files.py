from __future__ import annotations

import shutil
from pathlib import Path

import check_locks
import pytest

ROOT = Path(__file__).parents[2]
HASH = f'    --hash=sha256:{"0" * 64}\n'


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The requirements, to be spoilt."""
    for path in ROOT.glob('requirements*'):
        shutil.copy(path, tmp_path)
    return tmp_path


def append(path: Path, text: str) -> None:
    with path.open('a', encoding='utf-8') as file:
        file.write(text)


def test_lock_files_are_current_and_hold_nothing_but_versions_and_hashes() -> None:
    assert list(check_locks.check()) == []


@pytest.mark.parametrize('name', ['requirements.txt', 'requirements-dev.txt', 'requirements-bench.txt'])
def test_no_address_and_no_path(name: str) -> None:
    text = (ROOT / name).read_text(encoding='utf-8')
    assert '://' not in text
    assert 'file:' not in text
    assert not [line for line in text.splitlines() if line.startswith(('-', '/', '.'))]


def test_each_python_gets_the_newest_sphinx_that_it_can_run() -> None:
    pins, _ = check_locks.read_lock((ROOT / 'requirements.txt').read_text(encoding='utf-8'))
    minors = {version.rpartition('.')[0] for name, version in pins if name == 'sphinx'}
    assert minors >= {'9.0', '9.2'}


@pytest.mark.parametrize(
    ('file', 'text', 'problem'),
    [
        ('requirements.in', 'nothing-of-this-name\n', 'nothing-of-this-name is missing'),
        ('requirements-dev.in', 'https://example.org/a.whl\n', 'not a requirement'),
        ('requirements.txt', '--trusted-host example.org\n', 'not a version and not a hash'),
        ('requirements.txt', '    # from https://example.org\n', 'an address'),
        ('requirements.txt', 'thing @ https://example.org/thing.whl\n', 'not a version and not a hash'),
        ('requirements.txt', './thing.whl\n', 'not a version and not a hash'),
        ('requirements.txt', 'thing==1.0 \\\n', 'no hash'),
        ('requirements.txt', f'thing==1.0 \\\n{HASH}', 'requirements-dev.txt: thing==1.0 of requirements.txt'),
    ],
)
def test_bad_lock_is_reported(copy: Path, file: str, text: str, problem: str) -> None:
    append(copy / file, text)
    assert [line for line in check_locks.check(copy) if problem in line]
