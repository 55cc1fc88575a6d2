"""One line that may hold a title and its speakers: a heading, a row of a timetable, an item of a list.

Each form proposes a credit; where the form alone does not tell a speaker from a subtitle, siblings must
agree on it (:mod:`.groups`, :mod:`.timetable`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .forms import FORMS, HONORIFIC, Form
from .people import byline, has_company, named_line, people
from .profiles import handle_of
from .text import LONGEST_LINE, folded
from .words import nobody, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.records import Link, Person

_LONGEST_NAME = 60
_HONORED = re.compile(HONORIFIC)
_NOT_A_NAME = re.compile(
    r'(?:仮|未定|前編|後編|前半|後半|中編|上|下|抜粋|続き|続|予定|再演|再掲|資料|スライド|動画|英語|日本語|公開|非公開'
    r'|オンライン|リモート|題名失念'
    r'|tbd|tba|wip|lt|beta|new|part ?\d|\d.*|day ?\d|english|japanese|beginner|intermediate'
    r'|advanced|remote|online|video|slides?|.{0,4}分|中文|잠정)\Z',
    re.IGNORECASE,
)
_PART = re.compile(r'[ 　]?[(（]([^()（）]{1,12})[)）][ 　]*\Z')
_ONLY_NAME = re.compile(r'[^\s「」『』@]{1,8}[ 　][^\s「」『』@]{1,8}[ 　]?(?:さん|氏|先生|님)\Z')
_WITH_COMPANY = frozenset({'dash after', 'slash after', 'pipe after', 'at after'})
_HALF_NAME = re.compile(r'[ 　][-–—|/][ 　]+(?:[^\s]{1,15}[ 　]?){1,2}\Z')
_GOES_ON = re.compile(r'(?:[ 　A-Za-z][をはにがで]|[をはへ])[^さ]|(?:する|した|です|ます)|[ 　][-–—|/][ 　].*[-–—|/]')
_SENTENCE_IN_NAME = re.compile(
    r'[。！？!?…〜～]|[\u4e00-\u9fff]が[\u4e00-\u9fff]|(?:れば|ならば|場合|とき|った末|てみた)\Z|[\u4e00-\u9fff][ぶむくうすつる]\Z|(?:です|ます|した|する|する話|について|まで|から|とは|こと|ため|たい)\Z|[はをへ]'
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


def find_credits(text: str, links: Sequence[Link] = ()) -> tuple[Credit, ...]:
    """Every way to part a line, the surest first; empty when it is only a title.

    :param links: the links of the line: a profile's address makes the name on it sure.
    """
    line = text.strip()
    if not 4 <= len(line) <= min(400, LONGEST_LINE):
        return ()
    if _ONLY_NAME.match(line) and byline(line, links):
        return ()  # a name and nothing else: 鈴木 花子さん
    found: list[Credit] = []
    for form in FORMS:
        if any(credit.style == form.style for credit in found):
            continue
        match = form.pattern.match(line)
        credit = _credit(form, match, links) if match else None
        if credit is not None:
            found.append(credit)
    if any(credit.style in _WITH_COMPANY and credit.people[0].affiliation for credit in found):
        found = [credit for credit in found if credit.style != 'brackets after']  # "title - name (company)"
    return tuple(sorted(found, key=lambda credit: not credit.sure))


def _credit(form: Form, match: re.Match[str], links: Sequence[Link]) -> Credit | None:
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
    if form.style.startswith('honorific after') and _HALF_NAME.search(title):
        return None  # and the first half of the name is not the title's end
    if not _may_be_names(who, form) or not any(map(str.isalnum, title)):
        return None
    profiles = [
        link
        for link in links
        if link.label and _is_beside(link.label.strip(), who, form, match) and handle_of(link.url)
    ]
    if form.style == 'brackets after' and any(link.label.strip() == match.string for link in profiles):
        return None  # the whole line leads to a person: their name, and what they are called
    found = people(who, profiles or links)
    if not found:
        return None
    sure = form.always or bool(profiles) or _is_sure(form, who)
    if not sure and not _could_be(found, who):
        return None
    return Credit(form.style, title, found, sure)


def _is_beside(label: str, who: str, form: Form, match: re.Match[str]) -> bool:
    return label in who or (form.style == 'brackets after' and label == match.string)


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


def _may_be_names(who: str, form: Form) -> bool:
    bare = folded(who)
    if bare in nobody():
        return True
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


def _is_sure(form: Form, who: str) -> bool:
    if folded(who) in nobody():
        return form.style != 'brackets after'  # "a title (TBA)" may say that of anything
    parts = re.split(r'[/／、]', who)
    if len(parts) > 1 and all(part.rstrip(' 　').endswith(('氏', 'さん', 'さま', '先生')) for part in parts):
        return True
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
        all(
            2 <= len(one.name or one.handle) <= _longest(one) and len((one.name or one.handle).split()) <= 4
            for one in found
        )
        and len(found) <= 8
        and not who[0].isdigit()
    )
