"""``timetable``: rows as in a plain report, or a Markdown table."""

from __future__ import annotations

from docutils import nodes

from ..nodes import timetable
from ..reading.explicit import TIMETABLE_OPTIONS, read_timetable, unknown_options
from .base import MeetupDirective


class TimetableDirective(MeetupDirective):
    """The rows as content; they belong to the page's event, or the last one before them."""

    optional_arguments = 0

    def run(self) -> list[nodes.Node]:
        """Leave the rows as drafts; :mod:`..transforms.assemble` makes the table."""
        reading = read_timetable('\n'.join(self.content), self.content_line)
        self.say(unknown_options('timetable', self.options, TIMETABLE_OPTIONS, self.lineno))
        self.say(reading.problems)
        node = timetable()
        node.drafts = reading.slots
        if self.no_index:
            node['no_index'] = 1
        self.set_source_info(node)
        unread = [nodes.line('', text) for text in reading.unread]
        return [node, nodes.line_block('', *unread)] if unread else [node]
