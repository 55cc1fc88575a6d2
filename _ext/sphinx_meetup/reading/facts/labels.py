"""Labelled facts: ``日時: …``, ``【会場】…``, a row of a table of facts, a heading or a line that is only a label."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...model.drafts import EventDraft, Found
from ...model.problems import Code, Problem
from ..dates import find_dates
from ..links import is_web, link_kind, says_more
from ..outline import Line
from ..tables import read_columns
from ..text import LONGEST_LINE, folded, plain
from ..words import words
from .about import About, lines_of, own_sections
from .clock import start_among

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ...model.time import Span
    from ..outline import Section

_BULLETS = r'[-+*・●◆◇■□◎○▼▽▶▪★☆\s]{0,6}'
_LABEL = re.compile(_BULLETS + r'([^:：]{1,20}?)\s{0,3}[:：]\s{0,4}(?=\S)')
# A label in brackets, or behind a square, needs no colon.
_MARKED = re.compile(
    _BULLETS + r'(?:[【\[［〔<＜]\s{0,2}([^】\]］〕>＞:：]{1,20}?)\s{0,2}[】\]］〕>＞]'
    r'|(?<=[■□●◆▼▪★])\s?([^\s:：]{1,14})\s)'
    r'\s{0,3}[:：]?\s{0,4}(?=\S)'
)
_SPACED = re.compile(_BULLETS + r'([^\s:：0-9]{1,14})[ 　\t]{1,8}(?=\S)')
_ALONE = ' \t　-+*・●◆◇■□◎○▼▽▶▪★☆【】[]［］〔〕<>＜＞:：'
# A weekday, and the words around a time.
_FILLER = re.compile(
    r'[月火水木金土日](?:曜日?)?|(?:周|星期)[一二三四五六日天]|[월화수목금토일]요일'
    r'|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}|から|より|まで|開始|スタート|start|from|at|开始|시작',
    re.IGNORECASE,
)
_HASHTAG = re.compile(r'[#＃]([^\s#＃,、。)）]{1,60})')
_PROSE = re.compile(r'[。!！?？]|[.]\s|[.]\Z')
_SHORT = 80
"""A place that stands below its label is no longer than this; else it is prose about the place."""

_OURS = frozenset({'date', 'start', 'url', 'venue', 'hashtag', 'name'})


def labelled(line: Line) -> tuple[str, str] | None:
    """What a ``label: value`` line names (``date``, ``venue``, …) and its value."""
    if len(line.text) > LONGEST_LINE:
        return None
    match = _LABEL.match(line.text)
    if match is None:
        return None
    what = words().labels.get(folded(match[1]))
    return (what, line.text[match.end() :].strip()) if what else None


def _what(label: str) -> str:
    """The fact of an event that a label names, '' for none."""
    name = folded(label)
    what = words().labels.get(name) or words().event_labels.get(name, '')
    return what if what in _OURS else ''


def _pair(line: Line) -> tuple[str, str] | None:
    """The fact that a line's label names and the value behind it; the value is '' when the label stands alone."""
    text = line.text
    if not text or len(text) > LONGEST_LINE:
        return None
    for form in (_LABEL, _MARKED):
        match = form.match(text)
        what = _what(next(filter(None, match.groups()), '')) if match else ''
        if match and what:
            return what, text[match.end() :].strip()
    if len(text) <= 24 and (what := _what(text.strip(_ALONE))):
        return what, ''
    match = _SPACED.match(text)
    if match and (what := _what(match[1])) in {'date', 'url'}:
        value = text[match.end() :].strip()
        begins = [found.begin < 3 for found in find_dates(plain(value)[:60])][:1]
        if (what == 'date' and begins == [True]) or (what == 'url' and value.startswith('http')):
            return what, value
    return None


def from_lines(sections: Iterable[Section], about: About | None = None) -> tuple[EventDraft, set[int], list[Problem]]:
    """The facts that labels give, the lines that are wholly told by them, and the problems met.

    The first line that names a fact gives it. A line that says more than its facts (``19時から（受付18:30）``)
    is not among the told ones: the page goes on showing it.
    """
    about = about or About()
    draft = EventDraft()
    told: set[int] = set()
    problems: list[Problem] = []
    sections = list(sections)
    lines = [line for line in _lines(sections) if line.number >= about.first]
    at_head = {line.number for section in sections if not section.level for line in lines_of(section)}
    for place, line in enumerate(lines):
        pair = _pair(line) or (_titled(line) if line.number in at_head else None)
        if pair is None:
            continue
        what, value = pair
        holder, label = line, _label(line.text, value)
        if not value and line.links:
            if what != 'url' or link_kind(line.links[0].url) != 'event':
                continue  # `[website](…)`: the words on a link, and of what is not said
            value = line.text
        elif not value:
            below = lines[place + 1] if place + 1 < len(lines) else None
            if below is None or _pair(below) is not None or not _can_be(what, below):
                continue
            holder, value = below, below.text.strip(' 　-*・:：')
        found = _fact(what, value, holder, f'label "{label}"', about)
        if draft.date and found.draft.date and draft.date.value != found.draft.date.value:
            continue  # another day is another event's, or a session's: so is the time beside it
        if found.problem is not None:
            if folded(label) in words().labels:  # `Time: soon` may be about anything
                problems.append(found.problem)
        elif (
            draft.over(found.draft) != draft and _nothing_left(value, found.pieces) and _none_left(holder, found.draft)
        ):
            told |= {line.number, holder.number}
        draft = draft.over(found.draft)
    return draft, told, problems


