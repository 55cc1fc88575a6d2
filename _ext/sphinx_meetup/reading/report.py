"""The reading of a whole report: the facts, the timetable and the talks that fit the document best.

Recognisers propose (a row, a by-line, a labelled fact, a heading's prefix); here they are weighed. Headings
of one level follow one pattern: the level with the strongest evidence holds the talks, and when no
heading has any, the report has none.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..model.drafts import EventDraft, SlotDraft, TalkDraft
from ..model.problems import Code, Problem
from ..model.records import Link, Person
from . import facts
from .frontmatter import FrontMatter, as_texts, read_front_matter
from .links import link_kind
from .markdown import tokens as parse
from .outline import Block, Line, Outline, Section, outline
from .people import byline, people
from .rows import read_cells, read_columns, read_row
from .text import key
from .titles import SURE, likeness, split_kind
from .words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_NAMED = 3
"""Weight of a speaker below the heading, or of a slot with the heading's title: enough alone."""
_HINTED = 2
"""Weight of slides below the heading, or of a prefix such as ``LT``."""
_PATTERN = 0.4
"""From this share of headings with evidence on, their silent siblings between them are talks as well."""
_FEWEST_ROWS = 3
"""So many rows make a timetable under a heading that does not say so."""


@dataclass(frozen=True, slots=True)
class Left:
    """A heading that was left alone, and why."""

    title: str
    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was understood of a report.

    :param title: the post's own title, for the page's one H1; '' when it has none.
    :param used: the source lines that became structure and need not be shown again.
    :param enabled: False when ``meetup: false`` asks to leave the page alone.
    """

    title: str = ''
    event: EventDraft = field(default_factory=EventDraft)
    slots: tuple[SlotDraft, ...] = ()
    talks: tuple[TalkDraft, ...] = ()
    used: frozenset[int] = frozenset()
    left: tuple[Left, ...] = ()
    problems: tuple[Problem, ...] = ()
    enabled: bool = True
    lang: str = ''


def read_report(text: str, tokens: Sequence[Token] | None = None) -> Reading:
    """Read a report's text.

    :param tokens: markdown-it's tokens of the same text, when a build has them already.
    """
    front = read_front_matter(text)
    if front.text('meetup').casefold() in {'false', 'no', 'off'}:
        return Reading(title=front.text('title'), enabled=False, lang=front.text('lang'), problems=front.problems)
    tree = outline(parse(text) if tokens is None else tokens)
    return _Reader(front, tree).read()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A heading that may be a talk: its place in the outline, the evidence for it, and the talk it would be."""

    place: int
    weight: int
    talk: TalkDraft
    used: frozenset[int]


