"""The facts of the event itself: labelled lines, the link to its page, the post's own title and date."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ..model.drafts import EventDraft, Found
from ..model.ids import is_explicit
from ..model.problems import Code, Problem
from ..model.time import Span, zone
from .dates import find_date, read_date
from .frontmatter import FrontMatter, as_texts
from .links import is_web, link_kind
from .outline import Line, Section
from .text import LONGEST_LINE, folded, plain
from .times import find_span, read_span
from .titles import event_name
from .words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

_LABEL = re.compile(r'[-+*・●◆■\s]{0,4}([^:：]{1,20}?)\s{0,3}[:：]\s{0,4}(?=\S)')
# A weekday, and the words around a time.
_FILLER = re.compile(
    r'[月火水木金土日](?:曜日?)?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}|から|より|開始|スタート|start|from|at',
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r'[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}\Z')
_HASHTAG = re.compile(r'[#＃]([^\s#＃,、。)）]{1,60})')

KEYS = frozenset(
    {
        'id', 'title', 'date', 'start', 'end', 'timezone', 'url', 'venue', 'hashtag', 'author', 'published',
        'source', 'lang', 'topics', 'talks', 'timetable',
    }
)  # fmt: skip
"""What ``meetup:`` in front matter may hold."""
FACT_CODES = {'date': Code.DATE, 'published': Code.DATE, 'start': Code.TIME, 'end': Code.TIME, 'id': Code.ID}
"""The kind of problem that an unreadable value of a fact is; any other fact's is its place's own."""


def labelled(line: Line) -> tuple[str, str] | None:
    """What a ``label: value`` line names (``date``, ``venue``, …) and its value."""
    if len(line.text) > LONGEST_LINE:
        return None
    match = _LABEL.match(line.text)
    if match is None:
        return None
    what = words().labels.get(folded(match[1]))
    return (what, line.text[match.end() :].strip()) if what else None


def from_lines(sections: Iterable[Section]) -> tuple[EventDraft, set[int], list[Problem]]:
    """The facts that labelled lines and links give, the lines that are wholly told by them, and the problems met.

    The first line that names a fact gives it. A line that says more than its facts (``19時から（受付18:30）``)
    is not among the told ones: the page goes on showing it.
    """
    draft = EventDraft()
    told: set[int] = set()
    problems: list[Problem] = []
    for line in _lines(sections):
        pair = labelled(line)
        if pair is None:
            link = next((link.url for link in line.links if link_kind(link.url) == 'event'), '')
            if link and draft.url is None:
                draft = replace(draft, url=Found(link, line.number, 'first link to an event page'))
            continue
        found = _fact(pair[0], pair[1], line)
        if found.problem is not None:
            problems.append(found.problem)
        elif (
            draft.over(found.draft) != draft and _nothing_left(pair[1], found.pieces) and _none_left(line, found.draft)
        ):
            told.add(line.number)
        draft = draft.over(found.draft)
    return draft, told, problems


def _nothing_left(value: str, pieces: Sequence[str]) -> bool:
    """Whether a value holds no word beyond the pieces that became facts and what usually stands between them."""
    rest = plain(value)
    for piece in pieces:
        rest = rest.replace(plain(piece), ' ', 1)
    return not any(char.isalnum() for char in _FILLER.sub(' ', rest))


def _none_left(line: Line, draft: EventDraft) -> bool:
    """Whether a line holds no picture, and no link but the one that became the event's address."""
    url = draft.url.value if draft.url else ''
    return not line.images and all(link.url == url for link in line.links)


