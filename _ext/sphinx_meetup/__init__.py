"""sphinx-meetup: reports of tech meetups, written in plain Markdown, as a searchable archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = '0.1.0'

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Assemble the extension: one line a feature."""
    # Imported here, so that the command line's readers need no Sphinx.
    from .directives import setup_directives
    from .domain import DATA_VERSION, setup_domain
    from .encoding import setup_encoding
    from .html import setup_html
    from .messages import setup_messages
    from .missing import setup_missing
    from .pages import setup_pages
    from .parser import setup_parser
    from .reports import setup_reports
    from .roles import setup_roles
    from .settings import setup_settings
    from .transforms import setup_transforms
    from .unpublished import setup_unpublished
    from .withheld import setup_withheld

    app.setup_extension('sphinx_design')
    setup_messages(app)
    setup_settings(app)
    setup_encoding(app)
    setup_reports(app)
    setup_withheld(app)
    setup_unpublished(app)
    setup_parser(app)
    setup_domain(app)
    setup_missing(app)
    setup_directives(app)
    setup_roles(app)
    setup_transforms(app)
    setup_pages(app)
    setup_html(app)
    return {
        'version': __version__,
        'env_version': DATA_VERSION,
        'parallel_read_safe': True,
        'parallel_write_safe': True,
    }
