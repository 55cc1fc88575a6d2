"""Names: ``@riywo``, ``by Ian Lewis (Google)``, ``土田 智大 (dullest), 楽天株式会社``, ``[花子さん](https://x.com/hana)``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model.records import Person
from .links import is_web, link_kind
from .profiles import handle_of
from .text import LONGEST_LINE, folded, spaced
from .words import nobody, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.records import Link

# An account name ends before さん; a name behind @ that is none (@徳田拓也) goes on to the next mark.
_HANDLE = re.compile(
    r'(?<![A-Za-z0-9])[@＠][ ]?'
    r'((?:[A-Za-z0-9_][A-Za-z0-9_.-]{0,38})|[^\s@＠()（）\[\],、，/／;；:：|｜A-Za-z0-9_]{1,40})'
)
_ACCOUNT = re.compile(r'[A-Za-z0-9_][A-Za-z0-9_.-]{0,38}\Z')
_SERVICE = re.compile(r'(?:twitter|x|github|id|handle)[ ]?[:：][ ]?@?', re.IGNORECASE)
_BRACKETS = re.compile(r'[(（\[［][ ]?([^()（）\[\]［］]{0,80}?)[ ]?[)）\]］]')
_BY = re.compile(r'(?:presented |talk |given |(?:slides )?)?by(?:[ ]?[:：]|[ ])\s*(?=\S)', re.IGNORECASE)
_LABEL = re.compile(r'[-+*・●◆■▼\s]{0,4}([^:：]{1,20}?)[ 　]{0,3}[:：][\s　]*(?=\S)')
_SEVERAL = re.compile(
    r',? (?:and|with|&|＆|x|×) |[、／]|(?<![A-Za-z]) ?/ ?|/(?=[ @])| / |(?<=さん)[ 　]?(?:と|,'
    r'|，|・|&|＆)[ 　]?|[ 　]と[ 　]|(?<=님)[,·] ?| 및 '
)
_AND_LIST = re.compile(r'[^,，]{2,40}(?:[,，] [^,，]{2,40}){1,8},? (?:and|&) [^,，]{2,40}\Z')
_LONGEST_BYLINE = 120
_LONGEST_NAME = 40
_NAME_ENDS = re.compile(r'[,，、。(（]|[ 　][-–—|/][ 　]')
# The end of a sentence that another follows; the full stop of "J. Roe" or "Prof. Jane Roe" is none.
_SENTENCE = re.compile(r'。|(?<=\w{3})(?<!Prof)\.[ ](?=[A-Z]\w{0,20} [a-z])')
_BETWEEN = re.compile(r'[\W_]|\band\b|と')
_KANA = re.compile(r'[\u3040-\u30ffー・ 　]+\Z')
_COMPANY = re.compile(
    r'株式会社|合同会社|有限会社|一般社団法人|\(株\)|（株）|㈱|大学|研究所|高専|ユーザ会|ユーザ'
    r'ー会|公司|集团|학교|주식회사|\(주\)'
    r'|\b(?:Inc|LLC|Ltd|Corp|Corporation|GmbH|K\.K|University|Labs?|Technologies|Foundation|Co)\b\.?'
)
_COMPANY_BEFORE = re.compile(
    r'(?P<company>[^\s　]{0,30}(?:株式会社|合同会社|有限会社|\(株\)|（株）|㈱|大学|研究所|Inc\.'
    r'?|LLC|公司)[^\s　の]{0,20})(?:[ 　]+|の(?=.{1,20}(?:さん|氏|様)\Z))(?P<name>[^\s].{0,40}'
    r')\Z'
)
_OF_COMPANY = re.compile(r'(?P<company>[^、。の@]{2,30}?)[ 　]?の[ 　]?(?P<name>[^\sの@]{1,10}[ 　]?(?:さん|氏|様))\Z')
_WITH_ROLE = re.compile(
    r"(?P<name>[\u4e00-\u9fff\uac00-\ud7a3]{2,4}|[A-Z][A-Za-z'.-]{1,20} [A-Z][A-Za-z'.-]{1,20})[ ,，　]{1,2}"
    r'(?P<role>[^@。]{0,40}(?:创始人|总监|总经理|经理|工程师|负责人|架构师|CEO|CTO|매니저|팀장|리드|エンジニア|代表|Engineer))\Z'
)
# A word of another script before a family name with さん, or a whole Korean name, is where they work.
_GROUP_AND_NAME = re.compile(
    r'(?P<company>(?:[\u30a0-\u30ff]{2,15}|[A-Z][A-Za-z0-9]{1,15}|[A-Z][A-Za-z]{1,10} [A-Z]{1,6}))[ 　]'
    r'(?P<name>[\u4e00-\u9fff々]{1,4}[ 　]?(?:さん|さま|氏|様))\Z'
    r'|(?P<group>[\uac00-\ud7a3A-Za-z]{2,12})[ ](?P<korean>[\uac00-\ud7a3]{3})\Z'
)
_AFTER_MARK = re.compile(r'[ 　]{0,3}[◆◇●■|｜][ 　]{0,3}|[ 　]{1,3}[/／–—―~〜～-][ 　]{1,3}')
# A name, its handle in brackets, at most an honorific and a company after it: no sentence.
_NAME_AND_HANDLE = re.compile(
    r'[^@。！？!?:：()（）]{1,40}[ 　]?[(（\[][ 　]?(?:(?:[Tt]witter|X|GitHub)[ ]?[:：][ ]?)?('
    r'?:[@＠][^\s()（）]{1,40}|(?<=[:：])[\w.-]{1,40}|(?<=[:：] )[\w.-]{1,40})[ 　]?[)）\]]'
    r'[ 　]{0,2}(?:さん|さま|氏|様|先生|님)?(?:[ 　]{0,2}[,，、/(（◆|][^。！？!?]{1,50}|[ 　]{1,2}['
    r'^。！？!?、はをがにで]{1,30})?\Z'
)
_HONORED = re.compile(
    r'(?P<who>[^。！？!?:：@\d「」『』][^。！？!?:：「」『』]{0,40}?)[ 　]?(?:さん|さま|氏|先生|老师'
    r'|老師|님)(?:[ 　]?[(（][^()（）]{1,30}[)）])?(?:(?:の|による)(?:発表|お?話|LT|セッション|講演|トーク'
    r'|登壇))?[。.]?\Z'
)
_VERB = re.compile(r'(?:[はをへ]|から|ました|ます|です|した|する|して|いう|的|という)')
_KANJI_NAME = re.compile(
    r'[\u4e00-\u9fff々ヶ]{1,4}(?:[ 　][\u4e00-\u9fff々ヶ\u3040-\u30ff]{1,6}|[\u4e00-\u9fff々]{1,3})\Z'
)
_HANGUL_NAME = re.compile(r'[\uac00-\ud7a3]{2,4}\Z')
_LATIN_NAME = re.compile(
    r"[A-ZÀ-Þ][A-Za-zÀ-ɏ'’.-]{0,20}(?: (?:[A-ZÀ-Þ(][A-Za-zÀ-ɏ'’.)-]{0,20}|de|van|von|da|der|del|bin)){1,3}\Z"
)
_ACCOUNT_NAME = re.compile(r'[a-z](?=[a-z_-]{0,18}[0-9_])[a-z0-9_-]{2,19}\Z')
_MINUTES = re.compile(r'[ 　]?[(（]\d{1,3}[ ]?(?:分|min|minutes)[)）]\Z')
_TRIM = ' 　-–—:：*・◆●■▼'
_ORDINAL = re.compile(r'[0-9]{1,2}[.．、)）][ 　]{0,2}(?=[^\s0-9])')
_NICKNAME = re.compile(r"[A-Z][\w'’-]{1,20} \([A-Z][\w'’-]{1,20}\) [A-Z][\w'’-]{1,20}\Z")
"""Michael (Mike) Example: a name all of it."""
_SITE = re.compile(r'(?:https?://)?(?:[a-z0-9-]{1,30}\.){1,3}[a-z]{2,6}(?:/[^\s]{0,60})?\Z')


def _is_japanese(text: str) -> bool:
    return any('\u3040' <= c <= '\u9fff' for c in text)


def _without_honorific(name: str) -> str:
    for word in words().honorifics:
        if name.endswith(word) and (len(name) > len(word) + 1 or not name[0].isalnum()):
            return name.removesuffix(word).rstrip()
    return name


def person(text: str, links: Sequence[Link] = ()) -> Person:
    """One person out of ``name``, ``@handle``, ``name (@handle)``, ``name (company)``, ``name, company``.

    A handle that is no account name (``@徳田拓也``) is kept as the author wrote it, behind its ``@``. A link
    on the name to a profile gives the handle.
    """
    rest = spaced(_MINUTES.sub('', text)).lstrip('+')
    before, plus, name = rest.partition(' +')
    if plus and before and name[:1].isalpha():
        rest = f'{name} ({before})'  # Google's way of naming people: Example +Jane Roe
    rest = _ORDINAL.sub('', rest, count=1) if rest[:1].isdigit() else rest
    handle = affiliation = ''
    if match := _OF_COMPANY.match(rest):
        affiliation, rest = match['company'], match['name']
    elif match := _WITH_ROLE.match(rest):
        rest, affiliation = match['name'], match['role']
    elif (match := _COMPANY_BEFORE.match(rest)) and not _BRACKETS.search(match['company']):
        affiliation, rest = match['company'], match['name']
    elif match := _GROUP_AND_NAME.match(rest):
        affiliation, rest = match['company'] or match['group'], match['name'] or match['korean']
    rest, after = _after_mark(rest)
    affiliation = affiliation or after
    kept = ''
    if _NICKNAME.match(rest):
        return Person(name=rest)
    for inner in _BRACKETS.findall(rest):
        value = inner.strip()
        service = _SERVICE.match(value)
        if value.startswith(('@', '＠')) and _HANDLE.fullmatch(value):
            handle = value[1:].strip()
        elif service and _ACCOUNT.match(value[service.end() :]):
            handle = value[service.end() :]
        elif not handle and _ACCOUNT.match(value) and value == value.lower() and _is_japanese(rest.split('(')[0]):
            handle = value  # a Japanese name with a lower-case word in brackets: 土田 智大 (dullest)
        elif value and _KANA.match(value) and rest[:1].isascii():
            kept = f' ({value})'  # how a name is read: lulz (ラルズ)
        elif value:
            affiliation = affiliation or _without_honorific(value)
    rest, company = _behind_bracket(rest)
    affiliation = affiliation or company
    rest = _BRACKETS.sub(' ', rest)
    if match := _HANDLE.search(rest):
        handle = handle or match[1]
        rest = rest[: match.start()] + ' ' + rest[match.end() :]
    name, comma, company = rest.replace('，', ',').replace('、', ',').partition(',')
    if comma and company.strip():
        affiliation = affiliation or spaced(company)
    name = _without_honorific(spaced(name).strip(_TRIM))  # "さん" alone follows a handle: @hanako さん
    if name in words().honorifics:
        name = ''
    named = [link for link in links if _names(link.label, name, handle)]
    profile = next((found for link in named if (found := handle_of(link.url))), '')
    account = ((_without_honorific(handle) or handle) or profile).rstrip('.')
    return Person(
        name=name + (kept if name else ''),
        handle=account,
        affiliation='' if folded(affiliation) in {folded(account), *nobody()} else spaced(affiliation),
        links=tuple(dict.fromkeys(link.url for link in named if is_web(link.url) and link_kind(link.url) == 'other')),
    )


def _names(label: str, name: str, handle: str) -> bool:
    """Whether the words on a link are a person's name or handle."""
    words_on_it = folded(label)
    return bool(words_on_it) and (
        (bool(name) and folded(name) in words_on_it) or (bool(handle) and folded(handle) in words_on_it)
    )


