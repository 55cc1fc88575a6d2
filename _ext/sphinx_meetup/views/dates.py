"""Dates and times as the site's readers write them, with their machine-readable form."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton, get_month_names
from docutils import nodes

from ..messages import _
from ..model.time import DAY, clock as wall_clock, moment
from ..nodes import clock

if TYPE_CHECKING:
    from ..model.records import Event


@lru_cache(maxsize=64)
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language.replace('-', '_'))
    except (ValueError, UnknownLocaleError):
        return Locale('en')


@lru_cache(maxsize=4096)  # the days of an archive come again in every list
def day_with_weekday(day: date, language: str) -> str:
    """``2018年1月12日(金)``, ``Fri, Jan 12, 2018``."""
    return format_skeleton('yMMMEd', day, locale=_locale(language))


@lru_cache(maxsize=4096)
def plain_day(day: date, language: str) -> str:
    """``2018年1月13日``, ``Jan 13, 2018``."""
    return format_date(day, 'medium' if _locale(language).language != 'ja' else 'long', locale=_locale(language))


def year_month(day: date, language: str) -> str:
    """``2018年1月``, ``Jan 2018``."""
    return format_skeleton('yMMM', day, locale=_locale(language))


def month_name(month: int, language: str, width: Literal['wide', 'abbreviated'] = 'wide') -> str:
    """``1月``, ``January``.

    :param width: ``abbreviated`` for ``Jan``.
    """
    return str(get_month_names(width, 'stand-alone', _locale(language))[month])


def first_weekday(language: str) -> int:
    """The day on which a week begins; 0 is Monday.

    Where the language alone does not say, in the country where most people speak it (CLDR's likely subtags).
    """
    locale = _locale(language)
    return (locale if locale.territory else _locale(_likely(locale.language))).first_week_day


def _likely(language: str) -> str:
    return str(get_global('likely_subtags').get(language, language))


def day_node(day: date, text: str) -> clock:
    """A day, marked up with its ISO date."""
    return clock('', text, datetime=day.isoformat())


def time_node(minutes: int, event: Event) -> clock:
    """A time of day, marked up with date and offset where the event's day is known.

    Past midnight the wall clock is shown, with the day in the markup being the next one.
    """
    if event.date is None:
        return clock('', wall_clock(minutes), datetime=wall_clock(minutes))
    value = moment(event.date, minutes, event.timezone).isoformat(timespec='minutes')
    return clock('', wall_clock(minutes), datetime=value)


def span_nodes(start: int, end: int | None, event: Event) -> list[nodes.Node]:
    """``19:05–19:20``, or ``19:05–`` while the end is unknown."""
    found: list[nodes.Node] = [time_node(start, event), nodes.Text('–')]
    if end is not None:
        found.append(time_node(end, event))
    return found


def length_node(minutes: int) -> clock:
    """``15分``, marked up as an ISO 8601 duration."""
    return clock('', _('%d min') % minutes, datetime=f'PT{minutes}M')


def last_day(event: Event) -> date | None:
    """The day on which a long programme ends, when it is not the one it began."""
    if event.date is None or event.end is None or event.end < DAY * 1.25:
        return None
    return event.date + timedelta(days=event.end // DAY)
