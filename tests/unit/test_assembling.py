"""Talks to slots, times settled, ids given; what records weigh."""

from __future__ import annotations

import pickle
import pickletools
import re
import time
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from cases import FIXTURES
from sphinx_meetup.commands.read import understand
from sphinx_meetup.model.drafts import EventDraft, Found, SlotDraft, TalkDraft
from sphinx_meetup.model.ids import event_id, is_automatic, is_explicit, section_id, slug, speaker_id, talk_ids
from sphinx_meetup.model.problems import Code
from sphinx_meetup.model.records import DocumentRecord, Person
from sphinx_meetup.reading.assemble import Assembled, assemble
from sphinx_meetup.reading.matching import match
from sphinx_meetup.reading.rows import read_row

if TYPE_CHECKING:
    from collections.abc import Sequence

HANAKO = (Person('', 'hanako'),)


def slots(*rows: str) -> list[SlotDraft]:
    found = []
    for line, row in enumerate(rows, 1):
        read = read_row(row, line)
        assert read is not None
        assert read.slot is not None
        found.append(read.slot)
    return found


def talk(title: str, **facts: Any) -> TalkDraft:
    return TalkDraft(title=title, line=50, **facts)


def put_together(rows: Sequence[str] = (), talks: Sequence[TalkDraft] = (), **facts: Any) -> Assembled:
    event = EventDraft(**{name: Found(value, 90, '') for name, value in facts.items()})
    return assemble(event, slots(*rows), list(talks), 'Asia/Tokyo')


# -- matching ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ('why', 'rows', 'talks', 'places', 'codes'),
    [
        ('equal', ['19:00 A b', '19:10 C d'], [talk('C d'), talk('A b')], [1, 0], []),
        ('typography', ['19:00 Jane’s “queue” – again'], [talk('Jane\'s "queue" - again')], [0], []),
        ('width', ['19:00 Ｋｕｂｅ入門'], [talk('kube 入門')], [0], []),
        ('a slip', ['19:00 Deploying a thousand times'], [talk('Deploying a thouthand times')], [0], []),
        (
            'alike: said, not joined',
            ['19:00 Scheduling pods by weight'],
            [talk('Scheduling by weights')],
            [None],
            [Code.MATCH],
        ),
        (
            'alike and one speaker: joined',
            ['19:00 hanako, Scheduling pods by weight'],
            [talk('Scheduling by weights', people=HANAKO)],
            [0],
            [],
        ),
        ('the same speaker is not enough', ['19:00 hanako, Cats'], [talk('Networking', people=HANAKO)], [None], []),
        ('nothing alike', ['19:00 Cats'], [talk('Networking in depth')], [None], []),
        ('two slots of one title', ['19:00 Cats', '20:00 Cats'], [talk('Cats')], [0], [Code.TWO_SLOTS]),
        (
            'two slots and two talks of one title',
            ['19:00 Cats', '20:00 Cats'],
            [talk('Cats'), talk('Cats')],
            [0, 1],
            [Code.TWO_SLOTS, Code.TWO_SLOTS],
        ),
        ('one slot, two talks of its title', ['19:00 Cats'], [talk('Cats'), talk('Cats')], [0, None], [Code.MATCH]),
        ('by time', ['19:00 Cats', '20:00 Cats'], [talk('Cats', slot='20:00')], [1], []),
        ('by span', ['19:00-19:10 Cats'], [talk('Dogs', slot='19:00-19:10')], [0], []),
        ('by time past midnight', ['25:00 Cats'], [talk('Dogs', slot='1:00')], [0], []),
        ('by title', ['19:00 Cats', '20:00 Birds'], [talk('Dogs', slot='Birds')], [1], []),
        (
            'two slots at one time, one of its title',
            ['19:00 Cats', '19:00 Dogs'],
            [talk('Dogs', slot='19:00')],
            [1],
            [],
        ),
        (
            'two slots at one time',
            ['19:00 Cats', '19:00 Birds'],
            [talk('Dogs', slot='19:00')],
            [None],
            [Code.TWO_SLOTS],
        ),
        ('a title that is none', ['19:00 Cats'], [talk('Dogs', slot='Birds')], [None], [Code.MATCH]),
        ('a time that no row has', ['19:00 Cats'], [talk('Dogs', slot='21:00')], [None], [Code.MATCH]),
        ('times of its own', ['19:00 Cats'], [talk('Dogs', slot='21:00-21:20')], [None], []),
        ('another number', ['19:00 Cats 1', '19:10 Cats 2'], [talk('Cats 3')], [None], []),
        ('another kanji number', ['19:00 猫の話その二'], [talk('猫の話その四')], [None], []),
        ('titles without letters', ['19:00 !!!'], [talk('???')], [None], []),
    ],
)
def test_matching(
    why: str, rows: list[str], talks: list[TalkDraft], places: list[int | None], codes: list[Code]
) -> None:
    found = match(talks, slots(*rows))
    assert list(found.places) == places
    assert [problem.code for problem in found.problems] == codes


