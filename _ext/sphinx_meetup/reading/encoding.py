"""The encoding of a file's bytes: UTF-8, or what Japanese blogs used before it."""

from __future__ import annotations

import codecs
import unicodedata

from ..model.problems import Code, Problem

UTF_8 = 'UTF-8'
UTF_16 = 'UTF-16'
_LEAST_PER_CONTROL = 100
"""In a text that somebody wrote so many characters come to a stray control character, one aside."""
_OLDER = {'Shift_JIS': 'cp932', 'EUC-JP': 'euc_jp'}
"""The names that authors know, with Python's codecs for them."""


def detect(data: bytes) -> tuple[str, str]:
    """The text of a file's bytes and the name of its encoding: ``UTF-8``, an older one, or ``UTF-16`` by its mark.

    Bytes that are none of them are kept as U+FFFD, under the name ``''``.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode('utf-16', 'replace'), UTF_16
    try:
        return data.decode('utf-8-sig'), UTF_8
    except UnicodeDecodeError:
        pass
    candidates = []
    for label, codec in _OLDER.items():
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if _is_written(text):
            candidates.append((_strangeness(text), label, text))
    if candidates:
        _, label, text = min(candidates, key=lambda found: found[0])
        return text, label
    return data.decode('utf-8-sig', 'replace'), ''


def _is_written(text: str) -> bool:
    """Whether a text is one that somebody wrote: pictures and archives decode as well, to control characters."""
    control = sum(unicodedata.category(char) == 'Cc' and not char.isspace() for char in text)
    return control <= 1 + len(text) // _LEAST_PER_CONTROL


def _strangeness(text: str) -> float:
    """EUC-JP bytes are often valid Shift_JIS too, but give half-width katakana, which nobody writes in bulk."""
    strange = sum('\uff61' <= char <= '\uff9f' for char in text)
    return strange / max(len(text), 1)


def encoding_problem(data: bytes, label: str) -> Problem | None:
    """What to say of a file in an older encoding or in none, at the line where its bytes stop being UTF-8.

    :param label: the encoding's name as :func:`detect` gives it.
    """
    if label == UTF_8:
        return None
    if label:
        codec = _OLDER.get(label, label).upper()
        message = f'the file is {label}, not UTF-8; save it as UTF-8 (iconv -f {codec} -t UTF-8)'
    else:
        message = 'the file is no UTF-8 and no Japanese encoding; unreadable bytes are shown as �: save it as UTF-8'
    return Problem(Code.ENCODING, message, data.count(b'\n', 0, _first_bad(data)) + 1)


def _first_bad(data: bytes) -> int:
    try:
        data.decode('utf-8-sig')
    except UnicodeDecodeError as error:
        return error.start
    return 0
