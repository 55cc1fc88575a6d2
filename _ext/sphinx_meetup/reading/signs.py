"""The signs that a heading is a talk's: what it says itself, and what stands below it.

Each heading is looked at alone; :mod:`.groups` lets siblings agree, and :mod:`.choose` weighs the whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from .below import Named, own_lines, speaker_of_quote, speakers_below
from .credits import Credit, find_credits
from .decks import Decks, decks_below
from .facts import labelled
from .kinds import split_kind
from .owntalk import own_title
from .people import byline, named_line
from .sentences import told_by
from .text import folded
from .times import find_span
from .titles import plain_title
from .words import words

if TYPE_CHECKING:
    from ..model.records import Link, Person
    from ..model.time import Span
    from .outline import Line, Outline

_BEFORE_TIME = re.compile(r'(?:[\[［【(（][^\[\]［］【】()（）]{1,30}[\]］】)）][ 　]{0,3})?[\[［【(（]?')
_CATEGORY = re.compile(r'[\[［【(（][^\[\]［］【】()（）]{1,30}[\]］】)）](?=[ 　]{0,3}[(（\[［【]?\d)')
_AFTER_TIME = re.compile(r'[\s　]{0,4}[\])）】］]?[\s　]{0,4}[-–—:：|｜、,~〜～]{0,2}[\s　]{0,4}')
_TRAILING_TIME = re.compile(r'[\s　]{0,3}[(（\[【](?=\d{1,2}[:：]\d\d)([^()（）\[\]【】]{4,20})[)）\]】][\s　]*\Z')
_SESSION_CODE = re.compile(r'[\[［【(（][A-Za-z0-9][A-Za-z0-9・-]{0,11}[\]］】)）][ 　]{0,2}')
_LABELS = 4
_PROFILES = frozenset(
    {
        'github', 'twitter', 'x', 'website', 'site', 'blog', 'homepage', 'linkedin', 'mastodon', 'bluesky', 'facebook',
        'qiita', 'zenn',
    }
)  # fmt: skip
"""Words on the links that stand below a person's name."""
_SENTENCE = re.compile(
    r'(?:です|ます|ました|でした|ません|だった|かった|ください|たい|よね|かな|ぞ|습니다|니다|해요|다\.)[。．.!！?？…wｗ〜～)）]{0,3}\Z'
)


@dataclass(frozen=True)
class Signs:
    """One heading and what speaks for its being a talk's.

    :param place: its place in the outline.
    :param title: its words without a time and a prefix that names the kind.
    :param span: the time that it gives.
    :param own: the lines of its own text, those of a heading below it that is only a name included.
    :param named: the speakers below it, or None.
    :param teller: the speaker whom the first sentence below it names, or None.
    :param child: the place of a heading below it that is only its speaker's name; 0 for none.
    :param told_people: the speakers on that line, where the heading is no person's name but a time and a room.
    :param is_mine: whether heading and text say that the author's own talk has the title ``told``.
    :param lead: what the programme says beside time and title: a track, a room, the session's number.
    :param told: the title that a labelled line below gives (``Talk: …``); the heading is the speaker's then.
    """

    place: int
    line: int
    level: int
    heading: str
    title: str
    kind: str
    span: Span | None
    own: tuple[Line, ...]
    credits: tuple[Credit, ...]
    named: Named | None
    decks: Decks
    teller: Named | None = None
    child: int = 0
    child_people: tuple[Person, ...] = ()
    child_sure: bool = False
    lead: str = ''
    told: str = ''
    told_line: int = 0
    told_people: tuple[Person, ...] = ()
    is_mine: bool = False
    usual: str = ''
    container: bool = False
    links: tuple[Link, ...] = ()

    @cached_property
    def credit(self) -> Credit | None:
        """The surest way to part the heading into title and speakers, where its form alone says so."""
        return next((credit for credit in self.credits if credit.sure), None)

    @cached_property
    def idle(self) -> bool:
        """Whether the heading is that of a break, an opening or the like."""
        return words().is_break(self.title) or words().is_other(self.title)

    @cached_property
    def several(self) -> bool:
        """Whether the heading stands for many talks (``LT大会``)."""
        return words().is_several(self.title)

    @cached_property
    def holds(self) -> bool:
        """Whether the heading stands above talks; one above people (``登壇者``) holds their names, not titles."""
        label = words().labels.get(folded(self.title))
        return (self.container or self.several or label == 'slides') and label != 'speaker'

    @cached_property
    def is_sentence(self) -> bool:
        """Whether the heading is a sentence, as those of diaries are."""
        return bool(_SENTENCE.search(self.heading))

    @cached_property
    def mine(self) -> bool:
        """Whether the text says that it is the author's own talk."""
        return self.is_mine or any(words().is_own(line.text) for line in self.own[:6])


