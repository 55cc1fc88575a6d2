"""Frames in Chromium: nothing is asked of their hosts before the button is pressed, and a frame is usable after it.

The hosts are played by this test; nothing leaves the machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import SCHEMES, WIDTHS, serve
from support import Site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page, Request, Route

pytestmark = pytest.mark.browser

CONF = "html_theme = 'furo'\nlanguage = 'ja'\n"
REPORT = """\
---
title: 'Pots Night #1'
---

日時: 2030年4月1日 19:00

## 鍋のふた

@hana

<iframe src="https://speakerdeck.com/player/0123456789abcdef" title="鍋のふたの話"></iframe>

- ふたは重い。

## 感想

また来たい。

<iframe src="//www.youtube.com/embed/abcdefghijk?autoplay=1" allow="autoplay"></iframe>

途中に <iframe src="https://player.vimeo.com/video/5"></iframe> もある。

| 鍋 | 動画 |
| --- | --- |
| 土鍋 | <iframe src="https://embed.nicovideo.jp/watch/sm9"></iframe> |

<iframe src="https://frames.example/1"></iframe>
"""
PAGE = 'reports/a.html'
SPEAKER_DECK = 'ここに表示（Speaker Deck から読み込み）: 鍋のふたの話'
ANSWER = '<!doctype html><title>x</title><button id="inside">x</button><script>top.location = "https://evil.example/"</script>'


@pytest.fixture(scope='module')
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with one report that has frames, and a page without."""
    place = tmp_path_factory.mktemp('frames')
    site = Site(place / 'docs', {'reports/a.md': REPORT, 'plain.md': '# Plain\n\nWords.\n'}, CONF)
    ran = site.run('html', place / 'html', '-q', '-W')
    assert (ran.returncode, ran.stderr) == (0, '')
    return place / 'html'


@pytest.fixture(scope='module')
def served(folder: Path) -> Iterator[str]:
    with serve(folder) as found:
        yield found


class Visit:
    """A page that is open, and what was asked of other hosts than the site's own."""

    def __init__(self, browser: Browser, url: str, **options: object) -> None:
        self.asked: list[Request] = []
        self.said: list[str] = []
        self.own = urlsplit(url).netloc
        self.page: Page = browser.new_page(**options)  # type: ignore[arg-type]
        self.page.route(lambda asked: urlsplit(asked).netloc != self.own, self._answer)
        self.page.on('pageerror', lambda error: self.said.append(str(error)))
        self.page.goto(url, wait_until='networkidle')

    def _answer(self, route: Route) -> None:
        self.asked.append(route.request)
        route.fulfill(body=ANSWER, content_type='text/html')

    @property
    def hosts(self) -> list[str | None]:
        return [urlsplit(request.url).hostname for request in self.asked]

    @property
    def buttons(self) -> Locator:
        return self.page.locator('article').get_by_role('button', name='ここに表示')

    def open_all(self) -> None:
        while self.buttons.count():
            self.press(self.buttons.first)

    def press(self, button: Locator) -> None:
        """Press a button and wait for the frame it asks for.

        The page itself has been idle all along, so that "networkidle" would be true at once, and a frame that is
        out of sight asks nobody until it comes near.
        """
        before = len(self.asked)
        button.click()
        self.page.locator('article iframe').last.scroll_into_view_if_needed()
        for _ in range(200):
            if len(self.asked) > before:
                return
            self.page.wait_for_timeout(50)
        pytest.fail('The button was pressed and its frame asked nobody within ten seconds')


@pytest.fixture
def visit(browser: Browser, served: str) -> Iterator[Visit]:
    found = Visit(browser, served + PAGE)
    yield found
    found.page.close()


def test_nobody_else_is_asked_before_the_button_is_pressed(visit: Visit) -> None:
    assert visit.buttons.count() == 4
    visit.page.mouse.wheel(0, 3000)
    for button in visit.buttons.all():
        button.hover()
        button.focus()
    visit.page.wait_for_load_state('networkidle')
    assert visit.hosts == []
    assert visit.page.locator('iframe').count() == 0


def test_one_press_asks_one_host_for_one_frame(visit: Visit) -> None:
    visit.press(visit.page.get_by_role('button', name=SPEAKER_DECK, exact=True))
    assert visit.hosts == ['speakerdeck.com']
    assert visit.asked[0].headers['referer'] == f'http://{visit.own}/'  # the site, not the page
    frame = visit.page.locator('iframe')
    assert frame.count() == 1
    assert frame.get_attribute('src') == 'https://speakerdeck.com/player/0123456789abcdef'
    assert frame.get_attribute('title') == 'スライド（Speaker Deck）: 鍋のふたの話'
    assert visit.buttons.count() == 3
    # The frame's script tries to lead the whole page away.
    assert [text for text in visit.said if 'does not have permission to navigate' not in text] == []


