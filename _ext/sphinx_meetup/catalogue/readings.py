"""The list of speakers by reading: あ か さ た な where a reading is known, else A to Z, else the rest.

Kana is sorted as Japanese dictionaries do (JIS X 4061): hiragana and katakana are one, a sound mark or a small letter
counts only between names that are otherwise equal, and the mark of a long vowel stands for the vowel before it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .shapes import Identity

OTHER = 'other'
"""The key of the group of names without a reading that are not in Latin letters."""

_ROWS = {
    'あ': 'あいうえお',
    'か': 'かきくけこ',
    'さ': 'さしすせそ',
    'た': 'たちつてと',
    'な': 'なにぬねの',
    'は': 'はひふへほ',
    'ま': 'まみむめも',
    'や': 'やゆよ',
    'ら': 'らりるれろ',
    'わ': 'わゐゑをん',
}
_ROW_OF = {kana: row for row, kanas in _ROWS.items() for kana in kanas}
_VOWELS = {'や': 'あうお', 'わ': 'あいえおん'}
_VOWEL_OF = {
    kana: vowel
    for row, kanas in _ROWS.items()
    for kana, vowel in zip(kanas, _VOWELS.get(row, 'あいうえお'), strict=True)
}
_LARGE = str.maketrans('ぁぃぅぇぉっゃゅょゎゕゖ', 'あいうえおつやゆよわかけ')
_KANA = re.compile(r'[\u3041-\u3096\u30a1-\u30fa\u30fc]')
_KANA_ALONE = re.compile(r'[\u3041-\u3096\u309d\u309e\u30a1-\u30fe\s・=＝.,。、!?☆★♪]+\Z')
_WITHOUT_MARK = str.maketrans(
    {'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'ħ': 'h', 'ı': 'i', 'æ': 'ae', 'œ': 'oe', 'þ': 'th'}
)
"""Latin letters whose stroke is no accent to Unicode."""


def is_kana(text: str) -> bool:
    """Whether a text is a name in kana alone, with whatever stands between its words."""
    wide = unicodedata.normalize('NFKC', text)
    return bool(_KANA.search(wide) and _KANA_ALONE.match(wide))


def kana_key(text: str) -> str:
    """The sounds of a text in hiragana, without sound marks: what kana is sorted by first."""
    sounds: list[str] = []
    for char in _hiragana(text):
        if char == 'ー':
            sounds += _VOWEL_OF.get(sounds[-1], '') if sounds else ''
        elif char == 'ゝ':
            sounds += sounds[-1:]
        elif char in _ROW_OF:
            sounds.append(char)
    return ''.join(sounds)


def _hiragana(text: str) -> str:
    """Full-width hiragana, large, each sound mark taken off."""
    parted = unicodedata.normalize('NFD', unicodedata.normalize('NFKC', text))
    low = (chr(ord(char) - 0x60) if 'ァ' <= char <= 'ヶ' or char in 'ヽヾ' else char for char in parted)
    return ''.join(low).translate(_LARGE)


def latin_key(text: str) -> str:
    """A text folded for the order of the alphabet: no case, no accents, from its first letter on."""
    parted = unicodedata.normalize('NFKD', unicodedata.normalize('NFKC', text).casefold())
    plain = ''.join(char for char in parted if not unicodedata.combining(char)).translate(_WITHOUT_MARK)
    start = next((place for place, char in enumerate(plain) if char.isalpha()), len(plain))
    return plain[start:]


def reading_groups(people: Iterable[Identity]) -> tuple[tuple[str, tuple[Identity, ...]], ...]:
    """People in groups for a list, in this order; a group without anybody is left out.

    - ``あ`` … ``わ``: those with a reading in kana (or a name that is kana itself), by the row of the first sound;
    - ``A`` … ``Z``: those whose shown name is in Latin letters or a handle, by its first letter, accents dropped;
    - ``other``: kanji without a reading, and other scripts, by code point.
    """
    found: dict[str, list[tuple[tuple[str, str, str], Identity]]] = {}
    for identity in people:
        group, order = _place(identity)
        found.setdefault(group, []).append(((*order, identity.id), identity))
    groups = (*_ROWS, *map(chr, range(ord('A'), ord('Z') + 1)), OTHER)
    return tuple(
        (group, tuple(identity for _, identity in sorted(found[group], key=lambda pair: pair[0])))
        for group in groups
        if group in found
    )


def _place(identity: Identity) -> tuple[str, tuple[str, str]]:
    """The group of a person, and what they are sorted by in it."""
    reading = identity.kana or (identity.name if is_kana(identity.name) else '')
    sounds = kana_key(reading) if is_kana(reading) else ''
    if sounds:
        return _ROW_OF[sounds[0]], (sounds, unicodedata.normalize('NFKC', reading))
    letters = latin_key(identity.name)
    if letters and 'a' <= letters[0] <= 'z':
        return letters[0].upper(), (letters, identity.name)
    return OTHER, (identity.name, '')
