"""Pages that the archive makes of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .documents import setup_documents
from .rules import setup_rules

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_pages(app: Sphinx) -> None:
    """Learn the maintainers' rules, and make the pages."""
    setup_rules(app)
    setup_documents(app)
