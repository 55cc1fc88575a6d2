"""Which keys are one person's: union-find, with the rules that say what joins.

The result follows from the content, not from the order in which reports are read: the edges are known before any is
drawn, and where one must not be drawn, they are tried in the order of their keys.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Joining:
    """Sets of keys. A set has one owner at most (a speaker's own page): two owned sets are never joined."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}
        self._size: dict[str, int] = {}
        self._owner: dict[str, str] = {}

    def root(self, key: str) -> str:
        """What stands for a key's set."""
        parent = self._parent
        while key in parent:
            above = parent[key]
            if above in parent:
                parent[key] = parent[above]
            key = above
        return key

    def own(self, key: str) -> None:
        """Make a key the owner of its set."""
        self._owner[self.root(key)] = key

    def owner(self, key: str) -> str:
        """The owner of a key's set; '' for none."""
        return self._owner.get(self.root(key), '')

    def join(self, first: str, second: str) -> bool:
        """Make two sets one.

        :return: False where each has an owner of its own.
        """
        one, other = self.root(first), self.root(second)
        if one == other:
            return True
        owners = (self._owner.get(one, ''), self._owner.get(other, ''))
        if all(owners) and owners[0] != owners[1]:
            return False
        if self._size.get(one, 1) < self._size.get(other, 1):
            one, other = other, one
        self._parent[other] = one
        self._size[one] = self._size.get(one, 1) + self._size.get(other, 1)
        if any(owners):
            self._owner[one] = owners[0] or owners[1]
        return True


@dataclass
class Name:
    """A folded name while it is seen who bears it.

    :param bearers: sure keys of those who bear the name, and handles that the name may be.
    :param claims: the pages that say the name is theirs.
    """

    key: str
    bearers: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)


def join_names(joining: Joining, names: Mapping[str, Name], handles: Iterable[str]) -> None:
    """Join those who bear exactly the same name.

    - A name of people who have one handle between them at most is one person's.
    - A name of people with different handles, whom nothing else joins, joins nobody; who is named with it alone is
      neither, but a person of their own.
    - A name that one page claims is the page's where it stands alone; those with another handle stay apart.
    - A name that several pages claim is nobody's.

    Joining by one name can settle another, so it goes on in rounds until nothing changes; each round looks at all names
    before it joins, so that their order does not matter.
    """
    known = sorted(handles)
    while True:
        with_handle = {joining.root(key) for key in known}
        edges: list[tuple[str, str]] = []
        for name in sorted(names.values(), key=lambda name: name.key):
            edges += _edges(joining, name, with_handle)
        changed = [joining.join(*edge) for edge in edges if joining.root(edge[0]) != joining.root(edge[1])]
        if not any(changed):
            return


def _edges(joining: Joining, name: Name, with_handle: set[str]) -> list[tuple[str, str]]:
    if len(name.claims) > 1:
        return []
    first = next(iter(name.claims), name.key)
    roots = {joining.root(key) for key in (*name.bearers, *name.claims)}
    owners = {joining.owner(key) for key in (*name.bearers, *name.claims)} - {''}
    if len(roots & with_handle) <= 1 and len(owners) <= 1:
        return [(first, key) for key in (name.key, *sorted(name.bearers))]
    if not name.claims:
        return []
    free = [key for key in sorted(name.bearers) if joining.root(key) not in with_handle and not joining.owner(key)]
    return [(first, key) for key in (name.key, *free)]
