"""``speaker``: a person, in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.problems import Code, Problem
from ..nodes import archive_view, speaker
from ..reading.explicit import opts_out, speaker_record
from ..reading.text import folded
from ..reading.words import nobody
from ..views.speaker import fill_speaker
from .base import MeetupDirective

if TYPE_CHECKING:
    from docutils import nodes


class SpeakerDirective(MeetupDirective):
    """The name as argument; handle, reading, other spellings and links as options; a bio as content."""

    def run(self) -> list[nodes.Node]:
        """Give the person's block; its id is ``speaker-<id>``. One of somebody who opted out gives nothing."""
        if opts_out(self.options):
            self._check_withheld()
            return []
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
            talks = archive_view(view='speaker-talks', options={'id': record.id})
            self.set_source_info(talks)
            return [node, talks]
        return [node]

    def _check_withheld(self) -> None:
        """Say when the block could not be found before the site was read: it was not emptied then."""
        if self.title and folded(self.title) not in nobody():
            message = (
                'opt-out is not seen here, so the name stays elsewhere; write the block into a document of the site '
                'itself, outside of included files'
            )
            self.say([Problem(Code.PLACE, message, self.lineno)])
