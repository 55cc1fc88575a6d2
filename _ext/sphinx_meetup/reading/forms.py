"""The forms in which one line holds a title and its speakers: ``title by name``, ``name「title」``."""

from __future__ import annotations

import re
from dataclasses import dataclass

_QUOTES = (
    r'[「『《“"](?P<title>[^「」『』《》“”"]{2,200}'
    r'(?:[「『“][^「」『』“”]{1,80}[」』”][^「」『』《》“”"]{0,100}){0,3})[」』》”"]'
)
HONORIFIC = r'(?:さん|さま|氏|様|先生|老师|老師|님)'


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a title and its speakers on a line; ``always`` where the form alone says so."""

    style: str
    pattern: re.Pattern[str]
    always: bool = False


def _form(style: str, pattern: str, *, always: bool = False) -> Form:
    return Form(style, re.compile(pattern), always)


_TAIL = r'(?P<tail>[ 　]?[(（][^()（）]{1,12}[)）])?[ 　]*\Z'
_MARKS = r'[-–—―─:：/／|｜]'
_HANDLE = r'(?<![A-Za-z0-9])[@＠][A-Za-z0-9_.-]{2,40}(?:[ 　]?' + HONORIFIC + r')?'
_HANDLES = r'(?P<who>' + _HANDLE + r'(?:[ 　]{0,2}[,、&と/][ 　]{0,2}' + _HANDLE + r'){0,5})'
_BY = r'(?:[Pp]resented |[Tt]alk )?(?:(?<![A-Za-z])[Bb]y|BY)(?:[ ]?[:：][ ]?|[ ]+)'
_WHO_BY = r'(?P<who>[^()（）\[\]]{2,60}(?:[(（][^()（）]{1,40}[)）][^()（）]{0,20})?)'
_KANJI_NAME = r'[\u4e00-\u9fff々]{1,4}[ 　][\u4e00-\u9fff々\u3040-\u30ff]{1,6}'
FORMS = (
    # "hosted by", "powered by": a participle before it names no speaker.
    _form(
        'by', r'(?P<title>.{2,})(?<!ed)(?<!ed )[ 　,、]{0,2}[(（\[]?' + _BY + _WHO_BY + r'[)）\]]?' + _TAIL, always=True
    ),
    _form(
        'handle after',
        r'(?P<title>.{2,}?)[ 　]{0,3}[-–—―─~〜～:：/／|｜・,、]{0,3}[ 　]{0,3}(?:(?:from|by)[ ])?' + _HANDLES + _TAIL,
        always=True,
    ),
    _form(
        'handle before',
        _HANDLES
        + r'[ 　]{0,3}(?:[-–—:：/｜|、,]|による|の[、,](?=[^、,])|(?<=さん)の)?[ 　]{0,3}(?P<title>[^\s@].{1,})\Z',
        always=True,
    ),
    _form(
        'quotes after', r'(?P<who>[^「『《“"]{2,60}?)[ 　]{0,3}' + _MARKS + r'{0,2}[ 　]{0,3}' + _QUOTES + r'[ 　]*\Z'
    ),
    _form(
        'quotes before',
        _QUOTES + r'[ 　]{0,3}(?:' + _MARKS + r'{1,3}|by)?[ 　]{0,3}(?P<who>[^「『《“"\s\-–—―─][^「『《“"]{1,60})\Z',
    ),
    _form(
        'honorific before',
        r'(?P<who>[^\s「『：:][^「『：:]{0,30}?' + HONORIFIC + r')[ 　]{0,3}(?:' + _MARKS + r'{1,3}|による|の発表)'
        r'[ 　]{0,3}(?P<title>.{2,})\Z',
    ),
    _form(
        'honorific after',
        r'(?P<title>.{2,}?)(?:[ 　]{1,3}|' + _MARKS + r'{1,3}[ 　]{0,3}|(?<=[」』》）)]))'
        r'(?P<who>[^\s「『：:/／|｜()（）~〜～][^「『：:~〜～]{0,160}?' + HONORIFIC + r')' + _TAIL,
    ),
    _form(  # where the words before the first space cannot be all of the title
        'honorific after',
        r'(?P<title>.{2,})[ 　]{1,3}'
        r'(?P<who>[^\s「『：:/／|｜()（）~〜～]{1,20}?[ 　]?(?:[(（][@＠][^()（）]{1,40}[)）])?[ 　]?'
        + HONORIFIC
        + r')'
        + _TAIL,
    ),
    _form(
        'brackets after',
        r'(?P<title>.{2,}?)[ 　]{0,2}[(（【\[]'
        r'(?P<who>[^()（）【】\[\]]{2,60}(?:[(（][^()（）]{1,40}[)）][^()（）]{0,10})?)[)）】\]][ 　]*\Z',
    ),
    _form('at after', r'(?P<title>.{2,})[ 　]{1,2}[@＠][ 　]{1,2}(?P<who>[^@＠]{2,60})\Z'),
    _form('slash after', r'(?P<title>.{2,})[ 　]{0,2}(?<!:)(?<!/)[/／](?!/)[ 　]{0,2}(?P<who>[^/／]{2,60})\Z'),
    _form('pipe after', r'(?P<title>.{2,}?)[ 　]{0,2}[|｜][ 　]{0,2}(?P<who>[^|｜]{2,60})\Z'),
    _form(
        'dash after',
        r'(?P<title>.{2,}(?:[ 　]|(?<=[」』])))(?:[-–—―─]{1,3})[ 　]{0,2}'
        r'(?P<who>(?:[^-–—―─]|(?<=[A-Za-z])-(?=[A-Za-z])){2,60})\Z',
    ),
    _form('dash before', r'(?P<who>[^-–—―─:：]{2,40}?)[ 　]{1,2}[-–—―─]{1,2}[ 　]{1,2}(?P<title>.{2,})\Z'),
    _form('colon before', r'(?P<who>[^:：]{2,40}?)[ 　]?[:：][ 　]{0,2}(?!/)(?P<title>.{2,})\Z'),
    _form('comma before', r'(?P<who>[^,，、]{2,90}?)[ 　]?[,，、][ 　]{0,2}(?P<title>.{2,})\Z'),
    _form('comma after', r'(?P<title>.{2,}?)[ 　]?[,，][ 　]{1,2}(?P<who>[^,，]{2,60})\Z'),
    _form('gap after', r'(?P<title>\S.{1,}?)(?:\t|[ 　]{2,})(?P<who>\S[^\t]{1,40})\Z'),
    _form('name after', r'(?P<title>.{4,}[^\sA-Za-z])[ 　](?P<who>' + _KANJI_NAME + r')\Z'),
    _form(
        'shared',
        r'(?P<who>[^\s:：「]{2,20}?)[ 　]{0,3}(?:分享|主讲|发表)[ 　]{0,2}[:：《「]?[ 　]{0,2}'
        r'(?P<title>[^》」]{2,})[》」]?\Z',
    ),
)
"""Tried in this order; the first of a style that holds names is that style's."""
