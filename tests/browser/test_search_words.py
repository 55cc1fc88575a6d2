"""What finds what, on a small archive made for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser import serve
from searching import ask, status
from support import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

REPORT = """\
---
title: "{title}"
date: 2030-02-0{day}
lang: ja
---

{talks}
"""
TALKS = {
    '窯の温度': '窯を温める。ログを見る。',
    '釉薬とブログ': 'ブログに書いた。',
    'ブラウザの話': 'login がいる。ブラウザで見る。',
    'Kubernetes と皿': 'k8s の皿。',
    '土の性能': '性能が落ちた。',
    '粘土のサーバー': 'サーバーに載せる。',
    '湯のみ #035': '会の記録。',
    'セキュリティの鍵': '鍵を替える。',
    'Queueing up': 'A queue of cups, one after another.',
    '注意書き': ':::{admonition} 釜が割れた日\n:class: note\n\n急に冷やした。\n:::',
}


@pytest.fixture(scope='module')
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site with those talks is served."""
    talks = list(TALKS.items())
    files = {
        f'reports/r{day}.md': REPORT.format(
            title=f'器の会 {day}',
            day=day,
            talks='\n\n'.join(f'## {name}\n\nby Ann Example\n\n{text}' for name, text in talks[day - 1 :: 2]),
        )
        for day in (1, 2)
    }
    conf = "primary_domain = 'meetup'\nlanguage = 'ja'\nmyst_enable_extensions = ['colon_fence']\n"
    built = Site(tmp_path_factory.mktemp('small'), files, conf).build()
    with serve(built.outdir) as address:
        yield address


@pytest.fixture
def page(browser: Browser, small: str) -> Iterator[Page]:
    found = browser.new_page(base_url=small)
    found.on('pageerror', lambda error: pytest.fail(str(error)))
    yield found
    found.close()


@pytest.mark.parametrize(
    ('query', 'titles'),
    [
        (
            'ログ',
            ['窯の温度', '釉薬とブログ', 'ブラウザの話'],
        ),  # the letters wherever they stand, and what begins with "log"
        ('log', ['窯の温度', '釉薬とブログ', 'ブラウザの話']),
        ('ブログ', ['釉薬とブログ']),
        ('ぶろぐ', ['釉薬とブログ']),
        ('セキュリティ', ['セキュリティの鍵']),  # no queue in it
        ('kubernetes', ['Kubernetes と皿']),
        ('kubernetse', ['Kubernetes と皿']),
        ('k8s', ['Kubernetes と皿']),
        ('performance', ['土の性能']),
        ('さーば', ['粘土のサーバー']),
        ('server', ['粘土のサーバー']),
        ('湯のみ 35', ['湯のみ #035']),
        ('釜が割れた', ['注意書き']),
        ('皿の性能', ['土の性能']),  # what joins two words is no third one
        ('窯のqueue', ['窯の温度', 'Queueing up']),
        ('ラムダ', []),  # no scrap of a word
        ('モニタリング', []),  # "monitoring" is no slip of anything
    ],
)
def test_found(page: Page, query: str, titles: list[str]) -> None:
    ask(page, query)
    found = [' '.join(text.split()) for text in page.locator('a.meetup-hit').all_inner_texts()]
    assert sorted(found) == sorted(titles)


def test_of_nothing_it_is_said_that_there_is_nothing(page: Page) -> None:
    assert ask(page, 'zzyzx') == []
    assert '見つかりません' in status(page)
