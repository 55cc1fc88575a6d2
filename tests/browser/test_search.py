"""The search in Chromium: the same folding as Python's, what is found and how it is shown, and what goes wrong."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import SCHEMES, WIDTHS
from searching import ask, place, status
from sphinx_meetup.search.fold import fold
from sphinx_meetup.search.terms import runs, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

VECTORS = json.loads((Path(__file__).parents[1] / 'fixtures' / 'search-vectors.json').read_text('utf-8'))
ALPHABETS = (
    [*range(0x20, 0x7F)],
    [*range(0x3041, 0x3097), *range(0x30A0, 0x3100), *range(0xFF00, 0xFFF0)],
    [*range(0x80, 0x600), *range(0x1E00, 0x2100)],
    [*range(0x1100, 0x1200), *range(0xAC00, 0xAD00), *range(0x4E00, 0x4F00)],
)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    found = browser.new_page(base_url=address, viewport={'width': 1280, 'height': 900})
    yield found
    found.close()


def test_the_browser_folds_as_python_does(page: Page) -> None:
    page.goto('search.html')
    chance = random.Random(5)
    texts = [vector['text'] for vector in VECTORS]
    for _ in range(600):
        alphabet = [code for part in chance.sample(ALPHABETS, 2) for code in part]
        texts.append(''.join(map(chr, chance.choices(alphabet, k=chance.randrange(1, 24)))))
    said = page.evaluate(
        'texts => texts.map(text => { const one = meetupSearch.fold(text); return [one, meetupSearch.runs(one)]; })',
        texts,
    )
    assert [(text, *one) for text, one in zip(texts, said, strict=True)] == [
        (text, fold(text), list(runs(fold(text)))) for text in texts
    ]


def test_the_browser_stems_as_python_does(page: Page) -> None:
    page.goto('search.html')
    words = ['threads', 'class', 'aws', 's', '035', '0', '000', '0x35', 'v035', 'サ', '٣٥', 'news', '10s']
    assert page.evaluate('words => words.map(meetupSearch.stem)', words) == [stem(word) for word in words]


KUBERNETES_9 = 'reports/2018/2018-01-12-kubernetes-meetup-tokyo-9.html'


@pytest.mark.parametrize(
    ('query', 'page_name', 'words'),
    [
        ('Kubernetes at GitHub', KUBERNETES_9, 'GitHub'),
        ('さーびすめっしゅ', KUBERNETES_9, 'サービスメッシュ'),
        ('ｻｰﾋﾞｽﾒｯｼｭ', KUBERNETES_9, 'サービスメッシュ'),
        ('kubernets githab', KUBERNETES_9, 'GitHub'),
        ('k8s サービスメッシュ', KUBERNETES_9, 'サービスメッシュ'),
        ('k8s at GitHub', KUBERNETES_9, 'GitHub'),
        ('preempt', 'reports/2018/2018-03-08-kubernetes-meetup-tokyo-10.html', 'Pod'),
        ('福井厚', 'reports/2018/2018-03-10-jaws-days-2018.html', ''),
        ('時間とタイムゾーン', 'guide/configuration.html', ''),
    ],
)
def test_the_first_hit_is_the_place(page: Page, query: str, page_name: str, words: str) -> None:
    found = ask(page, query)
    assert found
    assert found[0].partition('#')[0] == page_name
    assert words in page.locator('.meetup-hits > li').first.inner_text()


def test_a_hit_leads_to_the_talk_itself(page: Page) -> None:
    ask(page, 'Kubernetes at GitHub')
    page.locator('a.meetup-hit').first.click()
    page.wait_for_url(f'**/{KUBERNETES_9}#talk-kubernetes-at-github')
    assert page.locator('#talk-kubernetes-at-github').is_visible()


def test_people_and_topics_are_a_click_away(page: Page) -> None:
    ask(page, 'Ian Lewis')
    link = page.locator('.meetup-named a', has_text='Ian Lewis')
    assert place(link.first) == 'speakers/ianmlewis.html#speaker-ianmlewis'


def test_words_are_marked_where_they_stand(page: Page) -> None:
    ask(page, 'さーびすめっしゅ')
    marks = page.locator('.meetup-hits > li').first.locator('mark').all_inner_texts()
    assert 'サービスメッシュ' in marks


def test_typing_finds_and_keeps_the_words_in_the_address(page: Page) -> None:
    page.goto('search.html')
    box = page.get_by_role('searchbox').last
    box.press_sequentially('GitHub')
    page.locator('a.meetup-hit').first.wait_for()
    assert page.url.endswith('?q=GitHub')
    box.fill('')
    page.wait_for_function("document.querySelectorAll('a.meetup-hit').length === 0")
    assert '?q=' not in page.url


def test_back_goes_to_the_words_before(page: Page) -> None:
    ask(page, 'GitHub')
    box = page.get_by_role('searchbox').last
    box.press_sequentially(' Istio', delay=120)  # slower than the page waits: every letter is searched
    box.press('Enter')
    page.wait_for_function("location.search.includes('Istio')")
    page.go_back()
    page.wait_for_function("document.querySelector('.meetup-hits')?.textContent.includes('GitHub')")
    assert box.input_value() == 'GitHub'


def test_nothing_is_searched_while_letters_are_not_settled(page: Page) -> None:
    page.goto('search.html')
    compose = """([value, name, composing]) => {
        const box = document.querySelector('form.meetup-search[action=""] input');
        box.value = value;
        if (name) box.dispatchEvent(new CompositionEvent(name, { bubbles: true }));
        else box.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: composing }));
    }"""
    page.evaluate(compose, ['', 'compositionstart', True])
    page.evaluate(compose, ['せ', None, True])
    page.wait_for_timeout(400)
    assert page.locator('a.meetup-hit').count() == 0
    page.evaluate(compose, ['セキュリティ', 'compositionend', False])
    page.locator('a.meetup-hit').first.wait_for()


@pytest.mark.parametrize('query', ['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', '%', '\\', '💥' * 50])
def test_what_is_typed_is_text(page: Page, query: str) -> None:
    said: list[str] = []
    page.on('dialog', lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.on('pageerror', lambda error: said.append(str(error)))
    ask(page, query)
    assert said == []
    assert page.locator('article script, article img').count() == 0


def test_a_million_letters_do_not_hang_the_page(page: Page) -> None:
    page.goto('search.html')
    page.evaluate("""() => {
        const box = document.querySelector('form.meetup-search[action=""] input');
        box.value = 'サービスメッシュ '.repeat(120000);
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }""")
    page.locator('a.meetup-hit').first.wait_for(timeout=5000)


def test_the_page_explains_its_order(page: Page) -> None:
    page.goto('search.html?explain&q=GitHub')
    page.locator('a.meetup-hit').first.wait_for()
    sums = [float(text.split()[0]) for text in page.locator('.meetup-hits > li > p:last-child').all_inner_texts()]
    assert sums == sorted(sums, reverse=True)
    assert 'explain' in page.url


def test_nothing_found_is_said(page: Page) -> None:
    assert ask(page, 'qzxqzx') == []
    assert status(page)


@pytest.mark.parametrize('piece', ['index.js', 'facts.js', 't', 'u'])
def test_an_index_that_fails_to_load_says_so_and_offers_the_archive(page: Page, piece: str) -> None:
    def fail(route: Route) -> None:
        name = route.request.url.rpartition('/')[2]
        route.abort() if name.startswith(piece) else route.continue_()

    page.route('**/_static/search/*', fail)
    ask(page, 'GitHub')
    assert page.locator('a.meetup-hit').count() == 0
    assert status(page)
    assert page.locator('.meetup-search-ways a').count() == 4
    page.unroute('**/_static/search/*')
    box = page.get_by_role('searchbox').last
    box.fill('GitHub')
    box.press('Enter')
    page.locator('a.meetup-hit').first.wait_for()  # trying again works


def test_from_a_folder_without_a_server(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto(f'{(site / "search.html").as_uri()}?q={quote("サーバ")}')
    page.locator('a.meetup-hit').first.wait_for()
    page.close()


def test_under_a_strict_policy(browser: Browser, site: Path, address: str) -> None:
    page = browser.new_page(base_url=address)
    said: list[str] = []
    page.on('console', lambda message: said.append(message.text))

    def strict(route: Route) -> None:
        answer = route.fetch()
        policy = "script-src 'self'; object-src 'none'; base-uri 'none'"
        # furo has a script of a line in every page; ours are what is judged here.
        body = answer.text().replace('<script>', '<script type="text/plain">')
        route.fulfill(response=answer, body=body, headers={**answer.headers, 'content-security-policy': policy})

    page.route('**/search.html*', strict)
    page.goto('search.html?q=GitHub')
    page.locator('a.meetup-hit').first.wait_for()
    assert not [text for text in said if 'Content Security Policy' in text]
    page.close()


def test_without_scripts_the_page_says_why_and_offers_the_archive(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto('search.html?q=GitHub')
    assert 'JavaScript' in page.locator('noscript p').inner_text()
    assert page.locator('.meetup-search-ways a').count() == 4
    context.close()


@pytest.mark.parametrize('scheme', SCHEMES)
@pytest.mark.parametrize('width', WIDTHS)
def test_nothing_for_axe_to_find_among_hits(browser: Browser, address: str, width: int, scheme: Any) -> None:
    page = browser.new_page(base_url=address, viewport={'width': width, 'height': 900}, color_scheme=scheme)
    ask(page, 'Ian Lewis Kubernetes')
    found = Axe().run(page).response['violations']
    assert [f'{item["id"]}: {node["html"][:150]}' for item in found for node in item['nodes']] == []
    assert page.evaluate('document.documentElement.scrollWidth') <= width
    page.close()
