"""The ``meetup`` domain: what all documents say, kept by document, and how roles find it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.util.nodes import make_refnode

from . import unitfiles
from .catalogue.catalogue import Catalogue, Rules
from .catalogue.entries import place_of_meetup, place_of_person, place_of_series, place_of_session, place_of_topic
from .catalogue.select import Query, unknown_names
from .catalogue.shown import LISTS, shown
from .catalogue.shown.records import notes_shown
from .collect import collect
from .dependencies import mentions_of
from .garbage import no_collection
from .messages import _, warn_at
from .model.archive import Archive, Kind, Place, digest
from .model.problems import Code
from .model.records import DocumentRecord, without_lines
from .notes import written_notes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from .dependencies import Mention

DATA_VERSION = 15
"""The version of domain data and of the nodes in pickled doctrees; raise it when either changes.

1: first. 2: slots have links and a note. 3: events have a series and a number. 5: documents have terms. 6: mentions
are of views, documents have digests, pages are made.
"""

Subject = tuple[str, str, str, str, str]
"""A person, topic or series: its kind and id, and the document, id there and title of its page."""


class MeetupDomain(Domain):
    """Events, talks and speakers."""

    name = 'meetup'
    label = 'Meetup'
    data_version = DATA_VERSION
    object_types = {  # noqa: RUF012 - Sphinx declares it so
        'event': ObjType(_('event'), 'event', searchprio=1),
        'talk': ObjType(_('talk'), 'talk', searchprio=1),
        'speaker': ObjType(_('speaker'), 'speaker', searchprio=1),
        'topic': ObjType(_('topic'), 'topic', searchprio=1),
        'series': ObjType(_('series'), 'series', searchprio=1),
    }
    initial_data = {  # noqa: RUF012 - Sphinx declares it so
        'documents': {},
        'digests': {},
        'mentions': {},
        'contents': {},
        'views': {},
        'made': {},
        'notes': {},
        'searchable': {},
        'gathered': {},
    }

    rules = Rules()
    """What the maintainers say of names and subjects; set anew in each run."""
    written: frozenset[str] = frozenset()
    """The documents that have a file."""

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self._catalogue: Catalogue | None = None
        self._records: dict[tuple[str, str, tuple[tuple[str, str], ...]], Any] = {}
        self._read: set[str] = set()

    @property
    def documents(self) -> dict[str, DocumentRecord]:
        """Docname -> what that document says; documents that say nothing are missing."""
        documents: dict[str, DocumentRecord] = self.data.setdefault('documents', {})
        return documents

    @property
    def digests(self) -> dict[str, str]:
        """Docname -> the digest of its record without lines: no page shows them, and a line more moves all below."""
        digests: dict[str, str] = self.data.setdefault('digests', {})
        return digests

    @property
    def mentions(self) -> dict[str, tuple[Mention, ...]]:
        """Docname -> what that page shows of the archive."""
        mentions: dict[str, tuple[Mention, ...]] = self.data.setdefault('mentions', {})
        return mentions

    @property
    def contents(self) -> dict[str, str]:
        """Docname -> the digest of what tables of contents show of that document (:mod:`.html.contents`)."""
        contents: dict[str, str] = self.data.setdefault('contents', {})
        return contents

    @property
    def views(self) -> dict[str, dict[str, str]]:
        """Builder name -> docname -> the digest of what its mentions resolved to when it was last written.

        :mod:`.html.surroundings` and :mod:`.html.contents` keep their own beside it, under names of their own.
        """
        views: dict[str, dict[str, str]] = self.data.setdefault('views', {})
        return views

    @property
    def made(self) -> dict[str, str]:
        """Docname -> the digest of what defines it, for every page that the archive makes of itself."""
        made: dict[str, str] = self.data.setdefault('made', {})
        return made

    @property
    def gathered(self) -> dict[str, tuple[str, ...]]:
        """Docname -> the other documents whose notes that page shows."""
        gathered: dict[str, tuple[str, ...]] = self.data.setdefault('gathered', {})
        return gathered

    @property
    def searchable(self) -> dict[str, str]:
        """Docname -> the digest of what can be found in that document (:mod:`.unitfiles`)."""
        searchable: dict[str, str] = self.data.setdefault('searchable', {})
        return searchable

    @property
    def archive(self) -> Archive:
        """The records as documents give them."""
        return self.catalogue.archive

    @property
    def catalogue(self) -> Catalogue:
        """What all documents say together, made when first asked for after a change."""
        if self._catalogue is None:
            self._catalogue = Catalogue(self.documents, self.rules)
        return self._catalogue

    def forget(self) -> None:
        """Drop what was made of the records, as they change."""
        self._catalogue = None
        self._records.clear()

    def clear_doc(self, docname: str) -> None:
        if self.documents.pop(docname, None) is not None:
            self.forget()
        self.digests.pop(docname, None)
        self.mentions.pop(docname, None)
        self.contents.pop(docname, None)
        self.data['notes'].pop(docname, None)
        self.gathered.pop(docname, None)
        if self.searchable.pop(docname, None) is not None:
            unitfiles.forget(self.env, docname)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        self.forget()
        self._read |= docnames
        for docname in docnames:
            for store in ('documents', 'digests', 'mentions', 'contents', 'searchable'):
                if docname in otherdata[store]:
                    self.data[store][docname] = otherdata[store][docname]

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        self._read.add(docname)
        record = collect(document)
        if record != DocumentRecord():
            self.forget()
            self.documents[docname] = record
            self.digests[docname] = digest(without_lines(record))
        found = unitfiles.store(env, docname, document)
        if found:
            self.searchable[docname] = found
        mentions = tuple(sorted(set(mentions_of(document))))
        if mentions:
            self.mentions[docname] = mentions

    def check_consistency(self) -> None:
        _check_unique('event', self._named_events(), self.env)
        _check_unique('speaker', ((d, s.id, s.line) for d, s in self.archive.speakers), self.env)
        for conflict in self.catalogue.people.conflicts:
            warn_at((conflict.docname, conflict.line), Code.DUPLICATE, conflict.message)
        for docname, mentions in sorted(self.mentions.items()):
            for view, options, line in mentions:
                if view in LISTS:
                    self._check_list(docname, dict(options), line)

    def _named_events(self) -> Iterator[tuple[str, str, int]]:
        """Every id of an event with its place, once for all reports of one event."""
        for meetup in self.catalogue.meetups:
            ids: dict[str, tuple[str, int]] = {}
            for docname, event in meetup.reports:
                ids.setdefault(event.id, (docname, event.line))
            yield from ((docname, name, line) for name, (docname, line) in ids.items())

    def _check_list(self, docname: str, options: Mapping[str, str], line: int) -> None:
        """Say that a list names somebody whom the archive does not know."""
        for option, name, close in unknown_names(self.catalogue, Query.of(options)):
            hint = f'; did you mean "{close}"?' if close else ''
            message = f'{option}: the archive has nothing under "{name}"{hint}'
            warn_at((docname, line) if line else docname, Code.REFERENCE, message)

    def shown(self, docname: str, view: str, options: Mapping[str, str]) -> Any:
        """The record of what a page shows; computed once."""
        key = (docname, view, tuple(sorted(options.items())))
        if key not in self._records:
            self._records[key] = shown(self.catalogue, docname, view, options)
        return self._records[key]

    def changed_views(self, builder: str) -> list[str]:
        """The pages that show something else than when this builder last wrote them.

        Where the archive is the same, only pages are looked at that were read in this run or show notes of such.
        """
        before = self.views.get(builder, {})
        whole = self.fingerprint()
        same = before.get('') == whole
        with no_collection():
            now = {
                docname: before[docname]
                if same and docname in before and self._read.isdisjoint((docname, *self.gathered.get(docname, ())))
                else self._view(docname)
                for docname in self.mentions
            }
        self.views[builder] = {**now, '': whole}
        if self.data.get('known', ('',))[0] != whole:
            self.data['known'] = (whole, tuple(self._find_subjects()), self._find_redirects())
        return sorted(docname for docname, view in now.items() if before.get(docname) != view)

    def _view(self, docname: str) -> str:
        found: list[object] = []
        others: set[str] = set()
        for view, options, _line in self.mentions[docname]:
            if view == 'xref':
                kind, target = (text for _name, text in options)
                found.append(self.find(cast('Kind', kind), target, docname))
            else:
                found.append(self.shown(docname, view, dict(options)))
                others.update(notes.docname for notes in notes_shown(found[-1]))
        if others:
            self.gathered[docname] = tuple(sorted(others))
        else:
            self.gathered.pop(docname, None)
        return digest(*found, *map(self._notes, sorted(others)))

    def _notes(self, docname: str) -> str:
        """The digest of a document's notes; computed for those that other pages show, once a reading."""
        notes: dict[str, str] = self.data['notes']
        if docname not in notes:
            notes[docname] = digest(*written_notes(self.env.get_doctree(docname)))
        return notes[docname]

    def fingerprint(self) -> str:
        """What all of the archive follows from, as a digest: what documents say, what the maintainers say."""
        return digest(self.rules.told, sorted(self.digests.items()), sorted(self.written))

    def subjects(self) -> Sequence[Subject]:
        """Every person, topic and series with its page."""
        return self._known[0]

    @property
    def _known(self) -> tuple[Sequence[Subject], dict[str, str]]:
        """The people, topics and series with their pages, and the old addresses: as the last build left them where
        the archive is the same, so that a build without a change asks for no catalogue."""
        whole, subjects, redirects = self.data.get('known', ('', (), {}))
        if whole == self.fingerprint():
            return subjects, redirects
        return tuple(self._find_subjects()), self._find_redirects()

    def redirects(self) -> dict[str, str]:
        """Old docname -> the page in its place, for people who had another name before or have a page elsewhere."""
        return self._known[1]

    def _find_redirects(self) -> dict[str, str]:
        found = {}
        for identity in self.catalogue.people.all:
            page = place_of_person(identity).docname
            for name in (*identity.old_ids, identity.id):
                if f'speakers/{name}' != page:
                    found[f'speakers/{name}'] = page
        return found

    def find(self, kind: Kind, name: str, docname: str) -> tuple[Place, ...]:
        """The places a name may mean: one when it is clear, none when unknown, several when ambiguous."""
        if kind == 'speaker':
            identity = self.catalogue.people.find(name)
            return (place_of_person(identity),) if identity else ()
        if kind == 'topic':
            topic = self.catalogue.topics.find(name)
            return (place_of_topic(topic),) if topic else ()
        if kind == 'series':
            series = self.catalogue.series.find(name)
            return (place_of_series(series),) if series else ()
        places = self.archive.find(kind, name, docname)
        return places if len(places) < 2 else self._met(kind, name, places)

    def _met(self, kind: Kind, name: str, places: Sequence[Place]) -> tuple[Place, ...]:
        """Of places in several reports of one event that on the event's own page."""
        found: dict[Place, None] = {}
        for place in places:
            if kind == 'event':
                meetup = self.catalogue.meetup_of(place.docname, name)
                found[place_of_meetup(meetup) if meetup else place] = None
            else:
                pair = self.catalogue.session_at.get((place.docname, place.anchor))
                found[place_of_session(pair[1]) if pair else place] = None
        return tuple(found)

    def names(self, kind: Kind) -> tuple[str, ...]:
        """All full names of a kind, sorted: for suggestions."""
        if kind == 'speaker':
            return self.catalogue.people.names()
        if kind == 'topic':
            return self.catalogue.topics.names()
        if kind == 'series':
            return self.catalogue.series.names()
        return self.archive.names(kind)

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        if typ == 'place':
            return _resolve_place(env, fromdocname, builder, target, node, contnode)
        found = self.find(cast('Kind', typ), target, node.get('refdoc', fromdocname))
        if len(found) != 1:
            return None
        (place,) = found
        if not node.get('refexplicit'):
            contnode = contnode.deepcopy()
            contnode.clear()
            contnode += nodes.Text(place.title)
        # Sphinx names the words of a role `meetup-talk`; on the page that is a talk's section.
        contnode['classes'] = [name for name in contnode['classes'] if name not in {'xref', 'meetup', f'meetup-{typ}'}]
        if place.docname not in env.all_docs:
            return cast('nodes.reference', contnode)  # this builder makes no page of it
        reference = make_refnode(builder, fromdocname, place.docname, place.anchor, contnode)
        reference['classes'].append('meetup-speaker' if typ == 'speaker' else f'meetup-{typ}-link')
        return reference

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        results = []
        for kind in self.object_types:
            reference = self.resolve_xref(env, fromdocname, builder, kind, target, node, contnode)
            if reference is not None:
                results.append((f'meetup:{kind}', reference))
        return results

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        pages = self.env.all_docs
        for told, name, place in self.archive.named:
            yield name, place.title, told, place.docname, place.anchor, 1
        for kind, name, docname, anchor, title in self._known[0]:
            if docname in pages:
                yield name, title, kind, docname, anchor, 1

    def _find_subjects(self) -> Iterator[Subject]:
        found = (
            *(('speaker', identity.id, place_of_person(identity)) for identity in self.catalogue.people.all),
            *(('topic', topic.id, place_of_topic(topic)) for topic in self.catalogue.topics.all),
            *(('series', series.id, place_of_series(series)) for series in self.catalogue.series.all),
        )
        for kind, name, place in found:
            yield kind, name, place.docname, place.anchor, place.title


