"""The distinctive words of a text: those by which two talks may be found to have to do with each other.

Words of Latin letters (three or more), and runs of katakana (three), ideographs (two) and Hangul (two). In a line of
Latin letters alone a word must have a capital or a digit where grammar asks for none, as names of things have
(``Kubernetes``, ``GraphQL``, ``utf8``); in a Japanese line any will do, for what is Latin there is mostly a name.
What every report says (``speaker``, ``スライド``, ``今回``) is left out: the list ``common_words`` of the word lists.
"""

from __future__ import annotations

import re
import unicodedata

from ..reading.words import words as word_lists

_MOST = 80
_LONGEST = 20_000
_ADDRESS = re.compile(r'https?://\S+|[\w.+-]+@[\w-]+\.[\w.]+|@\w+')
_WIDE = re.compile('[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]')
_TERM = re.compile(r'[A-Za-zÀ-ɏ][A-Za-z0-9À-ɏ]{2,30}|[ァ-ヺー]{3,30}|[㐀-鿿々]{2,12}|[가-힣]{2,12}')
_MARKED = re.compile(r'.+[A-Z0-9]')
_SENTENCE = re.compile(r'(?:\A|[.!?:;•…“"(\[])\s*\Z')
_PARTICLES = re.compile(r'(?:에서|에게|으로|까지|부터|[은는이가을를의에로와과도만])\Z')


def terms(text: str) -> tuple[str, ...]:
    """The distinctive words of a text, folded, each once in its order; at most 80."""
    common = word_lists().common_words
    found: dict[str, None] = {}
    for line in _ADDRESS.sub(' ', unicodedata.normalize('NFKC', text[:_LONGEST])).splitlines():
        for match in _TERM.finditer(line):
            word = match[0].casefold()
            if word in common or not _is_telling(line, match):
                continue
            if word[0] >= '가':
                word = _PARTICLES.sub('', word) if len(word) > 2 else word
                if word in common or len(word) < 2:
                    continue
            found[word] = None
            if len(found) == _MOST:
                return tuple(found)
    return tuple(found)


def _is_telling(line: str, match: re.Match[str]) -> bool:
    """Whether a word is written as a name is, in a line where that tells anything."""
    word = match[0]
    if ord(word[0]) > 0x24F or _WIDE.search(line) or _MARKED.match(word):
        return True
    return word[0].isupper() and not _SENTENCE.search(line, 0, match.start())
