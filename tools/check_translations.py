"""Every text of the site's pages and of the extension is translated, and the compiled catalogs are current."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import catalogs
import pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from babel.messages.catalog import Catalog

SHOWN = 60


def untranslated(template: Catalog, translation: Catalog) -> Iterator[str]:
    """What the template asks for and the translation does not give."""
    for wanted in catalogs.entries(template):
        found = translation.get(wanted.id, wanted.context)
        text = catalogs.strings(wanted.id)[0]
        short = repr(text if len(text) <= SHOWN else f'{text[:SHOWN]}…')
        if found is None or not all(catalogs.strings(found.string)):
            yield f'not translated: {short}'
        elif found.fuzzy:
            yield f'fuzzy: {short}'


def extension_problems(package: Path = catalogs.PACKAGE) -> Iterator[str]:
    """What is wrong with the extension's catalogs."""
    template = catalogs.extract(package)
    for language in catalogs.LANGUAGES:
        path = catalogs.po_path(language, package)
        name = path.relative_to(package.parent)
        if not path.exists():
            yield f'{name}: missing, run "make messages"'
            continue
        catalog = catalogs.load(path, language)
        yield from (f'{name}: {problem}' for problem in untranslated(template, catalog))
        binary = path.with_suffix('.mo')
        if not binary.exists() or binary.read_bytes() != catalogs.compiled(catalog, language):
            yield f'{name.with_suffix(".mo")}: not what the .po says, run "make messages"'


def page_problems(root: Path = catalogs.ROOT) -> Iterator[str]:
    """What is missing in the translations of the site's pages."""
    for path, template in pages.extract(root).items():
        if (root / path).exists():
            translation = catalogs.load(root / path)
            yield from (f'{path}: {problem}' for problem in untranslated(template, translation))
        else:
            yield f'{path}: missing, run "make locale"'


def main() -> int:
    """Print every problem; 1 if there is one."""
    problems = [*extension_problems(), *page_problems()]
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
