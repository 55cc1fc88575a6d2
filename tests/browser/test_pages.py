"""Every kind of page in Chromium: at three widths, light and dark, by keyboard, on paper, without JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import SCHEMES, WIDTHS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

EVENT = 'reports/2018/2018-01-12-kubernetes-meetup-tokyo-9.html'
LONG_EVENT = 'reports/2019/2019-12-03-kubernetes-meetup-tokyo-26.html'
PAGES = (
    'index.html',
    'reports/index.html',
    EVENT,
    'reports/2018/2018-03-08-kubernetes-meetup-tokyo-10.html',
    LONG_EVENT,
    'reports/2018/2018-03-10-jaws-days-2018.html',
    'speakers/index.html',
    'speakers/ianmlewis.html',
    'speakers/making.html',
    'topics/index.html',
    'topics/kubernetes.html',
    'series/index.html',
    'series/kubernetes-meetup-tokyo.html',
    'archive/index.html',
    'archive/2018.html',
    'guide/index.html',
    'guide/writing.html',
    'guide/directives.html',
    'guide/configuration.html',
    'search.html',
)


def open_page(browser: Browser, url: str, width: int = 1280, scheme: str = 'light', **options: object) -> Page:
    return browser.new_page(  # type: ignore[arg-type]
        viewport={'width': width, 'height': 900}, color_scheme=scheme, base_url=url, **options
    )


@pytest.fixture
def event(browser: Browser, address: str) -> Iterator[Page]:
    page = open_page(browser, address)
    page.goto(EVENT)
    yield page
    page.close()


@pytest.mark.parametrize('scheme', SCHEMES)
@pytest.mark.parametrize('width', WIDTHS)
@pytest.mark.parametrize('path', PAGES)
def test_nothing_for_axe_to_find_and_no_sideways_scroll(
    browser: Browser, address: str, path: str, width: int, scheme: str
) -> None:
    page = open_page(browser, address, width, scheme)
    page.goto(path)
    page.evaluate('for (const details of document.querySelectorAll("article details")) details.open = true')
    found = Axe().run(page).response['violations']
    said = [f'{item["id"]}: {node["html"][:150]}' for item in found for node in item['nodes']]
    assert said == []
    assert page.evaluate('document.documentElement.scrollWidth') <= width
    page.close()


@pytest.mark.parametrize('path', PAGES)
def test_a_page_asks_nobody_else_and_says_nothing_in_the_console(browser: Browser, address: str, path: str) -> None:
    page = open_page(browser, address)
    asked: list[str] = []
    said: list[str] = []
    page.on('request', lambda request: asked.append(urlsplit(request.url).netloc))
    page.on('console', lambda message: said.append(message.text))
    page.on('pageerror', lambda error: said.append(str(error)))
    page.goto(path, wait_until='networkidle')
    assert set(asked) == {urlsplit(address).netloc}
    assert said == []
    page.close()


@pytest.mark.parametrize('width', WIDTHS)
def test_the_timetable_is_a_table_to_a_screen_reader_at_every_width(browser: Browser, address: str, width: int) -> None:
    page = open_page(browser, address, width)
    page.goto(EVENT)
    table = page.get_by_role('table', name='Kubernetes Meetup Tokyo #9')
    assert table.count() == 1
    assert table.get_by_role('row').count() == 7
    assert table.get_by_role('columnheader').count() == 3
    assert table.get_by_role('rowheader').count() == 6
    assert table.get_by_role('cell').count() == 12
    page.close()


def test_a_row_becomes_two_lines_on_a_phone(browser: Browser, address: str) -> None:
    page = open_page(browser, address, 320)
    page.goto(EVENT)
    row = page.locator('tr.meetup-slot', has_text='Kubernetes at GitHub')
    time, title, people = (row.locator(f'.meetup-slot-{name}').bounding_box() for name in ('time', 'title', 'people'))
    assert time
    assert title
    assert people
    assert people['y'] < title['y']
    assert title['y'] >= time['y'] + time['height'] - 1
    assert people['x'] > time['x']
    page.close()


def test_bars_are_as_long_as_their_slots_and_leave_gaps(event: Page) -> None:
    boxes = event.locator('.meetup-bar-slot').evaluate_all(
        'bars => bars.map(bar => { const box = bar.getBoundingClientRect();'
        ' const all = bar.parentNode.getBoundingClientRect();'
        ' return [(box.left - all.left) / all.width, box.width / all.width]; })'
    )
    minutes = [(0, 5), (5, 15), (25, 15), (45, 15), (65, 15), (85, 20)]
    for (left, width), (start, length) in zip(boxes, minutes, strict=True):
        assert left == pytest.approx(start / 105, abs=0.01)
        assert width == pytest.approx(length / 105, abs=0.01)


def test_a_talk_shows_its_time_above_its_title_and_its_notes_below(event: Page) -> None:
    talk = event.locator('section.meetup-talk').first
    tops = [talk.locator(part).first.bounding_box() for part in ('.meetup-when', 'h2', '.meetup-talk-facts', 'ul')]
    heights = [box['y'] for box in tops if box]
    assert heights == sorted(heights)
    assert len(heights) == 4


def test_the_keyboard_goes_from_the_top_to_a_talk(event: Page) -> None:
    event.keyboard.press('Tab')
    assert event.evaluate('document.activeElement.className').startswith('skip-to-content')
    event.keyboard.press('Enter')
    for _ in range(40):
        event.keyboard.press('Tab')
        target = event.evaluate('document.activeElement.getAttribute("href")')
        if target == '#talk-kubernetes-at-github':
            break
        outline = event.evaluate(
            '(() => { const style = getComputedStyle(document.activeElement);'
            ' return [style.outlineStyle, parseFloat(style.outlineWidth)]; })()'
        )
        assert outline[0] != 'none', target
        assert outline[1] > 0, target
    else:
        pytest.fail('the talk is not reached in 40 steps')
    event.keyboard.press('Enter')
    event.wait_for_url('**#talk-kubernetes-at-github')
    event.wait_for_function(  # furo scrolls smoothly
        '(() => { const top = document.getElementById("talk-kubernetes-at-github").getBoundingClientRect().top;'
        ' return top > -2 && top < 450; })()'
    )


def test_everything_can_be_read_without_javascript(browser: Browser, address: str) -> None:
    page = open_page(browser, address, java_script_enabled=False)
    page.goto(EVENT)
    assert page.locator('section.meetup-talk').count() == 5
    for part in ('.meetup-event', 'table.meetup-timetable', 'section.meetup-talk >> nth=4', '.sidebar-tree'):
        assert page.locator(part).first.is_visible()
    page.close()


def test_a_page_opens_from_a_folder(browser: Browser, site: Path) -> None:
    page = browser.new_page(viewport={'width': 1280, 'height': 900})
    page.goto((site / EVENT).as_uri())
    assert page.locator('.meetup-talk').first.evaluate('node => getComputedStyle(node).borderRadius') != '0px'
    page.locator('.sidebar-tree a[href$="series/index.html"]').click()
    page.locator('.meetup-series a', has_text='Kubernetes Meetup Tokyo').click()
    page.locator('.meetup-series-events a', has_text='#26').click()
    page.wait_for_url('file://**/*tokyo-26.html*')
    page.close()


def test_paper_is_black_on_white_in_the_dark_too(browser: Browser, address: str) -> None:
    page = open_page(browser, address, scheme='dark')
    page.goto(LONG_EVENT)
    page.emulate_media(media='print', color_scheme='dark')
    colours = page.evaluate(
        '["body", ".meetup-talk h2", ".meetup-slot-talk .meetup-slot-time"].map(part =>'
        ' getComputedStyle(document.querySelector(part)).color)'
    )
    assert colours == ['rgb(0, 0, 0)'] * 3
    for part in ('.sidebar-drawer', '.toc-drawer', '.skip-to-content', '.headerlink'):
        assert not page.locator(part).first.is_visible(), part
    page.close()


def test_motion_stops_for_those_who_ask(browser: Browser, address: str) -> None:
    page = open_page(browser, address, reduced_motion='reduce')
    page.goto(EVENT)
    moving = page.evaluate(
        '[...document.querySelectorAll("body *")].filter(node =>'
        ' parseFloat(getComputedStyle(node).transitionDuration) > 0).length'
    )
    assert moving == 0
    assert page.evaluate('getComputedStyle(document.documentElement).scrollBehavior') == 'auto'
    page.close()


def test_forced_colours_keep_names_and_buttons_apart(browser: Browser, address: str) -> None:
    page = open_page(browser, address, forced_colors='active')
    page.goto(EVENT)
    assert page.locator('.meetup-name').first.is_visible()
    assert page.locator('.meetup-bar').first.is_visible()
    page.close()


def test_furo_speaks_japanese(event: Page) -> None:
    assert event.locator('html').get_attribute('lang') == 'ja'
    whole = event.content()
    for english in (
        'Toggle ',
        'On this page',
        'Skip to content',
        'Back to top',
        'Previous',
        'Link to this heading',
        ' mode',
    ):
        assert english not in whole, english
