"""The links of a timetable's row: words that only name a link go, and the link is kept beside the title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .links import is_web, says_more
from .text import LONGEST_LINE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.records import Link

_SEPARATORS = ' 　,，、/|・&'
_PAIRS = {'(': ')', '（': '）', '[': ']', '【': '】'}
_NAMED = re.compile(r'([^\s:：()（）\[\],、]{1,20})[ 　]?[:：][ 　]?\Z')


def part_links(text: str, links: Iterable[Link]) -> tuple[str, tuple[Link, ...]]:
    """The text without the words that only name its links, and the links that lead to the web.

    ``Talk (slides)`` is a talk and its slides. Words that say more (``[Talk](…)``) stay in the text, and so
    does a text of which nothing else would be left. An address within the site is not followed.
    """
    kept = tuple(link for link in links if is_web(link.url))
    for link in kept if len(text) <= LONGEST_LINE else ():
        label = link.label or link.url
        rest = text if says_more(label) else _without(text, label)
        if any(map(str.isalnum, rest)):
            text = rest
    return text.strip(), kept


def _without(text: str, label: str) -> str:
    """The text without the last place of a label, the brackets around it, and a word before it (``資料: …``)."""
    before, there, after = text.rpartition(label)
    if not there:
        return text
    if (match := _NAMED.search(before)) and not says_more(match[1]):
        before = before[: match.start()]
    if after.lstrip()[:1] in {'', *_PAIRS.values()}:
        before, after = before.rstrip(_SEPARATORS), after.lstrip()
    else:
        after = after.lstrip(_SEPARATORS)
    if before and after and _PAIRS.get(before[-1]) == after[0]:
        before, after = before[:-1].rstrip(), after[1:]
    return before + after