def _lines(sections: Iterable[Section]) -> Iterator[Line]:
    for section in sections:
        for block in section.blocks:
            yield from block.lines
            for row in block.rows:
                texts = [cell.text for cell in row if cell.text]
                if len(texts) == 2:  # a table of facts: | 日時 | 2018/02/05 19:00 |
                    links = sum((cell.links for cell in row), ())
                    yield Line(f'{texts[0]}: {texts[1]}', row[0].number, links)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a labelled line gave: facts made of the pieces of its value, or a problem (or some of both)."""

    draft: EventDraft = field(default_factory=EventDraft)
    pieces: tuple[str, ...] = ()
    problem: Problem | None = None


def _fact(what: str, value: str, line: Line) -> _Told:
    rule = f'label "{line.text[: len(line.text) - len(value)].strip(" :：-*")}"'
    if what == 'date':
        return _date_and_time(value, line.number, rule)
    if what == 'start':
        span = find_span(value)
        if span is None or span.span is None:
            problem = Problem(Code.TIME, f'"{value[:80]}" is no time of day; write 19:00', line.number)
            return _Told(problem=problem)
        return _Told(_times(span.span, line.number, rule), (span.text,))
    if what == 'url' and line.links and is_web(line.links[0].url):
        link = line.links[0]
        return _Told(EventDraft(url=Found(link.url, line.number, rule)), (link.label or link.url,))
    if what == 'venue':
        pieces = () if line.links else (value,)
        return _Told(EventDraft(venue=Found(value, line.number, rule)), pieces)
    if what == 'hashtag' and (match := _HASHTAG.search(value)):
        return _Told(EventDraft(hashtag=Found(match[1], line.number, rule)), (match[0],))
    return _Told()


def _date_and_time(value: str, line: int, rule: str) -> _Told:
    text = plain(value)
    day = find_date(text)
    if day is None or day.date is None:
        shown = day.text if day else text[:80]
        problem = Problem(Code.DATE, f'"{shown}" is no date; write it as 2018-01-12 or 2018年1月12日', line)
        return _Told(problem=problem)
    draft = EventDraft(date=Found(day.date, line, rule))
    span = find_span(text, day.end)
    if span is None:
        return _Told(draft, (day.text,))
    if span.span is None:
        return _Told(draft, problem=Problem(Code.TIME, f'"{span.text}" is no time of day; write 19:00', line))
    return _Told(draft.over(_times(span.span, line, rule)), (day.text, span.text))


def _times(span: Span, line: int, rule: str) -> EventDraft:
    end = None if span.end is None else Found(span.end, line, rule)
    return EventDraft(start=Found(span.start, line, rule), end=end)


def is_language(text: str) -> bool:
    """Whether a text has the form of a language tag (BCP 47): it becomes an attribute of the page."""
    return bool(_LANGUAGE.match(text))


def from_front_matter(front: FrontMatter) -> tuple[EventDraft, list[Problem]]:
    """What a blog's own keys say: title, author, day of publication, tags. Other keys are ignored.

    The post's date is the publication's; :func:`post_date` gives it as a last resort for the event's.
    """

    def found(key: str, value: Any, rule: str) -> Any:
        return Found(value, front.lines.get(key, 1), rule) if value else None

    title = front.text('title')
    topics = tuple(dict.fromkeys(front.texts('tags') + front.texts('topics')))
    kept: dict[str, str] = {}
    problems: list[Problem] = []
    for key in ('lang', 'source'):
        try:
            kept[key] = fact_value(key, front.text(key)) if front.text(key) else ''
        except ValueError as error:
            kept[key] = ''
            problems.append(Problem(Code.FRONT_MATTER, f'{key}: {error}', front.lines.get(key, 1)))
    draft = EventDraft(
        title=found('title', event_name(title), 'front matter: title without its last word'),
        author=found('author', front.text('author'), 'front matter: author'),
        published=found('date', read_date(front.text('date')), 'front matter: date'),
        source=found('source', kept['source'], 'front matter: source'),
        lang=found('lang', kept['lang'], 'front matter: lang'),
        topics=found('tags', topics, 'front matter: tags'),
    )
    return draft, problems


def from_heading(heading: Line) -> EventDraft:
    """The event's name from the page's own H1."""
    return EventDraft(title=Found(event_name(heading.text), heading.number, 'heading without its last word'))


def post_date(draft: EventDraft) -> Found[date] | None:
    """The day of publication, standing in for the event's when nothing else tells it."""
    if draft.published is None:
        return None
    return Found(draft.published.value, draft.published.line, "front matter: the post's date, as nothing else tells it")


def from_meetup(front: FrontMatter) -> tuple[EventDraft, list[Problem]]:
    """What ``meetup:`` in front matter says. It overrides every other reading of the same fact."""
    given = front.values.get('meetup')
    line = front.lines.get('meetup', 1)
    if given is None:
        return EventDraft(), []
    if isinstance(given, str):
        if given.strip().casefold() in {'', 'true', 'yes', 'on'}:
            return EventDraft(), []
        message = (
            f'"meetup: {given[:40]}" says nothing; write "meetup: false" to leave the page alone, or keys below it'
        )
        return EventDraft(), [Problem(Code.FRONT_MATTER, message, line)]
    if not isinstance(given, dict):
        return EventDraft(), [
            Problem(Code.FRONT_MATTER, '"meetup" is a list; write keys below it, or "meetup: false"', line)
        ]
    problems = [
        Problem(
            Code.FRONT_MATTER,
            f'"meetup.{key}" is no fact of an event; {_nearest(key)}known are {", ".join(sorted(KEYS))}',
            front.lines.get(f'meetup.{key}', line),
        )
        for key in given
        if key not in KEYS
    ]
    draft = EventDraft()
    for key in sorted(KEYS - {'talks', 'timetable'}):
        if key not in given or _is_nothing(given[key]):
            continue
        where = front.lines.get(f'meetup.{key}', line)
        try:
            draft = replace(draft, **{key: Found(fact_value(key, given[key]), where, f'front matter: meetup.{key}')})
        except ValueError as error:
            problems.append(Problem(FACT_CODES.get(key, Code.FRONT_MATTER), f'meetup.{key}: {error}', where))
    return draft, problems


def _is_nothing(value: object) -> bool:
    """Whether there is no value: nothing behind the key, ``~`` or ``null``."""
    return isinstance(value, str) and not value.strip()


def _nearest(key: str) -> str:
    close = difflib.get_close_matches(key, sorted(KEYS), n=1)
    return f'did you mean "{close[0]}"? ' if close else ''


def fact_value(key: str, given: object) -> Any:
    """The value of an event's fact as front matter or an option of ``event`` gives it.

    :raises ValueError: with what to write instead.
    """
    if key == 'topics':
        return as_texts(given)
    if not isinstance(given, str) or not given.strip():
        raise ValueError('needs one value')
    value = given.strip()
    if key in {'date', 'published'}:
        day = read_date(value)
        if day is None:
            raise ValueError(f'"{value}" is no date; write it as 2018-01-12')
        return day
    if key in {'start', 'end'}:
        span = read_span(value)
        if span is None or span.end is not None:
            raise ValueError(f'"{value}" is no time of day; write it as 19:00')
        return span.start
    if key == 'timezone' and zone(value) is None:
        raise ValueError(f'"{value}" is no time zone; write a name such as Asia/Tokyo')
    if key == 'lang' and not is_language(value):
        raise ValueError(f'"{value[:40]}" is no language; write a tag such as ja, en or zh-TW')
    if key in {'url', 'source'} and not is_web(value):
        raise ValueError(f'"{value}" is no web address; write it from https:// on')
    if key == 'id' and not is_explicit(value):
        raise ValueError(f'"{value}" is no address; use lower-case words with - between')
    if key == 'hashtag':
        return value.lstrip('#＃')
    return value
