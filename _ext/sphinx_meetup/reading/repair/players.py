"""The addresses of what other tools embed: players for a frame, pages for a link."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import NamedTuple

from .known import Form, known, plain_name

_ADDRESS = re.compile(r'(?:https?:)?//[^\s<>"\'{}]{3,1000}\Z')
_LONGEST = 1000
_PREFIX = 5
"""From so many letters on a name also stands for longer ones that begin with it."""


class Shown(NamedTuple):
    """An address, and whether it is made for a frame."""

    url: str
    framed: bool


def is_address(text: str) -> bool:
    """Whether a text is an address of the web, with or without a scheme."""
    return _ADDRESS.match(text) is not None


def service_of(name: str) -> str:
    """The service that a tag is called after; '' for none."""
    name = plain_name(name)
    if name in known().services:
        return name
    return next((found for found in known().services if len(found) >= _PREFIX and name.startswith(found)), '')


def shown_by(service: str, key: str) -> Shown | None:
    """What a service shows for a key.

    :param service: one of the names in the data.
    :param key: what the tool's tag held: an id, a path or an address.
    """
    key = unescape(key.strip().strip('"\'{}'))[:_LONGEST]
    return _first(known().services.get(service, ()), key)


def shown_at(address: str) -> Shown | None:
    """The player for an address of any service (a film of old: ``youtube.com/v/…``)."""
    address = unescape(address)[:_LONGEST]
    return next((found for forms in known().services.values() if (found := _first(forms, address))), None)


def _first(forms: tuple[Form, ...], key: str) -> Shown | None:
    whole = is_address(key)
    for form in forms:
        if form.is_address != whole:
            continue
        if match := form.pattern.search(key) if whole else form.pattern.fullmatch(key):
            return Shown(form.url.format(*match.groups()), form.framed)
    return None


def frame(url: str, title: str = '') -> str:
    """The line of HTML that shows an address."""
    named = f' title="{escape(title)}"' if title else ''
    return f'<iframe src="{url}"{named}></iframe>'


def link(url: str, words: str = '') -> str:
    """An address as Markdown, with words on it where there are some."""
    words = words.replace('[', '').replace(']', '').strip()
    if not words:
        return f'<{url}>'
    return f'[{words}]({url})' if not set(url) & set('() ') else f'[{words}](<{url}>)'