def _after_mark(text: str) -> tuple[str, str]:
    """A name and the company behind a mark: ``高木 花子(@hana) ◆ 例株式会社``."""
    for match in _AFTER_MARK.finditer(text):
        name, company = text[: match.start()], text[match.end() :]
        if match[0].strip()[0] in '◆◇●■|｜~〜～' or _COMPANY.search(company):
            return name, company
    return text, ''


def _behind_bracket(text: str) -> tuple[str, str]:
    """What follows a name's bracket and honorific after a space: ``山田 ( @yama ) さん 例ユーザ会``."""
    matches = list(_BRACKETS.finditer(text))
    if not matches:
        return text, ''
    rest = text[matches[-1].end() :]
    stripped = rest.strip()
    for word in words().honorifics:
        if stripped.startswith(word):
            stripped = stripped.removeprefix(word).strip(_TRIM + ',、，')
            return text[: matches[-1].end()], stripped
    if rest[:1] in {' ', '\u3000'} and stripped and text[: matches[0].start()].strip() and stripped[0] not in ',，、':
        return text[: matches[-1].end()], stripped
    return text, ''


def people(text: str, links: Sequence[Link] = ()) -> tuple[Person, ...]:
    """The people of a list: handles side by side, or names with ``and``, ``&``, ``、`` or ``/`` between."""
    value = spaced(text)
    if not value or len(value) > LONGEST_LINE:
        return ()
    handles = value.split()
    if len(handles) > 1 and all(_HANDLE.fullmatch(part.strip(',、')) for part in handles):
        return tuple(person(part.strip(',、'), links) for part in handles)
    if _AND_LIST.match(value):
        value = value.replace(', and ', ' and ').replace(', ', ' and ').replace('， ', ' and ')
    parts = [part for part in _SEVERAL.split(value) if part and part.strip()]
    if len(parts) > 1 and all(_COMPANY.search(part) and not _HANDLE.search(part) for part in parts[1:]):
        parts = [value]  # a name and where they work: 山田 / 例株式会社
    found = (person(part, links) for part in parts)
    return tuple(someone for someone in found if someone.name or someone.handle)


