"""A text while it is repaired: pieces are replaced, the number of its lines stays."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of the text that a pattern found, and the line it begins on."""

    match: re.Match[str]
    line: int

    @property
    def alone(self) -> bool:
        """Whether nothing else stands on its lines."""
        return _alone(self.match.string, self.match.start(), self.match.end())


@dataclass(frozen=True, slots=True)
class Element:
    """A piece between a tag that opens and one that closes."""

    opening: re.Match[str]
    closing: re.Match[str]
    line: int

    @property
    def inner(self) -> str:
        """What stands between the tags."""
        return self.opening.string[self.opening.end() : self.closing.start()]

    @property
    def whole(self) -> str:
        """The piece with its tags."""
        return self.opening.string[self.opening.start() : self.closing.end()]

    @property
    def alone(self) -> bool:
        """Whether nothing else stands on its lines."""
        return _alone(self.opening.string, self.opening.start(), self.closing.end())


def _alone(text: str, begin: int, end: int) -> bool:
    first = text.rfind('\n', 0, begin) + 1
    last = text.find('\n', end)
    return not text[first:begin].strip() and not text[end : last if last >= 0 else None].strip()


@dataclass(slots=True)
class Draft:
    """The text so far.

    :param lost: what vanished with what it showed, by its name, with the line where it stood first.
    """

    text: str
    lost: dict[str, int] = field(default_factory=dict)

    def lose(self, what: str, line: int) -> None:
        """Remember that something vanished."""
        self.lost.setdefault(what, line)

    def rewrite(self, pattern: re.Pattern[str], make: Callable[[Found], str | None]) -> None:
        """Replace what a pattern finds; None leaves it. Cost that of the pattern."""
        parts: list[str] = []
        begin, line, counted = 0, 1, 0
        for match in pattern.finditer(self.text):
            line += self.text.count('\n', counted, match.start())
            counted = match.start()
            new = make(Found(match, line))
            if new is not None:
                parts += (self.text[begin : match.start()], _padded(new, match[0]))
                begin = match.end()
        if parts:
            self.text = ''.join([*parts, self.text[begin:]])

    def remove(self, pattern: re.Pattern[str]) -> None:
        """Take away what a pattern finds."""
        self.text = pattern.sub(lambda match: '\n' * match[0].count('\n'), self.text)

    def rewrite_elements(self, tags: re.Pattern[str], make: Callable[[Element], str | None], longest: int) -> None:
        """Replace pieces between tags, the innermost where they are nested; None leaves one.

        Cost linear: no search begins again for a tag that is never closed.

        :param tags: finds the tags that open and, with a group called ``end``, those that close.
        :param longest: an element with more letters is none.
        """
        parts: list[str] = []
        begin, line, counted = 0, 1, 0
        opening: re.Match[str] | None = None
        for match in tags.finditer(self.text):
            if match['end'] is None:
                opening = match
            elif opening is not None:
                if match.end() - opening.start() <= longest:
                    line += self.text.count('\n', counted, opening.start())
                    counted = opening.start()
                    element = Element(opening, match, line)
                    new = make(element)
                    if new is not None:
                        parts += (self.text[begin : opening.start()], _padded(new, element.whole))
                        begin = match.end()
                opening = None
        if parts:
            self.text = ''.join([*parts, self.text[begin:]])

    def rewrite_lines(self, make: Callable[[list[str]], object]) -> None:
        """Let a function change the text's lines in place; it may not change their number."""
        lines = self.text.split('\n')
        make(lines)
        self.text = '\n'.join(lines)


def _padded(new: str, old: str) -> str:
    """A piece with as many lines as the one it stands for; with fewer to have, it is drawn together."""
    missing = old.count('\n') - new.count('\n')
    return new + '\n' * missing if missing >= 0 else ' '.join(new.split('\n'))
