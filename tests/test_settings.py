"""The settings of ``conf.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import Site

if TYPE_CHECKING:
    from pathlib import Path

REPORT = '---\ntitle: Example Meetup 1\ndate: 2030-01-02\n---\n\n19:00- x\n\n## Cups\n\n@sample_a\n\n* one\n'


@pytest.mark.parametrize(
    ('line', 'words'),
    [
        ("meetup_reports = ['reports/**', 3]", 'meetup_reports = '),
        ("meetup_timezone = 'Mars/Olympus'", "meetup_timezone = 'Mars/Olympus' cannot be used"),
        ('meetup_report_limit = 0', 'meetup_report_limit = 0 cannot be used'),
        ('meetup_report_limit = True', 'meetup_report_limit = True cannot be used'),
        ("meetup_edit_url = 'here'", "meetup_edit_url = 'here' cannot be used"),
    ],
)
def test_a_value_that_cannot_be_used(line: str, words: str, tmp_path: Path) -> None:
    built = Site(tmp_path, {'reports/one.md': REPORT}, f'{line}\n').build('dummy')
    ours = [warning for warning in built.warnings if '[meetup.config]' in warning]
    assert len(ours) == 1
    assert ours[0].startswith('conf.py:6: WARNING: ')
    assert words in ours[0]
    assert 'the default stands in; give' in ours[0]
    assert [warning for warning in built.warnings if warning not in ours and 'The config value' not in warning] == []
    (event,) = built.domain.documents['reports/one'].events
    assert event.timezone == 'Asia/Tokyo'


def test_which_documents_are_reports(tmp_path: Path) -> None:
    names = ('reports/a', 'notes/b', 'notes/deep/c', 'd', 'notes/index', 'index-of-things/e')
    files = {f'{name}.md': REPORT.replace('Meetup 1', f'Meetup {place}') for place, name in enumerate(names)}
    files['index.md'] = '# Index\n\n```{toctree}\n:glob:\n\n**\n```\n'
    built = Site(tmp_path, files, "meetup_reports = ['notes/**', 'd', 'index-*/*']\n").build('dummy')
    assert sorted(built.domain.documents) == ['d', 'index-of-things/e', 'notes/b', 'notes/deep/c']


def test_the_zone(tmp_path: Path) -> None:
    text = REPORT.replace('19:00- x\n', '日時: 2030年1月2日 19:00\n')
    built = Site(tmp_path, {'reports/one.md': text}, "meetup_timezone = 'Europe/Berlin'\n").build()
    assert built.page('reports/one').select_one('.meetup-time time')['datetime'] == '2030-01-02T19:00+01:00'


def test_the_limit(tmp_path: Path) -> None:
    built = Site(tmp_path, {'reports/one.md': REPORT}, 'meetup_report_limit = 50\n').build('dummy')
    (warning,) = built.warnings
    assert warning.startswith('reports/one.md:1: WARNING: the report has ')
    assert warning.endswith('[meetup.size]')


def test_nothing_is_written_to_the_configuration(tmp_path: Path) -> None:
    """A value changed there makes every later build a full one."""
    site = Site(tmp_path, {'reports/one.md': REPORT}, "meetup_timezone = 'Mars/Olympus'\n")
    site.build()
    assert 'updating environment: 0 added, 0 changed, 0 removed' in site.build().status
