"""The title of the author's own talk, where the heading only says that it is theirs: ``自分の発表``, ``My talk``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .text import LONGEST_LINE
from .words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .outline import Line

_LINES = 12
"""So many lines of a section are searched for the title."""
_QUOTED = re.compile(r'[「『｢“"‘\'](?P<title>[^「」『』｢｣“”"‘’]{4,120})[」』｣”"’\']')
_SAID = re.compile(
    r'[」』｣”"’\'](?:[ 　]?(?:という|と題し|のタイトル|の題|をテーマ|について|というお?話|의|라는|이라는|[,.]))'
    r'.{0,40}?(?:発表|登壇|お?話|LT|トーク|講演|タイトル|題名|内容|발표|강연)|'
    r'\b(?:titled|called|entitled|named|talk,?|タイトルは|題して|主題是|題目是)[ :：]{0,3}\Z',
    re.IGNORECASE,
)


def own_title(heading: str, lines: Sequence[Line]) -> tuple[str, int]:
    """The title and its line, 0 for the heading's own; ('', 0) where nothing says that the talk is the author's.

    :param lines: the lines of the section's own text.
    """
    if not words().is_own(heading):
        return '', 0
    if match := _QUOTED.search(heading):
        return match['title'].strip(), 0
    for line in lines[:_LINES]:
        if len(line.text) > LONGEST_LINE:
            continue
        for match in _QUOTED.finditer(line.text):
            before, after = line.text[: match.start()], line.text[match.end() - 1 :]
            if _SAID.match(after) or _SAID.search(before[-20:]):
                return match['title'].strip(), line.number
    return '', 0
