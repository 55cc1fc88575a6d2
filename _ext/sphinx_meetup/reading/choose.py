"""Which headings are talks: groups of siblings are judged from the outside in, and the whole document decides.

A heading that only holds others (``LT大会``, ``Day 1``) is no talk, its children may be; headings inside a
talk are its notes. When no group shows a pattern, the report has no talks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.drafts import TalkDraft
from ..model.records import Person
from .groups import HINT, STRONG, Judged, Picked, judge, may_be, pick
from .people import people
from .signs import Signs, read_signs
from .told import told_below
from .words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model.drafts import Certainty
    from ..model.problems import Problem
    from .outline import Outline
    from .programme import Programme

_HELD = 2
"""So many headings with speakers of their own make the talk above them a session that holds them."""


@dataclass(frozen=True, slots=True)
class Left:
    """Something that could have been a talk and was left alone, and why."""

    title: str
    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A heading that may be a talk: its place in the outline, and the talk it would be.

    :param used: the lines that the talk takes out of the notes.
    :param signs: what was seen of it.
    """

    place: int
    talk: TalkDraft
    used: frozenset[int]
    signs: Signs


@dataclass(frozen=True, slots=True)
class Choice:
    """The talks in the order of the page, what was left alone, and what was wrong."""

    chosen: tuple[Candidate, ...]
    left: tuple[Left, ...]
    problems: tuple[Problem, ...] = ()


