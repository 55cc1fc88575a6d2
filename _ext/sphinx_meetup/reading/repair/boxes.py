"""Boxes of other tools (``:::message``, ``::: {.note}``, ``> [!NOTE]``, ``<aside>``) as MyST's own."""

from __future__ import annotations

import re

from .known import known

_OPEN = re.compile(
    r'(?P<indent>[ ]{0,6})(?P<colons>:{3,})[ ]?(?:(?P<own>\{[\w:-]{1,40}\}.*)'
    r'|(?P<name>[A-Za-z][\w-]{0,30})?[ ]?(?:\{(?P<attributes>[^{}]{1,300})\}|\[(?P<bracket>[^\[\]]{1,200})\])?'
    r'(?P<rest>.{0,300}))\Z'
)
_CLASS = re.compile(r'\.(?:callout-)?([A-Za-z][\w-]{0,30})')
_TITLE = re.compile(r'title\s?=\s?["\']([^"\']{1,300})["\']')
_ALERT = re.compile(r'[ ]{0,3}>[ ]?\[!(?P<name>[A-Za-z]{2,20})\][-+]?[ ]{0,3}(?P<title>.{0,300})\Z')
_QUOTED = re.compile(r'[ ]{0,3}>[ ]?')
_ASIDE = re.compile(r'[ ]{0,3}<(?P<end>/)?aside(?:\s[^<>]{0,300})?>[ ]{0,3}\Z', re.IGNORECASE)
_DETAILS = re.compile(
    r'[ ]{0,3}<details(?:\s[^<>]{0,300})?>\s{0,5}'
    r'(?:<summary(?:\s[^<>]{0,300})?>(?P<title>.{0,300}?)</summary>\s{0,5})?\Z',
    re.IGNORECASE,
)
_SUMMARY = re.compile(r'[ ]{0,5}<summary(?:\s[^<>]{0,300})?>(?P<title>.{0,300}?)</summary>\s{0,5}\Z', re.IGNORECASE)
_DETAILS_END = re.compile(r'[ ]{0,3}</details\s{0,3}>[ ]{0,3}\Z', re.IGNORECASE)
_TAGS = re.compile(r'<[^<>]{1,300}>')
_STRUCTURE = re.compile(r'[ ]{0,3}(?:#{1,6}[ ]|\||<t(?:able|r)\b)')


def open_boxes(lines: list[str]) -> None:
    """Turn the boxes of a text into directives, in place. Cost linear.

    Each gets one colon more than those inside it. A box that is never closed, or of a kind that is not
    known, leaves its words; one that hides headings or tables is opened, for they belong to the page.
    """
    if any('[!' in line for line in lines):
        _alerts(lines)
    if any('<' in line for line in lines):
        _elements(lines)
    if any(':::' in line for line in lines):
        _fences(lines)


def _alerts(lines: list[str]) -> None:
    """Quotes that begin with a kind, as GitHub and Obsidian have them, where an empty line can close the box."""
    place = 0
    while place < len(lines):
        match = _ALERT.match(lines[place])
        place += 1
        if match is None:
            continue
        first, name, title = place - 1, match['name'].casefold(), match['title'].strip()
        while place < len(lines) and _QUOTED.match(lines[place]) and not _ALERT.match(lines[place]):
            place += 1
        if place < len(lines) and not lines[place].strip():
            kind = name if name in known().boxes else 'note'
            lines[first] = f':::{kind} {title}'.rstrip()
            for inside in range(first + 1, place):
                lines[inside] = _QUOTED.sub('', lines[inside], count=1)
            lines[place] = ':::'
        else:
            lines[first] = f'> **{title or name.capitalize()}**'


