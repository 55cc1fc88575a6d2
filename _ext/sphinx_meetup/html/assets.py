"""The style sheets, and what only pages with frames need."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.util.fileutil import copy_asset

from ..nodes import player

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

STATIC = Path(__file__).parent.parent / 'static'
STYLE_SHEETS = ('sphinx-meetup.css', 'meetup-archive.css')
_SITES = frozenset({'html', 'dirhtml', 'singlehtml'})


def _copy_static(app: Sphinx, builder: Builder) -> None:
    """Copy our files where pages find them, before pages are written: their addresses carry checksums."""
    if builder.format == 'html':
        copy_asset(STATIC, Path(builder.outdir) / '_static', force=True)


def _add_player(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Add script and style of frames to a page that has one; what is added here goes on this page alone.

    Not in an e-book: its readers run no scripts.
    """
    if app.builder.name in _SITES and doctree is not None and next(iter(doctree.findall(player)), None) is not None:
        app.add_css_file('meetup-player.css', priority=651)
        app.add_js_file('meetup-player.js', loading_method='defer')


def setup_assets(app: Sphinx) -> None:
    """Ship the style sheets.

    ``add_static_dir`` came with Sphinx 9.1. Before it, adding to ``html_static_path`` would make every
    later build say that the configuration has changed.
    """
    if hasattr(app, 'add_static_dir'):
        app.add_static_dir(STATIC)
    else:
        app.connect('write-started', _copy_static)
    app.connect('html-page-context', _add_player)
    for name in STYLE_SHEETS:
        app.add_css_file(name, priority=650)  # furo's own sheet for extensions is at 600
