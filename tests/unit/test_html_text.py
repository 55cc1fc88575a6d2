"""The words of HTML, as a search may show them."""

from __future__ import annotations

import pytest
from sphinx_meetup.search.htmltext import words_of_html


@pytest.mark.parametrize(
    ('text', 'words'),
    [
        ('plain', 'plain'),
        ('<b>', ''),
        ('hot <b>k</b>iln', 'hot kiln'),
        ('one<br>two<br />three', 'one\ntwo\nthree'),
        ('<ul><li>clay</li><li>glass</li></ul>', 'clay\n\nglass'),
        ('<p title="a > b">a &lt; b &amp; c</p>', 'a < b & c'),
        ('<!-- not <b>this</b> --><p>this</p>', 'this'),
        ('<script>alert("x")</script><style>p { color: red }</style>seen', 'seen'),
        ('<img src="a.png" alt="a kiln">', 'a kiln'),
        ('<img alt>', ''),
        ('2 < 3', '2 < 3'),
        ('', ''),
    ],
)
def test_what_is_seen(text: str, words: str) -> None:
    assert '\n\n'.join(part for part in words_of_html(text).split('\n\n') if part) == words
