"""Pages of reports that are gone: Sphinx leaves the files of a removed document where they were built.

An archive that is published from a kept folder would go on showing what its maintainers took down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.builders.html import StandaloneHTMLBuilder

if TYPE_CHECKING:
    from collections.abc import Set

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


def _remove_pages(
    app: Sphinx, env: BuildEnvironment, added: Set[str], changed: Set[str], removed: Set[str]
) -> list[str]:
    """Delete the pages of removed documents before others are written; a document of that name may come again."""
    for docname in sorted(removed):
        remove_page(app.builder, docname)
    return []


def remove_page(builder: Builder, docname: str) -> None:
    """Delete the page that an earlier build made of a document, with the folder that it leaves empty."""
    if not isinstance(builder, StandaloneHTMLBuilder) or builder.name not in {'html', 'dirhtml'}:
        return
    page = builder.get_output_path(docname)
    page.unlink(missing_ok=True)
    if builder.name == 'dirhtml' and page.parent.is_dir() and not any(page.parent.iterdir()):
        page.parent.rmdir()


def setup_vanished(app: Sphinx) -> None:
    """Look at what is gone whenever Sphinx looks for what is new."""
    app.connect('env-get-outdated', _remove_pages)
