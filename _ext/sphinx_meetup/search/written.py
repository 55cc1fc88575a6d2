"""How numbers and calls are written in the files of an index."""

from __future__ import annotations

import json

DIGITS = '0123456789abcdefghijklmnopqrstuv'
ENDS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!$%&()'


def number(value: int) -> str:
    """A number in digits of 5 bits, the last of which is a capital letter or a sign, and so ends it."""
    text = ENDS[value & 31]
    value >>= 5
    while value:
        text = DIGITS[value & 31] + text
        value >>= 5
    return text


def call(name: str, *content: object) -> str:
    """A script of one call: ``meetupSearch.name(...);``."""
    text = ','.join(json.dumps(value, ensure_ascii=False, separators=(',', ':')) for value in content)
    # Inside a script's file; the two separators end a line in old engines.
    text = text.replace('\u2028', '\\u2028').replace('\u2029', '\\u2029')
    return f'meetupSearch.{name}({text});\n'
