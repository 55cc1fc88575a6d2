"""Sibling headings judged together: what one talk's heading looks like, its siblings' do as well."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from .below import merge
from .links import link_kind
from .people import byline, named_line, people as people_of
from .profiles import handle_of
from .text import folded
from .words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.drafts import Certainty
    from ..model.records import Link, Person
    from .credits import Credit
    from .programme import Programme
    from .signs import Signs

STRONG = 3
"""A heading with so much weight is a talk's by itself: a speaker, or a slot with its title and speaker."""
HINT = 2
MANY = 2
"""More decks than so many below a heading that names no speaker are those of several talks."""
"""Slides below it or a prefix such as ``LT``: enough where siblings have them too."""
_TELLING = frozenset({'slides', 'credit', 'byline', 'child', 'sentence', 'page', 'prefix', 'resources'})
"""Kinds of evidence that several siblings do not have by accident."""
_PATTERN = 0.4
"""From this share of siblings with evidence on, silent ones between them are talks as well."""
_NEARLY_ALL = 0.75
"""From this share on, silent ones behind the last are talks as well."""
_FEWEST = 2
"""One heading between two breaks is no programme."""
_AGREE = 0.6
"""So many of the siblings must agree on a way of writing that its form alone does not settle."""


class Evidence(NamedTuple):
    """One thing that speaks for a heading's being a talk's: its kind, how much it weighs, and what to tell people."""

    kind: str
    weight: int
    rule: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A heading with what its siblings add: who speaks, the slides, the weight, and why.

    :param evidence: what speaks for it.
    """

    signs: Signs
    title: str
    people: tuple[Person, ...]
    slides: tuple[Link, ...]
    used: frozenset[int]
    evidence: tuple[Evidence, ...]

    @property
    def weight(self) -> int:
        """How much speaks for it; see :data:`STRONG`."""
        return sum(one.weight for one in self.evidence)

    @property
    def rules(self) -> tuple[str, ...]:
        """What speaks for it, for people to read."""
        return tuple(one.rule for one in self.evidence if one.rule)

    @property
    def pattern(self) -> frozenset[str]:
        """The kinds of evidence, so that siblings can be told to have the same."""
        return frozenset(one.kind for one in self.evidence)


def judge(group: Sequence[Signs], programme: Programme, *, inside: bool) -> list[Judged]:
    """Weigh the members of a group of siblings.

    :param programme: what the report says beforehand of its talks.
    :param inside: whether they stand below a heading such as ``LT大会``.
    """
    agreed = _Agreed(
        style=_agreed_style(group, programme),
        names=_names_agree(group),
        children=_children_agree(group),
        bare=_bare_agrees(group),
        page=_session_pages(group),
    )
    return [_weigh(signs, programme, agreed, inside=inside) for signs in group]


def _speaks(signs: Signs) -> bool:
    return bool(signs.credit or (signs.named and signs.named.sure) or (signs.child and signs.child_sure))


def _agreed_style(group: Sequence[Signs], programme: Programme) -> str:
    """The way of writing title and speaker in one heading that most members without another speaker follow.

    A member whose part is a title of the timetable settles it.
    """
    open_members = [signs for signs in group if not _speaks(signs) and not signs.usual and not signs.idle]
    counts: Counter[str] = Counter()
    for signs in open_members:
        for style in dict.fromkeys(credit.style for credit in signs.credits):
            counts[style] += 1
        for credit in signs.credits:
            if programme.has(credit.title):
                return credit.style
    # The members whose form is sure show the way as well: "A / @kawa", "B / Suzuki".
    sure = Counter(signs.credit.style for signs in group if signs.credit)
    for style, count in sure.most_common():
        if counts[style] and count + counts[style] >= _AGREE * (len(open_members) + sum(sure.values())):
            return style
    if len(open_members) < 2 or not counts:
        return ''
    style, count = max(counts.items(), key=lambda item: item[1])
    return style if count >= 2 and count >= _AGREE * len(open_members) else ''


def _names_agree(group: Sequence[Signs]) -> bool:
    """Whether bare names stand right below most headings."""
    members = [signs for signs in group if not signs.usual and not signs.idle]
    guessed = [signs for signs in members if signs.named and not signs.named.sure]
    told = [signs for signs in members if signs.named and signs.named.sure]
    return bool(guessed) and len(guessed) + len(told) >= max(2, _AGREE * len(members))


def _children_agree(group: Sequence[Signs]) -> bool:
    """Whether most members have one heading below them that is a name."""
    members = [signs for signs in group if not signs.usual and not signs.idle]
    return sum(bool(signs.child) for signs in members) >= max(2, _AGREE * len(members))


def _bare_agrees(group: Sequence[Signs]) -> bool:
    """Whether the slides of a member stand alone right below its heading."""
    return any(signs.decks.slides and signs.own and _is_bare(signs) for signs in group)


def _is_bare(signs: Signs) -> bool:
    first = next((line for line in signs.own if line.text or line.links), None)
    return bool(
        first
        and len(first.links) == 1
        and first.text in {'', first.links[0].url, first.links[0].label}
        and link_kind(first.links[0].url) == 'slides'
    )


def _first_link(signs: Signs) -> list[str]:
    return [link.url for link in signs.links[:1]]


def _session_pages(group: Sequence[Signs]) -> str:
    """The address that most headings link to, up to its last part: a programme with a page for each talk."""
    found = Counter(url.rstrip('/').rpartition('/')[0] for signs in group for url in _first_link(signs))
    stems = Counter(url.split('#')[0].split('?')[0] for signs in group for url in _first_link(signs))
    for counted in (found, stems):
        for stem, count in counted.most_common(1):
            of_people = handle_of(f'{stem}/somebody')
            if count >= 3 and count >= _AGREE * len(group) and link_kind(stem + '/') != 'event' and not of_people:
                return stem
    return ''


@dataclass(frozen=True, slots=True)
class _Agreed:
    """What the members of a group have agreed on.

    :param style: the way of writing title and speaker in a heading; '' for none.
    :param names: whether bare names stand right below the headings.
    :param children: whether a heading that is a name stands below each.
    :param bare: whether slides stand alone and bare right below the headings.
    :param page: the address in common of the pages that the headings link to; '' for none.
    """

    style: str
    names: bool
    children: bool
    bare: bool
    page: str


def _weigh(signs: Signs, programme: Programme, agreed: _Agreed, *, inside: bool) -> Judged:
    title, people, found, used = _told(signs, agreed)
    only = programme.only_talk_of(_heading_people(signs)) if not found or found[0].kind == 'credit' else None
    if only is not None and not programme.has(title):
        title, people = only.title, merge(only.people, _heading_people(signs))
        found = [Evidence('slot', STRONG, 'its speaker has a slot')]
    slides, lines = signs.decks.slides, signs.decks.used
    if not slides and agreed.bare and signs.decks.bare is not None:
        slides, lines = (signs.decks.bare,), lines | {signs.decks.bare_line}
    if len(slides) > MANY and not (found or programme.has(title) or programme.announces(title)):
        slides, lines = (), frozenset()  # a heading above a list of slides: they stay where they are
    used |= lines
    if slides or (signs.decks.videos and len(signs.decks.slides) <= MANY):
        found.append(Evidence('slides', HINT, 'slides or video below it'))
    if signs.decks.named > 1:
        found.append(Evidence('resources', HINT, 'links to its abstract or notes'))
    if signs.kind:
        found.append(Evidence('prefix', HINT, f'prefix "{signs.kind}"'))
    if signs.span is not None and not signs.idle:
        found.append(Evidence('time', 1, 'a time in the heading'))
    if programme.has(title) or (title != signs.title and programme.has(signs.title)):
        spoken = people or programme.is_spoken(title) or programme.is_spoken(signs.title)
        found.append(Evidence('slot', STRONG if spoken else HINT, 'a slot has its title'))
    elif programme.announces(title):
        announced = programme.announced_people(title)
        weight = STRONG if announced else HINT if programme.is_firm(title) else 1
        found.append(Evidence('list', weight, 'a list announces its title'))
        people = people or announced
    if agreed.page and any(url.startswith(agreed.page) for url in _first_link(signs)):
        found.append(Evidence('page', HINT, 'its page in the programme'))
    if signs.mine and not people:
        found.append(Evidence('own', 1, 'the author says it is their own'))
    if inside and found:
        found.append(Evidence('inside', 1, ''))
    return Judged(signs, title, people, slides, frozenset(used), tuple(found))


def _told(signs: Signs, agreed: _Agreed) -> tuple[str, tuple[Person, ...], list[Evidence], set[int]]:
    """A heading's title and speakers, the evidence that these are, and the lines that say nothing else."""
    if signs.is_mine:
        where = f' (line {signs.told_line})' if signs.told_line else ''
        return signs.told, (), [Evidence('own', STRONG, f'the author says that the talk was theirs{where}')], set()
    if signs.told:
        rule = f'title on line {signs.told_line}, speaker in the heading'
        return (
            signs.told,
            signs.told_people or _heading_people(signs),
            [Evidence('label', STRONG, rule)],
            {signs.told_line},
        )
    below = signs.named if signs.named and (signs.named.sure or agreed.names) else None
    child = signs.child_people if signs.child and (signs.child_sure or agreed.children) else ()
    credit = signs.credit or next((one for one in signs.credits if one.style == agreed.style), None)
    others = (*(below.people if below else ()), *child)
    if credit is not None and (not _fits(credit, others) or (others and not credit.sure)):
        credit = None  # what stands below names the speaker: the heading only looks like it ("hosted by Example")
    title, people = (credit.title, credit.people) if credit else (signs.title, ())
    found: list[Evidence] = []
    used: set[int] = set()
    if credit is not None:
        found.append(Evidence('credit', STRONG if credit.sure else HINT, f'speaker in the heading ({credit.style})'))
    if below is not None:
        found.append(Evidence('byline', STRONG if below.sure else HINT, f'speaker on line {below.line}'))
        people = merge(people, below.people)
        used |= below.used
    if child:
        found.append(Evidence('child', STRONG if signs.child_sure else HINT, 'speaker in the heading below it'))
        people = merge(people, child)
    if signs.teller is not None and not people:
        found.append(Evidence('sentence', HINT, f'a sentence on line {signs.teller.line} names the speaker'))
        people = signs.teller.people
    return title, people, found, used


