"""YAML front matter, read as text, so that ``19:00`` stays a time and ``0572`` a string.

YAML 1.1 turns ``19:00`` into 1140, ``yes`` into a boolean and a date into a moment in UTC; nothing of that
helps a report. The loader used here (BaseLoader) builds strings, lists and mappings only, and no Python
objects.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from ...model.problems import Code, Problem
from .loose import line_by_line
from .model import DEPTH, NODES, FrontMatter, TooLargeError, Value

_LOADER: Any = getattr(yaml, 'CBaseLoader', yaml.BaseLoader)
# A number sign with a word at it: `#9` or `#k8sjp`, not a comment's `# note`.
_CUT = re.compile(r'[ \t]{1,8}(#[^\s#].{0,300}?)[ \t]*\Z')
_NULLS = frozenset({'~', 'null', 'Null', 'NULL'})


def read_yaml(source: str, first: int, end: int) -> FrontMatter:
    """Read a block of YAML; what is none is told line by line, with a problem.

    :param first: the number of the source's first line, ``end`` of the first line after the block.
    """
    try:
        _measure(source)
        node = yaml.compose(source, Loader=_LOADER)
        if node is None:
            return FrontMatter(end=end)
        if not isinstance(node, yaml.MappingNode):
            problem = Problem(
                Code.FRONT_MATTER, 'the front matter is no list of "key: value" lines; write one key a line', first
            )
            return FrontMatter(end=end, problems=(problem,))
        builder = _Builder(source, first)
        values = builder.mapping(node)
        return FrontMatter(values, builder.lines, end, tuple(builder.problems))
    except (yaml.YAMLError, TooLargeError, RecursionError) as error:
        values, lines = line_by_line(source, first)
        return FrontMatter(values, lines, end, (_problem(error, first),))


def _measure(source: str) -> None:
    """Refuse what is too deep before it is composed: libyaml's composer descends in C, without Python's limit,
    and a line of brackets would end the whole process."""
    depth = 0
    for count, event in enumerate(yaml.parse(source, Loader=_LOADER)):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEPTH or count > 2 * NODES:
            raise TooLargeError


class _Builder:
    def __init__(self, source: str, first: int) -> None:
        self.first = first
        self.source = source.split('\n')
        self.lines: dict[str, int] = {}
        self.problems: list[Problem] = []
        self.left = NODES

    def mapping(self, node: yaml.MappingNode, prefix: str = '', depth: int = 0) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                continue  # a list as a key: its text could be larger than memory, by aliases
            key = str(key_node.value)
            name = f'{prefix}{key}'
            self.lines[name] = key_node.start_mark.line + self.first
            found[key] = self.value(value_node, name, depth + 1)
        return found

    def value(self, node: yaml.Node, name: str, depth: int) -> Value:
        self.left -= 1
        if self.left < 0 or depth > DEPTH:
            raise TooLargeError
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, f'{name}.', depth)
        if isinstance(node, yaml.SequenceNode):
            items = []
            for place, item in enumerate(node.value):
                self.lines[f'{name}.{place}'] = item.start_mark.line + self.first
                items.append(self.value(item, f'{name}.{place}', depth + 1))
            return items
        return self.scalar(node, name) if isinstance(node, yaml.ScalarNode) else ''

    def scalar(self, node: yaml.ScalarNode, name: str) -> str:
        """The text, together with a ``#9`` behind it that YAML takes for a comment."""
        value, end = str(node.value), node.end_mark
        if not node.style and value in _NULLS:
            value = ''  # in quotes the same letters are a text
        if node.style or node.start_mark.line != end.line or end.line >= len(self.source):
            return value
        cut = _CUT.match(self.source[end.line][end.column :])
        if cut is None:
            return value
        whole = f'{value} {cut[1]}'.strip()
        message = f'YAML ends "{name}" before "{cut[1]}", as a comment; it is read as "{whole}": put it in quotes'
        self.problems.append(Problem(Code.FRONT_MATTER, message, end.line + self.first))
        return whole


def _problem(error: Exception, first: int) -> Problem:
    mark = getattr(error, 'problem_mark', None)
    line = mark.line + first if mark is not None else 1
    if isinstance(error, yaml.YAMLError):
        reason = getattr(error, 'problem', None) or 'it cannot be parsed'
        advice = f'the front matter is no YAML ({reason}); put values with : # [ ] {{ }} @ or ` in quotes'
    else:
        advice = 'the front matter is larger or deeper than a post needs; keep plain keys and values'
    return Problem(Code.FRONT_MATTER, advice, line)
