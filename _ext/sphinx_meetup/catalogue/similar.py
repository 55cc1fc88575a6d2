"""People who may be one: they are alike, and nothing says that they are one. Suggested, never joined.

The rules, the surest first; of two people only the first that holds is told:

- the same name, but different handles; or a name alone that several have;
- the same letters, without spaces, punctuation and accents (``ianlewis``, ``Ian Lewis``; ``ken``, ``@ken``);
- the same words in another order;
- the same kanji in another form (渡辺, 渡邊);
- a handle that is made of the words of a name (``@IanMLewis``, ``@ilewis``), where neither has what speaks against it;
- names that differ by one letter, where not both have a handle.

A family name of one or two kanji that events of different series name is one person here, but may be several.
Two people who each have a page of their own were told apart by hand, and nothing is said of them.

Each rule puts people into blocks by a key and looks inside of them only; a block of many is no likeness (Tanaka) or is
told as a chain, so that the cost stays near linear.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .likeness import (
    are_close,
    can_be_misspelt,
    common_kanji,
    handles_like,
    is_latin,
    letters,
    misspellings,
    parts_of_handle,
    swapped,
)  # fmt: skip
from .shapes import Suggestion
from .spellings import handle_key, has_kanji, is_full_name, name_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from .mentions import Mention
    from .profile import Profile
    from .shapes import Identity

_MANY = 8
"""More people of one key, where the key is no more than a hint, have nothing in common."""
_FAMILY_NAME = 2


@dataclass(frozen=True, slots=True)
class _Form:
    """One spelling of a person; ``at`` is their place in the list."""

    at: int
    text: str
    is_handle: bool
    mention: Mention | None

    @property
    def shown(self) -> str:
        return f'@{self.text}' if self.is_handle else self.text


Pair = tuple[_Form, _Form, str]


def suggestions(people: Sequence[tuple[Identity, Profile]]) -> tuple[Suggestion, ...]:
    """Who may be one, by the document and line of the first of the two.

    :param people: in the order of first use.
    """
    forms = [form for at, (_, profile) in enumerate(people) for form in _forms(at, profile)]
    found: dict[tuple[int, int], Suggestion] = {}
    for one, other, why in _pairs(people, forms):
        if one.at == other.at or (people[one.at][1].page and people[other.at][1].page):
            continue
        pair = (min(one.at, other.at), max(one.at, other.at))
        if pair not in found:
            found[pair] = _suggestion(people, one, other, why)
    listed = [*found.values(), *_family_names(people)]
    return tuple(sorted(listed, key=lambda each: (each.docname, each.line, each.name, each.other_name, each.second)))


def _forms(at: int, profile: Profile) -> Iterator[_Form]:
    seen: set[tuple[str, bool]] = set()
    named = [(spelling.text, spelling.first) for spelling in profile.names]
    called = [(spelling.text, spelling.first) for spelling in profile.handles]
    for text, mention in (*named, *((text, profile.first) for text in profile.page_names)):
        if (name_key(text), False) not in seen:
            seen.add((name_key(text), False))
            yield _Form(at, text, is_handle=False, mention=mention)
    for text, mention in (*called, *((text, profile.first) for text in profile.page_handles)):
        if (handle_key(text), True) not in seen:
            seen.add((handle_key(text), True))
            yield _Form(at, text, is_handle=True, mention=mention)


def _pairs(people: Sequence[tuple[Identity, Profile]], forms: Sequence[_Form]) -> Iterator[Pair]:
    names = [form for form in forms if not form.is_handle]
    for one, other in _alike(names, lambda form: name_key(form.text)):
        apart = people[one.at][0].handles and people[other.at][0].handles
        yield one, other, 'one name, different handles' if apart else 'a name that several people have'
    for one, other in _alike(forms, lambda form: _at_least(2, letters(form.text))):
        yield one, other, 'the same letters'
    for one, other in _alike(names, lambda form: swapped(form.text)):
        yield one, other, 'the same words in another order'
    for one, other in _alike(names, lambda form: _at_least(2, common_kanji(form.text)) if has_kanji(form.text) else ''):
        yield one, other, 'the same kanji in another form'
    yield from _named_handles(people, forms)
    yield from _misspelt(people, names)


def _at_least(length: int, text: str) -> str:
    return text if len(text) >= length else ''


def _alike(forms: Iterable[_Form], key: Callable[[_Form], str]) -> Iterator[tuple[_Form, _Form]]:
    """Forms with the first of their key; '' is no key."""
    first: dict[str, _Form] = {}
    for form in forms:
        text = key(form)
        if text and first.setdefault(text, form).at != form.at:
            yield first[text], form


def _named_handles(people: Sequence[tuple[Identity, Profile]], forms: Sequence[_Form]) -> Iterator[Pair]:
    """Handles that are made of the words of a name."""
    plain: dict[str, list[_Form]] = {}
    rather: dict[str, list[_Form]] = {}
    for form in forms:
        if not form.is_handle:
            for text, is_plain in handles_like(form.text):
                (plain if is_plain else rather).setdefault(text, []).append(form)
    has_latin_name = [any(_is_latin_name(spelling.text) for spelling in profile.names) for _, profile in people]
    for form in forms:
        if not (form.is_handle or form.text.isascii()) or has_latin_name[form.at]:
            continue
        parts, whole = parts_of_handle(form.text) if form.is_handle or ' ' not in form.text else ((), '')
        sure = [name for part in parts for name in plain.get(part, ())]
        for name in sure[:_MANY]:
            yield name, form, 'the handle resembles the name'
        maybe = rather.get(whole, [])
        for name in maybe if len(maybe) <= _MANY else ():
            if not people[name.at][0].handles:
                yield name, form, 'the handle may be short for the name'


def _is_latin_name(text: str) -> bool:
    return is_full_name(text) and is_latin(text)


def _misspelt(people: Sequence[tuple[Identity, Profile]], names: Sequence[_Form]) -> Iterator[Pair]:
    """Names one letter apart."""
    blocks: dict[str, list[_Form]] = {}
    for form in names:
        if can_be_misspelt(form.text):
            for text in sorted(misspellings(form.text)):
                blocks.setdefault(text, []).append(form)
    for text in sorted(blocks):
        block = blocks[text]
        for at, one in enumerate(block if len(block) <= _MANY else ()):
            for other in block[at + 1 :]:
                apart = people[one.at][0].handles and people[other.at][0].handles
                if one.at != other.at and not apart and are_close(one.text, other.text):
                    yield one, other, 'the names are nearly the same'


def _suggestion(people: Sequence[tuple[Identity, Profile]], one: _Form, other: _Form, why: str) -> Suggestion:
    """The second is who has a page or a handle, or was named first: their page would say that both are one."""

    def weight(form: _Form) -> tuple[bool, bool, int]:
        identity, profile = people[form.at]
        return (not profile.page, not identity.handles, form.at)

    second, first = sorted((one, other), key=weight)
    identity, profile = people[first.at]
    here = first.mention or profile.first
    there = second.mention or people[second.at][1].first
    page = people[second.at][1].page
    return Suggestion(
        first=identity.id,
        second=people[second.at][0].id,
        why=why,
        name=first.shown,
        docname=here.docname if here else '',
        line=here.line if here else 0,
        other_name=second.shown,
        other_docname=there.docname if there else page[0] if page else '',
        other_line=there.line if there else page[1].line if page else 0,
        also=f'@{identity.handles[0]}' if identity.handles else first.text,
    )


def _family_names(people: Sequence[tuple[Identity, Profile]]) -> Iterator[Suggestion]:
    """Family names that stand alone in events of different series."""
    for identity, profile in people:
        if profile.page or identity.handles or not profile.mentions or len(profile.names) != 1:
            continue
        name = name_key(identity.name)
        first = profile.mentions[0]
        far = next((mention for mention in profile.mentions if mention.series != first.series), None)
        if far is None or len(name) > _FAMILY_NAME or not all(map(has_kanji, name)):
            continue
        yield Suggestion(
            first=identity.id,
            second='',
            why='a family name alone may be several people',
            name=identity.name,
            docname=first.docname,
            line=first.line,
            other_name=identity.name,
            other_docname=far.docname,
            other_line=far.line,
        )
