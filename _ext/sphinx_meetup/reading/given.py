"""The talks and rows that ``meetup:`` in front matter gives: exactly these, whatever the text says."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from ..model.drafts import SlotDraft, TalkDraft
from ..model.problems import Code, Problem
from ..model.records import Link, Person, SlotKind
from .choose import Candidate, Choice, Chooser, Left
from .explicit import web_links
from .frontmatter import FrontMatter, as_texts
from .links import bare_urls, is_web, link_kind
from .listed import listed_talks
from .people import people
from .rows import read_row
from .text import key
from .times import read_span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from .links import LinkKind
    from .programme import Programme

TALK_KEYS = ('title', 'heading', 'nth', 'speakers', 'slides', 'video', 'topics', 'slot', 'kind', 'id')
"""What an item of ``meetup.talks`` may hold."""
ROW_KEYS = ('start', 'end', 'minutes', 'title', 'speakers', 'kind', 'slides', 'video', 'links', 'note')
"""What an item of ``meetup.timetable`` may hold."""
_PERSON_KEYS = ('name', 'handle', 'affiliation', 'links')
_LINK_KEYS = ('url', 'label')
_KINDS: dict[str, SlotKind] = {'talk': 'talk', 'break': 'break', 'other': 'other'}

_T = TypeVar('_T')
_KEY = '\0'
"""Before a name without its typography, so that it is taken for no name as written."""
_TALKS = 'meetup.talks'
_ROWS = 'meetup.timetable'


@dataclass(frozen=True, slots=True)
class GivenTalks:
    """The talks that front matter lists.

    :param choice: those that have a heading, and the headings that were left alone.
    :param listed: those without one: a line of a table or list, or a row of the timetable.
    :param used: the lines of lists that tell nothing but a talk that was given.
    :param tables: the first lines of tables that became talks whole.
    """

    choice: Choice
    listed: tuple[TalkDraft, ...] = ()
    used: frozenset[int] = frozenset()
    tables: frozenset[int] = frozenset()


@dataclass
class _Item:
    """One item of a list in front matter, and what was wrong with it."""

    what: str
    values: Mapping[str, Any]
    line: int
    problems: list[Problem] = field(default_factory=list)

    def say(self, message: str) -> None:
        self.problems.append(Problem(Code.FRONT_MATTER, f'{self.what}: {message}', self.line))

    def only(self, known: Sequence[str], whose: str, values: Mapping[str, Any] | None = None) -> None:
        for name in self.values if values is None else values:
            if name not in known:
                self.say(f'"{name}" is no fact of {whose}; known are {", ".join(known)}')

    def text(self, name: str) -> str:
        value = self.values.get(name)
        return value.strip() if isinstance(value, str) else ''

    def people(self) -> tuple[Person, ...]:
        """``speakers``: texts as in a report, or mappings that are taken at their word."""
        found: list[Person] = []
        for one in _as_list(self.values.get('speakers')):
            if isinstance(one, str):
                found += people(one)
            elif isinstance(one, dict):
                self.only(_PERSON_KEYS, 'a person', one)
                name, handle, affiliation = (_text(one, part) for part in _PERSON_KEYS[:3])
                links = tuple(url for url in as_texts(one.get('links')) if is_web(url))
                if name or handle:
                    found.append(Person(name, handle.removeprefix('@'), affiliation, links))
                else:
                    self.say('a speaker needs a name or a handle')
            else:
                self.say('speakers are names, or mappings with name, handle, affiliation and links')
        return tuple(found)

    def links(self, name: str) -> tuple[Link, ...]:
        """Addresses, or mappings with an address and the words on it."""
        given = self.values.get(name)
        found: list[Link] = []
        for one in as_texts(given) if isinstance(given, str) else _as_list(given):
            values = one if isinstance(one, dict) else {'url': one}
            self.only(_LINK_KEYS, 'a link', values)
            links, wrong = web_links(f'{self.what}: {name}', [_text(values, 'url')], self.line, Code.FRONT_MATTER)
            self.problems += wrong
            found += [Link(link.url, _text(values, 'label')) for link in links]
        return tuple(found)

    def minutes(self, name: str) -> int | None:
        """A time of day."""
        given = self.text(name)
        span = read_span(given) if given else None
        if given and (span is None or span.end is not None):
            self.problems.append(
                Problem(Code.TIME, f'{self.what}: {name}: "{given}" is no time of day; write it as 19:00', self.line)
            )
        return span.start if span is not None and span.end is None else None


def _as_list(value: object) -> list[Any]:
    if isinstance(value, list):
        return value
    return [] if value is None or value == '' else [value]


def _text(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name)
    return value.strip() if isinstance(value, str) else ''


def _line(front: FrontMatter, what: str, place: int) -> int:
    """The line of an item; that of the nearest key above where the form of front matter tells no more."""
    found = (front.lines.get(name) for name in (f'{what}.{place}', what, 'meetup'))
    return next((line for line in found if line is not None), 1)


# -- rows ----------------------------------------------------------------------------------------------------


def given_rows(front: FrontMatter, given: object) -> tuple[list[SlotDraft], list[Problem]]:
    """The rows that front matter gives, in its order.

    :param given: the value of ``meetup.timetable``: texts as in a report (a list, or one text of lines), or mappings
        that are taken at their word.
    """
    slots: list[SlotDraft] = []
    problems: list[Problem] = []
    rows = given.split('\n') if isinstance(given, str) else _as_list(given)
    for place, row in enumerate(rows):
        line = _line(front, _ROWS, place)
        if isinstance(row, dict):
            item = _Item(_ROWS, row, line)
            slot = _row(item)
            slots += [slot] if slot else []
            problems += item.problems
        elif isinstance(row, str) and row.strip():
            read = read_given_row(row.strip(), line)
            if isinstance(read, Problem):
                problems.append(read)
            else:
                slots.append(read)
        elif not isinstance(row, str):
            problems.append(Problem(Code.ROW, f'{_ROWS}: a row is a text or a mapping with start and title', line))
    return slots, problems


def read_given_row(row: str, line: int) -> SlotDraft | Problem:
    """A row of front matter that is written as in a report."""
    found = read_row(row, line, [Link(bare.url) for bare in bare_urls(row)])
    if found is not None and found.slot is not None:
        return replace(found.slot, rule=f'front matter: {_ROWS}', certainty='given')
    message = f'"{row}" begins with no time; write "19:05-19:20 - speaker, title"'
    return (found.problem if found else None) or Problem(Code.ROW, message, line)


def _row(item: _Item) -> SlotDraft | None:
    item.only(ROW_KEYS, 'a row')
    start = item.minutes('start')
    speakers = item.people()
    if start is None:
        if not item.text('start'):
            item.say('a row needs its start, such as "start: 19:05"')
        return None
    if not item.text('title') and not speakers:
        item.say('a row needs a title')
        return None
    length = item.text('minutes')
    if length and not (length.isascii() and length.isdigit() and len(length) < 4):
        item.say(f'minutes: "{length}" is no number of minutes')
        length = ''
    kind = item.text('kind').casefold()
    if kind and kind not in _KINDS:
        item.say(f'kind: "{kind}" is none of {", ".join(_KINDS)}')
    return SlotDraft(
        start=start,
        end=item.minutes('end'),
        title=item.text('title'),
        people=speakers,
        stated=int(length) if length else None,
        kind=_KINDS.get(kind),
        links=(*_of_kind(item, 'slides'), *_of_kind(item, 'video'), *item.links('links')),
        note=item.text('note'),
        line=item.line,
        rule=f'front matter: {_ROWS}',
        certainty='given',
    )


def _of_kind(item: _Item, kind: LinkKind) -> list[Link]:
    """A row's slides or videos: where the host does not say what they are, the word on the link does."""
    return [link if link.label or link_kind(link.url) == kind else Link(link.url, kind) for link in item.links(kind)]


