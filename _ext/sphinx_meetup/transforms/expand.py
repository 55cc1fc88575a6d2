"""When a page is written: lists of other pages' records, and chips of speakers who have a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sphinx.addnodes import pending_xref
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..nodes import chip, events_list
from ..views.events_list import events_list_node

if TYPE_CHECKING:
    from ..domain import MeetupDomain


class ExpandPlaceholders(SphinxPostTransform):
    """Runs before Sphinx resolves references (10), so that it makes the links, right for every builder."""

    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        """Expand what the archive as a whole decides."""
        domain = cast('MeetupDomain', self.env.domains['meetup'])
        docname = self.env.current_document.docname
        for node in list(self.document.findall(chip)):
            if len(domain.find('speaker', node['speaker_id'], '')) == 1:
                _link_speaker(node, docname)
        for placeholder in list(self.document.findall(events_list)):
            events = domain.archive.events[: placeholder['limit'] or None]
            listed = [(event, domain.archive.talk_count(event)) for _, event in events]
            placeholder.replace_self(events_list_node(listed, docname, self.config.language))


def _link_speaker(node: chip, docname: str) -> None:
    reference = pending_xref(
        '',
        refdomain='meetup',
        reftype='speaker',
        reftarget=node['speaker_id'],
        refdoc=docname,
        refexplicit=True,
        refwarn=False,
    )
    reference.source, reference.line = node.source, node.line
    parent = node.parent
    place = parent.index(node)
    parent.remove(node)
    reference += node
    parent.insert(place, reference)
