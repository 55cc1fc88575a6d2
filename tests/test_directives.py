"""The directives: both spellings, their options, and how they mix with a plain report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from sphinx.util.inventory import InventoryFile
from sphinx_meetup.nodes import archive_view, event_header, slot_row, speaker, talk, timetable
from support import Built, Site, Snapshots, tree

if TYPE_CHECKING:
    from pathlib import Path

PAGES = ('event', 'bare', 'timetable', 'talk', 'speaker', 'events')


@pytest.fixture(scope='module')
def myst(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return Site.of('spelling-myst', tmp_path_factory.mktemp('myst')).build()


@pytest.fixture(scope='module')
def rst(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return Site.of('spelling-rst', tmp_path_factory.mktemp('rst')).build()


def test_no_warning(myst: Built, rst: Built) -> None:
    assert myst.warnings == ()
    assert rst.warnings == ()


@pytest.mark.parametrize('docname', PAGES)
def test_both_spellings_give_one_tree(docname: str, myst: Built, rst: Built, snapshots: Snapshots) -> None:
    text = _normal(tree(myst.doctree(docname)))
    assert text == _normal(tree(rst.doctree(docname)))
    snapshots.check(f'directive-{docname}', text)


def _normal(text: str) -> str:
    """MyST's marks of its own: a `literal` from backticks has no class, RST's title is remembered on the document."""
    return re.sub(r'<document(?: \w+="[^"]*")*>', '<document>', text)


@pytest.mark.parametrize('docname', PAGES)
def test_both_spellings_give_one_record(docname: str, myst: Built, rst: Built) -> None:
    one, other = (re.sub(r'line=\d+', '', repr(built.domain.documents.get(docname))) for built in (myst, rst))
    assert one == other


@pytest.mark.parametrize('suffix', ['md', 'rst'])
def test_every_node_has_its_own_line(suffix: str, myst: Built, rst: Built) -> None:
    """The line of the directive, which is where a warning sends the author."""
    built = myst if suffix == 'md' else rst
    for docname in PAGES:
        lines = (built.srcdir / f'{docname}.{suffix}').read_text('utf-8').splitlines()
        for node in built.doctree(docname).findall(nodes.Element):
            if isinstance(node, event_header | speaker | talk | timetable) or (
                isinstance(node, archive_view) and node['view'] == 'events'
            ):
                name = {event_header: 'event', archive_view: 'events'}.get(type(node), type(node).__name__)
                mark = f'{{meetup:{name}}}' if suffix == 'md' else f'.. meetup:{name}::'
                assert lines[node.line - 1].lstrip('`~').startswith(mark)


def test_options_become_records(myst: Built) -> None:
    (event,) = myst.domain.documents['event'].events
    assert (event.id, event.title, event.timezone, event.start, event.end, event.lang) == (
        'event-one', 'Example Event 1', 'Europe/Berlin', 1140, 1260, 'de',
    )  # fmt: skip
    assert event.topics == ('Cups', 'Pots')
    cups, pots, odd = myst.domain.documents['talk'].talks
    assert (cups.id, cups.kind, cups.start, cups.end, cups.topics) == (
        'talk-the-cups', 'keynote', 1140, 1150, ('Cups', 'Saucers'),
    )  # fmt: skip
    assert [link.url for link in cups.slides] == ['https://speakerdeck.com/ann/cups', 'https://example.com/more']
    assert [link.url for link in cups.videos] == ['https://www.youtube.com/watch?v=cups']
    assert (pots.start, pots.end, pots.written, [person.name for person in pots.people]) == (
        1150, 1170, False, ['Bob Example'],
    )  # fmt: skip
    assert (odd.title, odd.start, odd.end, odd.written) == ('A very odd title', 1200, 1230, True)
    ann, bob = myst.domain.documents['speaker'].speakers
    assert (ann.id, ann.handle, ann.kana, ann.also) == ('ann', 'ann', 'あん', ('Annie Example', 'A. Example'))
    assert (bob.id, bob.name) == ('bob-example', 'Bob Example')


def test_the_zone_of_the_event_rules_its_times(myst: Built) -> None:
    assert myst.page('event').select_one('.meetup-time time')['datetime'] == '2030-01-02T19:00+01:00'


def test_rows_and_markdown_tables(myst: Built) -> None:
    (event,) = myst.domain.documents['timetable'].events
    assert [(slot.title, slot.start, slot.end, slot.kind) for slot in event.slots[:3]] == [
        ('Cups', 1140, 1150, 'talk'),
        ('Pots', 1150, 1170, 'talk'),
        ('Party', 23 * 60 + 50, 24 * 60 + 20, 'break'),
    ]
    assert [slot.title for slot in event.slots[3:]] == ['Pans', 'Break']
    first, second = myst.doctree('timetable').findall(timetable)
    assert len(list(first.findall(slot_row))) == 3
    assert len(list(second.findall(slot_row))) == 2


EXAMPLE = """\
# How to write

