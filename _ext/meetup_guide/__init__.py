"""The guide's own directives: examples shown with their source, and tables made from the code.

Part of this site, not of ``sphinx_meetup``: an archive without the guide can leave it out of ``extensions``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.fileutil import copy_asset

from .example import ExampleDirective
from .tables import SettingsTable, WarningsTable

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.util.typing import ExtensionMetadata

STATIC = Path(__file__).parent / 'static'


def _copy_static(app: Sphinx, builder: Builder) -> None:
    """Copy the style sheet before pages are written: its address carries a checksum."""
    if builder.format == 'html':
        copy_asset(STATIC, Path(builder.outdir) / '_static', force=True)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives and the style sheet."""
    app.setup_extension('sphinx_meetup')
    app.add_directive('example', ExampleDirective)
    app.add_directive('settings-table', SettingsTable)
    app.add_directive('warnings-table', WarningsTable)
    app.connect('write-started', _copy_static)
    app.add_css_file('meetup-guide.css', priority=660)
    return {'version': '1', 'env_version': 1, 'parallel_read_safe': True, 'parallel_write_safe': True}
