"""Frames, scripts and players of old in raw HTML, each as one line: the frame that it stands for."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from .known import known
from .players import frame, is_address, link, shown_at

if TYPE_CHECKING:
    from .draft import Draft, Element, Found

_LONGEST = 6000
_FRAME = re.compile(r'<(?:(?P<end>/)iframe[ ]?|iframe(?=[\s/])(?P<rest>[^<>]{0,4000}))>', re.IGNORECASE)
_OPEN_FRAME = re.compile(r'<iframe(?=\s)(?P<rest>[^<>]{0,4000}\n[^<>]{0,4000})>', re.IGNORECASE)
_SCRIPT = re.compile(r'<(?:(?P<end>/)script\s{0,3}|script(?=[\s>])(?P<rest>[^<>]{0,3000}))>', re.IGNORECASE)
_OBJECT = re.compile(r'<(?:(?P<end>/)object\s{0,3}|object(?=[\s>])(?P<rest>[^<>]{0,3000}))>', re.IGNORECASE)
_EMBED = re.compile(r'<embed(?=\s)(?P<rest>[^<>]{0,3000})>(?:\s{0,5}</embed\s{0,3}>)?', re.IGNORECASE)
_FILM = re.compile(r'\b(?:value|src|data)\s{0,3}=\s{0,3}["\']?((?:https?:)?//[^\s"\'<>]{5,1000})', re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r'(?:\A|(?<=[\s"\']))([\w:-]{1,40})\s{0,5}=\s{0,5}(?:"([^"]{0,2000})"|\'([^\']{0,2000})\'|([^\s"\'<>]{1,2000}))'
)
_POST = re.compile(r'<(?:(?P<end>/)blockquote\s{0,3}|blockquote(?P<rest>\s[^<>]{0,3000})?)>', re.IGNORECASE)
_OTHERS_POST = re.compile(r'twitter|instagram|tiktok|bluesky|mastodon|reddit|facebook', re.IGNORECASE)
_WORDLESS = re.compile(r'<a\s([^<>]{0,500})>\s{0,10}</a>', re.IGNORECASE)
_WHOLE = re.compile(r'[ ]{0,3}<iframe(?=[\s/])([^<>]{0,4000})>\s{0,3}</iframe>[ ]{0,3}\Z', re.IGNORECASE)


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag of HTML, names in small letters, values on one line."""
    return {
        match[1].casefold(): unescape(' '.join((match[2] or match[3] or match[4] or '').split()))
        for match in _ATTRIBUTE.finditer(tag)
    }


def repair_embeds(draft: Draft) -> None:
    """Turn what shows something of elsewhere into frames of one line each."""
    text = draft.text
    if '<' not in text:
        return
    draft.rewrite_elements(_POST, _post, _LONGEST)
    draft.rewrite_elements(_SCRIPT, lambda element: _script(draft, element), _LONGEST)
    draft.rewrite_elements(_OBJECT, lambda element: _object(draft, element), _LONGEST)
    draft.rewrite(_EMBED, lambda found: _film(found.match['rest']))
    draft.rewrite_elements(_FRAME, _frame, _LONGEST)
    draft.rewrite(_OPEN_FRAME, lambda found: _shown(found.match['rest']))
    draft.rewrite(_WORDLESS, _wordless)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ''
    except ValueError:
        return ''


def _post(element: Element) -> str | None:
    """Somebody's post from elsewhere in one piece: an empty line would end the quote in the middle of it."""
    if not _OTHERS_POST.search(element.opening['rest'] or '') or not re.search(r'\n[ \t]*\n', element.inner):
        return None
    return ' '.join(element.whole.split())


def _address(values: dict[str, str]) -> str:
    names = ('src', 'data-src', 'data-lazy-src', 'data-url')
    return next((values[name] for name in names if is_address(values.get(name, ''))), '')


def _shown(rest: str) -> str | None:
    values = attributes(rest)
    url = _address(values)
    return frame(url, values.get('title', '')) if url else None


def _frame(element: Element) -> str | None:
    """A frame over several lines, or one that a script was to fill, on one; any other stays."""
    values = attributes(element.opening['rest'])
    if '\n' not in element.whole and is_address(values.get('src', '')):
        return None
    return _shown(element.opening['rest'])


def _script(draft: Draft, element: Element) -> str | None:
    values = attributes(element.opening['rest'])
    url = _address(values)
    kind = values.get('class', '')
    if 'speakerdeck' in kind and values.get('data-id'):
        return frame(f'https://speakerdeck.com/player/{values["data-id"]}', values.get('data-title', ''))
    source = values.get('data-src', '')
    player = shown_at(source) if is_address(source) else None
    player = player or (shown_at(url) if url else None)
    if player:
        return frame(player.url)
    host = _host(url)
    if host == 'gist.github.com':
        return link(url.partition('?')[0].removesuffix('.js')) if element.alone else None
    if not url:
        return None
    if not any(host == one or host.endswith(f'.{one}') for one in known().dressing):
        draft.lose(f'script of {host}', element.line)
    return ''


def _object(draft: Draft, element: Element) -> str:
    film = _film(element.whole)
    if film is None:
        draft.lose('object', element.line)
    return film or ''


def _film(tag: str) -> str | None:
    """The frame for the first film or deck that a player of old names, or for what it names at all."""
    found = [match[1] for match in _FILM.finditer(tag)]
    player = next((player for url in found if (player := shown_at(url))), None)
    if player:
        return frame(player.url)
    return frame(found[0]) if found else None


def _wordless(found: Found) -> str | None:
    """A link without words shows its address: a card that a script was to draw."""
    url = attributes(found.match[1]).get('href', '')
    return f'<a href="{url}">{_host(url)}</a>' if is_address(url) and _host(url) else None


def part_frames(lines: list[str]) -> None:
    """Turn a frame into a link where text follows at once: a block of HTML would swallow it."""
    for place in range(len(lines) - 1):
        after = lines[place + 1].lstrip()
        if '<iframe' not in lines[place].casefold() or not after or after.startswith('<'):
            continue
        if place and lines[place - 1].lstrip().startswith('<'):
            continue
        if match := _WHOLE.match(lines[place]):
            values = attributes(match[1])
            url = _address(values)
            url = f'https:{url}' if url.startswith('//') else url
            if url and not set(url) & set('<> '):
                lines[place] = link(url, values.get('title', ''))