def _elements(lines: list[str]) -> None:
    """Notion's ``<aside>`` and ``<details>`` whose tags stand on lines of their own."""
    opened: list[tuple[int, str]] = []
    for place, line in enumerate(lines):
        text = line.lstrip()
        if text[:1] != '<':
            continue
        if match := _ASIDE.match(line):
            if match['end'] and opened and opened[-1][1] == 'note':
                lines[opened.pop()[0]] = ':::note'
                lines[place] = ':::'
            elif not match['end']:
                opened.append((place, 'note'))
        elif _DETAILS.match(line):
            opened.append((place, 'details'))
        elif _DETAILS_END.match(line) and opened and opened[-1][1] == 'details':
            first = opened.pop()[0]
            title = (_DETAILS.match(lines[first]) or {'title': None})['title']
            below = first + 1
            if title is None and below < place and (summary := _SUMMARY.match(lines[below])):
                title, lines[below] = summary['title'], ''
            lines[first] = f':::details {_TAGS.sub("", title or "").strip()}'.rstrip()
            lines[place] = ':::'


class _Box:
    """A box while it is open."""

    def __init__(self, place: int, match: re.Match[str]) -> None:
        self.place = place
        self.match = match
        self.height = 0
        """How many boxes stand in one another inside it."""
        self.structure = False

    @property
    def own(self) -> bool:
        """Whether it is MyST's already."""
        return self.match['own'] is not None


def _fences(lines: list[str]) -> None:
    stack: list[_Box] = []
    for place, line in enumerate(lines):
        if ':::' not in line:
            if stack and _STRUCTURE.match(line):
                stack[-1].structure = True
            continue
        match = _OPEN.match(line.rstrip())
        if match is None:
            continue
        if match['own'] or match['name'] or match['attributes'] or match['rest'].strip():
            if match['own'] or not match['rest'].startswith(':'):
                stack.append(_Box(place, match))
        elif stack:
            while len(stack) > 1 and len(stack[-1].match['colons']) > len(match['colons']) and not stack[-1].own:
                _leave(lines, stack.pop())
            _close(lines, stack, place)
        else:
            lines[place] = ''
    for box in stack:
        if not box.own:
            _leave(lines, box)


def _close(lines: list[str], stack: list[_Box], place: int) -> None:
    box = stack.pop()
    outer = stack[-1] if stack else None
    if outer:
        outer.structure = outer.structure or box.structure
    if box.own:
        if box.height and len(box.match['colons']) < 3 + box.height:
            lines[box.place] = ':' * box.height + lines[box.place].lstrip()
            lines[place] = ':' * box.height + lines[place].lstrip()
        return
    name, title = _named(box.match)
    kind = next((known().boxes[word] for word in name if word in known().boxes), '')
    colons = ':' * (3 + box.height)
    indent = box.match['indent']
    if not kind or (kind == 'details' and box.structure):
        lines[box.place] = f'{indent}**{title}**' if title else ''
        lines[place] = ''
        if outer:
            outer.height = max(outer.height, box.height)
        return
    if outer:
        outer.height = max(outer.height, box.height + 1)
    if kind == 'details':
        lines[box.place] = f'{indent}{colons}{{dropdown}} {title or "…"}'
    else:
        lines[box.place] = f'{indent}{colons}{{{kind}}} {f"**{title}**" if title else ""}'.rstrip()
    lines[place] = f'{indent}{colons}'


def _leave(lines: list[str], box: _Box) -> None:
    """Leave the words of a box that has no end, or none that is its own."""
    name, title = _named(box.match)
    known_one = any(word in known().boxes for word in name)
    words = title if known_one else ' '.join([*name, title]).strip()
    lines[box.place] = f'{box.match["indent"]}**{words}**' if known_one and words else words


def _named(match: re.Match[str]) -> tuple[list[str], str]:
    """The words that may name a box's kind, the surest first, and its title."""
    attributes = match['attributes'] or ''
    rest = match['rest'].strip().strip(':').strip()
    title = _TITLE.search(attributes)
    names = [word.casefold() for word in (*_CLASS.findall(attributes), match['name'] or '') if word]
    first, _, more = rest.partition(' ')
    if (
        first.casefold() in known().boxes
        and known().boxes[first.casefold()] != 'details'
        and match['name'] in {'message', 'note'}
    ):
        names, rest = [first.casefold(), *names], more.strip()
    return names, (title[1] if title else match['bracket'] or rest)
