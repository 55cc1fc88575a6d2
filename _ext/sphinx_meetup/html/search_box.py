"""Search on every page: boxes that show hits as one types, keys that lead to them, marks where a hit leads."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from ..messages import _
from .assets import STATIC
from .search_index import has_search
from .search_words import search_words

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def _words() -> dict[str, str]:
    told = {'hits': _('Hits'), 'all': _('All hits: %d'), 'failed': _('The search could not be loaded.')}
    return {**search_words(), **{name: str(text) for name, text in told.items()}}


def _version() -> str:
    """What the script asks for its parts with, so that a browser keeps none of another version."""
    found = sha256()
    for path in sorted(STATIC.glob('meetup-*.js')):
        found.update(path.read_bytes())
    return found.hexdigest()[:8]


def _add_box(app: Sphinx) -> None:
    if has_search(app):
        words = json.dumps(_words(), ensure_ascii=False)
        app.add_css_file('meetup-box.css', priority=652)
        told: dict[str, Any] = {'data-words': words, 'data-version': _version()}
        app.add_js_file('meetup-box.js', loading_method='defer', **told)


def setup_search_box(app: Sphinx) -> None:
    """Register the script and its style."""
    app.connect('builder-inited', _add_box)
