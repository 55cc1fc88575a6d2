"""Drawings: marks that are as large as their numbers, at their places, in markup that parses."""

from __future__ import annotations

from datetime import date
from math import pi
from xml.etree import ElementTree as ET

import pytest
from sphinx_meetup.catalogue.periods import MONTH, QUARTER, YEAR, Period, periods_between
from sphinx_meetup.pictures.calendar import calendar
from sphinx_meetup.pictures.columns import sparkline
from sphinx_meetup.pictures.matrix import Row, matrix
from sphinx_meetup.pictures.timeline import timeline

MONTHS = [f'month {number}' for number in range(1, 13)]


def marks(drawing: str, tag: str) -> list[dict[str, str]]:
    return [dict(found.attrib) for found in ET.fromstring(drawing).iter(tag) if 'mark' in found.get('class', '')]


def number(length: str) -> float:
    return float(length.rstrip('%em'))


def words(drawing: str, class_: str) -> list[str]:
    return [found.text or '' for found in ET.fromstring(drawing).iter('text') if class_ in found.get('class', '')]


def row(name: str, *counts: int) -> Row:
    return Row(name, counts, tuple(f'{name} {count}' for count in counts))


@pytest.mark.parametrize(
    ('first', 'last', 'unit', 'count'),
    [
        (date(2030, 3, 1), date(2030, 3, 31), MONTH, 1),
        (date(2030, 3, 31), date(2030, 12, 1), MONTH, 10),
        (date(2030, 12, 31), date(2031, 1, 1), QUARTER, 2),
        (date(2030, 1, 1), date(2032, 12, 31), QUARTER, 12),
        (date(2030, 12, 31), date(2033, 1, 1), YEAR, 4),
        (date(1999, 1, 1), date(2030, 1, 1), YEAR, 32),
    ],
)
def test_time_falls_into_equal_spans_without_a_gap(first: date, last: date, unit: int, count: int) -> None:
    periods = periods_between(first, last)
    assert {period.months for period in periods} == {unit}
    assert len(periods) == count
    assert periods[0] == periods[0].around(first)
    assert periods[-1] == periods[0].around(last)
    assert [period.after for period in periods[:-1]] == list(periods[1:])


@pytest.mark.parametrize(
    ('day', 'months', 'period'),
    [
        (date(2030, 1, 31), QUARTER, Period(2030, 1, QUARTER)),
        (date(2030, 4, 1), QUARTER, Period(2030, 2, QUARTER)),
        (date(2030, 12, 31), QUARTER, Period(2030, 4, QUARTER)),
        (date(2030, 12, 31), MONTH, Period(2030, 12, MONTH)),
        (date(2030, 12, 31), YEAR, Period(2030, 1, YEAR)),
    ],
)
def test_a_day_has_its_span(day: date, months: int, period: Period) -> None:
    assert Period(1, 1, months).around(day) == period


def test_circles_have_areas_in_proportion_to_their_numbers() -> None:
    drawn = matrix(row('All', 9, 5, 1), [row('Clay', 8, 2, 0), row('Glass', 1, 0, 1)], ['2030', '2031', '2032'])
    areas = [pi * number(mark['r']) ** 2 for mark in marks(drawn, 'circle')]
    assert len(areas) == 4  # a number of nothing has no circle
    assert [area / areas[0] for area in areas] == pytest.approx([1, 2 / 8, 1 / 8, 1 / 8], rel=0.05)


def test_circles_stand_below_the_column_of_their_time() -> None:
    drawn = matrix(row('All', 1, 2), [row('Clay', 1, 0), row('Glass', 0, 2)], ['2030', '2031'])
    columns = [number(mark['x']) + number(mark['width']) / 2 for mark in marks(drawn, 'rect')]
    assert columns == pytest.approx([25, 75])
    assert [number(mark['cx']) for mark in marks(drawn, 'circle')] == pytest.approx([25, 75])


