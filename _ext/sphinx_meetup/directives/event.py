"""``event``: the facts of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..nodes import event_header
from ..reading.explicit import event_draft
from .base import MeetupDirective

if TYPE_CHECKING:
    from docutils import nodes


class EventDirective(MeetupDirective):
    """The name as argument (without it, the page's title), facts as options, a description as content."""

    def run(self) -> list[nodes.Node]:
        """Leave the facts as a draft; :mod:`..transforms.assemble` completes the node."""
        draft, problems = event_draft(self.title, self.options, self.lineno)
        self.say(problems)
        node = event_header()
        node.draft = draft
        if self.no_index:
            node['no_index'] = 1
        self.set_source_info(node)
        node += self.parse_content_to_nodes()
        return [node]
