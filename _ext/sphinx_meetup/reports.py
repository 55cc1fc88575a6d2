"""Which documents are reports: those of the setting's patterns; of pages named ``index`` only a bundle's.

``reports/2030/teapots/index.md`` beside the report's pictures is a report, as Hugo and others keep them. An ``index``
with other documents in its folder, or with a table of contents, lists those and is none.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from .settings import get_settings

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_INDEX = 'index'
_LISTS = re.compile(
    rb'\{(?:meetup:)?(?:toctree|events|talks|speakers|topics|series)\}|^\.\. (?:meetup:)?toctree::', re.MULTILINE
)
"""What a page holds that lists others."""
_STATE = 'meetup_bundles'


def is_report(env: BuildEnvironment, docname: str) -> bool:
    """Whether a document is to be read as a report."""
    if not get_settings(env.config).matches_report(docname):
        return False
    return docname.rpartition('/')[2] != _INDEX or docname in bundles(env)


def bundles(env: BuildEnvironment) -> frozenset[str]:
    """The documents named ``index`` that are reports."""
    return getattr(env, _STATE, frozenset())


def _find(env: BuildEnvironment) -> frozenset[str]:
    settings = get_settings(env.config)
    folders: dict[str, int] = {}
    for docname in env.found_docs:
        folder = docname
        while folder := folder.rpartition('/')[0]:
            folders[folder] = folders.get(folder, 0) + 1
    alone = (
        docname
        for docname in sorted(env.found_docs)
        if docname.endswith(f'/{_INDEX}') and folders[docname.rpartition('/')[0]] == 1
    )
    return frozenset(
        docname
        for docname in alone
        if settings.matches_report(docname) and not _lists_others(Path(env.doc2path(docname)))
    )


def _lists_others(path: Path) -> bool:
    """Whether a page lists others; also said of one that cannot be opened, as Sphinx says why when it reads it."""
    try:
        return bool(_LISTS.search(path.read_bytes()))
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
