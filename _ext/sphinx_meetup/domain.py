"""The ``meetup`` domain: what all documents say, kept by document, and how roles find it."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.domains import Domain, ObjType
from sphinx.util.nodes import make_refnode

from .collect import collect
from .messages import _, warn_at
from .model.archive import Archive, Kind, Place, digest
from .model.problems import Code
from .model.records import DocumentRecord
from .nodes import chip, events_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

DATA_VERSION = 5
"""The version of domain data and of the nodes in pickled doctrees; raise it when either changes.

1: first. 2: slots have links and a note. 3: events have a series and a number. 5: documents have terms.
"""

Mention = tuple[str, str]
"""What a page shows of others: a kind and a name; ``('events', '8')`` for a list of the newest eight."""


class MeetupDomain(Domain):
    """Events, talks and speakers."""

    name = 'meetup'
    label = 'Meetup'
    data_version = DATA_VERSION
    object_types = {  # noqa: RUF012 - Sphinx declares it so
        'event': ObjType(_('event'), 'event', searchprio=1),
        'talk': ObjType(_('talk'), 'talk', searchprio=1),
        'speaker': ObjType(_('speaker'), 'speaker', searchprio=1),
    }
    initial_data = {'documents': {}, 'mentions': {}, 'views': {}}  # noqa: RUF012 - Sphinx declares it so

    _archive: Archive | None = None

    @property
    def documents(self) -> dict[str, DocumentRecord]:
        """Docname -> what that document says; documents that say nothing are missing."""
        documents: dict[str, DocumentRecord] = self.data.setdefault('documents', {})
        return documents

    @property
    def mentions(self) -> dict[str, tuple[Mention, ...]]:
        """Docname -> what that page shows of other documents."""
        mentions: dict[str, tuple[Mention, ...]] = self.data.setdefault('mentions', {})
        return mentions

    @property
    def views(self) -> dict[str, dict[str, str]]:
        """Builder name -> docname -> the digest of what its mentions resolved to when it was last written.

        :mod:`.html.surroundings` keeps its own beside it, under a name of its own.
        """
        views: dict[str, dict[str, str]] = self.data.setdefault('views', {})
        return views

    @property
    def archive(self) -> Archive:
        """The merged view of all documents, made when first asked for after a change."""
        if self._archive is None:
            self._archive = Archive(self.documents)
        return self._archive

    def clear_doc(self, docname: str) -> None:
        self._archive = None
        self.documents.pop(docname, None)
        self.mentions.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        self._archive = None
        for docname in docnames:
            for store in ('documents', 'mentions'):
                if docname in otherdata[store]:
                    self.data[store][docname] = otherdata[store][docname]

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        self._archive = None
        record = collect(document)
        if record != DocumentRecord():
            self.documents[docname] = record
        mentions = tuple(sorted(set(_mentions(document))))
        if mentions:
            self.mentions[docname] = mentions

    def check_consistency(self) -> None:
        _check_unique('event', ((d, e.id, e.line) for d, e in self.archive.events), self.env)
        _check_unique('speaker', ((d, s.id, s.line) for d, s in self.archive.speakers), self.env)

    def changed_views(self, builder: str) -> list[str]:
        """The pages whose mentions resolve to something else than when this builder last wrote them."""
        before = self.views.get(builder, {})
        now = {docname: self._view(docname) for docname in self.mentions}
        self.views[builder] = now
        return sorted(docname for docname, view in now.items() if before.get(docname) != view)

    def _view(self, docname: str) -> str:
        shown: list[object] = []
        for kind, name in self.mentions[docname]:
            if kind == 'events':
                events = self.archive.events[: int(name) or None]
                shown.append([(docname, event, self.archive.talk_count(event)) for docname, event in events])
            else:
                shown.append(self.archive.find(cast('Kind', kind), name, docname))
        return digest(*shown)

    def find(self, kind: Kind, name: str, docname: str) -> tuple[Place, ...]:
        """The places a name may mean; see :meth:`.Archive.find`."""
        return self.archive.find(kind, name, docname)

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
        for docname, event in self.archive.events:
            yield event.id, event.title, 'event', docname, event.anchor, 1
        for docname, talk in self.archive.talks:
            yield talk.name, talk.title, 'talk', docname, talk.id, 1
        for docname, speaker in self.archive.speakers:
            yield speaker.id, speaker.name, 'speaker', docname, f'speaker-{speaker.id}', 1


def _mentions(document: nodes.document) -> Iterator[Mention]:
    for reference in document.findall(pending_xref):
        if reference.get('refdomain') == 'meetup':
            yield reference['reftype'], reference['reftarget']
    for person in document.findall(chip):
        yield 'speaker', person['speaker_id']
    for placeholder in document.findall(events_list):
        yield 'events', str(placeholder['limit'])


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


def _explain_missing(app: Sphinx, domain: Domain, node: pending_xref) -> bool | None:
    """Say what a role without target may have meant; True keeps Sphinx from warning a second time."""
    if not isinstance(domain, MeetupDomain):
        return None
    kind, target = cast('Kind', node['reftype']), node['reftarget']
    found = domain.find(kind, target, node.get('refdoc', ''))
    if found:
        places = ', '.join(sorted(place.docname for place in found))
        names = _full_names(domain, kind, target)
        message = f'the {kind} "{target}" is in several documents ({places}); write one of: {names}'
    else:
        close = _closest(target, domain.archive.names(kind))
        hint = f'did you mean "{close}"?' if close else f'no page describes this {kind}'
        message = f'{kind} not found: "{target}"; {hint}'
    warn_at(node, Code.REFERENCE, message)
    return True


def _closest(target: str, names: Sequence[str]) -> str:
    """The name most like a target, be it a full one or, for a talk, the part after the event; '' for none."""
    short = {name.rpartition('/')[2]: name for name in names}
    close = difflib.get_close_matches(target, names, n=1, cutoff=0.6)
    if close:
        return close[0]
    close = difflib.get_close_matches(target.rpartition('/')[2].removeprefix('talk-'), short, n=1, cutoff=0.6)
    return short[close[0]] if close else ''


def _full_names(domain: MeetupDomain, kind: Kind, target: str) -> str:
    if kind == 'talk':
        names: Mapping[str, None] = dict.fromkeys(
            talk.name
            for _, talk in domain.archive.talks
            if talk.id.removeprefix('talk-') == target.removeprefix('talk-')
        )
        return ', '.join(names)
    return target


def setup_domain(app: Sphinx) -> None:
    """Register the domain, the pages to write anew after others changed, and the words for dead roles."""
    app.add_domain(MeetupDomain)
    app.connect('env-updated', _rewrite_changed_views)
    app.connect('warn-missing-reference', _explain_missing)
