"""Which documents are reports: those of the setting's patterns; of pages named ``index`` only a bundle's.

``reports/2030/teapots/index.md`` beside the report's pictures is a report, as Hugo and others keep them. An ``index``
with other documents in its folder, or with a table of contents, lists those and is none.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .model.bundles import is_index, lists_others, lone_indexes
from .settings import get_settings

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_STATE = 'meetup_bundles'


def is_report(env: BuildEnvironment, docname: str) -> bool:
    """Whether a document is to be read as a report."""
    if not get_settings(env.config).matches_report(docname):
        return False
    return not is_index(docname) or docname in bundles(env)


def bundles(env: BuildEnvironment) -> frozenset[str]:
    """The documents named ``index`` that are reports."""
    found: frozenset[str] = getattr(env, _STATE, frozenset())
    return found


def _find(env: BuildEnvironment) -> frozenset[str]:
    settings = get_settings(env.config)
    return frozenset(
        docname
        for docname in lone_indexes(env.found_docs)
        if settings.matches_report(docname) and not _lists_others(Path(env.doc2path(docname)))
    )


def _lists_others(path: Path) -> bool:
    """Whether a page lists others; also said of one that cannot be opened, as Sphinx says why when it reads it."""
    try:
        return lists_others(path.read_bytes())
    except OSError:
        return True


def _update(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> list[str]:
    """Find the bundles anew; a page that became one, or is none any more, is read again."""
    before, now = bundles(env), _find(env)
    setattr(env, _STATE, now)
    return sorted((before ^ now) & env.found_docs)


def setup_reports(app: Sphinx) -> None:
    """Know the bundles before anything asks which documents are reports."""
    app.connect('env-get-outdated', _update, priority=50)
