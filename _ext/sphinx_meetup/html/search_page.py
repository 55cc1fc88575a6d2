"""The page on which the site is searched: a form that works from any page, and what the script needs to fill it."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from ..messages import _
from ..views.parts import lists
from ..views.talk import KIND_NAMES
from .search_index import has_search
from .search_words import search_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

PAGE = 'search'
_SCRIPTS = (
    'meetup-fold.js',
    'meetup-index.js',
    'meetup-engine.js',
    'meetup-facets.js',
    'meetup-marks.js',
    'meetup-results.js',
    'meetup-narrow.js',
    'meetup-search.js',
)
_ROBOTS = '<meta name="robots" content="noindex" />'


def _page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    if has_search(app):
        body = _body(app)
        yield PAGE, {'title': str(_('Search')), 'body': body, 'metatags': _ROBOTS}, 'page.html'
        if app.config.html_use_opensearch:
            _describe(cast('StandaloneHTMLBuilder', app.builder))


def _describe(builder: StandaloneHTMLBuilder) -> None:
    """What ``html_use_opensearch`` asks for: Sphinx writes it with a search of its own alone."""
    file = Path(builder.outdir, '_static', 'opensearch.xml')
    # Addresses from the site's root: in Sphinx's own those of "dirhtml" begin one folder above it.
    told = {'pathto': lambda name, *_more: builder.get_target_uri(name)}
    builder.handle_page('opensearch', told, 'opensearch.xml', outfilename=file)


def _words() -> dict[str, str]:
    """What the script says, and what it calls the values of facets: ``<facet>-<value>``."""
    told = {
        'some': _('%1 of %2 hits'),
        'failed': _('The search could not be loaded. Everything is in the lists below.'),
        'why': _('%1 = words %2 × (1 + together %3)²'),
        'every': _('Show all %d'),
        'without': _('Without the choice "%s"'),
        'kind-talk': _('Talk'),
        'kind-event': _('Event report'),
        'kind-page': _('Other page'),
        'has-slides': _('Slides'),
        'has-video': _('Video'),
    }
    return {
        **search_words(),
        **{name: str(text) for name, text in told.items()},
        **{f'kind-{kind}': str(name()) for kind, name in KIND_NAMES.items()},
    }


def _choices() -> str:
    """The order and the facets, hidden until there are hits."""
    facets = {
        'year': _('Year'),
        'kind': _('Kind'),
        'speaker': _('Speaker'),
        'topic': _('Topic'),
        'series': _('Series'),
        'language': _('Language'),
        'has': _('With'),
    }
    fields = ''.join(
        f'<fieldset data-facet="{facet}" hidden><legend>{escape(str(name))}</legend></fieldset>'
        for facet, name in facets.items()
    )
    order, fit, date = (escape(str(text)) for text in (_('Order'), _('Best first'), _('Newest first')))
    narrow = escape(str(_('Narrow down')))
    return (
        f'<div class="meetup-choices" hidden>'
        f'<label>{order} <select><option value="fit">{fit}</option>'
        f'<option value="date">{date}</option></select></label>'
        f'<ul class="meetup-chosen"></ul>'
        f'<details class="meetup-narrow"><summary>{narrow}</summary><div class="meetup-facets">{fields}</div></details>'
        f'</div>'
    )


def _ways(app: Sphinx) -> str:
    """The archive's lists: for who finds nothing."""
    return ''.join(
        f'<li><a class="reference internal" href="{escape(app.builder.get_relative_uri(PAGE, docname))}">'
        f'{escape(title)}</a></li>'
        for docname, title in lists().items()
        if docname in app.env.all_docs
    )


def _body(app: Sphinx) -> str:
    label, words = escape(str(_('Search the archive'))), escape(str(_('Search')))
    texts = escape(json.dumps(_words(), ensure_ascii=False), quote=True)
    without = escape(str(_('Searching needs JavaScript: the index is looked through in your browser, by no server.')))
    more = escape(str(_('More hits')))
    return (
        f'<h1>{words}</h1>\n'
        f'<form class="meetup-search" role="search" action="" method="get">'
        f'<input type="search" name="q" aria-label="{label}" placeholder="{label}" autocomplete="off" '
        f'spellcheck="false" maxlength="1000">'
        f'<button class="sd-btn sd-btn-primary" type="submit">{words}</button></form>\n'
        f'<noscript><p>{without}</p></noscript>\n'
        f'<div id="meetup-found" data-words="{texts}"><p class="meetup-total" role="status"></p>{_choices()}'
        f'<div class="meetup-results"></div>'
        f'<button class="meetup-more" type="button" hidden>{more}</button></div>\n'
        f'<ul class="meetup-search-ways">{_ways(app)}</ul>\n'
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
