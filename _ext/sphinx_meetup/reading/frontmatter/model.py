"""What front matter says, whatever its form: texts, lists and mappings, each with its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...model.problems import Problem

Value = str | list[Any] | dict[str, Any]

NODES = 5000
"""So many values front matter may have; a post's has fifty."""
DEPTH = 20
"""So deep may its lists lie in each other."""


class TooLargeError(Exception):
    """The block has more values, or deeper ones, than any post's (aliases can multiply without end)."""


@dataclass(frozen=True)
class FrontMatter:
    """What stands at the head of a post, before its text.

    :param values: strings, lists and mappings by key.
    :param lines: the source line of each key; of nested keys as ``meetup.date``.
    :param end: the number of the first line of the post's own text; 1 when there is no front matter.
    """

    values: Mapping[str, Value] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    end: int = 1
    problems: tuple[Problem, ...] = ()

    def text(self, key: str) -> str:
        """A key's value when it is a text, else ''."""
        value = self.values.get(self.key(key))
        return value.strip() if isinstance(value, str) else ''

    def texts(self, key: str) -> tuple[str, ...]:
        """A key's value as a list of texts: a YAML list, or one text parted by commas."""
        return as_texts(self.values.get(self.key(key)))

    def line(self, key: str) -> int:
        """The line of a key; the first line when it has none."""
        return self.lines.get(self.key(key), 1)

    def key(self, key: str) -> str:
        """The key as this post writes it: some tools begin theirs with a capital."""
        return key if key in self.values else self._written.get(key.casefold(), key)

    @cached_property
    def _written(self) -> dict[str, str]:
        return {key.casefold(): key for key in reversed(list(self.values))}


def as_texts(value: object) -> tuple[str, ...]:
    """The texts of a YAML list, or of one text parted by commas."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(',') if part.strip())
    if isinstance(value, list):
        return tuple(part.strip() for part in value if isinstance(part, str) and part.strip())
    return ()


def all_texts(value: object) -> Iterator[str]:
    """Every text of a value, however deep its lists and mappings lie."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from all_texts(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from all_texts(part)
