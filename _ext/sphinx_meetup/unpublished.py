"""Reports that say of themselves that they are drafts: left out of the site, and said.

Sphinx looks for files and decides which to read; in between a draft is taken out as if its file were not
there. So a report that becomes a draft again vanishes like a deleted one, page, links and all, and one that
is published comes like a new one.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from .messages import warn
from .reading.encoding import detect
from .reading.facts import draft_mark, draft_problem
from .reading.frontmatter import read_front_matter
from .reports import is_report

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from .model.drafts import Found

_HEAD = 20_000
"""Front matter is not longer than this."""
_WORDS = re.compile(rb'draft|publi|private|status|unlisted', re.IGNORECASE)
"""A file without any of these is no draft: nothing more of it needs to be looked at."""


def _leave_out(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> list[str]:
    """Take drafts out of the documents to read; one that was published before counts as removed."""
    for docname in sorted(added | changed):
        if docname == app.config.root_doc or not is_report(env, docname):
            continue
        mark = _mark(Path(env.doc2path(docname)))
        if mark is None:
            continue
        warn(draft_problem(mark), docname)
        env.project.docnames.discard(docname)
        added.discard(docname)
        changed.discard(docname)
        if docname in env.all_docs:
            removed.add(docname)
    return []


def _mark(path: Path) -> Found[str] | None:
    """What makes a file a draft; None also for one that cannot be opened: Sphinx says that when it reads it."""
    if path.suffix == '.rst':
        return None
    try:
        with path.open('rb') as file:
            data = file.read(_HEAD)
    except OSError:
        return None
    if not _WORDS.search(data):
        return None
    if len(data) == _HEAD:
        data = data[: data.rfind(b'\n') + 1]  # no half letter at the end
    text = detect(data)[0].removeprefix('\ufeff').replace('\r\n', '\n').replace('\r', '\n')
    return draft_mark(read_front_matter(text))


def setup_unpublished(app: Sphinx) -> None:
    """Look for drafts whenever Sphinx looks for what is new, before anything else does."""
    app.connect('env-get-outdated', _leave_out, priority=100)