def test_the_comma_of_a_title() -> None:
    found = match([talk('CPU, memory or disk')], slots('19:00 CPU, memory or disk'))
    assert found.places == (0,)
    assert (found.slots[0].title, found.slots[0].people) == ('CPU, memory or disk', ())


def test_thousands_of_equal_titles() -> None:
    begin = time.perf_counter()
    talks = [talk('Cats', slot=given) for given in ('', '19:00', 'Cats') for _ in range(1500)]
    built = put_together(['19:00 Cats'] * 4000, talks)
    assert len({t.id for t in built.talks}) == 4500
    assert max(len(problem.message) for problem in built.problems) < 300
    assert time.perf_counter() - begin < 10  # a second on an idle machine; counting on from one took minutes


# -- times ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ('why', 'rows', 'times', 'codes'),
    [
        ('as written', ['19:00-19:10 A', '19:10-19:20 B'], [(1140, 1150), (1150, 1160)], []),
        ('from the minutes', ['19:00 A (15min)'], [(1140, 1155)], []),
        ('past midnight', ['23:50-0:10 A', '0:10-0:20 B'], [(1430, 1450), (1450, 1460)], []),
        ('reversed', ['19:00-18:50 A'], [(1140, None)], [Code.TIME]),
        ('of no length', ['19:00-19:00 A'], [(1140, None)], [Code.TIME]),
        ('other minutes', ['19:00-19:10 A (15min)'], [(1140, 1150)], [Code.DURATION]),
        ('overlapping', ['19:00-19:20 x, A', '19:10-19:30 y, B'], [(1140, 1160), (1150, 1170)], [Code.OVERLAP]),
        ('doors stay open', ['18:30-19:10 受付', '19:00-19:10 x, A'], [(1110, 1150), (1140, 1150)], []),
    ],
)
def test_times(why: str, rows: list[str], times: list[tuple[int, int | None]], codes: list[Code]) -> None:
    built = put_together(rows)
    assert [(slot.start, slot.end) for slot in built.event.slots] == times
    assert [problem.code for problem in built.problems] == codes
    assert all(problem.line for problem in built.problems)


@pytest.mark.parametrize(
    ('why', 'facts', 'rows', 'times', 'codes'),
    [
        ('stated', {'start': 1140, 'end': 1260}, [], (1140, 1260), []),
        ('from the timetable', {}, ['19:00-19:10 A', '19:10-19:40 B'], (1140, 1180), []),
        ('stated over the timetable', {'start': 1110}, ['19:00-19:10 A'], (1110, 1150), []),
        ('past midnight', {'start': 1320, 'end': 120}, [], (1320, 1560), []),
        ('reversed', {'start': 1140, 'end': 1080}, [], (1140, None), [Code.TIME]),
        ('after its own timetable', {'start': 1200}, ['19:00-19:10 A'], (1200, None), [Code.TIME]),
        ('unknown', {}, [], (None, None), []),
    ],
)
def test_times_of_an_event(
    why: str, facts: dict[str, int], rows: list[str], times: tuple[int | None, int | None], codes: list[Code]
) -> None:
    built = put_together(rows, **facts)
    assert (built.event.start, built.event.end) == times
    assert [problem.code for problem in built.problems] == codes


@pytest.mark.parametrize(
    ('slot', 'times'),
    [
        ('21:00', (1260, None)),
        ('21:00-21:30', (1260, 1290)),
        ('23:50-0:20', (1430, 1460)),
        ('21:00-20:00', (1260, None)),
    ],
)
def test_a_talk_with_times_of_its_own(slot: str, times: tuple[int, int | None]) -> None:
    (told,) = put_together(['19:00 A'], [talk('B', slot=slot)]).talks
    assert (told.start, told.end) == times


