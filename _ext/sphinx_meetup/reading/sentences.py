"""Who speaks, by the sentence that opens a talk's notes: ``花子さんのトークです。``, ``Jane Roe talked about …``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from .below import Named, is_silent
from .people import people
from .text import LONGEST_LINE
from .words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.records import Person
    from .outline import Line

_OPENING = 2
"""So many lines of words open a talk's notes."""
_LONGEST_NAME = 30
_BOUNDARY = re.compile(
    r'[。、，,！!？?：:「」『』【】…〜～]|である|でもある|として|では|には|とは|[はをへがも](?=[^\u3040-\u309f])|という|まして'
    r'|(?<=[からてではとただな])[ 　]|[\u4e00-\u9fff][\u3040-\u309f]{0,2}る'
)
"""What parts a name from the sentence before it."""
_SPOKE = re.compile(
    r"(?P<who>[A-ZÀ-Þ][\w.'’-]{0,20}(?: [A-ZÀ-Þ][\w.'’-]{1,20}){1,2}(?: ?\(@[\w.-]{2,40}\))?)"
    r',? (?:(?:from|of|at) [A-Z][^,]{1,40}?,? )?(?:who [^,.]{2,120}, )?'
    r'(?:gave|presented|presents|talked|talks|spoke|speaks|discussed|showed|walked|opened|shared|explained|outlined|described|demonstrated|introduced|covered|demoed|led|kicked)\b'
)
_OFFSET = 12
"""So much may stand before an English name: "First up, ", "Our own "."""


@lru_cache(maxsize=8)
def _said(nouns: tuple[str, ...]) -> re.Pattern[str]:
    """An honorific, at most a bracket behind it, and close to it what the person gave.

    :param nouns: the words for that; 話 is none in 話題 and 話し合い.
    """
    named = '|'.join(re.escape(noun) + ('(?!し合|題)' if noun.endswith('話') else '') for noun in nouns)
    return re.compile(
        r'(?P<honorific>さん|氏|先生|様|ちゃん|くん)(?P<bracket>[ 　]?[(（][^()（）]{1,40}[)）])?[ 　]?'
        r'(?:(?P<topic>は|には?(?!よ))[^。、！!？?]{0,40}?|(?:の|による|よる|からの|から|が)[^。、！!？?]{0,24}?)'
        rf'(?:{named})',
        re.IGNORECASE,
    )


def told_by(lines: Sequence[Line]) -> Named | None:
    """The speaker whom one of the first sentences names, as likely as not the talk's; None for most texts.

    :param lines: the lines of a section's own text.
    """
    seen = 0
    for place, line in enumerate(lines):
        if is_silent(line):
            continue
        seen += 1
        if seen > _OPENING:
            return None
        found = _in_sentence(line) if len(line.text) <= LONGEST_LINE else ()
        if found:
            return Named(found, line.number, last=place, sure=False)
    return None


def _in_sentence(line: Line) -> tuple[Person, ...]:
    if (match := _SPOKE.search(line.text[: _OFFSET + 200])) and match.start() <= _OFFSET:
        return people(match['who'], line.links)
    match = _said(words().talk_nouns).search(line.text)
    if match is None:
        return ()
    before = line.text[: match.start()].rstrip(' 　')
    linked = _linked(before, line)
    if match['topic'] and not (linked or match['bracket']):
        return ()  # "花子さんは" may begin any sentence
    name = linked or before[_last_boundary(before) :].strip(' 　・')
    name = name.removeprefix('まずは').removeprefix('続いて').removeprefix('次は').strip()
    if (
        not name
        or len(name.split('(')[0]) > _LONGEST_NAME
        or name in {'お', '皆', 'みな', 'たく'}
        or name[0] in 'をはがにでとも'
    ):
        return ()
    return people(f'{name}{match["bracket"] or ""}{match["honorific"]}', line.links)


def _linked(before: str, line: Line) -> str:
    """The words of a link, and a bracket behind them, that stand right before the honorific."""
    text = before.rstrip(' 　')
    for link in line.links:
        label = link.label.strip()
        if not label:
            continue
        if text.endswith(label):
            return label
        if text.endswith((f'{label})', f'{label}）')):
            head = text[: -len(label) - 2]
            return head[_last_boundary(head) :].strip() + f'({label})'
    return ''


def _last_boundary(text: str) -> int:
    return max((match.end() for match in _BOUNDARY.finditer(text)), default=0)
