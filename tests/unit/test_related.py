"""Related talks: what makes two talks related, in which order, and what keeps them stable."""

from __future__ import annotations

import datetime as dt

import pytest
from sphinx_meetup.catalogue.related import Related, Relation
from sphinx_meetup.catalogue.shapes import Meetup, Session, Telling
from sphinx_meetup.catalogue.topics import Topics
from sphinx_meetup.catalogue.topicwords import TopicWords
from sphinx_meetup.model.records import Event, Person, Talk
from support import work

Given = tuple[str, str, tuple[str, ...]]
"""A talk: its title, its speaker, the words of its notes."""


def meetup(
    name: str, *talks: Given, title: str = 'Example', day: int = 1, topics: tuple[str, ...] = ()
) -> tuple[Meetup, dict[tuple[str, str], tuple[str, ...]]]:
    event = Event(id=name, title=title, date=dt.date(2030, 1, 1) + dt.timedelta(day))
    sessions, words = [], {}
    for place, (headline, speaker, notes) in enumerate(talks):
        talk = Talk(id=f'talk-{place}', title=headline, event=name, people=(Person(speaker),), topics=topics)
        telling = Telling(docname=name, author='', talk=talk)
        sessions.append(Session(event=name, docname=name, anchor=talk.id, talk=talk, tellings=(telling,)))
        words[name, talk.id] = notes
    return (
        Meetup(id=name, event=event, docname=name, anchor='', reports=((name, event),), sessions=tuple(sessions)),
        words,
    )


def same_speaker(first: Session, second: Session) -> bool:
    return first.talk.people == second.talk.people


def related(*given: tuple[Meetup, dict[tuple[str, str], tuple[str, ...]]]) -> dict[str, tuple[Relation, ...]]:
    """What is related to every talk, by ``event/place``."""
    meetups = [meetup for meetup, _ in given]
    words = {key: found for _, terms in given for key, found in terms.items()}
    index = Related(meetups, Topics(meetups, TopicWords(), frozenset()), words, same_speaker)
    return {
        f'{session.event}/{session.talk.id[5:]}': index.of(session) for meetup in meetups for session in meetup.sessions
    }


def one(title: str, *words: str, speaker: str = '例 花子') -> Given:
    return (title, speaker, words)


@pytest.mark.parametrize(
    ('first', 'second', 'words'),
    [
        (one('Samovarの話', 'teapot'), one('話', 'samovar', 'teapot', speaker='B'), ('samovar', 'teapot')),
        (one('Samovarの話'), one('話', 'samovar', speaker='B'), None),  # one word is no relation
        (one('話', 'samovar', 'teapot'), one('話', 'samovar', 'teapot', speaker='B'), None),  # in no title
        (
            one('話', 'samovar', 'teapot', 'ladle'),
            one('話', 'samovar', 'teapot', 'ladle', speaker='B'),
            ('samovar', 'teapot', 'ladle'),
        ),
        (one('保存の話', '調整', '通信'), one('保存', '調整', '通信', speaker='B'), None),  # common words
        (one('Samovarの話', 'teapot'), one('話', 'samovar', 'teapot'), None),  # by the same speaker
    ],
)
def test_words_that_relate(first: Given, second: Given, words: tuple[str, ...] | None) -> None:
    found = related(meetup('one', first), meetup('two', second))
    expected = () if words is None else (Relation(session=('two', 'talk-0'), words=words),)
    assert found['one/0'] == expected
    assert bool(found['two/0']) == bool(expected)


def test_topics_relate_and_their_words_do_not_count_again() -> None:
    found = related(
        meetup('one', one('Samovarの話', 'samovar'), topics=('Samovar',)),
        meetup('two', one('話', 'samovar', speaker='B'), topics=('Samovar',)),
    )
    assert found['one/0'] == (Relation(session=('two', 'talk-0'), topics=('samovar',)),)


def test_what_an_event_is_called_relates_nothing() -> None:
    given = (one('Samovarの話', 'teapot'), one('話', 'samovar', 'teapot', speaker='B'))
    assert related(meetup('one', given[0], title='Samovar 会'), meetup('two', given[1]))['one/0'] == ()


