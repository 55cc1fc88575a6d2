"""Which headings are talks: every heading is weighed by what stands below it, and siblings follow one pattern.

The level with the strongest evidence holds the talks; when no heading has any, the report has none.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..model.drafts import TalkDraft
from ..model.problems import Code, Problem
from .explicit import web_links
from .facts import labelled
from .frontmatter import FrontMatter, as_texts
from .links import link_kind, named_kind, says_more
from .people import byline, people, says_more_than
from .rowlinks import part_links
from .text import key
from .titles import SURE, Titles, split_kind
from .words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.drafts import SlotDraft
    from ..model.records import Link, Person
    from .outline import Line, Outline, Section

_NAMED = 3
"""Weight of a speaker below the heading, or of a slot with the heading's title: enough alone."""
_HINTED = 2
"""Weight of slides below the heading, or of a prefix such as ``LT``."""
_PATTERN = 0.4
"""From this share of headings with evidence on, their silent siblings between them are talks as well."""
_LEADING = 6
"""A speaker or slides stand within so many lines below the heading; what comes later belongs to the notes."""


@dataclass(frozen=True, slots=True)
class Left:
    """Something that could have been a talk and was left alone, and why."""

    title: str
    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A heading that may be a talk: its place in the outline, the evidence for it, and the talk it would be.

    :param used: the lines that the talk takes out of the notes.
    """

    place: int
    weight: int
    talk: TalkDraft
    used: frozenset[int]


@dataclass(frozen=True, slots=True)
class Choice:
    """The talks in the order of the page, what was left alone, and what was wrong."""

    chosen: tuple[Candidate, ...]
    left: tuple[Left, ...]
    problems: tuple[Problem, ...] = ()


def candidates(tree: Outline, slots: Sequence[SlotDraft], title_place: int) -> list[Candidate]:
    """Every heading but the page's title, weighed.

    :param title_place: the place of the page's title in the outline; 0 for none.
    """
    listed = Titles([title for slot in slots for title in (slot.title, slot.whole) if title])
    return [
        _candidate(tree, place, listed)
        for place, section in enumerate(tree.sections)
        if section.level and place != title_place and section.title
    ]


def _candidate(tree: Outline, place: int, listed: Titles) -> Candidate:
    section = tree.sections[place]
    kind, title = split_kind(section.title)
    weight = _HINTED if kind else 0
    rules = [f'prefix "{kind}"'] if kind else []
    speakers: tuple[Person, ...] = ()
    slides: list[Link] = []
    videos: list[Link] = []
    used: set[int] = set()
    for line in _leading(section):
        text, decks, others = _parted(line)
        named = byline(text)
        if named is not None and not speakers:
            speakers, weight = named, weight + _NAMED
            rules.append(f'speaker on line {line.number}')
            slides += [link for link in decks if named_kind(link) == 'slides']
            videos += [link for link in decks if named_kind(link) == 'video']
            # A profile's address, a picture and further words are no facts: their line stays.
            if not (others or line.images or says_more_than(text, named)):
                used.add(line.number)
            continue
        deck = _lone_link(line)
        if deck is None:
            break
        (slides if link_kind(deck.url) == 'slides' else videos).append(deck)
        used.add(line.number)
    if slides or videos:
        weight += _HINTED
        rules.append('slides or video below')
    if listed.has(title, SURE):
        weight += _NAMED
        rules.append('a slot has its title')
    talk = TalkDraft(
        title=title,
        people=speakers,
        slides=tuple(slides),
        videos=tuple(videos),
        kind=kind,
        written=_has_notes(tree, place, used),
        line=section.heading.number,
        rule='heading: ' + ', '.join(rules) if rules else 'heading between talks',
    )
    return Candidate(place, weight, talk, frozenset(used))


def _leading(section: Section) -> list[Line]:
    """The first lines of a section's own text, where speaker and slides stand; a list ends them."""
    lines: list[Line] = []
    for block in section.blocks:
        if block.kind != 'paragraph' or len(lines) >= _LEADING:
            break
        lines += block.lines
    return lines[:_LEADING]


def _parted(line: Line) -> tuple[str, list[Link], list[Link]]:
    """A line's words without those that only name slides or a video, those links, and its other links."""
    text, links = part_links(line.text, line.links)
    decks = [link for link in links if not says_more(link.label) and named_kind(link) in {'slides', 'video'}]
    return text, decks, [link for link in line.links if link not in decks]


def _lone_link(line: Line) -> Link | None:
    """The slides or video of a line that is nothing but that link, with or without a label before it."""
    if len(line.links) != 1 or line.images or link_kind(line.links[0].url) not in {'slides', 'video'}:
        return None
    link = line.links[0]
    text = line.text.removesuffix(link.label or link.url).strip()
    pair = labelled(line)
    if text and not (pair and pair[0] in {'slides', 'video'}):
        return None
    return link


def _has_notes(tree: Outline, place: int, used: set[int]) -> bool:
    for section in tree.below(place):
        for block in section.blocks:
            if block.kind in {'opaque', 'table', 'directive'}:
                return True
            if any(line.text and line.number not in used for line in block.lines):
                return True
    return False


