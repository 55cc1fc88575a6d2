"""One spelling for what people write in many: the same in Python and in the browser (``static/meetup-fold.js``).

The rules, each for a reason, are held together with the browser's by ``tests/fixtures/search-vectors.json``:

1. Width and compatibility (NFKC), case, accents: ``ＧｒａｐｈＱＬ``, ``ｶﾞ``, ``é``.
2. Hiragana is katakana: ``べろしてぃ``.
3. ``ヴァ`` is ``バ``; small kana are large ones; ``ヂ`` and ``ヅ`` are ``ジ`` and ``ズ``: ``ウィ`` and ``ウイ``.
4. ``イヤ`` is ``イア``: ``ファイヤウォール``.
5. A long vowel leaves no trace, be it a mark, a dash or a vowel: ``サーバー``, ``サーバ``; ``メイン``, ``メーン``.
"""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = re.compile('[\u0300-\u036f]')
_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_V = re.compile('ヴ([ァィェォュ])')
_V_ROW = dict(zip('ァィェォュ', ('バ', 'ビ', 'ベ', 'ボ', 'ビュ'), strict=True))
_LARGE = str.maketrans('ァィゥェォッャュョヮヵヶヴヂヅヰヱ', 'アイウエオツヤユヨワカケブジズイエ')
_DASHES = re.compile('(?<=[ァ-ヺ])[ー‐‑‒–—―−~〜-]+')
_EI = re.compile('(?<=[エケセテネヘメレゲゼデベペ])イ+')
_OU = re.compile('(?<=[オコソトノホモヨロゴゾドボポ])ウ+')


def fold(text: str) -> str:
    """A text in the one spelling.

    :return: folded text; folding it again changes nothing.
    """
    text = (
        unicodedata.normalize('NFKC', unicodedata.normalize('NFKC', text).lower()).replace('ς', 'σ').replace('ß', 'ss')
    )
    text = unicodedata.normalize('NFC', _ACCENTS.sub('', unicodedata.normalize('NFD', text)))
    text = _V.sub(lambda found: _V_ROW[found[1]], text.translate(_KATAKANA)).translate(_LARGE)
    text = _DASHES.sub('', text).replace('イヤ', 'イア')
    return _OU.sub('', _EI.sub('', text))
