"""Titles: the event's name out of a post's title, and how alike two titles are."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from .text import key
from .words import words

SURE = 0.9
"""From here on two titles are one with slips of the pen (measured on the corpus: no false pair)."""
DOUBTFUL = 0.65
"""From here on they may be one: said, never joined."""

_LIGHTNING = re.compile(r'[\[(（【]?(?:LT|ＬＴ|ライトニングトーク)[\])）】]?\d{0,2}[ 　:：.、-]{1,3}', re.IGNORECASE)
_KEYNOTE = re.compile(r'[\[(（【]?(?:keynote|基調講演)[\])）】]?[ ]?[:：][ ]?', re.IGNORECASE)
_TRAILING_MARKS = ' 　-–—:：、,.・'


def event_name(title: str) -> str:
    """The name of the event in a post's title: ``Kubernetes Meetup Tokyo #9 レポート`` without its last word."""
    name = title.strip()
    for word in words().report:
        if len(name) <= len(word) or not name.casefold().endswith(word):
            continue
        rest = name[: -len(word)]
        if word.isascii() and not rest.endswith((' ', '-', ':')):
            continue  # an English word ends a title only as a word of its own
        return rest.rstrip(_TRAILING_MARKS) or name
    return name


def split_kind(heading: str) -> tuple[str, str]:
    """The kind of talk that a heading's prefix names (``lt``, ``keynote`` or ''), and the title.

    A keynote's prefix stays in its title: it is part of the name that programmes print.
    """
    text = heading.strip()
    if match := _LIGHTNING.match(text):
        return 'lt', text[match.end() :].strip() or text
    if _KEYNOTE.match(text):
        return 'keynote', text
    return '', text


def likeness(one: str, other: str) -> float:
    """From 0 to 1: how alike two titles are once case, width, spaces and punctuation are gone."""
    a, b = key(one), key(other)
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    matcher = SequenceMatcher(None, a[:200], b[:200], autojunk=False)
    if matcher.real_quick_ratio() < DOUBTFUL or matcher.quick_ratio() < DOUBTFUL:
        return 0.0
    return matcher.ratio()
