"""Exports of WordPress: shortcodes in brackets, the comments of its editor, lines that hold a space alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .arguments import Arguments, arguments
from .known import alternatives, known
from .players import frame, is_address, link, shown_at
from .tags import Tag, show, shows

if TYPE_CHECKING:
    from .draft import Draft, Element, Found
    from .shelter import Shelter

_LONGEST = 3000
_NAMES = known().wordpress
_SHOWN = alternatives(_NAMES['shown'])
_WORDS = alternatives(_NAMES['wrapping'])
_MARKS = alternatives(_NAMES['comments'])
_COMMENT = re.compile(rf'<!--\s{{0,3}}(?:{_MARKS})[^<>]{{0,1500}}-->')
_OTHER_COMMENT = re.compile(rf'<!--(?!\s{{0,3}}(?:{_MARKS}))(?:[^-<]|-(?!->)|<(?!!--)){{0,2000}}-->')
_SPACE = re.compile(r'^[ \t]*(?:&nbsp;|\u00a0)(?:[ \t]|&nbsp;|\u00a0){0,50}$', re.MULTILINE)
_AROUND = re.compile(
    rf'\[(?P<end>/)?(?P<name>{_SHOWN})(?P<rest>[ ][^\[\]\n]{{0,500}})?\](?![(:]|\[(?!/))', re.IGNORECASE
)
_WRAPPING = re.compile(
    rf'\[(?:{_WORDS})(?:[ ][\w-]{{1,30}}=[^\[\]\n]{{0,500}}\]|\](?![(:\[]))'
    rf'|\[/(?:{_WORDS}|{_SHOWN})\]',
    re.IGNORECASE,
)
_SINGLE = re.compile(
    rf'\[(?P<name>{_SHOWN}|{alternatives(_NAMES["lost"])})(?P<rest>[ =][^\[\]\n]{{1,800}})?\](?![(:]|\[(?!/))',
    re.IGNORECASE,
)
_WRAPPED = re.compile(
    r'<figure[^<>]{0,600}wp-block-embed[^<>]{0,600}>\s{0,10}<div[^<>]{0,300}>\s{0,10}'
    r'(?P<url>https?://[^\s<>]{1,500})\s{0,10}</div>\s{0,10}(?:<figcaption[^<>]{0,200}>(?P<words>[^<>]{0,300})</figcaption>\s{0,10})?</figure>'
)


def hide_comments(text: str, shelter: Shelter) -> str:
    """A text without the comments that its author wrote: what stands in them is not shown, and says nothing."""
    if '<!--' not in text:
        return text
    return _OTHER_COMMENT.sub(lambda match: '\n'.join(map(shelter.hide, match[0].split('\n'))), text)


def repair_wordpress(draft: Draft) -> None:
    """Turn what WordPress adds to a text into what it means."""
    if '<!--' in draft.text:
        draft.remove(_COMMENT)
    if '&nbsp;' in draft.text or '\u00a0' in draft.text:
        draft.remove(_SPACE)
    if 'wp-block-embed' in draft.text:
        draft.rewrite(_WRAPPED, _wrapped)
    if '[' in draft.text:
        if '[/' in draft.text:
            draft.rewrite_elements(_AROUND, lambda element: _element(draft, element), _LONGEST)
        draft.remove(_WRAPPING)
        draft.rewrite(_SINGLE, lambda found: _single(draft, found))


def _wrapped(found: Found) -> str:
    before = found.match[0].partition('http')[0].count('\n')
    return '\n' * before + link(found.match['url'], found.match['words'] or '')


def _element(draft: Draft, element: Element) -> str | None:
    inner = element.inner.strip()
    name = element.opening['name']
    if name.casefold() != element.closing['name'].casefold() or len(inner.split()) > 1:
        return None
    if not inner:
        given = arguments(element.opening['rest'] or '')
        return show(draft, Tag(name, given), element.line, alone=element.alone)
    player = shown_at(inner) if is_address(inner) and element.alone else None
    if player and player.framed:
        return frame(player.url)
    return show(draft, Tag(name, Arguments({}, [inner])), element.line, alone=element.alone)


def _single(draft: Draft, found: Found) -> str | None:
    """A shortcode by itself; words in brackets that only begin like one stay."""
    name, rest = found.match['name'], found.match['rest'] or ''
    tag = Tag(name, arguments(rest.removeprefix('=')))
    lost = name.casefold() in _NAMES['lost']
    if not tag.arguments.named and not tag.address and not (shows(tag) if rest else lost):
        return None
    return show(draft, tag, found.line, alone=found.alone)
