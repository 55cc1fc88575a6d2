"""The event's day and start: labels, sentences, titles, the path, and what else a post dates."""

from __future__ import annotations

import calendar
import time
from datetime import date

import pytest
from sphinx_meetup.model.problems import Code
from sphinx_meetup.reading.dates import DateReading, find_dates
from sphinx_meetup.reading.facts import path_date
from sphinx_meetup.reading.report import Reading, read_report
from sphinx_meetup.reading.text import plain

DAY = date(2024, 4, 5)
"""A Friday."""
HEAD = '---\ntitle: "Tea Night #3 レポート"\ndate: 2024-04-10\n---\n\n'
TALKS = '\n\n## Green tea\n\n@hanako\n\nNotes.\n\n## Black tea\n\n@taro\n\nNotes.\n'


def read(body: str, head: str = HEAD, path: str = '') -> Reading:
    return read_report(head + body + TALKS, path=path)


def day_of(reading: Reading) -> date | None:
    return reading.event.date.value if reading.event.date else None


@pytest.mark.parametrize(
    ('body', 'start'),
    [
        ('日時: 2024年4月5日19時から', 19 * 60),
        ('開催日時：2024/04/05(金) 19:00〜21:30', 19 * 60),
        ('- **日時** : 2024-04-05 19:30', 19 * 60 + 30),
        ('■日時：2024/4/5', None),
        ('■日時 2024/4/5', None),
        ('【日時】2024/4/5 18:30受付 19:00開始', 19 * 60),
        ('日時: 2024/4/5 受付18:30 開始19:00', 19 * 60),
        ('日時: 2024/4/5 19:00〜21:30（受付18:30〜）', 19 * 60),
        ('日時: 2024/4/5-6', None),
        ('日時: 令和6年4月5日', None),
        ('日時\n\n2024年4月5日 19:00', 19 * 60),
        ('## 日時\n\n2024年4月5日(金) 19:00〜21:00', 19 * 60),
        ('#### 会期　2024年4月5日（金）・6日（土）', None),
        ('日時\n: 2024年4月5日 19:00', 19 * 60),
        ('- 日時\n  - 2024/4/5 19:00', 19 * 60),
        ('|||\n|---|---|\n|日時|4/5(金) 19:00 〜 21:30|', 19 * 60),
        ('開催日: 2024年4月5日\n時間: 19:00 - 21:00', 19 * 60),
        ('Date & Time: April 5, 2024, 7:00 PM - 9:00 PM', 19 * 60),
        ('**When**\n\nFriday, April 5th at 7pm', 19 * 60),
        ('Date: 5 April 2024\n\nTime: 18:30 doors, 19:00 start', 19 * 60),
        ('时间：2024年4月5日 14:00', 14 * 60),
        ('일시: 2024년 4월 5일(금) 19:00', 19 * 60),
        ('2024.4.5 (Fri) @ Example Hall', None),
        ('4/5(金)に開催されたTea Nightに行ってきました。', None),
        ('2024年4月5日に開催されたTea Nightの\nレポートです。', None),
        ('去る4/5、Tea Night #3を開催しました。', None),
        ('4月5日（金）19:00から例ビルで行われたTea Night #3に参加しました', 19 * 60),
        ('Tea Night was held on April 5th, 2024 at the Example Hall.', None),
        ('On April 5 I attended Tea Night.', None),
        ('2024년 4월 5일에 열린 Tea Night에 다녀왔습니다.', None),
        ('4月5日，我参加了 Tea Night。', None),
        ('# Tea Night\n\n## 2024/04/05 の回', None),
    ],
)
def test_the_day_is_the_events_not_the_posts(body: str, start: int | None) -> None:
    reading = read(body)
    assert day_of(reading) == DAY
    assert (reading.event.start.value if reading.event.start else None) == start
    assert reading.event.published is not None
    assert reading.event.published.value == date(2024, 4, 10)
    assert reading.problems == ()


