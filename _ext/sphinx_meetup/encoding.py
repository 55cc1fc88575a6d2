"""Files that are not UTF-8: read all the same, and said.

Sphinx 9 stops the whole build at the first byte that is no UTF-8. It opens every file with the encoding
in ``env.settings['input_encoding']``; a codec of our own there tries UTF-8 first and what Japanese blogs
used before it second.
"""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .messages import warn
from .model.problems import Code, Problem

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

NAME = 'sphinx_meetup_text'
_OLDER = (('cp932', 'Shift_JIS'), ('euc_jp', 'EUC-JP'))


def detect(data: bytes) -> tuple[str, str]:
    """The text of a file's bytes and the name of its encoding, ``UTF-8`` or an older one.

    Bytes that are neither are kept as U+FFFD, under the name ``''``.
    """
    try:
        return data.decode('utf-8-sig'), 'UTF-8'
    except UnicodeDecodeError:
        pass
    candidates = []
    for codec, label in _OLDER:
        try:
            candidates.append((_strangeness(text := data.decode(codec)), label, text))
        except UnicodeDecodeError:
            continue
    if candidates:
        _, label, text = min(candidates, key=lambda found: found[0])
        return text, label
    return data.decode('utf-8-sig', 'replace'), ''


def _strangeness(text: str) -> float:
    """EUC-JP bytes are often valid Shift_JIS too, but give half-width katakana, which nobody writes in bulk."""
    strange = sum('\uff61' <= char <= '\uff9f' for char in text)
    return strange / max(len(text), 1)


def _decode(data: Any, errors: str = 'strict', /) -> tuple[str, int]:
    return detect(bytes(data))[0], len(data)


class _Decoder(codecs.BufferedIncrementalDecoder):
    """Decodes once all bytes are there: the encoding is only known then."""

    def _buffer_decode(self, input: Any, errors: str, final: bool) -> tuple[str, int]:  # noqa: FBT001 - codecs calls it so
        return _decode(input) if final else ('', 0)


def _search(name: str) -> codecs.CodecInfo | None:
    if name != NAME:
        return None
    utf_8 = codecs.lookup('utf-8')
    return codecs.CodecInfo(
        utf_8.encode, _decode, utf_8.streamreader, utf_8.streamwriter, utf_8.incrementalencoder, _Decoder, NAME
    )


def _use_codec(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Say which of the documents about to be read are not UTF-8, and let them be read."""
    env.settings['input_encoding'] = NAME
    for docname in docnames:
        path = Path(env.doc2path(docname))
        data = path.read_bytes()
        _, label = detect(data)
        if label == 'UTF-8':
            continue
        line = data.count(b'\n', 0, _first_bad(data)) + 1
        if label:
            codec = {name: codec for codec, name in _OLDER}[label]
            message = f'the file is {label}, not UTF-8; save it as UTF-8 (iconv -f {codec.upper()} -t UTF-8)'
        else:
            message = 'the file is no UTF-8 and no Japanese encoding; unreadable bytes are shown as �: save it as UTF-8'
        warn(Problem(Code.ENCODING, message, line), docname)


def _first_bad(data: bytes) -> int:
    try:
        data.decode('utf-8-sig')
    except UnicodeDecodeError as error:
        return error.start
    return 0


def setup_encoding(app: Sphinx) -> None:
    """Register the codec."""
    codecs.register(_search)
    app.connect('env-before-read-docs', _use_codec)
