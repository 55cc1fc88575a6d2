"""Tables of contents: the page that holds one is written when what it shows has changed, and only then.

Sphinx writes it along with every page that is listed: the list of all reports, the longest page of an archive, after
each edit of one report. A table shows titles and headings, so that an edit of notes leaves it as it is; a hidden one
shows nothing but in the sidebar, which furo's pages have from :mod:`.navigation`, with its changes in
:mod:`.surroundings`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sphinx.addnodes import toctree

from ..model.archive import digest

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from ..domain import MeetupDomain

_BUILDERS = frozenset({'html', 'dirhtml'})


class _Contents:
    """What tables of contents show, in one run."""

    def __init__(self, app: Sphinx) -> None:
        self.app = app
        self.unchanged: set[str] = set()
        self.whole: dict[str, set[str]] | None = None
        """What Sphinx would do, while we do less."""

    @property
    def domain(self) -> MeetupDomain:
        return cast('MeetupDomain', self.app.env.domains['meetup'])

    def remember(self, app: Sphinx, doctree: nodes.document) -> None:
        """Keep what tables show of a document that was read."""
        env, docname = app.env, app.env.current_document.docname
        found = (env.titles.get(docname), env.tocs.get(docname))
        self.domain.contents[docname] = digest(*(part.pformat() if part is not None else '' for part in found))

    def compare(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """Find the documents of which tables show what they showed when this builder last wrote pages."""
        if app.builder.name in _BUILDERS:
            key = f'{app.builder.name}: contents'
            before, now = self.domain.views.get(key, {}), dict(self.domain.contents)
            self.domain.views[key] = now
            self.unchanged = {docname for docname, seen in now.items() if before.get(docname) == seen}
        return []

    def spare(self, app: Sphinx, builder: Builder) -> None:
        """Before pages are written, and after the environment was stored: leave out what Sphinx would write in vain."""
        if builder.name not in _BUILDERS:
            return
        listing = app.env.files_to_rebuild
        shows = {page for pages in listing.values() for page in pages if self._shows(page)}
        self.whole = listing
        app.env.files_to_rebuild = {
            docname: pages & shows for docname, pages in listing.items() if docname not in self.unchanged
        }

    def _shows(self, docname: str) -> bool:
        """Whether a page shows any of its tables."""
        tables = self.app.env.tocs.get(docname)
        if self.app.config.html_theme != 'furo' or tables is None:
            return True
        return any(not table.get('hidden') for table in tables.findall(toctree))

    def restore(self, app: Sphinx, exception: Exception | None) -> None:
        """For another build with the same environment."""
        if self.whole is not None:
            app.env.files_to_rebuild = self.whole
            self.whole = None


def setup_contents(app: Sphinx) -> None:
    """Look at each document after Sphinx did, and at all of them after pages were made."""
    contents = _Contents(app)
    app.connect('doctree-read', contents.remember, priority=900)
    app.connect('env-updated', contents.compare, priority=900)
    app.connect('write-started', contents.spare)
    app.connect('build-finished', contents.restore)
