"""What a report may point at: the web, and pictures and pages of this site; nothing else of the machine.

A report is written by a stranger, in Markdown or reStructuredText. Whatever a directive or role made of it is
looked at as nodes, so that no spelling is forgotten: links by their scheme, files by where they really lie.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.util.i18n import search_image_for_language

from ..messages import warn_at
from ..model.problems import Code
from ..reports import is_report

if TYPE_CHECKING:
    from collections.abc import Callable

_SCHEMES = frozenset({'', 'http', 'https', 'mailto'})
# An SVG is served from the site's own address and runs its script when opened by itself.
_PICTURES = frozenset({'.avif', '.gif', '.jpeg', '.jpg', '.png', '.webp'})
# What a browser or an office shows and does not run; a page of HTML beside a report would run as this site's own.
_FILES = _PICTURES | frozenset(
    {
        '.csv', '.diff', '.doc', '.docx', '.gz', '.ics', '.ipynb', '.json', '.key', '.m4a', '.mov', '.mp3', '.mp4',
        '.odp', '.ods', '.odt', '.ogg', '.patch', '.pdf', '.ppt', '.pptx', '.tar', '.tgz', '.toml', '.tsv', '.txt',
        '.wav', '.webm', '.xls', '.xlsx', '.yaml', '.yml', '.zip',
    }
)  # fmt: skip
# TeX that reads or writes files, runs programs or spells such a command in pieces, and MathJax's way to links.
_TEX = re.compile(
    r'\\@{0,3}(?:catcode|closein|csname|directlua|expandafter|href|immediate|include|includegraphics|input|latelua'
    r'|luadirect|luaexec|openin|openout|read|readline|require|scantokens|special|usepackage|write)(?![A-Za-z])|\^\^'
)


class ContainReport(SphinxTransform):
    """Runs after :class:`.SanitiseHtml` (580) and long before images and downloads are collected (880)."""

    default_priority = 585

    def apply(self, **kwargs: Any) -> None:
        """Take out of a report what it may not hold, keep its words, and say so."""
        if not is_report(self.env, self.env.current_document.docname):
            return
        checks: tuple[tuple[type[nodes.Element], Callable[[Any], None]], ...] = (
            (nodes.math, self._math),
            (nodes.math_block, self._math),
            (addnodes.download_reference, self._download),
            (nodes.image, self._image),
            (nodes.reference, self._link),
            (nodes.target, self._target),
        )
        for kind, check in checks:
            for node in list(self.document.findall(kind)):
                check(node)

    def _math(self, node: nodes.math | nodes.math_block) -> None:
        text = node.astext()
        if not _TEX.search(text):
            return
        self._say(
            node, 'the formula has a TeX command that reaches beyond it and is shown as text; write plain mathematics'
        )
        inline = isinstance(node, nodes.math)
        node.replace_self(nodes.literal(text, text) if inline else nodes.literal_block(text, text, language='none'))

    def _download(self, node: addnodes.download_reference) -> None:
        target = str(node.get('reftarget', ''))
        if scheme_of(target) in _SCHEMES if '://' in target else self._is_published(target, _FILES):
            return
        self._say(
            node, f'"{target[:80]}" is no document of this site and is not published; link to the web or to a page'
        )
        node.replace_self(node.children or nodes.Text(target))

    def _image(self, node: nodes.image) -> None:
        uri = str(node.get('uri', ''))
        if scheme_of(uri) in {'http', 'https'} and '://' in uri:
            return
        # Sphinx takes drawing.ja.png for drawing.png where the site is Japanese and has one.
        names = {uri, search_image_for_language(uri, self.env)} if scheme_of(uri) == '' else set()
        if names and all(self._is_published(name, _PICTURES) for name in names):
            return
        known = ', '.join(sorted(name.removeprefix('.') for name in _PICTURES))
        self._say(node, f'"{uri[:80]}" is no picture of this site and is left out; use one below docs/ ({known})')
        alt = str(node.get('alt', '')) or uri.rpartition('/')[2][:80]
        text: nodes.Node = nodes.Text(alt)
        inline = isinstance(node.parent, nodes.TextElement)
        node.replace_self(text if inline else nodes.paragraph('', '', text))

    def _link(self, node: nodes.reference) -> None:
        uri = node.get('refuri')
        if uri is None or scheme_of(uri) in _SCHEMES:
            return
        self._say(node, f'the link to "{uri[:80]}" is left out; link to https://, http:// or mailto: addresses')
        node.replace_self(node.children or nodes.Text(''))

    def _target(self, node: nodes.target) -> None:
        if scheme_of(node.get('refuri', '')) not in _SCHEMES:
            del node['refuri']

    def _is_published(self, target: str, suffixes: frozenset[str]) -> bool:
        """Whether a path, seen from the report, really leads to such a file of the site (links followed)."""
        root = Path(self.env.srcdir).resolve()
        try:
            path = Path(self.env.relfn2path(target, self.env.current_document.docname)[1]).resolve()
        except (OSError, ValueError, RuntimeError):
            return False
        if path.suffix.lower() not in suffixes or not path.is_relative_to(root):
            return False
        return not any(part.startswith('.') for part in path.relative_to(root).parts)

    def _say(self, node: nodes.Element, message: str) -> None:
        place: nodes.Element = node
        while not place.line and place.parent is not None:
            place = place.parent
        warn_at(place, Code.CONTAINED, message)


def scheme_of(uri: str) -> str:
    """The scheme of an address as a browser sees it: white space and control characters inside do not hide it."""
    plain = ''.join(char for char in uri if char > ' ')
    try:
        return urlsplit(plain).scheme.lower()
    except ValueError:
        return 'malformed'
