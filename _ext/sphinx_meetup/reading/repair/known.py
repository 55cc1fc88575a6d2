"""The names of other tools' tags and the services they show, from ``known.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a service is named: a tag's key as a whole, or a part of an address.

    :param url: the address it stands for, with ``{0}`` and ``{1}`` for the groups of the pattern.
    :param framed: whether that is the address of a player, made for a frame.
    """

    pattern: re.Pattern[str]
    is_address: bool
    url: str
    framed: bool


@dataclass(frozen=True, slots=True)
class Known:
    """All that ``known.toml`` holds."""

    services: dict[str, tuple[Form, ...]]
    """The forms of each service, by each of its names."""
    kinds: dict[str, str]
    """What a tag does (``picture``, ``box``, ``silent``, …), by its name."""
    keys: tuple[str, ...]
    titles: tuple[str, ...]
    boxes: dict[str, str]
    """The box that stands for another tool's, by the name it has there."""
    code_languages: tuple[str, ...]
    code_tags: tuple[str, ...]
    code_directives: frozenset[str]
    wordpress: dict[str, tuple[str, ...]]
    zenn: tuple[str, ...]
    dressing: frozenset[str]
    html: frozenset[str]
    """The elements of HTML, which old tools wrote in capitals."""


def plain_name(name: str) -> str:
    """A tag's name as ``known.toml`` has it."""
    return name.casefold().replace('-', '').replace('_', '')


@lru_cache(maxsize=1)
def known() -> Known:
    """The data, read once."""
    data: dict[str, Any] = tomllib.loads((resources.files(__package__) / 'known.toml').read_text('utf-8'))
    return Known(
        services={name: tuple(map(_form, entry['forms'])) for entry in data['service'] for name in entry['names']},
        kinds={plain_name(name): kind for kind, names in data['tags'].items() for name in names},
        keys=tuple(data['arguments']['key']),
        titles=tuple(data['arguments']['title']),
        boxes={name: kind for kind, names in data['boxes'].items() for name in names},
        code_languages=tuple(data['code']['languages']),
        code_tags=tuple(data['tags']['code']),
        code_directives=frozenset(data['code']['directives']),
        wordpress={kind: tuple(names) for kind, names in data['wordpress'].items()},
        zenn=tuple(data['zenn']['names']),
        dressing=frozenset(data['scripts']['dressing']),
        html=frozenset(data['html']['names']),
    )


def _form(entry: dict[str, str]) -> Form:
    is_address = 'address' in entry
    return Form(
        re.compile(entry['address'] if is_address else entry['key']),
        is_address,
        entry.get('frame') or entry['page'],
        'frame' in entry,
    )


def alternatives(names: tuple[str, ...]) -> str:
    """A pattern for any of some names, the longest first."""
    return '|'.join(re.escape(name) for name in sorted(set(names), key=lambda name: (-len(name), name)))
