"""The page that a host shows at an address where there is none: shown anywhere, so every address in it is whole.

sphinx-notfound-page mends the addresses that templates ask for. Here the others follow: links in the text, in the
sidebar, home where that is the empty address. Nothing happens in projects that do not load it.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

_BUILDERS = frozenset({'html', 'dirhtml'})
_LIBRARY = 'notfound.extension'
_ADDRESS = re.compile(r'(?P<before>\s(?:href|src|action|poster)=")(?P<address>[^"#/][^"]*)"')
_ROBOTS = '<meta name="robots" content="noindex" />'


def _is_for(app: Sphinx) -> bool:
    return _LIBRARY in app.extensions and app.builder.name in _BUILDERS


def make_absolute(html: str, prefix: str, page: str = '') -> str:
    """HTML in which no address depends on where it is shown.

    :param prefix: the path of the site on its host, with a slash at both ends.
    :param page: the address that the HTML was written for, below the prefix.
    """

    def whole(match: re.Match[str]) -> str:
        address = match['address']
        if not urlsplit(address).scheme:
            address = urljoin(f'{prefix}{page}', address)
        return f'{match["before"]}{address}"'

    return _ADDRESS.sub(whole, html)


def _mend(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Make what is left relative absolute, and keep the page out of search engines."""
    if not _is_for(app) or pagename != app.config.notfound_pagename:
        return
    prefix = app.config.notfound_urls_prefix or '/'
    page = app.builder.get_target_uri(pagename)
    pathto, toctree = context['pathto'], context.get('toctree')

    def whole_path(otheruri: str, *arguments: Any, **options: Any) -> str:
        # The address of the first page may be the empty one.
        address: str = pathto(otheruri, *arguments, **options)
        return prefix if address == '#' else address

    def whole_toctree(**options: Any) -> str:
        return make_absolute(toctree(**options) or '', prefix, page) if toctree else ''

    context.update(pathto=whole_path, toctree=whole_toctree, content_root=prefix, pageurl=None)
    context['metatags'] = f'{context.get("metatags") or ""}\n{_ROBOTS}'
    for name in ('body', 'metatags', 'furo_navigation_tree'):
        if context.get(name):
            context[name] = make_absolute(context[name], prefix, page)


def _give_usual_name(app: Sphinx, exception: Exception | None) -> None:
    """Hosts look for ``404.html``; the builder whose addresses end in a slash writes ``404/index.html``."""
    if exception is None and _is_for(app) and app.builder.name == 'dirhtml':
        name = app.config.notfound_pagename
        page = Path(app.outdir, name, 'index.html')
        if page.is_file():
            shutil.copyfile(page, Path(app.outdir, f'{name}.html'))


def setup_not_found(app: Sphinx) -> None:
    """Come after all that puts something on the page."""
    app.connect('html-page-context', _mend, priority=900)
    app.connect('build-finished', _give_usual_name)
