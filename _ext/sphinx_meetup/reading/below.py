"""What stands below a heading: the lines of its own text, in which a talk's speakers and slides are told."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .facts import labelled
from .outline import Line
from .people import byline, named_line, people, says_more_than
from .rowlinks import part_links
from .tables import column_places
from .text import LONGEST_LINE, folded, key
from .words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model.records import Person
    from .outline import Section

_LEADING = 8
"""A speaker stands within so many lines below the heading; what comes later belongs to the notes."""
_QUOTED = re.compile(
    r'(?P<who>[^\s、。「」『』はがをにで]{1,16}(?:さん|氏|先生))(?:の|による)[「『](?P<title>[^「」『』]{2,200})[」』]'
)
_CROWD = 5
_INDENTED = 2
"""So many indented lines right below a heading are meant as a by-line."""
_PROSE = 2
"""After so many lines of other text only a labelled line (``登壇者:``) still names the speaker."""


@dataclass(frozen=True, slots=True)
class Named:
    """The speakers that some lines name.

    :param people: empty where a label for the speaker stands and nobody behind it.
    :param sure: whether the form alone says so: a label, ``by``, a handle, an honorific. A bare name is not.
    :param line: where they stand.
    :param used: the lines that say nothing else and need not be shown again.
    :param last: the place of the last such line among the lines that were looked at.
    """

    people: tuple[Person, ...]
    line: int
    used: frozenset[int] = frozenset()
    last: int = 0
    sure: bool = True


def own_lines(section: Section) -> Iterator[Line]:
    """The lines of a section's own text, those of its lists and of tables of two columns (``| 登壇者 | name |``)."""
    for place, block in enumerate(section.blocks):
        if block.kind in {'paragraph', 'list', 'html'} or (
            block.kind == 'indented' and len(block.lines) <= _INDENTED and place == 0
        ):
            yield from block.lines
        known = [cell.text for cell in block.rows[0]] if block.rows else []
        for row in block.rows if len(column_places(known)) < len(known) else ():
            cells = [cell for cell in row if cell.text]
            if len(cells) == 2:
                links = sum((cell.links for cell in row), ())
                yield Line(f'{cells[0].text}: {cells[1].text}', row[0].number, links, whole=False)


def is_silent(line: Line) -> bool:
    """Whether a line holds no words of its own: a picture, a frame, a bare address, a link that only names itself."""
    return line.images or not any(map(str.isalnum, words_of(line)))


def words_of(line: Line) -> str:
    """A line's text without its bare addresses."""
    text = line.text
    for link in line.links:
        if not link.label or link.label == link.url:
            text = text.replace(link.url, ' ', 1)
    return text


def speakers_below(lines: Sequence[Line]) -> Named | None:
    """Who speaks, by the lines below a heading: the first that name somebody, and a second one right behind them.

    Where a long list of people stands below a heading, they are its subject and no speakers.
    """
    if _lists_people(lines):
        return None
    prose = looked = 0
    for place, line in enumerate(lines):
        if is_silent(line) and not labelled(line):
            continue
        looked += 1
        found = _named_at(lines, place, weak=looked == 1, prose=prose)
        if found is not None:
            return _with_next(found, lines)
        prose += 1
        if looked > _LEADING:
            break
    return _labelled_later(lines)


def _lists_people(lines: Sequence[Line]) -> bool:
    """Whether the lines begin with a list of more people than speak together."""
    items = [line for line in lines[: 2 * _CROWD] if line.depth == 1]
    return len(items) >= _CROWD and all(byline(line.text, line.links) for line in items[:_CROWD])


def _named_at(lines: Sequence[Line], place: int, *, weak: bool, prose: int) -> Named | None:
    line = lines[place]
    text, _ = part_links(line.text, [link for link in line.links if link.label in _resource_words(line)])
    pair = labelled(line)
    if pair is not None and pair[0] == 'speaker':
        people_here = byline(text, line.links) or ()
        return Named(people_here, line.number, _used(line, text, people_here), place)
    if pair is not None and pair[0] != 'speaker':
        return None
    if _is_label(line.text):
        return _nested(lines, place)
    if prose >= _PROSE:
        return None
    named = byline(text, line.links)
    if named:
        return Named(named, line.number, _used(line, text, named), place)
    if weak and (line.depth or line.whole or place == 0):
        guess = named_line(text, line.links)
        if guess:
            return Named(guess, line.number, _used(line, text, guess), place, sure=False)
    return None


