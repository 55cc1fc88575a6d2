"""One person, many spellings: what joins, what stays apart, and what their page is called."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings, strategies as st
from sphinx_meetup.catalogue.people import People
from sphinx_meetup.catalogue.shapes import Affiliation, Meetup, Session, Telling
from sphinx_meetup.model.archive import Place
from sphinx_meetup.model.ids import slug
from sphinx_meetup.model.records import Event, Link, Person, Slot, Speaker, Talk
from sphinx_meetup.reading.text import folded

if TYPE_CHECKING:
    from collections.abc import Sequence


def person(text: str) -> Person:
    """``Name @handle | affiliation https://…``, any of it left out."""
    links = tuple(word for word in text.split() if '//' in word)
    rest, _, affiliation = ' '.join(word for word in text.split() if '//' not in word).partition(' | ')
    handle = next((word for word in rest.split() if word.startswith('@')), '')
    name = ' '.join(word for word in rest.split() if word != handle)
    return Person(name, handle.removeprefix('@'), affiliation, links)


def meetup(number: int, *people: str, day: dt.date | None = None, series: str = 'Kettle Club') -> Meetup:
    docname = f'reports/{number:03}'
    talks = [
        Talk(id=f'talk-{at}', title=f'Talk {at}', event=f'e{number}', people=(person(text),), line=10 + at)
        for at, text in enumerate(people)
    ]
    event = Event(id=f'e{number}', title=f'{series} #{number}', series=series, date=day, line=1)
    sessions = tuple(
        Session(
            event=event.id,
            docname=docname,
            anchor=talk.id,
            talk=talk,
            tellings=(Telling(docname=docname, author='', talk=talk),),
        )
        for talk in talks
    )
    return Meetup(id=event.id, event=event, docname=docname, anchor='', reports=((docname, event),), sessions=sessions)


def page(
    name: str = '', handle: str = '', *also: str, own: str = '', kana: str = '', links: Sequence[str] = ()
) -> Speaker:
    return Speaker(
        id=own or slug(handle or name),
        name=name or f'@{handle}',
        handle=handle,
        also=also,
        kana=kana,
        links=tuple(map(Link, links)),
        line=3,
    )


