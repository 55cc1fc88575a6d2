"""The texts of the site's own pages, one template a page. Reports and speakers are their authors' words: not here."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
CONTENT = ('reports', 'speakers')


def is_content(path: Path) -> bool:
    """Whether a page was written by authors of reports; the index of such a folder belongs to the site."""
    return path.parts[0] in CONTENT and path.stem != 'index'


def extract(out: Path, root: Path = ROOT) -> list[Path]:
    """Write the templates of ``docs`` below ``out`` and name them, relative to it."""
    shutil.rmtree(out, ignore_errors=True)
    doctrees = out.parent / f'{out.name}-doctrees'
    command = [sys.executable, '-m', 'sphinx', '-q', '-b', 'gettext', '-c', '.', '-d', str(doctrees), 'docs', str(out)]
    subprocess.run(command, cwd=root, check=True)
    templates = []
    for path in sorted(out.rglob('*.pot')):
        name = path.relative_to(out)
        if is_content(name):
            path.unlink()
        else:
            templates.append(name)
    return templates


def main() -> None:
    """Extract into the folder that is given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('out', type=Path)
    print(f'{len(extract(parser.parse_args().out.resolve()))} pages to translate')


if __name__ == '__main__':
    main()