def _resource_words(line: Line) -> set[str]:
    """The labels of a line's links that only say what they lead to: ``slides``."""
    return {link.label for link in line.links if words().labels.get(folded(link.label)) in {'slides', 'video'}}


def _used(line: Line, text: str, named: Sequence[Person]) -> frozenset[int]:
    if line.images or not named or says_more_than(text, named):
        return frozenset()
    # A profile's address is no fact of a talk: its line stays for it.
    told = all(link.label in _resource_words(line) for link in line.links)
    return frozenset({line.number}) if told else frozenset()


def _is_label(text: str) -> bool:
    """Whether a line is nothing but a label for the speaker, whose name follows."""
    return words().labels.get(folded(text).strip(' :・*-')) == 'speaker'


def _nested(lines: Sequence[Line], place: int) -> Named | None:
    """The names in the items below a label: those deeper than it, or the one line after it."""
    label = lines[place]
    found: list[Person] = []
    used = {label.number}
    last = place
    for index in range(place + 1, min(place + _LEADING, len(lines))):
        line = lines[index]
        if line.depth <= label.depth and index > place + 1:
            break
        named = byline(line.text, line.links) or (people(line.text, line.links) if not is_silent(line) else ())
        if not named or (found and line.depth <= label.depth):
            break
        if not found or not _same(found, named):
            found += [person for person in named if person not in found]
        used |= _used(line, line.text, named)
        last = index
    return Named(tuple(found), label.number, frozenset(used) if len(used) > 1 else frozenset(), last)


def _same(found: Sequence[Person], named: Sequence[Person]) -> bool:
    known = {person.name for person in found} | {person.handle for person in found}
    return all(person.name in known or person.handle in known for person in named)


def _with_next(found: Named, lines: Sequence[Line]) -> Named:
    """Two by-lines side by side: a second speaker, or the first one's handle."""
    place = found.last + 1
    if not found.sure or not found.people or place >= len(lines) or lines[place].depth > lines[found.last].depth:
        return found
    line = lines[place]
    if labelled(line) is not None and labelled(line) != ('speaker', line.text) and not byline(line.text, line.links):
        return found
    named = byline(line.text, line.links)
    if not named or is_silent(line):
        return found
    merged = merge(found.people, named)
    return replace(found, people=merged, used=found.used | _used(line, line.text, named), last=place)


def merge(some: tuple[Person, ...], others: tuple[Person, ...]) -> tuple[Person, ...]:
    """The people of two places as one list: a lone handle belongs to a lone name."""
    if not some or not others:
        return some or others
    if len(some) == len(others) == 1:
        one, other = some[0], others[0]
        handle = one.handle or other.handle
        links = tuple(dict.fromkeys(one.links + other.links))
        names = [person.name for person in (one, other) if person.name]
        same = not names or len(names) == 1 or folded(names[0]) == folded(names[1])
        if same and (not one.handle or not other.handle or folded(one.handle) == folded(other.handle)):
            affiliation = one.affiliation or other.affiliation
            name = names[0] if names else ''
            return (replace(one, name=name, handle=handle, affiliation=affiliation, links=links),)
        if one.handle and folded(one.handle) in {folded(other.name), folded(other.handle)}:
            return (replace(other, handle=one.handle, links=links),)
        if other.handle and folded(other.handle) in {folded(one.name), folded(one.handle)}:
            name = '' if one.name == other.handle else one.name
            return (replace(one, handle=other.handle, name=name, links=links),)
    known = {folded(person.name) for person in some} | {folded(person.handle) for person in some} - {''}
    return some + tuple(
        person for person in others if folded(person.name) not in known and folded(person.handle) not in known - {''}
    )


def speaker_of_quote(lines: Sequence[Line], title: str) -> Named | None:
    """Whoever the first lines say the heading's own words of: ``花子さんの『鍋の話』という発表``."""
    for place, line in enumerate(lines[:_PROSE]):
        match = _QUOTED.search(line.text) if len(line.text) <= LONGEST_LINE else None
        if match is not None and _same_title(match['title'], title):
            return Named(people(match['who']), line.number, last=place)
    return None


def _same_title(quoted: str, title: str) -> bool:
    one, other = key(quoted), key(title)
    return bool(one) and (one == other or (len(one) > _LEADING and other.startswith(one)))


def _labelled_later(lines: Sequence[Line]) -> Named | None:
    """A label for the speaker anywhere in the section's own text."""
    for place, line in enumerate(lines):
        pair = labelled(line)
        if pair is not None and pair[0] == 'speaker' and (named := byline(line.text, line.links)):
            return Named(named, line.number, _used(line, line.text, named), place)
    return None
