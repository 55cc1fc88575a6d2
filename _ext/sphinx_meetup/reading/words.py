"""The word lists: which words name a timetable, a break, a speaker, and so on, in every language at once.

One TOML file a language beside this module. A report is not asked for its language first: Japanese
reports say ``Opening`` and English ones 懇親会.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from .text import folded

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of all languages, folded."""

    sections: frozenset[str]
    timetable: frozenset[str]
    breaks: frozenset[str]
    others: frozenset[str]
    report: tuple[str, ...]
    """Endings of a post's title, the longest first."""
    honorifics: tuple[str, ...]
    labels: dict[str, str] = field(hash=False)
    """Label to what it names: ``日時`` to ``date``."""
    columns: dict[str, str] = field(hash=False)
    """Heading of a table's column to what it holds."""

    def is_section(self, heading: str) -> bool:
        """Whether a heading is one that every report has and no talk."""
        return self._one_of(heading, self.sections) or self.is_timetable(heading)

    def is_timetable(self, heading: str) -> bool:
        """Whether a heading stands above a timetable."""
        return self._one_of(heading, self.timetable)

    def is_break(self, title: str) -> bool:
        """Whether a row is a break: the word itself, or the word and what it is for (``懇親会 (2F)``)."""
        return self._one_of(title, self.breaks)

    def is_other(self, title: str) -> bool:
        """Whether a row is an opening, a closing or the like."""
        return self._one_of(title, self.others)

    @staticmethod
    def _one_of(text: str, words: frozenset[str]) -> bool:
        name = folded(text).strip(' :・*#.!')
        if name in words:
            return True
        head = name.split('(', 1)[0].split('/', 1)[0].split(' sponsored ', 1)[0].strip()
        return head in words


def _merge(files: Iterable[dict[str, Any]]) -> Words:
    lists: dict[str, list[str]] = {}
    tables: dict[str, dict[str, str]] = {'labels': {}, 'columns': {}}
    for content in files:
        for name, value in content.items():
            if isinstance(value, list):
                lists.setdefault(name, []).extend(map(folded, value))
            else:
                for what, names in value.items():
                    tables[name].update((folded(word), what) for word in names)
    return Words(
        sections=frozenset(lists['sections']),
        timetable=frozenset(lists['timetable']),
        breaks=frozenset(lists['breaks']),
        others=frozenset(lists['others']),
        report=tuple(sorted(lists['report'], key=lambda word: (-len(word), word))),
        honorifics=tuple(sorted(lists['honorifics'], key=lambda word: (-len(word), word))),
        labels=tables['labels'],
        columns=tables['columns'],
    )


@lru_cache(maxsize=1)
def words() -> Words:
    """The word lists that come with the package."""
    folder = resources.files(__package__) / 'words'
    files = sorted((file for file in folder.iterdir() if file.name.endswith('.toml')), key=lambda f: f.name)
    return _merge(tomllib.loads(file.read_text('utf-8')) for file in files)
