"""The reading of a whole report: the facts, the timetable and the talks that fit the document best.

Recognisers propose (a row, a by-line, a labelled fact, a heading's prefix); here they are asked in turn, and
:mod:`.choose` weighs the headings.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..model.drafts import EventDraft, SlotDraft, TalkDraft
from ..model.problems import Code, Problem
from ..model.time import DAY
from . import facts
from .bold import bold_lines, heading_lines, with_headings
from .choose import Choice, Chooser, Left
from .fenced import Explicit, read_directives
from .frontmatter import FrontMatter, read_front_matter
from .given import choose_given, given_rows
from .listed import listed_talks
from .markdown import tokens as parse
from .outline import Outline, Section, outline
from .programme import programme
from .repair import Repaired, repair
from .text import key
from .timetable import Rows, find_rows, heading_rows, part_rows
from .words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was understood of a report.

    :param title: the post's own title, for the page's one H1; '' when it has none.
    :param title_line: the line of the heading that is the post's title; 0 for none.
    :param told_tables: the first lines of tables that became talks whole.
    :param unread: the words of a table's rows that could not be read; the table itself goes.
    :param timetable_line: where rows of front matter stand in for the text's own; 0 where they do not.
    :param used: the source lines that became structure and need not be shown again.
    :param left: headings (and directives) that were left alone, in the order of the page.
    :param enabled: False when ``meetup: false`` asks to leave the page alone.
    :param bold: the lines in strong print that are headings; see :func:`.with_headings`.
    :param draft: whether front matter says that the post is not to be published; a build leaves it out.
    """

    title: str = ''
    title_line: int = 0
    event: EventDraft = field(default_factory=EventDraft)
    slots: tuple[SlotDraft, ...] = ()
    talks: tuple[TalkDraft, ...] = ()
    used: frozenset[int] = frozenset()
    told_tables: frozenset[int] = frozenset()
    unread: tuple[str, ...] = ()
    timetable_line: int = 0
    left: tuple[Left, ...] = ()
    problems: tuple[Problem, ...] = ()
    enabled: bool = True
    lang: str = ''
    draft: bool = False
    bold: frozenset[int] = frozenset()


def read_report(
    text: str, tokens: Sequence[Token] | None = None, *, directives: bool = False, path: str = ''
) -> Reading:
    """Read a report's text.

    :param text: the report as it is; front matter of every form is read from it.
    :param tokens: markdown-it's tokens of the repaired text (:func:`.repair`), when a build has them already.
    :param directives: whether ``talk``, ``timetable`` and ``event`` directives are read as well. A build
        runs them and leaves them out here; the command line has nobody else to ask.
    :param path: the file's path, whose name and folders may tell the day; '' when it is unknown.
    """
    front = read_front_matter(text)
    reading = _read(text, front, tokens, directives=directives, path=path)
    mark = facts.draft_mark(front)
    if mark is None:
        return reading
    return replace(reading, draft=True, problems=(facts.draft_problem(mark), *reading.problems))


def _read(text: str, front: FrontMatter, tokens: Sequence[Token] | None, *, directives: bool, path: str) -> Reading:
    if front.text('meetup').casefold() in {'false', 'no', 'off'}:
        return Reading(title=front.text('title'), enabled=False, lang=front.text('lang'), problems=front.problems)
    repaired = repair(text) if tokens is None else Repaired(text)
    parsed = parse(repaired.text) if tokens is None else tokens
    tree = outline(parsed)
    reading = _Reader(front, tree, path).read()
    bold = bold_lines(parsed, _spans(tree, reading))
    if bold:
        told = _Reader(front, outline(with_headings(parsed, bold)), path).read()
        lines = heading_lines(told.talks, bold)
        if lines:
            tree = outline(with_headings(parsed, lines))
            reading = replace(_Reader(front, tree, path).read(), bold=lines)
    reading = with_problems(reading, repaired.problems)
    if not directives:
        return reading
    return _with_explicit(reading, read_directives(tree))


