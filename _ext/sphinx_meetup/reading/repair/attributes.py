"""Attributes in braces as kramdown, Pandoc and Hugo have them, and links that lead nowhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .draft import Draft

_ALONE = re.compile(r'^[ ]{0,3}\{:[^{}%\n]{1,200}\}[ ]{0,3}$', re.MULTILINE)
_KRAMDOWN = re.compile(r'[ ]?\{:[ ]?(?:[.#][\w-]|[\w-]{1,30}=|toc\b)[^{}%\n]{0,200}\}')
_BEHIND = re.compile(r'\{(?<=[)\]*_]\{)[ ]?(?:[.#][\w-]|[\w-]{1,30}=["\'\w])[^{}%\n]{0,200}\}')
_EMPTY = re.compile(r'\[(?<![!\\\]]\[)([^\[\]\n]{0,300})\]\([ ]?\)')
_WORDLESS = re.compile(r'\[\]\((?<![!\\\]]\[\]\()[ ]?(https?://[^\s()<>]{1,500})[ ]?\)')
_PLACES = re.compile(r'(\]\([ ]?)\{(?:static|attach|filename|photo|lightbox)\}')
_TOC = re.compile(r'^[ ]{0,3}(?:\[TOC\]|\[\[_?TOC_?\]\]|\$\{toc\}|<TOC ?/>)[ ]{0,3}$', re.MULTILINE | re.IGNORECASE)


def repair_attributes(draft: Draft) -> None:
    """Take away what only styles a text, and let a link without words show where it leads."""
    text = draft.text
    if '{:' in text:
        draft.remove(_ALONE)
        draft.remove(_KRAMDOWN)
    if '{' in text:
        draft.remove(_BEHIND)
        draft.rewrite(_PLACES, lambda found: found.match[1])
    if '](' in text:
        draft.rewrite(_EMPTY, lambda found: found.match[1])
        draft.rewrite(_WORDLESS, lambda found: f'<{found.match[1]}>')
    if any(mark in text for mark in ('TOC', 'toc]', 'toc}')):
        draft.remove(_TOC)
