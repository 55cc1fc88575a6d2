"""The texts of the site's own pages, and their translations in ``docs/locale``, one file a page.

Reports and speakers are their authors' words and stay out.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import catalogs

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

ROOT = Path(__file__).parent.parent
CONTENT = ('reports', 'speakers')
LANGUAGE = 'ja'
LOCALE = Path('docs', 'locale', LANGUAGE, 'LC_MESSAGES')


def is_content(path: Path) -> bool:
    """Whether a page was written by authors of reports; the index of such a folder belongs to the site."""
    return path.parts[0] in CONTENT and path.stem != 'index'


def extract(root: Path = ROOT) -> dict[Path, Catalog]:
    """The texts of every page that has some, under the path of its translation."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, 'gettext')
        sphinx = [sys.executable, '-m', 'sphinx', '-q', '-b', 'gettext', '-c', '.', '-d', f'{folder}/doctrees']
        subprocess.run([*sphinx, 'docs', str(out)], cwd=root, check=True)
        found = {}
        for path in sorted(out.rglob('*.pot')):
            name = path.relative_to(out)
            template = catalogs.load(path)
            for message in template:
                message.locations = []  # the file's name says which page
            if len(template) and not is_content(name):
                found[(LOCALE / name).with_suffix('.po')] = template
    return found


def main() -> None:
    """Update the translation of every page."""
    for path, template in extract().items():
        catalog = catalogs.update(ROOT / path, template, LANGUAGE)
        missing = sum(not all(catalogs.strings(message.string)) for message in catalogs.entries(catalog))
        print(f'{path}: {len(catalog)} texts, {missing} without a translation')


if __name__ == '__main__':
    main()
