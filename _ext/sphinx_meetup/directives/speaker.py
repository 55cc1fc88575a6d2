"""``speaker``: a person, in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.problems import Code, Problem
from ..nodes import speaker
from ..reading.explicit import speaker_record
from ..views.speaker import fill_speaker
from .base import MeetupDirective

if TYPE_CHECKING:
    from docutils import nodes


class SpeakerDirective(MeetupDirective):
    """The name as argument; handle, reading, other spellings and links as options; a bio as content."""

    def run(self) -> list[nodes.Node]:
        """Give the person's block; its id is ``speaker-<id>``."""
        if not self.title and not self.options.get('handle'):
            problem = Problem(Code.OPTION, "a speaker needs a name; write it after the directive's name", self.lineno)
            self.say([problem])
            return self.parse_content_to_nodes()
        record, problems = speaker_record(self.title, self.options, self.lineno)
        self.say(problems)
        node = speaker()
        self.set_source_info(node)
        node += self.parse_content_to_nodes()
        fill_speaker(node, record)
        if self.no_index:
            node['no_index'] = 1
        document, name = self.state.document, f'speaker-{record.id}'
        if name in document.ids:
            message = f'the speaker "{record.id}" stands on this page already; keep one of them'
            self.say([Problem(Code.DUPLICATE, message, self.lineno)])
            node['no_index'] = 1
        else:
            node['ids'].append(name)
            document.note_explicit_target(node)
        return [node]
