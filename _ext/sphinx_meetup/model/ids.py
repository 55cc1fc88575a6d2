"""Ids: ASCII, from content alone, so that they outlive an edit beside them.

docutils drops what is not ASCII (a Japanese title becomes ``id1``, ``id2`` by place), so a title
that loses letters carries a short digest of the whole instead.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from .records import Person

_DIGEST_LENGTH = 6
_SLUG_LENGTH = 60
_EXPLICIT = re.compile(r'[a-z][a-z0-9]*(?:[-.][a-z0-9]+)*\Z')
_ELISION = {ord(mark): None for mark in "'’"}
_AUTOMATIC = re.compile(r'id\d+\Z')


def digest(text: str, length: int = _DIGEST_LENGTH) -> str:
    """The first hexadecimal digits of the text's SHA-256, after NFKC and case folding."""
    return hashlib.sha256(unicodedata.normalize('NFKC', text).casefold().encode()).hexdigest()[:length]


def slug(text: str) -> str:
    """An ASCII name for an address: ``GPU, Deep Learning`` is ``gpu-deep-learning``.

    Accents are dropped. A text that loses letters (``Serverlessについて``), is empty, or is longer than
    60 characters ends in a digest of the whole, so that two such texts stay apart.
    """
    folded = unicodedata.normalize('NFKD', text).casefold()
    plain = ''.join(c for c in folded if not unicodedata.combining(c))
    plain = plain.translate(_ELISION)
    kept = ''.join(c if c.isascii() and c.isalnum() else '-' for c in plain)
    name = '-'.join(part for part in kept.split('-') if part)
    lossy = any(c.isalnum() and not c.isascii() for c in plain)
    if name and not lossy and len(name) <= _SLUG_LENGTH:
        return name
    room = _SLUG_LENGTH - _DIGEST_LENGTH - 1
    head = name[:room].rsplit('-', 1)[0] if len(name) > room else name
    return '-'.join(part for part in (head.strip('-'), digest(text)) if part)


def is_explicit(text: str) -> bool:
    """Whether an author may use the text as an id: lower-case ASCII words with ``-`` or ``.`` between."""
    return bool(_EXPLICIT.match(text)) and not _AUTOMATIC.match(text)


def is_automatic(name: str) -> bool:
    """Whether docutils made the id by counting (``id1``), so that it changes with the place."""
    return bool(_AUTOMATIC.match(name))


def event_id(title: str, day: date | None) -> str:
    """An event's id. A name without a number is one of many (yearly, monthly): the date goes with it."""
    name = slug(title)
    if day is None or any(c.isdigit() for c in unicodedata.normalize('NFKC', title)):
        return name
    return f'{name}-{day.isoformat()}'


def speaker_id(person: Person) -> str:
    """A speaker's id: the handle where one is known, else the name."""
    return slug(person.handle or person.name)


def section_id(title: str) -> str:
    """The id of a section that is no talk, in place of docutils' count."""
    return f'section-{slug(title)}'


def talk_ids(talks: Sequence[tuple[str, Sequence[Person], str]]) -> list[str]:
    """The ids of an event's talks, in order.

    From the title alone where that tells them apart; talks of one title take their speakers along,
    and only what is the same in both gets a number, by order.

    :param talks: for each talk its title, speakers and explicit id ('' for none).
    """
    titles = [f'talk-{slug(title)}' for title, _, _ in talks]
    shared = {name for name, count in Counter(titles).items() if count > 1}
    names = [
        '-'.join((name, *(speaker_id(person) for person in people))) if name in shared else name
        for name, (_, people, _) in zip(titles, talks, strict=True)
    ]
    explicit = [f'talk-{given.removeprefix("talk-")}' if given else '' for _, _, given in talks]
    taken: set[str] = {given for given in explicit if given}
    used: Counter[str] = Counter()  # the last number of each name, so that a thousand equal titles cost a thousand
    ids: list[str] = []
    for name, given in zip(names, explicit, strict=True):
        if given:
            ids.append(given)
            continue
        unique = name
        while unique in taken:
            used[name] += 1
            unique = f'{name}-{used[name] + 1}'
        taken.add(unique)
        ids.append(unique)
    return ids