def _spans(tree: Outline, reading: Reading) -> Iterator[range]:
    """The source lines of each talk's section."""
    starts = [section.heading.number for section in tree.sections]
    lines = {talk.line for talk in reading.talks}
    for place, section in enumerate(tree.sections):
        if section.level and section.heading.number in lines:
            last = place + sum(1 for _ in tree.below(place))
            yield range(section.heading.number, starts[last] if last < len(starts) else tree.end)


def with_problems(reading: Reading, problems: Sequence[Problem]) -> Reading:
    """A reading with problems that were met on the way to it, in the order of their lines."""
    merged = sorted((*reading.problems, *problems), key=lambda problem: problem.line)
    return replace(reading, problems=tuple(merged)) if problems else reading


def _with_explicit(reading: Reading, explicit: Explicit) -> Reading:
    """The reading with what directives say over it: their facts win, their rows replace plain ones."""
    event = facts.with_series(explicit.event.over(reading.event))
    left = [*reading.left, *(Left(*passed) for passed in explicit.passed)]
    return replace(
        reading,
        event=event,
        slots=reading.slots if explicit.slots is None else explicit.slots,
        talks=tuple(sorted(reading.talks + explicit.talks, key=lambda talk: talk.line)),
        left=tuple(sorted(left, key=lambda passed: passed.line)),
        problems=tuple(sorted(reading.problems + explicit.problems, key=lambda problem: problem.line)),
        lang=event.lang.value if event.lang else '',
    )


