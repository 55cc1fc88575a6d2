"""Frames in reports: a plain link everywhere, and in HTML what a script needs to show the frame when asked."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from support import Built, Site

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import Tag

FRONT = '---\ntitle: Pots Night 1\n---\n\n'
DECK = 'https://speakerdeck.com/player/0123456789abcdef'
OTHER = 'https://speakerdeck.com/player/fedcba9876543210'
VIDEO = 'https://www.youtube.com/embed/abcdefghijk'
WATCH = 'https://www.youtube.com/watch?v=abcdefghijk'


def frame(url: str, title: str = '') -> str:
    return f'<iframe src="{url}"{f" title={chr(34)}{title}{chr(34)}" if title else ""} width="425"></iframe>'


def build(folder: Path, body: str, builder: str = 'html', conf: str = '') -> Built:
    return Site(folder, {'reports/a.md': f'{FRONT}{body}\n', 'other.md': '# Other\n\nWords.\n'}, conf).build(builder)


def section(built: Built) -> Tag:
    found = built.page('reports/a').select_one('section')
    assert found is not None
    return found


def test_a_frame_is_a_link_and_names_what_a_script_may_show(tmp_path: Path) -> None:
    built = build(tmp_path, f'## Notes\n\nWords.\n\n{frame(DECK)}')
    (player,) = section(built).select('.meetup-player')
    assert [(link['href'], link.get_text()) for link in player.select('a')] == [(DECK, 'Slides on Speaker Deck')]
    assert player['data-src'] == DECK
    assert player['data-title'] == 'Slides on Speaker Deck: Notes'
    assert player['data-button'] == 'Show here (from Speaker Deck)'
    assert player['data-name'] == 'Show here (from Speaker Deck): Notes'
    assert built.warnings == ()


@pytest.mark.parametrize(
    ('title', 'words', 'told'),
    [
        ('Pots &amp; pans &lt;3', 'Pots & pans <3', 'Video on YouTube: Pots & pans <3'),
        ('  Two\n words ', 'Two words', 'Video on YouTube: Two words'),
        ('YouTube video player', 'Video on YouTube', 'Video on YouTube: Notes'),
        (VIDEO, 'Video on YouTube', 'Video on YouTube: Notes'),
        ('&lt;script&gt;alert(1)', '<script>alert(1)', 'Video on YouTube: <script>alert(1)'),
    ],
)
def test_the_author_s_title_of_a_frame_is_the_link_s_text(tmp_path: Path, title: str, words: str, told: str) -> None:
    built = build(tmp_path, f'## Notes\n\nWords.\n\n{frame(VIDEO, title)}')
    (player,) = section(built).select('.meetup-player')
    (link,) = player.select('a')
    assert (link.get_text(), link['href'], player['data-title']) == (words, WATCH, told)
    assert '<script>alert' not in built.read('reports/a.html')


PLACES = {
    'in a list': f'- {frame(DECK)}\n- words {frame(OTHER)} words',
    'in a quote': f'> {frame(DECK)}\n\n> words {frame(OTHER)}',
    'in table cells': f'| a | b |\n|---|---|\n| {frame(DECK)} | words {frame(OTHER)} |',
    'in a sentence': f'See {frame(DECK)} and *then {frame(OTHER)}*.',
    'in a block of HTML': f'<div>{frame(DECK)}\n<p>words</p>{frame(OTHER)}{frame(OTHER)}</div>',
    'as other elements': f'<object data="{DECK}"></object>\n\n<embed src="{OTHER}">',
    'written by other tools': (
        '@[speakerdeck](0123456789abcdef)\n\n'
        '<script class="speakerdeck-embed" data-id="fedcba9876543210" src="//speakerdeck.com/assets/embed.js"></script>'
    ),
}


@pytest.mark.parametrize('place', PLACES)
def test_where_frames_may_stand(tmp_path: Path, place: str) -> None:
    built = build(tmp_path, f'## Notes\n\nSome words.\n\n{PLACES[place]}')
    found = section(built)
    assert [player['data-src'] for player in found.select('.meetup-player')] == [DECK, OTHER]
    assert [link['href'] for link in found.select('.meetup-player > a')] == [DECK, OTHER]
    assert not found.select('iframe, script, object, embed, a a')
    assert all(player.parent and player.parent.name in {'p', 'em'} for player in found.select('.meetup-player'))


LINKS = {
    # name: (what is written, the links that come of it)
    'another host': (frame('https://frames.example/1'), [('https://frames.example/1', 'frames.example')]),
    'another host, with a title': (frame('https://frames.example/1', 'Pots'), [('https://frames.example/1', 'Pots')]),
    'a host that looks alike': (
        frame('https://speakerdeck.com.evil.example/player/0123456789abcdef'),
        [('https://speakerdeck.com.evil.example/player/0123456789abcdef', 'speakerdeck.com.evil.example')],
    ),
    'script address': (frame('javascript:alert(1)'), []),
    'data address': (frame('data:text/html,&lt;script&gt;alert(1)&lt;/script&gt;'), []),
    'no address': ('<iframe></iframe>', []),
    'an address that is none': (frame('https://[x'), []),
    'a page inside': ('<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>', []),
    'in a link': (f'[words {frame(DECK)}](https://example.com/)', [('https://example.com/', 'words speakerdeck.com')]),
    'in a link of HTML': (
        f'so <a href="https://example.com/">words {frame("https://frames.example/1")}</a>',
        [('https://frames.example/1', 'frames.example'), ('https://example.com/', 'words ')],
    ),
}


@pytest.mark.parametrize('name', LINKS)
def test_other_frames_are_plain_links(tmp_path: Path, name: str) -> None:
    body, links = LINKS[name]
    built = build(tmp_path, f'## Notes\n\nSome words.\n\n{body}\n\nthe end')
    found = section(built)
    assert [(link['href'], link.get_text()) for link in found.select('p a')] == links
    assert not found.select('.meetup-player, iframe')
    assert 'alert(1)' not in str(found)
    assert 'the end' in found.get_text()
    assert 'meetup-player' not in built.read('reports/a.html')


def test_a_heading_is_a_link_in_the_text_and_plain_in_menus(tmp_path: Path) -> None:
    built = build(tmp_path, f'## Notes {frame(DECK)}\n\nSome words.')
    assert [link['href'] for link in built.page('reports/a').select('h2 a.external')] == [DECK]
    assert not built.page('reports/a').select('.meetup-player')
    assert 'data-src' not in built.read('index.html')


def test_script_and_style_are_on_pages_with_frames_alone(tmp_path: Path) -> None:
    built = build(tmp_path, f'## Notes\n\n{frame(DECK)}')

    def loaded(docname: str) -> set[str]:
        page = built.page(docname)
        return {
            str(part.get('src') or part.get('href')).partition('?')[0].rpartition('/')[2]
            for part in page.select('script[src], link[rel=stylesheet]')
        }

    ours = {'meetup-player.js', 'meetup-player.css'}
    assert ours <= loaded('reports/a')
    for docname in ('index', 'other', 'search', 'genindex'):
        assert not ours & loaded(docname)
    hints = [link for link in built.page('reports/a').select('link') if 'speakerdeck' in str(link)]
    assert hints == []


def test_the_site_s_language(tmp_path: Path) -> None:
    built = build(tmp_path, f'## Notes\n\nWords.\n\n{frame(DECK)}', conf="language = 'ja'\n")
    (player,) = section(built).select('.meetup-player')
    assert player.get_text() == 'スライド（Speaker Deck）'
    assert player['data-button'] == 'ここに表示（Speaker Deck から読み込み）'


TALK = '## Pots for all\n\n@hana\n\n{}\n\n- A pot has a lid.\n'


def card(built: Built) -> Tag:
    found = built.page('reports/a').select_one('section.meetup-talk')
    assert found is not None
    return found


def test_the_talk_s_slides_are_shown_once_in_its_card(tmp_path: Path) -> None:
    built = build(tmp_path, TALK.format(frame(DECK, 'Pots for all')))
    (player,) = card(built).select('.meetup-player')
    assert player.find_parent(class_='meetup-slides')
    assert player['data-src'] == DECK
    assert player['data-title'] == 'Slides on Speaker Deck: Pots for all'
    assert [link['href'] for link in card(built).select(f'a[href="{DECK}"]')] == [DECK]
    (talk,) = built.domain.documents['reports/a'].talks
    assert [link.url for link in talk.slides] == [DECK]


def test_a_title_of_its_own_stays_on_the_card(tmp_path: Path) -> None:
    built = build(tmp_path, TALK.format(frame(DECK, 'Lids and handles')))
    (player,) = card(built).select('.meetup-player')
    assert player.get_text() == 'Lids and handles (speakerdeck.com)'
    assert player['data-title'] == 'Slides on Speaker Deck: Lids and handles'


def test_a_video_s_button_leads_to_its_page(tmp_path: Path) -> None:
    built = build(tmp_path, TALK.format(frame(VIDEO)))
    (player,) = card(built).select('.meetup-video .meetup-player')
    assert [link['href'] for link in player.select('a')] == [WATCH]


def test_a_frame_in_a_sentence_of_the_notes_leaves_its_link(tmp_path: Path) -> None:
    built = build(tmp_path, f'{TALK.format(frame(DECK))}- See {frame(DECK)} again.\n')
    assert len(card(built).select('.meetup-player')) == 1
    (item,) = [item for item in card(built).select('li') if 'again' in item.get_text()]
    assert item.get_text(strip=True) == 'SeeSlides on Speaker Deckagain.'
    assert [link['href'] for link in item.select('a')] == [DECK]


def test_a_frame_that_is_not_the_talk_s_stays_in_the_notes(tmp_path: Path) -> None:
    body = f'{TALK.format(DECK)}- A film about lids: {frame("https://player.vimeo.com/video/5")}\n'
    built = build(tmp_path, body)
    (inside,) = card(built).select('li .meetup-player')
    assert inside['data-title'] == 'Video on Vimeo: Pots for all'


def test_a_talk_that_is_only_its_frame_is_a_quiet_line(tmp_path: Path) -> None:
    built = build(tmp_path, f'## Pots for all\n\n@hana\n\n{frame(DECK)}\n\n## Pans\n\n@taro\n\n- Words.\n')
    first, second = built.page('reports/a').select('section.meetup-talk')
    assert 'meetup-talk-quiet' in first['class']
    assert first.select('.meetup-slides .meetup-player')
    assert 'meetup-talk-quiet' not in second['class']


def test_a_directive_s_slides(tmp_path: Path) -> None:
    body = f'```{{meetup:talk}} Pots for all\n:speakers: hana\n:slides: {DECK}\n\n{frame(DECK)}\n\nA lid.\n```'
    built = build(tmp_path, body)
    assert built.warnings == ()
    (player,) = card(built).select('.meetup-player')
    assert player.find_parent(class_='meetup-slides')


EVERYWHERE = f'{TALK.format(frame(DECK))}\n## Notes\n\n| a |\n|---|\n| {frame(VIDEO, "A film")} |\n\n{frame(OTHER)}'


@pytest.mark.parametrize('builder', ['html', 'dirhtml', 'singlehtml', 'json', 'text', 'latex', 'man', 'texinfo', 'xml'])
def test_every_builder_takes_frames(tmp_path: Path, builder: str) -> None:
    built = build(tmp_path, EVERYWHERE, builder, 'html_copy_source = False\n')
    assert built.warnings == ()
    whole = ''.join(
        path.read_text('utf-8')
        for path in sorted(built.outdir.rglob('*'))
        if path.suffix in {'.html', '.fjson', '.txt', '.tex', '.1', '.texi', '.xml'}
    )
    whole = re.sub(r'\\:|\\(?=[_-])|\n\s+(?=\S)|@@?', '', whole)
    assert '<iframe' not in whole
    for words in ('speakerdeck.com/player/0123456789abcdef', 'speakerdeck.com/player/fedcba9876543210', 'A film'):
        assert words in whole
    assert 'youtube.com/watch?v' in whole


def test_plain_text_tells_the_addresses(tmp_path: Path) -> None:
    text = ' '.join(build(tmp_path, EVERYWHERE, 'text').read('reports/a.txt').split())
    assert f'A film <{WATCH}>' in text
    assert 'Slides on Speaker Deck <https://speakerdeck.com/p' in text


def test_an_e_book_has_links_and_no_script(tmp_path: Path) -> None:
    built = build(tmp_path, EVERYWHERE, 'epub', "version = '1'\nepub_show_urls = 'no'\n")
    assert built.warnings == ()
    (path,) = built.outdir.glob('*.epub')
    with zipfile.ZipFile(path) as archive:
        page = archive.read('reports/a.xhtml')
        ET.fromstring(re.sub(rb'&(?:nbsp|copy|#160);', b' ', page))
    for words in (DECK, OTHER, WATCH):
        assert f'href="{words}"' in page.decode()
    assert b'meetup-player.js' not in page