def read_signs(tree: Outline, place: int) -> Signs:
    """Look at one heading. Costs its own text, and the headings directly below it."""
    section = tree.sections[place]
    span, rest = split_time(plain_title(section.title))
    code = _SESSION_CODE.match(rest) if span else None
    kind, title = split_kind(rest[code.end() :] if code and code.end() < len(rest) else rest)
    own = tuple(own_lines(section))
    child, people_of_child, sure = _name_below(tree, place)
    if child:
        own = own + tuple(own_lines(tree.sections[child]))
    named = speakers_below(own if not child else tuple(own_lines(section))) or speaker_of_quote(own, title)
    told, told_line = _told_title(own) if byline(title) or named_line(title) else ('', 0)
    below = _credited_below(own) if span is not None and not told else None
    own_told, own_line = ('', 0) if told else own_title(section.title, own)
    deeper = [line for below in list(tree.below(place))[1:] for line in own_lines(below)]
    usual = words().section_likeness(title)
    return Signs(
        place=place,
        line=section.heading.number,
        level=section.level,
        heading=section.title,
        title=plain_title(title),
        kind=kind,
        span=span,
        own=own,
        credits=tuple(find_credits(title, section.heading.links)),
        named=named,
        decks=decks_below(own, deeper, title),
        teller=told_by(own),
        child=child,
        child_people=people_of_child,
        child_sure=sure,
        lead=_lead(section.title, code, room=title if below else '') if span else '',
        told=told or own_told or (below[0].title if below else ''),
        told_line=told_line or own_line or (below[1] if below else 0),
        told_people=below[0].people if below else (),
        is_mine=bool(own_told),
        usual=usual,
        container=words().is_container(title),
        links=section.heading.links,
    )


def split_time(heading: str) -> tuple[Span | None, str]:
    """The time at the beginning of a heading (after a category in brackets at most) or in brackets at its end."""
    begin = _BEFORE_TIME.match(heading)
    for start in dict.fromkeys((begin.end() if begin else 0, 0)):
        found = find_span(heading, start)
        if found is not None and found.begin == start and found.span is not None:
            after = _AFTER_TIME.match(heading, found.end)
            rest = heading[after.end() if after else found.end :].strip()
            return (found.span, rest) if rest and rest[0] not in 'までからにはのを頃' else (None, heading)
    if match := _TRAILING_TIME.search(heading):
        found = find_span(match[1])
        if found is not None and found.span is not None and not found.begin:
            return found.span, heading[: match.start()].strip()
    return None, heading


def _lead(heading: str, code: re.Match[str] | None, room: str) -> str:
    """A category before the time, the session's own number (``【16-C-1】``) behind it, a room in the title's place."""
    before = _CATEGORY.match(heading)
    marks = '()（）[]［］【】 　'
    return ' · '.join(
        part.strip(marks) for part in (before[0] if before else '', code[0] if code else '', room) if part.strip(marks)
    )


def _told_title(lines: tuple[Line, ...]) -> tuple[str, int]:
    for line in lines[:_LABELS]:
        pair = labelled(line)
        if pair is not None and pair[0] == 'title':
            return plain_title(pair[1].rstrip(' 。.')), line.number
    return '', 0


def _credited_below(lines: tuple[Line, ...]) -> tuple[Credit, int] | None:
    """Title and speaker on the first line below a time: ``9:45-10:15 - Hall A`` stands above ``Title by Jane Roe``."""
    first = next((line for line in lines if line.text), None)
    if first is None or byline(first.text, first.links):  # a by-line alone names no title
        return None
    credit = next((one for one in find_credits(first.text, first.links) if one.sure), None)
    return (credit, first.number) if credit is not None else None


def _name_below(tree: Outline, place: int) -> tuple[int, tuple[Person, ...], bool]:
    """A heading below this one that is only a name: the first, or the last with the person's profiles below it."""
    level = tree.sections[place].level
    children: list[int] = []
    for index in range(place + 1, len(tree.sections)):
        section = tree.sections[index]
        if section.level <= level:
            break
        if not children or section.level <= tree.sections[children[0]].level:
            children.append(index)
    if not children:
        return 0, (), False
    first = tree.sections[children[0]]
    if words().section_likeness(first.title) != 'word':
        if named := byline(first.title, first.heading.links):
            others = (tree.sections[child].heading for child in children[1:_LABELS])
            if any(byline(other.text, other.links) for other in others):
                return 0, (), False  # a heading above people: each of them may stand for a talk
            return children[0], named, True
        if len(children) == 1 and (guess := named_line(first.title, first.heading.links)):
            profiles = sum(1 for line in own_lines(first) for link in line.links if folded(link.label) in _PROFILES)
            return children[0], guess, profiles > 1
    return 0, (), False
