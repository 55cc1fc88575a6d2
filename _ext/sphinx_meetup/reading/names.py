"""The event's name out of a post's title, and the series and number in the name."""

from __future__ import annotations

import re
from typing import NamedTuple

from .dates import find_dates
from .text import folded, key, plain
from .words import words

_TURNS = 8
"""So many layers are taken off a title: a hashtag, a day, a report word, its particle."""
_LONGEST = 300
"""A longer title is no title; it stays as it is."""

# What stands around a name. Each layer is a slice off one end, so the name is always a part of the title.
_HASHTAGS = re.compile(r'(?:[ 　]{1,4}|(?<=[」』】）)!！。]))[#＃](?![\d０-９])[^\s　#＃]{1,60}[ 　]{0,4}\Z')
_DAY = re.compile(
    r'[ 　]{1,3}(?:\d{1,2}日目|day[ ]?\d{1,2})\Z'
    r'|[ 　]{0,3}[(（\[【][ 　]?(?:\d{1,2}日目|初日|最終日|前編|中編|後編|前半|後半'
    r'|day[ ]?\d{1,2}|part[ ]?\d{1,2}|その\d{1,2}|随時更新[^)）\]】]{0,10}|更新中|速報|한글|[上中下])[ 　]?[)）\]】]\Z',
    re.IGNORECASE,
)
_DID = re.compile(
    r'[ 　]{0,3}(?:に|へ|で|を|の|にて|として)?[ 　]?(?:[ァ-ヶーA-Za-z]{1,12}|初|一般|現地|当日)?'
    r'(?:参加|登壇|発表|出席|参戦|聴講|見学|出展|出場|潜入|視聴|主催|開催|運営|LT|ＬＴ|行|い)'
    r'(?:[ 　]?[&＆・、とやも][ 　]?(?:[ァ-ヶーA-Za-z]{1,8}|参加|登壇|発表|運営|主催)[ 　]?){0,2}'
    r'(?:を|も)?(?:させて(?:もらい|いただき|頂き))?(?:し|って|っ|き|て|来|い|みて|み|まいり){0,4}(?:た|ました|ます|てます)'
    r'(?:よ|話|件|感想|ので|こと|時の)?[ 　]?[!！。♪〜~ー☆★.…wｗ]{0,6}\Z'
)
_KOREAN = re.compile(
    r'[ 　]{0,3}(?:에서|에|을|를)?[ 　]?(?:(?:참석|참가|참여|발표|방문|관람)[ ]?)?'
    r'(?:후기|참관기|회고|다녀왔습니다|다녀와서|다녀온[ ]이야기'
    r'|다녀온[ ]후기|정리|리뷰|했습니다|하고[ ]왔습니다)[.!~]{0,3}\Z'
)
_CHINESE = re.compile(
    r'[ 　]{0,3}(?:的)?(?:参会|参加|參加|活动|活動|大会|现场|學習|学习|听讲|观看)?'
    r'(?:记录|紀錄|总结|總結|回顾|回顧|纪要|紀要|小记|小記|笔记|筆記|心得|有感|见闻|報告|报告|后记|随笔)\Z'
)
_MORE_ENGLISH = re.compile(
    r'[ ]{0,3}[-–—:|,]{0,2}[ ]{0,2}\(?(?<![a-z])'
    r'(?:(?:my|trip|event|meetup|conference|talk|live|some|quick|personal|field)[ ])?'
    r'(?:(?:talk[ ])?links[ ]and[ ]notes|notes[ ]and[ ]links|notes|reports?|recap|takeaways|highlights|impressions'
    r'|retrospective|write-?up|summary|review|thoughts|wrap-?up|liveblog)\)?[.!]?\Z',
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r'(?:i[ ](?:attended|went[ ]to|spoke[ ]at|visited|was[ ]at)|(?:we|how[ ]i)[ ](?:attended|went[ ]to)|attending'
    r'|speaking[ ]at|back[ ]from|trip[ ]report:?|what[ ]i[ ]learned[ ](?:at|from)'
    r'|a[ ](?:day|weekend|week|trip)[ ](?:at|to)'
    r'|(?:(?:my|some|quick|personal|trip|conference|event|meetup|field)[ ])?'
    r'(?:notes|report|recap|thoughts|impressions|highlights|takeaways|experience|summary|review|lessons|slides|learnings'
    r'|reflections)[ ]?(?:from|on|of|at|about|:|-|–))[ ]{1,2}(?:the[ ])?',
    re.IGNORECASE,
)
_BRACKETS = re.compile(r'[【\[［(（《〔]([^】\]］)）》〕]{1,30})[】\]］)）》〕][ 　]{0,3}')
_BRACKET_END = re.compile(r'[ 　]{0,3}[【\[［《〔]([^】\]］》〕]{1,30})[】\]］》〕]\Z')
_ABOUT = re.compile(
    r'レポ|報告|メモ|まとめ|感想|参加|登壇|発表|イベント|勉強会|セミナー|カンファレンス|日記|備忘|速報|振り返り'
    r'|ふりかえり|後記'
    r'|report|recap|notes?\b|event|meetup|conference|trip|summary|후기|참석|정리|리뷰|행사'
    r'|记录|总结|活动|笔记|会议|參加|回顾',
    re.IGNORECASE,
)
_QUOTED = re.compile(r'[「『“"]([^「」『』“”"]{3,200})[」』”"]')
_AROUND = re.compile(
    r'勉強会|イベント|セミナー|カンファレンス|ミートアップ|参加|登壇|発表|行っ?て?|いっ?て?|みた|きた|来た|ました|ます|まし|した|して|しま'
    r'|レポート|レポ|メモ|報告|感想|まとめ|という|[とにへでをのはもがよ]'
    r'|[#＃][^\s　#＃]{1,60}|report|notes?|event|meetup|attended|i\b|the\b'
    r'|에서?|를|을|후기|참석|다녀왔습니다|参加了?|记录|总结|的',
    re.IGNORECASE,
)
_MARKS = ' 　-–—:：、,.・|｜／/~〜～!！。♪☆★'
_ENDS = ' 　-–—:：、,.・|｜／/~〜～'
_PAIRED = '-~〜～'
_PARTICLES = ('として', 'にて', 'に', 'へ', 'で', 'の', 'を')