```{meetup:event} Only an Example 1
:no-index:
:date: 2030-01-02
```

```{meetup:timetable}
:no-index:

19:00-19:10 - @sample_a, Cups
```

```{meetup:talk} Cups
:no-index:

Notes.
```

```{meetup:speaker} Ann Example
:no-index:
```
"""


def test_no_index_keeps_examples_out(tmp_path: Path) -> None:
    site = Site(
        tmp_path, {'index.md': EXAMPLE, 'other.md': '---\norphan: true\n---\n\n# Other\n\n```{meetup:events}\n```\n'}
    )
    built = site.build()
    assert built.warnings == ()
    assert built.domain.documents == {}
    assert built.page('index').select('.meetup-event')
    assert built.page('index').select('section.meetup-talk')
    assert 'Only an Example' not in built.read('other.html')
    with (built.outdir / 'objects.inv').open('rb') as file:
        kinds = InventoryFile.load(file, '', lambda *parts: '/'.join(parts))
    assert not [kind for kind in kinds if kind.startswith('meetup:')]


def test_an_example_of_an_event_covers_what_belongs_to_it(tmp_path: Path) -> None:
    """An author who marks the event need not mark its timetable and talks."""
    text = EXAMPLE.replace(':no-index:\n', '').replace(':date:', ':no-index:\n:date:')
    built = Site(tmp_path, {'index.md': text}).build('dummy')
    record = built.domain.documents['index']
    assert (record.events, record.talks) == ((), ())
    assert [someone.id for someone in record.speakers] == ['ann-example']


def test_an_example_does_not_hide_a_real_event(tmp_path: Path) -> None:
    real = '\n```{meetup:event} Real Example 2\n```\n\n```{meetup:talk} Pots\n```\n'
    built = Site(tmp_path, {'index.md': EXAMPLE + real}).build('dummy')
    record = built.domain.documents['index']
    assert [event.id for event in record.events] == ['real-example-2']
    assert [found.name for found in record.talks] == ['real-example-2/pots']


class TestMixed:
    """A plain report with some of it written out."""

    FRONT = '---\ntitle: Mixed Example 1\ndate: 2030-01-02\n---\n\n'
    TALKS = '## Cups\n\n@sample_a\n\n* one\n\n## Pots\n\n@sample_b\n\n* two\n\n'
    ROWS = '## Schedule\n\n19:00-19:10 - @sample_a, Cups\n\n19:10-19:20 - @sample_b, Pots\n\n'
    TABLE = '```{meetup:timetable}\n20:00-20:10 - @sample_a, Cups\n20:10-20:20 - @sample_b, Pots\n```\n\n'

    @staticmethod
    def build(tmp_path: Path, text: str) -> Built:
        built = Site(tmp_path, {'reports/one.md': text}).build('html')
        assert built.warnings == ()
        return built

    def test_explicit_timetable_and_plain_talks(self, tmp_path: Path) -> None:
        built = self.build(tmp_path, self.FRONT + self.TABLE + self.TALKS)
        record = built.domain.documents['reports/one']
        assert [(found.id, found.start) for found in record.talks] == [('talk-cups', 1200), ('talk-pots', 1210)]
        assert len(built.page('reports/one').select('table.meetup-timetable')) == 1

    def test_explicit_timetable_wins_over_plain_rows(self, tmp_path: Path) -> None:
        built = self.build(tmp_path, self.FRONT + self.TABLE + self.ROWS + self.TALKS)
        (event,) = built.domain.documents['reports/one'].events
        assert [slot.start for slot in event.slots] == [1200, 1210]
        assert '19:00-19:10' in built.page('reports/one').get_text()

    def test_explicit_talk_and_plain_timetable(self, tmp_path: Path) -> None:
        explicit = '```{meetup:talk} Cups\n:speakers: Ann Example\n\nNotes.\n```\n\n## Pots\n\n@sample_b\n\n* two\n'
        built = self.build(tmp_path, self.FRONT + self.ROWS + explicit)
        record = built.domain.documents['reports/one']
        assert [(found.id, found.start, found.people[0].label) for found in record.talks] == [
            ('talk-cups', 1140, 'Ann Example'),
            ('talk-pots', 1150, '@sample_b'),
        ]
        assert [slot.talk for slot in record.events[0].slots] == ['talk-cups', 'talk-pots']

    def test_explicit_event_and_plain_facts(self, tmp_path: Path) -> None:
        explicit = '```{meetup:event}\n:venue: Upstairs\n```\n\n日時: 2030年1月1日 19:00-\n\n会場: Downstairs\n\n'
        built = self.build(tmp_path, self.FRONT + explicit + self.TALKS)
        (event,) = built.domain.documents['reports/one'].events
        assert (event.id, str(event.date), event.start, event.venue) == (
            'mixed-example-1', '2030-01-01', 1140, 'Upstairs',
        )  # fmt: skip
        assert len(built.page('reports/one').select('.meetup-event')) == 1

    def test_a_talk_stands_at_the_level_of_its_siblings(self, tmp_path: Path) -> None:
        explicit = '```{meetup:talk} Pans\n\nNotes.\n```\n\n```{meetup:talk} Lids\n```\n\n'
        built = self.build(tmp_path, self.FRONT + self.TALKS.replace('## Pots', f'### Detail\n\n{explicit}## Pots'))
        found = built.page('reports/one').select('section.meetup-talk')
        assert [section.h2.find(string=True) for section in found] == ['Cups', 'Pans', 'Lids', 'Pots']
        assert [len(section.select('section.meetup-talk')) for section in found] == [0] * 4
        assert [found.id for found in built.domain.documents['reports/one'].talks] == [
            'talk-cups', 'talk-pans', 'talk-lids', 'talk-pots',
        ]  # fmt: skip


def test_headings_in_notes_stay_in_the_notes(tmp_path: Path) -> None:
    notes = 'Before.\n\n## Inside\n\nBetween.\n\n#### Deeper\n\nAfter.\n'
    text = f'# Example Event 5\n\n```{{meetup:talk}} Cups\n\n{notes}```\n\n```{{meetup:talk}} Pots\n```\n'
    built = Site(tmp_path, {'index.md': text}).build()
    assert built.warnings == ()
    cups, pots = built.doctree('index').findall(talk)
    told = [child.astext() for child in cups.children[1:]]
    assert [text for text in told if text] == ['Before.', 'Inside', 'Between.', 'Deeper', 'After.']
    assert len([child for child in cups.children if isinstance(child, nodes.rubric)]) == 2
    assert pots.parent is cups.parent


def test_a_section_title_in_rst_notes_is_refused_there(tmp_path: Path) -> None:
    """docutils' own words and rule; what follows stays in the talk."""
    text = (
        'Example 6\n=========\n\n.. meetup:talk:: Cups\n\n   Inside\n   ------\n\n   After.\n\nEnd\n---\n\nThe end.\n'
    )
    built = Site(tmp_path, {'index.rst': text}).build('dummy')
    (error,) = built.warnings
    assert error.startswith('index.rst:7: ERROR: Unexpected section title.')
    assert next(built.doctree('index').findall(talk)).astext().strip() == 'Cups\n\nAfter.'


