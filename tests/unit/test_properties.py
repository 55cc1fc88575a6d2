"""Whatever stands in a report, reading it neither fails nor takes more than its length."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, strategies as st
from sphinx_meetup.commands.read import understand
from sphinx_meetup.commands.show_json import show as show_json
from sphinx_meetup.commands.show_text import show as show_text
from sphinx_meetup.model.ids import is_automatic, slug, talk_ids
from sphinx_meetup.model.records import Person
from sphinx_meetup.model.time import Span, roll_over
from sphinx_meetup.reading.dates import find_date, read_date
from sphinx_meetup.reading.encoding import detect, encoding_problem
from sphinx_meetup.reading.explicit import read_timetable
from sphinx_meetup.reading.facts import from_lines, from_meetup, labelled
from sphinx_meetup.reading.fenced import split_options
from sphinx_meetup.reading.frontmatter import read_front_matter
from sphinx_meetup.reading.kinds import split_kind
from sphinx_meetup.reading.links import bare_urls, link_kind
from sphinx_meetup.reading.markdown import tokens, without_control
from sphinx_meetup.reading.names import event_name
from sphinx_meetup.reading.outline import Line, outline
from sphinx_meetup.reading.people import byline, people
from sphinx_meetup.reading.repair import repair
from sphinx_meetup.reading.report import read_report
from sphinx_meetup.reading.rows import read_row
from sphinx_meetup.reading.times import find_span, read_span, split_minutes
from sphinx_meetup.reading.titles import likeness

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = r"""
19:00 １９：３０ - 〜 時 半 分 午後 pm 25:99 (15min) （ ） ( ) [ ] @ ＠ さん , 、 /
& : ： # ## | |-|-| --- ``` ```{timetable} ```{event} ::: 日時 会場 URL 登壇者
タイムテーブル 感想 2018年1月12日 2018-02-30 https:// https://speakerdeck.com/a
https://x.connpass.com/1 。 <!-- --> <b> ** _ ` { } $ % \ &amp; LT title meetup talks timetable é
🎉 Ⅷ ² ٣ 𝟙
"""
SPACED = [' and ', 'by ', ' ', '\u3000', '* ', '| ', '```{talk} ', ':key: ', 'Keynote: ', '  - ']
INVISIBLE = ['\n', '\n\n', '\t', '\u0301', '\ufe0f', '\u200d', '\0', '\r', '\u2028', '\x85']
PIECES = [*WORDS.split(), *SPACED, *INVISIBLE]
"""What reports are made of, and what breaks readers of them."""

texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map(''.join))
lines = texts.map(lambda text: text.replace('\n', ' '))


@given(lines)
def test_recognisers_of_a_line(text: str) -> None:
    read_span(text)
    split_minutes(text)
    find_date(text)
    read_date(text)
    read_row(text, 1)
    people(text)
    byline(text)
    labelled(Line(text, 1))
    split_kind(text)
    link_kind(text)
    found = find_span(text)
    assert found is None or text[found.begin : found.end].strip() == found.text
    assert all(text[url.begin : url.end] == url.url for url in bare_urls(text))
    assert event_name(text) in text
    assert 0 <= likeness(text, text[::-1]) <= 1


@given(lines)
@example('を')
def test_a_row_keeps_what_its_author_wrote(text: str) -> None:
    found = read_row('19:00 - ' + text, 1)
    assert found is not None
    if found.slot is not None:
        assert found.slot.title in text
        assert found.slot.title.strip()


@given(lines)
def test_names_are_parts_of_what_was_written(text: str) -> None:
    for person in people(text):
        assert person.name or person.handle
        assert ''.join(person.handle.split()) in text
        assert all(word in text for word in person.name.split())


@given(texts)
def test_front_matter(text: str) -> None:
    front = read_front_matter(f'---\n{text}\n---\n')
    from_meetup(front)
    from_meetup(read_front_matter(f'---\nmeetup:\n  date: {text!r}\n  start: {text!r}\n  url: {text!r}\n---\n'))


@given(texts)
def test_blocks(text: str) -> None:
    text = text.replace('\r', '\n')
    read_timetable(text, 1)
    split_options(text)
    tree = outline(tokens(text))
    from_lines(tree.sections)
    count = text.count('\n') + 1
    assert all(1 <= block.line <= block.end <= count + 1 for section in tree.sections for block in section.blocks)


@given(texts, texts)
def test_whole_reports(head: str, body: str) -> None:
    for text in (body, f'---\n{head}\n---\n{body}'):
        clean, _ = without_control(text)
        assert clean.count('\n') == text.count('\n')
        read_report(clean)
        understood = understand(text.encode(), 'Asia/Tokyo')
        show_json(understood)
        show_text(understood, 'x.md')
        ids = [talk.id for talk in understood.assembled.talks]
        assert len(set(ids)) == len(ids)
        last = text.replace('\r', '\n').count('\n') + 1
        assert all(0 <= problem.line <= last for problem in understood.problems)


@given(st.binary(max_size=300))
def test_bytes(data: bytes) -> None:
    text, label = detect(data)
    assert '\ufffd' in text or label or not data
    encoding_problem(data, label)
    understand(data, 'UTC')


@given(st.lists(st.tuples(texts, st.lists(texts, max_size=2)), max_size=8))
def test_ids(talks: list[tuple[str, list[str]]]) -> None:
    ids = talk_ids([(title, [Person(name) for name in names], '') for title, names in talks])
    assert len(set(ids)) == len(ids)
    assert all(name.isascii() and ' ' not in name and not is_automatic(name) for name in ids)
    assert all(slug(title) and len(slug(title)) <= 60 for title, _ in talks)


minutes = st.integers(0, 1800)


@given(st.lists(st.tuples(minutes, st.none() | minutes), max_size=30))
def test_rolling_over(pairs: list[tuple[int, int | None]]) -> None:
    spans = [Span(*pair) for pair in pairs]
    rolled = roll_over(spans)
    assert [(start % 1440, end and end % 1440) for start, end in rolled] == [
        (start % 1440, end and end % 1440) for start, end in spans
    ]


# -- cost ----------------------------------------------------------------------------------------------------

LINEAR: dict[str, tuple[Callable[[str], object], str, list[str]]] = {
    'times': (find_span, '', ['1', '19', '19:', '午後', '午後 ', '19時 ', '19:00 - ', '19:00 to ', ' ', '19:00〜']),
    'minutes': (split_minutes, 'x', ['(', '(1', '(15min', '(15min)', '( ', ' (', '（約', '[1 m']),
    'dates': (find_date, '', ['2', '2018', '2018年', '2018年 1月', '2018-1-', 'jan', 'january ', '1 jan, ']),
    'dates of front matter': (read_date, '', ['1', '2018-01-01 ', '(', '((', '"', '\\', ',', 'Mon, ', '1 Jan ']),
    'rows': (
        lambda text: read_row(text, 1),
        '19:00 - ',
        ['a,', ',', '、', '(', '(15min) ', ' ', '　', '-', '@a ', '& '],
    ),
    'people': (
        people,
        '',
        ['(', '（a', '()', '@', '@a ', '@a(', ' and ', ' and', ' ', '& ', '、', 'さん', 'さん ', 'a, ', '/'],
    ),
    'by-lines': (byline, '@a', [' ', '(', '@', 'さん', ',', ' and ']),
    'labels': (lambda text: labelled(Line(text, 1)), '', ['-', ' ', ':', ' :', '日時', '日時 ', 'a ', '・']),
    'addresses': (bare_urls, 'https://a', [')', ']', '(', '()', '.', 'https://', 'https://a', ').', '_']),
    'hosts': (link_kind, 'https://', ['a.', 'a', '@', ':', '[', '/', 'com.']),
    'names of events': (event_name, '', [' ', '-', 'レポート', ' report', '　']),
    'kinds': (split_kind, '', ['[', '(', 'LT', 'LT ', ' ', '【']),
    'ids': (slug, '', ['a', '-', '設', "'", 'e\u0301', '🎉', ' ']),
    'front matter': (
        read_front_matter,
        '---\n',
        ['a: b\n', '- ', '[', '{a: ', '"', '&a ', '*a ', '? ', ': ', '! ', '|\n', '# '],
    ),
    'options': (split_options, '', [':a: b\n', ':', ': ', '---\n', 'a:', '  a\n', ':a: |\n']),
    'headings': (
        read_report,
        '',
        ['# a\n', '## a\n\n@b\n\n', '# a\n## b\n', '## LT: a\n\n', '## a\n\ntext\n\n', '#\n'],
    ),
    'rows of a report': (
        read_report,
        '## Timetable\n\n',
        ['19:00 a\n\n', '19:00 a\n', '* 19:00 a\n', '19:75\n\n', '19:00 - a, b\n\n'],
    ),
    'tables': (read_report, '| Time | Title |\n|-|-|\n', ['| 19:00 | a |\n', '| | |\n', '|', '| 日時: 2018-01-01 |\n']),
    'facts': (read_report, '', ['日時: 2018-01-01\n', '会場: a\n\n', 'https://x.connpass.com/1\n', 'URL: \n', '#a ']),
    'talks and slots': (
        lambda text: understand(('## Timetable\n\n' + text.replace('##', '19:00') + text).encode(), 'UTC'),
        '',
        ['## a\n\n', '## a\n\n@b\n\n', '## Cats and dogs\n\n@b\n\n'],
    ),
    'directives': (
        lambda text: understand(text.encode(), 'UTC'),
        '',
        ['```{talk} a\n```\n', '```{event} a\n```\n', ':::{timetable}\n19:00 a\n:::\n'],
    ),
    'leftovers': (
        repair,
        '',
        [
            '{% a ',
            '{{< a ',
            '{/*',
            '<!--\n',
            '<h2>a',
            '<iframe ',
            '<script',
            '[caption a="',
            '@[card](',
            '((',
            '[[a',
            '`',
            '``` ',
            '> [!NOTE]\n',
            ':::note\n',
            '<details>\n',
            '<div>\n# a\n',
            '<div>\n<h2>a</h2>\n',
            '#a\n',
            '*a\n',
            '>|a|\n',
            '> ',
            'import {',
            'export const a = {\n',
            '<Foo ',
            '<pre>',
            '<% ',
            '{: a',
            '[f:id:',
            '{% highlight a %}\n',
            '- ',
            '<a href="',
        ],
    ),
    'encodings': (lambda text: detect(text.encode('cp932', 'replace') + b'\x81'), '', ['あ', 'ｱ', 'a', '\n']),
}

SHORT = {'rows', 'people', 'by-lines', 'labels'}
"""Longer lines than 2000 letters are not looked at: what they cost shows below that only."""


def _seconds(work: Callable[[str], object], text: str) -> float:
    """The least of some timings, each of at least a few milliseconds so that the clock's steps do not show."""
    best = float('inf')
    for _ in range(3):
        begin = time.process_time()
        rounds, spent = 0, 0.0
        while spent < 0.004:
            work(text)
            rounds += 1
            spent = time.process_time() - begin
        best = min(best, spent / rounds)
        if spent > 0.05:
            break  # long enough to be measured at once; a doubtful ratio is measured again anyway
    return best


@pytest.mark.parametrize('name', LINEAR)
def test_four_times_the_text_takes_about_four_times_as_long(name: str) -> None:
    """Sixteen times would be the square; on a busy machine a measure may be wrong once, hardly three times."""
    work, head, pieces = LINEAR[name]
    for piece in pieces:
        size = 400 if name in SHORT else 1500
        short, long = (head + piece * (length // len(piece)) for length in (size, 4 * size))
        for _attempt in range(3):
            ratio = _seconds(work, long) / _seconds(work, short)
            if ratio < 9:
                break
        assert ratio < 12, f'{name}: {piece!r} repeated takes {ratio:.0f} times as long'


def test_a_long_line_is_nothing_at_all() -> None:
    text = '19:00 - a, b ' * 400
    assert read_row(text, 1) is None
    assert byline('@a ' * 2000) is None
    assert people('a、' * 3000) == ()
    assert labelled(Line('日時: ' + 'x' * 3000, 1)) is None
