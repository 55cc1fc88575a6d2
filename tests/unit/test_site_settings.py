"""The command line takes from ``conf.py`` what bears on reading, as literal values: it never runs the file."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING

import pytest
from sphinx.util.matching import Matcher
from sphinx_meetup.commands.site import REPORTS, TIMEZONE, Site, find_conf, read_site
from sphinx_meetup.settings import Settings
from test_command_line import run

if TYPE_CHECKING:
    from pathlib import Path

REPORT = '19:00 Teatime\n\n19:10 Ana, Kettles\n\n19:30 Bo, Lids\n'


def conf(folder: Path, text: str) -> Path:
    path = folder / 'conf.py'
    path.write_text(text, 'utf-8')
    return path


def test_the_defaults_are_those_of_a_build() -> None:
    defaults = {item.name: item.metadata['default'] for item in fields(Settings) if 'default' in item.metadata}
    assert (TIMEZONE, list(REPORTS)) == (defaults['timezone'], defaults['reports'])
    assert read_site(None) == Site()


@pytest.mark.parametrize(
    ('text', 'what', 'value'),
    [
        ("meetup_timezone = 'Europe/Berlin'", 'timezone', 'Europe/Berlin'),
        ("meetup_timezone: str = 'UTC'", 'timezone', 'UTC'),
        ("meetup_reports = ['posts/**', 'old/*']", 'reports', ('posts/**', 'old/*')),
        ("meetup_reports = ('posts/**',)", 'reports', ('posts/**',)),
        ("meetup_words = {'breaks': ['teatime']}", 'words', {'breaks': ['teatime']}),
        ("meetup_timezone = 'UTC'\nmeetup_timezone = 'Asia/Seoul'", 'timezone', 'Asia/Seoul'),
        ("a = meetup_timezone = 'UTC'", 'timezone', 'UTC'),
        ('# nothing', 'timezone', TIMEZONE),
    ],
)
def test_literal_values_are_taken(text: str, what: str, value: object, tmp_path: Path) -> None:
    site = read_site(conf(tmp_path, f'import os\n{text}\n'))
    assert getattr(site, what) == value
    assert site.problems == ()


@pytest.mark.parametrize(
    ('text', 'line', 'words'),
    [
        ('meetup_timezone = os.environ["TZ"]', 2, 'no literal value'),
        ('meetup_timezone = f"{1}"', 2, 'no literal value'),
        ('if True:\n    meetup_timezone = "UTC"', 3, 'no literal value'),
        ('meetup_timezone = "UTC"\nmeetup_timezone += "x"', 3, 'no literal value'),
        ('meetup_timezone = "Nowhere/Town"', 2, 'not a time zone'),
        ('meetup_reports = "posts"', 2, 'not a list of patterns'),
        ('meetup_words = {"teas": ["x"]}', 2, 'not lists of words'),
        ('meetup_words = None', 2, 'no literal value'),
        ('def f(:', 2, 'cannot be parsed'),
        ('x = "\0"', 1, 'cannot be parsed'),
    ],
)
def test_what_has_to_run_is_said_and_left_out(text: str, line: int, words: str, tmp_path: Path) -> None:
    path = conf(tmp_path, f'import os\n{text}\n')
    site = read_site(path)
    (problem,) = site.problems
    assert problem.startswith(f'{path}:{line}: ')
    assert words in problem
    assert (site.timezone, site.reports, dict(site.words)) == (TIMEZONE, REPORTS, {})


def test_nothing_runs(tmp_path: Path) -> None:
    path = conf(tmp_path, "open('ran', 'w')\nmeetup_timezone = open('ran', 'w') and 'UTC'\n")
    read_site(path)
    assert [found.name for found in tmp_path.iterdir()] == ['conf.py']


def test_where_it_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / 'project' / 'docs' / 'reports'
    inner.mkdir(parents=True)
    (tmp_path / 'project' / '.git').mkdir()
    monkeypatch.chdir(inner)
    outside = conf(tmp_path, '')
    assert find_conf(inner) is None
    top = conf(tmp_path / 'project', '')
    assert find_conf(inner) == top
    near = conf(tmp_path / 'project' / 'docs', '')
    assert find_conf(inner) == near
    monkeypatch.chdir(tmp_path)
    near.unlink()
    top.unlink()
    found = find_conf(inner)
    assert found is not None
    assert found.absolute() == outside


def test_the_command_line_reads_as_a_build_would(tmp_path: Path) -> None:
    (tmp_path / '.git').mkdir()
    (tmp_path / 'x.md').write_text(REPORT, 'utf-8')
    conf(tmp_path, "meetup_timezone = 'Europe/Berlin'\nmeetup_words = {'breaks': ['teatime']}\n")
    done = run('read', 'x.md', '--format', 'json', cwd=tmp_path)
    assert (json.loads(done.stdout)['timezone'], done.stderr) == ('Europe/Berlin', '')
    assert '19:00 Teatime (break)' in run('read', 'x.md', cwd=tmp_path).stdout.replace('–19:10', '')
    done = run('read', 'x.md', '--format', 'json', '--timezone', 'UTC', cwd=tmp_path)
    assert json.loads(done.stdout)['timezone'] == 'UTC'


def test_another_conf_can_be_named(tmp_path: Path) -> None:
    (tmp_path / 'x.md').write_text(REPORT, 'utf-8')
    (tmp_path / 'site').mkdir()
    conf(tmp_path / 'site', "meetup_timezone = 'UTC'\nmeetup_reports = x\n")
    for named in ('site', 'site/conf.py'):
        done = run('read', 'x.md', '--format', 'json', '--conf', named, cwd=tmp_path)
        assert json.loads(done.stdout)['timezone'] == 'UTC'
        assert done.stderr.startswith('site/conf.py:2: meetup_reports')
    done = run('read', 'x.md', '--conf', 'nowhere.py', cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, '')
    assert 'nowhere.py: cannot be read' in done.stderr


NAMES = ['reports/a', 'reports/2031/a', 'x/reports/a', 'reports', 'a', 'guide/a-b', 'guide/b', 'posts/^a', 'posts/]']


@pytest.mark.parametrize(
    'pattern',
    [
        'reports/**', '**/reports/*', '*', '**', 'guide/?', 'guide/a*b', 'posts/[!a]*', 'posts/[]]', 'posts/[^]a',
        'reports/*/a', '[ag]*', 'guide/[a', '**/a', 'reports/20[23]1/*', 'a.b',
    ],
)  # fmt: skip
def test_patterns_mean_what_they_mean_to_sphinx(pattern: str) -> None:
    site, matcher = Site(reports=(pattern,)), Matcher([pattern])
    assert [site.is_report(name) for name in NAMES] == [matcher(name) for name in NAMES]
