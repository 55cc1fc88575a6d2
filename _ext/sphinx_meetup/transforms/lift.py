"""A plain report's sections become talks, its rows a timetable, its facts a header; nothing moves.

What the reader understood (:mod:`sphinx_meetup.reading.report`) refers to source lines; MyST's nodes know
theirs, so each talk's heading, by-line and row is found by its line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from ..messages import warn_all
from ..model.ids import is_automatic, section_id
from ..nodes import event_header, talk, timetable
from .lines import drop_lines, line_of, paragraphs, remove

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..reading.report import Reading


def rename_id(document: nodes.document, node: nodes.Element, new: str) -> None:
    """Put an id first among a node's, in place of those that docutils made of its heading.

    Ids that the author gave stay as further anchors. So do docutils' own where MyST links by heading
    (``myst_heading_anchors``), as its table of anchors holds them.
    """
    if new in document.ids and document.ids[new] is not node:
        return
    made = {
        made_id
        for name in node['names']
        if not document.nametypes.get(name) and (made_id := document.nameids.get(name)) is not None
    }
    made |= {name for name in node['ids'] if is_automatic(name)}
    if getattr(document, 'myst_slugs', None):
        made = set()
    node['ids'] = [new, *(name for name in node['ids'] if name != new and name not in made)]
    document.ids[new] = node
    for name in made - {new}:
        document.ids.pop(name, None)
    for name in node['names']:
        if document.nameids.get(name) in made:
            document.nameids[name] = new


def leave_reading(document: nodes.document, reading: Reading) -> None:
    """Put what the parser understood where the transform finds it; it is gone before the tree is pickled."""
    document.__dict__['meetup_reading'] = reading


def left_reading(document: nodes.document) -> Reading | None:
    """What the parser left, for transforms before the lift; None for a document that is no report."""
    reading: Reading | None = document.__dict__.get('meetup_reading')
    return reading


def take_reading(document: nodes.document) -> Reading | None:
    """Take it away again; None for a document that is no report."""
    reading: Reading | None = document.__dict__.pop('meetup_reading', None)
    return reading


class LiftReport(SphinxTransform):
    """Runs after translation (20) and ids, before :class:`.AssembleEvents` and the domains (850)."""

    default_priority = 600

    def apply(self, **kwargs: Any) -> None:
        """Annotate the sections of a report; leave every other document alone."""
        reading = take_reading(self.document)
        if reading is None:
            return
        warn_all(reading.problems, self.env.current_document.docname)
        if not reading.enabled:
            return
        self._event(reading)
        used = reading.used
        if reading.slots:
            if any(isinstance(node, timetable) for node in self._told()):
                used -= {slot.line for slot in reading.slots}
            else:
                self._timetable(reading)
        self._talks(reading)
        self._listed(reading)
        self._part_talks()
        self._dissolve(used)
        self._drop(used)
        self._name_sections()

    def _event(self, reading: Reading) -> None:
        """Add the facts to the header that a directive wrote, or put one below the title."""
        header = next((node for node in self._told() if isinstance(node, event_header)), None)
        if header is not None:
            if header.draft is not None:
                header.draft = header.draft.over(reading.event)
            return
        section = next(iter(self.document.findall(nodes.section)), None)
        if section is None:
            return
        header = event_header()
        header.draft, header.plain = reading.event, True
        header.source, header.line = section.source, section.line
        section.insert(1, header)

    def _told(self) -> Iterator[event_header | timetable]:
        """The events and timetables that directives give; an example (``no-index``) tells nothing of the report."""
        example = False
        for node in self.document.findall(nodes.Element):
            if isinstance(node, event_header):
                example = bool(node.get('no_index'))
            if isinstance(node, event_header | timetable) and not (example or node.get('no_index')):
                yield node

    def _timetable(self, reading: Reading) -> None:
        """Put the table where its first row stands; the rows themselves go with the used lines."""
        first = reading.timetable_line or min(slot.line for slot in reading.slots)
        place = self._block_at(first)
        if place is None:
            return
        node = timetable()
        node.drafts, node.plain = reading.slots, True
        node.source, node.line = self.document['source'], first
        if isinstance(place, nodes.table):
            unread = [nodes.line('', text) for text in reading.unread]
            place.replace_self([node, nodes.line_block('', *unread)] if unread else node)
            return
        index = place.parent.index(place)
        # Rows that are headings stand below this block, rows of front matter before the first one.
        below = _first_line(place) < first and first in {_first_line(part) for part in self._headings()}
        place.parent.insert(index + below, node)

    def _headings(self) -> Iterator[nodes.Element]:
        return (section for section in self.document.findall(nodes.section))

    def _block_at(self, line: int) -> nodes.Element | None:
        """The block of a section in which a source line stands; the first block for rows of front matter."""
        found: nodes.Element | None = None
        for section in self.document.findall(nodes.section):
            for child in section.children:
                if isinstance(child, nodes.section | nodes.title | event_header) or not isinstance(
                    child, nodes.Element
                ):
                    continue
                start = _first_line(child)
                if start and start <= line:
                    found = child
                elif found is None:
                    return child
        return found

    def _talks(self, reading: Reading) -> None:
        """Make a talk of each section whose heading stands on a talk's line."""
        drafts = {draft.line: draft for draft in reading.talks}
        for section in list(self.document.findall(nodes.section)):
            draft = drafts.get(line_of(section))
            if draft is None or isinstance(section, talk) or isinstance(section.parent, nodes.document):
                continue  # the page's title is no talk, though it may stand for the first line
            node = talk('', **section.attributes)
            node.source, node.line, node.rawsource = section.source, section.line, section.rawsource
            node.draft, node.plain = draft, True
            node += section.children
            section.replace_self(node)
            for name in node['ids']:
                self.document.ids[name] = node
            _retitle(node, draft.title)

    def _listed(self, reading: Reading) -> None:
        """Give talks that a table or list tells of sections of their own, behind what stands there."""
        for draft in reading.talks:
            block = self._block_at(draft.line) if draft.listed else None
            if block is None:
                continue
            node = talk()
            node.source, node.line = self.document['source'], draft.line
            node.draft, node.plain = draft, True
            node += nodes.title(draft.title, draft.title)
            self.document.set_id(node)
            block.parent.append(node)
        for table in list(self.document.findall(nodes.table)):
            if _first_line(table) in reading.told_tables:
                table.parent.remove(table)

    def _dissolve(self, used: frozenset[int]) -> None:
        """Take away a heading inside a talk that is only its speaker's name; what stood below it stays."""
        for section in list(self.document.findall(nodes.section)):
            if isinstance(section, talk) or line_of(section) not in used or not isinstance(section.parent, talk):
                continue
            for name in section['ids']:
                self.document.ids[name] = section.parent
            section.parent['ids'] += section['ids']
            section.parent.replace(section, section.children[1:])  # replace_self would copy the ids once more

    def _part_talks(self) -> None:
        """Put a talk that a directive wrote behind the plain talk in whose section it stands: talks hold no talks."""
        for node in reversed(list(self.document.findall(talk))):
            above = node.parent
            while isinstance(above, nodes.section) and not isinstance(above, talk):
                above = above.parent
            if isinstance(above, talk):
                node.parent.remove(node)
                above.parent.insert(above.parent.index(above) + 1, node)

    def _drop(self, used: frozenset[int]) -> None:
        """Take out the lines that became structure, and a section (概要) that held nothing else."""
        for table in list(self.document.findall(nodes.table)):
            if not isinstance(table, timetable):
                _drop_rows(table, used)
        for section in list(self.document.findall(nodes.section)):
            emptied = [paragraph for paragraph in list(paragraphs(section)) if drop_lines(paragraph, used)]
            for paragraph in emptied:
                remove(paragraph)
            if emptied and len(section.children) == 1 and not isinstance(section, talk):
                section.parent.remove(section)

    def _name_sections(self) -> None:
        """Give the sections that are no talks an id that does not count their place."""
        for section in self.document.findall(nodes.section):
            if not isinstance(section, talk) and section['ids'] and is_automatic(section['ids'][0]):
                rename_id(self.document, section, section_id(section[0].astext()))