class Chooser:
    """Looks at every heading of a report once, and chooses among them.

    :param announced: what the report says beforehand of its talks.
    :param title_place: the place of the page's title in the outline; 0 for none.
    :param author: whoever wrote the report: the speaker of what it calls its own talk.
    """

    def __init__(self, tree: Outline, announced: Programme, title_place: int, author: str = '') -> None:
        self.tree = tree
        self.title_place = title_place
        self.author = author
        self.announced = announced
        self.signs = {
            place: read_signs(tree, place)
            for place, section in enumerate(tree.sections)
            if section.level and place != title_place and section.title
        }
        self.parents: dict[int, int] = {}
        self.children = self._children()
        self.judged: dict[int, Judged] = {}
        self.kinds: dict[int, str] = {}

    def _children(self) -> dict[int, list[int]]:
        """The headings directly below each; those of the page's title stand at the top (0).

        Fills ``parents``, the other way round.
        """
        children: dict[int, list[int]] = {}
        above: list[int] = []
        for place in self.signs:
            level = self.tree.sections[place].level
            while above and self.tree.sections[above[-1]].level >= level:
                above.pop()
            self.parents[place] = above[-1] if above else 0
            children.setdefault(self.parents[place], []).append(place)
            above.append(place)
        for siblings in list(children.values()):
            self._adopt(siblings, children)
        return children

    def _adopt(self, siblings: list[int], children: dict[int, list[int]]) -> None:
        """Put headings below the one before them that says it holds talks and has nothing below it (``各発表のメモ``).

        Its author meant to begin a part of the report; the part ends at the next heading that every report has.
        """
        holder = 0
        kept: list[int] = []
        for place in siblings:
            signs = self.signs[place]
            if holder and not (signs.usual == 'word' or signs.holds):
                children.setdefault(holder, []).append(place)
                self.parents[place] = holder
                continue
            kept.append(place)
            begins = signs.holds and not self.tree.sections[place].blocks and place not in children
            holder = place if begins else 0
        siblings[:] = kept

    def choose(self) -> Choice:
        """The talks that the document's own pattern shows."""
        groups = self._walk(0, inside=False, kind='')
        if any(one.judged.weight >= STRONG for group in groups for one in group):
            groups = [
                group for group in groups if any(one.judged.weight >= STRONG for one in group) or self._is_inside(group)
            ]
        groups += self._astray(groups)
        chosen = sorted(
            (self._candidate(one.judged, one.certainty) for group in groups for one in group),
            key=lambda candidate: candidate.place,
        )
        taken = {candidate.place for candidate in chosen}
        names = {candidate.signs.child for candidate in chosen}
        left = [
            self._left(signs, chosen)
            for place, signs in self.signs.items()
            if place not in taken and place not in names
        ]
        return Choice(tuple(chosen), tuple(left))

    def _walk(self, parent: int, *, inside: bool, kind: str) -> list[list[Picked]]:
        """The talks of the groups below a heading, a list a group."""
        group = [self.signs[place] for place in self.children.get(parent, ()) if not self._is_name_of(place, parent)]
        if not group:
            return []
        judged = judge(group, self.announced, inside=inside)
        picked = {one.judged.signs.place: one for one in pick(judged, inside=inside)}
        if picked and all(one.judged.weight < HINT for one in picked.values()):
            deeper = self._deeper(judged, kind)
            if any(one.judged.weight >= HINT for below in deeper for one in below):
                return deeper  # the headings only stand between others, and what is below them shows talks
        taken: list[Picked] = []
        groups = [taken]
        for one in judged:
            place = one.signs.place
            self.judged[place] = one
            self.kinds[place] = kind
            if place not in picked:
                groups += self._below(one.signs, kind)
            elif self._held(place) >= (_HELD if one.people else 1):
                groups += self._walk(place, inside=True, kind=kind)
            else:
                taken.append(picked[place])
        return [group for group in groups if group]

    def _below(self, signs: Signs, kind: str) -> list[list[Picked]]:
        """The talks below a heading that is none itself."""
        below = 'lt' if signs.several else kind if signs.holds else ''
        return self._walk(signs.place, inside=signs.holds, kind=below)

    def _deeper(self, judged: Sequence[Judged], kind: str) -> list[list[Picked]]:
        """The talks below any of some siblings, were none of them a talk."""
        for one in judged:
            self.judged[one.signs.place] = one
            self.kinds[one.signs.place] = kind
        return [group for one in judged for group in self._below(one.signs, kind)]

    def _astray(self, groups: Sequence[Sequence[Picked]]) -> list[list[Picked]]:
        """Headings that show what the talks show, in another place: the first one below the event's own name."""
        picked = [one.judged for group in groups for one in group]
        shown = frozenset().union(*(one.pattern for one in picked if one.weight >= HINT)) - {'inside', 'time', 'own'}
        inside = {below for one in picked for below in self.all_below(one.signs.place)}
        above = {holder for one in picked for holder in self._holders(one.signs.place)}
        taken = {one.signs.place for one in picked} | inside | above
        found: list[list[Picked]] = []
        for place, one in self.judged.items():
            if place not in taken and one.weight >= HINT and one.pattern & shown and may_be(one):
                found.append([Picked(one, 'likely')])
                taken.update(self.all_below(place))
        return found

    def all_below(self, place: int) -> range:
        """The places of the headings inside one."""
        return range(place + 1, place + sum(1 for _ in self.tree.below(place)))

    def _holders(self, place: int) -> Iterator[int]:
        """The places of the headings that a heading stands in."""
        while place := self.parents.get(place, 0):
            yield place

    def _is_name_of(self, place: int, parent: int) -> bool:
        above = self.signs.get(parent)
        return above is not None and above.child == place

    def _held(self, place: int) -> int:
        """How many headings directly below one have speakers of their own."""
        below = [self.signs[child] for child in self.children.get(place, ()) if not self._is_name_of(child, place)]
        return sum(bool(signs.credit or (signs.named and signs.named.sure)) for signs in below)

    def _is_inside(self, group: Sequence[Picked]) -> bool:
        above = self.parents.get(group[0].judged.signs.place, 0)
        return bool(above) and words().is_container(self.tree.sections[above].title)

    def _candidate(self, one: Judged, certainty: Certainty) -> Candidate:
        signs = one.signs
        speakers = one.people
        rules = list(one.rules)
        if not speakers and signs.mine and self.author:
            speakers = people(self.author) or (Person(name=self.author),)
            rules.append('the author says it is their own')
            certainty = 'likely'
        used = set(one.used)
        if signs.child and (one.people and signs.child_people):
            used.add(self.tree.sections[signs.child].heading.number)
        talk = TalkDraft(
            title=one.title,
            heading=signs.heading,
            people=speakers,
            slides=one.slides,
            videos=signs.decks.videos,
            kind=signs.kind or self.kinds.get(signs.place, ''),
            written=self._has_notes(signs.place, used),
            line=signs.line,
            below=told_below(self.tree, one),
            rule='heading: ' + ', '.join(dict.fromkeys(rules)) if rules else 'heading between talks',
            certainty=certainty,
        )
        return Candidate(signs.place, talk, frozenset(used), signs)

    def _has_notes(self, place: int, used: set[int]) -> bool:
        for section in self.tree.below(place):
            for block in section.blocks:
                if block.kind in {'opaque', 'table', 'directive'}:
                    return True
                if any((line.text or line.links or line.images) and line.number not in used for line in block.lines):
                    return True
        return False

    def candidate(self, place: int) -> Candidate:
        """A heading as a talk whatever speaks for it: front matter names it."""
        one = self.judged.get(place)
        if one is None:
            one = judge([self.signs[place]], self.announced, inside=False)[0]
        return self._candidate(one, 'given')

    def _left(self, signs: Signs, chosen: Sequence[Candidate]) -> Left:
        level = min((candidate.signs.level for candidate in chosen), default=0)
        if signs.container or signs.several:
            why = 'holds others'
        elif signs.usual or words().is_section(signs.title):
            why = 'the heading is a usual one of reports'
        elif signs.idle:
            why = 'a break, an opening or the like'
        elif level and signs.level > level:
            why = 'deeper than the talks: notes'
        elif level and signs.level < level:
            why = 'above the talks'
        else:
            why = 'no speaker, slides or slot says that it is a talk'
        return Left(signs.heading, signs.line, why)
