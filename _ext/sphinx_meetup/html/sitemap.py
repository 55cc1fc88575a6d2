"""A whole sitemap after every build, in one order.

sphinx-sitemap lists the pages that a build wrote, in the order in which they were written: an incremental build lists
the few that changed, a parallel one lists them as its workers come. Its list is completed and sorted here before it
makes the file. Nothing happens in projects that do not load it.
"""

from __future__ import annotations

import queue
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .redirects import is_moved

if TYPE_CHECKING:
    from collections.abc import Set

    from sphinx.application import Sphinx

_BUILDERS = frozenset({'html', 'dirhtml'})
_LIBRARY = 'sphinx_sitemap'


def _complete(app: Sphinx, exception: Exception | None) -> None:
    """Put every page of the site into the library's queue, each once; none after a failed build.

    With an empty queue the library leaves the file of the build before as it is.
    """
    shared: Any = app  # the library keeps its queue there
    if _LIBRARY not in app.extensions or app.builder.name not in _BUILDERS or not hasattr(app, 'sitemap_links'):
        return
    written = _drain(shared.sitemap_links)  # pages that are no documents among them
    if exception is not None:
        return
    moved = {docname for docname in app.env.found_docs if is_moved(app, docname)}
    left_out = _links(app, moved)
    links = {**written, **_links(app, app.env.found_docs - moved)}
    for link in sorted(links.keys() - left_out.keys()):
        if _output(app, link).is_file():
            shared.sitemap_links.put((quote(link), links[link]))


def _links(app: Sphinx, docnames: Set[str]) -> dict[str, str | None]:
    """Address -> when the page was changed, of documents, in the library's own words."""
    shared: Any = app
    shared.sitemap_links = queue.Queue()  # within this process: the library's is for several, and slow
    for docname in docnames:
        app.extensions[_LIBRARY].module.add_html_link(app, docname, '', {}, None)
    return _drain(shared.sitemap_links)


def _drain(links: Any) -> dict[str, str | None]:
    """Address -> when the page was changed, of all that is in a queue."""
    found: dict[str, str | None] = {}
    while True:
        try:
            link, changed = links.get_nowait()
        except queue.Empty:
            return found
        found[link] = changed


def _output(app: Sphinx, link: str) -> Path:
    """The file that an address below the site's own stands for."""
    path = Path(app.outdir, link)
    return path / f'index{app.config.html_file_suffix or ".html"}' if not link or link.endswith('/') else path


def setup_sitemap(app: Sphinx) -> None:
    """Come before sphinx-sitemap, which makes its file at the default priority."""
    app.connect('build-finished', _complete, priority=400)
