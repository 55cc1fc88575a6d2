"""The lock files hold what the ``.in`` files ask for, each version with its hashes, and nothing else.

Chooses no versions, so it needs no network; ``make lock`` does that.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
NAMES = ('requirements', 'requirements-dev', 'requirements-bench')
PIN = re.compile(r'(?P<name>[A-Za-z0-9][\w.-]*)==(?P<version>[^\s;]+)(?P<marker> ;[^\\]+)? \\')
HASH = re.compile(r' +--hash=sha256:[0-9a-f]{64}(?: \\)?')
ASKED = re.compile(r'(?P<name>[A-Za-z0-9][\w.-]*)')
INCLUDE = re.compile(r'-[rc] (?P<file>[\w.-]+)')


def _plain(name: str) -> str:
    return re.sub(r'[-_.]+', '-', name).lower()


def read_lock(text: str) -> tuple[set[tuple[str, str]], list[str]]:
    """The names and versions of a lock file, and the lines that have no place in one."""
    pins: set[tuple[str, str]] = set()
    strange = []
    hashed = True
    for number, line in enumerate(text.splitlines(), 1):
        if pin := PIN.fullmatch(line):
            if not hashed:
                strange.append(f'{number}: the version above has no hash')
            pins.add((_plain(pin['name']), pin['version']))
            hashed = False
        elif HASH.fullmatch(line):
            hashed = True
        elif line.strip() and not line.lstrip().startswith('#'):
            strange.append(f'{number}: not a version and not a hash: {line.strip()}')
        elif '://' in line:
            strange.append(f'{number}: an address: {line.strip()}')
    if not hashed:
        strange.append('the last version has no hash')
    return pins, strange


def read_wanted(text: str) -> tuple[set[str], list[str]]:
    """The names that an ``.in`` file asks for, and the lines that cannot be understood."""
    names = set()
    strange = []
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.partition('#')[0].strip()
        if not line or INCLUDE.fullmatch(line):
            continue
        if '://' in line or not (name := ASKED.match(line)):
            strange.append(f'{number}: not a requirement: {line}')
        else:
            names.add(_plain(name['name']))
    return names, strange


def check(root: Path = ROOT) -> Iterator[str]:
    """Every problem of the lock files below a folder."""
    locks = {}
    for name in NAMES:
        wanted, strange = read_wanted((root / f'{name}.in').read_text(encoding='utf-8'))
        yield from (f'{name}.in:{line}' for line in strange)
        locks[name], strange = read_lock((root / f'{name}.txt').read_text(encoding='utf-8'))
        yield from (f'{name}.txt:{line}' for line in strange)
        missing = wanted - {pinned for pinned, _ in locks[name]}
        yield from (f'{name}.txt: {item} is missing, run "make lock"' for item in sorted(missing))
    site, development = (locks[name] for name in NAMES[:2])
    for item, version in sorted(site - development):
        yield f'requirements-dev.txt: {item}=={version} of requirements.txt is missing, run "make lock"'


def main() -> int:
    """Print every problem; 1 if there is one."""
    problems = list(check())
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
