"""Pictures and links of a post that stayed behind on its blog: the words stay, and the author is told once.

A post is moved without its folder of pictures and its neighbours. Where it names its own address
(``source``, ``canonical``), what is missing here is linked to there; else its words stand for it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from ..messages import _, warn
from ..model.problems import Code, Problem
from ..reading.html import absolute
from ..reading.links import is_web
from ..reports import is_report
from .contain import scheme_of
from .lift import left_reading

if TYPE_CHECKING:
    from collections.abc import Callable

# A path or a file, where a name of the site's own would be a plain word.
_PATH = re.compile(r'/|\.(?:html?|md|markdown|pdf|pptx?|png|jpe?g|gif)(?:[?#]|\Z)|[^\x00-\x7f]|@', re.IGNORECASE)


class MendDangling(SphinxTransform):
    """Runs after :class:`.ContainReport` (585), which settles what may be pointed at, and before pictures are
    collected."""

    default_priority = 586

    def apply(self, **kwargs: Any) -> None:
        """Replace what leads nowhere; one warning for the pictures of a report and one for its links."""
        if not is_report(self.env, self.env.current_document.docname):
            return
        reading = left_reading(self.document)
        source = reading.event.source if reading else None
        self.base = source.value if source else ''
        pictures = self._each(nodes.image, self._picture)
        links = self._each(addnodes.pending_xref, self._link)
        self._say(
            Code.PICTURE,
            pictures,
            'of {} pictures only the words are shown: their files are not here; put them beside it',
        )
        self._say(
            Code.LINK, links, '{} links lead to pages that are not here; write whole addresses, or name the "source:"'
        )

    def _each(self, kind: type[nodes.Element], mend: Callable[[Any], bool]) -> list[int]:
        """The lines of the nodes of a kind that had to be replaced."""
        return [_line(node) for node in list(self.document.findall(kind)) if mend(node)]

    def _say(self, code: Code, lines: list[int], message: str) -> None:
        if lines and not (code is Code.LINK and self.base):
            warn(Problem(code, message.format(len(lines)), min(lines)), self.env.current_document.docname)

    def _picture(self, node: nodes.image) -> bool:
        uri = str(node.get('uri', ''))
        if scheme_of(uri) != '' or uri.startswith('//'):
            return False
        path = Path(self.env.relfn2path(uri, self.env.current_document.docname)[1])
        if path.is_file():
            return False
        words = str(node.get('alt', '')).strip() or _('Picture: %s') % path.name
        shown: nodes.Element = nodes.inline(words, words, classes=['meetup-missing-picture'])
        linked = isinstance(node.parent, nodes.reference) or _inside(node, addnodes.pending_xref)
        if self.base and not linked:
            shown = nodes.reference('', '', shown, refuri=urljoin(self.base, uri), internal=False)
        node.replace_self(shown if isinstance(node.parent, nodes.TextElement) else nodes.paragraph('', '', shown))
        return True

    def _link(self, node: addnodes.pending_xref) -> bool:
        """A link that MyST could only look up by name although it is a path: no such file is here."""
        target = str(node.get('reftarget', ''))
        if (
            node.get('reftype') != 'myst'
            or node.get('refdomain') == 'doc'
            or not (_PATH.search(target) or is_web(absolute(target)))
        ):
            return False
        if is_web(absolute(target)):
            words = node[0].children if node.children else [nodes.Text(target)]
            node.replace_self(nodes.reference('', '', *words, refuri=absolute(target), internal=False))
            return False
        docname = self.env.relfn2path(target.split('#', 1)[0], self.env.current_document.docname)[0]
        if docname.removesuffix('.md') in self.env.found_docs:
            return False
        words = node[0].children if node.children else [nodes.Text(target)]
        address = urljoin(self.base, target) if self.base else ''
        node.replace_self(nodes.reference('', '', *words, refuri=address, internal=False) if address else words)
        return True


def _inside(node: nodes.Node, kind: type[nodes.Element]) -> bool:
    parent = node.parent
    while parent is not None and not isinstance(parent, kind):
        parent = parent.parent
    return parent is not None


def _line(node: nodes.Node) -> int:
    while node is not None and not node.line:
        node = node.parent
    return int(node.line or 0) if node is not None else 0
