"""The word lists: which words name a timetable, a break, a speaker, and so on, in every language at once.

One TOML file a language beside this module. A report is not asked for its language first: Japanese
reports say ``Opening`` and English ones 懇親会.
"""

from __future__ import annotations

import re
import tomllib
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal

from .text import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LISTS = (
    'sections', 'endings', 'timetable', 'breaks', 'others', 'report', 'honorifics', 'containers', 'several', 'own',
    'pointers', 'talk_nouns', 'non_topics', 'common_words', 'nobody', 'hosts',
)  # fmt: skip
TABLES = ('labels', 'event_labels', 'columns', 'kinds')

Usual = Literal['', 'word', 'ending']
"""Whether a heading is one that every report has: the word itself, or one that only ends like those do."""

_MARKS = ' :・*#.!。、,！？?…~〜-–—=■□●◆◇▼▽★☆♪♡「」『』【】[]()<>《》\ufe0f\u200d'
_NUMBERED = re.compile(r'(?:[(\[]?\d{1,2}[)\].:、][ ]?|[①-⑳][ ]?)')
_EMOJI = re.compile('[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f]')
_PARTS = re.compile(r'[ ]?(?:[・&/、,+]|(?<=[^a-zま])と(?=[^め])| and )[ ]?')
_ABOUT = re.compile(
    r'(?:の感想|のまとめ|まとめ|のメモ|メモ|一覧|の一覧|の紹介|紹介|のレポート|レポート|の内容|内容|の様子|たち|編|について|の感想|感想)\Z'
)
# What only counts the days or halves of an event, and a date alone.
_DAY = re.compile(
    r'(?:(?:day|part|session|track|stage|room)[ #-]?(?:\d{1,2}|[a-d]|one|two|three)|第?[ ]?[\d'
    r'一二三四]{1,2}[ ]?(?:日目|日め|部|天|일차))(?:[ ]?[(].{0,20}[)]?)?\Z'
)
_DATE = re.compile(r'(?:\d{4}[年./-])?\d{1,2}[月/.-]\d{1,2}日?[ ]?(?:[(].{1,5}[)]?)?\Z')
# Whose short talks they are: 学生LT, スポンサーLT枠, 社員によるライトニングトーク.
_WHOSE = re.compile(
    r'[\u3040-\u30ff\u4e00-\u9fffー]{2,8}(?<!た)(?<!の話)(lt|lt大会|lt枠|lts|ライトニングトーク)'
    r'(?:[ ]?[(].{0,20}[)]?)?\Z'
)
_BETWEEN_WORDS = re.compile(r'[\s:：()\[\]・「」のはをへが]+|\b(?:to|the|of|view|see)\b|보기|を見る|발표|発表|talk|my')
_LONGEST = 60
_TAIL = 3
"""So much may follow a Japanese word for a break: ``休憩タイム``, ``受付開始``."""
_OWN = 100


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of all languages, folded."""

    sections: frozenset[str]
    endings: tuple[str, ...]
    timetable: frozenset[str]
    breaks: frozenset[str]
    others: frozenset[str]
    report: tuple[str, ...]
    """Endings of a post's title, the longest first."""
    honorifics: tuple[str, ...]
    containers: frozenset[str]
    several: frozenset[str]
    own: tuple[str, ...]
    pointers: frozenset[str]
    talk_nouns: tuple[str, ...]
    """What a person gives, the longest first: ``発表``, ``セッション``."""
    non_topics: frozenset[str]
    """Tags that tell what a post is, not what it is about: ``勉強会``, ``report``."""
    common_words: frozenset[str]
    """Words that say nothing of what a talk was about: ``speaker``, ``今回``."""
    nobody: frozenset[str]
    """What stands where a speaker's name does and names no person: ``TBA``, ``非公開``."""
    hosts: frozenset[str]
    """Who opens and closes an evening without being a person to list: ``Organizer``, ``運営``."""
    labels: dict[str, str] = field(hash=False)
    """Label to what it names: ``日時`` to ``date``."""
    event_labels: dict[str, str] = field(hash=False)
    """Labels that name a fact of the event where they can be nothing else."""
    columns: dict[str, str] = field(hash=False)
    """Heading of a table's column to what it holds."""
    kinds: dict[str, str] = field(hash=False)
    """A talk's prefix to its kind: ``基調講演`` to ``keynote``."""

    def is_section(self, heading: str) -> bool:
        """Whether a heading is one that every report has and no talk."""
        return self.section_likeness(heading) == 'word'

    def section_likeness(self, heading: str) -> Usual:
        """How surely a heading is one that every report has: its words say so, or only its ending does."""
        if len(heading) > _LONGEST:
            return ''
        name = _bare(heading)
        if not name or name in self.sections or name in self.timetable or self.is_break(heading):
            return 'word'
        parts = [part.strip() for part in _PARTS.split(name) if part.strip()]
        known = [part in self.sections or part in self.breaks or part in self.others for part in parts]
        if len(parts) > 1 and all(known):
            return 'word'
        if name.endswith(self.endings) or (len(parts) > 1 and known[0]):
            return 'ending'
        return ''

    def is_timetable(self, heading: str) -> bool:
        """Whether a heading stands above a timetable."""
        return self._one_of(heading, self.timetable)

    def is_break(self, title: str) -> bool:
        """Whether a row is a break: the word itself, or the word and what it is for (``懇親会 (2F)``)."""
        return self._one_of(title, self.breaks) or self._begins(title, self.breaks)

    def is_other(self, title: str) -> bool:
        """Whether a row is an opening, a closing or the like."""
        return self._one_of(title, self.others) or self._begins(title, self.others) or self._ends(title)

    def is_container(self, heading: str) -> bool:
        """Whether a heading only holds talks: ``LT大会``, ``Day 1``, a date alone."""
        name = _bare(heading)
        if not name or len(name) > _LONGEST:
            return False
        if name in self.containers or _DAY.match(name) or _DATE.match(name) or _ABOUT.sub('', name) in self.containers:
            return True
        parts = [_ABOUT.sub('', part.strip()) for part in _PARTS.split(name) if part.strip()]
        return len(parts) > 1 and all(part in self.containers or part in self.several for part in parts)

    def is_several(self, title: str) -> bool:
        """Whether a row or heading stands for many talks: ``LT``, ``ライトニングトーク (5分 x 4)``."""
        if self._one_of(title, self.several):
            return True
        match = _WHOSE.match(_bare(title)) if len(title) <= _LONGEST else None
        return match is not None and match[1] in self.several

    def resource(self, label: str) -> str:
        """What the words on a link lead to: ``資料``, and ``slides link`` or ``スライドはこちら``; '' for others."""
        name = folded(label).strip(' :：()[]・「」>→')
        if name in self.labels or len(name) > _LONGEST:
            return self.labels.get(name, '')
        for word, what in self.labels.items():
            if what in {'slides', 'video'} and word in name:
                rest = _BETWEEN_WORDS.sub('', name.replace(word, ' ', 1))
                if not rest or rest in self.pointers:
                    return what
        return ''

    def tells_of(self, text: str, what: str) -> bool:
        """Whether a sentence holds a word for something that labels name: ``slides``, ``video``."""
        said = folded(text)
        return any(
            label in said if not label.isascii() else re.search(rf'(?<![a-z]){re.escape(label)}(?![a-z])', said)
            for label, name in self.labels.items()
            if name == what
        )

    def is_own(self, text: str) -> bool:
        """Whether a line says that its author gave a talk."""
        if len(text) > _OWN:
            return False
        said = folded(text)
        return any(phrase in said for phrase in self.own)

    @staticmethod
    def _one_of(text: str, words: frozenset[str]) -> bool:
        if len(text) > _LONGEST:
            return False
        name = _bare(text)
        if name in words:
            return True
        head = name.split('(', 1)[0].split('[', 1)[0].split('/', 1)[0].split(' sponsored ', 1)[0].strip(_MARKS)
        if head in words:
            return True
        parts = [part.strip() for part in _PARTS.split(head) if part.strip()]
        return bool(parts) and (parts[0] in words or all(part in words for part in parts))

    @staticmethod
    def _begins(text: str, words: frozenset[str]) -> bool:
        """Whether a Japanese or Chinese word begins a text, and next to nothing follows."""
        name = _bare(text) if len(text) <= _LONGEST else ''
        head = name.partition(':')[0].strip()
        if head in words and not head.isascii():
            return True  # and what it is called: "懇親会: 忘年会"
        return any(
            name[:end] in words and not name[:end].isascii() for end in range(max(len(name) - _TAIL, 2), len(name))
        )

    def _ends(self, text: str) -> bool:
        """Whether somebody's greeting, however it begins: ``例社よりご挨拶``."""
        name = _bare(text)
        return len(name) <= 25 and name.endswith(
            ('挨拶', 'あいさつ', '諸注意', 'オープニング', 'クロージング', 'の説明', '致辞', '告知タイム')
        )


