"""The event's day where no label gives it: what the title, the first sentences, the path and front matter say.

Each place proposes days with a weight; the heaviest wins. A sentence weighs more when it says that something
was held or visited, when it names the event and when it stands at the beginning; less when it speaks of the
next meetup, a deadline or a recap, and when its weekday is another.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...model.drafts import Certainty, EventDraft, Found
from ..dates import DateReading, find_dates
from ..text import LONGEST_LINE, plain
from .about import About, own_sections
from .clock import start_among

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..frontmatter import FrontMatter
    from ..outline import Block, Section

_HELD = re.compile(
    r'開催|行われ|行なわれ|おこなわれ|開かれ|催され|実施|でした|\bheld\b|took place|takes? place|happened|was on\b'
    r'|열린|열렸|개최|진행|举办|舉辦|举行|舉行|召开|举办了',
    re.IGNORECASE,
)
_WENT = re.compile(
    r'行って|行った|行き|いってき|参加|登壇|発表し|参戦|お邪魔|話して|話し|しゃべ|喋|出席|聴講|見学|遊びに'
    r'|\battended|\bwent\b|\bvisited|\bspoke\b|\bjoined|gave a talk|was at\b|참석|참가|참여|다녀|去了|參加|参与|报名',
    re.IGNORECASE,
)
_OTHER = re.compile(
    r'次回|次は|次の|来月|来週|来年|再来|締切|締め切り|〆切|期限|誕生日|生まれ|リリース|公開|更新|追記|(?:応募|募集|申込|申し込み)(?:開始|中|締|期限|は)|前回|昨年|去年|先月'
    r'|報告会|振り返|ふりかえ|設立|創業|創刊|発売|予約|入社'
    r'|転職|時点|以来|に始ま|撮影|引用'
    r'|\brecap|re:cap|deadline|birthday|\bborn\b|released?\b|founded|\bsince\b|\bnext\b|previous'
    r'|last (?:year|time|month)'
    r'|updated?\b|published|posted|register by|early bird|\bcfp\b'
    r'|다음|지난|출시|마감|下次|下一|上次|截止|发布',
    re.IGNORECASE,
)
_SENTENCE = re.compile(r'[。！？!?]|(?<=[a-z)\]])\.[ ]|다\.[ ]')
_DESCRIPTIONS = ('description', 'summary', 'excerpt', 'subtitle', 'abstract', 'lead', 'comment')

_LINES = 30
"""So many lines of the beginning may say when the event was."""
_LEAST = 2.0
"""A sentence of less weight may speak of anything."""
_SURE = 3.5
_LONG_AFTER = dt.timedelta(days=400)
"""So long after the event nobody writes his report; an older date is somebody else's."""
_AFTER = dt.timedelta(days=60)
"""Most reports are written sooner."""
_ONE_EVENT = dt.timedelta(days=10)
"""Days further apart than this are those of several events."""
_LONG_BEFORE = dt.timedelta(days=14)

