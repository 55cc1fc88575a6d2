"""Front matter that its own language refuses, told line by line: the page keeps its title and its day.

``title: [Report] x`` is no YAML, ``title = My report`` no TOML; the blog that they come from took them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .model import Value

_PAIR = re.compile(r'([A-Za-z_][\w-]{0,40})(?::[ \t]+|[ \t]{0,8}=[ \t]{0,8})(\S.{0,2000})\Z')
_COLON = re.compile(r'([A-Za-z_][\w-]{0,40})[ \t]?:[ \t]{0,8}(\S.{0,2000})\Z')
_ITEM = re.compile(r'[ \t]{0,8}-[ \t]{1,8}(\S.{0,300})\Z')
_NAME = re.compile(r'([A-Za-z_][\w-]{0,40})[ \t]?:[ \t]*\Z')


def line_by_line(source: str, first: int, *, lists: bool = False) -> tuple[dict[str, Value], dict[str, int]]:
    """The keys at the margin whose value stands on their own line, and the line of each.

    :param first: the number of the source's first line.
    :param lists: whether a value in brackets is a list (``tags = ["a", "b"]``); in broken YAML brackets are
        as likely the beginning of a title.
    """
    values: dict[str, Value] = {}
    lines: dict[str, int] = {}
    form = _PAIR if lists else _COLON
    open_key = ''
    for number, line in enumerate(source.split('\n'), first):
        text = line.rstrip()
        if match := form.match(text):
            open_key = ''
            if match[1] not in values:
                values[match[1]] = _value(match[2], lists=lists)
                lines[match[1]] = number
        elif match := _NAME.match(text):
            open_key = match[1] if match[1] not in values else ''
            if open_key:
                lines[open_key] = number
        elif open_key and (match := _ITEM.match(text)):
            held = values.setdefault(open_key, [])
            if isinstance(held, list):
                held.append(match[1].strip().strip('\'"'))
    return values, {key: line for key, line in lines.items() if key in values}


def _value(text: str, *, lists: bool) -> Value:
    value = text.strip()
    if lists and value.startswith('['):
        parts = value.strip('[], \t').split(',')
        return [part.strip().strip('\'"') for part in parts if part.strip().strip('\'"')]
    return value.strip('\'"')
