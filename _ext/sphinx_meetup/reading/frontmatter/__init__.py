"""The front matter of blogs in all its forms, read as text: ``19:00`` stays a time and ``0572`` a string."""

from __future__ import annotations

from .block import Block, find_block, front_matter_lines
from .loose import line_by_line
from .model import FrontMatter, Value, all_texts, as_texts
from .toml_block import read_json, read_toml
from .yaml_block import read_yaml

__all__ = [
    'Block',
    'FrontMatter',
    'Value',
    'all_texts',
    'as_texts',
    'find_block',
    'front_matter_lines',
    'read_front_matter',
]


def read_front_matter(text: str) -> FrontMatter:
    """Read what stands at the head of a text.

    A block that is not what its fence says gives a problem with its line, and what can be told of it line by
    line (``title: [Report] x``), so that the page keeps its title.
    """
    block = find_block(text)
    if block is None:
        return FrontMatter()
    if block.form == 'toml':
        return read_toml(block.source, block.first, block.end)
    if block.form == 'json':
        return read_json(block.source, block.first, block.end)
    if block.form == 'lines':
        values, lines = line_by_line(block.source, block.first)
        return FrontMatter(values, lines, block.end)
    return read_yaml(block.source, block.first, block.end)
