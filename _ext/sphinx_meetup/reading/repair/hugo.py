"""Shortcodes of Hugo (``{{< … >}}``, ``{{% … %}}``) and Zola."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .arguments import arguments
from .quotes import quoted
from .tags import Tag, show

if TYPE_CHECKING:
    from .draft import Draft, Element, Found
    from .shelter import Shelter

_LONGEST = 20_000
_BODY = r'(?:[^>%{]|[>%](?!\}\})|\{(?!\{[<%])){0,2000}?'
_ESCAPED = re.compile(r'\{\{(?:<[ ]?/\*.{0,500}?\*/[ ]?>|%[ ]?/\*.{0,500}?\*/[ ]?%)\}\}')
_QUOTE = re.compile(
    rf'\{{\{{[<%]\s{{0,5}}(?P<end>/\s?)?(?P<name>blockquote|quote)(?P<rest>\s{_BODY})?\s{{0,5}}[>%]\}}\}}'
)
_TAG = re.compile(
    rf'\{{\{{[<%]-?\s{{0,5}}(?P<end>/\s?)?(?P<name>[\w./-]{{1,60}}?)(?P<rest>(?:\s{_BODY})?)/?\s{{0,5}}-?[>%]\}}\}}'
)
_ZOLA = re.compile(r'\{\{[ ](?P<name>[a-z_]{1,40})\((?P<rest>[^{}()\n]{0,500})\)[ ]\}\}')


def hide_escaped(text: str, shelter: Shelter) -> str:
    """A text without the shortcodes that its author shows instead of using them."""
    return _ESCAPED.sub(lambda match: shelter.hide(match[0]), text) if '/*' in text else text


def repair_hugo(draft: Draft) -> None:
    """Turn the shortcodes of a text into what they mean."""
    if '{{' not in draft.text:
        return
    draft.rewrite_elements(_QUOTE, _quote, _LONGEST)
    draft.rewrite(_TAG, lambda found: _tag(draft, found))
    draft.rewrite(_ZOLA, lambda found: _tag(draft, found))


def _quote(element: Element) -> str | None:
    given = arguments(element.opening['rest'] or '')
    author = given.first(('author', 'cite', 'name')) or ' '.join(given.plain)
    return quoted(element, author, given.first(('link', 'url', 'source')))


def _tag(draft: Draft, found: Found) -> str:
    groups = found.match.groupdict()
    name = groups['name'].rpartition('/')[2]
    return show(
        draft, Tag(name, arguments(groups['rest'] or ''), bool(groups.get('end'))), found.line, alone=found.alone
    )
