"""What the pages of speakers claim: each handle, address and name is one page's, or it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .shapes import Conflict
from .spellings import address_keys, handle_key, is_handle, looks_like_handle, name_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model.records import Speaker

Page = tuple[str, 'Speaker']


def claimed(
    pages: Sequence[Page], shared_sites: frozenset[str]
) -> tuple[dict[str, str], dict[str, set[str]], list[Conflict]]:
    """The handles and addresses of pages with the page that has each, the pages of each name, and what two pages claim.

    Of two pages that claim a handle the first by id has it; a name that two claim is neither's; two pages of one id
    are one person's.

    :param pages: in the order in which they win.
    """
    owners: dict[str, str] = {}
    names: dict[str, set[str]] = {}
    first: dict[str, Page] = {}
    conflicts: dict[tuple[str, int, str], Conflict] = {}

    def conflict(page: Page, message: str) -> None:
        conflicts.setdefault(
            (page[0], page[1].line, message), Conflict(docname=page[0], line=page[1].line, message=message)
        )

    for page in pages:
        me = f'page:{page[1].id}'
        if me in first:
            conflict(page, f'the id "{page[1].id}" is that of the speaker in {_at(first[me])}; keep one of the two')
        first.setdefault(me, page)
        for key in _sure(page[1]):
            if key in shared_sites:
                continue
            if owners.setdefault(key, me) != me and key.startswith('handle:'):
                other = _at(first[owners[key]])
                what = key.partition(':')[2]
                conflict(page, f'the handle "@{what}" is also claimed by the speaker in {other}; take it out of one')
        for text in _names(page[1]):
            key = f'name:{name_key(text)}'
            others = sorted(names.setdefault(key, set()) - {me})
            if others:
                other = _at(first[others[0]])
                hint = 'a report that gives it alone means neither; take it out of one, or give the handle in reports'
                conflict(page, f'the name "{text}" is also claimed by the speaker in {other}; {hint}')
            names[key].add(me)
    for _, speaker in pages:  # a word that may be a handle is one where no page says it is another's
        for text in speaker.also:
            if looks_like_handle(text):
                owners.setdefault(f'handle:{handle_key(text)}', f'page:{speaker.id}')
    ordered = sorted(conflicts.values(), key=lambda one: (one.docname, one.line, one.message))
    return owners, names, ordered


def _at(page: Page) -> str:
    return f'{page[0]}:{page[1].line}' if page[1].line else page[0]


def _sure(speaker: Speaker) -> Iterator[str]:
    if handle_key(speaker.handle):
        yield f'handle:{handle_key(speaker.handle)}'
    for link in speaker.links:
        yield from address_keys(link.url)
    for text in speaker.also:
        if '//' in text:
            yield from address_keys(text)
        elif is_handle(text):
            yield f'handle:{handle_key(text)}'


def _names(speaker: Speaker) -> Iterator[str]:
    for text in dict.fromkeys((speaker.name, *speaker.also)):
        if name_key(text) and '//' not in text and not is_handle(text):
            yield text
