"""What talks and events are about: topics, out of tags and of the words of titles.

A tag, a category or an entry of ``topics`` names a topic, unless

(a) ``topics.yml`` says ``false`` behind it;
(b) it tells what a post is, not what it is about: the list ``non_topics`` of the word lists (``勉強会``, ``report``),
    or a year or a date (``2018``);
(c) it is the name of the event itself or of its series, or holds the event's year (``devfest2018``): then it is no
    topic of that event;
(d) it is on more than half of the archive's events, when there are eight or more.

What ``topics.yml`` names is a topic whatever (b) to (d) say. A tag of an event is the event's, not each talk's; a talk
has the topics that it is given, and those whose spellings stand in its title (:mod:`.topicmatch`). A spelling too
short for that (``Go``, ``C``) is looked for only where ``topics.yml`` gives ``words``.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..model.ids import digest, slug
from ..reading.words import words as word_lists
from .shapes import Topic
from .topicmatch import Matcher, fold, is_searchable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from .shapes import Meetup, Session
    from .topicwords import TopicRule, TopicWords

Reason = Literal['file', 'word', 'name', 'everywhere']
"""Why a tag is no topic: rules (a) to (d)."""

_YEAR = re.compile(r'(?:19|20)\d\d(?:年度?|년)?(?:\d{1,2}[月월]?(?:\d{1,2}[日일]?)?)?')
_ENOUGH = 8
_PAIRED = 40
"""So many topics of one talk or event are paired with each other: nobody means more."""
_RELATED = 8
_SMOOTHING = 2
"""Added to how often a topic occurs, so that two that met once are not nearer than two that meet all the time."""
_RESERVED = frozenset({'index'})


def non_topics() -> frozenset[str]:
    """The folded tags of rule (b), with a site's own words within :func:`.reading.words.extended`."""
    return frozenset(fold(word) for word in word_lists().non_topics)


