"""TOML front matter (Hugo's ``+++``) and JSON's, as texts: ``true``, ``2018-01-13T09:00:00+09:00``, ``9``."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date, datetime, time

from ...model.problems import Code, Problem
from .loose import line_by_line
from .model import DEPTH, NODES, FrontMatter, TooLargeError, Value

_LONGEST = 20_000
"""A longer block is told line by line: the parser is written in Python, and a report by a stranger."""
_KEY = re.compile(r'[ \t]{0,8}"?([A-Za-z_][\w-]{0,40})"?[ \t]{0,8}[=:]')
_TABLE = re.compile(r'[ \t]{0,8}\[([A-Za-z_][\w.-]{0,80})\][ \t]*(?:#|\Z)')


def read_toml(source: str, first: int, end: int) -> FrontMatter:
    """Read a block of TOML; what is none is told line by line, with a problem."""
    try:
        if len(source) > _LONGEST or source.count('[') + source.count('{') > NODES:
            raise TooLargeError
        values = _texts(tomllib.loads(source))
    except (ValueError, RecursionError, TooLargeError) as error:  # a number of 5,000 digits is a ValueError
        loose, lines = line_by_line(source, first, lists=True)
        return FrontMatter(loose, lines, end, (_problem(error, first),))
    return FrontMatter(values, _lines(source, first, set(values)), end)


def read_json(source: str, first: int, end: int) -> FrontMatter:
    """Read a JSON object, which :func:`.find_block` found to be one or took for the inside of one."""
    try:
        found = json.loads(source, strict=False)
        values = _texts(found) if isinstance(found, dict) else {}
    except (ValueError, RecursionError, TooLargeError):
        problem = Problem(Code.FRONT_MATTER, 'the front matter is no JSON; put keys and texts in double quotes', first)
        return FrontMatter(end=end, problems=(problem,))
    return FrontMatter(values, _lines(source, first, set(values)), end)


def _texts(found: dict[str, object]) -> dict[str, Value]:
    left = NODES

    def value(given: object, depth: int) -> Value:
        nonlocal left
        left -= 1
        if left < 0 or depth > DEPTH:
            raise TooLargeError
        if isinstance(given, dict):
            return {str(key): value(part, depth + 1) for key, part in given.items()}
        if isinstance(given, list):
            return [value(part, depth + 1) for part in given]
        return _scalar(given)

    return {key: value(part, 1) for key, part in found.items()}


def _scalar(given: object) -> str:
    if given is None:
        return ''
    if isinstance(given, bool):
        return 'true' if given else 'false'
    if isinstance(given, datetime | date | time):
        return given.isoformat()
    # A number of very many digits cannot be written out (CPython's limit), and no post means one.
    return '' if isinstance(given, int) and given.bit_length() > 10_000 else str(given)


def _lines(source: str, first: int, keys: set[str]) -> dict[str, int]:
    """The line of each key; keys of a table with its name before them (``meetup.date``)."""
    lines: dict[str, int] = {}
    table = ''
    for number, line in enumerate(source.split('\n'), first):
        if match := _TABLE.match(line):
            table = f'{match[1]}.'
            lines.setdefault(match[1], number)
        elif match := _KEY.match(line):
            inside = table or ('' if match[1] in keys else 'meetup.')
            lines.setdefault(f'{inside}{match[1]}', number)
    return lines


def _problem(error: Exception, first: int) -> Problem:
    if isinstance(error, tomllib.TOMLDecodeError):
        where = re.search(r'line (\d{1,6})', str(error))
        line = first - 1 + int(where[1]) if where else first
        reason = str(error).partition(' (at ')[0]
        message = f'the front matter is no TOML ({reason}); write key = "text", with the text in quotes'
        return Problem(Code.FRONT_MATTER, message, line)
    message = 'the front matter is larger or deeper than a post needs; keep plain keys and values'
    return Problem(Code.FRONT_MATTER, message, first)
