"""Words that mean the same where people search: abbreviations, English and katakana, okurigana, variants of kanji."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from .fold import fold
from .terms import runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@lru_cache(maxsize=1)
def _package() -> tuple[tuple[str, ...], ...]:
    content = tomllib.loads((resources.files(__package__) / 'alike.toml').read_text('utf-8'))
    return tuple(tuple(group) for groups in content.values() for group in groups)


def alike(further: Iterable[Sequence[str]] = ()) -> tuple[tuple[str, ...], ...]:
    """Groups of folded words, each a text as a query would have it; words in two groups join neither to the other.

    :param further: groups of a site's own, first.
    :return: groups of two spellings and more, each once.
    """
    found: dict[tuple[str, ...], None] = {}
    for group in (*further, *_package()):
        folded = tuple(dict.fromkeys(' '.join(runs(fold(word))) for word in group))
        spellings = tuple(word for word in folded if word)
        if len(spellings) > 1:
            found[spellings] = None
    return tuple(found)