# -- talks ---------------------------------------------------------------------------------------------------


def choose_given(chooser: Chooser, front: FrontMatter, given: object, rows: Programme) -> GivenTalks:
    """Exactly the talks that front matter lists, each with its heading; what it says of one wins.

    :param given: the value of ``meetup.talks``: titles, or mappings with a ``title``.
    :param rows: the titles of the timetable's rows: a talk may be one of them, without a heading.
    """
    chooser.choose()
    choosing = _Choosing(chooser, rows)
    problems: list[Problem] = []
    if not isinstance(given, list):
        message = f'{_TALKS} is no list; write one "- title" a line below it, or []'
        problems.append(Problem(Code.FRONT_MATTER, message, front.lines.get(_TALKS, 1)))
        given = []
    for place, one in enumerate(given):
        item = _Item(_TALKS, one if isinstance(one, dict) else {'title': one}, _line(front, _TALKS, place))
        choosing.take(item)
        problems += item.problems
    return choosing.result(problems)


def _index(several: Iterable[_T], names: Callable[[_T], Sequence[str]]) -> dict[str, list[_T]]:
    """What has a name, by the name as written and by what is left of it without its typography."""
    found: dict[str, list[_T]] = {}
    for one in several:
        for name in dict.fromkeys(names(one)):
            found.setdefault(name, []).append(one)
            if (same := _KEY + key(name)) != _KEY:
                held = found.setdefault(same, [])
                held += [one] if one not in held[-1:] else []
    return found


