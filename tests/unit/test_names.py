"""The event's name out of a post's title, and its series and number."""

from __future__ import annotations

import pytest
from sphinx_meetup.reading.names import event_name, series_of
from sphinx_meetup.reading.report import read_report


@pytest.mark.parametrize(
    ('title', 'name'),
    [
        ('Tea Night #4', 'Tea Night #4'),
        ('Tea Night #4 レポート', 'Tea Night #4'),
        ('Tea Night #4参加メモ #teanight', 'Tea Night #4'),
        ('Tea Night #4 参加レポ #teanight #tea', 'Tea Night #4'),
        ('【参加レポート】Tea Night #4', 'Tea Night #4'),
        ('[Report] Tea Night #4', 'Tea Night #4'),
        ('Tea Night #4【参加報告】', 'Tea Night #4'),
        ('【Go】Tea Night #4 に行ってきた', '【Go】Tea Night #4'),
        ('「お茶の夜」に参加してきました', 'お茶の夜'),
        ('勉強会行ってみた「第4回お茶の夜」#tea', '第4回お茶の夜'),
        ('お茶の夜「緑茶編」に参加しました', 'お茶の夜「緑茶編」'),
        ('第4回お茶の夜に参加しました！', '第4回お茶の夜'),
        ('お茶の夜へ行ってきました(2日目)', 'お茶の夜'),
        ('お茶カンファレンス 2日目', 'お茶カンファレンス'),
        ('お茶の夜に登壇＆参加してきた', 'お茶の夜'),
        ('お茶の夜2012～緑茶編～にスタッフ参加してきました', 'お茶の夜2012～緑茶編～'),
        ('お茶の夜で発表させていただきました。', 'お茶の夜'),
        ('お茶の夜に参加した感想', 'お茶の夜'),
        ('I attended Tea Night', 'Tea Night'),
        ('Notes from the Tea Night 2019', 'Tea Night 2019'),
        ('Trip report: TeaConf', 'TeaConf'),
        ('What I learned at TeaConf', 'TeaConf'),
        ('TeaConf 2019 - my notes', 'TeaConf 2019'),
        ('TeaConf 2019 Recap', 'TeaConf 2019'),
        ('TeaConf keynotes', 'TeaConf keynotes'),
        ('티콘 2024 참석 후기', '티콘 2024'),
        ('티콘에 다녀왔습니다', '티콘'),
        ('茶话大会 2019 参会记录', '茶话大会 2019'),
        ('レポート', 'レポート'),
        ('行ってきた', '行ってきた'),
        ('', ''),
    ],
)
def test_names(title: str, name: str) -> None:
    assert event_name(title) == name


@pytest.mark.parametrize(
    ('name', 'series', 'number'),
    [
        ('Tea Night #4', 'Tea Night', '4'),
        ('Tea Night ＃04 緑茶の回', 'Tea Night', '4'),
        ('Tea Night vol.12 ～緑茶 × 紅茶～', 'Tea Night', '12'),
        ('Tea Night Vol 3', 'Tea Night', '3'),
        ('Tea Night No.3', 'Tea Night', '3'),
        ('Tea Night その3', 'Tea Night', '3'),
        ('Tea Night 3', 'Tea Night', '3'),
        ('第9回お茶の会', 'お茶の会', '9'),
        ('第十二回お茶の会', 'お茶の会', '12'),
        ('お茶の会 第9回', 'お茶の会', '9'),
        ('제9회 차 모임', '차 모임', '9'),
        ('The 9th Tea Night', 'Tea Night', '9'),
        ('TeaConf 2018', 'TeaConf', '2018'),
        ('TeaConf2018', 'TeaConf', '2018'),
        ('TeaConf 2018 大阪会場', 'TeaConf', '2018'),
        ("TeaConf '19 Summer in Kobe", 'TeaConf', '2019 Summer'),
        ('お茶の会 2017.08 出張版', 'お茶の会', '2017.08'),
        ('Tea Night #4 2018', 'Tea Night', '4'),
        ('tea:time 2018', 'tea:time', '2018'),
        ('Tea Night', '', ''),
        ('第3回', '', ''),
        ('Feb 9 2017', '', ''),
        ('Tea Night 2018-02-05', '', ''),
        ('#4', '', ''),
    ],
)
def test_series(name: str, series: str, number: str) -> None:
    assert tuple(series_of(name)) == (series, number)


def test_an_event_has_its_series_with_the_line() -> None:
    event = read_report('---\nlayout: post\ntitle: "Tea Night #4 レポート"\n---\n\nx\n').event
    assert event.series is not None
    assert event.number is not None
    assert (event.series.value, event.series.line, event.number.value) == ('Tea Night', 3, '4')


def test_a_given_number_wins() -> None:
    event = read_report('---\ntitle: "Tea Night #4"\nmeetup:\n  number: 5\n---\n\nx\n').event
    assert event.series is not None
    assert event.number is not None
    assert (event.series.value, event.number.value, event.number.certainty) == ('Tea Night', '5', 'given')


def test_a_directives_name_tells_the_series_anew() -> None:
    text = '# Coffee Day #9\n\n```{event} Tea Night #4\n:date: 2024-04-05\n```\n'
    event = read_report(text, directives=True).event
    assert event.series is not None
    assert event.number is not None
    assert (event.series.value, event.number.value) == ('Tea Night', '4')
    text = text.replace('Tea Night #4', 'Tea Night')
    event = read_report(text, directives=True).event
    assert (event.series, event.number) == (None, None)
