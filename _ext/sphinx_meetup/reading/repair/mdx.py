"""MDX (Docusaurus, Gatsby, Astro, Next): imports and exports, comments in braces, components."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .arguments import arguments
from .known import known, plain_name
from .players import service_of
from .tags import Tag, show

if TYPE_CHECKING:
    from .draft import Draft, Found

_IMPORT = re.compile(
    r'^import[ ](?:[\w*{}, \t\n]{1,400}?[ \n]from[ ]{1,3})?(?:"[^"\n]{1,300}"|\'[^\'\n]{1,300}\')[ ]{0,3};?[ ]{0,3}$',
    re.MULTILINE,
)
_EXPORT = re.compile(
    r'^export[ ](?:const|let|default|function|async)\b'
    r'(?:[^\n]{0,1000}[{(\[]\n(?:[^\n})\]][^\n]{0,500}\n|\n){0,80}?[})\]][^\n]{0,100}|[^\n]{0,1000})$',
    re.MULTILINE,
)
_COMMENT = re.compile(r'\{[ ]?/\*(?:[^*{]|\*(?!/)|\{(?!/\*)){0,2000}\*/[ ]?\}')
_STYLE = re.compile(r'(<[A-Za-z][^<>{}\n]{0,300}?)[ ]\w{1,30}=\{\{[^{}\n]{0,300}\}\}')
_COMPONENT = re.compile(
    r'<(?:(?P<end>/)|(?<![\w<]<))(?P<name>[A-Z][A-Za-z0-9]{0,40}(?:\.\w{1,40})?)'
    r'(?P<rest>(?:\s(?:[^<>{}]|\{[^{}]{0,300}\}|=>){0,1500}?)?)(?P<single>/)?>'
)


def repair_mdx(draft: Draft) -> None:
    """Turn the parts of MDX that are code into what they mean. A text that has none of it stays as it is.

    In a text that imports or comments as MDX does, any component is one of its own; elsewhere only one that
    says which service it shows.
    """
    before = draft.text
    if 'import ' in draft.text:
        draft.remove(_IMPORT)
    if 'export ' in draft.text:
        draft.remove(_EXPORT)
    if '/*' in draft.text:
        draft.remove(_COMMENT)
    own = draft.text != before
    if own and '={{' in draft.text:
        draft.rewrite(_STYLE, lambda found: found.match[1])
    if '<' in draft.text:
        draft.rewrite(_COMPONENT, lambda found: _component(draft, found, own=own))


def _component(draft: Draft, found: Found, *, own: bool) -> str | None:
    match = found.match
    name = match['name'].rpartition('.')[2]
    kind = known().kinds.get(plain_name(name), '')
    if name.isupper() and name.casefold() in known().html:
        return None
    if not own and not (match['single'] and (service_of(name) or kind in {'tweet', 'gist', 'player'})):
        return None
    tag = Tag(match['name'], arguments(match['rest']), match['end'] is not None)
    if kind == 'link' and not match['single'] and (tag.closing or tag.address):
        return '</a>' if tag.closing else f'<a href="{tag.address}">'
    if not match['single'] and kind not in {'box', 'details'}:
        if not tag.closing and (tag.address or service_of(name)):
            return show(draft, tag, found.line, alone=found.alone)
        return f'{tag.title} '.lstrip() if not tag.closing else ''  # around words, which stay
    if match['single'] and kind in {'box', 'details', 'around', 'silent'} and not tag.address:
        return tag.title
    return show(draft, tag, found.line, alone=found.alone)