def event_name(title: str) -> str:
    """The name of the event in a post's title: ``Kubernetes Meetup Tokyo #9 レポート`` without its last word.

    Report words, verbs, hashtags and brackets around the name go, layer by layer; a name in quotation marks is
    taken out of them when nothing but such words stands outside. What is left is a part of the title.
    """
    name = title.strip()
    if len(name) > _LONGEST:
        return name
    for _ in range(_TURNS):
        shorter = _layer_off(name)
        if shorter == name or not any(map(str.isalnum, shorter)):
            break
        name = shorter
    return _unquoted(name)


def _layer_off(name: str) -> str:
    for form in (_HASHTAGS, _DAY):
        if match := form.search(name):
            return name[: match.start()].rstrip()
    for form in (_DID, _KOREAN, _CHINESE):
        if (match := form.search(name)) and match.start() > 1:
            return _end(name[: match.start()])
    if (match := _MORE_ENGLISH.search(name)) and match.start() > 1 and match[0][0] in ' -–—:|,(':
        return _end(name[: match.start()])
    shorter = _report_word_off(name)
    if shorter != name:
        return shorter
    if match := _ENGLISH.match(name):
        return name[match.end() :].strip()
    if (match := _BRACKETS.match(name)) and _ABOUT.search(match[1]):
        return name[match.end() :].strip()
    if (match := _BRACKET_END.search(name)) and _ABOUT.search(match[1]):
        return name[: match.start()].rstrip()
    return name


def _report_word_off(name: str) -> str:
    for word in words().report:
        if len(name) <= len(word) or not name.casefold().endswith(word):
            continue
        rest = name[: -len(word)]
        if word.isascii() and not rest.endswith((' ', '-', ':')):
            continue  # an English word ends a title only as a word of its own
        return _end(rest) or name
    return name


def _end(rest: str) -> str:
    """What stands before a report word, without the marks and the particle between."""
    name = rest.rstrip(_ENDS)
    closing = rest[len(name) : len(name) + 1]
    if closing in _PAIRED and closing and f' {name}'.count(closing) % 2:
        name += closing  # it closes a subtitle: `～Example～`
    for particle in _PARTICLES:
        if name.endswith(particle) and len(name) > len(particle) + 1:
            return name[: -len(particle)].rstrip(' 　')
    return name


def _unquoted(name: str) -> str:
    found = _QUOTED.search(name)
    if found is None:
        return name
    outside = f'{name[: found.start()]} {name[found.end() :]}'
    return name if any(map(str.isalnum, _AROUND.sub(' ', outside))) else found[1].strip()


class Series(NamedTuple):
    """The name that the events of a series share, and which of them one is (``9``, ``2018``); '' for none."""

    name: str = ''
    number: str = ''


