"""One line that may hold a title and its speakers: a heading, a row of a timetable, an item of a list.

Each form proposes a credit; where the form alone does not tell a speaker from a subtitle, siblings must
agree on it (:mod:`.groups`, :mod:`.timetable`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .people import byline, has_company, named_line, people
from .profiles import handle_of
from .text import LONGEST_LINE, folded
from .words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.records import Link, Person

_LONGEST_NAME = 60
_QUOTES = (
    r'[「『《“"](?P<title>[^「」『』《》“”"]{2,200}'
    r'(?:[「『“][^「」『』“”]{1,80}[」』”][^「」『』《》“”"]{0,100}){0,3})[」』》”"]'
)
_HONORIFIC = r'(?:さん|氏|様|先生|老师|老師|님)'
_HONORED = re.compile(_HONORIFIC)
_NOT_A_NAME = re.compile(
    r'(?:仮|未定|前編|後編|前半|後半|中編|上|下|抜粋|続き|続|予定|再演|再掲|資料|スライド|動画|英語|日本語|公開|非公開'
    r'|オンライン|リモート|題名失念'
    r'|tbd|tba|wip|lt|beta|new|part ?\d|\d.*|day ?\d|english|japanese|beginner|intermediate'
    r'|advanced|remote|online|video|slides?|.{0,4}分|中文|잠정)\Z',
    re.IGNORECASE,
)
_PART = re.compile(r'[ 　]?[(（]([^()（）]{1,12})[)）][ 　]*\Z')
_GOES_ON = re.compile(r'(?:[ 　A-Za-z][をはにがで]|[をはへ])[^さ]|(?:する|した|です|ます)|[ 　][-–—|/][ 　].*[-–—|/]')
_SENTENCE_IN_NAME = re.compile(
    r'[。！？!?…〜～]|[\u4e00-\u9fff]が[\u4e00-\u9fff]|(?:れば|ならば|場合|とき|った末|てみた)\Z|(?:です|ます|した|する|する話|について|まで|から|とは|こと|ため|たい)\Z|[はをへ]'
)


@dataclass(frozen=True, slots=True)
class Credit:
    """One way to part a line into a title and its speakers.

    :param style: the form, the same for lines written alike.
    :param sure: whether the form alone says so: ``by``, a handle, an honorific, a profile, a company, quotes
        around the title and a name beside them.
    """

    style: str
    title: str
    people: tuple[Person, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class _Form:
    style: str
    pattern: re.Pattern[str]
    always: bool = False


def _form(style: str, pattern: str, *, always: bool = False) -> _Form:
    return _Form(style, re.compile(pattern), always)


_TAIL = r'(?P<tail>[ 　]?[(（][^()（）]{1,12}[)）])?[ 　]*\Z'
_MARKS = r'[-–—―─:：/／|｜]'
_HANDLE = r'(?<![A-Za-z0-9])[@＠][A-Za-z0-9_.-]{2,40}(?:[ 　]?' + _HONORIFIC + r')?'
_HANDLES = r'(?P<who>' + _HANDLE + r'(?:[ 　]{0,2}[,、&と/][ 　]{0,2}' + _HANDLE + r'){0,5})'
_BY = r'(?:[Pp]resented |[Tt]alk )?(?:(?<![A-Za-z])[Bb]y|BY)(?:[ ]?[:：][ ]?|[ ]+)'
_WHO_BY = r'(?P<who>[^()（）\[\]]{2,60}(?:[(（][^()（）]{1,40}[)）][^()（）]{0,20})?)'
_KANJI_NAME = r'[\u4e00-\u9fff々]{1,4}[ 　][\u4e00-\u9fff々\u3040-\u30ff]{1,6}'
_FORMS = (
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
        r'(?P<who>[^\s「『：:][^「『：:]{0,30}?' + _HONORIFIC + r')[ 　]{0,3}(?:' + _MARKS + r'{1,3}|による|の発表)'
        r'[ 　]{0,3}(?P<title>.{2,})\Z',
    ),
    _form(
        'honorific after',
        r'(?P<title>.{2,}?)(?:[ 　]{1,3}|' + _MARKS + r'{1,3}[ 　]{0,3}|(?<=[」』》）)]))'
        r'(?P<who>[^\s「『：:/／|｜()（）~〜～][^「『：:~〜～]{0,160}?' + _HONORIFIC + r')' + _TAIL,
    ),
    _form(  # where the words before the first space cannot be all of the title
        'honorific after',
        r'(?P<title>.{2,})[ 　]{1,3}(?P<who>[^\s「『：:/／|｜()（）~〜～]{1,20}?[ 　]?(?:[(（][@＠][^()（）]{1,40}[)）])?[ 　]?'
        + _HONORIFIC
        + r')'
        + _TAIL,
    ),
    _form(
        'brackets after',
        r'(?P<title>.{2,}?)[ 　]{0,2}[(（【\[]'
        r'(?P<who>[^()（）【】\[\]]{2,60}(?:[(（][^()（）]{1,40}[)）][^()（）]{0,10})?)[)）】\]][ 　]*\Z',
    ),
    _form('slash after', r'(?P<title>.{2,})[ 　]{0,2}(?<!:)(?<!/)[/／](?!/)[ 　]{0,2}(?P<who>[^/／]{2,60})\Z'),
    _form('pipe after', r'(?P<title>.{2,}?)[ 　]{0,2}[|｜][ 　]{0,2}(?P<who>[^|｜]{2,60})\Z'),
    _form('dash after', r'(?P<title>.{2,}(?:[ 　]|(?<=[」』])))(?:[-–—―─]{1,3})[ 　]{0,2}(?P<who>[^-–—―─]{2,60})\Z'),
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


def find_credits(text: str, links: Sequence[Link] = ()) -> tuple[Credit, ...]:
    """Every way to part a line, the surest first; empty when it is only a title.

    :param links: the links of the line: a profile's address makes the name on it sure.
    """
    line = text.strip()
    if not 4 <= len(line) <= min(400, LONGEST_LINE):
        return ()
    found: list[Credit] = []
    for form in _FORMS:
        if any(credit.style == form.style for credit in found):
            continue
        match = form.pattern.match(line)
        credit = _credit(form, match, links) if match else None
        if credit is not None:
            found.append(credit)
    return tuple(sorted(found, key=lambda credit: not credit.sure))


def _credit(form: _Form, match: re.Match[str], links: Sequence[Link]) -> Credit | None:
    groups = match.groupdict()
    who, tail = groups['who'].strip(' 　,、').rstrip('。'), (groups.get('tail') or '').strip()
    title = _stripped(groups['title'])
    if (match_part := _PART.search(who)) and _NOT_A_NAME.match(match_part[1].strip()):
        who, tail = who[: match_part.start()].strip(), match_part[0].strip()  # which half of the talk it is
    if tail and not _NOT_A_NAME.match(tail.strip('()（） ')):
        who, tail = f'{who} {tail}', ''  # a company in brackets behind the name
    if tail:
        title = f'{title} {tail}'
    if form.style.startswith('honorific after') and re.search(r'[ 　][-–—|｜][ 　]?', who.split('(')[0].split('（')[0]):
        return None  # a nearer mark parts the title from the name
    if not _may_be_names(who, form) or not any(map(str.isalnum, title)):
        return None
    profiles = [link for link in links if link.label and link.label.strip() in who and handle_of(link.url)]
    found = people(who, profiles or links)
    if not found:
        return None
    sure = form.always or bool(profiles) or _is_sure(form, who)
    if not sure and not _could_be(found, who):
        return None
    return Credit(form.style, title, found, sure)


def _stripped(title: str) -> str:
    """The title without marks that were meant to part it, and without quotes around the whole."""
    title = title.strip(' 　').rstrip(' 　-–—―─:：/／|｜,、(（[').strip()
    if (
        len(title) > 2
        and (title[0], title[-1]) in _PAIRS
        and not any(char in title[1:-1] for char in (title[0], title[-1]))
    ):
        return title[1:-1].strip()
    return title


_PAIRS = frozenset({('「', '」'), ('『', '』'), ('《', '》'), ('“', '”'), ('"', '"'), ('〈', '〉')})


def _may_be_names(who: str, form: _Form) -> bool:
    bare = folded(who)
    if (
        len(_without_brackets(who)) > _LONGEST_NAME * max(1, len(_HONORED.findall(who)) // 2)
        or not any(map(str.isalpha, who))
        or _NOT_A_NAME.match(bare)
        or 'http' in bare
        or any(quote in who for quote in '「」『』《》')
    ):
        return False
    if '@' in bare or form.always:
        return not re.search(r'[。！？]', who) and ('@' in bare or not _is_phrase(who))
    if re.search(r'[#＃]\d|vol\.?\d|\d{4}', bare):
        return False
    if words().section_likeness(who) or words().is_container(who) or words().is_other(who):
        return False
    return not _SENTENCE_IN_NAME.search(_without_brackets(who).removesuffix('さん')) or who.endswith(('さん', '氏'))


def _is_phrase(who: str) -> bool:
    """Whether the words after "by" are none of names: a sentence goes on, or small words only."""
    bare = _without_brackets(who)
    small = len(bare.split()) > 1 and bare.isascii() and bare == bare.lower()
    return small or bool(_GOES_ON.search(bare))


def _without_brackets(text: str) -> str:
    return re.sub(r'[(（][^()（）]{0,60}[)）]', '', text).strip()


def _is_sure(form: _Form, who: str) -> bool:
    honored = bool(byline(who)) and who.rstrip(')）').endswith(('さん', '氏', '先生', '老师', '老師', '님'))
    if '@' in folded(who) or honored:
        return bool(byline(who)) or '@' in folded(who)
    if form.style in {'quotes before', 'quotes after', 'slash after', 'pipe after', 'dash after'} and has_company(who):
        return _could_be(people(who), who)
    return form.style in {'quotes before', 'honorific after'} and bool(named_line(who))


def _longest(someone: Person) -> int:
    """How long a name may be: one of kanji and kana in a single run is short."""
    name = someone.name or someone.handle
    return 30 if ' ' in name or '\u3000' in name or any(map(str.isascii, name)) else 12


def _could_be(found: Sequence[Person], who: str) -> bool:
    """Whether each of them can be somebody's name: a few short words."""
    return (
        all(2 <= len(one.name or one.handle) <= _longest(one) and len((one.name or one.handle).split()) <= 4 for one in found)
        and len(found) <= 8
        and not who[0].isdigit()
    )