class _Reader:
    def __init__(self, front: FrontMatter, tree: Outline) -> None:
        self.front = front
        self.sections = tree.sections
        self.tree = tree
        self.problems: list[Problem] = list(front.problems)
        self.used: set[int] = set()
        self.left: list[Left] = []

    def read(self) -> Reading:
        title_place = self._title_place()
        post_title = self.front.text('title') or (self.sections[title_place].title if title_place else '')
        slots = self._slots()
        talks = self._talks(slots, title_place)
        event = self._event(talks, title_place)
        if not any(section.blocks or section.title for section in self.sections):
            self.problems.append(
                Problem(Code.EMPTY, 'the report has no text; write what was said, or delete the file', 1)
            )
        return Reading(
            title=post_title,
            event=event,
            slots=tuple(slots),
            talks=tuple(talk for talk in talks),
            used=frozenset(self.used),
            left=tuple(self.left),
            problems=tuple(sorted(self.problems, key=lambda problem: problem.line)),
            lang=event.lang.value if event.lang else '',
        )

    def _title_place(self) -> int:
        """The place of the heading that is the page's title: a single H1 before everything else; else 0."""
        tops = [place for place, section in enumerate(self.sections) if section.level == 1]
        return tops[0] if tops == [1] else 0

    # -- the event ---------------------------------------------------------------------------------------

    def _event(self, talks: Sequence[TalkDraft], title_place: int) -> EventDraft:
        given, problems = facts.from_meetup(self.front)
        self.problems += problems
        first_talk = min((talk.line for talk in talks), default=0)
        about = [
            section
            for section in self.sections
            if not first_talk or section.heading.number < first_talk or words().is_section(section.title)
        ]
        told, used, problems = facts.from_lines(about)
        self.used |= used
        self.problems += problems
        front = facts.from_front_matter(self.front)
        event = given.over(told).over(front)
        if event.title is None and title_place:
            heading = self.sections[title_place].heading
            event = event.over(facts.from_heading(heading))
        if event.date is None:
            event = replace(event, date=facts.post_date(event))
        return event

    # -- the timetable -----------------------------------------------------------------------------------

    def _slots(self) -> list[SlotDraft]:
        meetup = self.front.values.get('meetup')
        if isinstance(meetup, dict) and 'timetable' in meetup:
            return self._given_slots(as_rows(meetup['timetable']))
        named = [
            place
            for place, section in enumerate(self.sections)
            if section.level and words().is_timetable(section.title)
        ]
        for place in named:
            slots = self._rows([block for section in self.tree.below(place) for block in section.blocks], strict=True)
            if slots:
                return slots
        for section in self.sections:
            slots = self._rows(section.blocks, strict=False)
            if slots:
                return slots
        return []

    def _given_slots(self, rows: Sequence[str]) -> list[SlotDraft]:
        slots = []
        for place, row in enumerate(rows):
            line = self.front.lines.get(f'meetup.timetable.{place}', self.front.lines.get('meetup.timetable', 1))
            found = read_row(row, line)
            if found is not None and found.slot is not None:
                slots.append(replace(found.slot, rule='front matter: meetup.timetable'))
                continue
            problem = found.problem if found else None
            self.problems.append(
                problem or Problem(Code.ROW, f'"{row}" begins with no time; write "19:05-19:20 - speaker, title"', line)
            )
        return slots

    def _rows(self, blocks: Sequence[Block], *, strict: bool) -> list[SlotDraft]:
        """The rows of some blocks: all that look like one below a timetable's heading, else only a run of them."""
        slots: list[SlotDraft] = []
        problems: list[Problem] = []
        for block in blocks:
            if block.kind == 'table':
                slots += self._table(block, problems)
                continue
            for line in block.lines:
                found = read_row(line.text, line.number)
                if found is None:
                    continue
                if found.problem is not None:
                    problems.append(found.problem)
                elif found.slot is not None:
                    slots.append(found.slot)
        if not strict and len(slots) < _FEWEST_ROWS:
            return []
        self.problems += problems
        self.used |= {slot.line for slot in slots}
        return slots

    @staticmethod
    def _table(block: Block, problems: list[Problem]) -> list[SlotDraft]:
        columns = read_columns([cell.text for cell in block.rows[0]]) if block.rows else None
        if columns is None:
            return []
        slots = []
        for row in block.rows[1:]:
            found = read_cells(row, columns)
            if found is not None and found.problem is not None:
                problems.append(found.problem)
            elif found is not None and found.slot is not None:
                slots.append(found.slot)
        return slots

    # -- the talks ---------------------------------------------------------------------------------------

    def _talks(self, slots: Sequence[SlotDraft], title_place: int) -> list[TalkDraft]:
        candidates = [
            self._candidate(place, slots)
            for place, section in enumerate(self.sections)
            if section.level and place != title_place and section.title
        ]
        meetup = self.front.values.get('meetup')
        if isinstance(meetup, dict) and 'talks' in meetup:
            chosen = self._given_talks(candidates, meetup['talks'])
        else:
            chosen = self._choose(candidates)
        for candidate in chosen:
            self.used |= candidate.used
        return [candidate.talk for candidate in chosen]

    def _candidate(self, place: int, slots: Sequence[SlotDraft]) -> _Candidate:
        section = self.sections[place]
        kind, title = split_kind(section.title)
        weight = _HINTED if kind else 0
        rules = [f'prefix "{kind}"'] if kind else []
        speakers: tuple[Person, ...] = ()
        slides: list[Link] = []
        videos: list[Link] = []
        used: set[int] = set()
        for line in _leading(section):
            named = byline(line.text)
            if named is not None and not speakers:
                speakers, weight = named, weight + _NAMED
                rules.append(f'speaker on line {line.number}')
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
        if any(likeness(title, slot.title) >= SURE or key(title) == key(slot.whole) for slot in slots):
            weight += _NAMED
            rules.append('a slot has its title')
        talk = TalkDraft(
            title=title,
            people=speakers,
            slides=tuple(slides),
            videos=tuple(videos),
            kind=kind,
            written=self._has_notes(place, used),
            line=section.heading.number,
            rule='heading: ' + ', '.join(rules) if rules else 'heading between talks',
        )
        return _Candidate(place, weight, talk, frozenset(used))

    def _has_notes(self, place: int, used: set[int]) -> bool:
        for section in self.tree.below(place):
            for block in section.blocks:
                if block.kind in {'opaque', 'table', 'directive'}:
                    return True
                if any(line.text and line.number not in used for line in block.lines):
                    return True
        return False

    def _choose(self, candidates: Sequence[_Candidate]) -> list[_Candidate]:
        """The talks: at the level with most evidence, between the first heading that has some and the last."""
        if not candidates:
            return []
        levels = {candidate.place: self.sections[candidate.place].level for candidate in candidates}
        named = [c for c in candidates if c.weight or not words().is_section(self.sections[c.place].title)]
        weights: dict[int, int] = {}
        for candidate in named:
            weights[levels[candidate.place]] = weights.get(levels[candidate.place], 0) + candidate.weight
        level = max(weights, key=lambda depth: (weights[depth], -depth), default=0)
        chosen: list[_Candidate] = []
        if weights.get(level):
            siblings = [c for c in named if levels[c.place] == level]
            strong = [place for place, c in enumerate(siblings) if c.weight]
            pattern = len(strong) / len(siblings) >= _PATTERN
            chosen = [
                c
                for place, c in enumerate(siblings)
                if c.weight >= _NAMED or (pattern and strong[0] <= place <= strong[-1])
            ]
        taken = {c.place for c in chosen}
        for candidate in candidates:
            if candidate.place not in taken:
                self._leave(candidate, level if chosen else 0)
        return chosen

    def _leave(self, candidate: _Candidate, level: int) -> None:
        section = self.sections[candidate.place]
        if words().is_section(section.title):
            why = 'the heading is a usual one of reports'
        elif level and section.level > level:
            why = 'deeper than the talks: notes'
        elif level and section.level < level:
            why = 'above the talks'
        else:
            why = 'no speaker, slides or slot says that it is a talk'
        self.left.append(Left(section.title, section.heading.number, why))

    def _given_talks(self, candidates: Sequence[_Candidate], given: object) -> list[_Candidate]:
        """Exactly the talks that front matter lists, each with its heading; what it says of one wins."""
        chosen: list[_Candidate] = []
        by_title: dict[str, _Candidate] = {}
        for candidate in candidates:
            by_title.setdefault(key(candidate.talk.title), candidate)
            by_title.setdefault(key(self.sections[candidate.place].title), candidate)
        for place, item in enumerate(given if isinstance(given, list) else []):
            line = self.front.lines.get(f'meetup.talks.{place}', self.front.lines.get('meetup.talks', 1))
            values = item if isinstance(item, dict) else {'title': item}
            title = values.get('title')
            found = by_title.get(key(title)) if isinstance(title, str) else None
            if found is None:
                self.problems.append(
                    Problem(
                        Code.FRONT_MATTER,
                        f'meetup.talks: no heading is called "{title}"; write the heading\'s own words as title',
                        line,
                    )
                )
                continue
            chosen.append(replace(found, talk=_overridden(found.talk, values)))
        chosen.sort(key=lambda candidate: candidate.place)
        taken = {c.place for c in chosen}
        for candidate in candidates:
            if candidate.place not in taken:
                section = self.sections[candidate.place]
                self.left.append(Left(section.title, section.heading.number, 'front matter does not list it'))
        return chosen


