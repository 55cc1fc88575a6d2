"""Raw HTML as lines, links and rows."""

from __future__ import annotations

import pytest
from sphinx_meetup.reading.html import html_lines
from sphinx_meetup.reading.markdown import tokens
from sphinx_meetup.reading.outline import outline


@pytest.mark.parametrize(
    ('html', 'expected'),
    [
        ('<div>one<br>two</div>', ['0 text one', '0 text two']),
        ('<ul>\n<li>a</li>\n<li><b>b</b> c</li>\n</ul>', ['1 item a', '2 item b c']),
        ('<p>see <a href="//x.test/d">the deck</a></p>', ['0 text see the deck [https://x.test/d the deck]']),
        ('<iframe src="//x.test/player/1"></iframe>', ['0 text [https://x.test/player/1 ]']),
        ('<script class="speakerdeck-embed" data-id="ab12"></script>',
         ['0 text [https://speakerdeck.com/player/ab12 ]']),
        ('<table><tr><th>Time</th><th>Title</th></tr>\n<tr><td>10:00</td><td>A<br>B</td></tr></table>',
         ['0 cell Time', '0 cell Title', '1 cell 10:00', '1 cell A B']),
        ('<blockquote class="twitter-tweet"><p>said <a href="https://x.test">x</a></p></blockquote>after',
         ['0 text after']),
        ('<style>p { a: b }</style><p>x</p>', ['0 text x']),
        ('<img src="a.png">', ['0 text']),
        ('no tag at all', ['0 text no tag at all']),
        ('<a>nowhere</a> <b', ['0 text nowhere <b']),
    ],
)  # fmt: skip
def test_lines_of_html(html: str, expected: list[str]) -> None:
    shown = [
        ' '.join(
            filter(
                None, [f'{line.line} {line.kind}', line.text, *(f'[{link.url} {link.label}]' for link in line.links)]
            )
        )
        for line in html_lines(html)
    ]
    assert shown == expected


def test_a_table_of_html_is_a_table() -> None:
    blocks = outline(tokens('x\n\n<table>\n<tr><td>10:00</td><td>Doors</td></tr>\n</table>\n')).sections[0].blocks
    assert [(block.kind, [[cell.text for cell in row] for row in block.rows]) for block in blocks] == [
        ('paragraph', []),
        ('table', [['10:00', 'Doors']]),
    ]


def test_links_and_strong_print_inside_a_line() -> None:
    text = '**All of it**\n\n**half** of it\n\n<a href="https://x.test/a">A</a> and <b>b</b>\n'
    lines = [line for block in outline(tokens(text)).sections[0].blocks for line in block.lines]
    assert [line.strong for line in lines] == [True, False, False]
    assert [(link.url, link.label) for link in lines[2].links] == [('https://x.test/a', 'A')]


def test_depth_in_lists() -> None:
    lines = outline(tokens('- a\n  - b\n\ntext\n')).sections[0].blocks
    assert [(line.text, line.depth) for block in lines for line in block.lines] == [('a', 1), ('b', 2), ('text', 0)]
