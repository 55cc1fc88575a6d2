"""What maintainers say about topics, in ``topics.yml``: other spellings, wider topics, and what is none.

A mapping of names. Behind each stands a mapping with ``id``, ``also`` (other spellings), ``words`` (what alone is
looked for in titles, upper and lower case as written), ``parents`` or ``parent``; or only the other spellings; or
nothing; or ``false`` for a tag that is no topic. What cannot be used is said with its line, the rest still counts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import yaml

from ..model.ids import is_explicit
from ..model.problems import Code, Problem
from .topicmatch import fold

_LOADER: Any = getattr(yaml, 'CBaseLoader', yaml.BaseLoader)
_LARGEST = 500_000
_DEEPEST = 6
_MOST = 20_000
_FALSE = frozenset({'false', 'no', 'off'})
_NULLS = frozenset({'', '~', 'null'})
_KEYS = ('id', 'also', 'words', 'parents', 'parent')


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRule:
    """What the file says on one topic.

    :param also: other spellings, of tags and in titles.
    :param words: what alone is looked for in titles; None where the file does not say.
    :param parents: the names of wider topics, each a rule of its own.
    """

    name: str
    id: str = ''
    also: tuple[str, ...] = ()
    words: tuple[str, ...] | None = None
    parents: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """The name and all other spellings."""
        return (self.name, *self.also, *(self.words or ()))


@dataclass(frozen=True, slots=True)
class TopicWords:
    """The file's topics in its order, parents without an entry last; ``none`` are names that are no topic."""

    topics: tuple[TopicRule, ...] = ()
    none: tuple[str, ...] = ()


def read_topic_words(text: str) -> tuple[TopicWords, tuple[Problem, ...]]:
    """Read the text of ``topics.yml``; what cannot be used becomes a problem at its line."""
    if len(text) > _LARGEST:
        return TopicWords(), (_problem(f'has more than {_LARGEST} characters; keep the names of topics only', 0),)
    try:
        _measure(text)
        root = yaml.compose(text, Loader=_LOADER)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, 'problem_mark', None)
        why = getattr(error, 'problem', None) or str(error)
        return TopicWords(), (
            _problem(f'cannot be read as YAML ({why}); correct that line', mark.line + 1 if mark else 1),
        )
    if root is None or (isinstance(root, yaml.ScalarNode) and root.value in _NULLS):
        return TopicWords(), ()
    if not isinstance(root, yaml.MappingNode):
        return TopicWords(), (_problem('is no mapping; write one topic a line, "Name: [other spelling]"', _line(root)),)
    reader = _Reader()
    reader.read(root)
    return TopicWords(tuple(reader.rules.values()), tuple(reader.none)), tuple(
        sorted(reader.problems, key=lambda problem: problem.line)
    )


def _problem(message: str, line: int) -> Problem:
    return Problem(Code.TOPICS, f'the list of topics {message}', line)


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _measure(text: str) -> None:
    """Refuse what is too deep or large before it is composed; libyaml descends without Python's limit."""
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=_LOADER)):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST or count > 5 * _MOST:
            raise ValueError('it is deeper or longer than a list of topics needs')


