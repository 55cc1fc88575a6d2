"""Which talks have to do with which: by topics they share and by rare words of their titles and notes.

Points instead of a distance, so that a reader can be told why, and so that a report that is edited does not shuffle
the talks of others. A word in at most 2 talks of the archive counts 3, at most 5: 2, at most 10: 1, and none above;
short words of katakana, ideographs or Hangul count less, for they are seldom names. A topic of at most 5 talks counts
4, at most 15: 3, at most 40: 2, and 1 above; a word that names it does not count again. Two talks are related from 4
points on, when they share a topic, or a word of 2 points that stands in one of the titles; from 8 points on by notes
alone. Words of the name of their event and names of people relate nothing: they say where a talk was, not what it was
about. Equal points: the newer event first.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from .terms import terms as terms_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from .shapes import Meetup, Session
    from .topics import Topics

_WORD_POINTS = ((2, 3), (5, 2), (10, 1))
_TOPIC_POINTS = ((5, 4), (15, 3), (40, 2))
_ENOUGH = 4
_PLENTY = 8
_SAID = 2
"""A word of so many points may be the reason that a reader is told."""
_MOST = 4

Key = tuple[str, str]
"""A session: the id of its event and of its talk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A talk that has to do with another, and why.

    :param topics: the ids of the topics that both have.
    :param words: the telling words that both use, the rarest first; empty where the topics say it all.
    """

    session: Key
    topics: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    meetup: Meetup
    session: Session
    day: int
    topics: tuple[str, ...]
    words: tuple[str, ...]
    title: frozenset[str]


class Related:
    """Finds the related talks of each; a talk that only a timetable names has none and is none.

    :param terms: the distinctive words of every section, by its document and the talk's id.
    :param same_speaker: whether two talks have a speaker in common: those are listed with the speaker.
    """

    def __init__(
        self,
        meetups: Sequence[Meetup],
        topics: Topics,
        terms: Mapping[tuple[str, str], tuple[str, ...]],
        same_speaker: Callable[[Session, Session], bool],
    ) -> None:
        self._same_speaker = same_speaker
        self._found: dict[Key, tuple[Relation, ...]] = {}
        names = _names_of_people(meetups)
        entries = {
            key: entry
            for meetup in reversed(meetups)  # of two with one key the first stays
            for key, entry in _entries(meetup, topics, terms, names)
        }
        word_counts = Counter(word for entry in entries.values() for word in entry.words)
        topic_counts = Counter(topic for entry in entries.values() for topic in entry.topics)
        self._word_points = {
            word: min(points, _most_points(word))
            for word, count in word_counts.items()
            if (points := _points(count, _WORD_POINTS, 0))
        }
        self._topic_of = {word: topic.id for word in self._word_points if (topic := topics.find(word))}
        self._topic_points = {topic: _points(count, _TOPIC_POINTS, 1) for topic, count in topic_counts.items()}
        self._entries = entries
        self._by_word: dict[str, list[Key]] = {}
        self._by_topic: dict[str, list[Key]] = {}
        for key, entry in entries.items():
            for word in entry.words:
                if word in self._word_points:
                    self._by_word.setdefault(word, []).append(key)
            for found in entry.topics:
                if self._topic_points[found] > 1:  # a wide topic alone relates nothing
                    self._by_topic.setdefault(found, []).append(key)

    def of(self, session: Session) -> tuple[Relation, ...]:
        """The talks related to one, at most four, the nearest first; one an event, none of its own event."""
        key = (session.event, session.talk.id)
        if key not in self._found:
            self._found[key] = self._relations(session, key) if key in self._entries else ()
        return self._found[key]

    def pair(self, relation: Relation) -> tuple[Meetup, Session]:
        """The talk that a relation leads to, with its meetup."""
        entry = self._entries[relation.session]
        return entry.meetup, entry.session

    def _relations(self, session: Session, key: Key) -> tuple[Relation, ...]:
        entry = self._entries[key]
        found: list[Relation] = []
        events = {session.event}
        for other in self._ranked(key, entry):
            if other[0] not in events and not self._same_speaker(session, self._entries[other].session):
                events.add(other[0])
                found.append(self._relation(entry, other))
                if len(found) == _MOST:
                    break
        return tuple(found)

    def _ranked(self, key: Key, entry: _Entry) -> list[Key]:
        points: Counter[Key] = Counter()
        shown: set[Key] = set()
        for word in entry.words:
            topic = self._topic_of.get(word)
            for other in self._by_word.get(word, ()):
                if topic is None or topic not in entry.topics or topic not in self._entries[other].topics:
                    points[other] += self._word_points[word]
                if self._word_points[word] >= _SAID and (word in entry.title or word in self._entries[other].title):
                    shown.add(other)
        for topic in entry.topics:
            for other in self._by_topic.get(topic, ()):
                points[other] += self._topic_points[topic]
                shown.add(other)
        for other in points:
            wide = [topic for topic in entry.topics if self._topic_points[topic] == 1]
            points[other] += sum(topic in self._entries[other].topics for topic in wide)
        enough = [
            other
            for other, count in points.items()
            if count >= (_ENOUGH if other in shown else _PLENTY) and other[0] != key[0]
        ]
        return sorted(enough, key=lambda other: (-points[other], -self._entries[other].day, other))

    def _relation(self, entry: _Entry, other: Key) -> Relation:
        found = self._entries[other]
        shared = [topic for topic in entry.topics if topic in found.topics]
        words = [
            word
            for word in entry.words
            if self._word_points.get(word, 0) >= _SAID and word in found.words
            if self._topic_of.get(word) not in shared
        ]
        words.sort(key=lambda word: (-self._word_points[word], entry.words.index(word)))
        return Relation(
            session=other, topics=tuple(topic for topic in entry.topics if topic in found.topics), words=tuple(words)
        )


def _points(count: int, buckets: Iterable[tuple[int, int]], above: int) -> int:
    if count < 2:
        return 0
    return next((points for most, points in buckets if count <= most), above)


def _most_points(word: str) -> int:
    """A short word of katakana, ideographs or Hangul is seldom the name of a thing; one of Latin letters mostly is."""
    first = word[0]
    if 'ァ' <= first <= 'ー':
        return 1 if len(word) < 5 else 2
    if '㐀' <= first <= '鿿':
        return min(len(word) - 1, 3)
    if '가' <= first <= '힣':
        return 1 if len(word) < 4 else 2
    return 3


def _entries(
    meetup: Meetup, topics: Topics, terms: Mapping[tuple[str, str], tuple[str, ...]], names: frozenset[str]
) -> Iterator[tuple[Key, _Entry]]:
    own = frozenset(_own_words(meetup))
    day = (meetup.event.date or date.min).toordinal()
    for session in reversed(meetup.sessions):
        if not session.talk.id:
            continue
        title = [word for word in terms_of(session.talk.title) if word not in own and word not in names]
        told = (terms.get((telling.docname, telling.talk.id), ()) for telling in session.tellings)
        words = dict.fromkeys(title)
        words.update(dict.fromkeys(word for found in told for word in found if word not in own and word not in names))
        yield (
            (session.event, session.talk.id),
            _Entry(meetup, session, day, topics.of_session(session), tuple(words), frozenset(title)),
        )


def _own_words(meetup: Meetup) -> Iterator[str]:
    for event in (meetup.event, *(event for _, event in meetup.reports)):
        yield from terms_of(f'{event.title}\n{event.series}\n{event.venue}\n{event.hashtag}\n{event.author}')


def _names_of_people(meetups: Iterable[Meetup]) -> frozenset[str]:
    people = {
        text
        for meetup in meetups
        for session in meetup.sessions
        for person in session.talk.people
        for text in (person.name, person.handle)
    }
    return frozenset(word for text in people for word in terms_of(text))
