"""A plain report becomes an event page, and nothing of it is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from sphinx_meetup.nodes import event_header, talk, timetable
from support import Built, Site, Snapshots, tree

if TYPE_CHECKING:
    from pathlib import Path

REPORT = 'reports/2030/teapots'


@pytest.fixture(scope='module')
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return Site.of('report', tmp_path_factory.mktemp('report')).build()


def test_no_warning(built: Built) -> None:
    assert built.warnings == ()


def test_tree(built: Built, snapshots: Snapshots) -> None:
    snapshots.check('report', tree(built.doctree(REPORT)))


def test_sections_become_talks_in_place(built: Built) -> None:
    page = next(built.doctree(REPORT).findall(nodes.section))
    found = [(type(child).__name__, child['ids'][0]) for child in page.children if isinstance(child, nodes.section)]
    assert found == [
        ('section', 'section-aaaf44'),
        ('section', 'section-e757a5'),
        ('talk', 'talk-the-potters-keynote'),
        ('talk', 'talk-kettles-cups-or-saucers'),
        ('talk', 'talk-glazes-of-the-deep-sea'),
        ('talk', 'talk-27b6fe'),
        ('section', 'section-7f7ad4'),
    ]


def test_lines_that_became_structure_are_gone(built: Built) -> None:
    prose = {paragraph.astext() for paragraph in _prose(built.doctree(REPORT))}
    assert not {text for text in prose if text.startswith(('@', '19:', '20:', '日時', 'URL'))}


def test_all_other_lines_stay(built: Built) -> None:
    prose = [paragraph.astext() for paragraph in _prose(built.doctree(REPORT))]
    assert prose == [
        'これは見本です。実在の勉強会ではありません。',
        '持ち物: 湯のみ',
        '土を選ぶ',
        '赤い土',
        '焼く',
        'やかんの話',
        'whistle --loud で鳴る',
        '釉薬のこと',
        '急須',
        '注ぎ口',
        '楽しい会でした。',
    ]


def _prose(document: nodes.document) -> list[nodes.paragraph]:
    """The paragraphs that are neither facts nor cells."""
    return [
        node
        for node in document.findall(nodes.paragraph)
        if not isinstance(node.parent, nodes.field_body | nodes.entry) and 'meetup-event-report' not in node['classes']
        if 'meetup-when' not in node['classes']
    ]


def test_records(built: Built) -> None:
    (event,) = built.domain.documents[REPORT].events
    assert (event.id, event.title, str(event.date), event.start, event.end) == (
        'example-meetup-1',
        'Example Meetup #1',
        '2030-02-02',
        19 * 60,
        20 * 60 + 45,
    )
    assert (event.author, str(event.published), event.url, event.topics, event.timezone) == (
        'sample',
        '2030-02-03',
        'https://example.connpass.com/event/1',
        ('Teapots', '見本'),
        'Asia/Tokyo',
    )
    assert [(slot.title, slot.kind, slot.talk) for slot in event.slots] == [
        ('Opening', 'other', ''),
        ('A Tour of Teapots', 'talk', ''),
        ('The potter’s keynote', 'talk', 'talk-the-potters-keynote'),
        ('Kettles, Cups or Saucers', 'talk', 'talk-kettles-cups-or-saucers'),
        ('Example Sponsor Session', 'other', ''),
    ]
    assert [
        (talk.title, [p.text for p in talk.people], talk.start) for talk in built.domain.documents[REPORT].talks
    ] == [
        ("The potter's keynote", ['@sample_b'], 19 * 60 + 25),
        ('Kettles, Cups or Saucers', ['@sample_c'], 19 * 60 + 45),
        ('Glazes of the Deep Sea', [], None),
        ('茶器について ~急須の概要~', ['@見本太郎'], None),
    ]


class TestHtml:
    """What style sheets, scripts and other programs rely on."""

    def test_one_h1(self, built: Built) -> None:
        for docname in ('index', REPORT):
            assert len(built.page(docname).find_all('h1')) == 1

    def test_talks(self, built: Built) -> None:
        found = built.page(REPORT).select('section.meetup-talk[data-talk-id]')
        assert [section['data-talk-id'] for section in found] == [section['id'] for section in found]
        assert [section.find(['h1', 'h2', 'h3']).name for section in found] == ['h2'] * 4
        assert all('sd-card' in section['class'] for section in found)

    def test_time_stands_above_the_title(self, built: Built) -> None:
        first = built.page(REPORT).select_one('section.meetup-talk')
        assert [child.name for child in first.find_all(recursive=False)][:2] == ['p', 'h2']
        assert first.p['class'] == ['meetup-when']

    def test_timetable(self, built: Built) -> None:
        (table,) = built.page(REPORT).select('table.meetup-timetable')
        rows = table.select('tr.meetup-slot')
        assert len(rows) == 5
        assert table.caption.get_text() == 'Timetable of Example Meetup #1, Feb 2, 2030 (Asia/Tokyo)'
        assert [cell['scope'] for cell in table.select('tbody th')] == ['row'] * 5
        assert [len(row.find_all(['th', 'td'])) for row in rows] == [3] * 5
        assert [link['href'] for link in table.select('a.meetup-talk-link')] == [
            '#talk-the-potters-keynote',
            '#talk-kettles-cups-or-saucers',
        ]

    def test_the_head_of_the_table_heads_columns(self, built: Built) -> None:
        head = built.page(REPORT).select('table.meetup-timetable thead th')
        assert [cell.get_text(strip=True) for cell in head] == ['Time', 'Title', 'Speakers']
        assert all(cell.get('scope', 'col') == 'col' for cell in head)

    def test_times_carry_date_and_offset(self, built: Built) -> None:
        (row, *_) = built.page(REPORT).select('tr.meetup-slot')
        assert [(time['datetime'], time.get_text()) for time in row.find_all('time')] == [
            ('2030-02-02T19:00+09:00', '19:00'),
            ('2030-02-02T19:05+09:00', '19:05'),
            ('PT5M', '5 min'),
        ]

    def test_header(self, built: Built) -> None:
        (header,) = built.page(REPORT).select('.meetup-event')
        assert header['id'] == 'event-example-meetup-1'
        assert header.find_previous(['h1', 'h2']).name == 'h1'

    def test_chips_lead_to_their_pages(self, built: Built) -> None:
        links = built.page(REPORT).select('a.meetup-speaker')
        assert links
        for link in links:
            assert link.select('span.meetup-chip')
            assert (built.outdir / REPORT).parent.joinpath(link['href']).resolve().is_file()

    def test_every_id_once(self, built: Built) -> None:
        ids = [element['id'] for element in built.page(REPORT).find_all(id=True)]
        assert sorted(ids) == sorted(set(ids))


def test_inserting_a_talk_leaves_other_ids_alone(built: Built, tmp_path: Path) -> None:
    site = Site.of('report', tmp_path / 'site')
    path = site.srcdir / f'{REPORT}.md'
    text = path.read_text('utf-8')
    site.write(f'{REPORT}.md', text.replace('## The potter', '## 新しい発表\n\n@sample_z\n\n* 話\n\n## The potter'))
    ids = [node['ids'] for node in site.build('dummy').doctree(REPORT).findall(talk)]
    before = [node['ids'] for node in built.doctree(REPORT).findall(talk)]
    assert ids[1:] == before


def test_documents_that_are_no_reports_are_left_alone(tmp_path: Path) -> None:
    text = '# A Guide\n\n## One Talk\n\n@sample_a\n\n19:00-19:05 - a, b\n19:05-19:10 - a, c\n19:10-19:20 - a, d\n'
    built = Site(tmp_path, {'guide.md': text, 'reports/index.md': text, 'reports/one.md': text}).build('dummy')
    for docname in ('guide', 'reports/index'):
        document = built.doctree(docname)
        assert not [
            node for node in document.findall(nodes.Element) if isinstance(node, talk | timetable | event_header)
        ]
    assert len(list(built.doctree('reports/one').findall(talk))) == 1


def test_a_section_that_only_held_facts_goes_with_them(tmp_path: Path) -> None:
    text = '---\ntitle: Example Meetup 1\n---\n\n## 概要\n\n日時: 2030年2月2日19時から\n\n## A talk\n\n@sample\n'
    page = Site(tmp_path, {'reports/a.md': text}).build().page('reports/a')
    assert [heading.get_text().rstrip('¶') for heading in page.find_all('h2')] == ['A talk']
    time = page.select_one('.meetup-event time')
    assert time is not None
    assert time['datetime'] == '2030-02-02'


def test_rows_that_are_headings_stand_behind_the_text_before_them(tmp_path: Path) -> None:
    text = '---\ntitle: Pots Night\n---\n\nBefore.\n\n## 19:00 Pots by @ana\n\nx\n\n## 19:20 Pans by @bo\n\ny\n'
    page = Site(tmp_path, {'reports/one.md': text}).build().page('reports/one')
    table = page.find('table', class_='meetup-timetable')
    assert table is not None
    assert table.find_previous(string='Before.') is not None


def test_a_rule_right_below_a_heading_parts_nothing(tmp_path: Path) -> None:
    text = '---\ntitle: Pots Night\n---\n\nx\n\n## Kettles\n\n---\n\ny\n\n---\n\n---\n\nz\n'
    built = Site(tmp_path, {'reports/one.md': text}).build()
    assert built.warnings == ()
    assert len(built.page('reports/one').select('hr')) == 1


def test_a_page_without_a_title_is_called_like_the_event(tmp_path: Path) -> None:
    built = Site(tmp_path, {'reports/one.md': '- タイトル: Pots Night #3\n- 日時: 2031/4/5\n\n## a\n\nx\n'}).build()
    heading = built.page('reports/one').h1
    assert heading is not None
    assert heading.get_text().startswith('Pots Night #3')


def test_the_id_of_a_heading_that_is_a_speaker_moves_to_the_talk(tmp_path: Path) -> None:
    talks = '\n'.join(
        f'## 19:{at}0 - 19:{at + 1}0 {title}\n\n### {name}さん\n\n- notes\n'
        for at, title, name in ((0, 'Kettles', 'sample_a'), (1, 'Cups', 'sample_b'), (2, 'Pots', 'sample_c'))
    )
    page = Site(tmp_path, {'reports/one.md': f'# Example Meetup 1\n\n{talks}'}).build().page('reports/one')
    ids = [str(element['id']) for element in page.select('[id]')]
    assert sorted(ids) == sorted(set(ids))
    found = page.find(id='sample-a')
    assert found is not None
    assert 'Kettles' in page.select('section.meetup-talk')[0].get_text()
    assert found.find_parent('section', class_='meetup-talk') is page.select('section.meetup-talk')[0]
