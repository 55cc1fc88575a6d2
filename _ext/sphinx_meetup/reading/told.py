"""Where below its heading a talk's speakers, slides, videos and title were read: for whoever asks how it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .below import own_lines

if TYPE_CHECKING:
    from .groups import Judged
    from .outline import Outline


def told_below(tree: Outline, one: Judged) -> tuple[tuple[str, int], ...]:
    """What was read on which line below the heading of a talk, in the order of the page."""
    signs = one.signs
    told: set[tuple[int, str]] = set()
    if signs.named and signs.named.people and one.people:
        told |= {(line, 'speaker') for line in {signs.named.line, *signs.named.used}}
    if signs.child and signs.child_people and one.people:
        told.add((tree.sections[signs.child].heading.number, 'speaker'))
    if signs.teller and one.people and one.people == signs.teller.people:
        told.add((signs.teller.line, 'speaker'))
    if signs.told and signs.told_line and one.title == signs.told:
        told.add((signs.told_line, 'title'))
    slides, videos = {link.url for link in one.slides}, {link.url for link in signs.decks.videos}
    for section in tree.below(signs.place) if slides or videos else ():
        for line in own_lines(section):
            for link in line.links:
                if link.url in slides:
                    told.add((line.number, 'slides'))
                elif link.url in videos:
                    told.add((line.number, 'video'))
    return tuple((what, line) for line, what in sorted(told) if line != signs.line)
