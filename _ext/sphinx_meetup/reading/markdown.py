"""Markdown as Japanese authors write it, for markdown-it: the command line's parser and the build's alike."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_block import make_fence_rule
from markdown_it.rules_inline.state_inline import Delimiter
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

# What XML 1.0 cannot hold (section 2.2) and no author means; tab, line feed and return stay.
_CONTROL = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\u2028\u2029]')


@lru_cache(maxsize=1)
def markdown() -> MarkdownIt:
    """The parser of the command line: the blocks and spans that MyST knows in a build; no rendering."""
    parser = (
        MarkdownIt('commonmark')
        .enable('table')
        .use(front_matter_plugin)
        .use(myst_block_plugin)
        .use(myst_role_plugin)
        .use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
        .use(deflist_plugin)
    )
    colon_fence = make_fence_rule(markers=(':',), token_type='colon_fence')  # noqa: S106 - no password
    parser.block.ruler.before(
        'fence', 'colon_fence', colon_fence, {'alt': ['paragraph', 'reference', 'blockquote', 'list', 'footnote_def']}
    )
    use_cjk_emphasis(parser)
    return parser


def tokens(text: str) -> list[Token]:
    """The block tokens of a text; lines counted from 0 in ``Token.map``."""
    return markdown().parse(text, {})


def visible(text: str) -> str:
    """The words of one line of Markdown, without its marks: a directive's title as a page shows it."""
    inline = markdown().parseInline(text)
    children = (child for child in inline[0].children or () if child.type != 'html_inline') if inline else ()
    return ''.join(child.content or (' ' if child.type.endswith('break') else '') for child in children).strip()


def without_control(text: str) -> tuple[str, int]:
    """The text with control characters replaced by U+FFFD, and the line of the first (0 for none).

    The number of lines stays.
    """
    found = _CONTROL.search(text)
    if found is None:
        return text, 0
    return _CONTROL.sub('\ufffd', text), text.count('\n', 0, found.start()) + 1


def use_cjk_emphasis(parser: MarkdownIt) -> None:
    """Let ``**「強調」**が`` be emphasised.

    CommonMark (0.31.2, section 6.2) decides by white space and punctuation around the marks, which takes
    for granted that words are parted by spaces. Between a mark and Japanese, Chinese or Korean text none is
    to be expected (commonmark-spec issue 650): such a neighbour counts like white space would, and
    their own punctuation like a letter.
    """
    parser.inline.ruler.at('emphasis', _emphasis)


def _emphasis(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it calls it so
    marker = state.src[state.pos]
    if silent or marker not in '*_':
        return False
    begin = end = state.pos
    while end < state.posMax and state.src[end] == marker:
        end += 1
    can_open, can_close = _flanking(state.src, begin, end, marker)
    for _ in range(end - begin):
        token = state.push('text', '', 0)
        token.content = marker
        state.delimiters.append(
            Delimiter(
                marker=ord(marker),
                length=end - begin,
                token=len(state.tokens) - 1,
                end=-1,
                open=can_open,
                close=can_close,
            )
        )
    state.pos = end
    return True


def _flanking(text: str, begin: int, end: int, marker: str) -> tuple[bool, bool]:
    before = text[begin - 1] if begin else ' '
    after = text[end] if end < len(text) else ' '
    # A variation selector belongs to the character before it.
    if '\ufe00' <= before <= '\ufe0f' and begin > 1:
        before = text[begin - 2]
    space_before, space_after = _is_space(before), _is_space(after)
    mark_before, mark_after = _is_mark(before), _is_mark(after)
    left = not space_after and (not mark_after or space_before or mark_before or _is_cjk(before))
    right = not space_before and (not mark_before or space_after or mark_after or _is_cjk(after))
    if marker == '*':
        return left, right
    punctuation_before = mark_before or (_is_cjk(before) and _is_punctuation(before))
    punctuation_after = mark_after or (_is_cjk(after) and _is_punctuation(after))
    return left and (not right or punctuation_before), right and (not left or punctuation_after)


def _is_space(char: str) -> bool:
    return isWhiteSpace(ord(char))


def _is_punctuation(char: str) -> bool:
    return isMdAsciiPunct(ord(char)) or isPunctChar(char)


def _is_mark(char: str) -> bool:
    return _is_punctuation(char) and not _is_cjk(char)


def _is_cjk(char: str) -> bool:
    """East Asian wide or full-width text: kana, kanji, hangul and their punctuation."""
    return ord(char) >= 0x1100 and unicodedata.east_asian_width(char) in 'WF'
