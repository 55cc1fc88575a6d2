"""Times of day, spans and minutes."""

from __future__ import annotations

import pytest
from sphinx_meetup.model.time import Span, clock, gaps, moment, overlaps, reversed_spans, roll_over, zone
from sphinx_meetup.reading.times import find_span, read_span, split_minutes


def _minutes(text: str) -> int:
    hours, _, minutes = text.partition(':')
    return int(hours) * 60 + int(minutes)


@pytest.mark.parametrize(
    ('text', 'start', 'end'),
    [
        ('19:00', '19:00', None),
        ('9:05', '9:05', None),
        ('１９：００', '19:00', None),
        ('19:00:30', '19:00', None),
        ('19時', '19:00', None),
        ('19時半', '19:30', None),
        ('19時5分', '19:05', None),
        ('19 時 から', '19:00', None),
        ('１９時半〜２１時', '19:30', '21:00'),
        ('午後7時', '19:00', None),
        ('午前12時', '0:00', None),
        ('夜8時半', '20:30', None),
        ('7:30 pm', '19:30', None),
        ('7:30 p.m.', '19:30', None),
        ('12:15 am', '0:15', None),
        ('25:00', '25:00', None),
        ('30:00', '30:00', None),
        ('19:00-19:05', '19:00', '19:05'),
        ('19:00 - 19:05', '19:00', '19:05'),
        ('19:00–19:05', '19:00', '19:05'),
        ('19:00〜19:05', '19:00', '19:05'),
        ('19:00～19:05', '19:00', '19:05'),
        ('19:00 → 19:05', '19:00', '19:05'),
        ('19:00から19:05', '19:00', '19:05'),
        ('19:00 to 19:05', '19:00', '19:05'),
        ('19:00〜', '19:00', None),
        ('1140', '19:00', None),  # what YAML 1.1 makes of 19:00
    ],
)
def test_spans(text: str, start: str, end: str | None) -> None:
    assert read_span(text) == Span(_minutes(start), None if end is None else _minutes(end))


@pytest.mark.parametrize(
    'text', ['', '19', '7', '19:75', '31:00', '19:00-19:80', '25:61', "19:00 o'clock or so", '1801', '9' * 5000, 'noon']
)
def test_no_times(text: str) -> None:
    assert read_span(text) is None


@pytest.mark.parametrize(
    ('text', 'written'),
    [
        ('starts at 19:00, ends late', '19:00'),
        ('2018年1月12日19時から', '19時から'),
        ('port 80:1', None),
        ('a/19:00', None),
    ],
)
def test_times_within_a_text(text: str, written: str | None) -> None:
    found = find_span(text)
    assert (found.text if found else None) == written


def test_a_time_that_cannot_be_is_found_and_not_read() -> None:
    found = find_span('at 19:75')
    assert found is not None
    assert found.text == '19:75'
    assert found.span is None


@pytest.mark.parametrize(
    ('text', 'rest', 'minutes'),
    [
        ('Overview(15min)', 'Overview', 15),
        ('Overview (15 min)', 'Overview', 15),
        ('Overview (15 minutes)', 'Overview', 15),
        ('Overview [5 min.]', 'Overview', 5),
        ('概要（１５分）', '概要', 15),
        ('概要 (約15分間)', '概要', 15),
        ("Overview (15')", 'Overview', 15),
        ('Overview (15min) more', 'Overview (15min) more', None),
        ('Overview (part 2)', 'Overview (part 2)', None),
        ('A (5min) (15min)', 'A (5min)', 15),
        ('(((((', '(((((', None),
    ],
)
def test_minutes_in_brackets(text: str, rest: str, minutes: int | None) -> None:
    assert split_minutes(text) == (rest, minutes)


def test_clock() -> None:
    assert [clock(0), clock(1140), clock(1470)] == ['00:00', '19:00', '00:30']


@pytest.mark.parametrize(
    ('title', 'given', 'expected'),
    [
        ('within a day', [(1140, 1145), (1145, 1160)], [(1140, 1145), (1145, 1160)]),
        ('an end after midnight', [(1430, 10)], [(1430, 1450)]),
        ('a start after midnight', [(1380, 1430), (10, 40)], [(1380, 1430), (1450, 1480)]),
        ('written as 25:00', [(1380, 1430), (1500, 1530)], [(1380, 1430), (1500, 1530)]),
        ('an end just before its start stays wrong', [(1140, 1130)], [(1140, 1130)]),
        ('rows out of order stay on their day', [(1200, 1210), (1140, 1150)], [(1200, 1210), (1140, 1150)]),
    ],
)
def test_a_programme_past_midnight(title: str, given: list[Span], expected: list[Span]) -> None:
    assert roll_over([Span(*pair) for pair in given]) == expected


def test_contradictions_between_spans() -> None:
    spans = [Span(0, 10), Span(5, 15), Span(20, 20), Span(30, None), Span(40, 60)]
    assert reversed_spans(spans) == [2]
    assert overlaps(spans) == [(0, 1)]
    assert gaps(spans) == {2: 5, 3: 10, 4: 10}


def test_moments() -> None:
    from datetime import date

    assert moment(date(2018, 1, 12), 1470, 'Asia/Tokyo').isoformat() == '2018-01-13T00:30:00+09:00'
    assert moment(date.max, 1470, 'UTC').date() == date.max
    assert moment(date(2018, 3, 25), 180, 'Europe/Berlin').isoformat() == '2018-03-25T03:00:00+02:00'


@pytest.mark.parametrize('name', ['Nowhere/Town', '../../etc/passwd', '', 'Asia', 'a\0b', 'x' * 5000])
def test_no_time_zones(name: str) -> None:
    assert zone(name) is None
