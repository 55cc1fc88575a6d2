"""Addresses in prose, and the hosts that keep slides and videos."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from .text import folded
from .words import words

if TYPE_CHECKING:
    from ..model.records import Link

# RFC 3986's characters, without those that Japanese text never means as part of an address.
WEB_ADDRESS = re.compile(r"https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
WITHHELD = 'https://withheld.invalid/'
"""Stands for an address that tells the name of somebody who opted out; it is no web address (RFC 2606)."""
_LABELS = 4
"""So many parts of a host are looked at, from its end: no known one has more."""
_TRAILING = '.,;:!?\'"*'
_PAIRS = {')': '(', ']': '['}

SLIDE_HOSTS = frozenset(
    {
        'speakerdeck.com', 'slideshare.net', 'docs.google.com', 'docswell.com', 'slides.com', 'prezi.com',
        'gamma.app', 'canva.com', 'slid.es', 'noti.st', 'pitch.com', 'slide.rabbit-shocker.org', 'docs.com',
        'haikudeck.com', 'beautiful.ai', 'swipe.to',
        'sway.office.com', 'sway.com', 'figma.site', 'gslides.app', 'slidr.io', 'emaze.com',
    }
)  # fmt: skip
VIDEO_HOSTS = frozenset(
    {
        'youtube.com', 'youtube-nocookie.com', 'youtu.be', 'vimeo.com', 'nicovideo.jp', 'nico.ms', 'twitch.tv',
        'ustream.tv', 'bilibili.com', 'youku.com', 'tv.naver.com', 'media.ccc.de',
    }
)  # fmt: skip
EVENT_HOSTS = frozenset(
    {
        'connpass.com', 'doorkeeper.jp', 'meetup.com', 'atnd.org', 'techplay.jp', 'peatix.com', 'compass.com',
        'lu.ma', 'luma.com', 'eventbrite.com', 'eventbrite.co.uk', 'eventbrite.de', 'zusaar.com',
        'eventregist.com', 'partake.in',
        'kokucheese.com', 'kokuchpro.com', 'eventdots.jp', 'supporterz.jp', 'onoffmix.com', 'huodongxing.com',
        'event-us.kr', 'festa.io', 'ti.to', 'calagator.org', 'gdg.community.dev', 'kktix.cc',
        'kktix.com', 'accupass.com', 'bagevent.com', 'splashthat.com', 'tito.io',
        'lanyrd.com', 'sched.com', 'pretix.eu', 'everevent.jp',
    }
)  # fmt: skip

_WITH_USERS = frozenset({'speakerdeck.com', 'slideshare.net'})
"""Hosts whose addresses begin with a user: one part alone is a person's page."""
_CHANNEL = re.compile(r'/(?:user|channel|c)/|/@|/?\Z')

LinkKind = Literal['slides', 'video', 'event', 'other']
_RESOURCES: dict[str, LinkKind] = {'slides': 'slides', 'video': 'video'}
"""The labels that tell what a link leads to, whatever its host."""


@dataclass(frozen=True, slots=True)
class BareUrl:
    """An address that stands bare in a text, and where."""

    begin: int
    end: int
    url: str


def trimmed(url: str) -> str:
    """An address without closing punctuation and an unpaired bracket at its end."""
    unpaired = {close: url.count(close) - url.count(opening) for close, opening in _PAIRS.items()}
    end = len(url)
    while end:
        last = url[end - 1]
        if last in _PAIRS and unpaired[last] > 0:
            unpaired[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return url[:end]


def bare_urls(text: str) -> list[BareUrl]:
    """The bare ``http`` addresses of a text.

    An address ends at the first character that RFC 3986 does not allow (so before ``。``), and leaves
    behind closing punctuation and an unpaired bracket.
    """
    found = []
    for match in WEB_ADDRESS.finditer(text):
        url = trimmed(match[0])
        if len(url) > len('https://') and url != WITHHELD:
            found.append(BareUrl(match.start(), match.start() + len(url), url))
    return found


def is_web(url: str) -> bool:
    """Whether an address may become a link: ``http`` or ``https`` with a host."""
    if url == WITHHELD:
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in {'http', 'https'} and bool(parts.hostname)
    except ValueError:
        return False


def says_more(label: str) -> bool:
    """Whether the words on a link are its author's own: no address, and no word that slides and videos all have."""
    return any(map(str.isalnum, label)) and not bare_urls(label) and folded(label) not in words().labels


def link_kind(url: str) -> LinkKind:
    """What an address leads to, by its host (a sub-domain counts: ``k8sjp.connpass.com``)."""
    if not is_web(url):
        return 'other'
    labels = (urlsplit(url).hostname or '').split('.')
    for start in range(max(len(labels) - _LABELS, 0), len(labels) - 1):
        host = '.'.join(labels[start:])
        if host == 'docs.google.com' and not urlsplit(url).path.startswith('/presentation'):
            return 'other'  # a form or a text
        if host in SLIDE_HOSTS:
            return 'other' if host in _WITH_USERS and _is_shallow(url) else 'slides'
        if host in VIDEO_HOSTS:
            return 'other' if _CHANNEL.match(urlsplit(url).path) else 'video'
        if host in EVENT_HOSTS:
            return 'event'
    return 'other'


def _is_shallow(url: str) -> bool:
    return urlsplit(url).path.strip('/').count('/') == 0 and not urlsplit(url).query


def named_kind(link: Link) -> LinkKind:
    """What a link leads to by the word on it (``資料``), else by its host."""
    return _RESOURCES.get(words().labels.get(folded(link.label), '')) or link_kind(link.url)
