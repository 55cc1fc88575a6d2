"""Ranking on the site's own reports and guide: labelled queries of many kinds, judged by the first hit."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from searching import place, settled

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

QUERIES = Path(__file__).parents[1] / 'fixtures' / 'search-queries.tsv'
ENOUGH = 0.9
"""The share of queries that lead to the right section at once. All has to find something, none has to be perfect."""


def test_the_first_hit_of_labelled_queries(browser: Browser, address: str) -> None:
    with QUERIES.open(encoding='utf-8', newline='') as file:
        queries = list(csv.DictReader(file, dialect='excel-tab'))
    page = browser.new_page(base_url=address)
    missed, empty = [], []
    for one in queries:
        page.goto(f'search.html?q={quote(one["query"])}')
        settled(page)
        hit = page.locator('a.meetup-hit').first
        if hit.count() == 0:
            empty.append(one['query'])
            continue
        found, title = place(hit), hit.inner_text()
        if one['page'] not in found or one['title'].casefold() not in title.casefold():
            missed.append(f'{one["kind"]}: {one["query"]} -> {found} "{title}"')
    page.close()
    assert empty == []
    assert len(missed) <= (1 - ENOUGH) * len(queries), '\n'.join(missed)
