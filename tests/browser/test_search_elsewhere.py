"""The search with other builders and themes: a small archive, searched from a page of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser import serve
from searching import place, settled
from support import Site

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

REPORT = """\
---
title: "Pot Meetup #1"
date: 2030-02-01
lang: en
---

## Clay kilns

by Ann Example (@ann_example)

- hot

## Glass cups

by Bo Sample

- amber
"""
CONF = "primary_domain = 'meetup'\nhtml_theme = '{theme}'\n"


@pytest.mark.parametrize(
    ('builder', 'theme', 'report', 'search'),
    [
        ('html', 'basic', 'reports/one.html', 'search.html'),
        ('html', 'alabaster', 'reports/one.html', 'search.html'),
        ('dirhtml', 'furo', 'reports/one/', 'search/'),
        ('dirhtml', 'basic', 'reports/one/', 'search/'),
    ],
)
def test_found_and_reached(
    browser: Browser, tmp_path: Path, builder: str, theme: str, report: str, search: str
) -> None:
    built = Site(tmp_path, {'reports/one.md': REPORT}, CONF.format(theme=theme)).build(builder)
    with serve(built.outdir) as address:
        page = browser.new_page(base_url=address, viewport={'width': 1280, 'height': 900})
        page.goto(report)
        page.keyboard.press('Control+k')
        page.keyboard.type('kiln')
        option = page.locator('.meetup-box:visible [role=option]').first
        option.wait_for()
        assert place(option) == f'{report}#talk-clay-kilns'
        page.keyboard.press('Enter')
        page.wait_for_url(f'**/{search}?q=kiln')
        settled(page)
        hit = page.locator('a.meetup-hit').first
        assert place(hit) == f'{report}#talk-clay-kilns'
        hit.click()
        page.locator('.meetup-mark').first.wait_for()
        assert page.url == f'{address}{report}#talk-clay-kilns'
        page.close()
