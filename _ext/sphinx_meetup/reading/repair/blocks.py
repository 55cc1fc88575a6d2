"""Where a text's blocks of raw HTML lie: Markdown inside one is not read as Markdown."""

from __future__ import annotations

import re
from collections import Counter

from .embeds import attributes
from .players import link

# CommonMark 0.31.2, section 4.6: what begins a block that ends at an empty line.
_BLOCK = re.compile(
    r'</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt'
    r'|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu'
    r'|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track'
    r'|ul)(?:[\s>]|/>|\Z)',
    re.IGNORECASE,
)
_ALONE = re.compile(r'</?[a-z][\w-]{0,30}(?:\s[^<>]{0,2000})?/?>\s*\Z', re.IGNORECASE)
_WRAPPER = re.compile(
    r'(?:\s{0,5}</?(?:div|section|article|main|header|center|span|font|body|html)(?:\s[^<>]{0,500})?>){1,6}\s*\Z',
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r'\s{0,5}<p(?:\s[^<>]{0,300})?>(.{0,5000}?)(?:</p\s{0,3}>)?\s*\Z', re.IGNORECASE)
_ITEM = re.compile(r'\s{0,5}<li(?:\s[^<>]{0,300})?>(.{0,5000}?)(?:</li\s{0,3}>)?\s*\Z', re.IGNORECASE)
_BREAKS = re.compile(
    r'(?:\s{0,5}(?:<br\s{0,3}/?>|</?p>|</?[uo]l(?:\s[^<>]{0,300})?>|<a\s[^<>]{0,200}></a>)){1,9}\s*\Z', re.IGNORECASE
)
_RULE = re.compile(r'\s{0,5}<hr(?:\s[^<>]{0,300})?/?>\s*\Z', re.IGNORECASE)
_SHOWS = re.compile(r'\s{0,5}<(img|iframe)(?=\s)([^<>]{0,3000})>(?:\s{0,3}</iframe>)?\s*\Z', re.IGNORECASE)
_ANY_BLOCK = re.compile(
    r'<(/?)(address|article|aside|blockquote|center|dd|details|div|dl|dt|figure|li|ol|section|table|td|th|tr|ul|p)(?=[\s>])',
    re.IGNORECASE,
)
_LEFT_OPEN = frozenset({'p', 'li', 'dd', 'dt', 'td', 'th', 'tr'})
_LOOSE = _LEFT_OPEN | {'article', 'center', 'div', 'dl', 'ol', 'section', 'ul'}


def block_starts(lines: list[str]) -> list[int]:
    """For each line the first line of the block of HTML that it goes on; -1 for a line in none.

    The first line of a block has -1: it may still become something else.
    """
    found: list[int] = []
    start = -1
    for place, line in enumerate(lines):
        text = line.lstrip()
        if not text:
            start = -1
            found.append(-1)
            continue
        found.append(start)
        if start < 0 and text[0] == '<' and len(line) - len(text) < 4:
            above = place and lines[place - 1].strip()
            if _BLOCK.match(text) or (not above and _ALONE.match(text)):
                start = place
    return found


def is_wrapper(line: str) -> bool:
    """Whether a line holds nothing but tags that only lay out what stands in them."""
    return _WRAPPER.match(line) is not None


def as_markdown(line: str) -> str | None:
    """A line of HTML that is whole in itself as Markdown: a paragraph, an item, a picture, a frame, a rule.

    None for any other, such as the row of a table.
    """
    if is_wrapper(line) or _BREAKS.match(line):
        return ''
    if _RULE.match(line):
        return '***'  # dashes would make a heading of the line above
    if match := _PARAGRAPH.match(line):
        return None if _ANY_BLOCK.search(match[1]) else match[1].strip()
    if match := _ITEM.match(line):
        return None if _ANY_BLOCK.search(match[1]) else f'- {match[1].strip()}'
    if match := _SHOWS.match(line):
        values = attributes(match[2])
        source = values.get('src', '')
        source = f'https:{source}' if source.startswith('//') else source
        if not source or set(source) & set(' <>()'):
            return None
        if match[1].casefold() == 'img':
            return f'![{values.get("alt", "").replace("]", "").replace("[", "")}]({source})'
        return link(source, values.get('title', '')) if source.startswith('http') else None
    return None


def is_balanced(lines: list[str], *, loose: bool = False) -> bool:
    """Whether every element that begins in some lines ends there, but for those that may be left open.

    :param loose: whether lists and wrappers do not count: many an old post has one end too few or too many.
    """
    count: Counter[str] = Counter()
    for line in lines:
        for end, name in _ANY_BLOCK.findall(line):
            count[name.casefold()] += -1 if end else 1
    return not any(number for name, number in count.items() if name not in (_LOOSE if loose else _LEFT_OPEN))