@lru_cache(maxsize=2048)
def _bare(text: str) -> str:
    """A heading without its number, its emoji and the marks around it, folded."""
    name = folded(_EMOJI.sub(' ', text[: 2 * _LONGEST])).strip(_MARKS)
    numbered = _NUMBERED.match(name)
    return name[numbered.end() :].strip(_MARKS) if numbered and numbered.end() < len(name) else name


def _merge(files: Iterable[Mapping[str, Any]]) -> Words:
    lists: dict[str, list[str]] = {name: [] for name in LISTS}
    tables: dict[str, dict[str, str]] = {name: {} for name in TABLES}
    for content in files:
        for name, value in content.items():
            if name in lists:
                lists[name].extend(map(folded, value))
            elif name in tables:
                for what, names in value.items():
                    tables[name].update((folded(word), what) for word in names)
    return Words(
        sections=frozenset(lists['sections']),
        endings=tuple(lists['endings']),
        timetable=frozenset(lists['timetable']),
        breaks=frozenset(lists['breaks']),
        others=frozenset(lists['others']),
        report=tuple(sorted(lists['report'], key=lambda word: (-len(word), word))),
        honorifics=tuple(sorted(lists['honorifics'], key=lambda word: (-len(word), word))),
        containers=frozenset(lists['containers']),
        several=frozenset(lists['several']),
        own=tuple(lists['own']),
        pointers=frozenset(lists['pointers']),
        talk_nouns=tuple(sorted(lists['talk_nouns'], key=lambda word: (-len(word), word))),
        non_topics=frozenset(lists['non_topics']),
        common_words=frozenset(lists['common_words']),
        nobody=frozenset(lists['nobody']),
        hosts=frozenset(lists['hosts']),
        labels=tables['labels'],
        event_labels=tables['event_labels'],
        columns=tables['columns'],
        kinds=tables['kinds'],
    )


