"""``talk``: one talk, with its notes."""

from __future__ import annotations

from docutils import nodes

from ..model.problems import Code, Problem
from ..nodes import talk
from ..reading.explicit import talk_draft
from .base import MeetupDirective


class TalkDirective(MeetupDirective):
    """The title as argument, what is known of the talk as options, the notes as content.

    Headings inside the notes become rubrics: a section cannot be opened inside a directive without
    tearing the page's outline apart (MyST hoists it out).
    """

    def run(self) -> list[nodes.Node]:
        """Give a section with the title and the notes, and the rest as a draft."""
        if not self.title:
            problem = Problem(Code.OPTION, "a talk needs a title; write it after the directive's name", self.lineno)
            self.say([problem])
            return self.parse_content_to_nodes()
        node = talk()
        self.set_source_info(node)
        inline, messages = self.parse_inline(self.title, lineno=self.lineno)
        title = nodes.title(self.title, '', *inline)
        self.set_source_info(title)
        node += title
        node += messages
        notes = self.parse_content_to_nodes()
        node += notes
        draft, problems = talk_draft(title.astext(), self.options, self.lineno, written=bool(notes))
        self.say(problems)
        node.draft = draft
        if self.no_index:
            node['no_index'] = 1
        return [node]
