"""People who asked not to be named: every spelling of them taken out of a text before anything reads it."""

from __future__ import annotations

import hashlib
import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ..model.problems import Code, Problem
from .links import WEB_ADDRESS, WITHHELD, trimmed
from .spelled import Spelled, bare_address, letters_of, readings, spelled, unescaped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.records import Speaker

_MARK = '\ue000'
"""Stands for the word while a text is worked on: nobody writes it."""
_TAG = re.compile(r'<[A-Za-z][A-Za-z0-9-]*(?=[\s/>])[^<>]{0,4000}>')
_ATTRIBUTE = re.compile(
    r'\s(?P<name>href|src|srcset|data(?:-[a-z-]{1,40})?|poster|cite|action|content)\s{0,5}=\s{0,5}'
    r'(?:"(?P<double>[^"]*)"|\'(?P<single>[^\']*)\'|(?P<bare>[^\s"\'>]+))',
    re.IGNORECASE,
)
_SHOWS = re.compile(r'<(?:img|iframe|embed|video|audio|source|object|script|link|meta)\b', re.IGNORECASE)
_MAIN = frozenset({'src', 'srcset', 'data', 'href', 'content'})
# Where a link of Markdown leads: [words](here), [words](<here>), [words]: here.
_DESTINATION = re.compile(
    r'(?P<before>\]\([ \t]*<?)(?P<target>[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)'
    r'|(?P<define>^[ \t>]{0,8}\[(?!\^)[^\]\n]{1,200}\]:[ \t]*<?)(?P<defined>[^\s<>]+)',
    re.MULTILINE,
)
_ROLE = re.compile(
    r'(?:\{(?:meetup:)?(?P<myst>[a-z]{2,10})\}|:(?:meetup:)?(?P<rst>[a-z]{2,10}):)`(?P<body>[^`]{1,300})`'
)
_LINKING = frozenset({'speaker', 'talk', 'event', 'doc', 'ref', 'any', 'download'})
_TITLED = re.compile(r'(?P<title>.*\S)\s*<[^<>]*>\Z', re.DOTALL)
_KEPT = re.compile(r'\n[ \t>]*|\*+|_{2,}')
_SAME = re.compile(
    rf'\[{_MARK}\]\({re.escape(WITHHELD)}(?:[ \t]+"[^"\n]*")?\)'
    rf'|{_MARK}(?P<honorific>さん|さま|氏|様|先生|님|老师)?[ \u3000]?[(（\[][ \u3000]?{_MARK}[ \u3000]?[)）\]]'
    r'(?![(\[])'
    rf'|{_MARK}(?:[ \u3000]{{1,2}}/?[ \u3000]?{_MARK})+'
)
_UNDERLINE = re.compile(r'([=\-~^"\'#*+.:_`])\1{2,}\s*\Z')
_PLAIN = re.compile(r'[^\w -]')


@dataclass(frozen=True, slots=True)
class _Search:
    """What finds some of the people: in texts, and in addresses."""

    names: re.Pattern[str] | None
    places: re.Pattern[str] | None
    links: tuple[str, ...]

    def leads_to(self, url: str) -> bool:
        plain = unquote(unquote(url))
        bare = bare_address(plain)
        if any(bare == link or ('/' in link and bare.startswith((f'{link}/', f'{link}?'))) for link in self.links):
            return True
        return self.places is not None and self.places.search(plain) is not None


