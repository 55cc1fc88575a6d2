"""Who is who: one person, many spellings.

A person is what a set of keys (:mod:`.spellings`) has in common:

- a handle, or the address of a profile, joins without asking;
- so does a site that stands on the name, unless it is plainly a company's: it stands on two full names that differ, or
  on two handles in one report;
- so does exactly the same name, as :func:`.joining.join_names` says;
- so does a one-word name that is a known handle, as :func:`.spellings.is_handle_without_at` says;
- a ``{speaker}`` page joins all that it names, and two pages are never joined.

What is merely similar is suggested (:mod:`.similar`), never joined.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from ..model.ids import digest
from ..reading.text import folded
from .claims import claimed
from .joining import Joining, Name, join_names
from .mentions import mentions
from .profile import Profile
from .similar import suggestions
from .spellings import (
    address_keys,
    handle_key,
    is_full_name,
    is_handle,
    is_handle_without_at,
    looks_like_handle,
    name_key,
    named,
    script,
    sure_keys,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model.records import Person, Speaker
    from .mentions import Mention
    from .shapes import Conflict, Identity, Meetup, Suggestion

_TAKEN = frozenset({'index'})
"""Names of pages beside the speakers' own."""

_TOGETHER = re.compile(r'\s*[&＆/、,]\s*|\s+and\s+')
"""Between names that stand together as one: "Organizer & Example Inc."."""


