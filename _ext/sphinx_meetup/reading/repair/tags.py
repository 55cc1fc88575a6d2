"""Tags of Liquid (``{% … %}``) and Hugo (``{{< … >}}``), and links that lead nowhere."""

from __future__ import annotations

import re

from .embeds import frame, player

_TAG = re.compile(
    r'\{%-?[ \t]{0,5}(?P<liquid>/?[\w.-]{1,40})(?P<l_rest>[^%\n]{0,800}?(?:%(?!\})[^%\n]{0,800}?){0,20})-?%\}'
    r'|\{\{[<%][ \t]{0,5}(?P<hugo>/?[ \t]?[\w./-]{1,40})(?P<h_rest>[^<>\n]{0,800}?)/?[ \t]{0,5}[>%]\}\}'
    r'|\{\{-?[ \t]{0,5}(?P<value>(?:site|page|post|\.Site|\.Page)[\w. |:\'"/]{0,80})-?\}\}'
)
_LINK_TO_TAG = re.compile(r'(?<!!)\[([^\[\]]{1,300})\]\((?:\{%[^%\n]{0,300}%\}|\{\{[^{}\n]{0,300}\}\})\)')
_EMPTY_LINK = re.compile(r'(?<![!\\\]])\[([^\[\]]{0,300})\]\([ ]?\)')
_ARGUMENT = re.compile(r'(?:([\w-]{1,30})[ ]?=[ ]?)?(?:"([^"]{0,500})"|\'([^\']{0,500})\'|([^\s"\'=]{1,500}))')
_VIDEO_OR_DECK = frozenset({'youtube', 'youtube_lite', 'vimeo', 'speakerdeck', 'slideshare', 'docswell'})
_PICTURES = frozenset({'img', 'figure', 'image', 'asset_img', 'fancybox', 'picture'})
_TWEETS = frozenset({'x', 'twitter', 'tweet', 'twitter_simple'})
_CODE = frozenset({'highlight', 'codeblock', 'prism'})
_SILENT = frozenset(
    {
        'raw', 'endraw', 'blockquote', 'endblockquote', 'pullquote', 'endpullquote', 'notice', 'more', 'comment',
        'endcomment', 'post_url', 'ref', 'relref', 'link', 'alert', 'details', 'center', 'endcenter', 'toc',
        'linebreak', 'br', 'quote', 'endquote', 'note', 'endnote', 'admonition', 'callout', 'hint',
        'tabs', 'tab', 'expand', 'capture', 'endcapture',
    }
)  # fmt: skip
"""Tags around words that stay, or that only lay out a page."""


class Tags:
    """Replaces the tags of one text; ``lost`` holds those that vanished with what they showed, by their first line."""

    def __init__(self) -> None:
        self.lost: dict[str, int] = {}

    def replace(self, text: str, line: int, *, whole: bool) -> str:
        """A piece of a line with its tags replaced.

        :param whole: whether it is the whole line: a frame needs one of its own.
        """
        if '](' in text:
            text = _LINK_TO_TAG.sub(lambda match: match[1], text)
            text = _EMPTY_LINK.sub(lambda match: match[1], text)
        if '{%' not in text and '{{' not in text:
            return text
        alone = whole and _TAG.fullmatch(text.strip()) is not None
        return _TAG.sub(lambda match: self._one(match, line, alone=alone), text)

    def _one(self, match: re.Match[str], line: int, *, alone: bool) -> str:
        if match['value'] is not None:
            return ''
        name = (match['liquid'] or match['hugo']).replace(' ', '')
        rest = (match['l_rest'] if match['liquid'] else match['h_rest']) or ''
        closing = name.startswith(('/', 'end'))
        kind = name.lstrip('/').removeprefix('end').replace('-', '_').rpartition('/')[2]
        named, plain = _arguments(rest)
        if kind in _CODE:
            return '```' if closing else f'```{plain[0] if plain and kind != "codeblock" else ""}'
        if closing or kind in _SILENT or name in _SILENT:
            return ''
        if kind == 'include' and plain:
            kind = plain.pop(0).removesuffix('.html').rpartition('/')[2].replace('-', '_')
        shown = self._shown(kind, named, plain, alone=alone)
        if shown is None:
            title = named.get('title') or named.get('alt') or named.get('caption') or ''
            if not title:
                self.lost.setdefault(name, line)
            return title
        return shown

    @staticmethod
    def _shown(kind: str, named: dict[str, str], plain: list[str], *, alone: bool) -> str | None:
        """What a tag shows, as Markdown or HTML; None for one that is not known."""
        key = next((named[name] for name in ('id', 'url', 'src', 'link', 'key') if name in named), '')
        key = key or (plain[0] if plain else '')
        service = next((name for name in _VIDEO_OR_DECK if kind.startswith(name)), '')
        if service and (url := player(service, key)):
            return frame(url) if alone else f'<{url}>'
        if service == 'speakerdeck' and key and not key.startswith('http'):
            return f'<https://speakerdeck.com/{key}>'
        if kind in _PICTURES:
            source = named.get('src') or next((part for part in plain if '/' in part or '.' in part), '')
            alt = named.get('alt') or named.get('title') or named.get('caption') or ''
            return f'![{alt}]({source})' if source and ' ' not in source else None
        if kind in _TWEETS:
            user = named.get('user') or (plain[0] if len(plain) > 1 else '')
            number = named.get('id') or (plain[-1] if plain else '')
            if number.isdigit():
                return f'[Tweet](https://twitter.com/{user or "i/web"}/status/{number})'
        if kind == 'gist' and key and not key.startswith('http'):
            return f'[Gist](https://gist.github.com/{"/".join(plain) or key})'
        url = next((part for part in [*named.values(), *plain] if part.startswith(('http://', 'https://'))), '')
        return f'<{url}>' if url and ' ' not in url else None


def _arguments(text: str) -> tuple[dict[str, str], list[str]]:
    named: dict[str, str] = {}
    plain: list[str] = []
    for match in _ARGUMENT.finditer(text):
        value = next((part for part in match.groups()[1:] if part is not None), '')
        if match[1]:
            named[match[1].casefold()] = value
        elif value:
            plain.append(value)
    return named, plain
