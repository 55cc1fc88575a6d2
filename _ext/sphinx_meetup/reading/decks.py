"""Which links below a talk's heading are its slides and videos; a deck that belongs to someone else stays a link."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .below import is_silent, words_of
from .facts import labelled
from .links import link_kind
from .players import player_of
from .profiles import handle_of
from .text import folded, key
from .titles import likeness
from .words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model.records import Link
    from .outline import Line

_LEADING = 8
"""Slides stand alone on one of so many lines below the heading, unless a label or their title says what they are."""
_NEAR = 4
"""A sentence that tells of slides and leads to some says it of the talk above on one of so many lines."""
_SHORT = 80
_LABEL = re.compile(r'[ 　]{0,3}[^\s:：]{1,10}[ 　]?[:：]?[ 　]{0,3}\Z')
"""One word before an address: what the author calls it."""
_NO_DECKS = frozenset(
    {'x.com', 'twitter.com', 'facebook.com', 'instagram.com', 'amazon.co.jp', 'amazon.com', 'amzn.to', 'togetter.com'}
)
"""Hosts that never keep slides."""
_ALIKE = 0.6
"""From here on a link's words are the talk's title."""


@dataclass(frozen=True, slots=True)
class Decks:
    """A talk's slides and videos.

    :param used: the lines that hold nothing else.
    :param bare: an address alone on a line right below the heading whose host says nothing, or None: slides
        if the talks beside this one have theirs there.
    :param named: links that say what they belong to (``Abstract``, ``Slides``): only talks have those.
    """

    slides: tuple[Link, ...] = ()
    videos: tuple[Link, ...] = ()
    used: frozenset[int] = frozenset()
    bare: Link | None = None
    bare_line: int = 0
    named: int = 0


def decks_below(lines: Sequence[Line], deeper: Iterable[Line], title: str) -> Decks:
    """The slides and videos of a talk.

    :param lines: the lines of the section's own text.
    :param deeper: the lines of the sections inside it, where only a label tells slides.
    """
    slides: list[Link] = []
    videos: list[Link] = []
    late: list[Link] = []
    used: set[int] = set()
    bare: tuple[Link, int] | None = None
    named = 0
    for place, line in enumerate(lines):
        for link in line.links:
            kind = _kind(line, link, place, title)
            if kind == 'slides':
                slides.append(link)
            elif not kind and link_kind(link.url) == 'slides' and line.text and not line.depth and _alone(line, link):
                late.append(link)
            elif kind == 'video':
                videos.append(link)
            if kind and line.text and not line.images and _alone(line, link) and _says_no_more(link, title):
                used.add(line.number)  # a frame is no line of text; the talk's card takes it over
            named += _names_a_resource(line, link)
            told = is_silent(line) or _is_title(link.label, title)
            if not kind and not place and not line.depth and told and line.text and _may_be_deck(line, link):
                bare = (link, line.number)
    if not slides:
        for line in deeper:
            found = next((link for link in line.links if _label(link) == 'slides'), None)
            if found is not None:
                slides.append(found)
                break
    slides = _first(slides)
    if not slides and len(late) == 1:
        slides = late  # the only deck of its section, alone on its line
    return Decks(
        slides=tuple(slides),
        videos=tuple(dict.fromkeys(videos)),
        used=frozenset(used),
        bare=bare[0] if bare else None,
        bare_line=bare[1] if bare else 0,
        named=named,
    )


def _may_be_deck(line: Line, link: Link) -> bool:
    """Whether a link alone on the first line may lead to slides, though its host does not say so."""
    return _alone(line, link) and not handle_of(link.url) and link.host not in _NO_DECKS


def _first(slides: list[Link]) -> list[Link]:
    """The talk's slides once: the same deck as a frame and as a link is one, a second deck may be another's."""
    unique: dict[str, Link] = {}
    for link in slides:
        unique.setdefault(link.url.split('#')[0].rstrip('/'), link)
    players = Counter(link.host for link in unique.values() if player_of(link.url))
    pages = Counter(link.host for link in unique.values() if not player_of(link.url))
    # A frame and the caption below it: the same deck twice.
    captions = {host for host, count in pages.items() if players[host] == count}
    return [link for link in unique.values() if player_of(link.url) or link.host not in captions]


def _label(link: Link) -> str:
    return words().resource(link.label) if link.label else ''


def _names_a_resource(line: Line, link: Link) -> bool:
    return _label(link) in {'slides', 'video', 'abstract', 'notes'} and _alone(line, link)


def _alone(line: Line, link: Link) -> bool:
    """Whether a line holds a link and nothing else but a label before it."""
    if len(line.links) != 1:
        return False
    text = words_of(line).strip()
    rest = text.removesuffix(link.label).strip(' -–—:：・*#>()（）[]') if link.label else text
    pair = labelled(line)
    if pair and pair[0] in {'slides', 'video'}:
        return True
    return not any(map(str.isalnum, _LABEL.sub('', rest)))


def _kind(line: Line, link: Link, place: int, title: str) -> str:
    """``slides``, ``video`` or '' for a link that is no resource of the talk."""
    pair = labelled(line)
    if pair is not None and pair[0] in {'slides', 'video'} and link.url.strip('#/'):
        return pair[0]
    if (label := _label(link)) in {'slides', 'video'} and len(words_of(line).strip()) <= len(link.label) + 20:
        return label
    kind = link_kind(link.url)
    if kind not in {'slides', 'video'}:
        return _pointed_at(line, link, place)
    if not line.text:  # a frame: it shows what the section is about
        return kind
    if _alone(line, link) and (place < _LEADING or _is_title(link.label, title)):
        return kind
    if place < _NEAR and len(line.links) == 1 and len(words_of(line)) <= _SHORT and words().tells_of(line.text, kind):
        return kind  # "資料はこちらで公開されています"
    if _is_title(link.label, title):
        return kind
    return ''


def _pointed_at(line: Line, link: Link, place: int) -> str:
    """What a link of any host is where a short sentence says so: "スライドは[こちら](…)"."""
    if place >= _NEAR or len(line.links) != 1 or len(words_of(line)) > _SHORT:
        return ''
    if folded(link.label).strip(' ()[]') not in words().pointers or link_kind(link.url) in {'event', 'profile'}:
        return ''
    return next((what for what in ('slides', 'video') if words().tells_of(line.text, what)), '')


def _is_title(label: str, title: str) -> bool:
    one, other = key(label), key(title)
    return bool(one and other) and (one in other or other in one or likeness(label, title) >= _ALIKE)


def _says_no_more(link: Link, title: str) -> bool:
    """Whether the words on a link are its address, the name of a resource or the talk's title."""
    label = link.label
    return not any(map(str.isalnum, label)) or label == link.url or bool(_label(link)) or _is_title(label, title)
