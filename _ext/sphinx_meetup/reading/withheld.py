"""People who asked not to be named: every spelling of them taken out of a text before anything reads it."""

from __future__ import annotations

import hashlib
import html
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ..model.ids import slug
from ..model.problems import Code, Problem
from .links import WEB_ADDRESS, WITHHELD, trimmed
from .profiles import handle_of
from .spellings import handle_patterns, name_parts, name_patterns, other_kana, too_short

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
_ESCAPES = re.compile(r'&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{4,8});|\\u[0-9a-fA-F]{4}')
_KEPT = re.compile(r'\n[ \t>]*|\*+|_{2,}')
_SAME = re.compile(
    rf'\[{_MARK}\]\({re.escape(WITHHELD)}(?:[ \t]+"[^"\n]*")?\)'
    rf'|{_MARK}(?P<honorific>さん|さま|氏|様|先生|님|老师)?[ \u3000]?[(（\[][ \u3000]?{_MARK}[ \u3000]?[)）\]]'
    r'(?![(\[])'
    rf'|{_MARK}(?:[ \u3000]{{1,2}}/?[ \u3000]?{_MARK})+'
)
_UNDERLINE = re.compile(r'([=\-~^"\'#*+.:_`])\1{2,}\s*\Z')
_PLAIN = re.compile(r'[^\w -]')


