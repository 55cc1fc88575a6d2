"""One person while they are put together: their mentions and their own page, and what follows from both."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from ..model.archive import Place
from ..model.ids import slug
from ..model.records import Link
from ..reading.links import is_web
from ..reading.profiles import handle_of
from ..reading.text import folded, spaced
from .readings import is_kana
from .shapes import Affiliation, Identity
from .spellings import address_key, handle_key, has_kanji, is_handle, looks_like_handle, name_key, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.records import Speaker
    from .mentions import Mention


@dataclass(frozen=True, slots=True)
class Spelling:
    """A way in which reports write a name or handle: how many do, and the first mention."""

    text: str
    count: int
    first: Mention


def spellings(pairs: Iterable[tuple[str, Mention]]) -> list[Spelling]:
    """Spellings in the order of first use; each counts once a report and event.

    :param pairs: texts with their mentions, in the order of the mentions.
    """
    firsts: dict[str, Mention] = {}
    counts: dict[str, set[tuple[str, str]]] = {}
    for text, mention in pairs:
        firsts.setdefault(text, mention)
        counts.setdefault(text, set()).add((mention.docname, mention.event))
    return [Spelling(text, len(counts[text]), first) for text, first in firsts.items()]


@dataclass(frozen=True)
class Profile:
    """What is known of one person.

    :param pages: their own pages, the one that counts first.
    :param mentions: in their order.
    """

    pages: Sequence[tuple[str, Speaker]]
    mentions: Sequence[Mention]

    @cached_property
    def page(self) -> tuple[str, Speaker] | None:
        """The page that they have, if somebody wrote one."""
        return self.pages[0] if self.pages else None

    @cached_property
    def names(self) -> list[Spelling]:
        """The names that reports use, as written."""
        return spellings(
            (spaced(mention.person.name), mention)
            for mention in self.mentions
            if mention.person.name.strip() and not is_handle(mention.person.name)
        )

    @cached_property
    def handles(self) -> list[Spelling]:
        """The handles that reports use, as written, also those that addresses name."""
        return spellings((handle, mention) for mention in self.mentions for handle in _handles(mention))

    @cached_property
    def page_names(self) -> list[str]:
        """The names that their pages give."""
        texts = chain.from_iterable((speaker.name, *speaker.also) for _, speaker in self.pages)
        return [spaced(text) for text in texts if name_key(text) and not is_handle(text) and '//' not in text]

    @cached_property
    def page_handles(self) -> list[str]:
        """The handles that their pages give, those in addresses last."""
        given = [speaker.handle for _, speaker in self.pages]
        given += [text.lstrip('@＠') for _, speaker in self.pages for text in speaker.also if is_handle(text)]
        given += [handle_of(link.url) for link in self._page_links]
        return [handle for handle in given if handle]

    @cached_property
    def _page_links(self) -> list[Link]:
        links = [link for _, speaker in self.pages for link in speaker.links]
        return links + [Link(text) for _, speaker in self.pages for text in speaker.also if is_web(text)]

    @cached_property
    def all_handles(self) -> tuple[str, ...]:
        """One spelling of each handle: the page's first, then in the order of first use, the most used spelling."""
        found: dict[str, str] = {}
        for _, speaker in self.pages:
            if speaker.handle:
                found.setdefault(handle_key(speaker.handle), speaker.handle)
        used: dict[str, list[Spelling]] = {}
        for spelling in self.handles:
            used.setdefault(handle_key(spelling.text), []).append(spelling)
        for key, several in used.items():
            found.setdefault(key, max(several, key=lambda spelling: spelling.count).text)
        for handle in self.page_handles:
            found.setdefault(handle_key(handle), handle)
        return tuple(found.values())

    @cached_property
    def name(self) -> str:
        """The name that is shown.

        That of their page; else the most telling spelling: a real name (two words, or kanji) before another name, that
        before a word that looks like a handle; of equal ones the most used, then the earliest. ``@handle`` where no
        name is known.
        """
        for _, speaker in self.pages:
            if name_key(speaker.name) and not speaker.name.startswith('@'):
                return speaker.name
        if self.names:
            return min(self.names, key=lambda spelling: (_rank(spelling.text), -spelling.count)).text
        if self.page_names:
            return min(self.page_names, key=_rank)
        return f'@{self.all_handles[0]}' if self.all_handles else ''

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The addresses that the page may have: the page's id, else the first handle's, else the first name's; then
        those of all other spellings."""
        ids = [speaker.id for _, speaker in self.pages]
        handles = [spelling.text for spelling in self.handles] + self.page_handles
        names = [spelling.text for spelling in self.names] + self.page_names
        return tuple(dict.fromkeys([*ids, *(slug(text) for text in (*handles, *names))]))

    @cached_property
    def first(self) -> Mention | None:
        """The earliest mention."""
        return self.mentions[0] if self.mentions else None

    @cached_property
    def distinct(self) -> str:
        """What tells this person from all others: the page, else the first handle, else the first name."""
        if self.page:
            return f'page:{self.page[1].id}'
        return f'@{handle_key(self.handles[0].text)}' if self.handles else name_key(self.names[0].text)

    def identity(self, own: str, old: Iterable[str]) -> Identity:
        """The record of this person.

        :param own: their id.
        :param old: other ids under which they may have been known.
        """
        page = self.page
        return Identity(
            id=own,
            name=self.name,
            names=self._other_names,
            handles=self.all_handles,
            kana=self.kana,
            links=self.links,
            affiliations=self.affiliations,
            place=Place(page[0], f'speaker-{page[1].id}', page[1].name) if page else None,
            old_ids=tuple(sorted(old)),
        )

    @cached_property
    def _other_names(self) -> tuple[str, ...]:
        """The names but the shown one, each once: of spellings that differ in spaces or case the most used."""
        handles = {handle_key(handle) for handle in self.all_handles}
        found: dict[str, Spelling] = {}
        texts: dict[str, str] = {}
        for spelling in self.names:
            key = name_key(spelling.text)
            kept = found.get(key)
            if kept is None or spelling.count > kept.count:
                found[key], texts[key] = spelling, spelling.text
        for text in self.page_names:
            texts.setdefault(name_key(text), text)
        texts.pop(name_key(self.name), None)
        return tuple(text for text in texts.values() if not (looks_like_handle(text) and handle_key(text) in handles))

    @cached_property
    def kana(self) -> str:
        """The reading: the page's, else the first name that is kana alone."""
        given = next((speaker.kana for _, speaker in self.pages if speaker.kana), '')
        names = [self.name, *(spelling.text for spelling in self.names), *self.page_names]
        return given or next((text for text in names if is_kana(text)), '')

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Addresses, each once: the page's, then those that reports put on the name, in the order of first use."""
        found: dict[str, Link] = {}
        for link in self._page_links:
            found.setdefault(address_key(link.url) or link.url, link)
        for mention in self.mentions:
            for url in mention.person.links:
                key = address_key(url)
                if not is_web(url) or not key:
                    continue
                kept = found.get(key)
                if kept is None or (not kept.label and '?' in kept.url and '?' not in url):
                    found[key] = Link(url)
        return tuple(found.values())

    @cached_property
    def affiliations(self) -> tuple[Affiliation, ...]:
        """Where they were, oldest first, a run of equal ones once; those without a day last."""
        found: list[Affiliation] = []
        for mention in self.mentions:
            text = spaced(mention.person.affiliation)
            if text and not (found and _same(found[-1].text, text)):
                found.append(Affiliation(day=mention.day, text=text))
        dated = [one for one in found if one.day is not None]
        known = {folded(one.text) for one in dated}
        loose = [one for one in found if one.day is None and folded(one.text) not in known]
        return (*dated, *loose)


def _handles(mention: Mention) -> Iterator[str]:
    person = mention.person
    if handle_key(person.handle):
        yield person.handle.strip().lstrip('@＠')
    name = person.name.strip()
    if is_handle(name) and handle_key(name):
        yield name.lstrip('@＠')
    known = {handle_key(person.handle)}
    for url in person.links:
        handle = handle_of(url)
        if handle and handle_key(handle) not in known:
            known.add(handle_key(handle))
            yield handle


def _rank(name: str) -> int:
    if looks_like_handle(name):
        return 2
    return 0 if len(words_of(name)) > 1 or has_kanji(name) else 1


def _same(first: str, second: str) -> bool:
    return folded(first) == folded(second)
