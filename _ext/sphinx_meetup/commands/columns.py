"""Text in columns on a terminal, where Japanese letters are two columns wide."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from dataclasses import dataclass

_COLUMNS = 100
_FEWEST, _MOST = 60, 160


def width(text: str) -> int:
    """The columns that a terminal takes for a text: two for a wide character, none for a combining one."""
    return sum(map(_width, text))


def _width(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.category(char) in {'Mn', 'Me', 'Cf'}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in 'WF' else 1


def pad(text: str, columns: int) -> str:
    """The text, filled with spaces to so many columns of a terminal."""
    return text + ' ' * (columns - width(text))


def cut(text: str, columns: int) -> str:
    """The text, or its beginning and a mark where it is too wide."""
    if width(text) <= columns:
        return text
    return f'{_fitting(text, columns - 1).rstrip()}…'


def _fitting(text: str, columns: int) -> str:
    taken = 0
    for place, char in enumerate(text):
        taken += _width(char)
        if taken > columns:
            return text[:place]
    return text


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines of so many columns, broken at spaces where there are some."""
    lines: list[str] = []
    rest = text.strip()
    while rest:
        line = _fitting(rest, columns) or rest[0]
        if len(line) < len(rest) and rest[len(line)] != ' ':
            space = line.rfind(' ')
            if space > len(line) // 2:
                line = line[:space]
        lines.append(line.rstrip())
        rest = rest[len(line) :].lstrip(' ')
    return lines


def terminal_columns() -> int:
    """How wide the output may be: as ``COLUMNS`` says or the terminal is, 100 columns for a file."""
    found = shutil.get_terminal_size((_COLUMNS, 24)).columns
    return min(max(found, _FEWEST), _MOST)


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours, which only a terminal gets."""

    on: bool = False

    @classmethod
    def for_output(cls) -> Paint:
        """Colours for standard output, unless it is a file or ``NO_COLOR`` or a dumb terminal says otherwise."""
        plain = bool(os.environ.get('NO_COLOR')) or os.environ.get('TERM') == 'dumb'
        return cls(sys.stdout.isatty() and not plain)

    def __call__(self, text: str, *styles: str) -> str:
        """The text in some styles: ``bold``, ``dim``, ``red``, ``yellow``."""
        if not self.on or not text.strip():
            return text
        codes = ';'.join(_CODES[style] for style in styles)
        return f'\033[{codes}m{text}\033[0m' if codes else text


_CODES = {'bold': '1', 'dim': '2', 'red': '31', 'yellow': '33'}
