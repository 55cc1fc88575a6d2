"""The directives for authors who want control: ``event``, ``timetable``, ``talk``, ``speaker``, ``events``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .event import EventDirective
from .events import EventsDirective
from .speaker import SpeakerDirective
from .talk import TalkDirective
from .timetable import TimetableDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_directives(app: Sphinx) -> None:
    """Put the directives into the domain."""
    for name, directive in (
        ('event', EventDirective),
        ('events', EventsDirective),
        ('speaker', SpeakerDirective),
        ('talk', TalkDirective),
        ('timetable', TimetableDirective),
    ):
        app.add_directive_to_domain('meetup', name, directive)
