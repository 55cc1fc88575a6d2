"""What ``meetup:`` has to say so that a report is read again exactly as it was: every fact, every row, every talk."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..model.problems import Problem
from ..model.time import DAY
from ..reading.given import read_given_row
from ..reading.links import is_web, link_kind
from ..reading.people import people
from ..reading.text import key
from .spelled import Inline

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..model.drafts import SlotDraft, TalkDraft
    from ..model.records import Link, Person, Slot
    from ..reading.assemble import Assembled
    from ..reading.report import Reading
    from .understood import Understood

_FACTS = (
    'title', 'id', 'date', 'start', 'end', 'timezone', 'url', 'venue', 'hashtag', 'series', 'number', 'topics',
    'author', 'published', 'source', 'lang',
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Care:
    """What has to be said beyond what usually tells talks apart.

    :param rows: whether the row of each talk is named.
    :param headings: each heading's place among those of the same words, by its line: all is said then.
    """

    rows: bool = False
    headings: Mapping[int, int] | None = None


def pin(understood: Understood, plain: Reading, care: Care) -> dict[str, Any]:
    """The value of ``meetup:`` in front matter, as texts, lists and mappings.

    :param plain: the reading without what directives say: that stays where it is.
    """
    values: dict[str, Any] = {}
    for name in _FACTS:
        told = getattr(understood.reading.event, name)
        if told is None or told.value in {'', ()}:
            continue
        if name in {'series', 'number'} or told == getattr(plain.event, name):
            values[name] = _fact(told.value, is_time=name in {'start', 'end'})
    if plain.slots == understood.reading.slots:
        titles = {key(talk.title) for talk in understood.reading.talks}
        assembled = understood.assembled
        values['timetable'] = [
            _row(draft, slot, titles) for draft, slot in zip(assembled.rows, assembled.event.slots, strict=True)
        ]
    values['talks'] = [
        _talk(talk, _named(understood.assembled, place) if care.rows else '', care)
        for talk, place in zip(understood.reading.talks, understood.assembled.places, strict=True)
        if is_plain(talk)
    ]
    return values


def is_plain(talk: TalkDraft) -> bool:
    """Whether a talk was read from the text, and not given by a directive, which has no heading."""
    return bool(talk.heading) or talk.listed


def _fact(value: Any, *, is_time: bool) -> str | list[str]:
    if isinstance(value, tuple):
        return list(value)
    return _clock(value) if is_time else str(value)


def _clock(minutes: int) -> str:
    """A time as a programme writes it: 1500 is ``25:00``."""
    return f'{minutes // 60:02}:{minutes % 60:02}'


# -- rows ----------------------------------------------------------------------------------------------------


def _row(draft: SlotDraft, slot: Slot, talks: set[str]) -> str | dict[str, Any]:
    """A row as its author would write it where that is read back the same, else fact by fact."""
    stated = draft.stated if draft.end is None else None
    end = draft.end if slot.end is not None else None
    text = _row_text(draft, end, stated)
    read = read_given_row(text, 0)
    if (
        not isinstance(read, Problem)
        and (read.start, read.end, read.title, read.people, read.stated)
        == (draft.start, end, draft.title, draft.people, stated)
        and not (draft.kind or draft.links or draft.note or read.links)
        and not (read.people and key(read.whole) in talks)
    ):
        return text
    values: dict[str, Any] = {'start': _clock(draft.start)}
    if end is not None:
        values['end'] = _clock(end)
    if stated is not None:
        values['minutes'] = str(stated)
    values['title'] = draft.title
    if draft.people:
        values['speakers'] = _people(draft.people)
    if draft.kind:
        values['kind'] = draft.kind
    if draft.links:
        slides = all(not link.label and link_kind(link.url) == 'slides' for link in draft.links)
        values['slides' if slides else 'links'] = _links(draft.links)
    if draft.note:
        values['note'] = draft.note
    return values


def _row_text(draft: SlotDraft, end: int | None, stated: int | None) -> str:
    times = _clock(draft.start) + (f'-{_clock(end)}' if end is not None else '')
    names = [(_person(one), one.text) for one in draft.people]
    who = ' / '.join(name if isinstance(name, str) else text for name, text in names)
    length = f' ({stated}min)' if stated is not None else ''
    return f'{times} - {who}{", " if who else ""}{draft.title}{length}'


# -- talks ---------------------------------------------------------------------------------------------------


def _named(assembled: Assembled, place: int | None) -> str:
    """A row by its time, or by its number where several begin at once; '' for none."""
    if place is None:
        return ''
    starts = [row.start % DAY for row in assembled.rows]
    alone = starts.count(starts[place]) == 1
    return _clock(assembled.rows[place].start) if alone else f'#{place + 1}'


def _talk(talk: TalkDraft, row: str, care: Care) -> dict[str, Any]:
    whole = care.headings is not None
    values: dict[str, Any] = {'title': talk.title}
    if talk.heading != talk.title and (whole or not talk.listed):
        values['heading'] = talk.heading
    if care.headings and not talk.listed and (nth := care.headings.get(talk.line, 0)):
        values['nth'] = str(nth)
    values['speakers'] = _people(talk.people)
    if all(is_web(link.url) for link in talk.slides):
        values['slides'] = _links(talk.slides)
    if talk.videos or whole:
        values['video'] = _links(talk.videos)
    if talk.topics or whole:
        values['topics'] = list(talk.topics)
    if talk.slot or row:
        values['slot'] = talk.slot or row
    if talk.kind or whole:
        values['kind'] = talk.kind or 'talk'
    if talk.id:
        values['id'] = talk.id
    return values


def among_equals(headings: Sequence[tuple[str, int]]) -> dict[int, int]:
    """The place of each heading among those of the same words, by its line; 0 for one that stands alone.

    :param headings: their words and lines, in the order of the page.
    """
    counts = Counter(words for words, _ in headings)
    seen: Counter[str] = Counter()
    places = {}
    for words, line in headings:
        seen[words] += 1
        places[line] = seen[words] if counts[words] > 1 else 0
    return places


def _people(several: Sequence[Person]) -> list[str | Inline]:
    return [_person(one) for one in several]


def _person(one: Person) -> str | Inline:
    """A person as one text where it is read back as the same, else name, handle, affiliation and links."""
    texts = [f'{one.text} ({one.affiliation})', f'{one.text}, {one.affiliation}'] if one.affiliation else [one.text]
    for text in texts:
        if people(text) == (one,):
            return text
    parts = {'name': one.name, 'handle': one.handle, 'affiliation': one.affiliation, 'links': list(one.links)}
    return Inline({name: value for name, value in parts.items() if value})


def _links(links: Sequence[Link]) -> str | list[str | Inline]:
    found = [Inline(url=link.url, label=link.label) if link.label else link.url for link in links]
    if len(found) == 1 and isinstance(found[0], str) and ',' not in found[0]:
        return found[0]
    return found
