"""What is left of people who opted out once a text is parsed: dead addresses, and texts that came another way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from ..reading.links import WITHHELD
from ..withheld import withheld_people

if TYPE_CHECKING:
    from ..reading.withheld import Withheld

_TEXTS = ('alt', 'title', 'reftitle', 'reftarget')
_ADDRESSES = ('refuri', 'uri')


class UnlinkWithheld(SphinxTransform):
    """Runs before anything of ours looks for links and pictures."""

    default_priority = 575

    def apply(self, **kwargs: Any) -> None:
        """Mask what a directive read from a file by itself, then take the dead addresses out."""
        people = withheld_people(self.env)
        if not people:
            return
        for node in list(self.document.findall()):
            _mask(node, people)
        _unlink(self.document, people.word)


class UnlinkWithheldTargets(SphinxTransform):
    """Runs after docutils gave references the addresses of their targets (640)."""

    default_priority = 645

    def apply(self, **kwargs: Any) -> None:
        """Take out the dead addresses that came from targets of reStructuredText."""
        people = withheld_people(self.env)
        if not people:
            return
        _unlink(self.document, people.word)
        for target in list(self.document.findall(nodes.target)):
            if target.get('refuri') == WITHHELD:
                target.parent.remove(target)


def _mask(node: nodes.Node, people: Withheld) -> None:
    if isinstance(node, nodes.Text):
        if people.names(str(node)):
            node.parent.replace(node, nodes.Text(people.mask(str(node))))
        return
    if not isinstance(node, nodes.Element) or isinstance(node, nodes.document):
        return
    if node.rawsource and people.names(node.rawsource):
        node.rawsource = people.mask(node.rawsource)
    for name in _TEXTS:
        value = node.get(name)
        if isinstance(value, str) and people.names(value):
            node[name] = people.mask(value)
    for name in _ADDRESSES:
        value = node.get(name)
        if isinstance(value, str) and people.addresses(value):
            node[name] = WITHHELD


def _unlink(document: nodes.document, word: str) -> None:
    for image in list(document.findall(nodes.image)):
        if image.get('uri') == WITHHELD:
            _remove(image)
    for kind in (nodes.reference, addnodes.pending_xref, addnodes.download_reference):
        for link in list(document.findall(kind)):
            if WITHHELD in {link.get('refuri'), link.get('reftarget')}:
                link.replace_self(link.children or nodes.Text(''))
    for text in list(document.findall(nodes.Text)):
        if WITHHELD in text:
            text.parent.replace(text, nodes.Text(text.replace(WITHHELD, word)))


def _remove(image: nodes.image) -> None:
    """Remove a picture with what has no sense without it; the words of a caption stay."""
    node: nodes.Element = image
    while isinstance(node.parent, nodes.reference) and len(node.parent) == 1:
        node = node.parent
    parent = node.parent
    if not isinstance(parent, nodes.figure):
        parent.remove(node)
        return
    words = [
        nodes.paragraph('', '', *child.children) if isinstance(child, nodes.caption) else child
        for child in parent.children
        if child is not node
    ]
    parent.replace_self(words)