class Withheld:
    """The withheld people of an archive: knows a text that names one, and takes the name out."""

    def __init__(self, people: Iterable[Speaker] = (), word: str = 'name withheld') -> None:
        """Collect the spellings of people who opted out.

        :param word: what stands in a name's place; what a title or front matter could not hold is left out of it.
        """
        self.word = ' '.join(_PLAIN.sub(' ', word).split()) or 'name withheld'
        self.problems: list[tuple[Speaker, Problem]] = []
        self._people: list[Spelled] = []
        self._searches: dict[tuple[int, ...], _Search] = {}
        for someone in people:
            one = spelled(someone)
            self._people.append(one)
            self.problems += [(someone, _too_short(spelling, someone.line)) for spelling in one.short]

    def __bool__(self) -> bool:
        return bool(self._people)

    @property
    def digest(self) -> str:
        """Tells whether the people are the same as at an earlier build; '' when there are none."""
        if not self:
            return ''
        written = sorted(repr((one.names, one.handles, one.slugs, one.links)) for one in self._people)
        return hashlib.sha256('\n'.join([self.word, *written]).encode()).hexdigest()

    def _search(self, text: str) -> _Search | None:
        """What finds those people of whom there is a hint in a text; few texts have any."""
        if not self._people:
            return None
        letters = '\n'.join(map(letters_of, readings(text)))
        hinted = tuple(place for place, one in enumerate(self._people) if one.is_hinted(letters))
        if not hinted:
            return None
        if hinted not in self._searches:
            some = [self._people[place] for place in hinted]
            patterns = [pattern for one in some for pattern in one.patterns()]
            slugs = [pattern for one in some for pattern in one.slug_patterns()]
            links = tuple(link for one in some for link in one.links)
            self._searches[hinted] = _Search(_any_of(patterns), _any_of([*patterns, *slugs]), links)
        return self._searches[hinted]

    def names(self, text: str) -> bool:
        """Whether a text names somebody who is withheld."""
        search = self._search(text)
        return search is not None and search.names is not None and search.names.search(text) is not None

    def addresses(self, url: str) -> bool:
        """Whether an address or a path leads to somebody who is withheld, or tells their name."""
        search = self._search(url)
        return search is not None and search.leads_to(url)

    def mask(self, text: str, *, rst: bool = False) -> str:
        """The text without any of the names; it keeps its number of lines.

        :param rst: whether the line below a title has to be as long as the title.
        """
        search = self._search(text)
        if search is None:
            return text
        text = text.replace(_MARK, '\ufffd')
        masker = _Masker(search, self.word)
        done = masker.mask(text)
        plain = unescaped(done)
        if plain != done and search.names is not None and search.names.search(plain):
            done = masker.mask(unescaped(text))
        return _underlined(text, done) if rst and done != text else done


class _Masker:
    def __init__(self, search: _Search, word: str) -> None:
        self.search = search
        self.word = word

    def mask(self, text: str) -> str:
        done = _TAG.sub(self._tag, text) if '<' in text else text
        done = _DESTINATION.sub(self._destination, done)
        done = WEB_ADDRESS.sub(self._web, done)
        done = _ROLE.sub(self._role, done) if '`' in done else done
        if self.search.names is not None:
            done = self.search.names.sub(lambda match: _MARK + ''.join(_KEPT.findall(match[0])), done)
        before = ''
        while before != done:
            before, done = done, _SAME.sub(lambda match: _MARK + (match['honorific'] or ''), done)
        return done.replace(_MARK, self.word)

    def _tag(self, match: re.Match[str]) -> str:
        tag = match[0]
        shows = _SHOWS.match(tag) is not None
        lost = False

        def attribute(found: re.Match[str]) -> str:
            nonlocal lost
            value = next(value for value in found.group('double', 'single', 'bare') if value is not None)
            if not self.search.leads_to(html.unescape(value)):
                return found[0]
            lost = lost or found['name'].lower() in _MAIN
            return '\n' * found[0].count('\n')

        kept = _ATTRIBUTE.sub(attribute, tag)
        return '\n' * tag.count('\n') if shows and lost else kept

    def _destination(self, match: re.Match[str]) -> str:
        begin, target = match['before'] or match['define'], match['target'] or match['defined']
        return f'{begin}{WITHHELD}' if target and self.search.leads_to(target) else match[0]

    def _web(self, match: re.Match[str]) -> str:
        url = trimmed(match[0])
        return WITHHELD + match[0][len(url) :] if self.search.leads_to(url) else match[0]

    def _role(self, match: re.Match[str]) -> str:
        if (match['myst'] or match['rst']) not in _LINKING or not self.search.leads_to(match['body']):
            return match[0]
        titled = _TITLED.match(match['body'])
        if titled:
            return titled['title'] + '\n' * (match['body'].count('\n') - titled['title'].count('\n'))
        return _MARK + '\n' * match['body'].count('\n')


def _any_of(patterns: list[str]) -> re.Pattern[str] | None:
    """One pattern for all, the longest first."""
    ordered = sorted(dict.fromkeys(patterns), key=lambda pattern: (-len(pattern), pattern))
    return re.compile('|'.join(ordered), re.IGNORECASE) if ordered else None


def _too_short(spelling: str, line: int) -> Problem:
    message = (
        f'opt-out: "{spelling}" is too short to be told from other words and stays where it stands alone; '
        'give a longer spelling with "also" and write that one in the reports'
    )
    return Problem(Code.OPTION, message, line)


def _underlined(before: str, after: str) -> str:
    """The text with the line below (and above) a title drawn out where the title became longer."""
    old, new = before.split('\n'), after.split('\n')
    for place, line in enumerate(new):
        if line == old[place] or not line.strip():
            continue
        width = sum(2 if ord(char) >= 0x1100 else 1 for char in line.rstrip())
        for beside in (place - 1, place + 1):
            found = _UNDERLINE.match(new[beside]) if 0 <= beside < len(new) else None
            if found and len(new[beside].rstrip()) < width:
                new[beside] = found[1] * width
    return '\n'.join(new)
