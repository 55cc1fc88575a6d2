"""A text as terms: words of letters and digits, pairs of Japanese, Chinese and Korean characters."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from .fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = 'a-z0-9_\u00c0-\u024f\u0370-\u1fff'
PAIRED = '\u3005\u3006\u30a1-\u30fa\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff'
_RUNS = re.compile(f'[{WORD}]+[+#]*|[{PAIRED}]+')
_HUMPS = re.compile('[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+')
_MIXED = re.compile('[A-Za-z0-9]*[a-z0-9][A-Z][A-Za-z0-9]*|[A-Z]{2,}[a-z]{2,}[A-Za-z0-9]*')
LONGEST = 40
"""Letters of a word; longer ones are data."""


def stem(word: str) -> str:
    """A word without the ``s`` of a plural, a number without zeros before it: ``threads``, ``#035``."""
    if word.isascii() and word.isdigit():
        return word.lstrip('0') or '0'
    return word[:-1] if len(word) > 3 and word.endswith('s') and not word.endswith('ss') else word


def runs(folded: str) -> Iterator[str]:
    """The words and the stretches of paired characters of a folded text."""
    return (found[0] for found in _RUNS.finditer(folded))


def is_paired(run: str) -> bool:
    """Whether a stretch is looked up by its pairs; else it is a word."""
    return run[0] >= '\u3005'


def terms(text: str) -> Iterator[str]:
    """The terms of a text, each as often as it occurs.

    Of a stretch of paired characters its pairs and, so that one character is found where it ends one, the last.
    """
    for run in runs(fold(text)):
        if is_paired(run):
            yield from (run[at : at + 2] for at in range(len(run)))
        elif len(run) <= LONGEST:
            yield stem(run)
    for found in _MIXED.finditer(unicodedata.normalize('NFKC', text)):
        parts = [part for part in _HUMPS.findall(found[0]) if len(part) > 1]
        if len(parts) > 1:
            yield from (stem(fold(part)) for part in parts)
