"""Dates of front matter and of prose."""

from __future__ import annotations

from datetime import date

import pytest
from sphinx_meetup.reading.dates import find_date, read_date

DAY = date(2018, 1, 13)


@pytest.mark.parametrize(
    'text',
    [
        '2018-01-13',
        '2018-1-13',
        '2018-01-13T13:56:00+09:00',
        '2018-01-13T00:30:00+09:00',
        '2018-01-13T23:30:00-08:00',
        '2018-01-13T04:56:00Z',
        '2018-01-13 09:00:00 +0900',
        '2018-01-13 09:00:00 +09:00',
        '2018-01-13 09:00:00 JST',
        '2018-01-13 09:00',
        '2018/01/13 09:00:00',
        '2018/1/13',
        '2018.01.13',
        'Sat, 13 Jan 2018 09:00:00 +0900',
        '13 January 2018',
        '13th Jan 2018',
        'January 13, 2018',
        'Jan. 13th, 2018',
        '2018年1月13日',
        '2018年1月13日(土) 19時から',
        '２０１８年１月１３日',
        '2018 年 1 月 13 日',
        '  2018-01-13  ',
        '20180113',
    ],
)
def test_front_matter(text: str) -> None:
    assert read_date(text) == DAY


@pytest.mark.parametrize(
    'text',
    [
        '',
        'soon',
        '2018年2月30日',
        '2018-13-01',
        '1月13日',
        '0000-01-01',
        '99999999999-01-01',
        '12/3',
        'x' * 5000,
        'Mon, 1 Jan 99999999999999999999 00:00:00 +0000',
    ],
)
def test_no_dates(text: str) -> None:
    assert read_date(text) is None


def test_the_first_date_of_a_text() -> None:
    found = find_date('moved from 2018/01/13 to 2018-02-01')
    assert found is not None
    assert (found.date, found.text) == (DAY, '2018/01/13')
    assert find_date('version 12018-01-133') is None


def test_a_day_that_the_calendar_lacks_is_found_and_not_read() -> None:
    found = find_date('on 2018年2月30日')
    assert found is not None
    assert (found.date, found.text) == (None, '2018年2月30日')
