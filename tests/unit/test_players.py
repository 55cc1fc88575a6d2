"""Which addresses are players of known hosts, and what a browser would be told to load for them."""

from __future__ import annotations

import pytest
from sphinx_meetup.reading.players import player_of

HEX = '0123456789abcdef0123456789abcdef'
DECK = f'https://speakerdeck.com/player/{HEX}'
SHARE = 'https://www.slideshare.net/slideshow/embed_code'
TUBE = 'https://www.youtube-nocookie.com/embed/abc-_fghijk'
WATCH = 'https://www.youtube.com/watch?v=abc-_fghijk'
GOOGLE = 'https://docs.google.com/presentation/d'

KNOWN = [
    # address, service, what the frame loads, where the link leads
    (DECK, 'Speaker Deck', DECK, DECK),
    (f'//speakerdeck.com/player/{HEX}', 'Speaker Deck', DECK, DECK),
    (f'http://www.speakerdeck.com/player/{HEX}/', 'Speaker Deck', DECK, DECK),
    (f' HTTPS://SpeakerDeck.com/player/{HEX}?slide=4&x=1 ', 'Speaker Deck', f'{DECK}?slide=4', f'{DECK}?slide=4'),
    ('//www.slideshare.net/slideshow/embed_code/key/aB3-x', 'SlideShare', f'{SHARE}/key/aB3-x', f'{SHARE}/key/aB3-x'),
    ('http://slideshare.net/slideshow/embed_code/123?rel=0', 'SlideShare', f'{SHARE}/123', f'{SHARE}/123'),
    (f'{SHARE}/123?startSlide=9', 'SlideShare', f'{SHARE}/123?startSlide=9', f'{SHARE}/123?startSlide=9'),
    (
        'https://docswell.com/slide/AB12CD/embed#p3',
        'Docswell',
        'https://www.docswell.com/slide/AB12CD/embed',
        'https://www.docswell.com/slide/AB12CD/embed',
    ),
    (f'{GOOGLE}/1x_Y-z/embed?authuser=0', 'Google Slides', f'{GOOGLE}/1x_Y-z/embed', f'{GOOGLE}/1x_Y-z/embed'),
    (
        f'{GOOGLE}/e/2PACX-1a/pubembed?start=true&loop=true&delayms=1000&slide=id.g1_0_2',
        'Google Slides',
        f'{GOOGLE}/e/2PACX-1a/pubembed?slide=id.g1_0_2',
        f'{GOOGLE}/e/2PACX-1a/pubembed?slide=id.g1_0_2',
    ),
    (
        '//slides.com/hana/pots-1/embed?style=light',
        'Slides.com',
        'https://slides.com/hana/pots-1/embed',
        'https://slides.com/hana/pots-1',
    ),
    ('https://www.youtube.com/embed/abc-_fghijk', 'YouTube', TUBE, WATCH),
    ('https://www.youtube-nocookie.com/embed/abc-_fghijk?rel=0&autoplay=1&mute=1', 'YouTube', TUBE, WATCH),
    ('//youtube.com/embed/abc-_fghijk?start=90&autoplay=1', 'YouTube', f'{TUBE}?start=90', f'{WATCH}&t=90'),
    ('https://www.youtube.com/embed/abc-_fghijk?start=1m', 'YouTube', TUBE, WATCH),
    ('http://www.youtube.com/v/abc-_fghijk', 'YouTube', TUBE, WATCH),
    (
        'https://player.vimeo.com/video/123?autoplay=1&loop=1#t=30s',
        'Vimeo',
        'https://player.vimeo.com/video/123?dnt=1',
        'https://vimeo.com/123',
    ),
    (
        'https://player.vimeo.com/video/123?h=0a1b&dnt=0',
        'Vimeo',
        'https://player.vimeo.com/video/123?h=0a1b&dnt=1',
        'https://vimeo.com/123/0a1b',
    ),
    (
        'https://embed.nicovideo.jp/watch/sm9?from=60&autoplay=1',
        'niconico',
        'https://embed.nicovideo.jp/watch/sm9?from=60',
        'https://www.nicovideo.jp/watch/sm9?from=60',
    ),
]

UNKNOWN = [
    '',
    'about:blank',
    'player/1',
    f'/player/{HEX}',
    f'ftp://speakerdeck.com/player/{HEX}',
    f'javascript://speakerdeck.com/player/{HEX}',
    f'data:text/html,https://speakerdeck.com/player/{HEX}',
    f'https://speakerdeck.com.evil.example/player/{HEX}',
    f'https://evilspeakerdeck.com/player/{HEX}',
    f'https://speakerdeck.com@evil.example/player/{HEX}',
    f'https://evil.example@speakerdeck.com/player/{HEX}',
    f'https://speakerdeck.com:8443/player/{HEX}',
    f'https://speakerdeck.com./player/{HEX}',
    f'https://evil.example/?https://speakerdeck.com/player/{HEX}',
    f'https://evil.example\\@speakerdeck.com/player/{HEX}',
    f'https://speakerdeck.com\\.evil.example/player/{HEX}',
    'https://[speakerdeck.com/player/1',
    'https://speakerdeck.com/hana/pots',
    'https://speakerdeck.com/player/../evil',
    f'https://speakerdeck.com/player/{HEX}/../../evil',
    f'https://speakerdeck.com/player/{HEX}%2f..',
    f'https://speakerdeck.com/player/{HEX}?{"a" * 1000}',
    'https://speakerdeck.com/player/０１２３４５６７',
    'https://www.slideshare.net/hana/pots',
    'https://www.slideshare.net/embed/1',
    'https://www.docswell.com/s/hana/AB12CD-pots',
    'https://docs.google.com/forms/d/1x/viewform?embedded=true',
    f'{GOOGLE}/1x/edit',
    'https://slides.com/hana/pots-1',
    WATCH,
    'https://youtu.be/abc-_fghijk',
    'https://www.youtube.com/embed/short',
    'https://www.youtube.com/embed/videoseries?list=PL1',
    'https://www.youtube.com/embed/live_stream?channel=UC1',
    'https://vimeo.com/123',
    'https://player.vimeo.com/video/pots',
    'https://www.nicovideo.jp/watch/sm9',
    'https://hatenablog-parts.com/embed?url=https%3A%2F%2Fexample.com',
]


@pytest.mark.parametrize(('url', 'service', 'src', 'page'), KNOWN)
def test_players_of_known_hosts(url: str, service: str, src: str, page: str) -> None:
    found = player_of(url)
    assert found is not None
    assert (found.service, found.src, found.page) == (service, src, page)
    assert found.kind == ('video' if service in {'YouTube', 'Vimeo', 'niconico'} else 'slides')


@pytest.mark.parametrize('url', UNKNOWN)
def test_every_other_address_is_none(url: str) -> None:
    assert player_of(url) is None


@pytest.mark.parametrize('src', sorted({src for _, _, src, _ in KNOWN}))
def test_what_a_frame_loads_is_itself_a_player(src: str) -> None:
    found = player_of(src)
    assert found is not None
    assert found.src == src
