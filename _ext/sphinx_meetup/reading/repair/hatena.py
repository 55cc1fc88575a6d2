"""Hatena's notation. Its embeds and pictures stand in any text; its headings, lists, quotes and code only in one
that is plainly written in it, for ``*`` and ``-`` mean something else in Markdown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .players import frame, link, shown_at

if TYPE_CHECKING:
    from .draft import Draft, Found

_ADDRESS = re.compile(
    r'\[(https?://[^\s\[\]]{1,500}?):(embed|title|image|movie|bookmark|barcode)(?:[:#][^\[\]=]{0,300})?(?:=([^\[\]]{1,300}))?\]'
)
_PICTURE = re.compile(r'\[f:id:([\w-]{1,40}):(\d{8})(\d{6})([jpgf])?(?:[:,][^\[\]]{0,300})?\]')
_ALT = re.compile(r':(?:alt|title)=([^:\[\]]{1,200})')
_SILENT = re.compile(r'^[ ]{0,3}\[:(?:contents|toc)\][ ]{0,3}$', re.MULTILINE)
_BOOK = re.compile(r'\[(asin|ASIN|isbn|ISBN):([0-9X-]{10,17}|B0\w{8})(?::[^\[\]\n]{0,100})?\]')
_NAMED = re.compile(r'\[id:([\w-]{2,40})(?::[\w/-]{1,60})?\]')

_MARKDOWN = re.compile(r'[ ]{0,3}(?:#{1,6}[ \u3000]?\S|```|~~~|\[[^\[\]]{1,200}\]\([^()]{1,300}\)|\d{1,3}\.[ ])')
_CODE = re.compile(r'>\|(?P<language>[\w.+#-]{0,20}\|)?[ \t]{0,3}\Z')
_QUOTE = re.compile(r'>(?:(?P<url>https?://[^\s<>]{1,500})|[\w.:/-]{0,100})>[ \t]{0,3}\Z')
_HEADING = re.compile(r'(\*{1,3})(?!\*)(?:[\w-]{1,20}\*)?[ \u3000]{0,3}((?:\[[^\[\]]{1,40}\]){0,5})([^*\s].{0,500})\Z')
_ITEM = re.compile(r'([-+]{1,3})(?![-+>])[ \u3000]{0,3}(\S.*)\Z')
_TERM = re.compile(r':([^:|]{1,100}):(.*)\Z')
_NOTE = re.compile(r'(?<!\()\(\(((?:[^()\n]|\([^()\n]{0,200}\)){2,500})\)\)(?!\))')
_RULES = frozenset({'====', '====='})
_NO_BREAK = frozenset({'><', '>  <'})
_SIGNS = 2
"""So many headings in Hatena's way, without anything else, tell its notation."""


def is_hatena(lines: list[str]) -> bool:
    """Whether a text is plainly in Hatena's notation: its fences or several headings, and nothing of Markdown."""
    if not any(line[:1] in {'*', '>'} for line in lines) or any(_MARKDOWN.match(line) for line in lines):
        return False
    ends = {line.strip() for line in lines if line[:2] in {'||', '|<', '<<'}}
    begins = [line for line in lines if line[:1] == '>']
    if '||<' in ends and any(_CODE.match(line) and '|' in line[2:] for line in begins):
        return True
    quotes = '<<' in ends and any(_QUOTE.match(line) for line in begins)
    heads = [match for line in lines if line[:1] == '*' and (match := _HEADING.match(line)) and '*' not in match[3]]
    tight = [match for match in heads if match[0][len(match[1])] not in ' \t']
    return (quotes and bool(heads)) or (len(tight) >= _SIGNS and len(tight) == len(heads))


def repair_hatena_blocks(lines: list[str]) -> None:
    """Turn the blocks of Hatena's notation into Markdown, in place; a text in another stays. Cost linear."""
    if not is_hatena(lines):
        return
    code = quote = table = False
    closes = _last(lines, {'||<', '|<'})
    for place, line in enumerate(lines):
        text = line.strip()
        if code:
            if text in {'||<', '|<'}:
                lines[place], code = '```', False
            continue
        if line[:1] == '>' and (match := _CODE.match(line)) and place < closes:
            lines[place], code = '```' + (match['language'] or '').rstrip('|'), True
            continue
        if line[:1] == '>' and (match := _QUOTE.match(line)):
            lines[place], quote = (f'> <{match["url"]}>' if match['url'] else ''), True
            continue
        if text == '<<':
            lines[place], quote = '', False
            continue
        changed = _line(line)
        row = not quote and text[:1] == text[-1:] == '|' and len(text) > 2
        if row:
            after = lines[place + 1].strip() if place + 1 < len(lines) else ''
            changed = _row(text, first=not table, last=not (after[:1] == after[-1:] == '|' and len(after) > 2))
        table = row
        lines[place] = f'> {changed}'.rstrip() if quote else changed


def _last(lines: list[str], words: set[str]) -> int:
    return next((place for place in range(len(lines) - 1, -1, -1) if lines[place].strip() in words), -1)


def _line(line: str) -> str:
    if match := _HEADING.match(line):
        return f'{"#" * (len(match[1]) + 1)} {match[3].strip()}'
    if match := _ITEM.match(line):
        mark = '-' if match[1][-1] == '-' else '1.'
        return f'{" " * (len(mark) + 1) * (len(match[1]) - 1)}{mark} {match[2]}'
    if match := _TERM.match(line):
        return f'**{match[1].strip()}**: {match[2].strip()}'
    text = line.strip()
    if text in _RULES or text in _NO_BREAK:
        return ''
    if line.startswith('><') and line.rstrip().endswith('><'):
        line = line.strip()[1:-1]
    return _NOTE.sub(r'（\1）', line) if '((' in line else line


def _row(text: str, *, first: bool, last: bool) -> str:
    """A row of a table as HTML: Markdown's tables need a line between the first two rows, and there is none."""
    cells = ''.join(
        f'<th>{cell[1:].strip()}</th>' if cell[:1] == '*' else f'<td>{cell.strip()}</td>'
        for cell in text[1:-1].split('|')
    )
    return f'{"<table>" if first else ""}<tr>{cells}</tr>{"</table>" if last else ""}'


def repair_hatena(draft: Draft) -> None:
    """Turn Hatena's embeds, pictures and names into what they show."""
    if '[' not in draft.text:
        return
    if ':' in draft.text:
        draft.rewrite(_ADDRESS, _address)
        draft.rewrite(_PICTURE, _picture)
        if '[:' in draft.text:
            draft.remove(_SILENT)
        draft.rewrite(_NAMED, lambda found: f'id:{found.match[1]}')
        draft.rewrite(_BOOK, _book)


def _address(found: Found) -> str:
    url, kind, words = found.match.groups()
    player = shown_at(url) if found.alone and kind in {'embed', 'movie'} else None
    return frame(player.url) if player and player.framed else link(url, words or '')


def _picture(found: Found) -> str:
    user, day, time, form = found.match.groups()
    folder = f'https://cdn-ak.f.st-hatena.com/images/fotolife/{user[0]}/{user}/{day}/{day}{time}'
    alt = _ALT.search(found.match[0])
    ending = {'p': 'png', 'g': 'gif'}.get(form or '', 'jpg')
    return f'![{alt[1].strip() if alt else ""}]({folder}.{ending})'


def _book(found: Found) -> str:
    number = found.match[2].replace('-', '')
    return f'ISBN {number}' if len(number) > 10 else link(f'https://www.amazon.co.jp/dp/{number}')