def _first_line(node: nodes.Element) -> int:
    if node.line:
        return int(node.line)
    return next((int(child.line) for child in node.findall(nodes.Element) if child.line), 0)


def _drop_rows(table: nodes.table, used: frozenset[int]) -> None:
    """Take the rows of a table of facts (``|日時|…|``) that the header tells; a table that is left empty goes."""
    first = _first_line(table)
    # MyST gives every row the table's first line; in Markdown a row is a line, and a rule stands below the first.
    rows = {first + (place + 1 if place else 0): row for place, row in enumerate(table.findall(nodes.row))}
    told = [row for line, row in rows.items() if line in used]
    for row in told:
        row.parent.remove(row)
    if told and all(row in told or not row.astext().strip() for row in rows.values()):
        table.parent.remove(table)


def _retitle(node: talk, title: str) -> None:
    """Leave the title alone in its heading: the card says the time, the kind and the speaker otherwise."""
    heading = node[0]
    if not isinstance(heading, nodes.title) or heading.astext().strip() == title:
        return
    begin = heading.astext().find(title)
    kept = _cut(heading.children, begin, begin + len(title)) if begin >= 0 else None
    heading.children = []
    heading += kept or [nodes.Text(title)]


def _cut(children: Sequence[nodes.Node], begin: int, end: int) -> list[nodes.Node] | None:
    """The nodes between two places of their text; None where markup stands across one of them."""
    kept: list[nodes.Node] = []
    place = 0
    for child in children:
        length = len(child.astext())
        first, last = max(begin - place, 0), min(end - place, length)
        if first < last:
            if (first, last) == (0, length):
                kept.append(child)
            elif isinstance(child, nodes.Text):
                kept.append(nodes.Text(child.astext()[first:last]))
            else:
                return None
        place += length
    return kept
