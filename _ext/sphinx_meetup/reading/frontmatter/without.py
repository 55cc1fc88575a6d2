"""Front matter without what it says of the meetup: everything else stays as its author wrote it, comments and all."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

import yaml

from .yaml_block import read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .block import Block
    from .model import Value

_LOADER: Any = getattr(yaml, 'CBaseLoader', yaml.BaseLoader)
_TABLE = re.compile(r'[ \t]{0,8}\[')
_OURS = re.compile(r'[ \t]{0,8}\[\[?[ \t]{0,4}["\']?meetup["\']?[ \t]{0,4}[.\]]')
_PAIR = re.compile(r'[ \t]{0,8}["\']?meetup["\']?[ \t]{0,4}[.=]')


def yaml_without(block: Block, values: Mapping[str, Value]) -> str | None:
    """The source of a block of YAML without the lines of ``meetup:``.

    :param values: what the block says without them.
    :return: None where they cannot be parted from the rest, or the rest would say something else.
    """
    try:
        node = yaml.compose(block.source, Loader=_LOADER)
    except (yaml.YAMLError, RecursionError):
        return None
    if node is None:
        return block.source.rstrip()
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        return None
    lines: list[str | None] = list(block.source.split('\n'))
    begins = [key.start_mark.line for key, _ in node.value] + [len(lines)]
    for place, (key, _) in enumerate(node.value):
        if isinstance(key, yaml.ScalarNode) and key.value == 'meetup':
            end = begins[place + 1]
            while end > begins[place] + 1 and (lines[end - 1] or '').lstrip()[:1] in {'', '#'}:
                end -= 1  # what stands before the next key belongs to it
            lines[begins[place] : end] = [None] * (end - begins[place])
    kept = '\n'.join(line for line in lines if line is not None).rstrip()
    return kept if read_yaml(kept, 1, 1).values == values else None


def toml_without(block: Block) -> str | None:
    """The source of a block of TOML without ``meetup``, or None as for YAML."""
    try:
        found = tomllib.loads(block.source)
        found.pop('meetup', None)
        ours = False
        lines = []
        for line in block.source.split('\n'):
            if _TABLE.match(line):
                ours = bool(_OURS.match(line))
            if not ours and not _PAIR.match(line):
                lines.append(line)
        kept = '\n'.join(lines).rstrip()
        return kept if tomllib.loads(kept) == found else None
    except (ValueError, RecursionError):
        return None
