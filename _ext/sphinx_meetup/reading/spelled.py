"""All that tells one person: names, handles, and the addresses they lead to; and a quick look for any of it."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ..model.ids import slug
from .profiles import handle_of
from .spellings import handle_patterns, name_parts, name_patterns, other_kana, too_short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.records import Speaker

_NO_LETTER = re.compile(r'[\W_]+')
_SCHEME = re.compile(r'\A[a-z]{1,10}:')
_ESCAPE = re.compile(r'&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{4,8});|\\u[0-9a-fA-F]{4}')


@dataclass(frozen=True, slots=True)
class Spelled:
    """How one person is written.

    :param slugs: their names as addresses have them.
    :param links: addresses of theirs, as :func:`bare_address` gives them.
    :param short: spellings that cannot be told from other words.
    :param keys: the letters of each spelling, in parts: a text without all parts of one does not tell of them.
    """

    names: tuple[str, ...]
    handles: tuple[str, ...]
    slugs: tuple[str, ...]
    links: tuple[str, ...]
    short: tuple[str, ...]
    keys: tuple[tuple[str, ...], ...]

    def is_hinted(self, letters: str) -> bool:
        """Whether a text, given as :func:`letters_of` it, may tell of the person."""
        return any(all(part in letters for part in key) for key in self.keys)

    def patterns(self) -> list[str]:
        """What finds the person in a text."""
        found = [pattern for name in self.names for pattern in name_patterns(name)]
        return found + [pattern for handle in self.handles for pattern in handle_patterns(handle)]

    def slug_patterns(self) -> list[str]:
        """What finds the person in an address besides."""
        return [rf'(?<![a-z0-9]){re.escape(one).replace("-", "[-_.+]?")}(?![a-z0-9])' for one in self.slugs]


def spelled(someone: Speaker) -> Spelled:
    """The spellings of the person that a ``speaker`` block describes."""
    accounts = _once(
        [someone.handle, *(one[1:] for one in someone.also if _is_handle(one)), *map(handle_of, _urls(someone))]
    )
    names = _once(
        one for one in (someone.name, *someone.also, someone.kana, other_kana(someone.kana)) if not _is_handle(one)
    )
    short = tuple(one for one in (*names, *accounts) if too_short(one))
    names = tuple(one for one in names if one not in short)
    slugs = _once(slug(one) for one in names if len(name_parts(one)) > 1)
    if not too_short(someone.id):
        slugs = _once([*slugs, someone.id])
    links = _once(map(bare_address, _urls(someone)))
    keys = [tuple(map(letters_of, name_parts(one))) for one in names]
    keys += [(letters_of(one),) for one in (*accounts, *slugs, *links)]
    return Spelled(names, accounts, slugs, links, short, tuple(keys))


def _urls(someone: Speaker) -> list[str]:
    return [link.url for link in someone.links]


def _is_handle(text: str) -> bool:
    return text.startswith(('@', '＠'))


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))


def bare_address(url: str) -> str:
    """An address without what makes no difference."""
    rest = _SCHEME.sub('', url.strip().casefold()).lstrip('/')
    return rest.removeprefix('www.').split('#', 1)[0].rstrip('/')


def letters_of(text: str) -> str:
    """The letters and digits of a text, without accents, case and width."""
    return _NO_LETTER.sub('', unicodedata.normalize('NFKD', text).casefold())


def readings(text: str) -> Iterator[str]:
    """A text as it stands, and as it reads with its escapes resolved."""
    yield text
    plain = unescaped(text)
    if plain != text:
        yield plain
    if '%' in text:
        yield unquote(unquote(text))


def unescaped(text: str) -> str:
    """The text with letters in place of what stands for one; what stands for a mark (``&lt;``) stays."""
    return _ESCAPE.sub(_letter, text) if '&' in text or '\\u' in text else text


def _letter(match: re.Match[str]) -> str:
    text = match[0]
    char = text.encode().decode('unicode_escape') if text.startswith('\\') else html.unescape(text)
    return char if len(char) == 1 and char.isalpha() else text
