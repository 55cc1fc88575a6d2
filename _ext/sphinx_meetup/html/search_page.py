"""The page on which the site is searched: a form that works from any page, and what the script needs to fill it."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

from ..messages import _
from ..views.parts import lists
from .search_index import FOLDER, has_search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx

PAGE = 'search'
_SCRIPTS = ('meetup-fold.js', 'meetup-engine.js', 'meetup-search.js')
_ROBOTS = '<meta name="robots" content="noindex" />'


def _page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    if has_search(app):
        body = _body(app)
        yield PAGE, {'title': str(_('Search')), 'body': body, 'metatags': _ROBOTS}, 'page.html'


def _body(app: Sphinx) -> str:
    label, words = escape(str(_('Search the archive'))), escape(str(_('Search')))
    told = {
        'found': _('%d hits'),
        'one': _('1 hit'),
        'none': _('Nothing here fits that. Fewer or other words may.'),
        'failed': _('The search could not be loaded. Everything is in the lists below.'),
        'why': _('%1 = words %2 × (1 + together %3)'),
        'speaker': _('Speaker'),
        'topic': _('Topic'),
        'series': _('Series'),
    }
    texts = escape(json.dumps({name: str(text) for name, text in told.items()}, ensure_ascii=False), quote=True)
    ways = ''.join(
        f'<li><a class="reference internal" href="{escape(app.builder.get_relative_uri(PAGE, docname))}">'
        f'{escape(title)}</a></li>'
        for docname, title in lists().items()
        if docname in app.env.all_docs
    )
    root = app.builder.get_relative_uri(PAGE, 'index')
    base = '../' if app.builder.name == 'dirhtml' else ''
    without = escape(str(_('Searching needs JavaScript: the index is looked through in your browser, by no server.')))
    return (
        f'<h1>{words}</h1>\n'
        f'<form class="meetup-search" role="search" action="" method="get">'
        f'<input type="search" name="q" aria-label="{label}" placeholder="{label}" autocomplete="off" '
        f'spellcheck="false" maxlength="1000">'
        f'<button class="sd-btn sd-btn-primary" type="submit">{words}</button></form>\n'
        f'<noscript><p>{without}</p></noscript>\n'
        f'<div id="meetup-found" data-index="{base}{FOLDER}/" data-site="{base}" data-words="{texts}" '
        f'data-home="{escape(root)}">'
        f'<p class="meetup-total" role="status"></p></div>\n'
        f'<ul class="meetup-search-ways">{ways}</ul>\n'
    )


def _add_scripts(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """What is added here goes on this page alone."""
    if pagename == PAGE and has_search(app):
        app.add_css_file('meetup-search.css', priority=653)
        for name in _SCRIPTS:
            app.add_js_file(name, loading_method='defer')


def setup_search_page(app: Sphinx) -> None:
    """Register the page."""
    app.connect('html-collect-pages', _page)
    app.connect('html-page-context', _add_scripts)
