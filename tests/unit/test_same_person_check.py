"""``check`` says who may be one person; it does not fail for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sphinx_meetup.commands.similar import speakers_in
from test_command_line import run

if TYPE_CHECKING:
    from pathlib import Path

SPEAKER = '# Hana\n\n```{speaker} Hana Example\n:handle: hana\n:also: hanaexample\n```\n'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    one = 'Date: 2031-05-06\n\n## Kettles\n\nby Hana Example\n\n## Lids\n\nby Bo\n'
    other = 'Date: 2031-06-06\n\n## Cups\n\nby @hanaexample\n\n## Spouts\n\nby Cy\n'
    for name, text in {'docs/reports/one.md': one, 'docs/reports/other.md': other, '.git/HEAD': ''}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, 'utf-8')
    return tmp_path


def test_who_may_be_one_is_said_with_what_joins_them(site: Path) -> None:
    done = run('check', '--strict', cwd=site)
    assert (done.returncode, done.stderr) == (0, '')
    assert done.stdout.splitlines() == [
        (
            'docs/reports/one.md:3: "Hana Example" may be "@hanaexample" (docs/reports/other.md:3): the same letters; '
            'if they are one, write "also: Hana Example" in a speaker page [same-person]'
        ),
        'no doubtful readings in 2 reports',
    ]


@pytest.mark.parametrize('arguments', [(), ('docs/reports',), ('docs/reports/one.md', 'docs/reports/other.md')])
def test_a_page_settles_it(arguments: tuple[str, ...], site: Path) -> None:
    (site / 'docs/speakers').mkdir()
    (site / 'docs/speakers/hana.md').write_text(SPEAKER, 'utf-8')
    assert run('check', *arguments, cwd=site).stdout == 'no doubtful readings in 2 reports\n'


@pytest.mark.parametrize(
    ('text', 'ids'),
    [
        (SPEAKER, ['hana']),
        (SPEAKER.replace('{speaker}', '{meetup:speaker}'), ['hana']),
        (SPEAKER.replace('```', ':::'), ['hana']),
        (SPEAKER.replace('\n', '\r\n'), ['hana']),
        (f'{SPEAKER}\n```{{speaker}} Bo\n---\nid: bo-other\n---\n```\n', ['hana', 'bo-other']),
        (SPEAKER.replace(':handle', ':no-index:\n:handle'), []),
        (f'````markdown\n{SPEAKER}````\n', []),
        ('```{speaker}\n```\n', []),
        ('The {speaker} directive.\n', []),
    ],
)
def test_speakers_are_found_without_sphinx(text: str, ids: list[str]) -> None:
    assert [speaker.id for _, speaker in speakers_in([('a.md', text.encode())])] == ids


def test_who_is_nobody_is_nobody_else_either(site: Path) -> None:
    (site / 'conf.py').write_text("meetup_words = {'nobody': ['Hana Example']}\n", 'utf-8')
    assert 'same-person' not in run('check', cwd=site).stdout
