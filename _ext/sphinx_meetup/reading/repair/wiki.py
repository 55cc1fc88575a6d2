"""Links and pictures in double brackets, as in Obsidian: ``[[page|words]]``, ``![[picture.png]]``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .draft import Draft, Found

_LINK = re.compile(
    r'\[\[(?<![\[\\!]\[\[)([^\s\[\]|#<>][^\[\]|\n#<>]{0,200}|(?=#))(#[^\[\]|\n]{0,200})?(?:\|([^\[\]\n]{0,200}))?\]\](?![(\[:])'
)
_SHOWN = re.compile(r'!\[\[([^\[\]|\n#<>]{1,200})(#[^\[\]|\n]{0,200})?(?:\|([^\[\]\n]{0,200}))?\]\]')
_PICTURE = re.compile(r'.{1,190}\.(?:avif|gif|jpe?g|png|svg|webp|bmp)\Z', re.IGNORECASE)
_SIZE = re.compile(r'\d{1,5}(?:x\d{1,5})?\Z')


def repair_wiki(draft: Draft) -> None:
    """Turn links to pages that are not here into their words, and pictures into pictures."""
    if '![[' in draft.text:
        draft.rewrite(_SHOWN, _shown)
    if '[[' in draft.text:
        draft.rewrite(_LINK, _link)


def _shown(found: Found) -> str:
    page, part, words = (group or '' for group in found.match.groups())
    page, words = page.strip(), words.strip()
    if not _PICTURE.match(page):
        return _words(page, part, words)
    alt = '' if _SIZE.match(words) else words
    return f'![{alt}](<{page}>)' if set(page) & set(' ()') else f'![{alt}]({page})'


def _link(found: Found) -> str | None:
    page, part, words = (group or '' for group in found.match.groups())
    if page.isdigit() or page != page.strip():
        return None  # the number of a note, or a test of a shell
    return _words(page, part, words.strip())


def _words(page: str, part: str, words: str) -> str:
    return words or page.rpartition('/')[2].strip() or part.strip('#')
