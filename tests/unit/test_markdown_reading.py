"""Text to outline: parsing, emphasis beside Japanese, control characters, encodings."""

from __future__ import annotations

import pytest
from cases import cases
from sphinx_meetup.reading.encoding import detect, encoding_problem
from sphinx_meetup.reading.markdown import markdown, tokens, visible, without_control
from sphinx_meetup.reading.outline import outline


@pytest.mark.parametrize(('text', 'expected'), cases('outlines.md'))
def test_outlines(text: str, expected: str) -> None:
    shown = []
    for section in outline(tokens(text)).sections:
        shown.append(f'{section.level} {section.heading.number} {section.title}'.rstrip())
        for block in section.blocks:
            words = block.name or ' / '.join(line.text for line in block.lines)
            shown.append(f'  {block.kind} {block.line} {words}'.rstrip())
    assert '\n'.join(shown) == expected


def test_lines_keep_their_numbers_and_links() -> None:
    text = 'first\n[deck](https://speakerdeck.com/x) and https://example.com/y。\n\n<https://example.com/z>\n'
    lines = [line for block in outline(tokens(text)).sections[0].blocks for line in block.lines]
    assert [(line.number, [link.url for link in line.links]) for line in lines] == [
        (1, []),
        (2, ['https://speakerdeck.com/x', 'https://example.com/y']),
        (4, ['https://example.com/z']),
    ]


def test_what_stands_below_a_heading() -> None:
    tree = outline(tokens('# A\n## B\n### C\n## D\n# E\n'))
    assert [section.title for section in tree.below(2)] == ['B', 'C']
    assert [section.title for section in tree.below(1)] == ['A', 'B', 'C', 'D']


@pytest.mark.parametrize(
    ('text', 'html'),
    [
        ('これは**「強調」**です', 'これは<strong>「強調」</strong>です'),
        ('**重要：**次に', '<strong>重要：</strong>次に'),
        ('これは*（括弧）*です', 'これは<em>（括弧）</em>です'),
        ('**a**b', '<strong>a</strong>b'),
        ('a * b * c', 'a * b * c'),
        ('snake_case_name', 'snake_case_name'),
        ('変数_名前_です', '変数_名前_です'),
        ('2 ** 3 ** 4', '2 ** 3 ** 4'),
        ('**한국어**는', '<strong>한국어</strong>는'),
        ('***両方***です', '<em><strong>両方</strong></em>です'),
    ],
)
def test_emphasis_beside_japanese(text: str, html: str) -> None:
    assert markdown().renderInline(text) == html


def test_visible_words() -> None:
    assert visible('A **bold** [link](https://example.com) `x`') == 'A bold link x'
    assert visible('') == ''


@pytest.mark.parametrize(
    ('text', 'clean', 'line'),
    [
        ('a\tb\r\nc', 'a\tb\r\nc', 0),
        ('a\nb\0c', 'a\nb\ufffdc', 2),
        ('\x1b[31m', '\ufffd[31m', 1),
        ('a\u2028b\nc\x85', 'a\ufffdb\nc\ufffd', 1),
    ],
)
def test_control_characters(text: str, clean: str, line: int) -> None:
    assert without_control(text) == (clean, line)
    assert clean.count('\n') == text.count('\n')


JAPANESE = '---\ntitle: 勉強会の報告\n---\n\n日時: 2018年1月12日19時から、会場はいつもの所でした。\n'


@pytest.mark.parametrize(
    ('data', 'text', 'label'),
    [
        (JAPANESE.encode(), JAPANESE, 'UTF-8'),
        (JAPANESE.encode('utf-8-sig'), JAPANESE, 'UTF-8'),
        (JAPANESE.encode('cp932'), JAPANESE, 'Shift_JIS'),
        (JAPANESE.encode('euc_jp'), JAPANESE, 'EUC-JP'),
        (b'', '', 'UTF-8'),
        (b'abc \xff\xfe\x00 \x81', 'abc \ufffd\ufffd\x00 \ufffd', ''),
        (JAPANESE.encode('utf-16'), JAPANESE, 'UTF-16'),
        (b'\xfe\xff' + JAPANESE.encode('utf-16-be'), JAPANESE, 'UTF-16'),
        (b'\xff\xfea\x00b', 'a\ufffd', 'UTF-16'),
        (b'a\x00b\x00\x00\xa4\xc0', 'a\x00b\x00\x00\ufffd\ufffd', ''),
    ],
    ids=[
        'utf-8',
        'with a mark',
        'shift_jis',
        'euc-jp',
        'empty',
        'garbage',
        'utf-16',
        'utf-16, big end first',
        'utf-16, cut off',
        'no text',
    ],
)
def test_encodings(data: bytes, text: str, label: str) -> None:
    assert detect(data) == (text, label)
    problem = encoding_problem(data, label)
    if label == 'UTF-8':
        assert problem is None
    else:
        assert problem is not None
        assert problem.code.value == 'encoding'
        assert problem.line == (2 if label in {'Shift_JIS', 'EUC-JP'} else 1)