def test_a_talk_in_a_list_keeps_its_notes(tmp_path: Path) -> None:
    text = '# Example Event 7\n\n- Item\n\n  ```{meetup:talk} Cups\n  :speakers: Ann Example\n\n  Notes.\n  ```\n'
    built = Site(tmp_path, {'index.md': text}).build()
    (warning,) = built.warnings
    assert warning.startswith('index.md:5: WARNING: a talk stands inside a list')
    (item,) = built.doctree('index').findall(nodes.list_item)
    assert [type(child).__name__ for child in item.children] == ['paragraph', 'rubric', 'paragraph']
    assert item.astext() == 'Item\n\nCups\n\nNotes.'
    assert built.domain.documents == {}


def test_short_names_in_the_primary_domain(tmp_path: Path) -> None:
    text = '# Example Event 8\n\n```{event}\n:date: 2030-01-02\n```\n\n```{talk} Cups\n```\n\nSee {talk}`cups`.\n'
    built = Site(tmp_path, {'index.md': text}, "primary_domain = 'meetup'\n").build()
    assert built.warnings == ()
    assert [found.name for found in built.domain.documents['index'].talks] == ['example-event-8/cups']
    assert built.page('index').select_one('p a.meetup-talk-link')['href'] == '#talk-cups'


def test_several_events_on_a_page(tmp_path: Path) -> None:
    text = '# Two\n\n' + ''.join(
        f'## Example Event {n}\n\n```{{meetup:event}} Example Event {n}\n:date: 2030-01-0{n}\n```\n\n'
        f'```{{meetup:timetable}}\n1{n}:00-1{n}:10 - @sample_a, Cups {n}\n```\n\n```{{meetup:talk}} Cups {n}\n```\n\n'
        for n in (1, 2)
    )
    built = Site(tmp_path, {'index.md': text}).build()
    assert built.warnings == ()
    record = built.domain.documents['index']
    assert [(event.id, [slot.talk for slot in event.slots]) for event in record.events] == [
        ('example-event-1', ['talk-cups-1']),
        ('example-event-2', ['talk-cups-2']),
    ]
    assert [(found.event, found.start) for found in record.talks] == [
        ('example-event-1', 11 * 60),
        ('example-event-2', 12 * 60),
    ]
