"""Prefixes that name the kind of a talk or number it: ``LT1:``, ``【基調講演】``, ``(Session 2)``, ``TALK -``."""

from __future__ import annotations

import re

from .text import folded
from .words import words

_LONGEST = 24
_NUMBER = (
    r'(?:[ ]?[#＃№]?[ ]?[0-9０-９①-⑳]{1,2}(?:[ ]?[-‐][ ]?[0-9]{1,2})?|[ ]?[A-Da-d](?![a-z])|その[0-9一二三]'
    r'|[一二三四五六七八九十]{1,3}(?=[ ]?[:：、]))'
)
_BRACKETED = re.compile(
    r'[(（\[［【<＜](?P<word>[^()（）\[\]［］【】<>＜＞]{1,20}?)(?P<number>'
    + _NUMBER
    + r')?[ ]?[)）\]］】>＞][ 　:：.\-–—]{0,3}'
)
_PLAIN = re.compile(
    r'(?P<word>[^\W\d_][^\d:：\-–—|/「『【（(\[]{0,19}?)(?P<number>'
    + _NUMBER
    + r')?(?P<mark>[ 　]{0,2}[:：.、,)）]|[ 　]{1,2}[-–—―|/／][ 　]|[ 　]+|(?=[「『【]))[ 　]{0,3}'
)
_BEHIND = re.compile(r'(?<=\S)[ 　]?[(（【\[]([^()（）【】\[\]]{2,20})[)）】\]]\Z')
_LENGTH = re.compile(r'[\d][\d\s~〜～x×*-]{0,8}(?:min|分|m\b|本|枠|名|人|件|talks|people)', re.IGNORECASE)
_ORDINAL = re.compile(
    r'(?:(?P<bracket>[(（\[【])?(?:第|その|no\.?|#)?[ ]?[0-9０-９①-⑳一二三四五六七八九十]{1,2}'
    r'[ ]?(?:コマ目|本目|人目|番目|件目|つ目|部|限目|個目)[)）\]】]?|[0-9０-９]{1,2}[.．)）][ '
    r'　]{0,2}(?=\D)|[(（][0-9０-９]{1,2}[)）][ 　]{0,2}|[①-⑳][ 　]{0,2})[ 　:：.、\-–]{0,3}',
    re.IGNORECASE,
)


def split_kind(heading: str) -> tuple[str, str]:
    """The kind of talk that a heading's prefix names, and the title without it.

    A keynote's prefix before a colon stays in its title: it is part of the name that programmes print.

    :return: ``lt``, ``keynote``, ``panel``, ``workshop``, ``talk`` or '', and the title; a heading that is nothing
        but the prefix keeps it.
    """
    text = heading.strip()
    if (behind := _BEHIND.search(text)) and (named := words().kinds.get(folded(behind[1]).strip())):
        kind, title = split_kind(text[: behind.start()])
        return kind if kind not in {'', 'talk'} else named, title  # the kind in brackets behind the title
    ordinal = _ORDINAL.match(text)
    if ordinal and ordinal.end() < len(text):
        kind, rest = split_kind(text[ordinal.end() :])
        return kind, rest
    for form in (_BRACKETED, _PLAIN):
        match = form.match(text)
        if match is None or match.end() >= len(text):
            continue
        named = words().kinds.get(folded(match['word']).strip())
        if named is None or not _is_prefix(match, named, bracketed=form is _BRACKETED):
            continue
        rest = text[match.end() :].strip()
        if _LENGTH.match(rest):
            continue  # "LT 5min" tells of no title
        return named, rest or text
    return '', text


def _is_prefix(match: re.Match[str], kind: str, *, bracketed: bool) -> bool:
    """A bare word before a space is a prefix only where it is short for itself (``LT``) or has a number."""
    if bracketed or match['number']:
        return True
    mark = match['mark'].strip()
    return bool(mark) or kind in {'lt', 'keynote'} or not match['mark']
