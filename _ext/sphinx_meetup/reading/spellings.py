"""The forms in which a text may write one name: widths, accents, what stands between its parts.

A name is Latin (any script that parts its words by spaces) or East Asian; what is said of the one at its edges does
not hold for the other: ``Hana`` is no part of ``Hanabi``, but 花子 stands in 例花子さん.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTER = r'[A-Za-z\u00c0-\u10ff\uff21-\uff3a\uff41-\uff5a]'
_ACCOUNT = r'[A-Za-z0-9_\uff21-\uff3a\uff41-\uff5a]'
_BETWEEN = re.compile(r'[\s・·･•.,，_*=＝‐-―~-]+')
_GAP = r'[ \t\u00a0\u3000・·･•_*=＝‐-―~\\-]'
_BREAK = r'(?:\n[ \t>*]{0,8})?'
_KANA = re.compile(r'[\u3040-\u30ff]+\Z')
_KATAKANA = r'[\u30a1-\u30fa\u30fc\uff66-\uff9f]'
_SHORT_KATAKANA = 4
"""So short a name of katakana alone is the beginning of many words: エミ of エミュレータ."""
_LEAST_LATIN = 3
_LEAST_KANA = 3
_LEAST_OTHER = 2


@lru_cache(maxsize=1)
def _half_widths() -> dict[str, str]:
    """Katakana to their half-width forms: ガ to ｶﾞ."""
    found: dict[str, str] = {}
    for code in range(0xFF61, 0xFFA0):
        for mark in ('', '\uff9e', '\uff9f'):
            full = unicodedata.normalize('NFKC', chr(code) + mark)
            if len(full) == 1:
                found.setdefault(full, chr(code) + mark)
    return found


def _char(char: str) -> str:
    """A pattern for one character in all its writings."""
    if char in "'’ʼ`":
        return "['’ʼ`]?"
    forms = {char, unicodedata.normalize('NFD', char)}
    if '!' <= char <= '~':
        forms.add(chr(ord(char) + 0xFEE0))
    if char in _half_widths():
        forms.add(_half_widths()[char])
    if ord(char) < 0x1100:
        forms.add(''.join(c for c in unicodedata.normalize('NFD', char) if not unicodedata.combining(c)))
    escape = r'\\?' if char in '_-.*' else ''
    ordered = sorted((form for form in forms if form), key=lambda form: (-len(form), form))
    if len(ordered) == 1:
        return escape + re.escape(ordered[0])
    return f'{escape}(?:{"|".join(map(re.escape, ordered))})'


def is_latin(char: str) -> bool:
    """Whether a character is of a script that parts its words by spaces."""
    return ord(char) < 0x1100


def _letters(text: str) -> str:
    return ''.join(char for char in unicodedata.normalize('NFKC', text) if char.isalnum())


def too_short(text: str) -> bool:
    """Whether a name or handle has too few letters to be told from other words."""
    letters = _letters(text)
    if all(map(is_latin, letters)):
        return len(letters) < _LEAST_LATIN
    return len(letters) < (_LEAST_KANA if _KANA.match(letters) else _LEAST_OTHER)


def name_parts(name: str) -> tuple[str, ...]:
    """The words of a name: 花子 and 例, Anne, Marie and Example."""
    return tuple(part for part in _BETWEEN.split(unicodedata.normalize('NFKC', name)) if part)


def name_patterns(name: str) -> list[str]:
    """Patterns of a name in its order, and of one with two parts in the other order too."""
    parts = name_parts(name)
    if not parts:
        return []
    found = [_edged(''.join(_word(part) + _gap(part) for part in parts[:-1]) + _word(parts[-1]), ''.join(parts))]
    if len(parts) == 2:
        apart = f'(?:{_GAP}{{1,4}}{_BREAK}|\\n[ \\t>*]{{0,8}})'
        found.append(_edged(apart.join(map(_word, reversed(parts))), ''.join(reversed(parts))))
    return found


def _gap(part: str) -> str:
    """What may stand behind a part of a name: no full stop and space, but behind an initial, and no comma."""
    if len(part) == 1 and is_latin(part):
        return rf'\.?{_GAP}{{0,4}}{_BREAK}'
    return rf'(?:{_GAP}{{0,4}}{_BREAK}|\.(?=\w))'


def _word(part: str) -> str:
    return ''.join(map(_char, part))


def _edged(pattern: str, name: str) -> str:
    """A pattern that does not begin or end inside another word, where its script has such."""
    if all(re.match(_KATAKANA, char) for char in name) and len(name) <= _SHORT_KATAKANA:
        return f'(?<!{_KATAKANA}){pattern}(?!{_KATAKANA})'
    before = f'(?<!{_LETTER})' if is_latin(name[0]) else ''
    after = f'(?!{_LETTER})' if is_latin(name[-1]) else ''
    return f'{before}{pattern}{after}'


def handle_patterns(handle: str) -> list[str]:
    """Patterns of an account behind its ``@`` and, where it is long enough, as a bare word.

    ``@hana-chan`` is another account than ``@hana``.
    """
    word = _word(unicodedata.normalize('NFKC', handle))
    if not all(map(is_latin, handle)):
        return [f'[@＠]?{word}'] if not too_short(handle) else [f'[@＠]{word}']
    found = [rf'[@＠][ ]?{word}(?!{_ACCOUNT})(?![-.][A-Za-z0-9])']
    if not too_short(handle):
        found.append(rf'(?<!{_ACCOUNT})(?<![@＠]){word}(?!{_ACCOUNT})')
        found.append(rf'[@＠]{word}(?=\.[A-Za-z])')  # a host in a mail address
    return found


def other_kana(text: str) -> str:
    """Hiragana as katakana and the other way round."""
    return ''.join(
        chr(ord(c) + 0x60) if '\u3041' <= c <= '\u3096' else chr(ord(c) - 0x60) if '\u30a1' <= c <= '\u30f6' else c
        for c in unicodedata.normalize('NFKC', text)
    )
