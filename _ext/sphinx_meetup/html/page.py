"""What a page's template may want to know of its report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from ..domain import MeetupDomain


def _add_language(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give ``meetup_lang``: the report's own language where it is not the site's, else ''."""
    domain = cast('MeetupDomain', app.env.domains['meetup'])
    record = domain.documents.get(pagename)
    lang = next((event.lang for event in record.events if event.lang), '') if record else ''
    context['meetup_lang'] = '' if lang == app.config.language else lang


def setup_page(app: Sphinx) -> None:
    """Add to the context of every page."""
    app.connect('html-page-context', _add_language)
