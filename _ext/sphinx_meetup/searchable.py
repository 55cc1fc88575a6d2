"""A read document as what can be found in it: every section with its own words, a talk with its speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from .model.records import Person
from .nodes import archive_view, chip, event_header, facts, slot_row, talk, timetable, when
from .search.htmltext import words_of_html
from .search.units import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

_SILENT = (nodes.Invisible, nodes.system_message, nodes.section, archive_view)
"""What says nothing of its section: sections are places of their own."""


def units_of(document: nodes.document, docname: str) -> tuple[Unit, ...]:
    """The places of a document with their words, in the order of the page; without those marked ``no_index``."""
    found: list[Unit] = []
    for child in document.children:
        if isinstance(child, nodes.section):
            found.extend(_places(child, docname, ()))
    return tuple(found)


def _places(section: nodes.section, docname: str, trail: tuple[str, ...], inside: Unit | None = None) -> Iterator[Unit]:
    """A section and those in it.

    :param inside: the talk that it is part of.
    """
    if section.get('no_index') or not section['ids']:
        return
    title = next((child.astext() for child in section.children if isinstance(child, nodes.title)), '')
    own = section['ids'][0] if isinstance(section, talk) else ''
    part_of = len(inside.trail) if inside and not own else -1
    unit = Unit(
        docname=docname,
        anchor=section['ids'][0] if trail else '',
        title=title,
        trail=trail,
        people=tuple(_people(section)) if isinstance(section, talk) else inside.people if inside else (),
        text='\n'.join(_words(section)),
        kind=_kind(section, trail),
        talk=own or (inside.talk if inside else ''),
        part_of=part_of,
    )
    yield unit
    for child in section.children:
        if isinstance(child, nodes.section):
            yield from _places(child, docname, (*trail, title), unit if own else inside)


def _kind(section: nodes.section, trail: tuple[str, ...]) -> str:
    if isinstance(section, talk):
        return 'talk'
    if trail:
        return 'section'
    return 'event' if any(isinstance(child, event_header) for child in section.children) else 'page'


def _people(section: talk) -> Iterator[str]:
    """A talk's speakers as ``Name (@handle)``; those in its notes are others."""
    for child in section.children:
        if isinstance(child, facts):
            for person in child.findall(chip):
                text = Person(name=person['name'], handle=person['handle']).text
                if text != '@':
                    yield text


def _words(section: nodes.Element) -> Iterator[str]:
    """The text of a section, a line a block; of a timetable only the rows that have no section of their own."""
    stack: list[nodes.Node] = [*reversed(section.children)]
    while stack:
        part = stack.pop()
        if isinstance(part, _SILENT) or (isinstance(part, nodes.Element) and _is_silent(part)):
            continue
        if isinstance(part, timetable):
            yield from (row['slot_title'] for row in part.findall(slot_row) if not row['talk'] and row['slot_title'])
        elif isinstance(part, facts | when) and isinstance(section, talk):
            continue  # the speakers are told beside the title, and nobody searches for the time
        elif isinstance(part, nodes.TextElement):
            yield from _lines(part)
        else:
            if isinstance(part, event_header) and part.get('author'):
                yield part['author']  # alone, without the line that says so
            stack.extend(reversed(part.children))


def _is_silent(part: nodes.Element) -> bool:
    """What the author does not want to be found, a section's title, the line that says where a report came from."""
    titles = isinstance(part, nodes.title) and isinstance(part.parent, nodes.section)
    return titles or bool(part.get('no_index')) or 'meetup-event-report' in part['classes']


def _lines(part: nodes.TextElement) -> Iterator[str]:
    """A block of text as a line, the blocks of HTML inside it as lines of their own."""
    for line in _text(part).split('\n\n'):
        if words := ' '.join(line.split()):
            yield words


def _text(part: nodes.Node) -> str:
    """What a reader sees of a block: the words of HTML without its tags, nothing that is meant for another builder."""
    if isinstance(part, nodes.raw):
        return words_of_html(part.astext()) if 'html' in part.get('format', '').split() else ''
    if isinstance(part, nodes.TextElement):
        return ''.join(map(_text, part.children))
    return str(part) if isinstance(part, nodes.Text) else part.astext()
