"""The nodes of an event page. Each subclasses the docutils node that means the same, so that every builder
renders it without a visitor of its own; only HTML has more to say (:mod:`.html.visitors`).

Attributes are str, int and lists of str. Their import path is part of pickled doctrees: moving a class
means a new ``env_version``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from .model.drafts import EventDraft, SlotDraft, TalkDraft


class event_header(nodes.container):
    """The facts of an event, below the page's title.

    ``event_id``, ``event_title``, ``date`` and the other facts as attributes; ``no_index`` for an example.
    Until :mod:`.transforms.assemble` has run, ``draft`` holds what was read or written; ``plain`` tells that
    it was read from a plain report.
    """

    draft: EventDraft | None = None
    plain = False


class timetable(nodes.table):
    """A timetable; its rows are :class:`slot_row`. ``drafts`` until it is assembled."""

    drafts: tuple[SlotDraft, ...] | None = None
    plain = False


class table_row(nodes.row):
    """A row of a timetable; itself the row of column heads."""


class slot_row(table_row):
    """A slot: ``start``, ``end`` (minutes of the event's day, ``end`` may be missing), ``kind``, ``talk``,
    ``slot_title``; ``from`` and ``to`` are the timetable's own first and last minute, for the bar."""


class slot_cell(nodes.entry):
    """A cell of a row: ``role`` is ``time``, ``title`` or ``people``, or ``head`` above a column."""


class talk(nodes.section):
    """A talk: its title first, then :class:`facts`, then the notes.

    ``talk_id``, ``event_id``, ``talk_title``, ``start``, ``end``, ``kind``, ``topics``, ``written``.
    """

    # Labels and the standard domain look for sections by tag name.
    tagname = 'section'
    draft: TalkDraft | None = None
    plain = False


class facts(nodes.field_list):
    """Facts of an event, a talk or a speaker: a field list everywhere, a ``dl`` with a class in HTML."""


class when(nodes.paragraph):
    """A talk's time and length; in HTML it stands above the talk's title."""


class clock(nodes.inline):
    """A moment or a length: ``datetime`` is its machine-readable form (HTML, section 4.5.14)."""


class chip(nodes.inline):
    """A speaker's name: ``speaker_id``, ``name``, ``handle``, ``affiliation``.

    Becomes a link when the archive has a page on them.
    """


class resource(nodes.reference):
    """A link to a talk's slides or video, or to the event's page: ``role`` says which."""


class player(nodes.inline):
    """A link to slides or a video that their host also shows in a frame: ``src``, ``service``, ``kind`` (``slides``
    or ``video``), ``about`` (what they are about, where that is told); ``url`` is the address as the report has it.

    It holds the link, which is all that other builders show; in HTML a button beside it loads the frame.
    """


class speaker(nodes.container):
    """A person: ``speaker_id``, ``name``, ``handle``, ``also``, ``kana``; facts and a bio inside."""


class tag(nodes.inline):
    """A topic as a report names it: ``topic``. Becomes a link when the archive has a page on it."""


class search_form(nodes.container):
    """A box that leads to the search page; nothing outside of HTML. ``label`` is what a screen reader hears."""


class picture(nodes.container):
    """A picture of numbers: ``drawings`` (SVG), ``kind`` (a class), ``label`` (what it shows, in words), ``caption``.

    It holds the same numbers as a table, which is what other builders show; it may be empty where the page lists
    them anyway.
    """


class neighbours(nodes.container):
    """Links to what comes before and after, in HTML a landmark of its own. ``label`` names it."""


class archive_view(nodes.General, nodes.Element):
    """A placeholder for what the archive as a whole decides, expanded when a page is written.

    ``view`` names what is shown (:mod:`.catalogue.shown`), ``options`` say which, as texts.
    """
