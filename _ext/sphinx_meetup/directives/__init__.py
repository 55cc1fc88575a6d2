"""The directives for authors who want control, and the lists for anybody's pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .archive import ArchiveDirective, TopicDirective
from .event import EventDirective
from .listings import list_directives
from .speaker import SpeakerDirective
from .talk import TalkDirective
from .timetable import TimetableDirective

if TYPE_CHECKING:
    from docutils.parsers.rst import Directive
    from sphinx.application import Sphinx


def setup_directives(app: Sphinx) -> None:
    """Put the directives into the domain."""
    directives: dict[str, type[Directive]] = {
        'archive': ArchiveDirective,
        'event': EventDirective,
        'speaker': SpeakerDirective,
        'talk': TalkDirective,
        'timetable': TimetableDirective,
        'topic': TopicDirective,
        **list_directives(),
    }
    for name, directive in directives.items():
        app.add_directive_to_domain('meetup', name, directive)
