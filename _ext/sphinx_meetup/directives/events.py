"""``events``: the list of the archive's events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.problems import Code, Problem
from ..nodes import events_list
from ..reading.explicit import unknown_options
from .base import MeetupDirective

if TYPE_CHECKING:
    from docutils import nodes


class EventsDirective(MeetupDirective):
    """All events, the newest first; ``limit`` shortens the list."""

    has_content = False
    optional_arguments = 0

    def run(self) -> list[nodes.Node]:
        """Leave a placeholder: the list is made when the page is written, and again when it changes."""
        self.say(unknown_options('events', self.options, ('limit',), self.lineno))
        given = (self.options.get('limit') or '0').strip()
        if not given.isdecimal():
            problem = Problem(Code.OPTION, f'limit: "{given}" is no number; write how many to list', self.lineno)
            self.say([problem])
            given = '0'
        node = events_list(limit=int(given))
        self.set_source_info(node)
        return [node]
