"""Lines in strong print that stand for headings: found, and turned into headings among markdown-it's tokens.

Only the whole document tells whether such a line is a heading: it is one where it is a talk's, or a break's between
talks, by the same signs as every other heading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

from .outline import inline_lines
from .text import folded
from .words import words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ..model.drafts import TalkDraft
    from .outline import Line

_LONGEST = 160
_BREAKS = frozenset({'softbreak', 'hardbreak'})
_STRONG = frozenset({'strong_open', 'strong_close'})
_STRONG_TAGS = frozenset({'<b>', '<strong>'})
_TAGS = _STRONG_TAGS | {'</b>', '</strong>', '<br>', '<br/>', '<br />'}
_DEEPEST = 6


def bold_lines(tokens: Sequence[Token], outside: Iterable[range] = ()) -> dict[int, str]:
    """The source lines in strong print that begin a paragraph of the page's own, with their text.

    :param outside: ranges of lines in which none counts, as they are a talk's notes.
    """
    taken = {number for span in outside for number in span}
    found: dict[int, str] = {}
    for place, token in enumerate(tokens):
        if token.type != 'paragraph_open' or token.level or token.map is None:
            continue
        inline = tokens[place + 1]
        if token.map[0] + 1 in taken or not _is_whole(inline):
            continue
        line = inline_lines(inline, token.map[0] + 1)[0]
        if _may_be_heading(line):
            found[line.number] = line.text
    return found


def _is_whole(inline: Token) -> bool:
    """Whether a text begins in strong print, and no markup spans its first line break."""
    children = inline.children or []
    if not any(child.type == 'strong_open' or child.content.casefold() in _STRONG_TAGS for child in children[:2]):
        return False
    open_marks = [child for child in children[: _first_break(children)] if child.nesting]
    depth = sum(child.nesting for child in open_marks)
    # "**title⏎text**" is a title too: its author meant the strong print to end with the line.
    return depth == 0 or (depth == 1 and len(open_marks) == 1)


def _first_break(children: Sequence[Token]) -> int:
    return next((place for place, child in enumerate(children) if child.type in _BREAKS), len(children))


def _may_be_heading(line: Line) -> bool:
    text = line.text.strip()
    if not line.strong or line.images or not 2 <= len(text) <= _LONGEST:
        return False
    return not text.endswith((':', '：', '。')) and folded(text).strip(' *') not in words().labels


def heading_lines(talks: Iterable[TalkDraft], bold: dict[int, str]) -> frozenset[int]:
    """Which of the lines are headings: the talks', and those of breaks beside them; none when no two are talks' and
    no author says that one is."""
    here = [talk for talk in talks if talk.line in bold]
    told = {talk.line for talk in here}
    if len(told) < 2 and not any(talk.certainty == 'given' for talk in here):
        return frozenset()
    idle = {number for number, text in bold.items() if words().is_break(text) or words().is_other(text)}
    return frozenset(told | idle)


def with_headings(tokens: Sequence[Token], lines: Collection[int]) -> list[Token]:
    """The tokens with the given lines as headings, a level below the heading they stand under.

    What follows such a line in its paragraph stays a paragraph. The tokens that are given stay as they are.
    """
    if not lines:
        return list(tokens)
    result: list[Token] = []
    level = 1
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.type == 'heading_open' and not token.level:
            level = int(token.tag[1])
        start = token.map[0] if token.map else -1
        if token.type == 'paragraph_open' and not token.level and start + 1 in lines:
            result += _parted(tokens[place : place + 3], min(level + 1, _DEEPEST))
            place += 3
            continue
        result.append(token)
        place += 1
    return result


def _parted(paragraph: Sequence[Token], level: int) -> list[Token]:
    opening, inline, closing = paragraph
    start, end = opening.map or [0, 0]
    children = list(inline.children or ())
    cut = _first_break(children)
    title = [child for child in children[:cut] if child.type not in _STRONG and child.content.casefold() not in _TAGS]
    rest = children[cut + 1 :]
    if sum(child.nesting for child in children[:cut]):
        rest = [next(child for child in children if child.nesting > 0), *rest]
    made = [
        Token('heading_open', f'h{level}', 1, map=[start, start + 1], markup='#' * level, block=True),
        Token(
            'inline',
            '',
            0,
            map=[start, start + 1],
            content=''.join(child.content for child in title),
            level=1,
            block=True,
            children=title,
        ),
        Token('heading_close', f'h{level}', -1, markup='#' * level, block=True),
    ]
    if rest:
        where = [start + 1, end]
        made += [
            opening.copy(map=where),
            inline.copy(map=where, content=inline.content.partition('\n')[2], children=rest),
            closing,
        ]
    return made