_PATH, _POST, _HEADING, _TITLE = 1.8, 2.0, 2.2, 3.0


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A day, how much speaks for it, where it was read, and the time of day in the same sentence."""

    day: dt.date
    weight: float
    found: Found[dt.date]
    start: Found[int] | None = None


def event_date(
    sections: Iterable[Section], about: About, front: FrontMatter, published: Found[dt.date] | None
) -> EventDraft:
    """The event's day, and its start where the same sentence gives it.

    :param sections: those that may speak of the event as a whole.
    :param published: the day of publication, which stands in for the event's when nothing else tells it.
    """
    candidates = [*_from_title(about, front), *_from_descriptions(about, front), *_from_sections(sections, about)]
    if about.path.day:
        candidates.append(_told(about.path.day, _PATH, 0, "the file's path", 'likely'))
    if published:
        rule = "front matter: the post's date, as nothing else tells it"
        candidates.append(_told(published.value, _POST, published.line, rule, 'doubtful'))
    best = max((_settled(one, candidates, about) for one in candidates), key=lambda one: one.weight, default=None)
    if best is None or best.weight <= 0:
        return EventDraft()
    return EventDraft(date=best.found, start=best.start)


def _told(day: dt.date, weight: float, line: int, rule: str, certainty: Certainty) -> _Candidate:
    return _Candidate(day, weight, Found(day, line, rule, certainty))


def _settled(one: _Candidate, every: Sequence[_Candidate], about: About) -> _Candidate:
    """A candidate with what other places say of its day."""
    weight = one.weight
    places = {other.found.rule for other in every if other.day == one.day}
    weight += 0.5 * min(len(places) - 1, 2)
    known = about.known_day
    if known and one.day < known - _AFTER:
        weight -= 3 if one.day < known - _LONG_AFTER else 1.5
    if about.published and one.day > about.published + _LONG_BEFORE:
        weight -= 2
    certainty = one.found.certainty
    if certainty == 'doubtful' and len(places) > 1:
        certainty = 'likely'
    return replace(one, weight=weight, found=replace(one.found, certainty=certainty))


def _from_title(about: About, front: FrontMatter) -> Iterator[_Candidate]:
    line = front.line('title')
    for found in find_dates(plain(about.title[:300]))[:3]:
        day = about.day(found)
        if day:
            yield _told(day, _TITLE - 0.5 * found.yearless, line, 'the title', 'likely' if found.yearless else 'sure')


def _from_descriptions(about: About, front: FrontMatter) -> Iterator[_Candidate]:
    for key in _DESCRIPTIONS:
        if text := front.text(key):
            lines = [(plain(text[:LONGEST_LINE]), front.line(key))]
            yield from _from_text(lines, about, f'front matter: {front.key(key)}', 0)


def _from_sections(sections: Iterable[Section], about: About) -> Iterator[_Candidate]:
    count = 0
    for section in own_sections(sections):
        if section.level and section.heading.number >= about.first:
            for found in find_dates(plain(section.title[:300]))[:1]:
                day = about.day(found)
                if day:
                    weight = _HEADING - 0.5 * found.yearless + _weekday(found, day)
                    yield _told(day, weight, section.heading.number, 'a heading', 'likely')
        for block in section.blocks:
            lines = _block_lines(block, about.first)[: _LINES - count]
            # The lines of a paragraph may be one sentence; items and cells are each their own.
            for part in [lines] if block.kind == 'paragraph' else [[line] for line in lines]:
                yield from _from_text(part, about, 'a sentence at the beginning', count)
                count += len(part)
            if count >= _LINES:
                return


def _block_lines(block: Block, first: int) -> list[tuple[str, int]]:
    cells = [cell for row in block.rows for cell in row]
    return [
        (plain(line.text), line.number)
        for line in (*block.lines, *cells)
        if line.number >= first and 0 < len(line.text) <= LONGEST_LINE
    ]


def _from_text(lines: Sequence[tuple[str, int]], about: About, rule: str, before: int) -> Iterator[_Candidate]:
    """The days of a paragraph's sentences; a sentence may go on over the ends of lines.

    :param before: so many lines stand before it.
    """
    text = ' '.join(line for line, _ in lines)
    begin = 0
    for end in [*(match.end() for match in _SENTENCE.finditer(text)), len(text)]:
        sentence = text[begin:end]
        days = [(found, day) for found in find_dates(sentence)[:4] if (day := about.day(found)) is not None]
        history = bool(days) and max(day for _, day in days) - min(day for _, day in days) > _ONE_EVENT
        for found, day in days:
            line, place = _line_at(lines, begin + found.begin)
            weight = _weight(sentence, found, about) + _weekday(found, day) + (0.5 if before + place < 4 else 0)
            weight -= 3 * history  # one sentence, many occasions: it tells of earlier ones
            if weight < _LEAST:
                continue
            certainty: Certainty = 'likely' if weight >= _SURE else 'doubtful'
            told = _told(day, weight - 0.01 * (before + place), line, rule, certainty)
            span = start_among(sentence, found.end)
            if span is not None and span.span is not None and span.begin - found.end <= 12:
                told = replace(told, start=Found(span.span.start, line, rule, 'likely'))
            yield told
        begin = end


def _line_at(lines: Sequence[tuple[str, int]], offset: int) -> tuple[int, int]:
    for place, (text, number) in enumerate(lines):
        if offset <= len(text):
            return number, place
        offset -= len(text) + 1
    return (lines[-1][1], len(lines) - 1) if lines else (0, 0)


def _weight(sentence: str, found: DateReading, about: About) -> float:
    rest = about.without_name(sentence.replace(found.text, ' ', 1))
    held, went = bool(_HELD.search(rest)), bool(_WENT.search(rest))
    named = about.named_in(sentence)
    weight = 1.0 - 0.3 * found.yearless
    if named:
        weight += 1.5
    if went:
        weight += 1.5
    if held:
        weight += 1.0 if named or went else 0.8
    if _OTHER.search(rest):
        weight -= 3
    if '/' in found.text and found.yearless and found.weekday is None and not (named or went or held):
        weight -= 1  # a fraction looks the same
    if sum(map(str.isalnum, rest)) <= 14:
        weight += 1.5  # the line is a date and hardly more
    return weight


def _weekday(found: DateReading, day: dt.date) -> float:
    agrees = found.agrees(day)
    return 0.0 if agrees is None else (0.5 if agrees else -2.0)
