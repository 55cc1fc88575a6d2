"""Reports kept as ``<folder>/index.md`` beside their pictures: told by names and text alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_INDEX = 'index'
_LISTS = re.compile(
    rb'\{(?:meetup:)?(?:toctree|events|talks|speakers|topics|series)\}|^\.\. (?:meetup:)?toctree::', re.MULTILINE
)
"""What a page holds that lists others."""


def is_index(docname: str) -> bool:
    """Whether a document is the first page of its folder; ``docname`` has ``/`` between its parts and no suffix."""
    return docname.rpartition('/')[2] == _INDEX


def lone_indexes(docnames: Collection[str]) -> list[str]:
    """The documents named ``index`` that have their folder for themselves, sorted: each may be a report."""
    folders: dict[str, int] = {}
    for docname in docnames:
        folder = docname
        while folder := folder.rpartition('/')[0]:
            folders[folder] = folders.get(folder, 0) + 1
    indexes = (name for name in sorted(docnames) if '/' in name and is_index(name))
    return [name for name in indexes if folders[name.rpartition('/')[0]] == 1]


def lists_others(page: bytes) -> bool:
    """Whether a page's text lists other pages: by a table of contents, or by a list of the archive."""
    return bool(_LISTS.search(page))
