"""Names: ``@riywo``, ``by Ian Lewis (Google)``, ``土田 智大 (dullest), 楽天株式会社``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model.records import Person
from .text import LONGEST_LINE, folded, spaced
from .words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

_HANDLE = re.compile(r'[@＠]([^\s@＠()（）\[\],、，/／;；]{1,40})')
_ACCOUNT = re.compile(r'[A-Za-z0-9_][A-Za-z0-9_.-]{0,38}\Z')
_BRACKETS = re.compile(r'[(（]([^()（）]{0,80})[)）]')
_BY = re.compile(r'by[ :]\s*(?=\S)', re.IGNORECASE)
_LABEL = re.compile(r'[-+*・◆]?\s{0,3}([^:：]{1,20})[:：]\s*(?=\S)')
_SEVERAL = re.compile(r' (?:and|&|＆) |[、/／]|(?<=さん) ?(?:と|,|，) ?')
_LONGEST_BYLINE = 120
# The end of a sentence that another follows; the full stop of "J. Roe" or "Prof. Jane Roe" is none.
_SENTENCE = re.compile(r'。|(?<=\w{3})(?<!Prof)\.[ ](?=[A-Z]\w{0,20} [a-z])')
_BETWEEN = re.compile(r'[\W_]|\band\b|と')
# A name, its handle in brackets, at most an honorific and a company after it: no sentence.
_NAME_AND_HANDLE = re.compile(
    r'[^@。！？!?:：()（）]{1,40}[(（][@＠][^\s()（）]{1,40}[)）]'
    r'(?:[ 　]?(?:さん|氏|様|先生))?(?:[ 　]{0,2}[,，、/(（][^。！？!?]{1,50})?\Z'
)


def _is_japanese(text: str) -> bool:
    return any('\u3040' <= c <= '\u9fff' for c in text)


def _without_honorific(name: str) -> str:
    for word in words().honorifics:
        if name.endswith(word):
            return name.removesuffix(word).rstrip()
    return name


def person(text: str) -> Person:
    """One person out of ``name``, ``@handle``, ``name (@handle)``, ``name (company)``, ``name, company``.

    A handle that is no account name (``@徳田拓也``) is kept as the author wrote it, behind its ``@``.
    """
    rest = spaced(text)
    handle = affiliation = ''
    for inner in _BRACKETS.findall(rest):
        value = inner.strip()
        if value.startswith(('@', '＠')) and _HANDLE.fullmatch(value):
            handle = value[1:]
        elif not handle and _ACCOUNT.match(value) and value == value.lower() and _is_japanese(rest.split('(')[0]):
            handle = value  # a Japanese name with a lower-case word in brackets: 土田 智大 (dullest)
        elif value:
            affiliation = affiliation or value
    rest = _BRACKETS.sub(' ', rest)
    if match := _HANDLE.search(rest):
        handle = handle or match[1]
        rest = rest[: match.start()] + ' ' + rest[match.end() :]
    name, comma, company = rest.replace('，', ',').replace('、', ',').partition(',')
    if comma and company.strip():
        affiliation = affiliation or spaced(company)
    return Person(
        name=_without_honorific(spaced(name).strip(' -:')),  # "さん" alone follows a handle: @hanako さん
        handle=(_without_honorific(handle) or handle).rstrip('.'),
        affiliation=spaced(affiliation),
    )


def people(text: str) -> tuple[Person, ...]:
    """The people of a list: handles side by side, or names with ``and``, ``&``, ``、`` or ``/`` between."""
    value = spaced(text)
    if not value or len(value) > LONGEST_LINE:
        return ()
    handles = value.split()
    if len(handles) > 1 and all(_HANDLE.fullmatch(part.strip(',、')) for part in handles):
        return tuple(person(part.strip(',、')) for part in handles)
    found = (person(part) for part in _SEVERAL.split(value) if part.strip())
    return tuple(someone for someone in found if someone.name or someone.handle)


def byline(text: str) -> tuple[Person, ...] | None:
    """The speakers, when a line below a talk's heading names them and says nothing else.

    ``@handle``, ``name (@handle), company``, ``by name``, ``登壇者: name``; None for every other line.
    Where sentences follow a name, :func:`says_more_than` tells.
    """
    value = text.strip()
    if not value or len(value) > min(_LONGEST_BYLINE, LONGEST_LINE):
        return None
    named = _after_label(value)
    if named is not None:
        return people(_SENTENCE.split(named, maxsplit=1)[0]) or None
    if value.startswith(('@', '＠')):
        return _handles_only(value)
    return people(value) or None if _NAME_AND_HANDLE.match(value) else None


def _after_label(value: str) -> str | None:
    """What follows ``by`` or ``登壇者:``; None for a line without."""
    if match := _BY.match(value):
        return value[match.end() :]
    if (match := _LABEL.match(value)) and words().labels.get(folded(match[1])) == 'speaker':
        return value[match.end() :]
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


def _handles_only(value: str) -> tuple[Person, ...] | None:
    rest = _BRACKETS.sub('', _HANDLE.sub('', value))
    for word in words().honorifics:
        rest = rest.replace(word, '')
    return people(value) or None if not rest.strip(' ,、/&') else None
