"""Text made comparable: width, case, typography."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LONGEST_LINE = 2000
"""Longer lines are prose or pasted data, never a row, a label or a by-line: no recogniser looks at them."""

_MARKS = {**dict.fromkeys(map(ord, '‐‑‒–—―−〜～'), '-'), ord('‘'): "'", ord('’'): "'", ord('“'): '"', ord('”'): '"'}
_SPACES = re.compile(r'\s+')


def plain(text: str) -> str:
    """Full width to half width (NFKC), runs of white space to one space, ends trimmed."""
    return _SPACES.sub(' ', unicodedata.normalize('NFKC', text)).strip()


def spaced(text: str) -> str:
    """Runs of white space to one space, ends trimmed; the letters stay as wide as their author wrote them."""
    return _SPACES.sub(' ', text).strip()


@lru_cache(maxsize=2048)  # many recognisers look at each heading and each label
def folded(text: str) -> str:
    """:func:`plain`, with case, dashes and quotes made one: for the words of the word lists."""
    return plain(text).casefold().translate(_MARKS)


def key(text: str) -> str:
    """Letters and digits alone, folded: what two writings of one title have in common."""
    return ''.join(c for c in unicodedata.normalize('NFKC', text).casefold() if c.isalnum())
