"""The search box of every page in Chromium: hits as one types, keys, what a screen reader is told, marks on arrival."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import SCHEMES, WIDTHS
from searching import place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

REPORT = 'reports/2018/2018-01-12-kubernetes-meetup-tokyo-9.html'
SIDEBAR = '.sidebar-search'
HOME = '[role=main] form[role=search] input'


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    found = browser.new_page(base_url=address, viewport={'width': 1280, 'height': 900})
    found.on('pageerror', lambda error: pytest.fail(str(error)))
    yield found
    found.close()


def typed(page: Page, text: str, box: str = SIDEBAR) -> Locator:
    """Type into a box, and wait for its hits."""
    found = page.locator(box)
    found.click()
    found.press_sequentially(text)
    page.locator('.meetup-box:visible [role=option]').first.wait_for()
    return found


def options(page: Page) -> list[Locator]:
    return page.locator('.meetup-box:visible [role=option]').all()


def focused(page: Page) -> str:
    return str(page.evaluate('document.activeElement.className || document.activeElement.name'))


@pytest.mark.parametrize(('start', 'box'), [(REPORT, SIDEBAR), ('index.html', HOME), ('search.html', SIDEBAR)])
def test_hits_as_one_types(page: Page, start: str, box: str) -> None:
    page.goto(start)
    typed(page, 'さーびすめっしゅ', box)
    first = page.locator('.meetup-box:visible [role=option]', has_text='Kubernetes Meetup Tokyo #9').first
    assert '2018' in first.inner_text()
    assert 'サービスメッシュ' in first.locator('mark').all_inner_texts()


def test_a_hit_tells_speakers_event_and_date(page: Page) -> None:
    page.goto('index.html')
    typed(page, 'Kubernetes at GitHub', HOME)
    text = page.locator('.meetup-box:visible [role=option]').first.inner_text()
    for part in ('Kubernetes at GitHub', 'tnir', 'Kubernetes Meetup Tokyo #9', '2018'):
        assert part in text


def test_a_click_leads_to_the_talk(page: Page) -> None:
    page.goto(REPORT)
    typed(page, 'Kubernetes at GitHub')
    options(page)[0].click()
    page.wait_for_url(f'**/{REPORT}#talk-kubernetes-at-github')


def test_the_combobox_tells_its_state(page: Page) -> None:
    page.goto(REPORT)
    box = page.locator(SIDEBAR)
    assert box.get_attribute('role') == 'combobox'
    assert box.get_attribute('aria-expanded') == 'false'
    typed(page, 'GitHub')
    assert box.get_attribute('aria-expanded') == 'true'
    listed = page.locator(f'#{box.get_attribute("aria-controls")}')
    assert listed.get_attribute('role') == 'listbox'
    assert listed.get_attribute('aria-label')
    assert box.get_attribute('aria-activedescendant') is None
    box.press('ArrowDown')
    active = page.locator(f'#{box.get_attribute("aria-activedescendant")}')
    assert active.get_attribute('aria-selected') == 'true'
    assert page.locator('[role=option][aria-selected=true]').count() == 1
    assert page.evaluate("document.activeElement.matches('.sidebar-search')")


def test_arrows_go_round_by_way_of_the_box(page: Page) -> None:
    page.goto(REPORT)
    box = typed(page, 'GitHub')
    count = len(options(page))
    seen = []
    for key in ['ArrowDown'] * (count + 1) + ['ArrowUp'] * 2:
        box.press(key)
        seen.append(box.get_attribute('aria-activedescendant'))
    assert len(set(seen[:count])) == count
    assert seen[count] is None  # behind the last is the box again
    assert seen[count + 1] == seen[count - 1]
    assert seen[count + 2] == seen[count - 2]


def test_enter_opens_what_the_arrows_chose(page: Page) -> None:
    page.goto(REPORT)
    box = typed(page, 'Preempt')
    box.press('ArrowDown')
    target = place(page.locator('[role=option][aria-selected=true]'))
    box.press('Enter')
    page.wait_for_url(f'**/{target}')


def test_enter_alone_leads_to_the_search_page(page: Page) -> None:
    page.goto(REPORT)
    typed(page, 'GitHub').press('Enter')
    page.wait_for_url('**/search.html?q=GitHub')


def test_the_last_choice_is_all_hits(page: Page) -> None:
    page.goto(REPORT)
    typed(page, 'GitHub').press('ArrowUp')
    page.keyboard.press('Enter')
    page.wait_for_url('**/search.html?q=GitHub')


def test_escape_closes_the_hits_first_and_typing_opens_them_again(page: Page) -> None:
    page.goto(REPORT)
    box = typed(page, 'GitHub')
    box.press('Escape')
    assert options(page) == []
    assert box.input_value() == 'GitHub'
    assert box.get_attribute('aria-expanded') == 'false'
    box.press('ArrowDown')
    page.locator('.meetup-box:visible [role=option]').first.wait_for()


def test_leaving_the_box_closes_its_hits(page: Page) -> None:
    page.goto(REPORT)
    typed(page, 'GitHub').press('Tab')
    page.wait_for_function("document.querySelectorAll('.meetup-box:not([hidden])').length === 0")


def test_how_many_there_are_is_spoken(page: Page) -> None:
    page.goto(REPORT)
    spoken = page.locator('form[role=search] > p[role=status]')
    assert spoken.inner_text() == ''
    typed(page, 'GitHub')
    assert any(sign.isdigit() for sign in spoken.inner_text())


def test_a_million_letters_do_not_hang_the_box(page: Page) -> None:
    page.goto(REPORT)
    page.evaluate("""() => {
        const box = document.querySelector('.sidebar-search');
        box.focus();
        box.value = 'サービスメッシュ '.repeat(120000);
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }""")
    last = page.locator('.meetup-box:visible [role=option]').last
    last.wait_for(timeout=5000)
    assert len(str(last.get_attribute('href'))) < 20_000


def test_nothing_found_is_said(page: Page) -> None:
    page.goto(REPORT)
    page.locator(SIDEBAR).press_sequentially('qzxqzx')
    page.locator('.meetup-box-line:visible').wait_for()
    assert page.locator(SIDEBAR).get_attribute('aria-expanded') == 'false'


def test_an_index_that_fails_to_load_says_so(page: Page) -> None:
    page.goto(REPORT)
    page.route('**/_static/search/*', lambda route: route.abort())
    page.locator(SIDEBAR).press_sequentially('GitHub')
    page.locator('.meetup-box-line:visible').wait_for()
    page.unroute('**/_static/search/*')
    page.locator(SIDEBAR).fill('')
    typed(page, 'GitHub')


def test_a_script_that_fails_to_load_is_loaded_the_next_time(page: Page) -> None:
    page.route('**/meetup-engine.js*', lambda route: route.abort())
    page.goto(REPORT)
    page.locator(SIDEBAR).press_sequentially('GitHub')
    page.locator('.meetup-box-line:visible').wait_for()
    page.unroute('**/meetup-engine.js*')
    page.locator(SIDEBAR).fill('')
    typed(page, 'GitHub')


def test_what_was_chosen_among_the_hits_of_other_words_is_not_opened(page: Page) -> None:
    page.goto(REPORT)
    box = typed(page, 'Git')
    box.press('ArrowDown')
    page.keyboard.type('Hub')
    page.keyboard.press('Enter')
    page.wait_for_url('**/search.html?q=GitHub')


@pytest.mark.parametrize('key', ['/', 'Control+k'])
@pytest.mark.parametrize(('start', 'box'), [(REPORT, SIDEBAR), ('index.html', HOME), ('search.html', HOME)])
def test_keys_lead_to_the_box(page: Page, key: str, start: str, box: str) -> None:
    page.goto(start)
    page.keyboard.press(key)
    assert page.evaluate('box => document.activeElement === document.querySelector(box)', box)
    assert page.locator(box).input_value() == ''


def test_a_key_opens_the_drawer_that_hides_the_box(page: Page) -> None:
    page.set_viewport_size({'width': 320, 'height': 700})
    page.goto(REPORT)
    page.keyboard.press('Control+k')
    page.wait_for_function("document.querySelector('.sidebar-search').getBoundingClientRect().left >= 0")
    page.keyboard.type('GitHub')
    page.locator('.meetup-box:visible [role=option]').first.wait_for()
    assert page.evaluate('document.documentElement.scrollWidth') <= 320
    sides = page.evaluate("""() => {
        const box = document.querySelector('.meetup-box:not([hidden])').getBoundingClientRect();
        return [box.left, box.right, box.bottom];
    }""")
    assert sides[0] >= 0
    assert sides[1] <= 320
    assert sides[2] <= 700


def test_escape_closes_the_drawer_that_a_key_opened(page: Page) -> None:
    page.set_viewport_size({'width': 768, 'height': 700})
    page.goto(REPORT)
    page.keyboard.press('/')
    assert page.locator('#__navigation').is_checked()
    page.keyboard.press('Escape')
    assert not page.locator('#__navigation').is_checked()


def test_one_tab_leaves_a_box_whose_hits_scroll(page: Page) -> None:
    page.set_viewport_size({'width': 1280, 'height': 500})
    page.goto(REPORT)
    typed(page, 'コンテナ').press('Tab')
    assert page.evaluate('document.activeElement.tagName') == 'A'


@pytest.mark.parametrize('height', [320, 400, 900])
def test_the_chosen_hit_is_in_sight(page: Page, height: int) -> None:
    page.set_viewport_size({'width': 640, 'height': height})
    page.goto('index.html')
    box = typed(page, 'コンテナ', HOME)
    for _ in range(3):
        box.press('ArrowDown')
    sides = page.locator('[role=option][aria-selected=true]').bounding_box()
    listed = page.locator('.meetup-box:visible').bounding_box()
    assert sides is not None
    assert listed is not None
    assert listed['y'] >= 0
    assert listed['y'] + listed['height'] <= height
    assert sides['y'] < listed['y'] + listed['height']


@pytest.mark.parametrize(('query', 'word'), [('fargte', 'Fargate'), ('k8s', 'Kubernetes')])
def test_what_words_were_taken_for_is_marked(page: Page, query: str, word: str) -> None:
    page.goto(f'search.html?q={query}')
    hit = page.locator('.meetup-hits > li', has_text=word).first
    assert word in hit.locator('mark').all_inner_texts()
    hit.locator('a.meetup-hit').click()
    page.locator('.meetup-mark', has_text=word).first.wait_for()


def test_a_slash_is_a_slash_where_one_writes(page: Page) -> None:
    page.goto('index.html')
    box = page.locator(HOME)
    box.click()
    box.press_sequentially('a/b')
    assert box.input_value() == 'a/b'


def test_the_slash_is_left_to_the_search_of_read_the_docs(page: Page) -> None:
    page.goto(REPORT)
    page.evaluate("document.body.append(document.createElement('readthedocs-search'))")
    page.keyboard.press('/')
    assert page.evaluate('document.activeElement === document.body')
    page.keyboard.press('Control+k')
    assert focused(page) == 'sidebar-search'


def test_nothing_is_searched_while_letters_are_not_settled(page: Page) -> None:
    page.goto(REPORT)
    page.locator(SIDEBAR).click()
    session = page.context.new_cdp_session(page)
    session.send('Input.imeSetComposition', {'text': 'せきゅ', 'selectionStart': 3, 'selectionEnd': 3})
    page.wait_for_timeout(400)
    assert options(page) == []
    session.send('Input.imeSetComposition', {'text': 'セキュリティ', 'selectionStart': 6, 'selectionEnd': 6})
    page.wait_for_timeout(300)
    assert options(page) == []
    session.send('Input.insertText', {'text': 'セキュリティ'})
    page.locator('.meetup-box:visible [role=option]').first.wait_for()
    assert page.locator(SIDEBAR).input_value() == 'セキュリティ'


@pytest.mark.parametrize('detail', [{'isComposing': True}, {'keyCode': 229}])
def test_the_enter_of_a_conversion_opens_nothing(page: Page, detail: dict[str, Any]) -> None:
    page.goto(REPORT)
    box = typed(page, 'GitHub')
    box.press('ArrowDown')
    page.evaluate(
        """detail => {
            const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...detail });
            document.activeElement.dispatchEvent(event);
        }""",
        detail,
    )
    page.wait_for_timeout(200)
    assert page.url.endswith(REPORT)


def test_words_are_marked_where_a_hit_leads_and_the_page_is_scrolled_there(page: Page) -> None:
    page.goto('search.html?q=kubernetes%20githab')
    page.locator('a.meetup-hit').first.click()
    page.locator('.meetup-mark').first.wait_for()
    assert page.url.endswith(f'{REPORT}#talk-kubernetes-at-github')  # the words are not in the address any more
    assert 'Kubernetes' in page.locator('.meetup-mark').all_inner_texts()
    page.wait_for_function(
        "Math.abs(document.getElementById('talk-kubernetes-at-github').getBoundingClientRect().top - 100) <= 100"
    )
    outside = page.locator('.meetup-mark').evaluate_all(
        "marks => marks.filter(mark => !mark.closest('#talk-kubernetes-at-github')).length"
    )
    assert outside == 0


def test_escape_takes_the_marks_away_and_leaves_the_text(page: Page) -> None:
    page.goto(REPORT)
    before = page.locator('#talk-kubernetes-at-github').inner_text()
    page.goto(f'{REPORT}?marked=GitHub#talk-kubernetes-at-github')
    page.locator('.meetup-mark').first.wait_for()
    assert page.locator('#talk-kubernetes-at-github').inner_text() == before
    page.keyboard.press('Escape')
    assert page.locator('.meetup-mark').count() == 0
    assert page.locator('#talk-kubernetes-at-github').inner_text() == before


@pytest.mark.parametrize('words', ['%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E', '%25', '%F0%9F%92%A5', 'a' * 5_000])
def test_words_to_mark_are_text(page: Page, words: str) -> None:
    said: list[str] = []
    page.on('dialog', lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    images = 'document.querySelectorAll("article img").length'
    page.goto(REPORT)
    count = page.evaluate(images)
    if len(words) > 1000:
        page.evaluate('words => history.replaceState(null, "", `?marked=${words}`)', words)
        page.reload()
    else:
        page.goto(f'{REPORT}?marked={words}#talk-kubernetes-at-github')
    page.wait_for_function("!location.search.includes('marked')")
    assert said == []
    assert page.evaluate(images) == count


def test_from_a_folder_without_a_server(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / REPORT).as_uri())
    typed(page, 'Kubernetes at GitHub')
    options(page)[0].click()
    page.locator('.meetup-mark').first.wait_for()
    page.close()


def test_before_anybody_searches_nothing_is_loaded_for_it(page: Page) -> None:
    asked: list[str] = []
    page.on('request', lambda request: asked.append(request.url))
    page.goto(REPORT)
    page.wait_for_load_state('networkidle')
    assert [url for url in asked if '/search/' in url or 'meetup-engine' in url] == []


@pytest.mark.parametrize('scheme', SCHEMES)
@pytest.mark.parametrize('width', WIDTHS)
def test_nothing_for_axe_to_find_in_the_box(browser: Browser, address: str, width: int, scheme: Any) -> None:
    page = browser.new_page(base_url=address, viewport={'width': width, 'height': 700}, color_scheme=scheme)
    page.goto('index.html')
    typed(page, 'GitHub', HOME).press('ArrowDown')
    found = Axe().run(page).response['violations']
    assert [f'{item["id"]}: {node["html"][:150]}' for item in found for node in item['nodes']] == []
    assert page.evaluate('document.documentElement.scrollWidth') <= width
    page.close()


def test_the_chosen_hit_is_seen_in_forced_colours(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address, forced_colors='active')
    page.goto('index.html')
    typed(page, 'GitHub', HOME).press('ArrowDown')
    chosen, other = (
        page.locator(f'[role=option][aria-selected={state}]').first.evaluate(
            'one => getComputedStyle(one).outlineStyle'
        )
        for state in ('true', 'false')
    )
    assert (chosen, other) == ('solid', 'none')
    page.close()
