"""Pages whose surroundings changed: the sidebar, and the links to the pages before, after and above.

Sphinx writes a page anew when its own document changed. A title that other pages show beside their text
would stay as it was until the next clean build; here those pages, and only those, are written as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ..model.archive import digest
from .navigation import Sidebar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from ..domain import MeetupDomain


def _rewrite_surrounded(app: Sphinx, env: BuildEnvironment) -> list[str]:
    if app.builder.name not in {'html', 'dirhtml'}:
        return []
    views = cast('MeetupDomain', env.domains['meetup']).views
    key = f'{app.builder.name}: surroundings'
    before, now = views.get(key, {}), _surroundings(app, env)
    views[key] = now
    return sorted(docname for docname, seen in now.items() if before.get(docname) != seen)


def _surroundings(app: Sphinx, env: BuildEnvironment) -> dict[str, str]:
    """Docname -> the digest of what its page shows around its own text."""
    titles = {docname: title.astext() for docname, title in env.titles.items()}
    shared = digest(Sidebar(app, '').outline())
    relations = env.collect_relations()
    above = {docname: related[0] for docname, related in relations.items()}
    return {
        docname: digest(
            shared,
            [(other, titles.get(other or '')) for other in relations.get(docname, ())],
            [(other, titles.get(other)) for other in _line_up(docname, above)],
        )
        for docname in env.all_docs
    }


def _line_up(docname: str, above: dict[str, str | None]) -> Iterator[str]:
    seen = {docname}
    parent = above.get(docname)
    while parent is not None and parent not in seen:
        yield parent
        seen.add(parent)
        parent = above.get(parent)


def setup_surroundings(app: Sphinx) -> None:
    """Add to the pages that are written after others changed."""
    app.connect('env-updated', _rewrite_surrounded)