class Withheld:
    """The withheld people of an archive: knows a text that names one, and takes the name out."""

    def __init__(self, people: Iterable[Speaker] = (), word: str = 'name withheld') -> None:
        """Collect the spellings of people who opted out.

        :param word: what stands in a name's place; what a title or front matter could not hold is left out of it.
        """
        self.word = ' '.join(_PLAIN.sub(' ', word).split()) or 'name withheld'
        self.problems: list[tuple[Speaker, Problem]] = []
        names: dict[str, None] = {}
        handles: dict[str, None] = {}
        slugs: dict[str, None] = {}
        links: dict[str, None] = {}
        for someone in people:
            self._collect(someone, names, handles, slugs, links)
        self._links = tuple(links)
        self._spellings = (tuple(names), tuple(handles), tuple(slugs), tuple(links))
        patterns = [pattern for name in names for pattern in name_patterns(name)]
        patterns += [pattern for handle in handles for pattern in handle_patterns(handle)]
        self._names = _any_of(patterns)
        tokens = [rf'(?<![a-z0-9]){re.escape(one).replace("-", "[-_.+]?")}(?![a-z0-9])' for one in slugs]
        self._addresses = _any_of([*patterns, *tokens])

    def __bool__(self) -> bool:
        return self._names is not None or bool(self._links)

    @property
    def digest(self) -> str:
        """Tells whether the people are the same as at an earlier build; '' when there are none."""
        if not self:
            return ''
        written = '\n'.join(f'{kind} {one}' for kind, some in enumerate(self._spellings) for one in sorted(some))
        return hashlib.sha256(f'{self.word}\n{written}'.encode()).hexdigest()

    def _collect(
        self,
        someone: Speaker,
        names: dict[str, None],
        handles: dict[str, None],
        slugs: dict[str, None],
        links: dict[str, None],
    ) -> None:
        accounts = [someone.handle, *(one[1:] for one in someone.also if one.startswith(('@', '＠')))]
        accounts += [handle_of(link.url) for link in someone.links]
        spellings = [someone.name, *someone.also, someone.kana, other_kana(someone.kana)]
        for name in dict.fromkeys(one for one in spellings if one and not one.startswith(('@', '＠'))):
            if too_short(name):
                self._say(someone, name)
                continue
            names[name] = None
            if len(name_parts(name)) > 1:
                slugs[slug(name)] = None
        for account in dict.fromkeys(one.strip() for one in accounts if one.strip()):
            if too_short(account):
                self._say(someone, account)
            handles[account] = None
        links.update(dict.fromkeys(_bare(link.url) for link in someone.links))
        if not too_short(someone.id):
            slugs[someone.id] = None

    def _say(self, someone: Speaker, spelling: str) -> None:
        message = (
            f'opt-out: "{spelling}" is too short to be told from other words and stays where it stands alone; '
            'give a longer spelling with "also" and write that one in the reports'
        )
        self.problems.append((someone, Problem(Code.OPTION, message, someone.line)))

    def names(self, text: str) -> bool:
        """Whether a text names somebody who is withheld."""
        return self._names is not None and self._names.search(text) is not None

    def addresses(self, url: str) -> bool:
        """Whether an address or a path leads to somebody who is withheld, or tells their name."""
        if self._addresses is None and not self._links:
            return False
        plain = unquote(unquote(url))
        bare = _bare(plain)
        if any(bare == link or ('/' in link and bare.startswith((f'{link}/', f'{link}?'))) for link in self._links):
            return True
        return self._addresses is not None and self._addresses.search(plain) is not None

    def mask(self, text: str, *, rst: bool = False) -> str:
        """The text without any of the names; it keeps its number of lines.

        :param rst: whether the line below a title has to be as long as the title.
        """
        if not self:
            return text
        text = text.replace(_MARK, '\ufffd')
        done = self._mask(text)
        if _ESCAPES.search(text):
            decoded = _ESCAPES.sub(_letter, text)
            unescaped = self._mask(decoded)
            if unescaped != decoded and self.names(_ESCAPES.sub(_letter, done)):
                done = unescaped
        return _underlined(text, done) if rst and done != text else done

    def _mask(self, text: str) -> str:
        done = _TAG.sub(self._tag, text) if '<' in text else text
        done = _DESTINATION.sub(self._destination, done)
        done = WEB_ADDRESS.sub(self._web, done)
        done = _ROLE.sub(self._role, done) if '`' in done else done
        if self._names is not None:
            done = self._names.sub(lambda match: _MARK + ''.join(_KEPT.findall(match[0])), done)
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
            if not self.addresses(html.unescape(value)):
                return found[0]
            lost = lost or found['name'].lower() in _MAIN
            return '\n' * found[0].count('\n')

        kept = _ATTRIBUTE.sub(attribute, tag)
        return '\n' * tag.count('\n') if shows and lost else kept

    def _destination(self, match: re.Match[str]) -> str:
        begin, target = match['before'] or match['define'], match['target'] or match['defined']
        return f'{begin}{WITHHELD}' if target and self.addresses(target) else match[0]

    def _web(self, match: re.Match[str]) -> str:
        url = trimmed(match[0])
        return WITHHELD + match[0][len(url) :] if self.addresses(url) else match[0]

    def _role(self, match: re.Match[str]) -> str:
        if (match['myst'] or match['rst']) not in _LINKING or not self.addresses(match['body']):
            return match[0]
        titled = _TITLED.match(match['body'])
        if titled:
            return titled['title'] + '\n' * (match['body'].count('\n') - titled['title'].count('\n'))
        return _MARK + '\n' * match['body'].count('\n')


def _any_of(patterns: list[str]) -> re.Pattern[str] | None:
    """One pattern for all, the longest first."""
    ordered = sorted(dict.fromkeys(patterns), key=lambda pattern: (-len(pattern), pattern))
    return re.compile('|'.join(ordered), re.IGNORECASE) if ordered else None


def _bare(url: str) -> str:
    """An address without what makes no difference."""
    rest = re.sub(r'\A[a-z]{1,10}:', '', url.strip().casefold()).lstrip('/')
    return rest.removeprefix('www.').split('#', 1)[0].rstrip('/')


def _letter(match: re.Match[str]) -> str:
    """The letter that an escape stands for; what stands for a mark (``&lt;``) stays."""
    text = match[0]
    char = text.encode().decode('unicode_escape') if text.startswith('\\') else html.unescape(text)
    return char if len(char) == 1 and char.isalpha() else text


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