class _Reader:
    def __init__(self, front: FrontMatter, tree: Outline, path: str) -> None:
        self.front = front
        self.path = path
        self.sections = tree.sections
        self.tree = tree
        self.problems: list[Problem] = list(front.problems)
        self.used: set[int] = set()
        self.told_tables: frozenset[int] = frozenset()
        self.unread: list[str] = []
        self.left: tuple[Left, ...] = ()
        self.timetable_line = 0

    def read(self) -> Reading:
        title_place = self._title_place()
        slots, talks = self._programme(title_place)
        if not title_place and self._is_lead(talks):
            title_place = 1
        post_title = self.front.text('title') or (self.sections[title_place].title if title_place else '')
        event = self._event(talks, title_place)
        if not any(section.blocks or section.title for section in self.sections):
            self.problems.append(
                Problem(Code.EMPTY, 'the report has no text; write what was said, or delete the file', 1)
            )
        return Reading(
            title=post_title,
            title_line=self.sections[title_place].heading.number if title_place else 0,
            event=event,
            slots=tuple(slots),
            talks=tuple(talks),
            used=frozenset(self.used),
            told_tables=self.told_tables,
            unread=tuple(self.unread),
            timetable_line=self.timetable_line,
            left=self.left,
            problems=tuple(sorted(self.problems, key=lambda problem: problem.line)),
            lang=event.lang.value if event.lang else '',
        )

    def _title_place(self) -> int:
        """The place of the heading that is the page's title: a single H1 before everything else; else 0."""
        tops = [place for place, section in enumerate(self.sections) if section.level == 1]
        return tops[0] if tops == [1] else 0

    def _is_lead(self, talks: Sequence[TalkDraft]) -> bool:
        """Whether the first of several H1 is the post's title: nothing else gives one, and it is no talk."""
        if self.front.text('title') or len(self.sections) < 2 or self.sections[0].blocks:
            return False
        first = self.sections[1]
        lines = {talk.line for talk in talks}
        return first.level == 1 and first.heading.number not in lines and not words().is_section(first.title)

    # -- the event ---------------------------------------------------------------------------------------

    def _event(self, talks: Sequence[TalkDraft], title_place: int) -> EventDraft:
        given, problems = facts.from_meetup(self.front)
        front, wrong = facts.from_front_matter(self.front)
        if title_place:
            front = front.over(facts.from_heading(self.sections[title_place].heading))
        about = facts.About(
            title=self.front.text('title') or self.sections[title_place].title,
            name=front.title.value if front.title else '',
            published=front.published.value if front.published else None,
            path=facts.path_date(self.path),
            first=self.front.end,
        )
        first_talk = min((talk.line for talk in talks if talk.line >= self.front.end), default=0)
        general = [
            section
            for section in self.sections
            if not first_talk or section.heading.number < first_talk or words().is_section(section.title)
        ]
        told, used, unread = facts.from_lines(general, about)
        self.used |= used
        self.problems += [*problems, *wrong, *unread]
        event = given.over(told).over(front)
        event = event.over(facts.event_page(general, about))
        if event.date is None:
            event = event.over(facts.event_date(general, about, self.front, event.published))
        if event.title is not None:
            self.used |= _lines_saying(event.title.value, general)
        if event.url is not None:
            self.used |= _lines_linking(event.url.value, general)
        return facts.with_series(event)

    # -- the timetable and the talks -------------------------------------------------------------------

    def _programme(self, title_place: int) -> tuple[list[SlotDraft], list[TalkDraft]]:
        """The rows and the talks, which tell each other's titles from speakers."""
        meetup = self.front.values.get('meetup')
        given = meetup if isinstance(meetup, dict) else {}
        rows = find_rows(self.tree)
        slots = list(rows.slots)
        if 'timetable' in given:
            slots, wrong = given_rows(self.front, given['timetable'])
            self.problems += wrong
        titles = programme(slots, self.tree)
        # What the text says of talks that are listed is judged beside its own rows, as if no others were given.
        beside = programme(rows.slots, self.tree) if 'talks' in given else titles
        chooser = Chooser(self.tree, beside, title_place, self.front.text('author'))
        named = choose_given(chooser, self.front, given['talks'], titles) if 'talks' in given else None
        choice = named.choice if named else chooser.choose()
        self.left = choice.left
        self.problems += choice.problems
        talks = [candidate.talk for candidate in choice.chosen]
        for candidate in choice.chosen:
            self.used |= candidate.used
        if named is not None:
            talks = sorted([*talks, *named.listed], key=lambda talk: talk.line)
            self.used |= named.used
            self.told_tables = named.tables
        in_headings = heading_rows(chooser, choice)
        headed = len(in_headings) >= max(len(rows.slots), 2)
        if 'timetable' in given:
            self._stand_in(slots, Rows(tuple(in_headings)) if headed else rows)
        elif headed:
            slots = in_headings
        else:
            self.problems += rows.problems
            self.unread += rows.unread
            self.used |= rows.used
            slots = part_rows(slots, [talk.title for talk in talks])
        if named is None:
            talks = self._with_listed(chooser, choice, talks)
        return slots, talks

    def _with_listed(self, chooser: Chooser, choice: Choice, talks: Sequence[TalkDraft]) -> list[TalkDraft]:
        """The talks with those that tables, lists and lines with slides tell of, outside the sections of talks."""
        places = {one.place for one in choice.chosen}
        inside = {below for place in places for below in chooser.all_below(place)}
        listed = listed_talks(self.tree, places | inside, talks, self.front.text('author'))
        self.used |= listed.used
        self.told_tables = listed.tables
        decks = dict(listed.slides)
        headed = [replace(talk, slides=talk.slides or decks.get(key(talk.title), ())) for talk in talks]
        return sorted([*headed, *listed.talks], key=lambda talk: talk.line)

    def _stand_in(self, given: Sequence[SlotDraft], rows: Rows) -> None:
        """Let given rows stand where the text has its own, when they say all that these say."""
        said: dict[int, list[str]] = {}
        for slot in given:
            said.setdefault(slot.start % DAY, []).append(key(slot.title))
        if rows.slots and all(
            any(title and title in key(row.whole or row.title) for title in said.get(row.start % DAY, ()))
            for row in rows.slots
        ):
            self.timetable_line = min(slot.line for slot in rows.slots)
            self.used |= rows.used
            self.unread += rows.unread


def _lines_linking(url: str, sections: Sequence[Section]) -> set[int]:
    """The lines that are nothing but the event's own address: the header has it."""
    return {
        line.number
        for section in sections
        for block in section.blocks
        for line in block.lines
        if block.kind in {'paragraph', 'list'} and line.text == url and [link.url for link in line.links] == [url]
    }


def _lines_saying(name: str, sections: Sequence[Section]) -> set[int]:
    """The lines that say the event's name and nothing else: the page's title says it already."""
    return {
        line.number
        for section in sections
        for block in section.blocks
        for line in block.lines
        if not (line.links or line.images) and len(line.text) <= 2 * len(name) and key(line.text) == key(name)
    }
