"""Drafts in a document's nodes become whole events: the same for directives and plain reports."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from ..messages import warn_all, warn_at
from ..model.drafts import EventDraft, Found, SlotDraft
from ..model.problems import Code
from ..model.time import clock
from ..nodes import event_header, facts, talk, timetable
from ..reading.assemble import assemble
from ..reading.names import event_name
from ..settings import get_settings
from ..views.event_header import fill_event_header
from ..views.player import SITE_WORDS
from ..views.talk import fill_talk
from ..views.timetable import fill_timetable
from .lift import rename_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model.records import Event, Talk
    from ..reading.assemble import Assembled

_SITE_TEXTS = frozenset(
    {
        'meetup-date',
        'meetup-time',
        'meetup-length',
        'meetup-kind',
        'meetup-event-report',
        'meetup-slides',
        'meetup-video',
        SITE_WORDS,
    }
)
"""Classes of what the views word in the site's language."""


@dataclass
class _Group:
    """An event of the document with the timetables and talks that belong to it."""

    header: event_header | None = None
    tables: list[timetable] = field(default_factory=list)
    talks: list[talk] = field(default_factory=list)


class AssembleEvents(SphinxTransform):
    """Runs after :class:`.LiftReport` (600) and before the domains collect records (850)."""

    default_priority = 610

    def apply(self, **kwargs: Any) -> None:
        """Complete every event of the document."""
        for group in self._groups():
            self._assemble(group)

    def _groups(self) -> list[_Group]:
        """The events in order, each with its timetables and talks.

        What a directive gives belongs to the last event before it, or to the first. What was read from a
        plain report belongs to the report's own event, also where an example stands in between.
        """
        drafts = list(self._drafts())
        groups = [_Group(node) for node in drafts if isinstance(node, event_header)] or [_Group()]
        own = next((group for group in groups if group.header and not group.header.get('no_index')), groups[0])
        current = groups[0]
        for node in drafts:
            if isinstance(node, event_header):
                current = next(group for group in groups if group.header is node)
                continue
            group = own if node.plain else current
            if isinstance(node, timetable):
                if self._has_room(node):
                    group.tables.append(node)
            elif self._has_place(node):
                group.talks.append(node)
        return groups

    def _drafts(self) -> Iterator[event_header | timetable | talk]:
        for node in list(self.document.findall(nodes.Element)):
            if isinstance(node, event_header | talk):
                if node.draft is not None:
                    yield node
            elif isinstance(node, timetable) and node.drafts is not None:
                yield node

    def _has_place(self, node: talk) -> bool:
        """Whether a talk stands where a section can; elsewhere its heading becomes a rubric and its notes stay."""
        if isinstance(node.parent, nodes.document | nodes.section):
            return True
        warn_at(
            node,
            Code.PLACE,
            'a talk stands inside a list, quote or card and is shown as plain text; put it at the margin',
        )
        title = node[0]
        rubric = nodes.rubric(title.astext(), '', *title.children)
        node.replace_self([rubric, *node.children[1:]])
        return False

    def _has_room(self, node: timetable) -> bool:
        """Whether a timetable stands outside other tables; inside one its rows become lines of text."""
        parent = node.parent
        while parent is not None and not isinstance(parent, nodes.entry):
            parent = parent.parent
        if parent is None:
            return True
        warn_at(node, Code.PLACE, 'a timetable stands inside a table and is shown as plain text; put it at the margin')
        lines = [nodes.line('', f'{clock(slot.start)} {slot.whole or slot.title}') for slot in node.drafts or ()]
        node.replace_self(nodes.line_block('', *lines))
        return False

    def _assemble(self, group: _Group) -> None:
        slots: list[SlotDraft] = [slot for table in group.tables for slot in table.drafts or ()]
        talks = [node.draft for node in group.talks if node.draft is not None]
        draft = (group.header.draft if group.header else None) or EventDraft()
        if group.header is not None and draft.title is None:
            draft = replace(draft, title=self._page_title(group.header))
        built = assemble(draft, slots, talks, get_settings(self.config).timezone)
        warn_all(built.problems, self.env.current_document.docname)
        event, records = self._with_free_ids(built, group.talks)
        hidden = group.header is not None and bool(group.header.get('no_index'))
        language = self.config.language
        if group.header is not None:
            fill_event_header(group.header, event, language)
            self._anchor(group.header, f'event-{event.id}')
            group.header.draft = None
        place = 0
        for table in group.tables:
            count = len(table.drafts or ())
            fill_timetable(table, event, event.slots[place : place + count], language)
            table.drafts = None
            place += count
            if hidden:
                table['no_index'] = 1
        for node, record in zip(group.talks, records, strict=True):
            rename_id(self.document, node, record.id)
            fill_talk(node, record, event)
            node.draft = None
            if hidden:
                node['no_index'] = 1
        self._mark_language(event.lang)

    def _with_free_ids(self, built: Assembled, sections: Sequence[talk]) -> tuple[Event, tuple[Talk, ...]]:
        """The event and its talks with ids that nothing else on the page has.

        Ids are told apart within an event; two events of one page may both have a talk called "Opening". The
        later one takes its event's id along.
        """
        names: dict[str, str] = {}
        taken: set[str] = set()
        for node, record in zip(sections, built.talks, strict=True):
            wanted, count = record.id, 1
            given = node.draft.id if node.draft else ''
            if given and self.document.ids.get(wanted, node) is not node:
                warn_at(node, Code.DUPLICATE, f'the id "{given}" stands on this page already; choose another')
            while self.document.ids.get(wanted, node) is not node or wanted in taken:
                tail = '' if count == 1 else f'-{count}'
                wanted, count = f'{record.id}-{built.event.id}{tail}', count + 1
            names[record.id] = wanted
            taken.add(wanted)
        talks = tuple(replace(record, id=names[record.id]) for record in built.talks)
        slots = tuple(replace(slot, talk=names.get(slot.talk, '')) for slot in built.event.slots)
        return replace(built.event, slots=slots), talks

    def _page_title(self, header: event_header) -> Found[str] | None:
        title = next(iter(self.document.findall(nodes.title)), None)
        if title is None:
            return None
        return Found(event_name(title.astext()), header.line or 0, "the page's title")

    def _anchor(self, header: event_header, name: str) -> None:
        if name not in self.document.ids:
            header['ids'].append(name)
            self.document.ids[name] = header

    def _mark_language(self, lang: str) -> None:
        """Mark the report's own language on its outermost section, and the site's on what the site says."""
        if not lang or lang == self.config.language:
            return
        section = next(iter(self.document.findall(nodes.section)), None)
        if section is None:
            return
        section['classes'].append(f'language-{lang}')
        for node in section.findall(nodes.Element):
            if _is_said_by_the_site(node):
                node['classes'].append(f'language-{self.config.language}')


def _is_said_by_the_site(node: nodes.Element) -> bool:
    """Labels, dates and captions; not the names and titles beside them."""
    if isinstance(node, nodes.field_name):
        return isinstance(node.parent.parent, facts)
    if isinstance(node, nodes.title | nodes.thead):
        return isinstance(node.parent if isinstance(node, nodes.title) else node.parent.parent, timetable)
    return not _SITE_TEXTS.isdisjoint(node.get('classes', ()))
