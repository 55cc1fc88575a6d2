"""Tags of Liquid and Nunjucks (``{% … %}``, ``{{ … }}``): Jekyll, Octopress, Hexo, HackMD, Eleventy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .arguments import arguments
from .draft import Draft
from .known import known, plain_name
from .quotes import quoted
from .tags import Tag, show

if TYPE_CHECKING:
    from .draft import Element, Found
    from .shelter import Shelter

_LONGEST = 20_000
_BODY = r'(?:[^%{]|%(?!\})|\{(?!%)){0,2000}?'
_RAW = re.compile(r'\{%-?\s{0,5}(?P<end>end)?(?:raw|verbatim)\s{0,5}-?%\}')
_COMMENT = re.compile(r'\{%-?\s{0,5}(?P<end>end)?comment\s{0,5}-?%\}')
_NOTE = re.compile(r'\{#[^#{}]{0,500}#\}')
_QUOTE = re.compile(
    rf'\{{%(?<!\{{\{{%)-?\s{{0,5}}(?P<end>end)?(?P<name>blockquote|pullquote|centerquote|cq|quote)(?P<rest>\s{_BODY})?-?%\}}'
)
_TAG = re.compile(rf'\{{%(?<!\{{\{{%)-?\s{{0,5}}(?P<name>/?[\w.-]{{1,40}})(?P<rest>(?:[\s,/:]{_BODY})?)-?%\}}')
_VALUE = re.compile(
    r'\{\{-?[ \t]{0,5}(?:(?:site|page|post|config|theme|url_for|\.Site|\.Page|\.Params)\b[\w. |:\'"/(),-]{0,200}'
    r'|(?P<mark>["\'])(?P<text>[^"\'{}\n]{0,500})(?P=mark)[ \t]{0,5}(?:\|[^{}\n]{0,200})?)-?\}\}'
)
_LINK_TO_TAG = re.compile(
    r'\[(?<!!\[)([^\[\]\n]{1,300})\]\((?:\{%[^%\n]{0,300}%\}|\{\{(?!-?[ ]?["\'])[^{}\n]{0,300}\}\})[^()\s]{0,200}\)'
)
_INCLUDING = frozenset({'include', 'render', 'includecached', 'includerelative', 'partial', 'renderpartial'})
"""Tags that are called after the file they show: what it is called tells more."""
_WORD = re.compile(r'\S{1,200}')


def hide_raw(text: str, shelter: Shelter) -> str:
    """A text without the tags around what its author wants shown as it is; that is put away."""
    if '{%' not in text:
        return text
    draft = Draft(text)
    draft.rewrite_elements(_RAW, lambda found: '\n'.join(map(shelter.hide, found.inner.split('\n'))), _LONGEST)
    return draft.text


def repair_liquid(draft: Draft) -> None:
    """Turn the tags of a text into what they mean."""
    if '](' in draft.text and '{' in draft.text:
        draft.rewrite(_LINK_TO_TAG, lambda found: found.match[1])
    if '{%' in draft.text:
        draft.rewrite_elements(_COMMENT, _nothing, _LONGEST)
        draft.rewrite_elements(_QUOTE, _quote, _LONGEST)
        draft.rewrite(_TAG, lambda found: _tag(draft, found))
    if '{#' in draft.text:
        draft.remove(_NOTE)
    if '{{' in draft.text:
        draft.rewrite(_VALUE, lambda found: found.match['text'] or '')


def _nothing(element: Element) -> str:
    return ''


def _quote(element: Element) -> str | None:
    if plain_name(element.opening['name']) != plain_name(element.closing['name']):
        return None
    rest = ' '.join((element.opening['rest'] or '').split())
    given = arguments(rest)
    url = next((word for word in given.plain if word.startswith('http')), '')
    words = rest.replace(url, '').strip('"\' ') if not given.named else ''
    return quoted(element, given.named.get('author') or ' '.join(words.split()), given.named.get('url') or url)


def _tag(draft: Draft, found: Found) -> str:
    name, rest = found.match['name'], found.match['rest'] or ''
    closing = name.startswith(('/', 'end')) and name != 'end'
    name = name.removeprefix('/')
    if closing:
        name = name.removeprefix('end')
    given = arguments(rest)
    if plain_name(name) in _INCLUDING and (file := _WORD.search(rest)):
        given = arguments(rest[file.end() :])
        name = file[0].strip('"\',').removesuffix('.html').removesuffix('.md').rpartition('/')[2] or name
    if known().kinds.get(plain_name(name)) == 'silent':
        return ''
    return show(draft, Tag(name, given, closing), found.line, alone=found.alone)
