"""The event's own page among the addresses of a post: a labelled one, else the one that most looks like it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ...model.drafts import EventDraft, Found
from ..links import is_web, link_kind
from ..text import LONGEST_LINE, folded, key
from .about import About, lines_of, own_sections

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...model.records import Link
    from ..outline import Line, Section

_EVENT = re.compile(r'/(?:events?|e|activit(?:y|ies)|m)/[\w-]{1,80}|/[\w-]{0,60}\d{3,12}', re.IGNORECASE)
_PART = re.compile(
    r'/(?:presentation|participation|speakers?|proposals?|users?|members?|venues?|places?|organi[sz]ations?|groups?/\w{1,60}/?\Z)',
    re.IGNORECASE,
)
_POST = re.compile(
    r'/(?:note|notes|n|blog|blogs|entry|entries|archives?|posts?|articles?|status|watch|items?)/', re.IGNORECASE
)
_OTHER = re.compile(
    r'次回|次は|来月|来週|前回|関連|別の|他に|ほかに|今度|過去|同じ日|先日|先月'
    r'|next|previous|last (?:time|month|year)|another|also|related|下次|上次|다음|지난',
    re.IGNORECASE,
)
_NO_PAGES = frozenset(
    {
        'twitter.com', 'x.com', 'github.com', 'facebook.com', 'togetter.com', 'qiita.com', 'zenn.dev', 'note.com',
        'amazon.co.jp', 'amazon.com', 'wikipedia.org', 'linkedin.com', 'hatenablog.com', 'medium.com', 'instagram.com',
    }
)  # fmt: skip
"""Hosts of people, books and code."""
_LINES = 60
"""So many lines are searched for a page; the event's stands at the beginning, or below the last talk."""
_MOST = 20
"""So many links of one line are looked at."""
_FIRST = 12
"""In so many lines a site that is called like the event is the event's own."""
_SHORTEST_NAME = 5
_EARLY = 25
"""In so many lines a link with the event's name on it leads to its page, whatever its host."""


def event_page(sections: Iterable[Section], about: About) -> EventDraft:
    """The address of the event's page, where no label gives it."""
    best: tuple[float, str, Line] | None = None
    for place, line in _lines(sections, about.first):
        for link in line.links[:_MOST]:
            weight = _weight(link, line, about, place)
            if weight > 0 and (best is None or weight > best[0]):
                best = weight, link.url, line
    if best is None:
        return EventDraft()
    weight, url, line = best
    if link_kind(url) == 'event':
        rule = 'first link to an event page'
        return EventDraft(url=Found(url, line.number, rule, 'sure' if weight >= 3 else 'likely'))
    return EventDraft(url=Found(url, line.number, "link with the event's name on it", 'likely'))


def _lines(sections: Iterable[Section], first: int) -> Iterator[tuple[int, Line]]:
    count = 0
    for section in own_sections(sections):
        for line in (section.heading, *lines_of(section)):
            if line.links and line.number >= first and len(line.text) <= LONGEST_LINE:
                yield count, line
            count += 1


def _weight(link: Link, line: Line, about: About, place: int) -> float:
    if link_kind(link.url) == 'event':
        path = urlsplit(link.url).path
        weight = 2.0 + bool(_EVENT.search(path)) - 1.5 * bool(_PART.search(path)) - 0.05 * min(place, _LINES)
        weight += 0.5 * (about.named_in(link.label) if link.label else about.named_in(line.text))
        return weight - 2.5 * bool(_OTHER.search(about.without_name(line.text)))
    if place >= _EARLY or link_kind(link.url) != 'other':
        return 0.0
    if not _names(link, about) and not (place < _FIRST and _is_own_site(link, about)):
        return 0.0
    host = link.host
    if _POST.search(urlsplit(link.url).path):
        return 0.0
    return 0.0 if any(host == other or host.endswith(f'.{other}') for other in _NO_PAGES) else 1.5 - 0.02 * place


def _is_own_site(link: Link, about: About) -> bool:
    """Whether an address without much of a path has the event's name in its host: ``https://2031.teaconf.example/``."""
    if not is_web(link.url):
        return False
    parts = urlsplit(link.url)
    if parts.path.strip('/').count('/') > 0 or parts.query or 'http' in folded(about.name or about.title):
        return False
    name = key(about.name or about.title)
    labels = [key(label) for label in (parts.hostname or '').split('.')[:-1]]
    return any(len(label) >= _SHORTEST_NAME and label in name for label in labels)


def _names(link: Link, about: About) -> bool:
    """Whether the words on a link are the event's name, or most of it."""
    label, name = key(link.label), key(about.name)
    if len(label) < 5 or len(name) < 5 or not folded(link.url).startswith('http'):
        return False
    return label == name or (label in name and 2 * len(label) > len(name)) or (name in label)
