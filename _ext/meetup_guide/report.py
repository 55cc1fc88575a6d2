"""A plain report inside another page: the site's own reader, and the nodes that directives leave as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx_meetup.model.ids import slug
from sphinx_meetup.nodes import event_header, talk, timetable
from sphinx_meetup.reading.markdown import tokens
from sphinx_meetup.reading.outline import outline
from sphinx_meetup.reading.report import read_report

if TYPE_CHECKING:
    from sphinx.util.docutils import SphinxDirective
    from sphinx_meetup.reading.report import Reading


def report_nodes(text: str, directive: SphinxDirective) -> list[nodes.Node]:
    """What a report shows below its title: header, sections, timetable and talks, none of it in the archive.

    Headings below the talks' own level are not divided further; an example does without them.
    """
    reading = read_report(text)
    header = event_header()
    header.draft = reading.event
    header['no_index'] = 1
    directive.set_source_info(header)
    found: list[nodes.Node] = [header]
    lines = text.split('\n')
    headings = [section.heading.number for section in outline(tokens(text)).sections if section.level]
    titles = {section.heading.number: section.title for section in outline(tokens(text)).sections}
    hidden = reading.used | {slot.line for slot in reading.slots}
    for place, line in enumerate(headings):
        end = headings[place + 1] if place + 1 < len(headings) else len(lines) + 1
        body = ['' if number in hidden else lines[number - 1] for number in range(line + 1, end)]
        section = _section(reading, line, titles[line], directive)
        if any(line < slot.line < end for slot in reading.slots):
            table = timetable()
            table.drafts = reading.slots
            directive.set_source_info(table)
            section += table
        section += directive.parse_text_to_nodes('\n'.join(body), offset=directive.content_offset)
        found.append(section)
    return found


def _section(reading: Reading, line: int, title: str, directive: SphinxDirective) -> nodes.section:
    draft = next((draft for draft in reading.talks if draft.line == line), None)
    section = nodes.section(ids=[f'example-{slug(title)}']) if draft is None else talk()
    if isinstance(section, talk):
        section.draft = draft
    directive.set_source_info(section)
    heading = nodes.title(title, draft.title if draft else title)
    directive.set_source_info(heading)
    section += heading
    return section