@pytest.mark.parametrize(
    'body',
    [
        'Nothing is said.',
        '次回は2024年5月10日に開催されます。参加してください。',
        '申込締切は4月1日でした。',
        '4/1にリリースされたばかりの話題でした。',
        '今回は 2024/03/18-21 に開催された別のお祭りの Recap です。',
        '2010年4月5日に始まった会に参加しました。',
        '## 次回\n\n日時: 2024年5月10日',
        '成功率は 4/5 の確率。',
        'Version 2024.4.5 に参加者が触れました。' + 'x' * 3000,
    ],
)
def test_other_days_are_not_the_events(body: str) -> None:
    reading = read(body)
    assert day_of(reading) == date(2024, 4, 10)
    assert reading.event.date is not None
    assert (reading.event.date.line, reading.event.date.certainty) == (3, 'doubtful')


@pytest.mark.parametrize(
    ('body', 'head', 'path', 'day'),
    [
        ('x', '', 'reports/2018-01-13-tea.md', date(2018, 1, 13)),
        ('11月5日に行われた会に参加した', '', '2015-nov/index.md', date(2015, 11, 5)),
        ('11月5日に行われた会に参加した', '# TeaConf 2019\n\n', '', date(2019, 11, 5)),
        ('11月5日に行われた会に参加した', '', '', None),
        ('12月28日に行われた会に参加した', '---\ntitle: x\ndate: 2019-01-05\n---\n', '', date(2018, 12, 28)),
        ('1月8日に行われる会に参加します', '---\ntitle: x\ndate: 2018-12-28\n---\n', '', date(2019, 1, 8)),
        ('x', '+++\ntitle = "Tea Night 2018/02/05"\ndate = 2018-03-01\n+++\n', '', date(2018, 2, 5)),
        ('x', '# Feb 9 2017\n\n', '', date(2017, 2, 9)),
        ('x', '---\ntitle: T\ndescription: "2024.04.05에 열린 모임 후기"\ndate: 2024-04-09\n---\n', '', DAY),
        ('日時: 2018年1月12日', '---\ntitle: x\ndate: 2018-02-20\n---\n', '2018-02-20-x.md', date(2018, 1, 12)),
        ('x', '---\ntitle: x\n---\n', '', None),
    ],
)
def test_the_year_and_the_last_resorts(body: str, head: str, path: str, day: date | None) -> None:
    assert day_of(read(body, head, path)) == day


def test_a_given_day_wins() -> None:
    found = read('日時: 2018年1月12日', '---\nmeetup:\n  date: 2024-04-05\n---\n').event.date
    assert found is not None
    assert (found.value, found.certainty) == (DAY, 'given')


def test_a_second_label_is_a_sessions() -> None:
    event = read('日時: 2024年4月5日\n\n日時: 2024年4月6日 17:00 - 17:25').event
    assert event.date is not None
    assert (event.date.value, event.start) == (DAY, None)


def test_a_timetable_is_no_table_of_facts() -> None:
    assert read('|時間|内容|\n|---|---|\n|19:00|開会|').problems == ()


def test_a_word_that_labels_much_else_is_no_mistake() -> None:
    assert read('時間: 5分ほど').problems == ()


@pytest.mark.parametrize(
    ('body', 'said'),
    [('日時: 2018年2月30日', '2018年2月30日'), ('日時: 11月5日', 'has no year'), ('日時: 未定', '未定')],
)
def test_a_label_without_a_day_is_said(body: str, said: str) -> None:
    (problem,) = read(body, '').problems
    assert (problem.code, problem.line) == (Code.DATE, 1)
    assert said in problem.message


