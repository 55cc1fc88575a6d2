"""The style sheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.fileutil import copy_asset

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

STATIC = Path(__file__).parent.parent / 'static'
STYLE_SHEET = 'sphinx-meetup.css'


def _copy_static(app: Sphinx, builder: Builder) -> None:
    """Copy our files where pages find them, before pages are written: their addresses carry checksums."""
    if builder.format == 'html':
        copy_asset(STATIC, Path(builder.outdir) / '_static', force=True)


def setup_assets(app: Sphinx) -> None:
    """Ship the style sheet.

    ``add_static_dir`` came with Sphinx 9.1. Before it, adding to ``html_static_path`` would make every
    later build say that the configuration has changed.
    """
    if hasattr(app, 'add_static_dir'):
        app.add_static_dir(STATIC)
    else:
        app.connect('write-started', _copy_static)
    app.add_css_file(STYLE_SHEET, priority=650)  # furo's own sheet for extensions is at 600