def byline(text: str, links: Sequence[Link] = ()) -> tuple[Person, ...] | None:
    """The speakers, when a line below a talk's heading names them and says nothing else.

    ``@handle``, ``name (@handle), company``, ``by name``, ``登壇者: name``, ``花子さん``, a link to a profile; None
    for every other line. Where sentences follow a name, :func:`says_more_than` tells.
    """
    value = _MINUTES.sub('', text.strip().lstrip('-+*・●◆■▼> ').rstrip('。'))
    if not value or len(value) > LONGEST_LINE or 'http' in value:
        return None
    named = _after_label(value)
    if len(value) > _LONGEST_BYLINE:
        # Behind a label a name may be told at length: "Presenter: Jane Roe (…), professor of …".
        short = _NAME_ENDS.split(named, maxsplit=1)[0] if named is not None else ''
        return _plausible(people(short, links)) if 2 <= len(short) <= _LONGEST_NAME else None
    if named is not None:
        named = _SENTENCE.split(named, maxsplit=1)[0]
        return _plausible(people(named, links)) if not named.startswith(('※', '?')) else None
    if value.startswith(('@', '＠')):
        return _handles_only(value, links)
    service = _SERVICE.match(value)
    if service and _ACCOUNT.match(value[service.end() :]):
        return (Person(handle=value[service.end() :]),)
    if _NAME_AND_HANDLE.match(value) and not _VERB.search(value.split('(')[0].split('（')[0]):
        return people(value, links) or None
    if (match := _HONORED.match(value)) and _is_name_like(match['who']):
        return people(value.split('の発表')[0] if value.endswith('の発表') else _before_no(value, match), links) or None
    return _profile_line(value, links)


