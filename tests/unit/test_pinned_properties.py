"""Whatever was read, the front matter that pins it is read back as the same records."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import assume, given, strategies as st
from sphinx_meetup.commands.front_matter import front_matter, merged, pasted
from sphinx_meetup.commands.pin import Care, among_equals, pin
from sphinx_meetup.commands.read import understand
from sphinx_meetup.commands.understood import Understood
from sphinx_meetup.model.drafts import EventDraft, Found, SlotDraft, TalkDraft
from sphinx_meetup.model.records import Link, Person
from sphinx_meetup.reading.assemble import assemble
from sphinx_meetup.reading.markdown import without_control
from sphinx_meetup.reading.report import Reading
from test_properties import texts

if TYPE_CHECKING:
    from sphinx_meetup.reading.assemble import Assembled

LONG = st.text(st.characters(exclude_categories=['Cs', 'Cc', 'Cf', 'Zl', 'Zp', 'Cn']), min_size=1, max_size=30)
WORDS = st.sampled_from(
    [
        'Kettles', '薬缶について', 'A, B', 'a: b', '#3', "it's", '"quoted"', 'null', '9', 'yes', '- x', 'LT', 'Break',
        '19:00', '[x]', '{y}', 'x (10min)', 'by Bo', '@bo', 'Opening', 'C#', 'a & b', '~', 'ｆｕｌｌ', '休憩', 'x\\y',
    ]
)  # fmt: skip
NAMES = (st.one_of(WORDS, LONG)).map(lambda text: ' '.join(without_control(text)[0].split())).filter(bool)
ADDRESSES = st.sampled_from(
    [
        'https://speakerdeck.com/a/b',
        'https://example.com/a,b',
        'https://youtu.be/x',
        'https://example.com/?q=1#a: b'.replace(' ', ''),
    ]
)
PEOPLE = st.builds(
    Person, NAMES, st.sampled_from(['', 'bo', 'ana_k', '太郎']), st.sampled_from(['', 'Kettle Inc.', '例社, 部'])
)
LINKS = st.builds(Link, ADDRESSES, st.one_of(st.just(''), NAMES))
MINUTES = st.integers(0, 30 * 60)
SLOTS = st.builds(
    SlotDraft,
    start=MINUTES,
    end=st.one_of(st.none(), MINUTES),
    title=NAMES,
    people=st.lists(PEOPLE, max_size=2).map(tuple),
    stated=st.one_of(st.none(), st.integers(0, 999)),
    kind=st.sampled_from([None, None, 'talk', 'break', 'other']),
    links=st.lists(LINKS, max_size=2).map(tuple),
    note=st.one_of(st.just(''), NAMES),
)
TALKS = st.builds(
    TalkDraft,
    title=NAMES,
    heading=st.sampled_from(['First', 'Second', 'LT', 'LT: a, b #1', '三つ目: 見出し']),
    people=st.lists(PEOPLE, max_size=2).map(tuple),
    slides=st.lists(LINKS, max_size=2).map(tuple),
    videos=st.lists(LINKS, max_size=1).map(tuple),
    topics=st.lists(NAMES, max_size=2).map(tuple),
    kind=st.sampled_from(['', 'lt', 'keynote', 'talk']),
)
WITHIN_MIDNIGHT = st.integers(0, 24 * 60 - 1)


def found(value: Any) -> Found[Any]:
    return Found(value, 1, 'x')


EVENTS = st.fixed_dictionaries(
    {'title': NAMES, 'date': st.dates(dt.date(1970, 1, 1), dt.date(2199, 12, 31))},
    optional={
        'start': WITHIN_MIDNIGHT, 'end': WITHIN_MIDNIGHT, 'timezone': st.sampled_from(['Europe/Berlin', 'UTC']),
        'url': ADDRESSES, 'venue': NAMES, 'hashtag': st.sampled_from(['kettle', '薬缶']), 'author': NAMES,
        'series': NAMES, 'number': st.sampled_from(['9', '2018 Fall', '第三']), 'lang': st.just('ja'),
        'published': st.dates(dt.date(1970, 1, 1), dt.date(2199, 12, 31)),
        'topics': st.lists(NAMES, min_size=1, max_size=3).map(tuple),
        'id': st.just('kettle-1'), 'source': ADDRESSES,
    },
).map(lambda facts: EventDraft(**{name: found(value) for name, value in facts.items()}))  # fmt: skip


def records(assembled: Assembled, *, written: bool = True) -> tuple[Any, ...]:
    """What is published, wherever its lines stand."""
    talks = assembled.talks if written else [replace(talk, written=False) for talk in assembled.talks]
    return replace(assembled.event, line=0), [replace(talk, line=0) for talk in talks]


def read(text: str) -> Understood:
    return understand(text.encode(), 'Asia/Tokyo', 'reports/a.md')


@given(texts, texts)
def test_any_text_is_pinned(head: str, body: str) -> None:
    for text in (body, f'---\n{head}\n---\n{body}', f'## {head}\n\nby Bo\n\n## {body}'):
        first = read(text)
        assume(first.reading.enabled)
        second = read(pasted(first.text, front_matter(first, read, 'reports/a.md').text))
        assert records(second.assembled) == records(first.assembled)


@given(EVENTS, st.lists(SLOTS, max_size=5), st.lists(TALKS, max_size=5))
def test_any_drafts_are_written_so_that_they_read_back(
    event: EventDraft, slots: list[SlotDraft], talks: list[TalkDraft]
) -> None:
    text = ''
    placed = []
    for talk in talks:
        placed.append(replace(talk, line=text.count('\n') + 1))
        text += f'## {talk.heading}\n\nNotes.\n\n'
    reading = Reading(event=event, slots=tuple(slots), talks=tuple(placed))
    first = Understood(reading, assemble(event, slots, placed, 'Asia/Tokyo'), (), text)
    care = Care(rows=True, headings=among_equals([(talk.heading, talk.line) for talk in placed]))
    block, _ = merged(text, pin(first, reading, care))
    second = read(pasted(text, block))
    assert records(second.assembled, written=False) == records(first.assembled, written=False)
    facts = [*second.event_facts, *second.slot_facts, *second.talk_facts]
    assert [fact for fact in facts if fact.certainty != 'given' and fact.name not in {'series', 'number'}] == []