def test_names_of_people_relate_nothing() -> None:
    found = related(
        meetup('one', one('Samovarの話', 'teapot')),
        meetup('two', one('話', 'samovar', 'teapot', speaker='B')),
        meetup('three', one('別', speaker='The Samovar')),
    )
    assert found['one/0'] == ()


def test_one_talk_an_event_none_of_its_own_and_four_in_all() -> None:
    notes = ('samovar', 'teapot', 'ladle')
    first = meetup('one', one('Samovarの話', *notes), one('Samovarの続き', *notes, speaker='B'))
    others = [
        meetup(f'other{place}', one('x', *notes, speaker=f'C{place}'), one('y', speaker='D'), day=place)
        for place in range(3)
    ]
    found = related(first, *others)['one/0']
    assert [relation.session[0] for relation in found] == ['other2', 'other1', 'other0']  # the newer first
    notes = tuple(f'kettle{place}' for place in range(8))
    many = [meetup(f'other{place}', one('x', *notes, speaker=f'C{place}'), day=place) for place in range(7)]
    assert len(related(meetup('one', one('x', *notes)), *many)['one/0']) == 4


def test_a_word_that_many_talks_use_relates_nothing() -> None:
    many = [meetup(f'other{place}', one('Samovarの話', 'teapot', speaker=f'C{place}')) for place in range(11)]
    assert set(related(*many).values()) == {()}


def test_the_rarer_word_comes_first() -> None:
    first = meetup('one', one('Samovarの話', 'teapot', 'ladle'))
    second = meetup('two', one('話', 'samovar', 'teapot', 'ladle', speaker='B'))
    third = meetup('three', one('別', 'samovar', 'teapot', speaker='C'))
    (relation, _) = related(first, second, third)['one/0']
    assert (relation.session, relation.words) == (('two', 'talk-0'), ('ladle', 'samovar', 'teapot'))


def test_an_edit_elsewhere_changes_nothing() -> None:
    pair = (meetup('one', one('Samovarの話', 'teapot')), meetup('two', one('話', 'samovar', 'teapot', speaker='B')))
    before = related(*pair, meetup('three', one('Ladleの話', speaker='C')))
    after = related(*pair, meetup('three', one('Spoonの話', 'kettle', speaker='C')))
    assert before['one/0'] == after['one/0'] != ()


def test_a_talk_that_only_a_timetable_names_has_none() -> None:
    talk = Talk(id='', title='Samovarの話', event='one')
    session = Session(event='one', docname='one', anchor='', talk=talk)
    event = Event(id='one', title='Example')
    only = Meetup(id='one', event=event, docname='one', anchor='', reports=(('one', event),), sessions=(session,))
    index = Related([only], Topics([only], TopicWords(), frozenset()), {}, same_speaker)
    assert index.of(session) == ()


def test_a_relation_leads_to_a_talk_and_its_meetup() -> None:
    given = (meetup('one', one('Samovarの話', 'teapot')), meetup('two', one('話', 'samovar', 'teapot', speaker='B')))
    meetups = [found for found, _ in given]
    words = {key: found for _, terms in given for key, found in terms.items()}
    index = Related(meetups, Topics(meetups, TopicWords(), frozenset()), words, same_speaker)
    (relation,) = index.of(meetups[0].sessions[0])
    assert index.pair(relation) == (meetups[1], meetups[1].sessions[0])


def cost(count: int) -> int:
    given = []
    for place in range(count):
        notes = (f'word{(place * step) % count}' for step in range(40))
        given.append(meetup(f'e{place}', one(f'Title{place % (count // 4)}x の話', *notes, speaker=f'S{place}')))
    return work(lambda: related(*given))


def test_the_cost_grows_with_the_archive() -> None:
    """Eight times as many talks may cost some eight times as much; a pairing of all with all costs 64 times."""
    assert cost(1600) < 20 * cost(200)