class _Choosing:
    """The headings and lines that talks can have, and those that have been given away."""

    def __init__(self, chooser: Chooser, rows: Programme) -> None:
        self.chooser = chooser
        self.rows = rows
        self.candidates = [chooser.candidate(place) for place in chooser.signs]
        self.chosen: dict[int, Candidate] = {}
        self.listed: list[TalkDraft] = []
        self.lines = listed_talks(chooser.tree)
        self.given_away: set[int] = set()
        self.by_heading = _index(self.candidates, lambda one: [one.signs.heading])
        self.by_title = _index(self.candidates, lambda one: [one.signs.title, one.talk.title])
        self.by_line = _index(range(len(self.lines.talks)), lambda place: [self.lines.talks[place].title])

    def take(self, item: _Item) -> None:
        """Find the place of a talk and put what is said of it over what was read there."""
        item.only(TALK_KEYS, 'a talk')
        heading = item.text('heading')
        named = heading or item.text('title')
        if not named:
            item.say('a talk needs a title, or the words of its heading')
            return
        none = 'heading' in item.values and not heading
        found = [] if none else self._headings(named, exactly=bool(heading))
        if nth := item.text('nth'):
            place = int(nth) - 1 if nth.isascii() and nth.isdigit() and len(nth) < 5 else -1
            found = found[place : place + 1] if place >= 0 else []
        free = next((candidate for candidate in found if candidate.place not in self.chosen), None)
        if free is not None:
            talk = replace(free.talk, title=item.text('title') or free.talk.title) if heading else free.talk
            self.chosen[free.place] = replace(free, talk=_overridden(talk, item))
        elif found:
            item.say(f'"{named}" is listed twice; keep one of them')
        elif not heading and (draft := self._line(named, item)) is not None:
            self.listed.append(_overridden(draft, item))
        else:
            as_what = 'heading' if heading else 'title'
            item.say(f'no heading is called "{named}"; write the heading\'s own words as {as_what}')

    def _headings(self, name: str, *, exactly: bool) -> list[Candidate]:
        """The headings of that name: by their own words, else by the title in them, else but for typography."""
        forms = [self.by_heading.get(name), None if exactly else self.by_title.get(name)]
        if same := key(name):
            forms += [self.by_heading.get(_KEY + same), None if exactly else self.by_title.get(_KEY + same)]
        return next((found for found in forms if found), [])

    def _line(self, title: str, item: _Item) -> TalkDraft | None:
        """The line of a table or list that tells of the talk, else a row of the timetable."""
        for name in (title, _KEY + key(title)):
            for place in self.by_line.get(name, ()):
                if place not in self.given_away:
                    self.given_away.add(place)
                    return replace(self.lines.talks[place], title=title)
        if self.rows.has(title) or self.chooser.announced.has(title):
            return TalkDraft(title=title, listed=True, line=item.line)
        return None

    def result(self, problems: Sequence[Problem]) -> GivenTalks:
        left = [
            Left(one.signs.heading, one.talk.line, 'front matter does not list it')
            for one in self.candidates
            if one.place not in self.chosen
        ]
        chosen = tuple(self.chosen[place] for place in sorted(self.chosen))
        return GivenTalks(
            choice=Choice(chosen, tuple(left), tuple(problems)),
            listed=tuple(self.listed),
            used=self.lines.used & {talk.line for talk in self.listed},
            tables=self.lines.tables if len(self.given_away) == len(self.lines.talks) else frozenset(),
        )


def _overridden(talk: TalkDraft, item: _Item) -> TalkDraft:
    values = item.values
    return replace(
        talk,
        people=item.people() if 'speakers' in values else talk.people,
        slides=item.links('slides') if 'slides' in values else talk.slides,
        videos=item.links('video') if 'video' in values else talk.videos,
        topics=as_texts(values['topics']) if 'topics' in values else talk.topics,
        slot=item.text('slot') or talk.slot,
        kind=(item.text('kind') or talk.kind).casefold(),
        id=item.text('id') or talk.id,
        rule=f'front matter: {_TALKS}',
        certainty='given',
    )
