"""Notation of Zenn and HackMD: ``@[speakerdeck](id)``, ``^[note]``, ``![](a.png =300x)``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .arguments import Arguments
from .known import alternatives, known
from .tags import Tag, show

if TYPE_CHECKING:
    from .draft import Draft, Found

_EMBED = re.compile(rf'@\[({alternatives(known().zenn)})\]\([ ]?([^()\s]{{1,500}})[ ]?\)')
_SIZE = re.compile(r'(!\[[^\[\]\n]{0,300}\]\([^()\s]{1,500})[ ]=\d{0,4}x\d{0,4}\)')
_NOTE = re.compile(r'(?<!\\)\^\[([^\[\]\n]{1,500})\]')


def repair_zenn(draft: Draft) -> None:
    """Turn the embeds, footnotes and sizes of a text into what they mean."""
    if '@[' in draft.text:
        draft.rewrite(_EMBED, lambda found: _embed(draft, found))
    if 'x' in draft.text and ' =' in draft.text:
        draft.rewrite(_SIZE, lambda found: f'{found.match[1]})')
    if '^[' in draft.text:
        draft.rewrite(_NOTE, lambda found: f' ({found.match[1]})')


def _embed(draft: Draft, found: Found) -> str:
    tag = Tag(found.match[1], Arguments({}, [found.match[2]]))
    return show(draft, tag, found.line, alone=found.alone)
