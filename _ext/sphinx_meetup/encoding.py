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
from .reading.encoding import detect, encoding_problem

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

NAME = 'sphinx_meetup_text'


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
        problem = encoding_problem(data, detect(data)[1])
        if problem is not None:
            warn(problem, docname)


def setup_encoding(app: Sphinx) -> None:
    """Register the codec."""
    codecs.register(_search)
    app.connect('env-before-read-docs', _use_codec)