def test_circles_of_many_columns_do_not_touch_on_a_phone() -> None:
    years = [f'{year}' for year in range(1990, 2030)]
    drawn = matrix(row('All', *[5] * 40), [row('Clay', *[5] * 40)], years)
    radius = max(number(mark['r']) for mark in marks(drawn, 'circle'))
    assert 2 * radius < 24 / 40  # a phone is 24 letters wide


def test_columns_are_as_high_as_their_numbers() -> None:
    drawn = sparkline([4, 0, 1], ['2030', '2031', '2032'], ['four', 'none', 'one'])
    heights = [number(mark['height']) for mark in marks(drawn, 'rect')]
    assert heights == pytest.approx([2.5, 2.5 / 4], abs=0.01)
    assert words(drawn, 'number') == ['4', '1']
    feet = {round(number(mark['y']) + number(mark['height']), 1) for mark in marks(drawn, 'rect')}
    assert len(feet) == 1


@pytest.mark.parametrize(
    ('labels', 'shown'),
    [
        (['2030'], ['2030']),
        ([f'{year}' for year in range(2030, 2036)], [f'{year}' for year in range(2030, 2036)]),
        ([f'{year}' for year in range(2020, 2032)], ['2020', '2022', '2024', '2026', '2028', '2030']),
        (['2030'] * 4 + ['2031'] * 3, ['2030', '2031']),
    ],
)
def test_an_axis_says_as_much_as_fits(labels: list[str], shown: list[str]) -> None:
    assert words(sparkline([1] * len(labels), labels, labels), 'axis') == shown


def test_days_lie_along_their_years_and_stack_where_they_meet() -> None:
    days = [(date(2030, 1, 1), 'first'), (date(2031, 12, 31), 'last'), (date(2030, 1, 2), 'second')]
    dots = marks(timeline(days), 'circle')
    places = [number(dot['cx']) for dot in dots]
    assert places[0] == places[1] < 5
    assert places[2] > 95
    heights = [number(dot['cy']) for dot in dots]
    assert heights[0] - heights[1] > 2 * number(dots[0]['r'])  # above it, not on it
    assert words(timeline(days), 'axis') == ['2030', '2031']


@pytest.mark.parametrize(('weekday', 'column'), [(0, 1), (6, 2)])
def test_a_calendar_fills_in_the_days_that_matter(weekday: int, column: int) -> None:
    drawn = calendar(2030, {date(2030, 1, 1): 'new year', date(2030, 5, 31): 'a Friday'}, MONTHS, weekday)
    assert len(drawn) == 12
    assert [len(marks(month, 'circle')) for month in drawn] == [1, 0, 0, 0, 1, *[0] * 7]
    first = marks(drawn[0], 'circle')[0]  # 2030 begins on a Tuesday
    assert (float(first['cx']) + 8) / 16 == column + 1
    assert words(drawn[4], 'day') == ['31']
    days = [len(list(ET.fromstring(month).iter('circle'))) for month in drawn]
    assert days == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def test_a_month_of_six_weeks_fits_its_frame() -> None:
    drawn = calendar(2030, {date(2030, 9, 30): 'the last'}, MONTHS, 0)[8]
    height = float(ET.fromstring(drawn).get('viewBox', '').split()[3])
    last = marks(drawn, 'circle')[0]
    assert float(last['cy']) + float(last['r']) <= height


def test_words_of_reports_are_text_and_nothing_more() -> None:
    mean = '<script>&"\''
    drawings = [
        matrix(row(mean, 1, 1), [row(mean, 1, 1)], ['2030', mean]),
        sparkline([1], [mean], [mean]),
        timeline([(date(2030, 1, 1), mean)]),
        *calendar(2030, {date(2030, 1, 1): mean}, [mean] * 12, 0),
    ]
    for drawn in drawings:
        assert '<script' not in drawn
        assert 'style=' not in drawn
        root = ET.fromstring(drawn)
        assert root.get('aria-hidden') == 'true'
        assert mean in {found.text for found in root.iter()}


def test_nothing_at_all_can_be_drawn() -> None:
    assert marks(matrix(row('All', 0), [], ['2030']), 'rect') == []
    assert marks(sparkline([0, 0], ['a', 'b'], ['', '']), 'rect') == []
