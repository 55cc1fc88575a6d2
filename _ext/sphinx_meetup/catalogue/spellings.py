"""Names, handles and addresses folded: what two spellings of one person have in common.

A key is a string with its kind before it, ``name:hana example``, ``handle:hana``, ``account:github.com/hana``,
``site:hana.example``. Equal handles and accounts are one person's whatever the service: people keep their handle.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from ..reading.profiles import handle_of, has_accounts

if TYPE_CHECKING:
    from ..model.records import Person

_IDEOGRAPHS = r'\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff'
_CJK = _IDEOGRAPHS + r'\u3006\u3007\u3040-\u30fa\u30fc-\u30ff\uac00-\ud7a3'
_WRITTEN_TOGETHER = re.compile(rf'(?<=[{_CJK}]) (?=[{_CJK}])')
_BETWEEN = re.compile(r'[\s・･·‧•\-‐‑‒–—]+')
_KANJI = re.compile(f'[{_IDEOGRAPHS}]')
_HANDLE = re.compile(r'[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?\Z')
_GIVEN_NAME = re.compile(r'[A-Z][a-z]+\Z')
_SUBDOMAIN = re.compile(r'(?:www|mobile|m)\.(?=[^.]+\.)')
SHORTEST = 4
"""A word of fewer letters that equals somebody's handle is as likely another's name."""


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """A name folded: NFKC, case, and what stands between its words.

    Spaces, middle dots and hyphens are one space, and none between kanji, kana or hangul, which have no words to part:
    今井 大嘉 is 今井大嘉, ``IAN-LEWIS`` is ``Ian Lewis``; but ``ianlewis`` is another word.
    """
    words = _BETWEEN.sub(' ', unicodedata.normalize('NFKC', name).casefold()).strip()
    return _WRITTEN_TOGETHER.sub('', words)


@lru_cache(maxsize=8192)
def handle_key(handle: str) -> str:
    """A handle without ``@`` and case."""
    return unicodedata.normalize('NFKC', handle).casefold().strip().removeprefix('@')


def address_key(url: str) -> str:
    """An address without what does not tell people apart; '' for none.

    Scheme, ``www.``, ``mobile.``, query, fragment and the last slash are off, the host is in lower case and x.com is
    twitter.com. The case of the path counts, except for a profile: accounts have none.
    """
    try:
        parts = urlsplit(url if '//' in url else f'//{url}')
        host = _SUBDOMAIN.sub('', parts.hostname or '')
    except ValueError:
        return ''
    host = 'twitter.com' if host == 'x.com' else host
    path = unquote(parts.path).rstrip('/')
    return f'{host}{path.casefold() if has_accounts(host) else path}' if host else ''


def address_keys(url: str) -> tuple[str, ...]:
    """The keys of an address: an account with its handle, or a site; none for another page of a host with accounts."""
    handle = handle_of(url)
    address = address_key(url)
    if handle:
        return f'handle:{handle_key(handle)}', f'account:{address}'
    return () if not address or has_accounts(address.partition('/')[0]) else (f'site:{address}',)


@lru_cache(maxsize=16384)  # each speaker is asked for several times in a build
def sure_keys(person: Person) -> tuple[str, ...]:
    """What of a mention joins without asking: handles, profiles, sites; the handle first."""
    handles = (person.handle, person.name if is_handle(person.name) else '')
    found = [f'handle:{handle_key(handle)}' for handle in handles if handle_key(handle)]
    addresses = [key for url in person.links for key in address_keys(url)]
    found += sorted(addresses, key=lambda key: not key.startswith('handle:'))
    return tuple(dict.fromkeys(found))


def named(person: Person) -> str:
    """The key of a mention's name; '' where it has none, or a handle stands in its place."""
    if is_handle(person.name):
        return ''
    key = name_key(person.name)
    return f'name:{key}' if key else ''


def is_handle(text: str) -> bool:
    """Whether a text is written as a handle, with its ``@``."""
    return text.strip().startswith(('@', '＠'))


def looks_like_handle(name: str) -> bool:
    """Whether a name is one word of the letters that account names have."""
    return bool(_HANDLE.match(name.strip())) and not name.strip().isdigit()


def is_handle_without_at(name: str, handles: frozenset[str] | set[str]) -> bool:
    """Whether a one-word Latin name that equals a known handle is that handle, its ``@`` left out.

    Reports do that often: of the one-word Latin names in the 77 reports this was tried on nearly all are account names
    (``po3rin``, ``kei_q``), hardly any a plain given name. So equal words of four letters and more are one, case aside:
    but a word written as given names are (``Kenta``, one capital, then small letters only) is the handle's only where
    some report spells the handle just so; else it may be any Kenta, and is only suggested.

    :param handles: the handle of that key as reports spell it.
    """
    name = name.strip()
    return len(name) >= SHORTEST and (not _GIVEN_NAME.match(name) or name in handles)


def has_kanji(text: str) -> bool:
    """Whether a text has a kanji in it."""
    return bool(_KANJI.search(text))


def words_of(name: str) -> list[str]:
    """The words of a name, folded."""
    return [word for word in _BETWEEN.split(unicodedata.normalize('NFKC', name).casefold()) if word]


def is_full_name(name: str) -> bool:
    """Whether a name is a given and a family name: two words, or three kanji and more."""
    if looks_like_handle(name):
        return False
    return len(words_of(name)) > 1 or (has_kanji(name) and len(name_key(name)) > 2)


def script(name: str) -> str:
    """Latin or not: names of different scripts may be one person's without being alike."""
    return 'latin' if all(char < '\u0250' for char in unicodedata.normalize('NFKC', name)) else 'other'