class People:
    """The people of an archive; the same whatever the order of meetups and pages.

    :param meetups: every event, with the people of its talks and timetables.
    :param pages: the pages of speakers, as (docname, what their ``speaker`` directive says).
    :param nobody: folded names that are no person.
    """

    def __init__(self, meetups: Sequence[Meetup], pages: Sequence[tuple[str, Speaker]], nobody: frozenset[str]) -> None:
        self._nobody = nobody
        self._pages = sorted(pages, key=lambda page: (page[1].id, page[0], page[1].line))
        self._mentions = [mention for mention in mentions(meetups) if self._is_somebody(mention.person)]
        self._memo: dict[tuple[str, str, tuple[str, ...]], Identity | None] = {}

    def _is_somebody(self, person: Person) -> bool:
        if not named(person) and not any(key.startswith('handle:') for key in sure_keys(person)):
            return False
        parts = {folded(part) for part in _TOGETHER.split(person.name)}
        return not self._nobody & {folded(person.name or person.handle), folded(person.label), *parts}

    @cached_property
    def _shared_sites(self) -> frozenset[str]:
        """Sites that are no one person's."""
        full: dict[str, dict[str, set[str]]] = {}
        handles: dict[tuple[str, str, str], set[str]] = {}
        shared: set[str] = set()

        def name(site: str, text: str) -> None:
            if is_full_name(text):
                full.setdefault(site, {}).setdefault(script(text), set()).add(name_key(text))

        for mention in self._mentions:
            for key in sure_keys(mention.person):
                if not key.startswith('site:'):
                    continue
                name(key, mention.person.name)
                if mention.person.handle:
                    known = handles.setdefault((key, mention.docname, mention.event), set())
                    known.add(handle_key(mention.person.handle))
        for _, speaker in self._pages:
            for link in speaker.links:
                for key in address_keys(link.url):
                    name(key, speaker.name)
        shared |= {site for site, scripts in full.items() if any(len(names) > 1 for names in scripts.values())}
        shared |= {site for (site, _, _), known in handles.items() if len(known) > 1}
        return frozenset(shared)

    def _sure(self, person: Person) -> tuple[str, ...]:
        return tuple(key for key in sure_keys(person) if key not in self._shared_sites)

    @cached_property
    def _told(self) -> dict[tuple[str, str, tuple[str, ...]], list[Mention]]:
        """The mentions by what tells people apart."""
        found: dict[tuple[str, str, tuple[str, ...]], list[Mention]] = {}
        for mention in self._mentions:
            person = mention.person
            found.setdefault((person.name, person.handle, person.links), []).append(mention)
        return found

    @cached_property
    def _claimed(self) -> tuple[dict[str, str], dict[str, set[str]], list[Conflict]]:
        return claimed(self._pages, self._shared_sites)

    @cached_property
    def _handles(self) -> dict[str, set[str]]:
        """The handles that are known, as reports and pages spell each."""
        found: dict[str, set[str]] = {}
        for key in self._claimed[0]:
            if key.startswith('handle:'):
                found.setdefault(key, set())
        for _, speaker in self._pages:
            if speaker.handle:
                found.setdefault(f'handle:{handle_key(speaker.handle)}', set()).add(speaker.handle)
        for same in self._told.values():
            person = same[0].person
            for key in sure_keys(person):
                if key.startswith('handle:'):
                    found.setdefault(key, set())
            if handle_key(person.handle):
                found[f'handle:{handle_key(person.handle)}'].add(person.handle)
        return found

    @cached_property
    def _joining(self) -> Joining:
        joining = Joining()
        owners, claims, _ = self._claimed
        for _, speaker in self._pages:
            joining.own(f'page:{speaker.id}')
        for key, page in sorted(owners.items()):
            joining.join(page, key)
        edges: set[tuple[str, str]] = set()
        names = {key: Name(key, claims=set(pages)) for key, pages in claims.items()}
        for same in self._told.values():
            person = same[0].person
            sure = self._sure(person)
            edges.update((sure[0], key) for key in sure)
            key = named(person)
            if key:
                name = names.setdefault(key, Name(key))
                name.bearers.update(sure[:1])
                name.bearers.update(self._as_handle(person.name))
        for edge in sorted(edges):
            joining.join(*edge)
        join_names(joining, names, self._handles)
        return joining

    def _as_handle(self, name: str) -> Iterator[str]:
        """The handle that a name is, its ``@`` left out."""
        key = f'handle:{handle_key(name)}'
        if looks_like_handle(name) and key in self._handles and is_handle_without_at(name, self._handles[key]):
            yield key

    def _nodes(self, person: Person) -> Iterator[str]:
        """The keys that stand for a mention, the surest first."""
        yield from self._sure(person)
        key = named(person)
        if key:
            yield key
            yield from self._as_handle(person.name)

    @cached_property
    def _profiles(self) -> dict[str, Profile]:
        """The people by the root of their keys, in the order of first use; those with a page first."""
        joining = self._joining
        pages: dict[str, list[tuple[str, Speaker]]] = {}
        for page in self._pages:
            pages.setdefault(joining.root(f'page:{page[1].id}'), []).append(page)
        found: dict[str, list[Mention]] = {root: [] for root in pages}
        for same in self._told.values():
            root = joining.root(next(self._nodes(same[0].person)))
            found.setdefault(root, []).extend(same)
        for several in found.values():
            several.sort(key=lambda mention: mention.order)
        roots = sorted(found, key=lambda root: (root not in pages, *_rank(found[root], pages.get(root, ()))))
        return {root: Profile(pages.get(root, ()), found[root]) for root in roots}

    @cached_property
    def _by_root(self) -> dict[str, Identity]:
        """The identities: ids are given in the order of :attr:`_profiles`, and old ids only where nobody has them."""
        own: dict[str, str] = {}
        taken = set(_TAKEN)
        for root, profile in self._profiles.items():
            wanted = profile.slugs[0]
            chosen, length = wanted, 6
            while chosen in taken:
                chosen = f'{wanted}-{digest(profile.distinct, length)}'
                length += 2
            taken.add(chosen)
            own[root] = chosen
        wanting: dict[str, list[str]] = {}
        for root, profile in self._profiles.items():
            for text in profile.slugs:
                if text not in taken:
                    wanting.setdefault(text, []).append(root)
        old: dict[str, list[str]] = {}
        for text, roots in wanting.items():
            if len(roots) == 1:
                old.setdefault(roots[0], []).append(text)
        return {root: profile.identity(own[root], old.get(root, ())) for root, profile in self._profiles.items()}

    @cached_property
    def all(self) -> tuple[Identity, ...]:
        """Everybody, by id."""
        return tuple(sorted(self._by_root.values(), key=lambda identity: identity.id))

    def of(self, person: Person) -> Identity | None:
        """Who a mention means, by its value alone; None for nobody and for who is unknown."""
        told = (person.name, person.handle, person.links)
        if told not in self._memo:
            self._memo[told] = self._find(person)
        return self._memo[told]

    def _find(self, person: Person) -> Identity | None:
        if not self._is_somebody(person):
            return None
        for key in self._nodes(person):
            found = self._by_root.get(self._joining.root(key))
            if found is not None:
                return found
        return None

    @cached_property
    def _ids(self) -> dict[str, Identity]:
        found = {old: identity for identity in self.all for old in identity.old_ids}
        found.update((identity.id, identity) for identity in self.all)
        return found

    @cached_property
    def _spelled(self) -> dict[str, dict[str, Identity]]:
        """Who is called what: by key, and then by id."""
        found: dict[str, dict[str, Identity]] = {}
        for root, profile in self._profiles.items():
            identity = self._by_root[root]
            names = [spelling.text for spelling in profile.names] + profile.page_names
            for key in [f'name:{name_key(name)}' for name in names] + [
                f'handle:{handle_key(handle)}' for handle in identity.handles
            ]:
                found.setdefault(key, {})[identity.id] = identity
        for key, pages in self._claimed[1].items():
            if len(pages) == 1:  # a page wins
                identity = self._by_root[self._joining.root(next(iter(pages)))]
                found[key] = {identity.id: identity}
        return found

    def find(self, name: str) -> Identity | None:
        """Who is meant by an id, an old id, a name or a handle with or without ``@``; None when that is not clear."""
        text = name.strip()
        exact = self._ids.get(text) or self._ids.get(text.casefold())
        if exact is not None:
            return exact
        found = dict(self._spelled.get(f'handle:{handle_key(text)}', {}))
        if not is_handle(text):
            found.update(self._spelled.get(f'name:{name_key(text)}', {}))
        return next(iter(found.values())) if len(found) == 1 else None

    def names(self) -> tuple[str, ...]:
        """All ids."""
        return tuple(identity.id for identity in self.all)

    @cached_property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """Who may be one person, and is not joined."""
        return suggestions([(self._by_root[root], profile) for root, profile in self._profiles.items()])

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What two pages of speakers claim."""
        return tuple(self._claimed[2])


def _rank(found: Sequence[Mention], pages: Sequence[tuple[str, Speaker]]) -> tuple[object, ...]:
    """What people are ordered by: the page's id, or the first mention."""
    return (pages[0][1].id,) if pages else found[0].order