def _fits(credit: Credit, below: Sequence[Person]) -> bool:
    """Whether the speaker in a heading can be the one below it: nobody, a lone handle, or the same name."""
    if not below or not any(person.name for person in below):
        return True
    names = {folded(name) for person in below for name in (person.name, person.handle) if name}
    return any(folded(name) in names for person in credit.people for name in (person.name, person.handle) if name)


def _heading_people(signs: Signs) -> tuple[Person, ...]:
    heading, links = signs.heading, signs.links
    return byline(heading, links) or named_line(heading, links) or people_of(heading, links)


@dataclass(frozen=True, slots=True)
class Picked:
    """A member that is a talk, and how sure that is."""

    judged: Judged
    certainty: Certainty


def pick(judged: Sequence[Judged], *, inside: bool) -> list[Picked]:
    """Which members are talks: those with enough evidence, and silent ones that follow their pattern.

    :return: in the order of the page; empty when no pattern shows.
    """
    members = [one for one in judged if may_be(one)]
    strong = [one for one in members if one.weight >= STRONG]
    hinted = [one for one in members if one.weight >= HINT]
    if not strong and len(hinted) >= 2 and len(hinted) >= _PATTERN * len(members):
        strong = hinted
    elif not strong and inside and members:
        return [Picked(one, 'likely' if one.weight else 'doubtful') for one in members]
    elif not strong:
        return [Picked(_in_programme(one), 'likely') for one in _between_breaks(judged, members)]
    shared = Counter(kind for one in hinted for kind in one.pattern & _TELLING)
    shown = frozenset().union(*(one.pattern for one in strong)) - {'inside'}
    shown |= {kind for kind, count in shared.items() if count > 1}
    firm = {id(one) for one in strong}
    alike = [one for one in members if id(one) in firm or (one.weight >= HINT and one.pattern & shown)]
    share = len(alike) / len(members)
    places = [place for place, one in enumerate(members) if id(one) in firm]
    first, last = places[0], places[-1]
    between = {id(one) for one in _between_breaks(judged, members)}
    picked: list[Picked] = []
    for place, one in enumerate(members):
        if id(one) in firm:
            picked.append(Picked(one, 'sure' if one.weight > STRONG or one.people else 'likely'))
        elif one.weight >= HINT and one.pattern & shown:
            picked.append(Picked(one, 'likely'))
        elif one.signs.usual or one.signs.is_sentence:
            continue
        elif (share >= _PATTERN and first < place < last and len(strong) > 1) or (inside and share >= _PATTERN):
            picked.append(Picked(one, 'likely'))
        elif id(one) in between:
            picked.append(Picked(_in_programme(one), 'likely'))
        elif share >= _NEARLY_ALL and place > last and len(strong) > 2:
            picked.append(Picked(one, 'doubtful'))
    return picked


def may_be(one: Judged) -> bool:
    """Whether a heading can be a talk's at all: one that every report has needs more than others."""
    signs = one.signs
    if signs.is_mine:
        return True
    if signs.usual == 'word' or signs.idle or signs.container or signs.several:
        return one.weight > STRONG and not signs.container and not signs.idle
    if words().labels.get(folded(signs.title)) in {'slides', 'video', 'notes'}:
        return False  # 発表資料: of the talk above, or of several
    return not signs.usual or one.weight >= STRONG


def _between_breaks(judged: Sequence[Judged], members: Sequence[Judged]) -> list[Judged]:
    """Headings that follow a programme, breaks and opening included: what stands between those is a talk."""
    marks = [place for place, one in enumerate(judged) if one.signs.idle]
    if len(marks) < 2:
        return []
    may_be_talks = {id(one) for one in members}
    between = [one for one in judged[marks[0] + 1 : marks[-1]] if id(one) in may_be_talks]
    kept = [one for one in between if not one.signs.usual and not one.signs.is_sentence]
    return kept if len(kept) >= _FEWEST else []


def _in_programme(one: Judged) -> Judged:
    return replace(one, evidence=(*one.evidence, Evidence('programme', 0, 'between the breaks of a programme')))
