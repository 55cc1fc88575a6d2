"""Topics out of tags and titles: what is one, how it is named, where a title holds it, what stands beside it."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from sphinx_meetup.catalogue.shapes import Meetup, Session, Telling
from sphinx_meetup.catalogue.topicmatch import Matcher, fold, is_searchable
from sphinx_meetup.catalogue.topics import Topics, non_topics
from sphinx_meetup.catalogue.topicwords import TopicWords, read_topic_words
from sphinx_meetup.model.records import Event, Talk
from sphinx_meetup.reading.words import extended

NOTHING = TopicWords()


def meetup(name: str, *tags: str, talks: tuple[str | tuple[str, ...], ...] = (), year: int = 2030) -> Meetup:
    """A meetup whose talks are titles, or titles and topics of their own."""
    docname = f'reports/{name.lower().replace(" ", "-")}'
    event = Event(id=docname, title=name, date=dt.date(year, 1, 2), topics=tags, series=name.rstrip('0123456789 '))
    sessions = []
    for place, given in enumerate(talks):
        title, *topics = (given,) if isinstance(given, str) else given
        talk = Talk(id=f'talk-{place}', title=title, event=docname, topics=tuple(topics))
        telling = Telling(docname=docname, author='', talk=talk)
        sessions.append(Session(event=docname, docname=docname, anchor=talk.id, talk=talk, tellings=(telling,)))
    return Meetup(
        id=docname, event=event, docname=docname, anchor='', reports=((docname, event),), sessions=tuple(sessions)
    )


def topics(*meetups: Meetup, file: str = '') -> Topics:
    words, problems = read_topic_words(file)
    assert problems == ()
    return Topics(meetups, words, non_topics())


@pytest.mark.parametrize(
    ('first', 'second', 'same'),
    [
        ('Cloud Native', 'cloud-native', True),
        ('Cloud Native', 'CloudNative', True),
        ('Ｇｏ', 'go', True),
        ('Node.js', 'NodeJS', True),
        ('CI/CD', 'ci cd', True),
        ('#kettles', 'Kettles', True),
        ('マシン・ラーニング', 'マシンラーニング', True),
        ('Go', 'golang', False),
        ('C', 'C++', False),
        ('C', 'C#', False),
        ('.NET', 'net', False),
    ],
)
def test_when_two_spellings_are_one(first: str, second: str, same: bool) -> None:  # noqa: FBT001 - a column
    assert (fold(first) == fold(second)) is same


@pytest.mark.parametrize(
    ('spelling', 'title', 'found'),
    [
        ('Java', 'Java入門', True),
        ('Java', '入門java', True),
        ('Java', 'JavaScript', False),
        ('Java', 'Java8', True),
        ('Java', 'java8x', False),
        ('Node.js', 'NodeJS and node.js', True),
        ('Cloud Native', 'Going cloud-native', True),
        ('Cloud Native', 'Cloud: native things', False),
        ('Cloud Native', 'Cloud - Native', False),
        ('.NET', 'A .NET day', True),
        ('.NET', 'net profit', False),
        ('C++', 'C++', True),
        ('Kettle', 'Kettle#1', False),
        ('go', 'go go', False),
        ('2018', 'Looking back at 2018', False),
        ('機械学習', '機械学習概論', True),
        ('京都', '東京都の話', False),
        ('京都', '京都の話', True),
        ('架构', '云上的架构和运维', True),
        ('サービス', 'マイクロサービス', False),
        ('サービス', 'サービスを育てる', True),
        ('C言語', '今からC言語', True),
        ('자바', '자바스크립트', False),
        ('자바', '오늘의 자바에서', True),
        ('鍋', '鍋', False),
    ],
)
def test_where_a_title_holds_a_spelling(spelling: str, title: str, found: bool) -> None:  # noqa: FBT001 - a column
    folded = fold(spelling)
    matcher = Matcher({folded: 'it'} if is_searchable(folded) else {}, {})
    assert (matcher.find(title) == ('it',)) is found


@pytest.mark.parametrize(
    ('word', 'title', 'found'),
    [
        ('Go', 'Goで作る', True),
        ('Go', 'go home', False),
        ('C', 'C++', False),
        ('C', 'C#', False),
        ('C', 'C の話', True),
    ],
)
def test_words_count_as_written(word: str, title: str, found: bool) -> None:  # noqa: FBT001 - a column
    assert (Matcher({}, {word: 'it'}).find(title) == ('it',)) is found


def test_the_longest_spelling_at_a_place_is_meant() -> None:
    matcher = Matcher({'react': 'react', 'reactnative': 'native', 'native': 'other'}, {})
    assert matcher.find('React Native, then React') == ('native', 'react')


def test_a_topic_and_its_spellings() -> None:
    found = topics(
        meetup('Example 1', 'kettles', year=2030), meetup('Example 2', 'Kettles'), meetup('Example 3', 'Kettles')
    )
    (topic,) = found.all
    assert (topic.id, topic.name, topic.also) == ('kettles', 'Kettles', ('kettles',))
    assert found.find('KETTLES') is found.find('kettles') is topic
    assert found.find('pots') is None
    assert found.names() == ('Kettles',)


def test_equal_use_shows_the_older_spelling() -> None:
    older, newer = meetup('Example 1', 'kettles', year=2029), meetup('Example 2', 'Kettles', year=2030)
    assert topics(newer, older).all[0].name == topics(older, newer).all[0].name == 'kettles'


def test_ids_stay_apart() -> None:
    found = topics(meetup('Example 1', 'C', 'C++', 'C#', 'index', 'Cloud Native', 'Pot-s', '鍋'))
    ids = {topic.name: topic.id for topic in found.all}
    assert (ids['C'], ids['C++'], ids['C#'], ids['Cloud Native']) == ('c', 'c-plus-plus', 'c-sharp', 'cloud-native')
    assert ids['index'].startswith('index-')
    assert len(set(ids.values())) == 7


def test_what_is_no_topic_and_why() -> None:
    found = topics(
        meetup('Kettle Club 3', '勉強会', 'Report', '2018', 'kettle-club', 'lids', 'club2030', 'pots'),
        file='Lids: false',
    )
    assert [topic.id for topic in found.all] == ['pots']
    assert found.left_out == (
        ('2018', 'word'), ('Report', 'word'), ('club2030', 'name'), ('kettle-club', 'name'), ('lids', 'file'),
        ('勉強会', 'word'),
    )  # fmt: skip


def test_a_name_is_no_topic_of_its_own_event_alone() -> None:
    found = topics(own := meetup('Kettles 1', 'kettles'), other := meetup('Example 1', 'kettles'))
    assert (found.of_meetup(own), found.of_meetup(other)) == ((), ('kettles',))


@pytest.mark.parametrize(('count', 'file', 'kept'), [(7, '', True), (8, '', False), (8, 'Pots:', True)])
def test_what_is_on_every_event_is_no_topic(count: int, file: str, kept: bool) -> None:  # noqa: FBT001 - a column
    found = topics(*(meetup(f'Example {place}', 'pots', f'lid{place}') for place in range(count)), file=file)
    assert (found.find('pots') is not None) is kept
    assert found.left_out == (() if kept else (('pots', 'everywhere'),))


def test_a_site_adds_tags_that_are_no_topics() -> None:
    assert 'kettlenews' not in non_topics()
    with extended({'non_topics': ['Kettle News']}):
        assert 'kettlenews' in non_topics()


def test_the_topics_of_talks() -> None:
    event = meetup(
        'Example 1', 'Kettles', 'Go', talks=('Kettles at home', ('Lids', 'steam', 'Kettles'), 'We go on'), year=2030
    )
    found = topics(event)
    assert [found.of_session(session) for session in event.sessions] == [('kettles',), ('steam', 'kettles'), ()]
    assert found.of_meetup(event) == ('kettles', 'go')


def test_the_file_joins_spellings_and_adds_words_of_titles() -> None:
    file = 'Go: {also: [golang], words: [Golang, Go言語]}\nKettles: [やかん]\nUnused:\n'
    event = meetup('Example 1', 'golang', talks=('Golang と やかん', 'golang', '初めてのGo言語'))
    found = topics(event, meetup('Example 2', 'go'), file=file)
    assert [(topic.id, topic.name, topic.also) for topic in found.all] == [
        ('go', 'Go', ('go', 'golang')), ('kettles', 'Kettles', ()),
    ]  # fmt: skip
    assert [found.of_session(session) for session in event.sessions] == [('go', 'kettles'), (), ('go',)]
    assert found.find('golang') is found.find('GO')


def test_parents_of_topics_that_occur() -> None:
    file = 'Lids: {parent: Pots}\nPots: {id: all-pots, parent: Kitchen}\nSpoons: {parent: Kitchen}\n'
    found = topics(meetup('Example 1', 'lids'), file=file)
    assert [(topic.id, topic.parents, topic.children) for topic in found.all] == [
        ('all-pots', ('kitchen',), ('lids',)), ('kitchen', (), ('all-pots',)), ('lids', ('all-pots',), ()),
    ]  # fmt: skip


def test_related_topics_are_those_most_often_together() -> None:
    meetups = [meetup(f'Example {place}', 'pots', 'lids') for place in range(4)]
    meetups += [meetup('Example 8', 'pots', 'spoons'), meetup('Example 9', 'cups')]
    meetups += [meetup(f'Sample {place}', 'spoons') for place in range(4)]
    found = topics(*meetups)
    assert found.related('pots') == ('lids', 'spoons')
    assert found.related('lids') == ('pots',)
    assert found.related('cups') == found.related('nothing') == ()


def test_talks_do_not_relate_the_topics_of_others() -> None:
    found = topics(meetup('Example 1', talks=(('One', 'pots', 'lids'), ('Two', 'cups'))))
    assert (found.related('pots'), found.related('cups')) == (('lids',), ())


def test_at_most_eight_are_related() -> None:
    found = topics(meetup('Example 1', *(f'topic{letter}' for letter in 'abcdefghijkl')))
    assert len(found.related('topica')) == 8


def test_the_order_of_events_changes_nothing() -> None:
    meetups = [
        meetup(f'Example {place}', *tags, year=2020 + place)
        for place, tags in enumerate([('Pots', 'lids'), ('pots', 'Lids', 'cups'), ('POTS',), ('鍋', 'cups')])
    ]
    mixed = list(meetups)
    random.Random(3).shuffle(mixed)
    first, second = topics(*meetups), topics(*mixed)
    assert first.all == second.all
    assert [first.related(topic.id) for topic in first.all] == [second.related(topic.id) for topic in second.all]
