"""The front matter of blogs: read as text, so that ``19:00`` stays a time and ``0572`` a string.

YAML 1.1 turns ``19:00`` into 1140, ``yes`` into a boolean and a date into a moment in UTC; nothing of that
helps a report. The loader used here (BaseLoader) builds strings, lists and mappings only, and no Python
objects.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from ..model.problems import Code, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

_LOADER: Any = getattr(yaml, 'CBaseLoader', yaml.BaseLoader)
_NODES = 5000
_DEPTH = 20
# A number sign with a word at it: `#9` or `#k8sjp`, not a comment's `# note`.
_CUT = re.compile(r'[ \t]{1,8}(#[^\s#].{0,300}?)[ \t]*\Z')
_NULLS = frozenset({'~', 'null', 'Null', 'NULL'})
_SIMPLE = re.compile(r'([A-Za-z_][\w-]{0,40}):[ \t]+(\S.{0,2000})\Z')

Value = str | list[Any] | dict[str, Any]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands between the ``---`` lines.

    :param values: strings, lists and mappings by key.
    :param lines: the source line of each key; of nested keys as ``meetup.date``.
    :param end: the number of the line after the closing ``---``; 1 when there is no front matter.
    """

    values: Mapping[str, Value] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    end: int = 1
    problems: tuple[Problem, ...] = ()

    def text(self, key: str) -> str:
        """A key's value when it is a text, else ''."""
        value = self.values.get(key)
        return value.strip() if isinstance(value, str) else ''

    def texts(self, key: str) -> tuple[str, ...]:
        """A key's value as a list of texts: a YAML list, or one text parted by commas."""
        return as_texts(self.values.get(key))


def as_texts(value: object) -> tuple[str, ...]:
    """The texts of a YAML list, or of one text parted by commas."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(',') if part.strip())
    if isinstance(value, list):
        return tuple(part.strip() for part in value if isinstance(part, str) and part.strip())
    return ()


def read_front_matter(text: str) -> FrontMatter:
    """Read the YAML block at the head of a text.

    A block that is no YAML gives a problem with its line, and what can be told of it line by line
    (``title: [Report] x``), so that the page keeps its title.
    """
    source = _block(text)
    if source is None:
        return FrontMatter()
    end = source.count('\n') + 3
    try:
        _measure(source)
        node = yaml.compose(source, Loader=_LOADER)
        if node is None:
            return FrontMatter(end=end)
        if not isinstance(node, yaml.MappingNode):
            problem = Problem(
                Code.FRONT_MATTER, 'the front matter is no list of "key: value" lines; write one key a line', 2
            )
            return FrontMatter(end=end, problems=(problem,))
        builder = _Builder(source)
        values = builder.mapping(node)
        return FrontMatter(values, builder.lines, end, tuple(builder.problems))
    except (yaml.YAMLError, _TooLargeError, RecursionError) as error:
        values, lines = _line_by_line(source)
        return FrontMatter(values, lines, end, (_problem(error),))


def _block(text: str) -> str | None:
    first, newline, rest = text.partition('\n')
    if first.rstrip() != '---' or not newline:
        return None
    lines: list[str] = []
    for line in rest.split('\n'):
        if line.rstrip() in {'---', '...'}:
            return '\n'.join(lines)
        lines.append(line)
    return None


class _TooLargeError(Exception):
    """The block has more nodes, or deeper ones, than any post's (aliases can multiply without end)."""


def _measure(source: str) -> None:
    """Refuse what is too deep before it is composed: libyaml's composer descends in C, without Python's limit,
    and a line of brackets would end the whole process."""
    depth = 0
    for count, event in enumerate(yaml.parse(source, Loader=_LOADER)):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEPTH or count > 2 * _NODES:
            raise _TooLargeError


class _Builder:
    def __init__(self, source: str) -> None:
        self.source = source.split('\n')
        self.lines: dict[str, int] = {}
        self.problems: list[Problem] = []
        self.left = _NODES

    def mapping(self, node: yaml.MappingNode, prefix: str = '', depth: int = 0) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                continue  # a list as a key: its text could be larger than memory, by aliases
            key = str(key_node.value)
            name = f'{prefix}{key}'
            self.lines[name] = key_node.start_mark.line + 2
            found[key] = self.value(value_node, name, depth + 1)
        return found

    def value(self, node: yaml.Node, name: str, depth: int) -> Value:
        self.left -= 1
        if self.left < 0 or depth > _DEPTH:
            raise _TooLargeError
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, f'{name}.', depth)
        if isinstance(node, yaml.SequenceNode):
            items = []
            for place, item in enumerate(node.value):
                self.lines[f'{name}.{place}'] = item.start_mark.line + 2
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
        self.problems.append(Problem(Code.FRONT_MATTER, message, end.line + 2))
        return whole


def _problem(error: Exception) -> Problem:
    mark = getattr(error, 'problem_mark', None)
    line = mark.line + 2 if mark is not None else 1
    if isinstance(error, yaml.YAMLError):
        reason = getattr(error, 'problem', None) or 'it cannot be parsed'
        advice = f'the front matter is no YAML ({reason}); put values with : # [ ] {{ }} @ or ` in quotes'
    else:
        advice = 'the front matter is larger or deeper than a post needs; keep plain keys and values'
    return Problem(Code.FRONT_MATTER, advice, line)


def _line_by_line(source: str) -> tuple[dict[str, Value], dict[str, int]]:
    values: dict[str, Value] = {}
    lines: dict[str, int] = {}
    for number, line in enumerate(source.split('\n'), 2):
        if (match := _SIMPLE.match(line.rstrip())) and match[1] not in values:
            values[match[1]] = match[2].strip().strip('\'"')
            lines[match[1]] = number
    return values, lines
