"""What tests of the search ask of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def ask(page: Page, query: str, more: str = '') -> list[str]:
    """Open the search page with a query in its address, and more of that; where its hits lead (:func:`hits`)."""
    page.goto(f'search.html?q={quote(query)}{more}')
    settled(page)
    return hits(page)


def settled(page: Page) -> None:
    """Wait until the search page says how many hits there are, or why there are none."""
    page.wait_for_function("document.querySelector('#meetup-found [role=status]').textContent !== ''")


def status(page: Page) -> str:
    """What the search page says of its hits."""
    return page.locator('#meetup-found [role=status]').inner_text()


def place(link: Locator) -> str:
    """Where a link leads, below the site's root and without the words to mark there."""
    target = urlsplit(str(link.evaluate('link => link.href')))
    return f'{target.path.lstrip("/")}{"#" if target.fragment else ""}{target.fragment}'


def hits(page: Page) -> list[str]:
    """Where the hits on the search page lead, in their order."""
    return [place(link) for link in page.locator('a.meetup-hit').all()]
