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

from ..messages import warn_at
from ..model.problems import Code
from ..settings import get_settings

if TYPE_CHECKING:
    from collections.abc import Callable

_SCHEMES = frozenset({'', 'http', 'https', 'mailto'})
# An SVG is served from the site's own address and runs its script when opened by itself.
_PICTURES = frozenset({'.avif', '.gif', '.jpeg', '.jpg', '.png', '.webp'})
_TEX_FILES = re.compile(r'\\(?:catcode|include|input|openin|openout|read|write|csname|special|directlua)(?![A-Za-z])')


class ContainReport(SphinxTransform):
    """Runs after :class:`.SanitiseHtml` (580) and long before images and downloads are collected (880)."""

    default_priority = 585

    def apply(self, **kwargs: Any) -> None:
        """Take out of a report what it may not hold, keep its words, and say so."""
        if not get_settings(self.config).is_report(self.env.current_document.docname):
            return
        checks: tuple[tuple[type[nodes.Element], Callable[[Any], None]], ...] = (
            (nodes.meta, self._drop),
            (addnodes.tabular_col_spec, self._drop),
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

    def _drop(self, node: nodes.Element) -> None:
        node.parent.remove(node)

    def _math(self, node: nodes.math | nodes.math_block) -> None:
        text = node.astext()
        if not _TEX_FILES.search(text):
            return
        self._say(
            node, 'the formula has a TeX command that reaches files and is shown as text; write plain mathematics'
        )
        plain = nodes.literal if isinstance(node, nodes.math) else nodes.literal_block
        node.replace_self(plain(text, text))

    def _download(self, node: addnodes.download_reference) -> None:
        target = node.get('reftarget', '')
        if '://' in target or self._is_inside(target):
            return
        self._say(node, f'"{target}" lies outside the site and is not published; link to the web or to a page')
        node.replace_self(node.children or nodes.Text(target))

    def _image(self, node: nodes.image) -> None:
        uri = str(node.get('uri', ''))
        if scheme_of(uri) in {'http', 'https'} and '://' in uri:
            return
        suffix = Path(uri.partition('?')[0]).suffix.lower()
        if scheme_of(uri) == '' and suffix in _PICTURES and self._is_inside(uri):
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

    def _is_inside(self, target: str) -> bool:
        """Whether a path, seen from the report, really leads to a file below the source folder (links followed)."""
        root = Path(self.env.srcdir).resolve()
        try:
            _, path = self.env.relfn2path(target.partition('#')[0], self.env.current_document.docname)
            return Path(path).resolve().is_relative_to(root)
        except (OSError, ValueError):
            return False

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