def choose(found: Sequence[Candidate], tree: Outline) -> Choice:
    """The talks: at the level with most evidence, between the first heading that has some and the last."""
    levels = {candidate.place: tree.sections[candidate.place].level for candidate in found}
    named = [c for c in found if c.weight or not words().is_section(tree.sections[c.place].title)]
    weights: Counter[int] = Counter()
    for candidate in named:
        weights[levels[candidate.place]] += candidate.weight
    level = max(weights, key=lambda depth: (weights[depth], -depth), default=0)
    chosen: list[Candidate] = []
    if weights[level]:
        siblings = [c for c in named if levels[c.place] == level]
        strong = [place for place, c in enumerate(siblings) if c.weight]
        pattern = len(strong) / len(siblings) >= _PATTERN
        chosen = [
            c
            for place, c in enumerate(siblings)
            if c.weight >= _NAMED or (pattern and strong[0] <= place <= strong[-1])
        ]
    taken = {c.place for c in chosen}
    left = [_left(tree.sections[c.place], level if chosen else 0) for c in found if c.place not in taken]
    return Choice(tuple(chosen), tuple(left))


def _left(section: Section, level: int) -> Left:
    if words().is_section(section.title):
        why = 'the heading is a usual one of reports'
    elif level and section.level > level:
        why = 'deeper than the talks: notes'
    elif level and section.level < level:
        why = 'above the talks'
    else:
        why = 'no speaker, slides or slot says that it is a talk'
    return Left(section.title, section.heading.number, why)


def choose_given(found: Sequence[Candidate], tree: Outline, front: FrontMatter, given: object) -> Choice:
    """Exactly the talks that front matter lists, each with its heading; what it says of one wins.

    :param given: the value of ``meetup.talks``: titles, or mappings with a ``title``.
    """
    chosen: dict[int, Candidate] = {}
    problems: list[Problem] = []
    by_title: dict[str, Candidate] = {}
    for candidate in found:
        for name in (tree.sections[candidate.place].title, candidate.talk.title):
            by_title.setdefault(name, candidate)
            by_title.setdefault(key(name), candidate)
    if not isinstance(given, list):
        line = front.lines.get('meetup.talks', 1)
        problems.append(
            Problem(Code.FRONT_MATTER, 'meetup.talks is no list; write one "- title" a line below it, or []', line)
        )
        given = []
    for place, item in enumerate(given):
        line = front.lines.get(f'meetup.talks.{place}', 1)
        values = item if isinstance(item, dict) else {'title': item}
        title = values.get('title')
        heading = (by_title.get(title) or by_title.get(key(title) or title)) if isinstance(title, str) else None
        if heading is None or heading.place in chosen:
            why = (
                f'no heading is called "{title}"; write the heading\'s own words as title'
                if heading is None
                else f'"{title}" is listed twice; keep one of them'
            )
            problems.append(Problem(Code.FRONT_MATTER, f'meetup.talks: {why}', line))
            continue
        talk, wrong = _overridden(heading.talk, values, line)
        problems += wrong
        chosen[heading.place] = replace(heading, talk=talk)
    left = [
        Left(tree.sections[c.place].title, c.talk.line, 'front matter does not list it')
        for c in found
        if c.place not in chosen
    ]
    return Choice(tuple(chosen[place] for place in sorted(chosen)), tuple(left), tuple(problems))


_TALK_KEYS = ('title', 'speakers', 'slides', 'video', 'topics', 'slot', 'kind', 'id')
"""What an item of ``meetup.talks`` may hold."""


def _overridden(talk: TalkDraft, values: dict[str, object], line: int) -> tuple[TalkDraft, list[Problem]]:
    problems = [
        Problem(
            Code.FRONT_MATTER, f'meetup.talks: "{name}" is no fact of a talk; known are {", ".join(_TALK_KEYS)}', line
        )
        for name in values
        if name not in _TALK_KEYS
    ]

    def links(name: str, read: tuple[Link, ...]) -> tuple[Link, ...]:
        if name not in values:
            return read
        found, wrong = web_links(f'meetup.talks: {name}', as_texts(values[name]), line, Code.FRONT_MATTER)
        problems.extend(wrong)
        return found

    def text(name: str, read: str) -> str:
        value = values.get(name)
        return value.strip() if isinstance(value, str) and value.strip() else read

    speakers = values.get('speakers')
    texts = speakers if isinstance(speakers, list) else [speakers]
    named = tuple(someone for one in texts if isinstance(one, str) for someone in people(one))
    changed = replace(
        talk,
        people=named if 'speakers' in values else talk.people,
        slides=links('slides', talk.slides),
        videos=links('video', talk.videos),
        topics=as_texts(values.get('topics')) or talk.topics,
        slot=text('slot', talk.slot),
        kind=text('kind', talk.kind).casefold(),
        id=text('id', talk.id),
        rule='front matter: meetup.talks',
    )
    return changed, problems
