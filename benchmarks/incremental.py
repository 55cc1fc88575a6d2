"""Build an archive, change one thing at a time, and print which pages each build writes and what it costs.

    python benchmarks/incremental.py [--count 1000] [--json FILE] [--keep FOLDER]

A page that is written with the bytes that it had is written in vain; those are counted, and named with ``--name``.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from archive import Event, write_archive, write_report

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
WRITING = re.compile(r'writing output\.\.\. \[ *\d+%\] (\S+)')


class Archive:
    """A built archive and what its last build did."""

    def __init__(self, folder: Path, count: int) -> None:
        self.folder = folder
        self.docs = folder / 'docs'
        self.count = count
        self.pages: dict[str, str] = {}

    def build(self) -> dict[str, object]:
        """Build, and tell of it."""
        spent = self.folder / 'spent.json'
        command = [sys.executable, str(HERE / 'timed_build.py'), str(spent), '-b', 'html', '-c', str(self.folder)]
        environment = {**os.environ, 'PYTHONPATH': str(HERE.parent / '_ext'), 'NO_COLOR': '1'}
        ran = subprocess.run(
            [*command, str(self.docs), str(self.folder / 'html')],
            check=False,
            env=environment,
            capture_output=True,
            text=True,
        )
        if ran.returncode or ran.stderr:
            print(ran.stderr, file=sys.stderr)
            ran.check_returncode()
        written = WRITING.findall(ran.stdout)
        before, self.pages = self.pages, self._look()
        vain = [docname for docname in written if self.pages.get(docname) == before.get(docname)]
        # Should be nothing: a page that a build changes without saying so.
        silent = [name for name in self.pages if self.pages[name] != before.get(name) and name not in set(written)]
        seconds = json.loads(spent.read_text('utf-8'))
        return {
            'written': written,
            'in vain': vain,
            'changed otherwise': [name for name in silent if name not in {'search', 'genindex'}],
            'seconds': seconds,
        }

    def _look(self) -> dict[str, str]:
        """Docname -> the digest of its page."""
        html = self.folder / 'html'
        return {
            path.relative_to(html).with_suffix('').as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in html.rglob('*.html')
            if '_static' not in path.parts
        }

    def report(self, number: int) -> Path:
        """The source of a report."""
        return self.docs / f'{Event(number).docname}.md'

    def replace(self, number: int, pattern: str, new: str) -> None:
        """Change a report's text."""
        path = self.report(number)
        text, found = re.subn(pattern, new, path.read_text('utf-8'))
        if not found:
            raise ValueError(pattern)
        path.write_text(text, encoding='utf-8')


def steps(archive: Archive) -> dict[str, Callable[[], object]]:
    """What is done to the archive before each build."""
    middle = archive.count // 2
    moved = archive.report(middle + 2)
    return {
        'clean build': lambda: None,
        'no change': lambda: None,
        'edit the notes of a report': lambda: archive.report(middle).write_text(
            archive.report(middle).read_text('utf-8') + '\n* 追記\n', encoding='utf-8'
        ),
        'edit the title of a talk': lambda: archive.replace(middle, rf'その{middle}-3', f'その二 {middle}-3'),
        'add a report': lambda: write_report(archive.docs, archive.count),
        'delete a report': lambda: archive.report(middle + 1).unlink(),
        'rename a report': lambda: moved.rename(moved.with_name('renamed.md')),
    }


def tell(name: str, built: dict[str, object], *, names: bool) -> None:
    """Print a line or two on a build."""
    written, vain, seconds = built['written'], built['in vain'], built['seconds']
    assert isinstance(written, list)
    assert isinstance(vain, list)
    assert isinstance(seconds, dict)
    kinds = Counter(docname.partition('/')[0] if '/' in docname else 'front page' for docname in written)
    own = {part: cost for part, cost in seconds.items() if part != 'all' and not part.startswith('search:')}
    print(f'{name:28}{len(written):6} written, {len(vain)} in vain; {seconds["all"]:.2f} s', end='')
    print(f', of that for the archive as a whole {sum(own.values()) / seconds["all"]:.1%}')
    print(f'{"":28}{", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())) or "-"}')
    print(f'{"":28}{", ".join(f"{part} {cost:.2f}" for part, cost in seconds.items() if part != "all")}')
    if built['changed otherwise']:
        print(f'{"":28}changed otherwise: {built["changed otherwise"]}')
    if names and len(written) < 200:
        print(f'{"":28}{" ".join(f"({docname})" if docname in vain else docname for docname in written)}')
    sys.stdout.flush()


def main() -> None:
    """Read the command line, build, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--count', type=int, default=1000, help='how many reports')
    parser.add_argument('--json', type=Path, help='write all there is to tell there as well')
    parser.add_argument('--keep', type=Path, help='build in this folder and leave it')
    parser.add_argument('--name', action='store_true', help='name the pages, those written in vain in brackets')
    args = parser.parse_args()
    told = {}
    with contextlib.ExitStack() as stack:
        folder = args.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        write_archive(folder, args.count)
        archive = Archive(folder, args.count)
        for name, change in steps(archive).items():
            change()
            told[name] = archive.build()
            tell(name, told[name], names=args.name)
    if args.json:
        args.json.write_text(json.dumps(told, indent=1, ensure_ascii=False) + '\n', encoding='utf-8')


if __name__ == '__main__':
    main()
