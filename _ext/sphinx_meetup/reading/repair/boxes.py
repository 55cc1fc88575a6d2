"""Boxes of Zenn, Qiita and documentation tools (``:::message``, ``::: tip``) as MyST's own."""

from __future__ import annotations

import re

_OPEN = re.compile(r'(:{3,})[ ]?(message|note|details|tip|info|warning|danger|caution|important)(?:[ ]+(.{0,200}))?\Z')
_CLOSE = re.compile(r'(:{3,})[ ]{0,3}\Z')
_KINDS = {
    'message': 'note', 'note': 'note', 'info': 'note', 'tip': 'tip', 'warning': 'warning', 'danger': 'danger',
    'caution': 'caution', 'important': 'important', 'alert': 'warning', 'warn': 'warning',
}  # fmt: skip


def open_boxes(lines: list[str], free: list[bool]) -> None:
    """Turn the boxes of a text into directives, in place; one that is never closed leaves its words.

    :param free: for each line whether it stands outside code.
    """
    closes = [place for place, line in enumerate(lines) if free[place] and line[:3] == ':::' and _CLOSE.match(line)]
    ends = iter(closes)
    end = next(ends, -1)
    for place, line in enumerate(lines):
        match = _OPEN.match(line.rstrip()) if free[place] and line[:3] == ':::' else None
        if match is None:
            continue
        while end >= 0 and end <= place:
            end = next(ends, -1)
        kind, rest = match[2], (match[3] or '').strip()
        if end < 0:
            lines[place] = f'**{rest}**' if kind == 'details' and rest else ''
        elif kind == 'details':
            lines[place] = f'{match[1]}{{admonition}} {rest or "…"}'
        elif rest in _KINDS:
            lines[place] = f'{match[1]}{{{_KINDS[rest]}}}'
        else:
            lines[place] = f'{match[1]}{{{_KINDS[kind]}}}'
