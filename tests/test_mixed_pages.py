"""Pages on which examples, plain text and directives meet, and ids that are given twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import Built, Site

if TYPE_CHECKING:
    from pathlib import Path

FRONT = '---\ntitle: Example Meetup 1\n---\n\n'
PLAIN = '## Timetable\n\n19:00-19:10 - ann, Pots\n\n19:10-19:20 - bob, Pans\n\n## Pots\n\n@ann\n\n* notes\n'


def built(tmp_path: Path, text: str, builder: str = 'html') -> Built:
    return Site(tmp_path, {'reports/a.md': text}).build(builder)


def talks(site: Built) -> list[tuple[str, str, int | None]]:
    record = site.domain.documents.get('reports/a')
    return [(talk.id, talk.event, talk.start) for talk in record.talks] if record else []


EXAMPLE = '```{meetup:event} Shown Example\n:date: 2001-01-01\n:no-index:\n```\n\n'


@pytest.mark.parametrize('place', ['before', 'after'])
def test_an_example_leaves_the_report_its_own_event(tmp_path: Path, place: str) -> None:
    text = FRONT + 'Date: 2030-02-02\n\n' + (EXAMPLE + PLAIN if place == 'before' else f'{PLAIN}\n{EXAMPLE}')
    site = built(tmp_path, text)
    assert site.warnings == ()
    (event,) = site.domain.documents['reports/a'].events
    assert (event.title, str(event.date), len(event.slots)) == ('Example Meetup 1', '2030-02-02', 2)
    assert talks(site) == [('talk-pots', 'example-meetup-1', 19 * 60)]


def test_the_timetable_of_an_example_leaves_the_report_its_rows(tmp_path: Path) -> None:
    site = built(tmp_path, FRONT + PLAIN + '\n```{meetup:timetable}\n:no-index:\n\n10:00 - x, Y\n```\n')
    (event,) = site.domain.documents['reports/a'].events
    assert [slot.title for slot in event.slots] == ['Pots', 'Pans']
    assert len(site.page('reports/a').find_all('table', class_='meetup-timetable')) == 2


def test_talks_that_are_page_titles_stay_side_by_side(tmp_path: Path) -> None:
    site = built(tmp_path, '# Pots\n\n@ann\n\nnotes\n\n# Pans\n\n@bob\n')
    page = site.page('reports/a')
    found = page.select('section.meetup-talk')
    assert [talk['id'] for talk in found] == ['talk-pots', 'talk-pans']
    assert not page.select('section.meetup-talk section.meetup-talk')


@pytest.mark.parametrize('second', ['same', 'talk-same'])
def test_an_id_with_and_without_its_prefix_is_one(tmp_path: Path, second: str) -> None:
    one = '```{meetup:talk} A\n:id: same\n```\n\n'
    site = built(tmp_path, f'{FRONT}{one}```{{meetup:talk}} B\n:id: {second}\n```\n')
    (warning,) = site.warnings
    assert '[meetup.duplicate]' in warning
    assert [name for name, _, _ in talks(site)] == ['talk-same', 'talk-b']


def test_an_id_given_in_two_events_of_a_page_is_said(tmp_path: Path) -> None:
    event = '```{{meetup:event}} Example {0}\n:date: 2030-01-0{0}\n```\n\n```{{meetup:talk}} T{0}\n:id: q\n```\n\n'
    site = Site(tmp_path, {'page.md': f'# Page\n\n{event.format(1)}{event.format(2)}'}).build()
    (warning,) = site.warnings
    assert '[meetup.duplicate]' in warning
    assert 'page.md:15' in warning


def test_a_speaker_twice_on_a_page_is_said_once(tmp_path: Path) -> None:
    speaker = '```{meetup:speaker} Ann Example\n:handle: ann\n```\n\n'
    site = Site(tmp_path, {'page.md': f'# Page\n\n{speaker}{speaker}'}).build()
    (warning,) = site.warnings
    assert 'page.md:7: WARNING: the speaker "ann" stands on this page already' in warning


@pytest.mark.parametrize('builder', ['html', 'text', 'latex'])
def test_a_timetable_inside_a_table_becomes_lines(tmp_path: Path, builder: str) -> None:
    text = '# Page\n\n````{list-table}\n* - a\n  - ```{meetup:timetable}\n    10:00-10:05 - x, Y\n    ```\n````\n'
    site = Site(tmp_path, {'page.md': text}).build(builder)
    (warning,) = site.warnings
    assert '[meetup.place]' in warning


def test_a_warning_names_the_included_file(tmp_path: Path) -> None:
    files = {
        'page.md': '# Page\n\n```{include} part.txt\n```\n',
        'part.txt': 'One.\n\n```{meetup:events}\n:limt: 3\n```\n',
    }
    site = Site(tmp_path, files).build()
    (warning,) = site.warnings
    assert warning.startswith('part.txt:')
