"""Likeness of names and handles: the letters they are made of, and the handles that a name leads to."""

from __future__ import annotations

import difflib
import unicodedata
from typing import TYPE_CHECKING

from .readings import latin_key
from .spellings import has_kanji, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_VARIANTS = (
    '辺邉邊', '高髙', '斎齋斉齊', '崎﨑嵜', '沢澤', '浜濱濵', '広廣', '島嶋嶌', '桜櫻', '国國', '富冨', '吉𠮷', '真眞',
    '恵惠', '関關', '竜龍', '浅淺', '黒黑', '横橫', '増增', '柳栁', '曽曾', '条條', '滝瀧', '穂穗', '万萬',
    '栄榮', '実實', '寿壽', '円圓', '宝寶', '来來', '会會', '桧檜', '児兒', '蔵藏', '渕淵', '館舘',
    '峰峯', '鉄鐵', '学學', '蛍螢',
)  # fmt: skip
"""Kanji that one name is written with: the common form first. Old forms, and forms of the family register."""
_COMMON = str.maketrans({old: forms[0] for forms in _VARIANTS for old in forms[1:]})
_SHORTEST_FAMILY_NAME = 4
_SHORTEST_HANDLE = 6
_MIDDLE = 2
"""So many letters may stand between the given and the family name in a handle: ``IanMLewis``."""
_CLOSE = 0.85


def letters(text: str) -> str:
    """The letters and digits of a text, folded, accents dropped: ``Ian M. Lewis`` is ``ianmlewis``."""
    if text.isascii():
        return ''.join(char for char in text.casefold() if char.isalnum())
    if all(char < '\u0250' or unicodedata.combining(char) for char in unicodedata.normalize('NFKC', text)):
        return ''.join(char for char in latin_key(text) if char.isalnum())
    return ''.join(char for char in unicodedata.normalize('NFKC', text).casefold() if char.isalnum())


def common_kanji(text: str) -> str:
    """The letters of a text, each kanji in its common form: 渡邊 is 渡辺."""
    return letters(text).translate(_COMMON)


def swapped(name: str) -> str:
    """The words of a name in the order of the alphabet, the same for either order; '' for one word."""
    words = [word for word in map(letters, words_of(name)) if word]
    return ' '.join(sorted(words)) if len(words) > 1 else ''


def is_latin(text: str) -> bool:
    """Whether the letters of a text are the alphabet's."""
    return letters(text).isascii()


def handles_like(name: str) -> Iterator[tuple[str, bool]]:
    """What accounts are called after a Latin name of two words and more, and whether that is plain to see.

    ``Ian Lewis`` leads to ``ianlewis`` and ``lewisian``; less plainly to ``ilewis``, ``lewisi`` and ``ianl``. The
    words of the plain ones are parted by a space, where a middle name may stand.
    """
    words = [word for word in map(letters, words_of(name)) if word]
    if len(words) < 2 or not is_latin(name):
        return
    given, family = words[0], words[-1]
    if len(given) < 2 or len(family) < 2:
        return
    yield f'{given} {family}', True
    yield f'{family} {given}', True
    if len(family) >= _SHORTEST_FAMILY_NAME:
        yield given[0] + family, False
        yield family + given[0], False
    yield given + family[0], False


def parts_of_handle(handle: str) -> tuple[tuple[str, ...], str]:
    """What a handle may be made of: all pairs of a beginning and an end, as :func:`handles_like` writes plain ones, and
    the whole without digits at its end; nothing for a short one."""
    whole = letters(handle).rstrip('0123456789')
    if len(whole) < _SHORTEST_HANDLE or not whole.isascii():
        return (), ''
    pairs = [
        f'{whole[:at]} {whole[at + middle :]}'
        for middle in range(_MIDDLE + 1)
        for at in range(2, len(whole) - middle - 1)
    ]
    return tuple(pairs), whole


def can_be_misspelt(name: str) -> bool:
    """Whether a name is long enough for one wrong letter to stand out; a kanji more or less is another name."""
    return not has_kanji(name) and len(letters(name)) >= (5 if len(words_of(name)) > 1 else 6)


def misspellings(name: str) -> frozenset[str]:
    """The letters of a name, and all that is left when one is taken out: names one letter apart share one of these."""
    whole = letters(name)
    return frozenset((whole, *(whole[:at] + whole[at + 1 :] for at in range(len(whole)))))


def are_close(first: str, second: str) -> bool:
    """Whether two names differ by a slip of the pen; another digit is another name."""
    one, other = letters(first), letters(second)
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    if one == other or matcher.ratio() < _CLOSE:
        return False
    changed = (one[a:b] + other[c:d] for tag, a, b, c, d in matcher.get_opcodes() if tag != 'equal')
    return not any(char.isdigit() for char in ''.join(changed))