def _resolve_place(
    env: BuildEnvironment, fromdocname: str, builder: Builder, target: str, node: pending_xref, contnode: nodes.Element
) -> nodes.reference:
    """A link to a place by its document and id; the words alone where this builder makes no page of it."""
    docname, _mark, anchor = target.partition('#')
    if docname not in env.all_docs:
        return cast('nodes.reference', contnode)
    reference = make_refnode(builder, fromdocname, docname, anchor, contnode)
    reference['classes'] += node.get('place_classes', [])
    return reference


def _check_unique(kind: str, found: Iterable[tuple[str, str, int]], env: BuildEnvironment) -> None:
    """Say once for each further document that gives an id again, in the order of documents."""
    first: dict[str, tuple[str, int]] = {}
    for docname, name, line in sorted(found, key=lambda item: (item[0], item[2])):
        if name not in first:
            first[name] = (docname, line)
            continue
        other, other_line = first[name]
        place = f'{env.doc2path(other, base=False)}:{other_line}'
        warn_at(
            (docname, line),
            Code.DUPLICATE,
            f'the {kind} "{name}" stands in {place} already; give one of them another id',
        )


def _rewrite_changed_views(app: Sphinx, env: BuildEnvironment) -> list[str]:
    return cast('MeetupDomain', env.domains['meetup']).changed_views(app.builder.name)


def setup_domain(app: Sphinx) -> None:
    """Register the domain, and the pages to write anew after others changed."""
    app.add_domain(MeetupDomain)
    app.connect('env-updated', _rewrite_changed_views)