def test_a_talk_and_its_slot_complete_each_other() -> None:
    rows = ['19:00-19:10 hanako, Cats', '19:10-19:20 Dogs', '19:20 休憩', '19:30 Closing', '19:40 taro, Fish']
    built = put_together(rows, [talk('Cats'), talk('Dogs', people=HANAKO)])
    cats, dogs = built.talks
    assert (cats.people, cats.start, cats.end) == ((Person('hanako'),), 1140, 1150)
    assert built.event.slots[1].people == HANAKO
    assert built.rows[1].people == ()
    assert [slot.talk for slot in built.event.slots] == [cats.id, dogs.id, '', '', '']
    assert [slot.kind for slot in built.event.slots] == ['talk', 'talk', 'break', 'other', 'talk']


# -- ids -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ('text', 'name'),
    [
        ('GPU, Deep Learning', 'gpu-deep-learning'),
        ('Café’s Ｑueue', 'cafes-queue'),
        ('C++ & C#', 'c-c'),
        ('v1.2', 'v1-2'),
        ('  spaces  ', 'spaces'),
    ],
)
def test_names_for_addresses(text: str, name: str) -> None:
    assert slug(text) == name


@pytest.mark.parametrize('text', ['設計の話', '入門Rust', 'Rust入門', '', '!!!', 'x ' * 100, '한국어', 'Ωmega'])
def test_a_text_that_loses_letters_takes_a_digest(text: str) -> None:
    assert re.fullmatch(r'(?:[a-z0-9]+-)*[0-9a-f]{6}', slug(text))
    assert len(slug(text)) <= 60


def test_names_are_the_same_in_every_spelling() -> None:
    assert slug('ﾃｽﾄ') == slug('テスト')
    assert slug('Rust入門') != slug('Rust入 門 2')


def test_ids_are_ascii_and_never_counted_by_docutils() -> None:
    for title in ['id3', '設計', '3', '', 'talk', '!!!', 'ID 7']:
        (name,) = talk_ids([(title, (), '')])
        assert name.isascii()
        assert name.startswith('talk-')
        assert not is_automatic(name)
        assert not is_automatic(section_id(title))


def test_explicit_ids() -> None:
    assert all(map(is_explicit, ['a', 'talk-1.2', 'id3-x']))
    assert not any(map(is_explicit, ['id3', 'A', '設計', 'a b', '-a', 'a-', '', 'a\n']))


def test_an_id_outlives_a_talk_before_it() -> None:
    before = talk_ids([('Cats', (), ''), ('設計', (), '')])
    after = talk_ids([('Birds', (), ''), ('Cats', (), ''), ('設計', (), '')])
    assert after[1:] == before


def test_talks_of_one_title_are_told_apart() -> None:
    taro = (Person('', 'taro'),)
    assert talk_ids([('Cats', HANAKO, ''), ('Cats', taro, '')]) == ['talk-cats-hanako', 'talk-cats-taro']
    assert talk_ids([('Cats', (), '')] * 3) == ['talk-cats', 'talk-cats-2', 'talk-cats-3']
    assert talk_ids([('Cats', (), ''), ('Dogs', (), 'cats')]) == ['talk-cats-2', 'talk-cats']
    assert talk_ids([('Cats', (), 'talk-mine')]) == ['talk-mine']


def test_explicit_ids_are_checked() -> None:
    built = put_together((), [talk('A', id='mine'), talk('B', id='mine'), talk('C', id='Not one')])
    assert [told.id for told in built.talks] == ['talk-mine', 'talk-b', 'talk-c']
    assert [problem.code for problem in built.problems] == [Code.DUPLICATE, Code.ID]


def test_ids_of_events_and_speakers() -> None:
    assert event_id('Example #9', date(2018, 1, 12)) == 'example-9'
    assert event_id('Example Day', date(2018, 1, 12)) == 'example-day-2018-01-12'
    assert event_id('Example Day', None) == 'example-day'
    assert speaker_id(Person('Jane Roe', 'jane')) == 'jane'
    assert speaker_id(Person('Jane Roe')) == 'jane-roe'


# -- records -------------------------------------------------------------------------------------------------


def test_records_are_small_and_plain() -> None:
    understood = understand((FIXTURES / 'report.md').read_bytes(), 'Asia/Tokyo')
    record = DocumentRecord((understood.assembled.event,), understood.assembled.talks)
    data = pickle.dumps(record, protocol=5)
    assert len(data) < 2000
    assert pickle.loads(data) == record
    named = [
        str(value) for opcode, value, _ in pickletools.genops(data) if opcode.name in {'SHORT_BINUNICODE', 'GLOBAL'}
    ]
    modules = {value.partition('.')[0] for value in named if value.startswith(('sphinx', 'docutils'))}
    assert modules == {'sphinx_meetup'}