def test_a_frame_may_do_no_more_than_play(visit: Visit) -> None:
    visit.open_all()
    frames = visit.page.locator('article iframe')
    assert frames.count() == 4
    for frame in frames.all():
        assert set((frame.get_attribute('sandbox') or '').split()) == {
            'allow-popups',
            'allow-popups-to-escape-sandbox',
            'allow-same-origin',
            'allow-scripts',
        }
        assert frame.get_attribute('referrerpolicy') == 'strict-origin-when-cross-origin'
        assert frame.get_attribute('loading') == 'lazy'
        assert frame.get_attribute('allowfullscreen') is not None
        assert frame.get_attribute('allow') is None
        assert 'autoplay' not in (frame.get_attribute('src') or '')
        assert frame.get_attribute('title')
    assert visit.page.url.endswith(PAGE)
    assert set(visit.hosts) == {'speakerdeck.com', 'www.youtube-nocookie.com', 'player.vimeo.com', 'embed.nicovideo.jp'}


@pytest.mark.parametrize('press', ['Enter', 'Space'])
def test_the_keyboard_opens_a_frame_and_goes_on_inside_it(visit: Visit, press: str) -> None:
    visit.page.locator('.meetup-slides-link').focus()
    visit.page.keyboard.press('Tab')
    assert visit.page.evaluate('document.activeElement.getAttribute("aria-label")') == SPEAKER_DECK
    outline = visit.page.evaluate('getComputedStyle(document.activeElement).outlineStyle')
    assert outline != 'none'
    with visit.page.expect_event('framenavigated', lambda frame: 'speakerdeck' in frame.url) as navigated:
        visit.page.keyboard.press(press)
    assert visit.page.evaluate('document.activeElement.tagName') == 'IFRAME'
    inside = navigated.value
    inside.wait_for_function('document.hasFocus()')
    visit.page.keyboard.press('Tab')
    assert inside.evaluate('document.activeElement.id') == 'inside'


def test_the_link_stays_beside_the_frame(visit: Visit) -> None:
    visit.open_all()
    links = visit.page.locator('.meetup-player > a')
    assert links.count() == 4
    assert all(link.is_visible() for link in links.all())


def test_without_javascript_there_are_links_and_no_button(browser: Browser, served: str) -> None:
    visit = Visit(browser, served + PAGE, java_script_enabled=False)
    assert visit.buttons.count() == 0
    links = visit.page.locator('.meetup-player > a')
    assert links.count() == 4
    assert all(link.is_visible() for link in links.all())
    assert visit.hosts == []
    visit.page.close()


def test_a_page_without_frames_loads_nothing_for_them(browser: Browser, served: str) -> None:
    visit = Visit(browser, f'{served}plain.html')
    assert visit.page.locator('[src*="meetup-player"], [href*="meetup-player"]').count() == 0
    visit.page.close()


def test_it_works_from_a_folder(browser: Browser, folder: Path) -> None:
    page = browser.new_page()
    page.route('https://**', lambda route: route.fulfill(body=ANSWER, content_type='text/html'))
    page.goto((folder / PAGE).as_uri())
    page.get_by_role('button', name=SPEAKER_DECK).click()
    assert page.locator('iframe').get_attribute('src') == 'https://speakerdeck.com/player/0123456789abcdef'
    page.close()


def test_a_strict_policy_for_scripts_and_styles_lets_it_work(browser: Browser, served: str) -> None:
    page = browser.new_page()

    def strictly(route: Route) -> None:
        response = route.fetch()
        policy = "default-src 'self'; script-src 'self'; style-src 'self'; frame-src https:"
        route.fulfill(response=response, headers={**response.headers, 'content-security-policy': policy})

    page.route('**/*.html', strictly)
    page.route('https://**', lambda route: route.fulfill(body=ANSWER, content_type='text/html'))
    page.goto(served + PAGE)
    page.get_by_role('button', name=SPEAKER_DECK).click()
    box = page.locator('iframe').bounding_box()
    assert box
    assert box['width'] / box['height'] == pytest.approx(16 / 9, abs=0.05)
    page.close()


@pytest.mark.parametrize('scheme', SCHEMES)
@pytest.mark.parametrize('width', WIDTHS)
def test_nothing_for_axe_to_find_and_no_sideways_scroll(browser: Browser, served: str, width: int, scheme: str) -> None:
    visit = Visit(browser, served + PAGE, viewport={'width': width, 'height': 900}, color_scheme=scheme)
    for opened in (False, True):
        if opened:
            visit.open_all()
        found = Axe().run(visit.page, context='article').response['violations']
        said = [f'{item["id"]}: {node["html"][:150]}' for item in found for node in item['nodes']]
        assert said == []
        assert visit.page.evaluate('document.documentElement.scrollWidth') <= width
    for frame in visit.page.locator('p > .meetup-player > iframe, dd > .meetup-player > iframe').all():
        box = frame.bounding_box()
        assert box
        assert box['width'] / box['height'] == pytest.approx(16 / 9, abs=0.05)
        assert box['width'] >= 0.6 * min(width, 400)
    visit.page.close()


def test_paper_has_the_address_in_place_of_button_and_frame(visit: Visit) -> None:
    visit.buttons.first.click()
    visit.page.emulate_media(media='print')
    assert not visit.page.locator('article iframe').is_visible()
    assert not any(button.is_visible() for button in visit.page.locator('.meetup-player-button').all())
    shown = visit.page.locator('.meetup-player > a').evaluate_all(
        'links => links.map(link => getComputedStyle(link, "::after").content)'
    )
    assert len(shown) == 4
    assert all('http' in text for text in shown)
