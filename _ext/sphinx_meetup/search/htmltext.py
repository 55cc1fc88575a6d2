"""The words of a piece of HTML."""

from __future__ import annotations

from html.parser import HTMLParser

_BLOCKS = frozenset((
    'address', 'article', 'aside', 'blockquote', 'caption', 'dd', 'details', 'div', 'dl', 'dt', 'figcaption', 'figure',
    'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'li', 'main', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'td', 'th',
    'tr', 'ul',
))  # fmt: skip
_UNSEEN = frozenset({'script', 'style', 'template', 'noscript'})


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        self._part(tag)
        if tag == 'br':
            self.parts.append('\n')
        if tag == 'img':
            self.parts.append(dict(attrs).get('alt') or '')

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data)

    def _part(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.parts.append('\n\n')


def words_of_html(text: str) -> str:
    """What a reader sees of HTML, whole or in pieces: an empty line between blocks; no tag, comment or script."""
    words = _Words()
    words.feed(text)
    words.close()
    return ''.join(words.parts)