class Topics:
    """The topics of an archive.

    :param words: what ``topics.yml`` says.
    :param stop: folded tags that are no topic, from :func:`non_topics`.
    """

    def __init__(self, meetups: Sequence[Meetup], words: TopicWords, stop: frozenset[str]) -> None:
        self._rules: dict[str, TopicRule] = {fold(rule.name): rule for rule in words.topics}
        self._key_of = {fold(text): key for key, rule in self._rules.items() for text in rule.spellings}
        self._none = frozenset(fold(name) for name in words.none)
        self._stop = stop
        self._meetups = meetups
        self._tags = _Tags(meetups)
        usual = len(meetups) >= _ENOUGH
        self._everywhere = frozenset(
            tag for tag, count in self._tags.events.items() if usual and 2 * count > len(meetups)
        )
        self._keys_by_meetup = {id(meetup): tuple(self._keys_of_meetup(meetup)) for meetup in meetups}
        self._keys_by_session = self._read_sessions()
        self._topics, self._ids = self._name_topics()
        self.all: tuple[Topic, ...] = tuple(sorted(self._topics.values(), key=lambda topic: topic.id))
        self.left_out: tuple[tuple[str, str], ...] = self._left_out()

    def of_session(self, session: Session) -> tuple[str, ...]:
        """The ids of a talk's topics: its own first, then those that its title names."""
        ids = self._ids_by_session.get(_place(session))
        return self._as_ids(self._keys_of_session(session, _Own())) if ids is None else ids

    def of_meetup(self, meetup: Meetup) -> tuple[str, ...]:
        """The ids of an event's topics, those of all its reports."""
        keys = self._keys_by_meetup.get(id(meetup))
        return self._as_ids(self._keys_of_meetup(meetup) if keys is None else keys)

    def find(self, name: str) -> Topic | None:
        """A topic by its id, or by any of its spellings."""
        by_id = self._by_id.get(name.strip())
        if by_id is not None:
            return by_id
        key = fold(name)
        return self._topics.get(self._key_of.get(key, key))

    def names(self) -> tuple[str, ...]:
        """The shown names, sorted: for suggestions."""
        return tuple(sorted(topic.name for topic in self.all))

    def related(self, id: str) -> tuple[str, ...]:
        """At most eight topics that are most often together with one, measured by how often each occurs."""
        return self._related.get(id, ())

    @cached_property
    def _ids_by_session(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        return {place: self._as_ids(keys) for place, keys in self._keys_by_session.items()}

    @cached_property
    def _by_id(self) -> Mapping[str, Topic]:
        return {topic.id: topic for topic in self.all}

    def _as_ids(self, keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._ids[key] for key in keys if key in self._ids))

    def _reason(self, tag: str) -> Reason | None:
        """Why a folded tag is no topic of any event; None for one that is."""
        if tag in self._none:
            return 'file'
        if tag in self._key_of:
            return None
        if tag in self._stop or _YEAR.fullmatch(tag):
            return 'word'
        return 'everywhere' if tag in self._everywhere else None

    def _keys(self, tags: Iterable[str], own: _Own) -> Iterator[str]:
        """The topics that tags stand for, at an event whose own names are given."""
        for text in tags:
            tag = fold(text)
            if not tag or self._reason(tag) or (own.named_by(tag) and tag not in self._key_of):
                continue
            yield self._key_of.get(tag, tag)

    def _keys_of_meetup(self, meetup: Meetup) -> Iterator[str]:
        return self._keys(_event_tags(meetup), _own(meetup))

    def _keys_of_session(self, session: Session, own: _Own) -> tuple[str, ...]:
        keys = self._keys(session.talk.topics, own)
        return tuple(dict.fromkeys((*keys, *self._matcher.find(session.talk.title))))

    def _read_sessions(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        found: dict[tuple[str, ...], tuple[str, ...]] = {}
        for meetup in self._meetups:
            own = _own(meetup)
            for session in meetup.sessions:
                found[_place(session)] = self._keys_of_session(session, own)
        return found

    @cached_property
    def _matcher(self) -> Matcher:
        tags = {key for keys in self._keys_by_meetup.values() for key in keys}
        for meetup in self._meetups:
            own = _own(meetup)
            for session in meetup.sessions:
                tags.update(self._keys(session.talk.topics, own))
        folded = {tag: tag for tag in tags if tag not in self._rules and is_searchable(tag)}
        exact: dict[str, str] = {}
        for key, rule in self._rules.items():
            if rule.words is None:
                folded.update((text, key) for text in map(fold, rule.spellings) if is_searchable(text))
            else:
                exact.update((word, key) for word in rule.words)
        return Matcher(folded, exact)

    def _used(self) -> dict[str, None]:
        """Every topic that occurs, and those above it; rules first, in the file's order."""
        used = {key for keys in (*self._keys_by_meetup.values(), *self._keys_by_session.values()) for key in keys}
        stack = list(used)
        while stack:
            rule = self._rules.get(stack.pop())
            for parent in map(fold, rule.parents if rule else ()):
                if parent not in used:
                    used.add(parent)
                    stack.append(parent)
        return dict.fromkeys((*(key for key in self._rules if key in used), *sorted(used - self._rules.keys())))

    def _name_topics(self) -> tuple[dict[str, Topic], dict[str, str]]:
        used = self._used()
        spellings: dict[str, Counter[str]] = {}
        for tag, counted in self._tags.spellings.items():
            spellings.setdefault(self._key_of.get(tag, tag), Counter()).update(counted)
        ids = self._make_ids(used)
        children: dict[str, list[str]] = {}
        for key in used:
            for parent in self._parents(key):
                children.setdefault(parent, []).append(ids[key])
        topics: dict[str, Topic] = {}
        for key in used:
            seen = sorted(spellings.get(key, Counter()).items(), key=self._tags.preference)
            name = self._rules[key].name if key in self._rules else seen[0][0]
            topics[key] = Topic(
                id=ids[key],
                name=name,
                also=tuple(text for text, _ in seen if text != name),
                parents=tuple(ids[parent] for parent in self._parents(key)),
                children=tuple(sorted(children.get(key, ()))),
            )
        return topics, ids

    def _parents(self, key: str) -> tuple[str, ...]:
        return tuple(map(fold, self._rules[key].parents)) if key in self._rules else ()

    def _make_ids(self, used: Iterable[str]) -> dict[str, str]:
        """An id for each: the file's, else out of its name there, else out of its oldest spelling, which stays."""
        ids = {key: self._rules[key].id for key in used if key in self._rules and self._rules[key].id}
        taken = {*ids.values(), *_RESERVED}
        for key in used:
            if key in ids:
                continue
            name = self._rules[key].name if key in self._rules else self._tags.oldest(key)
            # `C`, `C++` and `C#` are three topics, and `.NET` is none of a net.
            plain = slug(re.sub(r'(?<=\w)#', ' sharp', name.lstrip('#＃').replace('+', ' plus')).replace(' .', ' dot '))
            ids[key] = f'{plain}-{digest(key)}' if plain in taken else plain
            taken.add(ids[key])
        return ids

    def _left_out(self) -> tuple[tuple[str, str], ...]:
        found: list[tuple[str, str]] = []
        for tag, counted in self._tags.spellings.items():
            if self._key_of.get(tag, tag) not in self._topics:
                text = min(counted.items(), key=self._tags.preference)[0]
                found.append((text, self._reason(tag) or 'name'))
        return tuple(sorted(found))

    @cached_property
    def _related(self) -> Mapping[str, tuple[str, ...]]:
        counts: Counter[str] = Counter()
        together: Counter[tuple[str, str]] = Counter()
        for meetup in self._meetups:
            wide = self.of_meetup(meetup)
            groups = {tuple(dict.fromkeys((*self.of_session(session), *wide))) for session in meetup.sessions}
            groups.add(wide)
            counts.update({topic for group in groups for topic in group})
            together.update({pair for group in groups for pair in _pairs(group[:_PAIRED])})
        near: dict[str, list[tuple[int, int, str]]] = {}
        for (first, second), count in together.items():
            if second in self._by_id[first].parents or second in self._by_id[first].children:
                continue  # they are shown as such
            weight = 10**6 * count * count // ((counts[first] + _SMOOTHING) * (counts[second] + _SMOOTHING))
            near.setdefault(first, []).append((-weight, -count, second))
            near.setdefault(second, []).append((-weight, -count, first))
        return {topic: tuple(other for _, _, other in sorted(found)[:_RELATED]) for topic, found in near.items()}


class _Tags:
    """The tags of an archive by their folded form: how they are spelled, how often, and since when.

    ``events`` counts on how many events a tag is.
    """

    def __init__(self, meetups: Iterable[Meetup]) -> None:
        self.spellings: dict[str, Counter[str]] = {}
        self.events: Counter[str] = Counter()
        self._since: dict[str, date] = {}
        for meetup in meetups:
            day = meetup.event.date or date.max
            tags = dict.fromkeys(_event_tags(meetup))
            self.events.update({fold(text) for text in tags})
            for text in (*tags, *(text for session in meetup.sessions for text in session.talk.topics)):
                if tag := fold(text):
                    self.spellings.setdefault(tag, Counter())[text] += 1
                    self._since[text] = min(day, self._since.get(text, date.max))

    def preference(self, counted: tuple[str, int]) -> tuple[int, date, str]:
        """A key for sorting: the most used spelling first, then the oldest."""
        text, count = counted
        return (-count, self._since[text], text)

    def oldest(self, tag: str) -> str:
        """The first spelling of a tag."""
        return min(self.spellings[tag], key=lambda text: (self._since[text], text))


def _event_tags(meetup: Meetup) -> Iterator[str]:
    for event in (meetup.event, *(event for _, event in meetup.reports)):
        yield from event.topics


class _Own(NamedTuple):
    """What names an event: its folded names, and its year."""

    names: frozenset[str] = frozenset()
    year: str = ''

    def named_by(self, tag: str) -> bool:
        """Whether a folded tag is a name of the event."""
        return tag in self.names or bool(self.year and self.year in tag)


def _own(meetup: Meetup) -> _Own:
    events = (meetup.event, *(event for _, event in meetup.reports))
    names = frozenset(fold(name) for event in events for name in (event.title, event.series) if name)
    return _Own(names, str(meetup.event.date.year) if meetup.event.date else '')


def _place(session: Session) -> tuple[str, ...]:
    return (session.event, session.docname, session.anchor, session.talk.title)


def _pairs(topics: Sequence[str]) -> Iterator[tuple[str, str]]:
    ordered = sorted(topics)
    for place, first in enumerate(ordered):
        for second in ordered[place + 1 :]:
            yield first, second
