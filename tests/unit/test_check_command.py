"""``check``: a line for each doubtful reading of all reports, in the form of editors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from sphinx_meetup.commands.doubts import doubts
from sphinx_meetup.commands.read import understand
from test_command_line import run

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

SURE = 'Date: 2031-05-06\n\n## Kettles\n\nby Ana\n\n## Lids\n\nby Bo\n'
ODD = 'Date: 2031-05-06\n\n## Kettles\n\nby Ana\n\n## Cups\n\nNobody says.\n\n## Lids\n\nby Bo\n\n## Spouts\n\nby Cy\n'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in {
        'docs/index.md': '# Site\n',
        'docs/reports/index.md': '# Reports\n',
        'docs/reports/2031/sure.md': SURE,
        'docs/reports/2031/odd.md': ODD,
        'docs/reports/2031/draft.md': f'---\ndraft: true\n---\n{ODD}',
        'docs/reports/_parts/x.md': ODD,
        'docs/guide/page.md': ODD,
        '.git/HEAD': '',
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, 'utf-8')
    return tmp_path


def check(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run('check', *arguments, cwd=site)


def test_reports_are_listed_and_counted(site: Path) -> None:
    done = check(site)
    assert (done.returncode, done.stderr) == (0, '')
    draft, doubt, count = done.stdout.splitlines()
    assert draft.startswith('docs/reports/2031/draft.md:1: ')
    assert re.match(r'docs/reports/2031/odd\.md:7: "Cups" has no speaker, though 3 of 4 talks .*\[speaker\]\Z', doubt)
    assert count == '1 doubtful reading in 2 reports, 1 draft left out'


@pytest.mark.parametrize(
    ('arguments', 'status', 'count'),
    [
        (['--strict'], 1, '1 doubtful reading in 2 reports, 1 draft left out'),
        (['--strict', 'docs/reports/2031/sure.md'], 0, 'no doubtful readings in 1 report'),
        (['docs/reports/2031', 'docs'], 0, '1 doubtful reading in 2 reports, 1 draft left out'),
        (['docs/reports/2031/odd.md', 'docs/reports'], 0, '1 doubtful reading in 2 reports, 1 draft left out'),
        (['docs/guide'], 0, 'no doubtful readings in no reports'),
        (['docs/guide/page.md'], 0, '1 doubtful reading in 1 report'),
    ],
)
def test_what_is_checked(arguments: list[str], status: int, count: str, site: Path) -> None:
    done = check(site, *arguments)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (status, count)


def test_the_patterns_of_the_site_say_what_is_a_report(site: Path) -> None:
    (site / 'conf.py').write_text("meetup_reports = ['guide/*']\n")
    assert check(site).stdout.splitlines()[-1] == '1 doubtful reading in 1 report'


def test_what_is_not_there(site: Path) -> None:
    done = check(site, 'docs', 'nowhere')
    assert (done.returncode, done.stdout) == (2, '')
    assert 'nowhere' in done.stderr


def test_a_file_that_cannot_be_opened(site: Path) -> None:
    (site / 'docs/reports/2031/gone.md').symlink_to(site / 'missing.md')
    done = check(site)
    assert done.returncode == 1
    assert 'gone.md: cannot be read' in done.stderr
    assert done.stdout.splitlines()[-1].startswith('1 doubtful reading in 2 reports')


# -- what is doubtful ------------------------------------------------------------------------------------------

TALKS = '## Kettles\n\nby Ana\n\n## Lids\n\nby Bo\n\n## Cups\n\nby Cy\n\n'


def found(text: str, path: str = 'reports/x.md') -> list[tuple[int, str]]:
    return [(doubt.line, doubt.why) for doubt in doubts(understand(text.encode(), 'Asia/Tokyo', path))]


@pytest.mark.parametrize(
    ('why', 'text', 'expected'),
    [
        ('nothing', SURE, []),
        ('the day of the post stands in', f'---\ndate: 2031-05-07\n---\n{TALKS}', [(2, 'doubtful')]),
        ('no day at all', TALKS, [(1, 'date')]),
        ('no day, and nothing of an event', 'A page.\n', []),
        ('a talk without a speaker', ODD, [(7, 'speaker')]),
        ('most have none', 'Date: 2031-05-06\n\n## LT: A\n\nby Ana\n\n## LT: B\n\nx\n\n## LT: C\n\nx\n', []),
        ('a talk that may be none', f'Date: 2031-05-06\n\n{TALKS}## Spouts\n\nx\n', [(15, 'doubtful')]),
        (
            'many of them are one line',
            f'Date: 2031-05-06\n\n{TALKS * 5}' + ''.join(f'## Spout {name}\n\nx\n\n' for name in 'abcd'),
            [(63, 'doubtful')],
        ),
        ('published before it was', f'---\ndate: 2031-05-01\n---\nDate: 2031-05-06\n\n{TALKS}', [(4, 'date')]),
        (
            'the slides of another',
            'Date: 2031-05-06\n\n## A\n\nby Ana\n\nhttps://speakerdeck.com/a/b\n\n## B\n\nby Bo\n\nhttps://speakerdeck.com/a/b\n',
            [(9, 'slides')],
        ),
        (
            'no talk in the timetable',
            'Date: 2031-05-06\n\n## Timetable\n\n19:00 Dee, Pots\n\n19:10 Ed, Pans\n\n19:20 Flo, Mugs\n\n' + TALKS,
            [(11, 'match')],
        ),
        ('what a build warns of', SURE.replace('2031-05-06', '2031-02-30'), [(1, 'date'), (1, 'date')]),
        ('a page that is left alone', '---\nmeetup: false\n---\n' + ODD, []),
    ],
)  # fmt: skip
def test_what_is_worth_a_look(why: str, text: str, expected: list[tuple[int, str]]) -> None:
    assert found(text) == expected, why


def test_a_day_that_only_the_path_tells() -> None:
    assert found(TALKS, 'reports/2031/2031-05-06-kettles.md') == [(1, 'likely')]


@pytest.mark.parametrize(
    ('given', 'text'),
    [
        ('date: 2031-05-06', f'---\ndate: 2031-05-07\nmeetup:\n  date: 2031-05-06\n---\n{TALKS}'),
        ('talks', f'---\nmeetup:\n  talks: [Kettles, Cups, Lids, Spouts]\n---\n{ODD}'),
    ],
)
def test_what_is_given_is_settled(given: str, text: str) -> None:
    assert found(text) == [], given


def test_a_folder_with_an_index_and_pictures_is_a_report(site: Path) -> None:
    bundle = site / 'docs/reports/2031/bundle'
    bundle.mkdir()
    (bundle / 'index.md').write_text(ODD, 'utf-8')
    assert check(site).stdout.splitlines()[-1] == '2 doubtful readings in 3 reports, 1 draft left out'
    (bundle / 'index.md').write_text(f'{ODD}\n```{{toctree}}\n```\n', 'utf-8')
    assert check(site).stdout.splitlines()[-1] == '1 doubtful reading in 2 reports, 1 draft left out'
