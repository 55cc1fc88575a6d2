"""The address of the event's page: labelled, the first of an event's host, or with the event's name on it."""

from __future__ import annotations

import pytest
from sphinx_meetup.reading.report import read_report

HEAD = '---\ntitle: "Tea Night #3 レポート"\n---\n\n'
TALKS = (
    '\n\n## Green tea\n\n@hanako\n\nNotes. https://other.connpass.com/event/77/\n\n## Black tea\n\n@taro\n\nNotes.\n'
)
PAGE = 'https://tea.connpass.com/event/1/'


@pytest.mark.parametrize(
    'body',
    [
        PAGE,
        f'URL: {PAGE}',
        f'- イベントページ: <{PAGE}>',
        f'connpass：{PAGE}',
        f'[Tea Night #3]({PAGE})に参加しました。',
        'イベントは[こちら][1]\n\n[1]: ' + PAGE,
        f'<p>See <a href="{PAGE}">the page</a>.</p>',
        f'|URL|{PAGE}|\n|---|---|\n|会場|例ビル|',
        f'Next: https://tea.connpass.com/event/2/\n\nToday {PAGE}',
        f'次回は https://tea.connpass.com/event/2/ です。\n\n今回は {PAGE} です。',
        f'## 次回\n\nhttps://tea.connpass.com/event/2/\n\n## 概要\n\n{PAGE}',
        f'https://tea.connpass.com/\n\n{PAGE}',
        f'https://connpass.com/user/hanako/\n\n{PAGE}',
        f'URL: {PAGE}\n\nhttps://tea.doorkeeper.jp/events/9',
    ],
)
def test_pages(body: str) -> None:
    found = read_report(HEAD + body + TALKS).event.url
    assert found is not None
    assert found.value == PAGE


@pytest.mark.parametrize(
    ('body', 'url'),
    [
        ('[Tea Night #3](https://tea.example.com/3)に行ってきた', 'https://tea.example.com/3'),
        ('[Tea Night](https://tea.example.com/)に行ってきた', 'https://tea.example.com/'),
        ('[Tea](https://tea.example.com/)を飲んだ', None),
        ('[Tea Night #3](https://twitter.com/tea)のつぶやき', None),
        ('[Tea Night #3 を聞いた](https://example.com/blog/tea)', None),
        ('[Tea Night #3](https://speakerdeck.com/hanako/tea)の資料', None),
        ('次回は https://tea.connpass.com/event/2/presentation/ です。', None),
        ('- [website](https://hanako.example.com/)\n- [github](https://github.com/hanako)', None),
        ('## Website\n\nhttps://hanako.example.com/', None),
        ('Nothing.', None),
    ],
)
def test_other_hosts(body: str, url: str | None) -> None:
    found = read_report(HEAD + body + '\n').event.url
    assert (found.value if found else None) == url


@pytest.mark.parametrize(
    ('line', 'name'),
    [
        ('|イベント名|お茶の夜|\n|---|---|\n|会場|例ビル|', 'お茶の夜'),
        ('Event: Tea at Night', 'Tea at Night'),
        (f'Event: [Tea at Night]({PAGE})', 'Tea at Night'),
        (f'イベント: {PAGE}', 'Tea Night #3'),
    ],
)
def test_a_label_may_give_the_name(line: str, name: str) -> None:
    event = read_report(HEAD + line + '\n').event
    assert event.title is not None
    assert event.title.value == name


@pytest.mark.parametrize(
    ('body', 'venue'),
    [
        ('会場: 例ビル 3F', '例ビル 3F'),
        ('## 会場\n\n例ビル 3F', '例ビル 3F'),
        ('## 会場\n\n前より広い部屋でした。', None),
        ('## Venue\n\nThe room was larger than the last one.', None),
        ('【会場】例ビル', '例ビル'),
        ('会場\n: 例ビル', '例ビル'),
        ('장소: 예시 홀', '예시 홀'),
    ],
)
def test_venues(body: str, venue: str | None) -> None:
    found = read_report(HEAD + body + '\n').event.venue
    assert (found.value if found else None) == venue