def _before_no(value: str, match: re.Match[str]) -> str:
    """``花子さんの発表`` is 花子さん."""
    end = match.end('who')
    for word in ('さん', 'さま', '氏', '先生', '老师', '老師', '님'):
        place = value.find(word, end)
        if place >= 0:
            after = place + len(word)
            bracket = _BRACKETS.match(value, after)
            return value[: bracket.end() if bracket else after]
    return value


def _is_name_like(who: str) -> bool:
    """Whether the words before an honorific can be names: no particle, no verb, not long."""
    parts = [part for part in _SEVERAL.split(who) if part]
    return all(len(part) <= 26 and not _VERB.search(_BRACKETS.sub('', part)) for part in parts) and not who.endswith(
        ('皆', 'みな', 'みん', 'たく')
    )


def _profile_line(value: str, links: Sequence[Link]) -> tuple[Person, ...] | None:
    """A line that is nothing but links to people's profiles."""
    profiles = [link for link in links if link.label and handle_of(link.url)]
    if not profiles or len(profiles) != len(links):
        return None
    rest = value
    for link in profiles:
        rest = rest.replace(link.label, ' ', 1)
    rest = _BRACKETS.sub(' ', rest)
    for word in words().honorifics:
        rest = rest.replace(word, ' ')
    rest = re.sub(r'[\W_]|\band\b|と', '', rest)
    names = [folded(link.label).lstrip('@') for link in profiles]
    if (rest and not (_is_name_like(rest) and len(rest) <= 12)) or any(
        words().labels.get(name) or name in _SERVICES or len(name) > 40 or _SITE.match(name) for name in names
    ):
        return None
    if len(profiles) == 1:
        return people(value, links) or None
    return _plausible(tuple(person(link.label, [link]) for link in profiles))