class _Reader:
    def __init__(self) -> None:
        self.rules: dict[str, TopicRule] = {}  # by folded name
        self.none: list[str] = []
        self.problems: list[Problem] = []
        self.owners: dict[str, str] = {}  # folded spelling -> folded name; '' for no topic
        self.words: dict[str, str] = {}  # word as written -> folded name
        self.lines: dict[tuple[str, str], int] = {}  # (folded name, parent as written) -> line
        self.left = _MOST

    def say(self, message: str, node: yaml.Node | int) -> None:
        self.problems.append(_problem(message, node if isinstance(node, int) else _line(node)))

    def read(self, root: yaml.MappingNode) -> None:
        values = [(key, value) for key_node, value in root.value if (key := self.name(key_node, value))]
        for key, value in values:  # every name first, so that no other topic's spelling takes it
            if value is not None:
                self.rules[key] = self.topic(self.rules[key], value, key)
        for key in list(self.rules):
            self.join_parents(key)
        self.cut_circles()

    def name(self, node: yaml.Node, value: yaml.Node) -> str:
        """Take in the name of a topic, or of what is none; '' when there is nothing more to read."""
        text = node.value.strip() if isinstance(node, yaml.ScalarNode) else ''
        key = fold(text)
        if not key:
            self.say('has an entry without a name; write a name of letters before the colon', node)
            return ''
        if key in self.owners:
            self.say(f'has "{text}" twice; join the two entries', node)
            return ''
        if isinstance(value, yaml.ScalarNode) and not value.style and value.value.casefold() in _FALSE:
            self.owners[key] = ''
            self.none.append(text)
            return ''
        self.owners[key] = key
        self.rules[key] = TopicRule(name=text)
        return key

    def topic(self, rule: TopicRule, value: yaml.Node, key: str) -> TopicRule:
        if not isinstance(value, yaml.MappingNode):
            return replace(rule, also=self.spellings(value, key))
        for key_node, node in value.value:
            option = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else '?'
            if option == 'id':
                rule = replace(rule, id=self.id(node, key))
            elif option == 'also':
                rule = replace(rule, also=(*rule.also, *self.spellings(node, key)))
            elif option == 'words':
                words = [text for text, line in self.texts(node, 'words') if self.owns_word(text, line, key)]
                rule = replace(rule, words=tuple(dict.fromkeys((*(rule.words or ()), *words))))
            elif option in {'parents', 'parent'}:
                found = self.texts(node, option)
                self.lines.update(((key, text), line) for text, line in found)
                rule = replace(rule, parents=(*rule.parents, *(text for text, _ in found)))
            else:
                self.say(f'has the unknown key "{option}" at "{rule.name}"; known are {", ".join(_KEYS)}', key_node)
        return rule

    def id(self, node: yaml.Node, key: str) -> str:
        text = str(node.value) if isinstance(node, yaml.ScalarNode) else ''
        taken = text in {rule.id for rule in self.rules.values()}
        if text and is_explicit(text) and not taken and text != 'index':
            self.rules[key] = replace(self.rules[key], id=text)
            return text
        why = 'is taken' if taken and text else 'cannot be an address'
        self.say(f'has the id "{text}", which {why}; write small Latin letters, digits and hyphens', node)
        return ''

    def texts(self, node: yaml.Node, option: str) -> list[tuple[str, int]]:
        """One text or a list of texts, each with its line."""
        nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
        found: list[tuple[str, int]] = []
        for item in nodes:
            self.left -= 1
            if self.left == 0:
                self.say(f'has more than {_MOST} spellings; what follows is left out', item)
            if self.left <= 0:
                break
            if not isinstance(item, yaml.ScalarNode):
                self.say(f'needs a text or a list of texts behind "{option}"; put a text in its place', item)
            elif item.style or item.value not in _NULLS:
                found.append((item.value.strip(), _line(item)))
        return found

    def spellings(self, node: yaml.Node, key: str) -> tuple[str, ...]:
        found = self.texts(node, 'also')
        return tuple(dict.fromkeys(text for text, line in found if self.owns(text, line, key)))

    def owns(self, text: str, line: int, key: str) -> bool:
        """Whether a spelling is the topic's; one that another has already stays there."""
        folded = fold(text)
        if not folded:
            return False
        owner = self.owners.setdefault(folded, key)
        if owner != key:
            other = f'"{self.rules[owner].name}"' if owner else 'what is no topic'
            self.say(f'has "{text}" under "{self.rules[key].name}" and {other}; keep it at one', line)
        return owner == key

    def owns_word(self, text: str, line: int, key: str) -> bool:
        return self.owns(text, line, key) and self.words.setdefault(text, key) == key

    def join_parents(self, key: str) -> None:
        """Parents as names of topics: whatever spelling is used; one without an entry gets a bare one."""
        rule = self.rules[key]
        parents: dict[str, None] = {}
        for text in rule.parents:
            folded, line = fold(text), self.lines[key, text]
            owner = self.owners.get(folded)
            if not folded or owner == '':
                self.say(f'has "{text}" as a parent of "{rule.name}", which is no topic; leave it out', line)
                continue
            if owner is None:
                owner = self.owners[folded] = folded
                self.rules[folded] = TopicRule(name=text)
            self.lines.setdefault((key, self.rules[owner].name), line)
            parents[self.rules[owner].name] = None
        self.rules[key] = replace(rule, parents=tuple(parents))

    def cut_circles(self) -> None:
        """Leave out each parent by which a topic would stand above itself, in the file's order."""
        kept: dict[str, list[str]] = {key: [] for key in self.rules}
        for key, rule in self.rules.items():
            for parent in rule.parents:
                if _reaches(kept, fold(parent), key):
                    self.say(
                        f'has "{parent}" above "{rule.name}", and that above it; leave one of them out',
                        self.lines[key, parent],
                    )
                else:
                    kept[key].append(fold(parent))
            self.rules[key] = replace(rule, parents=tuple(self.rules[parent].name for parent in kept[key]))


def _reaches(parents: dict[str, list[str]], start: str, goal: str) -> bool:
    seen: set[str] = set()
    stack = [start]
    while stack:
        key = stack.pop()
        if key == goal:
            return True
        if key not in seen:
            seen.add(key)
            stack.extend(parents.get(key, ()))
    return False
