"""Take the README's pictures, or one of any page at each width, light and dark.

    python tools/pictures.py SITE                      the README's, into docs/images
    python tools/pictures.py SITE OUT PAGE [PAGE ...]  each page at three widths, light and dark, into OUT

SITE is the folder of a built site.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from browser import SCHEMES, WIDTHS, launch, serve
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
EVENT = 'reports/2018/2018-01-12-kubernetes-meetup-tokyo-9.html'
# Name of the picture, page, width and height in CSS pixels, colour scheme.
README = (('event-wide-light.png', EVENT, 1280, 1000, 'light'), ('event-narrow-dark.png', EVENT, 390, 844, 'dark'))


def take(browser: Browser, address: str, target: Path, width: int, height: int, scheme: str, *, full: bool) -> None:
    """Take one picture; ``full`` takes the whole page instead of what fits the height."""
    page = browser.new_page(
        viewport={'width': width, 'height': height}, color_scheme='dark' if scheme == 'dark' else 'light'
    )
    page.goto(address)
    page.screenshot(path=target, full_page=full)
    page.close()


def main() -> None:
    """Read the command line and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('site', type=Path)
    parser.add_argument('out', type=Path, nargs='?')
    parser.add_argument('pages', nargs='*')
    args = parser.parse_args()
    with sync_playwright() as playwright, serve(args.site) as address:
        browser = launch(playwright)
        if args.out is None:
            target = ROOT / 'docs' / 'images'
            target.mkdir(parents=True, exist_ok=True)
            for name, page, width, height, scheme in README:
                take(browser, address + page, target / name, width, height, scheme, full=False)
        else:
            args.out.mkdir(parents=True, exist_ok=True)
            for page in args.pages:
                for width in WIDTHS:
                    for scheme in SCHEMES:
                        name = f'{page.removesuffix(".html").replace("/", "_")}-{width}-{scheme}.png'
                        take(browser, address + page, args.out / name, width, 900, scheme, full=True)
        browser.close()


if __name__ == '__main__':
    main()
