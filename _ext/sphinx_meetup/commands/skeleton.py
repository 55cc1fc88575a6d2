"""The text of a new report: the plain form, with examples in comments, that reads back as it was entered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..reading.facts import fact_value
from ..reading.markdown import without_control
from ..reading.names import event_name
from ..reading.text import spaced
from .read import understand

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

LANGUAGES = ('ja', 'en')

_MARKS = re.compile(r'([\\`*_\[\]<>&|~{}$])')
_BODY = {
    'ja': {
        'title': '{} レポート',
        'about': '概要',
        'date': '日時: {}',
        'url': 'URL: {}',
        'venue': '会場: {}',
        'hashtag': 'ハッシュタグ: #{}',
        'rest': """\
## タイムテーブル

<!-- 一行に一つ、時刻から書きます。例:

19:00-19:05 - 主催者, オープニング (5min)

19:05-19:20 - 登壇者の名前, 発表の題 (15min)

-->

<!-- 発表ごとに、題を見出しにし、その下に登壇者、資料、メモを書きます。例:

## 発表の題

@account

https://speakerdeck.com/account/slides

* 聞いたこと

-->
""",
    },
    'en': {
        'title': '{} Report',
        'about': 'Overview',
        'date': 'Date: {}',
        'url': 'URL: {}',
        'venue': 'Venue: {}',
        'hashtag': 'Hashtag: #{}',
        'rest': """\
## Timetable

<!-- One row a line, its time first, such as:

19:00-19:05 - The organisers, Opening (5min)

19:05-19:20 - Name of the speaker, Title of the talk (15min)

-->

<!-- One heading a talk, with its speaker, slides and notes below, such as:

## Title of the talk

@account

https://speakerdeck.com/account/slides

* What was said

-->
""",
    },
}


class UnwritableError(Exception):
    """A fact that is missing or cannot be read, in words for the author."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """The facts of the event as entered; '' or None where nothing was."""

    title: str
    date: dt.date
    start: int | None = None
    url: str = ''
    venue: str = ''
    hashtag: str = ''
    author: str = ''
    lang: str = 'ja'

    @classmethod
    def read(cls, given: Mapping[str, str], lang: str) -> Entered:
        """The facts out of texts.

        :raises UnwritableError: when one is no date, time, address or name.
        """
        for name, text in given.items():
            problem = cls.problem(name, text) if text.strip() else ''
            if problem:
                raise UnwritableError(problem)
        values: dict[str, Any] = {name: fact_value(name, spaced(text)) for name, text in given.items() if text.strip()}
        return cls(**values, lang=lang)

    @staticmethod
    def problem(name: str, text: str) -> str:
        """Why a text cannot be a fact's value; '' when it can."""
        if without_control(text)[1]:
            return f'{name}: control characters cannot be written; delete them'
        try:
            fact_value(name, spaced(text))
        except ValueError as error:
            return f'{name}: {error}'
        return ''

    def facts(self) -> dict[str, Any]:
        """What reading the report must give: every fact that was entered, no other."""
        values = {name: getattr(self, name) for name in _FACTS}
        return {name: value for name, value in values.items() if value not in {None, ''}}


_FACTS = ('title', 'date', 'start', 'url', 'venue', 'hashtag', 'author', 'lang')


def report(entered: Entered) -> str:
    """The text of the report.

    A fact that its line would not give back as entered (a venue called ``TBD: 5F``) goes below ``meetup:``
    in front matter, which is taken at its word.

    :raises UnwritableError: for a fact that no form gives back.
    """
    text = _written(entered, frozenset())
    lost = _lost(entered, text)
    if lost:
        text = _written(entered, frozenset(lost))
        lost = _lost(entered, text)
    if lost:
        raise UnwritableError(
            f'{", ".join(sorted(lost))}: cannot be written so that it reads the same; use plainer words'
        )
    return text


def _lost(entered: Entered, text: str) -> set[str]:
    """The facts that reading the text does not give back, or that it gives though nobody entered them."""
    understood = understand(text.encode(), 'Asia/Tokyo')
    event = understood.assembled.event
    wanted = entered.facts()
    found = {name: getattr(event, name) for name in _FACTS}
    lost = {name for name in _FACTS if found[name] != wanted.get(name, '' if isinstance(found[name], str) else None)}
    return set(wanted) if understood.problems and not lost else lost


def _written(entered: Entered, overridden: frozenset[str]) -> str:
    words = _BODY[entered.lang]
    if event_name(entered.title) != entered.title:  # "… Report" is an event's own name here: no second "Report"
        overridden |= {'title'}
    title = entered.title if 'title' in overridden else words['title'].format(entered.title)
    head = [f'title: {_quoted(title)}']
    if entered.author:
        head.append(f'author: {_quoted(entered.author)}')
    head.append(f'lang: {entered.lang}')
    facts = {name: value for name, value in entered.facts().items() if name in overridden}
    if facts:
        head.append('meetup:')
        head += [f'  {name}: {_quoted(_plain(name, value))}' for name, value in facts.items()]
    lines = [line for line in _lines(entered, words, overridden) if line]
    return '\n'.join(
        [
            '---',
            *head,
            '---',
            '',
            f'## {words["about"]}',
            '',
            *(part for line in lines for part in (line, '')),
            words['rest'],
        ]
    )


def _lines(entered: Entered, words: Mapping[str, str], overridden: frozenset[str]) -> Iterable[str]:
    start = None if 'start' in overridden else entered.start
    if 'date' not in overridden:
        yield words['date'].format(_day(entered.date, entered.lang) + _time(start, entered.lang))
    if entered.url and 'url' not in overridden:
        yield words['url'].format(entered.url)
    if entered.venue and 'venue' not in overridden:
        yield words['venue'].format(_MARKS.sub(r'\\\1', entered.venue))
    if entered.hashtag and 'hashtag' not in overridden:
        yield words['hashtag'].format(_MARKS.sub(r'\\\1', entered.hashtag))


def _day(day: dt.date, lang: str) -> str:
    return f'{day.year:04}年{day.month}月{day.day}日' if lang == 'ja' else day.isoformat()


def _time(start: int | None, lang: str) -> str:
    if start is None:
        return ''
    return f' {_hours(start)}から' if lang == 'ja' else f' {_hours(start)}'


def _hours(minutes: int) -> str:
    return f'{minutes // 60:02}:{minutes % 60:02}'


def _plain(name: str, value: Any) -> str:
    return _hours(value) if name == 'start' else str(value)


def _quoted(text: str) -> str:
    """The text as a YAML scalar that means nothing but itself."""
    return "'" + text.replace("'", "''") + "'"
