"""The arguments of a tag, in every tool's way: ``a="b"``, ``a=b``, ``a: 'b'``, ``a={b}`` and plain ones."""

from __future__ import annotations

import re
from typing import NamedTuple

_ARGUMENT = re.compile(
    r'(?:([\w-]{1,30})\s?(?:=|:(?!//))\s{0,3})?'
    r'(?:((?:https?:)?//[^\s"\'<>]{1,1000})|"([^"]{0,1000})"|\'([^\']{0,1000})\'|\{\s?["\'`]?([^{}"\'`]{0,500})["\'`]?\s?\}|([^\s"\'={}]{1,500}))'
)


class Arguments(NamedTuple):
    """What stands in a tag after its name."""

    named: dict[str, str]
    plain: list[str]

    def first(self, names: tuple[str, ...]) -> str:
        """The value of the first of some names that is given; '' for none."""
        return next((self.named[name] for name in names if self.named.get(name)), '')


def arguments(text: str) -> Arguments:
    """Read the arguments of a tag; names in small letters without ``-`` and ``_``."""
    found = Arguments({}, [])
    for match in _ARGUMENT.finditer(text):
        value = next((part for part in match.groups()[1:] if part is not None), '').strip().rstrip(',')
        if match[1]:
            found.named.setdefault(match[1].casefold().replace('-', '').replace('_', ''), value)
        elif value:
            found.plain.append(value)
    return found