def _titled(line: Line) -> tuple[str, str] | None:
    """The event's name behind a label that below a heading would name a talk (``タイトル: …``)."""
    pair = labelled(line)
    return ('name', pair[1]) if pair is not None and pair[0] == 'title' and pair[1] else None


def _label(text: str, value: str) -> str:
    return (text[: len(text) - len(value)] if value else text).strip(_ALONE)


def _can_be(what: str, below: Line) -> bool:
    """Whether the line below a label that stands alone is its value, and not prose."""
    text = below.text
    if what == 'date':
        return any(found.begin < 12 for found in find_dates(plain(text[:_SHORT])))
    if what == 'url':
        return any(link_kind(link.url) == 'event' for link in below.links)
    if what == 'venue':
        return 0 < len(text) <= _SHORT and not _PROSE.search(text) and not below.images
    return what == 'hashtag' and text.startswith(('#', '＃'))


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
    for section in own_sections(sections):
        if section.level:
            yield section.heading
        for block in section.blocks:
            yield from block.lines
            timetable = bool(block.rows) and read_columns([cell.text for cell in block.rows[0]]) is not None
            for row in block.rows if not timetable else ():
                cells = [cell for cell in row if cell.text]
                if len(cells) == 2 and len(cells[0].text) <= 24:  # a table of facts: | 日時 | 2018/02/05 19:00 |
                    links = sum((cell.links for cell in row), ())
                    yield Line(f'{cells[0].text.rstrip(":：")}: {cells[1].text}', row[0].number, links)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a labelled line gave: facts made of the pieces of its value, or a problem (or some of both)."""

    draft: EventDraft = field(default_factory=EventDraft)
    pieces: tuple[str, ...] = ()
    problem: Problem | None = None


def _fact(what: str, value: str, line: Line, rule: str, about: About) -> _Told:
    if what == 'date':
        return _date_and_time(value, line.number, rule, about)
    if what == 'start':
        found = start_among(plain(value))
        if found is None or found.span is None:
            problem = Problem(Code.TIME, f'"{value[:80]}" is no time of day; write 19:00', line.number)
            return _Told(problem=problem)
        return _Told(_times(found.span, line.number, rule), (found.text,))
    if what in {'url', 'name'}:
        return _address_or_name(what, value, line, rule)
    if what == 'venue':
        pieces = () if line.links else (value,)
        return _Told(EventDraft(venue=Found(value, line.number, rule)), pieces)
    if what == 'hashtag' and (match := _HASHTAG.search(value)):
        return _Told(EventDraft(hashtag=Found(match[1], line.number, rule)), (match[0],))
    return _Told()


def _address_or_name(what: str, value: str, line: Line, rule: str) -> _Told:
    """``Event:`` may stand before the event's page, before its name, or before its name as a link."""
    draft = EventDraft()
    pieces: tuple[str, ...] = ()
    link = next((link for link in line.links if is_web(link.url)), None)
    if link is not None and (what == 'url' or link_kind(link.url) == 'event'):
        if link_kind(link.url) in {'slides', 'video'}:
            return _Told()
        draft = EventDraft(url=Found(link.url, line.number, rule))
        pieces = (link.label or link.url,)
    if what == 'name' or folded(_label(line.text, value)) in {'event', 'イベント'}:
        name = value if link is None else link.label
        if len(name) <= 200 and says_more(name):
            draft = draft.over(EventDraft(title=Found(name, line.number, rule)))
            pieces = pieces or (name,)
    return _Told(draft, pieces)


def _date_and_time(value: str, line: int, rule: str, about: About) -> _Told:
    text = plain(value)
    days = find_dates(text)
    found = next((day for day in days if about.day(day)), None)
    if found is None:
        if not days and (start := start_among(text)) is not None and start.span is not None:
            return _Told(_times(start.span, line, rule), (start.text,))
        shown = days[0].text if days else text[:80]
        reason = 'has no year' if days and days[0].yearless else 'is no date'
        problem = Problem(Code.DATE, f'"{shown}" {reason}; write it as 2018-01-12 or 2018年1月12日', line)
        return _Told(problem=problem)
    day = about.day(found)
    if day is None:
        return _Told()
    draft = EventDraft(date=Found(day, line, rule, 'likely' if found.yearless else 'sure'))
    start = start_among(text, found.end) or start_among(text[: found.begin])
    if start is None:
        return _Told(draft, (found.text,))
    if start.span is None:
        return _Told(draft, problem=Problem(Code.TIME, f'"{start.text}" is no time of day; write 19:00', line))
    return _Told(draft.over(_times(start.span, line, rule)), (found.text, start.text))


def _times(span: Span, line: int, rule: str) -> EventDraft:
    end = None if span.end is None else Found(span.end, line, rule)
    return EventDraft(start=Found(span.start, line, rule), end=end)
