"""What HTML says beyond the other builders: markup, assets, the sidebar, addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .assets import setup_assets
from .contents import setup_contents
from .gathered import setup_gathered
from .navigation import setup_navigation
from .not_found import setup_not_found
from .page import setup_page
from .pictures import setup_pictures
from .redirects import setup_redirects
from .search_box import setup_search_box
from .search_index import setup_search_index
from .search_page import setup_search_page
from .sitemap import setup_sitemap
from .surroundings import setup_surroundings
from .vanished import setup_vanished
from .visitors import setup_nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_html(app: Sphinx) -> None:
    """Register visitors, style sheet, sidebar and what goes with addresses."""
    setup_nodes(app)
    setup_assets(app)
    setup_pictures(app)
    setup_navigation(app)
    setup_page(app)
    setup_surroundings(app)
    setup_gathered(app)
    setup_contents(app)
    setup_vanished(app)
    setup_redirects(app)
    setup_not_found(app)
    setup_sitemap(app)
    setup_search_index(app)
    setup_search_box(app)
    setup_search_page(app)