def nobody() -> frozenset[str]:
    """The names that are no person's, folded as :func:`.text.folded` does."""
    return words().nobody


def no_people() -> frozenset[str]:
    """The names under which nobody is listed: those of nobody, and of whoever held the evening; folded likewise."""
    return words().nobody | words().hosts


Extra = tuple[tuple[str, Any], ...]
"""A site's own words in a form that can be looked up: lists as tuples, tables as tuples of pairs."""

_extra: ContextVar[Extra] = ContextVar('meetup_words', default=())


@lru_cache(maxsize=1)
def _package() -> tuple[dict[str, Any], ...]:
    folder = resources.files(__package__) / 'words'
    files = sorted((file for file in folder.iterdir() if file.name.endswith('.toml')), key=lambda f: f.name)
    return tuple(tomllib.loads(file.read_text('utf-8')) for file in files)


@lru_cache(maxsize=8)
def _words(extra: Extra) -> Words:
    own = {name: dict(value) if name in TABLES else value for name, value in extra}
    return _merge([*_package(), own])


def words() -> Words:
    """The word lists: those that come with the package, and the site's own within :func:`extended`."""
    return _words(_extra.get())


@contextmanager
def extended(given: Mapping[str, Any]) -> Iterator[None]:
    """Add a site's own words to the lists while a report is read.

    :param given: the shape of a word list's file: ``{'breaks': ['teatime'], 'labels': {'date': ['am']}}``; must have
        passed :func:`word_problems`.
    """
    token = _extra.set(_frozen(given))
    try:
        yield
    finally:
        _extra.reset(token)


def _frozen(given: Mapping[str, Any]) -> Extra:
    return tuple(
        (name, tuple((what, tuple(value[what])) for what in sorted(value)) if name in TABLES else tuple(value))
        for name, value in sorted(given.items())
    )


def word_problems(given: Any) -> list[str]:
    """What is wrong with a site's own words, one sentence a problem."""
    if not isinstance(given, dict):
        return ['give a mapping such as {"breaks": ["teatime"], "labels": {"date": ["am"]}}']
    problems = []
    for name, value in given.items():
        if name in LISTS and not _are_texts(value):
            problems.append(f'"{name}" needs a list of words')
        elif name in TABLES and not (isinstance(value, dict) and all(map(_are_texts, value.values()))):
            problems.append(f'"{name}" needs lists of words by what they name')
        elif name not in LISTS and name not in TABLES:
            problems.append(f'"{name}" is no word list; known are {", ".join(sorted((*LISTS, *TABLES)))}')
    return problems


def _are_texts(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)
