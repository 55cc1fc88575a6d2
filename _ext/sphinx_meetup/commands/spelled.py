"""Texts, lists and mappings spelled as YAML and TOML that mean nothing but themselves.

Written by hand: a general writer puts times such as ``19:00`` in quotes and breaks Japanese titles over lines. What is
written here is read by this package, by blogs' tools, and first of all by people.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_WIDE = 100
"""A longer list is written with an item a line."""
_MEANS_ELSE = re.compile(
    r'(?:~|null|true|false|yes|no|on|off|y|n|[-+.]?\d[\d_,.]*(?:e[-+]?\d+)?|0[xo][\da-f_]+|[-+]?\.(?:inf|nan)|=|<<'
    r'|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?)\Z',
    re.IGNORECASE,
)
"""What a tool that gives values types takes for a number (YAML 1.1 counts ``19:00`` in sixties), a truth value or
nothing."""
_TYPED = re.compile(r'(?:true|false|[-+]?\d[\d_.]*)\Z', re.IGNORECASE)
_PLAIN = frozenset(' ._-/()+=;!?$^<>~')
_IN_BLOCK = frozenset(':,&%')
"""Between other characters these mean nothing, outside brackets."""
_KEY = re.compile(r'[A-Za-z0-9_-]+\Z')


class Inline(dict[str, Any]):
    """A mapping that is written on one line."""


# -- YAML ----------------------------------------------------------------------------------------------------


def yaml_lines(values: Mapping[str, Any], indent: str = '', *, typed: bool = False) -> Iterator[str]:
    """A mapping in block style.

    :param typed: whether ``true`` and numbers came without quotes and are to go without them.
    """
    for key, value in values.items():
        name = f'{indent}{yaml_scalar(key, typed=typed)}:'
        yield from _yaml_value(name, value, indent, typed=typed)


def _yaml_value(head: str, value: Any, indent: str, *, typed: bool) -> Iterator[str]:
    if isinstance(value, str):
        yield f'{head} {yaml_scalar(value, typed=typed)}'
    elif not value or isinstance(value, Inline) or (isinstance(value, list) and _is_short(value, head)):
        yield f'{head} {_yaml_flow(value)}'
    elif isinstance(value, dict):
        yield head
        yield from yaml_lines(value, f'{indent}  ', typed=typed)
    else:
        yield head
        for item in value:
            yield from _yaml_item(item, f'{indent}  ', typed=typed)


def _yaml_item(item: Any, indent: str, *, typed: bool) -> Iterator[str]:
    if isinstance(item, dict) and item and not isinstance(item, Inline):
        for place, line in enumerate(yaml_lines(item, f'{indent}  ', typed=typed)):
            yield line if place else f'{indent}- {line[len(indent) + 2 :]}'
    elif isinstance(item, list) and item:
        yield f'{indent}- {_yaml_flow(item)}'
    else:
        yield from _yaml_value(f'{indent}-', item, indent, typed=typed)


def _is_short(value: Sequence[Any], head: str) -> bool:
    flat = all(isinstance(item, str | Inline) for item in value)
    return flat and len(head) + len(_yaml_flow(value)) < _WIDE and (len(value) < 2 or len(head) < _WIDE // 2)


def _yaml_flow(value: Any) -> str:
    if isinstance(value, str):
        return yaml_scalar(value, block=False)
    if isinstance(value, dict):
        inner = ', '.join(f'{yaml_scalar(key, block=False)}: {_yaml_flow(part)}' for key, part in value.items())
        return f'{{{inner}}}'
    return f'[{", ".join(map(_yaml_flow, value))}]'


def yaml_scalar(text: str, *, block: bool = True, typed: bool = False) -> str:
    """A text as YAML: without quotes where nothing could take it for something else.

    :param block: whether it stands outside brackets, where commas and colons may.
    """
    if _is_plain(text, _PLAIN | _IN_BLOCK if block else _PLAIN) and (
        not _MEANS_ELSE.match(text) or (typed and _TYPED.match(text))
    ):
        return text
    if all(char.isprintable() or char == '\u3000' for char in text):
        return "'" + text.replace("'", "''") + "'"
    return _escaped(text)


def _is_plain(text: str, allowed: frozenset[str]) -> bool:
    if not text or not text[0].isalnum() or text[-1] in ' :' or ': ' in text or len(text) > 1000:
        return False
    return all(char.isalnum() or char in allowed or (char > '\x7f' and char.isprintable()) for char in text)


def _escaped(text: str) -> str:
    """In double quotes, whatever cannot be seen as a number."""
    parts = []
    for char in text:
        if char in '"\\':
            parts.append(f'\\{char}')
        elif char.isprintable() or char == '\u3000':
            parts.append(char)
        else:
            parts.append(f'\\U{ord(char):08x}' if ord(char) > 0xFFFF else f'\\u{ord(char):04x}')
    return f'"{"".join(parts)}"'


# -- TOML ----------------------------------------------------------------------------------------------------


def toml_lines(name: str, values: Mapping[str, Any]) -> Iterator[str]:
    """A mapping as the table of that name; its lists of mappings become tables of their own."""
    tables: list[str] = []
    yield f'[{name}]'
    for key, value in values.items():
        if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
            for item in value:
                tables += ['', f'[[{name}.{_toml_key(key)}]]', *_toml_pairs(item)]
        else:
            yield from _toml_pairs({key: value})
    yield from tables


def _toml_pairs(values: Mapping[str, Any]) -> Iterator[str]:
    for key, value in values.items():
        line = f'{_toml_key(key)} = {_toml(value)}'
        if isinstance(value, list) and len(line) > _WIDE:
            yield f'{_toml_key(key)} = ['
            for item in value:
                yield f'  {_toml(item)},'
            yield ']'
        else:
            yield line


def _toml_key(key: str) -> str:
    return key if _KEY.match(key) else _escaped(key)


def _toml(value: Any) -> str:
    if isinstance(value, str):
        return _escaped(value)
    if isinstance(value, dict):
        return '{ ' + ', '.join(f'{_toml_key(key)} = {_toml(part)}' for key, part in value.items()) + ' }'
    return f'[{", ".join(map(_toml, value))}]'


# -- JSON ----------------------------------------------------------------------------------------------------


def json_lines(values: Mapping[str, Any], *, braces: bool) -> list[str]:
    """A JSON object; without its own braces for Hexo."""
    lines = json.dumps(values, ensure_ascii=False, indent=2).split('\n')
    return lines if braces else [line[2:] for line in lines[1:-1]]
