"""Pictures of the archive's numbers, each with words for who hears the page and with the numbers as a table."""

from __future__ import annotations

from collections import Counter
from operator import itemgetter
from typing import TYPE_CHECKING

from docutils import nodes

from ..catalogue.periods import MONTH, YEAR
from ..messages import _
from ..nodes import picture
from ..pictures.calendar import calendar
from ..pictures.columns import sparkline
from ..pictures.matrix import Row, matrix
from ..pictures.timeline import timeline
from . import counts
from .dates import first_weekday, month_name, plain_day
from .places import place_link
from .tables import table_node

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from ..catalogue.periods import Period
    from ..catalogue.shown.records import ArchiveShown, CountsShown, SpeakerShown, TopicShown, YearShown
    from .entries import Page

_MOST_NAMED = 5
"""Topics and periods that the words name; the table has all of them."""


def archive_picture(shown: ArchiveShown, page: Page) -> list[nodes.Node]:
    """Talks over time by topic; nothing for an archive of a single month."""
    if not shown.rows:
        return []
    whole, *topics = shown.rows
    names = [_period(period, page) for period in shown.periods]
    labels = [
        month_name(period.part, page.language, 'abbreviated') if period.months == MONTH else f'{period.year}'
        for period in shown.periods
    ]
    drawn = matrix(_row(whole, names), [_row(row, names) for row in topics], labels)
    caption = str(_('Talks by topic and time'))
    undated = shown.talks - sum(whole.counts)
    if undated:
        caption += _(' (%d more have no date)') % undated
    most = max(zip(whole.counts, names, strict=True), key=itemgetter(0))
    told = [
        _('%(talks)s from %(first)s to %(last)s, most of them in %(most)s (%(count)d).')
        % {
            'talks': counts.talks(sum(whole.counts)),
            'first': names[0],
            'last': names[-1],
            'most': most[1],
            'count': most[0],
        }
    ]
    if topics:
        largest = (f'{_title(row)} {sum(row.counts)}' for row in topics[:_MOST_NAMED])
        told.append(_('Largest topics: %s.') % _(', ').join(largest))
    head = [_('Topic'), *names, _('Total')]
    rows: list[list[list[nodes.Node]]] = [
        [
            [nodes.Text(_title(row)) if row.place is None else place_link(row.place)],
            *_cells((*row.counts, sum(row.counts))),
        ]
        for row in shown.rows
    ]
    return [_picture('matrix', (drawn,), caption, ' '.join(told), table_node(head, rows, 'meetup-numbers'))]


def _cells(numbers: Sequence[int]) -> list[list[nodes.Node]]:
    return [[nodes.Text(f'{number}')] for number in numbers]


def _title(row: CountsShown) -> str:
    return row.place.title if row.place is not None else str(_('All talks'))


def _row(row: CountsShown, names: Sequence[str]) -> Row:
    title = _title(row)
    hints = tuple(
        _('%(what)s, %(when)s: %(talks)s') % {'what': title, 'when': name, 'talks': counts.talks(count)}
        for name, count in zip(names, row.counts, strict=True)
    )
    return Row(title, row.counts, hints)


def _period(period: Period, page: Page) -> str:
    if period.months == YEAR:
        return f'{period.year}'
    if period.months == MONTH:
        return month_name(period.part, page.language)
    last = period.part * period.months
    values = {'year': period.year, 'quarter': period.part, 'first': last - period.months + 1, 'last': last}
    return _('Q%(quarter)d %(year)d') % values


def topic_picture(shown: TopicShown) -> list[nodes.Node]:
    """Talks by year; nothing for a topic of a single year."""
    if shown.talks:
        return _by_year('sparkline', shown.years, (_('Talks by year'), _('Talks'), counts.talks))
    return _by_year('sparkline', shown.years, (_('Events by year'), _('Events'), counts.events))


def _by_year(
    kind: str, found: Sequence[tuple[int, int]], named: tuple[str, str, Callable[[int], str]], drawing: str = ''
) -> list[nodes.Node]:
    """A picture of numbers by year, with the years between that have none.

    :param named: the caption, the head of the table's column, and a number in words.
    :param drawing: drawn of more than the years; columns where it is not given.
    """
    if len(found) < 2:
        return []
    caption, head, in_words = named
    known = dict(found)
    years = range(found[0][0], found[-1][0] + 1)
    numbers = [known.get(year, 0) for year in years]
    told = [f'{year}: {in_words(number)}' for year, number in zip(years, numbers, strict=True)]
    drawn = drawing or sparkline(numbers, [f'{year}' for year in years], told)
    rows = [[[nodes.Text(f'{year}')], [nodes.Text(f'{number}')]] for year, number in zip(years, numbers, strict=True)]
    table = table_node([_('Year'), head], rows, 'meetup-numbers')
    return [_picture(kind, (drawn,), caption, _(', ').join(told), table)]


def speaker_picture(shown: SpeakerShown, page: Page) -> list[nodes.Node]:
    """When somebody spoke; nothing where that was on one day only."""
    days = [
        (entry.date, f'{plain_day(entry.date, page.language)}: {entry.place.title}')
        for entry in shown.talks
        if entry.date is not None
    ]
    if len({day for day, _words in days}) < 2:
        return []
    by_year = sorted(Counter(day.year for day, _words in days).items())
    if len(by_year) > 1:
        named = (_('Talks over time'), _('Talks'), counts.talks)
        return _by_year('timeline', by_year, named, timeline(days))
    # The list of the talks stands below.
    told = '; '.join(words for _day, words in sorted(days))
    return [_picture('timeline', (timeline(days),), _('Talks over time'), told)]


def year_picture(shown: YearShown, page: Page) -> list[nodes.Node]:
    """The year's calendar, days with events filled in."""
    days: dict[date, list[str]] = {}
    for _month, entries in shown.months:
        for entry in entries:
            if entry.date is not None:
                days.setdefault(entry.date, []).append(entry.place.title)
    told = {day: f'{plain_day(day, page.language)}: {_(", ").join(titles)}' for day, titles in days.items()}
    months = [month_name(month, page.language, 'abbreviated') for month in range(1, 13)]
    drawn = calendar(shown.year, told, months, first_weekday(page.language))
    caption = _('Events of %d') % shown.year
    # The list of the events stands below.
    return [_picture('calendar', drawn, caption, f'{caption}: {"; ".join(told.values())}')]


def _picture(kind: str, drawn: Sequence[str], caption: str, label: str, *table: nodes.Node) -> picture:
    found = picture('', *table, kind=kind, drawings=list(drawn), label=label, caption=str(caption))
    found['classes'].append('meetup-picture')
    return found