@pytest.mark.parametrize(
    ('path', 'day', 'year'),
    [
        ('2018-01-13-title.md', date(2018, 1, 13), 2018),
        ('_posts/2018-1-3-title.md', date(2018, 1, 3), 2018),
        ('20130209/index.md', date(2013, 2, 9), 2013),
        ('2018/12/19/x.md', date(2018, 12, 19), 2018),
        ('reports/2018/0113-x.md', date(2018, 1, 13), 2018),
        ('2017/2018-01-13.md', date(2018, 1, 13), 2018),
        ('2015-nov/index.md', None, 2015),
        ('2018-13-45.md', None, 2018),
        ('tea-18.md', None, 0),
        ('a/b/c/2018-01-13/x/y/z/tea.md', None, 0),
        ('id-120180113.md', None, 0),
        ('', None, 0),
    ],
)
def test_paths(path: str, day: date | None, year: int) -> None:
    assert tuple(path_date(path)) == (day, year)


@pytest.mark.parametrize(
    ('text', 'found'),
    [
        ('1月12日〜13日', ['1/12']),
        ('11/26 木曜日', ['11/26 Thu']),
        ('12/3(木)', ['12/3 Thu']),
        ('May 3rd', ['5/3']),
        ('you may 3 times', []),
        ('1/2 or 24/7', []),
        ('平成30年1月12日', ['2018-01-12']),
        ('令和元年5月1日', ['2019-05-01']),
        ("'18/4/19", ['2018-04-19']),
        ('2018. 1. 12.', ['2018-01-12']),
        ('2018년 1월 12일(금)', ['2018-01-12 Fri']),
        ('June 18–20, 2013', ['2013-06-18']),
        ('3rd of December 2018', ['2018-12-03']),
        ('01/13/2018 and 13/01/2018', ['2018-01-13', '2018-01-13']),
        ('Friday, April 5', ['4/5 Fri']),
        ('周五 2018年1月12日 星期五', ['2018-01-12 Fri']),
        ('2018年2月30日', ['None']),
        ('v1.2.2018', []),
    ],
)
def test_dates_in_a_text(text: str, found: list[str]) -> None:
    def shown(reading: DateReading) -> str:
        text = f'{reading.month}/{reading.day}' if reading.yearless else str(reading.date)
        return text if reading.weekday is None else f'{text} {calendar.day_abbr[reading.weekday]}'

    assert [shown(reading) for reading in find_dates(plain(text))] == found


def test_the_weekday_tells_the_year() -> None:
    (found,) = find_dates('4月5日(水)')
    assert found.near(date(2024, 4, 10)) == date(2023, 4, 5)
    assert found.agrees(DAY) is False


@pytest.mark.parametrize(
    'text',
    [
        '日時: ' * 20_000,
        '2018/1/1 ' * 11_000,
        '【' * 100_000,
        ('■ ' * 10 + '\n') * 5000,
        '4/5(金)に、' * 14_000,
        'title: x\n' * 11_000,
        '[a](https://connpass.com/event/1) ' * 3000,
    ],
    ids=['labels', 'dates', 'brackets', 'squares', 'days', 'keys', 'links'],
)  # fmt: skip
def test_the_cost_is_linear(text: str) -> None:
    def spent(part: str) -> float:
        begin = time.process_time()
        read_report(part)
        read_report(HEAD + part)
        return time.process_time() - begin

    # Four times the text costs four times as much, and sixteen times where the cost grows with the square.
    few = min(spent(text[: len(text) // 4]) for _ in range(3))
    all_of_it = min(spent(text) for _ in range(2))
    assert all_of_it < 9 * few + 0.1


def test_a_sentence_that_tells_of_several_occasions_is_none_of_them() -> None:
    text = '2011/12/26 と 2012/3/28 に参加し、今回の鍋の会が三度目でした。\n'
    found = read_report(text, path='2012-05-11-nabe.md').event.date
    assert found is not None
    assert found.value == date(2012, 5, 11)


def test_a_sentence_that_tells_when_something_is_held_goes_before_the_day_of_the_post() -> None:
    text = '---\ntitle: 鍋の会に参加した話\ndate: 2031-09-27\n---\n\n鍋はよい。\n\n'
    text += '> 2031年9月10日(水)〜12日(金)の3日間開催します。\n'
    found = read_report(text).event.date
    assert found is not None
    assert (found.value, found.line) == (date(2031, 9, 10), 8)