def as_rows(value: object) -> tuple[str, ...]:
    """The rows of a timetable in front matter: a list, or one text of lines."""
    if isinstance(value, str):
        return tuple(line.strip() for line in value.split('\n') if line.strip())
    return tuple(item.strip() for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def _overridden(talk: TalkDraft, values: dict[str, object]) -> TalkDraft:
    def links(name: str) -> tuple[Link, ...]:
        return tuple(Link(url) for url in as_texts(values.get(name)))

    speakers = values.get('speakers')
    named = (
        tuple(someone for text in speakers if isinstance(text, str) for someone in people(text))
        if isinstance(speakers, list)
        else people(speakers if isinstance(speakers, str) else '')
    )
    return replace(
        talk,
        people=named if 'speakers' in values else talk.people,
        slides=links('slides') if 'slides' in values else talk.slides,
        videos=links('video') if 'video' in values else talk.videos,
        topics=as_texts(values.get('topics')) or talk.topics,
        slot=str(values.get('slot') or talk.slot),
        kind=str(values.get('kind') or talk.kind),
        id=str(values.get('id') or talk.id),
        rule='front matter: meetup.talks',
    )


def _leading(section: Section) -> list[Line]:
    """The first lines of a section's own text, where speaker and slides stand; a list ends them."""
    lines: list[Line] = []
    for block in section.blocks:
        if block.kind != 'paragraph' or len(lines) >= 6:
            break
        lines += block.lines
    return lines[:6]


def _lone_link(line: Line) -> Link | None:
    """The slides or video of a line that is nothing but that link, with or without a label before it."""
    if len(line.links) != 1 or link_kind(line.links[0].url) not in {'slides', 'video'}:
        return None
    link = line.links[0]
    text = line.text.removesuffix(link.label or link.url).strip()
    pair = facts.labelled(line)
    if text and not (pair and pair[0] in {'slides', 'video'}):
        return None
    return link
