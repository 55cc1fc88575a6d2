"""Headings in raw HTML as Markdown's: on the line of their words, and out of the blocks that would swallow them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .blocks import as_markdown, block_starts, is_balanced, is_wrapper

if TYPE_CHECKING:
    from .draft import Draft, Element

_LONGEST = 1500
_TAGS = re.compile(r'<(?:(?P<end>/)h(?P<closed>[1-6])\s{0,3}|h(?P<level>[1-6])(?:\s[^<>]{0,500})?)>', re.IGNORECASE)
_ONE_LINE = re.compile(r'<h([1-6])(?:\s[^<>]{0,500})?>((?:(?!</?h[1-6])[^\n]){0,1500}?)</h\1\s{0,3}>', re.IGNORECASE)
_ANCHOR = re.compile(r'<a\s(?:(?!href)[^<>]){0,300}>([^<>]{0,300})</a>|<a\s[^<>]{0,300}/>', re.IGNORECASE)
_STYLING = re.compile(r'</?(?:span|font|small|big|u|div|p)(?:\s[^<>]{0,500})?>|<br\s{0,3}/?>', re.IGNORECASE)
_ATX = re.compile(r'[ ]{0,3}#{1,6}[ ]')
_STRUCTURE = re.compile(r'[ ]{0,3}(?:[#>|`~:=-]|[*+][ ]|\d{1,9}[.)][ ])')


def repair_html_headings(draft: Draft) -> None:
    """Turn ``<h2>title</h2>`` into ``## title`` wherever a heading can stand. Cost linear."""
    if '<h' in draft.text or '<H' in draft.text:
        draft.rewrite_elements(_TAGS, _joined, _LONGEST)
        draft.rewrite_lines(_convert)


def _joined(element: Element) -> str | None:
    """A heading over several lines on the line of its words."""
    level = element.opening['level']
    inner = element.inner
    text, begin = element.opening.string, element.opening.start()
    before = text[text.rfind('\n', 0, begin) + 1 : begin].strip()
    if before and before[-1] != '>':
        return None  # words of a sentence
    if level != element.closing['closed'] or '\n' not in inner or '\n\n' in inner.strip():
        return None
    above = inner.count('\n', 0, len(inner) - len(inner.lstrip()))
    return '\n' * above + f'<h{level}>{" ".join(inner.split())}</h{level}>'


def heading_words(html: str) -> str:
    """The words of a heading without anchors and what styles them; links and pictures stay."""
    return ' '.join(_STYLING.sub(' ' if '<br' in html.casefold() else '', _ANCHOR.sub(r'\1', html)).split())


def _convert(lines: list[str]) -> None:
    starts = block_starts(lines)
    begins: dict[int, int] = {}
    """For each block of HTML where what is left of it begins, below the last heading; a place beyond it is none."""
    unwrapped = False
    for place in range(len(lines)):
        if '<h' not in lines[place].casefold() or not _ONE_LINE.search(lines[place]):
            continue
        pieces = _pieces(lines[place])
        room = _room(lines, place)
        if pieces is None or (len(pieces) > room and not _can_lead(lines, place + room, pieces, room)):
            continue
        start = starts[place]
        begin = begins.get(start, start)
        if start >= 0:
            if begin > place or not _opened(lines, begin, place):
                begins[start] = len(lines)
                continue
            begins[start] = place + 1
            unwrapped = True
        if len(pieces) > room:
            pieces[room:] = [f'{" ".join(pieces[room:])} {lines[place + room].lstrip()}']
        lines[place : place + len(pieces)] = pieces
    if unwrapped:
        for place, line in enumerate(lines):
            if '<' in line and is_wrapper(line):
                lines[place] = ''


def _pieces(line: str) -> list[str] | None:
    """The headings of a line and what stands between them, a line each; None when a heading is part of a sentence."""
    pieces: list[str] = []
    done = 0
    for match in _ONE_LINE.finditer(line):
        between = line[done : match.start()].strip()
        if between and not is_wrapper(between):
            words = as_markdown(between) if between[:1] == '<' else None
            if words is None:
                return None
            if words:
                pieces.append(words)
        words = heading_words(match[2])
        if words:
            pieces.append(f'{"#" * int(match[1])} {words}')
        done = match.end()
    rest = line[done:].strip()
    if rest and not is_wrapper(rest):
        if rest[:1] != '<' and len(pieces) == 1 and not line.lstrip().casefold().startswith('<h'):
            return None
        pieces.append(rest)
    return pieces or ['']


def _room(lines: list[str], place: int) -> int:
    """How many lines there are for what stands on one: itself and the empty ones below."""
    room = 1
    while place + room < len(lines) and not lines[place + room].strip() and room < 20:
        room += 1
    return room


def _can_lead(lines: list[str], place: int, pieces: list[str], room: int) -> bool:
    """Whether the last piece, some text, can begin the line at a place."""
    if len(pieces) != room + 1 or pieces[-1].startswith('#') or place >= len(lines):
        return False
    return not _STRUCTURE.match(lines[place])


def _opened(lines: list[str], begin: int, place: int) -> bool:
    """Make the HTML above a heading of HTML end there, without a line more; False where that cannot be."""
    while begin < place and lines[begin].lstrip()[:1] != '<':
        begin += 1  # the words of a paragraph, which a heading may follow
    shown = [as_markdown(line) if line.lstrip()[:1] == '<' else line for line in lines[begin:place]]
    if None not in shown:
        for above, words in enumerate(shown, begin):
            lines[above] = (words or '') + ('  ' if words and words[:2] != '- ' and above + 1 < place else '')
        return True
    return is_balanced(lines[begin:place], loose=True) and _ended(lines, begin, place)


def _ended(lines: list[str], begin: int, place: int) -> bool:
    """Make a block of HTML end before a line: its last line joins the one above it, or moves up to an empty one."""
    last = place - 1
    if begin < last:
        lines[last - 1] += f' {lines[last].strip()}'
    elif last and not lines[last - 1].strip():
        lines[last - 1] = lines[last]
    else:
        return False
    lines[last] = ''
    return True


def free_headings(lines: list[str]) -> None:
    """Let a block of HTML end before a heading of Markdown that follows at once, in place. Cost linear."""
    if not any(line.lstrip()[:1] == '<' for line in lines):
        return
    starts = block_starts(lines)
    tried = -1
    for place, line in enumerate(lines):
        start = starts[place]
        if start <= tried or not _ATX.match(line):
            continue
        tried = start
        if not is_balanced(lines[start:place]):
            continue
        if start == place - 1 and (words := as_markdown(lines[start])) is not None:
            lines[start] = words
        else:
            _ended(lines, start, place)
