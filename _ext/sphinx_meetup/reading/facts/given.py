"""What ``meetup:`` in front matter gives; it overrides every other reading of the same fact."""

from __future__ import annotations

import difflib
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ...model.drafts import EventDraft, Found
from ...model.ids import is_explicit
from ...model.problems import Code, Problem
from ...model.time import zone
from ..dates import read_date
from ..frontmatter import as_texts
from ..links import WITHHELD, is_web
from ..times import read_span

if TYPE_CHECKING:
    from ..frontmatter import FrontMatter

_LANGUAGE = re.compile(r'[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}\Z')

KEYS = frozenset(
    {
        'id', 'title', 'date', 'start', 'end', 'timezone', 'url', 'venue', 'hashtag', 'author', 'published',
        'source', 'lang', 'series', 'number', 'topics', 'talks', 'timetable',
    }
)  # fmt: skip
"""What ``meetup:`` in front matter may hold."""
FACT_CODES = {'date': Code.DATE, 'published': Code.DATE, 'start': Code.TIME, 'end': Code.TIME, 'id': Code.ID}
"""The kind of problem that an unreadable value of a fact is; any other fact's is its place's own."""


def is_language(text: str) -> bool:
    """Whether a text has the form of a language tag (BCP 47): it becomes an attribute of the page."""
    return bool(_LANGUAGE.match(text))


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
            value = fact_value(key, given[key])
            draft = replace(draft, **{key: Found(value, where, f'front matter: meetup.{key}', 'given')})
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
    if value == WITHHELD:
        return ''
    if key in {'url', 'source'} and not is_web(value):
        raise ValueError(f'"{value}" is no web address; write it from https:// on')
    if key == 'id' and not is_explicit(value):
        raise ValueError(f'"{value}" is no address; use lower-case words with - between')
    if key == 'hashtag':
        return value.lstrip('#＃')
    return value
