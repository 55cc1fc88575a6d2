"""Small Sphinx projects, built in this process or in one of their own, and what came out."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup
from docutils import nodes
from sphinx.testing.util import SphinxTestApp, _clean_up_global_state as clean_docutils

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx.environment import BuildEnvironment

__all__ = ['CONF', 'ROOTS', 'Built', 'Site', 'Snapshots', 'clean_docutils', 'outputs', 'tree', 'work']

ROOTS = Path(__file__).parent / 'roots'
EXTENSION = Path(__file__).parents[1] / '_ext'
CONF = """\
extensions = ['myst_parser', 'sphinx_meetup']
project = 'Examples'
copyright = 'nobody'
language = 'en'
html_theme = 'basic'
"""
INDEX = """\
# Examples

```{toctree}
:glob:

**
```
"""
_COLOUR = re.compile(r'\x1b\[[0-9;]*m')


@dataclass(frozen=True)
class Built:
    """What a finished build left."""

    srcdir: Path
    outdir: Path
    env: BuildEnvironment
    status: str
    warnings: tuple[str, ...]
    """One warning each, colours gone and the source folder cut off."""

    def read(self, path: str) -> str:
        """The text of an output file."""
        return (self.outdir / path).read_text('utf-8')

    def page(self, docname: str) -> BeautifulSoup:
        """A page of HTML, parsed."""
        return BeautifulSoup(self.read(f'{docname}.html'), 'html.parser')

    def doctree(self, docname: str) -> nodes.document:
        """A document's tree as it was pickled."""
        return self.env.get_doctree(docname)

    @cached_property
    def domain(self) -> Any:
        """The meetup domain."""
        return self.env.domains['meetup']


class Site:
    """A project in a folder of the test's own."""

    def __init__(self, folder: Path, files: Mapping[str, str | bytes] | None = None, conf: str = '') -> None:
        self.srcdir = folder
        folder.mkdir(parents=True, exist_ok=True)
        if files is not None:
            self.write('conf.py', CONF + conf)
            if 'index.md' not in files and 'index.rst' not in files:
                self.write('index.md', INDEX)
            for path, content in files.items():
                self.write(path, content)

    @classmethod
    def of(cls, root: str, folder: Path, conf: str = '') -> Site:
        """A copy of one of the projects in ``roots``."""
        shutil.copytree(ROOTS / f'test-{root}', folder, dirs_exist_ok=True)
        if conf:
            with (folder / 'conf.py').open('a', encoding='utf-8') as file:
                file.write(conf)
        return cls(folder)

    def write(self, path: str, content: str | bytes) -> None:
        """Write a source file; a newer one than before even within the file system's tick."""
        target = self.srcdir / path
        target.parent.mkdir(parents=True, exist_ok=True)
        before = target.stat().st_mtime_ns if target.exists() else None
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
        if before is not None and target.stat().st_mtime_ns <= before:
            os.utime(target, ns=(before + 1_000_000, before + 1_000_000))

    def build(self, builder: str = 'html', *, parallel: int = 0, builddir: Path | None = None, **conf: Any) -> Built:
        """Build in this process; state from an earlier build of the same folder is used, as on the command line."""
        app = SphinxTestApp(builder, srcdir=self.srcdir, builddir=builddir, parallel=parallel, confoverrides=conf)
        try:
            app.build()
            return Built(
                self.srcdir,
                Path(app.outdir),
                app.env,
                _COLOUR.sub('', app.status.getvalue()),
                warning_list(app.warning.getvalue(), self.srcdir),
            )
        finally:
            app.cleanup()

    def run(
        self, builder: str, outdir: Path, *options: str, sphinx: tuple[str, ...] = ('-m', 'sphinx'), seed: str = '0'
    ) -> subprocess.CompletedProcess[str]:
        """Build in a process of its own, with doctrees beside the output."""
        environment = {**os.environ, 'PYTHONPATH': str(EXTENSION), 'PYTHONHASHSEED': seed, 'NO_COLOR': '1'}
        trees = outdir.with_name(f'{outdir.name}-trees')
        command = [sys.executable, *sphinx, '-b', builder, '-d', str(trees), *options]
        return subprocess.run(
            [*command, str(self.srcdir), str(outdir)],
            capture_output=True,
            text=True,
            env=environment,
            check=False,
            timeout=300,
        )


def warning_list(text: str, srcdir: Path) -> tuple[str, ...]:
    """The warnings of a build's error stream; lines that go on with one are joined to it."""
    plain = _COLOUR.sub('', text).replace(f'{srcdir}{os.sep}', '')
    found: list[str] = []
    for line in plain.splitlines():
        if 'WARNING: ' in line or 'ERROR: ' in line or 'CRITICAL: ' in line or not found:
            found.append(line)
        else:
            found[-1] += f'\n{line}'
    return tuple(found)


def work(function: Callable[[], object]) -> int:
    """How many functions are called while one runs: a cost that is the same on any machine, however busy."""
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in {'call', 'c_call'}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        function()
    finally:
        sys.setprofile(before)
    return count


def outputs(outdir: Path, *patterns: str) -> dict[str, bytes]:
    """The bytes of output files by path."""
    return {
        path.relative_to(outdir).as_posix(): path.read_bytes()
        for pattern in patterns or ('**/*',)
        for path in sorted(outdir.glob(pattern))
        if path.is_file()
    }


def tree(document: nodes.Node) -> str:
    """A tree as text without what depends on the machine or the version of docutils."""
    text = document.pformat() if isinstance(document, nodes.Element) else str(document)
    text = re.sub(r' (?:source|translation_progress|xml:space)="[^"]*"', '', text)
    # docutils wrote 1 and 0 for True and False before 0.22.
    return re.sub(r'="(True|False)"', lambda match: f'="{int(match[1] == "True")}"', text)


@dataclass(frozen=True)
class Snapshots:
    """Texts kept beside the tests."""

    folder: Path
    update: bool

    def check(self, name: str, text: str) -> None:
        """Compare, or with ``--update-snapshots`` write."""
        path = self.folder / f'{name}.txt'
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, 'utf-8')
        assert path.exists(), f'no snapshot {path.name}; run pytest with --update-snapshots'
        assert text == path.read_text('utf-8')
