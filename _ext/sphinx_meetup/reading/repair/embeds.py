"""Embeds of other tools as one line of HTML, the frame that they stand for: one way for all of them."""

from __future__ import annotations

import re

_ZENN = re.compile(r'[ ]{0,3}@\[([a-z]{1,20})\]\(([^()\s]{1,500})\)[ ]{0,3}\Z')
_SPEAKERDECK = re.compile(
    r'<script[^<>]{0,300}\sclass=["\']?speakerdeck-embed["\']?[^<>]{0,300}\sdata-id=["\']?([0-9a-f]{8,40})["\']?[^<>]{0,300}>'
    r'\s{0,3}</script>'
)
_SPEAKERDECK_SRC = re.compile(
    r'<script[^<>]{0,300}speakerdeck\.com/embed/([0-9a-f]{8,40})\.js[^<>]{0,100}>\s{0,3}</script>'
)
_DOCSWELL = re.compile(
    r'<script[^<>]{0,300}\sdata-src=["\']?(https://www\.docswell\.com/slide/[\w-]{1,40}/embed)["\']?[^<>]{0,200}>\s{0,3}</script>'
)
_HATENA = re.compile(r'\[(https?://[^\s\[\]]{1,500}?):(?:embed|title|image)(?::cite)?(?:=([^\[\]]{1,200}))?\]')
_ID = re.compile(r'[0-9a-f]{16,40}\Z')
_YOUTUBE = re.compile(
    r'(?:https?://(?:www\.)?(?:youtube\.com/watch\?v=|youtu\.be/))?([\w-]{11})(?:[?&][\w=&.-]{0,80})?\Z'
)


def player(service: str, key: str) -> str:
    """The address of the frame that shows something; '' where the service or the key says nothing.

    :param key: what the tool's own tag held: an id or an address.
    """
    key = key.strip().strip('"\'')
    if service in {'youtube', 'youtube_lite'} and (match := _YOUTUBE.match(key)):
        return f'https://www.youtube.com/embed/{match[1]}'
    if service == 'vimeo' and key.isdigit():
        return f'https://player.vimeo.com/video/{key}'
    if service == 'speakerdeck' and _ID.match(key):
        return f'https://speakerdeck.com/player/{key}'
    if service == 'slideshare' and not key.startswith('http'):
        number = key.isdigit()
        return f'https://www.slideshare.net/slideshow/embed_code/{key if number else "key/" + key}'
    if service == 'docswell' and (match := re.search(r'docswell\.com/s(?:lide)?/(?:[^/]{1,40}/)?([A-Z0-9]{6})', key)):
        return f'https://www.docswell.com/slide/{match[1]}/embed'
    return ''


def frame(url: str) -> str:
    """The line of HTML that shows an address."""
    return f'<iframe src="{url}"></iframe>'


def repair_embed(line: str) -> str:
    """A line with Zenn's, Hatena's and scripts' embeds as frames or plain addresses."""
    if '@[' in line and (match := _ZENN.match(line)):
        url = player(match[1], match[2])
        if url:
            return frame(url)
        return f'<{match[2]}>' if match[2].startswith('http') else match[2]
    if '<script' in line:
        line = _SPEAKERDECK.sub(lambda found: frame(f'https://speakerdeck.com/player/{found[1]}'), line)
        line = _SPEAKERDECK_SRC.sub(lambda found: frame(f'https://speakerdeck.com/player/{found[1]}'), line)
        line = _DOCSWELL.sub(lambda found: frame(found[1]), line)
    if '[http' in line:
        line = _HATENA.sub(lambda found: f'[{found[2]}]({found[1]})' if found[2] else f'<{found[1]}>', line)
    return '' if line.strip() == '[:contents]' else line
