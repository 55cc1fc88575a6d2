"""Choosing among hits in Chromium: facets with counts, the order, more of them, and all of it in the address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import SCHEMES, WIDTHS
from searching import ask, hits, settled, status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page, Route

pytestmark = pytest.mark.browser
QUERY = 'Kubernetes'


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    found = browser.new_page(base_url=address, viewport={'width': 1280, 'height': 900})
    found.on('pageerror', lambda error: pytest.fail(str(error)))
    yield found
    found.close()


def narrow(page: Page) -> None:
    page.locator('.meetup-narrow > summary').click()
    page.locator('fieldset[data-facet=topic] input').first.wait_for()


def values(page: Page, facet: str) -> dict[str, int]:
    """The values of a facet that can be chosen, with their counts, in their order."""
    labels = page.locator(f'fieldset[data-facet={facet}] label').all()
    return {
        str(label.locator('input').get_attribute('value')): int(label.locator('.meetup-number').inner_text())
        for label in labels
    }


def box(page: Page, facet: str, value: str) -> Locator:
    return page.locator(f'fieldset[data-facet={facet}] input[value="{value}"]')


def at_rest(page: Page) -> None:
    """Wait until nothing is being looked for."""
    page.wait_for_function("!document.getElementById('meetup-found').hasAttribute('aria-busy')")


def choose(page: Page, facet: str, value: str) -> None:
    before = page.url
    box(page, facet, value).click()
    page.wait_for_function('before => location.href !== before', arg=before)
    at_rest(page)


def total(page: Page) -> int:
    return int(''.join(sign for sign in status(page) if sign.isdigit()))


def every_hit(page: Page) -> list[str]:
    """All hits, by way of "more"."""
    at_rest(page)
    while page.locator('.meetup-more').is_visible():
        count = page.locator('a.meetup-hit').count()
        page.locator('.meetup-more').click()
        page.wait_for_function("count => document.querySelectorAll('a.meetup-hit').length > count", arg=count)
        at_rest(page)
    return hits(page)


def test_more_leads_to_as_many_as_were_counted(page: Page) -> None:
    first = ask(page, QUERY)
    assert len(first) < total(page)
    found = every_hit(page)
    assert len(found) == total(page)
    assert len(set(found)) == len(found)
    assert found[: len(first)] == first


def test_more_leaves_the_reader_at_the_first_new_hit(page: Page) -> None:
    first = ask(page, QUERY)
    page.locator('.meetup-more').click()
    page.wait_for_function("count => document.querySelectorAll('a.meetup-hit').length > count", arg=len(first))
    assert page.evaluate("[...document.querySelectorAll('a.meetup-hit')].indexOf(document.activeElement)") == len(first)


@pytest.mark.parametrize('facet', ['year', 'kind', 'speaker', 'topic', 'series'])
def test_as_many_hits_as_a_facet_says(page: Page, facet: str) -> None:
    ask(page, QUERY)
    narrow(page)
    value, count = next(iter(values(page, facet).items()))
    choose(page, facet, value)
    assert f'{facet}={value}' in page.url
    assert len(every_hit(page)) == count


def test_years_are_in_order_and_other_values_by_their_number(page: Page) -> None:
    ask(page, QUERY)
    narrow(page)
    years = list(values(page, 'year'))
    assert years == sorted(years, reverse=True)
    counts = list(values(page, 'topic').values())
    assert counts == sorted(counts, reverse=True)


def test_values_of_one_facet_add_up_and_facets_narrow_each_other(page: Page) -> None:
    ask(page, QUERY)
    narrow(page)
    years = values(page, 'year')
    one, other = list(years)[:2]
    choose(page, 'year', one)
    assert values(page, 'year') == years  # what another year would add is told as before
    choose(page, 'year', other)
    both = len(every_hit(page))
    assert both == years[one] + years[other]
    choose(page, 'kind', 'talk')
    assert len(every_hit(page)) < both


def test_what_is_chosen_can_be_taken_back_from_a_chip_and_by_going_back(page: Page) -> None:
    all_of_them = ask(page, QUERY)
    narrow(page)
    choose(page, 'year', '2019')
    chip = page.locator('.meetup-chosen button')
    assert chip.inner_text().startswith('2019')
    chip.click()
    page.wait_for_function("!location.search.includes('year')")
    at_rest(page)
    assert page.locator('.meetup-chosen button').count() == 0
    assert hits(page) == all_of_them
    page.go_back()
    page.wait_for_function("document.querySelectorAll('.meetup-chosen button').length === 1")
    assert page.url.endswith('year=2019')


def test_the_address_holds_what_is_chosen(page: Page) -> None:
    ask(page, QUERY)
    narrow(page)
    choose(page, 'year', '2018')
    page.locator('.meetup-choices select').select_option('date')
    page.wait_for_url('**sort=date**')
    found = every_hit(page)
    address = page.url
    page.goto('about:blank')
    page.goto(address)
    settled(page)
    assert page.locator('.meetup-choices select').input_value() == 'date'
    assert page.locator('.meetup-narrow').get_attribute('open') is not None
    assert every_hit(page) == found


def test_the_newest_first(page: Page) -> None:
    ask(page, QUERY, '&sort=date')
    days = [found.split('/')[2][:10] for found in every_hit(page) if found.startswith('reports/')]
    assert days == sorted(days, reverse=True)
    assert len(set(days)) > 2


def test_a_talk_is_one_hit_with_its_other_places(page: Page) -> None:
    ask(page, 'ECS')
    found = every_hit(page)
    talks = page.evaluate(
        """async (addresses) => {
            const talks = [];
            for (const address of addresses) {
                const [path, id] = address.split('#');
                const text = await (await fetch(path)).text();
                const parsed = new DOMParser().parseFromString(text, 'text/html');
                talks.push(`${path}#${(id && parsed.getElementById(id)?.closest('[data-talk-id]')?.id) || address}`);
            }
            return talks;
        }""",
        found,
    )
    assert len(set(talks)) == len(talks)


def test_a_value_that_nothing_has_is_told_and_can_be_taken_back(page: Page) -> None:
    assert ask(page, QUERY, '&year=1901') == []
    page.locator('.meetup-chosen button').click()
    page.locator('a.meetup-hit').first.wait_for()


def test_names_of_facets_in_the_address_are_text(page: Page) -> None:
    said: list[str] = []
    page.on('dialog', lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    ask(page, QUERY, '&topic=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&language=%22%5C&kind=__proto__')
    page.locator('.meetup-chosen button').nth(2).wait_for()
    assert said == []
    assert page.locator('article img').count() == 0


def test_focus_stays_on_what_was_chosen(page: Page) -> None:
    ask(page, QUERY)
    narrow(page)
    box(page, 'topic', next(iter(values(page, 'topic')))).focus()
    before = page.url
    page.keyboard.press('Space')
    page.wait_for_function('before => location.href !== before', arg=before)
    page.locator('.meetup-chosen button').wait_for()
    assert page.evaluate("document.activeElement.closest('fieldset')?.dataset.facet") == 'topic'


def test_every_value_can_be_shown(page: Page) -> None:
    ask(page, QUERY)
    narrow(page)
    few = values(page, 'topic')
    page.locator('fieldset[data-facet=topic] button').click()
    assert len(values(page, 'topic')) > len(few)
    assert page.evaluate("document.activeElement.closest('fieldset')?.dataset.facet") == 'topic'


@pytest.mark.parametrize('scheme', SCHEMES)
@pytest.mark.parametrize('width', WIDTHS)
def test_nothing_for_axe_to_find_among_choices(browser: Browser, address: str, width: int, scheme: Any) -> None:
    page = browser.new_page(base_url=address, viewport={'width': width, 'height': 900}, color_scheme=scheme)
    ask(page, QUERY, '&year=2018&sort=date')
    page.locator('fieldset[data-facet=topic] input').first.wait_for()
    found = Axe().run(page).response['violations']
    assert [f'{item["id"]}: {node["html"][:150]}' for item in found for node in item['nodes']] == []
    assert page.evaluate('document.documentElement.scrollWidth') <= width
    page.close()


def test_back_from_a_choice_leads_to_what_was_typed(page: Page) -> None:
    page.goto('search.html')
    field = page.get_by_role('searchbox').last
    field.press_sequentially('GitHub')
    page.wait_for_url('**q=GitHub')
    field.press('Enter')
    field.press('Enter')
    narrow(page)
    choose(page, 'year', '2018')
    page.go_back()
    page.wait_for_function("!location.search.includes('year')")
    assert field.input_value() == 'GitHub'
    page.go_back()
    page.wait_for_function("!location.search.includes('GitHub')")


def test_two_choices_at_once_both_count(page: Page) -> None:
    ask(page, QUERY)
    narrow(page)
    page.evaluate("""() => {
        for (const value of ['2018', '2019']) document.querySelector(`input[value="${value}"]`).click();
    }""")
    page.wait_for_url('**year=2018&year=2019**')


def test_more_of_one_query_is_no_more_of_another(page: Page) -> None:
    ask(page, QUERY)
    page.evaluate("""() => {
        const { q } = document.querySelector('form.meetup-search[action=""]').elements;
        q.value = 'OpenFaaS';
        q.dispatchEvent(new CompositionEvent('compositionend'));
        document.querySelector('.meetup-more').click();
    }""")
    page.wait_for_function("document.querySelector('.meetup-hits')?.textContent.includes('OpenFaaS')")
    at_rest(page)
    mixed = hits(page)
    assert mixed == ask(page, 'OpenFaaS')


def test_hits_stay_where_what_they_can_be_chosen_by_fails_to_load(page: Page) -> None:
    page.route('**/people.js*', lambda route: route.abort())
    found = ask(page, QUERY)
    page.locator('.meetup-narrow > summary').click()
    page.wait_for_function("!document.querySelector('.meetup-narrow').open")
    assert hits(page) == found


def test_a_site_that_was_built_anew_meanwhile_is_asked_again(page: Page) -> None:
    def outdate(route: Route) -> None:
        answer = route.fetch()
        body = answer.text()
        if '?again' not in route.request.url:
            body = re.sub(r'"lengths":\[(\d+)', lambda found: f'"lengths":[{int(found[1]) + 1}', body)
            body = re.sub(r'"lengths":\[([\d,]+)\]', r'"lengths":[\1,0]', body)
        route.fulfill(response=answer, body=body)

    wanted = ask(page, QUERY)
    page.route('**/search/index.js*', outdate)
    assert ask(page, QUERY) == wanted
