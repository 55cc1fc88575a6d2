"""Several reports of one event: its page shows everybody's notes on a talk, under the name of who wrote them.

Where pages are files of their own. A book has all reports anyway, one after the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx.util.logging import suppress_logging

from ..catalogue.shown.records import EventShown, TalkShown
from ..messages import _
from ..nodes import facts, resource, talk, when
from ..notes import notes_of, talk_section
from .relocate import relocate, with_footnotes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.application import Sphinx

    from ..catalogue.shown.records import NotesShown
    from ..domain import MeetupDomain

_BUILDERS = frozenset({'html', 'dirhtml'})


def _gather(app: Sphinx, document: nodes.document, docname: str) -> None:
    """Bring notes of other documents to an event's page. Those are resolved where they stand, then moved."""
    domain = cast('MeetupDomain', app.env.domains['meetup'])
    if app.builder.name not in _BUILDERS or docname not in domain.gathered:
        return
    page = _Page(app, docname, document, domain.gathered[docname])
    for section in list(document.findall(talk)):
        shown = domain.shown(docname, 'around-talk', {'id': section['ids'][0]})
        if isinstance(shown, TalkShown) and shown.notes:
            page.add_notes(section, shown)
    for view, options, _line in domain.mentions[docname]:
        shown = domain.shown(docname, view, dict(options)) if view == 'around-event' else None
        if isinstance(shown, EventShown):
            for notes in shown.elsewhere:
                page.add_talk(notes)


class _Page:
    """The page of an event while notes of others come to it.

    :param others: the documents that they come from.
    """

    def __init__(self, app: Sphinx, docname: str, document: nodes.document, others: Sequence[str]) -> None:
        self.app, self.docname, self.document, self.others = app, docname, document, others
        self.language = _language_of(document) or app.config.language
        self.resolved: dict[str, nodes.document] = {}

    def add_notes(self, section: talk, shown: TalkShown) -> None:
        """Put the notes of others below a talk's own, all of them under names."""
        section['classes'] = [name for name in section['classes'] if name != 'meetup-talk-quiet']
        own = notes_of(section)
        if own and shown.author is not None:
            section.insert(section.index(own[0]), self._byline(shown.author))
        at = section.index(own[-1]) + 1 if own else _head(section)
        known = {link['refuri'] for link in section.findall(resource)}
        section[at:at] = [part for notes in shown.notes for part in self._told(notes, known)]

    def add_talk(self, told: Sequence[NotesShown]) -> None:
        """Add a talk that the page has no section for, behind its last one.

        :param told: the notes on it; the first tells who spoke and when as well.
        """
        first = told[0]
        found = talk_section(self._document(first.docname), first.talk)
        if found is None:
            return
        head = [part.deepcopy() for part in found.children[: _head(found)]]
        name = self._prefix(first)
        relocate(head, first.docname, self.docname, self.app.builder, name)
        known = {link['refuri'] for part in head for link in part.findall(resource)}
        notes = [part for one in told for part in self._told(one, known)]
        section = talk('', *head, *notes, ids=[name], classes=[*found['classes']])
        last = list(self.document.findall(talk))[-1:]
        whole = next(iter(self.document.findall(nodes.section)), self.document)
        parent = (last[0].parent if last else whole) or whole
        parent.insert(parent.index(last[0]) + 1 if last else len(parent), section)

    def _document(self, docname: str) -> nodes.document:
        """Another document with its references resolved; what is wrong there is said when it is written itself."""
        if docname not in self.resolved:
            document = self.app.env.get_doctree(docname)
            with suppress_logging():
                self.app.env.resolve_references(document, docname, self.app.builder)
            self.resolved[docname] = document
        return self.resolved[docname]

    def _told(self, notes: NotesShown, known: set[str]) -> list[nodes.Node]:
        """Somebody's notes under their name, with slides and videos that nobody has named so far.

        :param known: the addresses of slides and videos so far; those that come are added.
        """
        document = self._document(notes.docname)
        section = talk_section(document, notes.talk)
        if section is None:
            return []
        parts = [*_further_links(section, known), *with_footnotes(document, notes_of(section))]
        relocate(parts, notes.docname, self.docname, self.app.builder, self._prefix(notes))
        told = nodes.container('', *parts, classes=['meetup-notes'])
        language = notes.lang or self.app.config.language
        if language != self.language:
            told['classes'].append(f'language-{language}')
        return [self._byline(notes.author, notes), told]

    def _prefix(self, notes: NotesShown) -> str:
        """An id of its own for what comes from another document: they are told apart by their number here."""
        return f'report-{self.others.index(notes.docname) + 2}-{notes.talk}'

    def _byline(self, author: str, notes: NotesShown | None = None) -> nodes.paragraph:
        """Whose notes follow; a link to them where they stand on a page of their own."""
        if author:
            text = _('Notes by %s') % author
        else:
            text = _('Notes of another report') if notes else _('Notes of this report')
        said: nodes.Node = nodes.Text(text)
        if notes is not None:
            uri = self.app.builder.get_relative_uri(self.docname, notes.docname)
            said = nodes.reference('', text, refuri=f'{uri}#{notes.talk}', internal=True)
        line = nodes.paragraph('', '', said, classes=['meetup-notes-by'])
        if self.language != self.app.config.language:
            line['classes'].append(f'language-{self.app.config.language}')
        return line


def _head(section: talk) -> int:
    """Where the notes of a talk begin: behind its title, its time and its facts."""
    for at, child in enumerate(section.children):
        if at and not isinstance(child, when) and not _is_own_facts(child):
            return at
    return len(section)


def _is_own_facts(node: nodes.Node) -> bool:
    return isinstance(node, facts) and 'meetup-talk-facts' in node['classes']


def _further_links(section: talk, known: set[str]) -> list[nodes.Node]:
    """The slides and videos among a talk's facts, as far as they are not known yet."""
    found = facts(classes=['meetup-facts', 'meetup-talk-facts'])
    for child in section.children:
        for row in child.findall(nodes.field) if _is_own_facts(child) else ():
            links = {link['refuri'] for link in row.findall(resource)}
            if links - known:
                known |= links
                found += row.deepcopy()
    return [found] if found.children else []


def _language_of(document: nodes.document) -> str:
    section = next(iter(document.findall(nodes.section)), None)
    classes = section['classes'] if section is not None else ()
    return next((name.removeprefix('language-') for name in classes if name.startswith('language-')), '')


def setup_gathered(app: Sphinx) -> None:
    """Gather once a page is resolved."""
    app.connect('doctree-resolved', _gather)
