"""Plain text has no links: there the address of slides, a video or an event's page stands beside its name."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..nodes import player, resource


class SpellOutAddresses(SphinxPostTransform):
    """Man pages need none of it: their writer prints addresses."""

    default_priority = 200
    formats = ('text',)

    def run(self, **kwargs: Any) -> None:
        """Add each address to the words of its link."""
        for link in self.document.findall(nodes.reference):
            if isinstance(link, resource) or isinstance(link.parent, player):
                link.append(nodes.Text(f' <{link["refuri"]}>'))
