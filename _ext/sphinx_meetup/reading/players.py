"""Addresses that show slides or a video in a frame, of the hosts that are known to serve such.

What a reader's browser will load is written anew from the parts of an address that are understood, so that nothing
else of what a stranger wrote reaches it: no other host, no parameter that plays or tracks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from urllib.parse import parse_qs, urlencode, urlsplit

from .html import absolute

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_LONGEST = 1000
"""No player's address is longer."""


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)


_NUMBER = _form(r'\d{1,6}')


@dataclass(frozen=True, slots=True)
class Player:
    """What a host shows in a frame.

    :param kind: what it shows.
    :param service: the name under which people know the host.
    :param src: the frame's address, always ``https``.
    :param page: where a link leads: the host's page on it, or the frame's address where that cannot be told.
    """

    kind: Literal['slides', 'video']
    service: str
    src: str
    page: str


@dataclass(frozen=True, slots=True)
class _Service:
    """A host's players.

    :param hosts: its names; the first is the one that is asked.
    :param path: the whole path of a player.
    :param kept: the parameters that say what to show and where to begin, with the form of their values.
    :param page: the page of a player, from its path and the parameters kept; None where the player has no other.
    :param src: the player's path where it is to be another than the one written, as a template of ``path``.
    :param added: parameters that every player gets.
    """

    kind: Literal['slides', 'video']
    name: str
    hosts: tuple[str, ...]
    path: re.Pattern[str]
    kept: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    page: Callable[[re.Match[str], Mapping[str, str]], str] | None = None
    src: str = r'\g<0>'
    added: Mapping[str, str] = field(default_factory=dict)


def _with(address: str, query: Mapping[str, str]) -> str:
    return f'{address}?{urlencode(query)}' if query else address


def _youtube(match: re.Match[str], query: Mapping[str, str]) -> str:
    start = {'t': query['start']} if 'start' in query else {}
    return _with('https://www.youtube.com/watch', {'v': match[1], **start})


def _vimeo(match: re.Match[str], query: Mapping[str, str]) -> str:
    return '/'.join(('https://vimeo.com', match[1], *query.values()))


_SERVICES = (
    _Service(
        'slides', 'Speaker Deck', ('speakerdeck.com', 'www.speakerdeck.com'),
        _form(r'/player/[0-9a-f]{8,40}'), {'slide': _NUMBER},
    ),
    _Service(
        'slides', 'SlideShare', ('www.slideshare.net', 'slideshare.net'),
        _form(r'/slideshow/embed_code/(?:\d{1,12}|key/[\w-]{1,40})'), {'startSlide': _NUMBER},
    ),
    _Service('slides', 'Docswell', ('www.docswell.com', 'docswell.com'), _form(r'/slide/[A-Z0-9]{4,12}/embed')),
    _Service(
        'slides', 'Google Slides', ('docs.google.com',),
        _form(r'/presentation/d/(?:e/)?[\w-]{1,120}/(?:embed|pubembed)'), {'slide': _form(r'[\w.]{1,60}')},
    ),
    _Service(
        'slides', 'Slides.com', ('slides.com',),
        _form(r'(/[\w-]{1,60}/[\w-]{1,120})/embed'), page=lambda match, _query: f'https://slides.com{match[1]}',
    ),
    _Service(
        'video', 'YouTube',
        ('www.youtube-nocookie.com', 'youtube-nocookie.com', 'www.youtube.com', 'youtube.com', 'm.youtube.com'),
        # Words of eleven letters that are no video: what they show hangs on other parameters.
        _form(r'/(?:embed|v)/(?!(?:videoseries|live_stream)\Z)([\w-]{11})'),
        {'start': _NUMBER, 'end': _NUMBER, 'list': _form(r'[\w-]{1,60}')}, page=_youtube, src=r'/embed/\1',
    ),
    _Service(
        'video', 'Vimeo', ('player.vimeo.com',),
        _form(r'/video/(\d{1,12})'), {'h': _form(r'[0-9a-f]{1,20}')}, page=_vimeo,
        added={'dnt': '1'},  # Vimeo's own "do not track"
    ),
    _Service(
        'video', 'niconico', ('embed.nicovideo.jp',), _form(r'/watch/((?:sm|nm|so)?\d{1,12})'), {'from': _NUMBER},
        page=lambda match, query: _with(f'https://www.nicovideo.jp/watch/{match[1]}', query),
    ),
)  # fmt: skip
_BY_HOST = {host: service for service in _SERVICES for host in service.hosts}


def player_of(url: str) -> Player | None:
    """What an address shows in a frame.

    :param url: an address as its author wrote it: ``http``, ``https`` or without a scheme.
    :return: None for an address that is none of a known host's player.
    """
    url = absolute(url.strip())
    if len(url) > _LONGEST:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    service = _BY_HOST.get(parts.netloc.lower())  # the whole of it: no other port, and no name before an "@"
    match = service.path.fullmatch(parts.path.removesuffix('/')) if service else None
    if service is None or match is None or parts.scheme not in {'http', 'https'}:
        return None
    given = parse_qs(parts.query)
    query = {
        name: given[name][0] for name, form in service.kept.items() if name in given and form.fullmatch(given[name][0])
    }
    src = _with(f'https://{service.hosts[0]}{match.expand(service.src)}', {**query, **service.added})
    return Player(service.kind, service.name, src, service.page(match, query) if service.page else src)
