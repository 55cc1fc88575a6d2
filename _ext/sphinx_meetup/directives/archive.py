"""``archive``: the way in to everything; ``topic``: what the archive has on a topic, on a page written by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model.problems import Code, Problem
from ..nodes import archive_view
from ..reading.explicit import unknown_options
from .base import MeetupDirective

if TYPE_CHECKING:
    from docutils import nodes

PARTS = ('search', 'ways', 'picture')


class ArchiveDirective(MeetupDirective):
    """The search box, the lists of people, topics, series and years with their numbers, and a picture of all talks.

    ``:parts:`` names those that are wanted here: a home page may have its newest events between them.
    """

    has_content = False
    optional_arguments = 0

    def run(self) -> list[nodes.Node]:
        """Leave a placeholder."""
        self.say(unknown_options('archive', self.options, ('parts',), self.lineno))
        given = [word for word in re.split(r'[\s,、]+', self.options.get('parts') or '') if word]
        for word in given:
            if word not in PARTS:
                advice = f'parts: the archive has no "{word}"; write some of: {", ".join(PARTS)}'
                self.say([Problem(Code.OPTION, advice, self.lineno)])
        wanted = [part for part in PARTS if part in given] or PARTS
        node = archive_view(view='archive', options={'parts': ' '.join(wanted)})
        self.set_source_info(node)
        return [node]


class TopicDirective(MeetupDirective):
    """The topic's name or id as argument, a text on it as content; its talks and events follow."""

    def run(self) -> list[nodes.Node]:
        """Give the text, and a placeholder for what the archive has."""
        self.say(unknown_options('topic', self.options, (), self.lineno))
        body = self.parse_content_to_nodes()
        if not self.title:
            problem = Problem(Code.OPTION, "a topic needs a name; write it after the directive's name", self.lineno)
            self.say([problem])
            return body
        node = archive_view(view='topic', options={'id': self.title})
        self.set_source_info(node)
        return [*body, node]