_KANJI = {'〇': 0, '一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}
_COUNTED = r'(?P<n>\d{1,4})'
# The first form that a name has decides. `before`: the series stands before the number, what follows is the
# theme of the day; else it may stand on both sides.
_NUMBERS = (
    (re.compile(r'[#＃♯][ 　]?' + _COUNTED + r'(?!\d)'), True),
    (
        re.compile(r'(?<![A-Za-z])(?:vol|volume|no|ver|ep|episode)[.．:]?[ 　]?' + _COUNTED + r'(?!\d)', re.IGNORECASE),
        True,
    ),
    (re.compile(r'[№][ ]?' + _COUNTED), True),
    (
        re.compile(
            r'(?:第|제)[ 　]?(?P<n>\d{1,4}|[〇一二三四五六七八九十]{1,5})[ 　]?(?:回目?|期|届|屆|次|回|회차?|번째)'
        ),
        False,
    ),
    (re.compile(r'(?<!\d)' + _COUNTED + r'[ 　]?(?:回目|회차?|번째)'), False),
    (re.compile(r'その[ 　]?' + _COUNTED), True),
    (re.compile(r'(?:\bthe[ ])?(?<!\d)' + _COUNTED + r'(?:st|nd|rd|th)(?![A-Za-z])', re.IGNORECASE), False),
    (
        re.compile(
            r'(?<![\d./-])(?P<n>'
            r'(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)[ ])?'
            r"(?:(?:19|20)\d{2}(?:[./]\d{1,2}|年\d{1,2}月)?|['’]\d{2})"
            r'(?:[ 　-]{0,2}(?:spring|summer|autumn|fall|winter|春|夏|秋|冬)(?![a-z]))?)(?![\d./-]|[年년])',
            re.IGNORECASE,
        ),
        True,
    ),
    (re.compile(r'(?<=[^\d\s.])[ 　](?P<n>\d{1,3})\Z'), True),
)
_SUBTITLE = re.compile(r'[~〜～「『【（(\[―—|｜：]|:[ ]|[ 　][-–][ 　]?')


def series_of(name: str) -> Series:
    """The series and the number in an event's name: ``Example Meetup #9 LT大会`` is number 9 of ``Example Meetup``.

    A year counts as a number where nothing better is there (``DevFest 2018``). A name without any is of no
    series that could be told.
    """
    text = name.strip()
    if len(text) > _LONGEST:
        return Series()
    for found in find_dates(text):
        text = text.replace(found.text, ' ', 1).strip()  # a day is no number
    for form, before in _NUMBERS:
        match = form.search(text)
        if match is None:
            continue
        head = _main(text[: match.start()].strip(_MARKS))
        tail = _main(text[match.end() :].strip(_MARKS))
        series = head if before and len(key(head)) > 1 else f'{head} {tail}'.strip()
        if len(key(series)) > 1:
            return Series(series, _number(match['n']))
    return Series()


def _main(part: str) -> str:
    """A part of a name without its subtitle, and without a day's number."""
    found = _SUBTITLE.search(part)
    return part[: found.start()].strip(_MARKS) if found and found.start() else part.strip(_MARKS + '）)】」』])')


def _number(text: str) -> str:
    number = plain(text)
    if number[0] in "'’":
        number = f'20{number[1:]}'
    if any(char in _KANJI or char == '十' for char in number):
        return str(_from_kanji(number))
    return number.lstrip('0') or '0'


def _from_kanji(text: str) -> int:
    if '十' in text:
        tens, _, ones = text.partition('十')
        return (_KANJI.get(tens[-1:], 1) if tens else 1) * 10 + (_KANJI.get(ones[:1], 0) if ones else 0)
    return int(''.join(str(_KANJI[char]) for char in text if char in _KANJI) or 0)


_COMMON = frozenset(
    {
        'meetup', 'meetups', 'conference', 'tokyo', 'osaka', 'study', 'group', 'night', 'event', 'report', 'with',
        'from',
        'notes', 'recap', 'the', 'and', 'japan', 'online', 'talk', 'tech', 'developer', 'developers', '勉強会', '参加',
        'レポート', 'イベント', 'スタッフ', 'メモ', 'ミートアップ', 'カンファレンス', '開催', '登壇', '発表', '感想',
        '第', '回',
    }
)  # fmt: skip
_TOKENS = re.compile(r'[A-Za-z][A-Za-z0-9.+-]{2,40}|[ァ-ヶー]{3,30}|[一-鿿]{2,20}|[가-힣]{2,20}')


def name_words(title: str) -> frozenset[str]:
    """The words that tell a title's event from others, folded."""
    found = (folded(word).strip('.-+') for word in _TOKENS.findall(title[:_LONGEST]))
    return frozenset(word for word in found if word not in _COMMON)


def names_event(text: str, title: str, known: frozenset[str]) -> bool:
    """Whether a text names an event: with its whole name, or with one of the words that tell it from others."""
    whole = key(title)
    if len(whole) > 3 and whole in key(text):
        return True
    small = folded(text)
    return any(word in small for word in known)
