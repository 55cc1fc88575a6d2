"""Leftovers of ERB (Middleman): ``<%= link_to 'words', 'address' %>``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .arguments import arguments
from .known import known, plain_name
from .tags import Tag, show

if TYPE_CHECKING:
    from .draft import Draft, Found

_TAG = re.compile(r'<%(?P<shows>=)?[#-]?\s{0,5}(?P<name>\w{0,40})(?P<rest>(?:[^%<]|%(?!>)|<(?!%)){0,1000}?)-?%>')


def repair_erb(draft: Draft) -> None:
    """Turn what a template would have put in into what it means."""
    if '<%' in draft.text:
        draft.rewrite(_TAG, lambda found: _tag(draft, found))


def _tag(draft: Draft, found: Found) -> str:
    name = found.match['name']
    if not found.match['shows'] or known().kinds.get(plain_name(name)) == 'silent':
        return ''
    rest = found.match['rest'].strip().removeprefix('(').removesuffix(')')
    return show(draft, Tag(name or '<%= %>', arguments(rest)), found.line, alone=found.alone)