_SERVICES = frozenset(
    {
        'twitter',
        'github',
        'x',
        'qiita',
        'zenn',
        'linkedin',
        'facebook',
        'site',
        'blog',
        'website',
        'repo',
        'repository',
        'source',
        'code',
        'here',
        'こちら',
        'スライド',
        'link',
    }
)


def _plausible(found: tuple[Person, ...]) -> tuple[Person, ...] | None:
    """The people, unless one of the names is a sentence."""
    kept = tuple(one for one in found if len(one.name) <= 40 and not re.search(r'[。！？!?※…]', one.name))
    return kept if kept and len(kept) == len(found) else None


def named_line(text: str, links: Sequence[Link] = ()) -> tuple[Person, ...] | None:
    """The speakers of a short line that may be only a name: siblings have to agree on it.

    ``Hanako Suzuki``, ``山田 太郎（例社）``, ``kawa73``; None for sentences, words that every report has, addresses.
    """
    value = _MINUTES.sub('', text.strip().strip('*-+・●◆■▼ '))
    if not 2 <= len(value) <= 50 or 'http' in value or re.search(r'[。！？!?：:「」『』*`=<>]', value):
        return None
    if words().section_likeness(value) or words().is_other(value) or words().is_container(value):
        return None
    found = people(value, links)
    if not found or not all(_may_be_name(one.name or one.handle) for one in found):
        return None
    return found


def _may_be_name(name: str) -> bool:
    bare = name.split(' (', maxsplit=1)[0]
    forms = (_KANJI_NAME, _HANGUL_NAME, _LATIN_NAME, _ACCOUNT_NAME)
    return any(form.match(bare) for form in forms) and not bare.endswith(
        ('話', '編', '版', '的', '化', '論', '術', '法', '性', '学', '部')
    )


def has_company(text: str) -> bool:
    """Whether a text names a company or the like."""
    return bool(_COMPANY.search(text))


def _after_label(value: str) -> str | None:
    """What follows ``by`` or ``登壇者:``; None for a line without."""
    if match := _BY.match(value):
        return value[match.end() :]
    if (match := _LABEL.match(value)) and words().labels.get(folded(match[1]).strip('* ')) == 'speaker':
        return value[match.end() :].lstrip('* ')
    return None


def says_more_than(text: str, found: Sequence[Person]) -> bool:
    """Whether a by-line holds words that the people read from it do not."""
    rest = spaced(text)
    rest = _after_label(rest) or rest
    for piece in sorted((part for one in found for part in (one.name, one.handle, one.affiliation)), key=len)[::-1]:
        rest = rest.replace(piece, ' ', 1) if piece else rest
    for word in words().honorifics:
        rest = rest.replace(word, ' ')
    return bool(_BETWEEN.sub('', rest))


def _handles_only(value: str, links: Sequence[Link]) -> tuple[Person, ...] | None:
    rest = _BRACKETS.sub('', _HANDLE.sub('', value))
    for word in words().honorifics:
        rest = rest.replace(word, '')
    rest = rest.strip(' 　,、/&と')
    if not rest or (rest in {'の発表', 'のLT', 'の話'}):
        return people(value.removesuffix(rest) if rest else value, links) or None
    if len(rest) <= 30 and _may_be_name(rest):
        return people(value, links) or None
    return None
