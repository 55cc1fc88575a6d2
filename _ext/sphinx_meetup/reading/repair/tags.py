"""What a tag shows, whichever tool it is of: a player, a page, a picture, a post of somebody, a box, or words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .known import known, plain_name
from .players import frame, is_address, link, service_of, shown_at, shown_by

if TYPE_CHECKING:
    from .arguments import Arguments
    from .draft import Draft

_SIZE = re.compile(r'\d{1,5}(?:px|%)?\Z')
_STATUS = re.compile(r'\d{1,25}\Z')
_FILE = re.compile(r'[^<>"\'|]{1,400}[./][^<>"\'|]{1,400}\Z')


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of another tool.

    :param name: as its author wrote it.
    :param closing: whether it ends what another began.
    """

    name: str
    arguments: Arguments
    closing: bool = False

    @property
    def title(self) -> str:
        """The words that it shows or stands for."""
        return ' '.join(self.arguments.first(known().titles).split())

    @property
    def key(self) -> str:
        """What it holds: an id, a path or an address."""
        return self.arguments.first(known().keys) or (self.arguments.plain[0] if self.arguments.plain else '')

    @property
    def address(self) -> str:
        """The first address among its arguments; '' for none."""
        values = (*self.arguments.named.values(), *self.arguments.plain)
        return next((value for value in values if is_address(value)), '')


def shows(tag: Tag) -> bool:
    """Whether a tag is called after a service and holds something that this service has."""
    return shown_by(service_of(tag.name), tag.key) is not None


def show(draft: Draft, tag: Tag, line: int, *, alone: bool) -> str:
    """A tag as Markdown or HTML, on one line; what vanishes with what it showed is noted.

    :param alone: whether nothing else stands on its line: a frame or a box needs one of its own.
    """
    name = plain_name(tag.name)
    kind = known().kinds.get(name, '')
    if kind in {'box', 'details'} and alone:
        return ':::' if tag.closing else _box(name, tag)
    if tag.closing or kind in {'silent', 'code'}:
        return ''
    shown = _shown(kind, tag, alone=alone)
    if shown is not None:
        return shown
    if not tag.title and kind not in {'around', 'box', 'details', 'quote'}:
        draft.lose(tag.name, line)
    return tag.title


def _box(name: str, tag: Tag) -> str:
    """The line that opens a box, as :mod:`.boxes` reads them."""
    given = tag.arguments
    words = [given.named.get(key, '') for key in ('type', 'kind', 'color', 'status')] + given.plain[:1]
    kind = next((word.casefold() for word in words if word.casefold() in known().boxes), name)
    title = tag.title or ' '.join(word for word in given.plain if word.casefold() != kind and not is_address(word))
    return f':::{kind} {title}'.rstrip()


def _shown(kind: str, tag: Tag, *, alone: bool) -> str | None:
    service = service_of(tag.name)
    if kind == 'player':
        service = service_of(tag.arguments.first(('provider', 'type', 'platform', 'service'))) or service
    if service and (found := shown_by(service, tag.key)):
        return frame(found.url, tag.title) if alone and found.framed else link(found.url, tag.title)
    if kind == 'picture':
        return _picture(tag)
    if kind == 'tweet' and (post := _post(tag)):
        return post
    if kind == 'gist' and tag.key and not is_address(tag.key):
        path = '/'.join(tag.arguments.plain[:2]) if tag.arguments.plain else tag.key
        return f'[Gist](https://gist.github.com/{path})'
    if kind == 'link':
        return _link(tag)
    if tag.address:
        url = tag.address if tag.address.startswith('http') else f'https:{tag.address}'
        player = shown_at(url) if kind == 'player' and alone else None
        return frame(player.url, tag.title) if player and player.framed else link(url, tag.title)
    return None


def _picture(tag: Tag) -> str | None:
    plain = tag.arguments.plain
    place = next((place for place, word in enumerate(plain) if _FILE.match(word)), 0)
    source = tag.arguments.first(('src', 'url', 'file', 'path', 'imagepath', 'name', 'filename', 'image', 'link'))
    rest: list[str] = []
    if not source and plain:
        source = plain[place]
        rest = [word for word in plain[place + 1 :] if not _SIZE.match(word)]
    if not source or '\n' in source:
        return None
    words = tag.arguments.first(('alt', 'title', 'caption', 'description')) or (
        rest[-1] if len(rest) < 3 and rest else ' '.join(rest)
    )
    words = ' '.join(words.replace('[', '').replace(']', '').split())
    return f'![{words}](<{source}>)' if set(source) & set(' ()') else f'![{words}]({source})'


def _post(tag: Tag) -> str:
    """A link to somebody's short post, whose number or address a tag holds."""
    named, plain = tag.arguments
    number = tag.arguments.first(('id', 'tweetid', 'status')) or (plain[-1] if plain else '')
    if not _STATUS.match(number):
        return ''
    user = named.get('user') or named.get('username') or (plain[0] if len(plain) > 1 else 'i/web')
    return f'[Tweet](https://twitter.com/{user.lstrip("@")}/status/{number})'


def _link(tag: Tag) -> str | None:
    """A link with its words; words alone where it leads to a page of the other tool."""
    plain = tag.arguments.plain
    words = tag.title or ' '.join(
        word for word in plain if not is_address(word) and word not in {'true', 'false'} and not _FILE.match(word)
    )
    if tag.address:
        return link(tag.address if tag.address.startswith('http') else f'https:{tag.address}', words)
    if plain_name(tag.name) in {'postlink', 'assetlink'} and len(plain) > 1 and not tag.title:
        return ' '.join(plain[1:])
    return words or (plain[0] if plain and plain_name(tag.name) != 'link' else '')