def archive(*texts: str, pages: Sequence[Speaker] = (), nobody: Sequence[str] = ()) -> People:
    """Each text in an event of its own, a month apart."""
    days = (dt.date(2030 + at // 12, at % 12 + 1, 1) for at in range(len(texts)))
    meetups = [meetup(at, text, day=day) for at, (text, day) in enumerate(zip(texts, days, strict=True))]
    listed = [(f'speakers/{at}', one) for at, one in enumerate(pages)]
    return People(meetups, listed, frozenset(map(folded, nobody)))


def sets(people: People, *texts: str) -> list[list[int]]:
    """Which of the texts are one person."""
    found: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        identity = people.of(person(text))
        assert identity is not None
        found.setdefault(identity.id, []).append(at)
    return sorted(found.values())


@pytest.mark.parametrize(
    'texts',
    [
        ['Hana Example @hana', '例花子 @hana'],
        ['Hana Example @hana', '@HANA'],
        ['Hana Example @Hana', 'Bo Other @hana'],
        ['Hana Example https://twitter.com/hana', '例花子 https://x.com/Hana?lang=en'],
        ['Hana Example https://www.github.com/hana/', '例花子 http://github.com/hana#top'],
        ['Hana Example https://mobile.twitter.com/hana', '@hana'],
        ['Hana Example https://github.com/hana', '例花子 https://twitter.com/hana'],
        ['Hana Example https://hana.example/', '例花子 http://www.hana.example'],
        ['Hana Example @hana', 'Hana Example'],
        ['Hana Example', 'HANA  EXAMPLE'],
        ['Hana-Example', 'Hana Example'],
        ['例 花子', '例花子'],
        ['例　花子', '例花子 @hana'],
        ['ハナ・エグザンプル', 'ハナエグザンプル'],
        ['Ｈａｎａ Example', 'Hana Example'],
        ['hanako', '@hanako'],
        ['hana_k', '@Hana_K'],
        ['Hanako', '@Hanako'],
        ['hana-ko', '@hana-ko'],
        ['Hana Example @hana', '例花子 @hana', '例花子', 'Hana Example'],
        ['Hana Example @hana https://github.com/hana-k', '例花子 https://github.com/hana-k', '@hana-k', '例花子'],
        ['Hana Example', 'Hana Example https://hana.example', '例花子 https://hana.example', '例花子 @hana'],
    ],
)
def test_these_are_one_person(texts: list[str]) -> None:
    people = archive(*texts)
    assert sets(people, *texts) == [list(range(len(texts)))]
    assert len(people.all) == 1


@pytest.mark.parametrize(
    'texts',
    [
        ['Hana Example', 'Hana Exampel'],
        ['Hana Example', 'hanaexample'],
        ['Hana Example', '@HanaKExample'],
        ['Hana Example', 'Example Hana'],
        ['渡辺 花', '渡邊 花'],
        ['ken', '@ken'],
        ['Kenta', '@kenta'],
        ['Hana Example @hana', 'Hana Example @hana_k', 'Hana Example'],
        ['Hana Example @hana', 'Hana Example https://github.com/hana-k', 'Hana Example'],
        ['Hana Example https://kettles.example', 'Bo Other https://kettles.example/'],
        ['Hana Example https://kettles.example/Hana', 'ハナ https://kettles.example/hana'],
        ['Hana https://twitter.com/hashtag/kettles', 'Bo https://twitter.com/hashtag/kettles'],
        ['hanako @hk', '@hanako', 'hanako'],
        ['例', '例花子'],
    ],
)
def test_these_are_not(texts: list[str]) -> None:
    people = archive(*texts)
    assert sets(people, *texts) == [[at] for at in range(len(texts))]


def test_two_handles_with_one_site_in_one_report_are_two_people() -> None:
    texts = ['Hana @hana https://kettles.example', 'Bo @bo https://kettles.example']
    assert len(People([meetup(1, *texts)], [], frozenset()).all) == 2
    assert len(archive(*texts).all) == 1


@pytest.mark.parametrize(
    'speaker',
    [
        page('Hana Example', 'hana', '例花子', '@hana_k', 'hk', 'https://hana.example'),
        page('Hana Example', '', 'hana', '例 花子', 'hana_k', 'hk', 'https://www.hana.example/'),
        page('例 花子', '', 'Hana-Example', 'hana_k', 'hk', links=['https://github.com/hana', 'https://hana.example']),
    ],
)
def test_a_page_joins_all_that_it_names(speaker: Speaker) -> None:
    texts = ['Hana Example', '@hana', '例花子', '@Hana_K', 'hk', '@hk', 'H https://hana.example']
    people = archive(*texts, pages=[speaker])
    (identity,) = people.all
    assert (identity.id, identity.name) == (speaker.id, speaker.name)
    assert identity.place == Place('speakers/0', f'speaker-{speaker.id}', speaker.name)
    assert sets(people, *texts) == [list(range(len(texts)))]


def test_a_page_has_a_name_that_stands_alone_and_leaves_other_handles_apart() -> None:
    texts = ['Hana Example', 'Hana Example @hana', 'Hana Example @other']
    assert sets(archive(*texts, pages=[page('Hana Example', 'hana')]), *texts) == [[0, 1], [2]]


def test_two_pages_stay_two_people() -> None:
    pages = [page('Hana Example', 'hana'), page('Hana Example', 'other')]
    texts = ['Hana Example', '@hana', '@other', 'Hana @hana https://github.com/other']
    people = archive(*texts, pages=pages)
    assert sets(people, *texts) == [[0], [1, 3], [2]]
    assert people.find('Hana Example') is None


@pytest.mark.parametrize(
    ('first', 'second', 'message'),
    [
        (page('Ana', 'same', own='a'), page('Bo', 'Same', own='b'), 'the handle "@same" is also claimed by'),
        (page('Ana', 'same', own='a'), page('Bo', '', '@same', own='b'), 'the handle "@same" is also claimed by'),
        (page('Ana', 'a'), page('Bo', 'b', links=['https://github.com/a']), 'the handle "@a" is also claimed by'),
        (page('Ana', 'a'), page('ANA', 'b'), 'the name "ANA" is also claimed by'),
        (page('Ana', own='a'), page('Bo', own='a'), 'the id "a" is that of the speaker in'),
    ],
)
def test_what_two_pages_claim_is_said_at_the_later(first: Speaker, second: Speaker, message: str) -> None:
    (conflict,) = archive(pages=[first, second]).conflicts
    assert (conflict.docname, conflict.line) == ('speakers/1', 3)
    assert conflict.message.startswith(f'{message} ' if message.endswith('in') else message)
    assert 'speakers/0:3' in conflict.message


def test_pages_that_agree_are_no_conflict() -> None:
    pages = [page('Ana', 'a', 'ana', '@a', links=['https://github.com/a', 'https://x.com/a']), page('Bo', 'b')]
    assert archive(pages=pages).conflicts == ()


@pytest.mark.parametrize(
    ('texts', 'own', 'name', 'old'),
    [
        (['Hana Example'], 'hana-example', 'Hana Example', ()),
        (['@hana'], 'hana', '@hana', ()),
        (['Hana Example', 'Hana Example @hana'], 'hana', 'Hana Example', ('hana-example',)),
        (['@second @', 'Hana @first https://github.com/second'], 'second', 'Hana', ('first', 'hana')),
        (['hanako', '@hanako'], 'hanako', 'hanako', ()),
        (['hanako @hanako', 'Hana Example @hanako'], 'hanako', 'Hana Example', ('hana-example',)),
        (['はなこ @h', '例花子 @h', 'はなこ @h'], 'h', '例花子', (slug('はなこ'), slug('例花子'))),
        (['Hana E. @h', 'Hana Example @h', 'Hana Example @h'], 'h', 'Hana Example', ('hana-e', 'hana-example')),
        (['Hana E. @h', 'Hana Example @h'], 'h', 'Hana E.', ('hana-e', 'hana-example')),
        (['@index'], f'index-{"*"}', '@index', ()),
    ],
)
def test_what_a_person_is_called(texts: list[str], own: str, name: str, old: tuple[str, ...]) -> None:
    (identity,) = archive(*texts).all
    assert identity.id == own or (own.endswith('*') and identity.id.startswith(own[:-1]))
    assert (identity.name, identity.old_ids) == (name, tuple(sorted(old)))


def test_a_page_gives_id_name_and_reading() -> None:
    (identity,) = archive('例花子 @hana', pages=[page('例 花子', '', 'hana', own='flower', kana='れい はなこ')]).all
    assert (identity.id, identity.name, identity.kana) == ('flower', '例 花子', 'れい はなこ')
    assert (identity.handles, identity.names) == (('hana',), ())
    assert identity.old_ids == tuple(sorted({'hana', slug('例花子'), slug('例 花子')}))


def test_ids_are_never_shared_and_an_old_id_never_hides_a_person() -> None:
    people = archive('@so1', '@so1_', 'Hana Example @hana', 'Hana Example @other', 'Hana Example')
    ids = people.names()
    assert len(set(ids)) == len(ids) == 5
    assert {'so1', 'hana', 'other', 'hana-example'} <= set(ids)
    assert all(not identity.old_ids for identity in people.all)


def test_an_old_id_that_two_may_have_had_is_nobodys() -> None:
    people = archive('Hana Example @hana', 'Hana Example @other')
    assert [identity.old_ids for identity in people.all] == [(), ()]
    assert people.find('hana-example') is None


@pytest.mark.parametrize(
    'name',
    ['hana', 'Hana', '@hana', '@HANA', 'Hana Example', 'hana-example', 'hana  example', '例 花子', 'hana_k', '@hana_k'],
)
def test_finding_by_any_spelling(name: str) -> None:
    people = archive('Hana Example @hana', '例花子 @hana', '@hana_k https://github.com/hana', 'Bo Other')
    found = people.find(name)
    assert found is not None
    assert found.id == 'hana'


@pytest.mark.parametrize('name', ['', '@', 'Nobody', '@Bo Other', '@kettle', 'ket'])
def test_finding_nobody(name: str) -> None:
    assert archive('Bo Other', 'Kettle').find(name) is None


@pytest.mark.parametrize(
    'text', ['Staff', '@staff', 'STAFF @someone', '', '@', '・', 'Staff & Example Inc.', 'Example Inc. / staff']
)
def test_nobody(text: str) -> None:
    people = archive(text, 'Hana Example', nobody=['staff'])
    assert people.of(person(text)) is None
    assert people.names() == ('hana-example',)


def test_a_mention_outside_of_events_is_known_by_its_keys() -> None:
    people = archive('Hana Example @hana', 'kettle_fan @kettle_fan')
    for text in ('例花子 @hana', 'HANA EXAMPLE', 'H https://github.com/hana', 'H https://zenn.dev/hana'):
        found = people.of(person(text))
        assert found is not None
        assert found.id == 'hana', text
    assert people.of(person('Zoe')) is None


def test_timetables_count_as_reports_do() -> None:
    slot = Slot(start=600, end=None, title='A', people=(person('Hana @hana'),))
    event = Event(id='e', title='E', slots=(slot,))
    one = Meetup(id='e', event=event, docname='r', anchor='', reports=(('r', event),), sessions=())
    assert [identity.id for identity in People([one], [], frozenset()).all] == ['hana']


def test_affiliations_are_told_as_they_were() -> None:
    texts = ['Ana @ana | Kettles', 'Ana @ana | kettles', 'Ana @ana', 'Ana @ana | Lids', 'Ana @ana | Kettles']
    (identity,) = archive(*texts).all
    days = [dt.date(2030, 1, 1), dt.date(2030, 4, 1), dt.date(2030, 5, 1)]
    told = zip(days, ['Kettles', 'Lids', 'Kettles'], strict=True)
    assert identity.affiliations == tuple(Affiliation(day=day, text=text) for day, text in told)


def test_links_and_handles_each_once() -> None:
    texts = ['Ana @ana https://twitter.com/ana?lang=en', 'Ana @Ana https://x.com/ana https://github.com/ana-k']
    (identity,) = archive(*texts, '@Ana').all
    assert identity.handles == ('Ana', 'ana-k')
    assert [link.url for link in identity.links] == ['https://x.com/ana', 'https://github.com/ana-k']


@pytest.mark.parametrize(
    ('texts', 'kana'), [(['はなこ @h', '例花子 @h'], 'はなこ'), (['ハナ'], 'ハナ'), (['例花子'], ''), (['Hana'], '')]
)
def test_the_reading_is_known_where_a_spelling_is_kana(texts: list[str], kana: str) -> None:
    (identity,) = archive(*texts).all
    assert identity.kana == kana


NAMES = st.sampled_from(['', 'Ana', 'ana', 'Ana Bo', 'ANA-BO', '例 花', '例花', 'anab', 'Anab', 'Bo Cy'])
HANDLES = st.sampled_from(['', '', 'ana', 'Ana', 'anab', 'bo', 'bo_'])
LINKS = st.sampled_from(
    ['', '', 'https://x.com/ana', 'https://github.com/bo', 'https://ana.example', 'https://cy.example/']
)
MENTIONS = st.builds(
    lambda name, handle, link: ' '.join(filter(None, (name, handle and f'@{handle}', link))), NAMES, HANDLES, LINKS
)
PAGES = st.builds(
    lambda name, handle, also: page(name or 'Zoe', handle, *filter(None, also)),
    NAMES,
    HANDLES,
    st.lists(st.one_of(NAMES, LINKS), max_size=2),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(MENTIONS, max_size=3), max_size=6), st.lists(PAGES, max_size=3), st.randoms())
def test_the_order_of_the_input_does_not_matter(events: list[list[str]], pages: list[Speaker], chance: object) -> None:
    meetups = [
        meetup(at, *people, day=dt.date(2030, 1, 1 + at % 3) if at % 4 else None) for at, people in enumerate(events)
    ]
    listed = [(f'speakers/{at}', one) for at, one in enumerate(pages)]
    here = People(meetups, listed, frozenset())
    chance.shuffle(meetups)  # type: ignore[attr-defined]
    chance.shuffle(listed)  # type: ignore[attr-defined]
    there = People(meetups, listed, frozenset())
    assert here.all == there.all
    assert (here.suggestions, here.conflicts) == (there.suggestions, there.conflicts)
    assert len(set(here.names())) == len(here.all)
    assert not {old for one in here.all for old in one.old_ids} & set(here.names())
    for text in (text for people in events for text in people):
        assert here.of(person(text)) == there.of(person(text))
        assert here.of(person(text)) is not None or not (person(text).name or person(text).handle)
