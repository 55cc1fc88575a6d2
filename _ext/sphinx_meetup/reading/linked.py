"""Lines that lead to slides with a talk's title: ``[title](deck) by name``, wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.drafts import TalkDraft
from .credits import find_credits
from .kinds import split_kind
from .links import link_kind
from .people import byline, people
from .rowlinks import part_links
from .sentences import told_by
from .text import folded
from .titles import plain_title
from .words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model.records import Person
    from .outline import Line, Section

MANY = 3
_MOSTLY = 0.6
"""Where so many of the lines that are only a title lead to slides, the others do as well, whatever their host."""
_AFTER_TITLE = 40
_BEFORE = 2
"""So many lines before a title may name its speaker."""
_SHORTEST = 2
_LONGEST = 200
_SHORT = 16
"""A shorter text with a word for slides in it only says that slides are there."""
_SITES = frozenset({'slideshare', 'speaker deck', 'speakerdeck', 'docswell', 'google slides'})


def linked_talks(section: Section, author: str) -> Iterator[TalkDraft]:
    """The lines of a section's text that lead to slides with a talk's title: ``[title](deck) by name``."""
    lines = [line for block in section.blocks if block.kind in {'paragraph', 'list', 'html'} for line in block.lines]
    found = {
        place: talk
        for place, line in enumerate(lines)
        if (talk := linked_line(line, lines[max(place - _BEFORE, 0) : place], author)) is not None
    }
    alone = [place for place, line in enumerate(lines) if _is_only_title(line)]
    among = sum(place in found for place in alone)
    if among >= MANY and among >= _MOSTLY * len(alone):
        others = ((place, linked_line(lines[place], (), author, of_any_host=True)) for place in alone)
        found = {place: talk for place, talk in others if talk is not None} | found
    for place in sorted(found):
        yield found[place]


def _is_only_title(line: Line) -> bool:
    """Whether a line begins with a link whose words can be a title, and hardly more follows."""
    if not line.links or line.images or not is_title(line.links[0].label):
        return False
    label = line.links[0].label
    return line.text.startswith(label) and len(line.text) <= len(label) + _AFTER_TITLE


def linked_line(line: Line, before: Sequence[Line], author: str = '', *, of_any_host: bool = False) -> TalkDraft | None:
    """The talk whose title is the words on a link to slides.

    :param before: the lines before it, which may tell who speaks.
    """
    decks = [link for link in line.links if of_any_host or link_kind(link.url) == 'slides']
    titled = [link for link in decks if is_title(link.label)]
    if titled:
        deck, title = titled[0], titled[0].label
        rest = line.text.replace(deck.label, ' ', 1)
    elif len(decks) == 1 and not line.depth and len(line.text) <= _LONGEST:
        deck = decks[0]
        title = part_links(line.text, line.links)[0].replace(deck.url, ' ').strip(' :：-–—')
        rest = ''
        if not deck.label or words().tells_of(title, 'slides') or not is_title(title):
            return None
    else:
        return None
    kind, name = split_kind(title)
    credit = next((one for one in find_credits(name, line.links) if one.sure), None)
    someone = credit.people if credit else _speaker_beside(rest, line, before, author)
    return TalkDraft(
        title=plain_title(credit.title if credit else name),
        people=someone,
        slides=(deck,),
        kind=kind,
        listed=True,
        line=line.number,
        rule='its title leads to slides',
        certainty='likely',
    )


def is_title(label: str) -> bool:
    """Whether the words on a link can be a title, no name of a resource or a site."""
    text = label.strip()
    bare = folded(text).strip(' ()[]「」')
    if not _SHORTEST < len(text) <= _LONGEST or not any(map(str.isalpha, text)) or text.startswith('http'):
        return False
    if (
        bare in words().labels
        or bare in _SITES
        or bare in words().pointers
        or bare.removeprefix('www.').partition('/')[0].endswith('.com')
    ):
        return False
    return not (len(bare) <= _SHORT and words().tells_of(bare, 'slides'))


def _speaker_beside(rest: str, line: Line, before: Sequence[Line], author: str) -> tuple[Person, ...]:
    """Who speaks, by what stands beside a title on its line, else by the sentence before it."""
    for link in line.links:
        if link.label and f'by {link.label}' in rest and link_kind(link.url) == 'other':
            return people(link.label, [link])
        if link.label and f'from {link.label}' in rest:
            return people(link.label)
    text = rest.strip(' 　-–—:：/／|｜,、。.()（）[]*>「」')
    if text and len(text) <= _LONGEST:
        # With a word in the title's place the text reads as a whole line would: "title by Jane Roe".
        by = next((one for one in find_credits(f'title {text}', line.links) if one.sure and one.title), None)
        named = byline(text, line.links) or (by.people if by is not None and by.title == 'title' else ())
        if named:
            return named
    told = told_by(before[::-1])
    if told is not None:
        return told.people
    return people(author) if any(words().is_own(one.text) for one in before) else ()
