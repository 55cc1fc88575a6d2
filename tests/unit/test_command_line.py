"""``python -m sphinx_meetup``: run as an author runs it."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from cases import FIXTURES
from sphinx_meetup.commands.skeleton import Entered, UnwritableError, report

EXTENSION = Path(__file__).parents[2] / '_ext'
REPORT = FIXTURES / 'report.md'


def run(*arguments: str | Path, cwd: Path | None = None, **options: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, 'PYTHONPATH': str(EXTENSION), 'PYTHONIOENCODING': 'utf-8'}
    return subprocess.run(
        [sys.executable, '-m', 'sphinx_meetup', *map(str, arguments)],
        env=environment, cwd=cwd, capture_output=True, encoding='utf-8', check=False, stdin=subprocess.DEVNULL,
        timeout=120,
    )  # fmt: skip


# -- read ----------------------------------------------------------------------------------------------------


def test_json() -> None:
    done = run('read', '--format', 'json', REPORT)
    assert (done.returncode, done.stderr) == (0, '')
    found = json.loads(done.stdout)
    expected = json.loads((FIXTURES / 'report.json').read_text('utf-8'))
    assert list(found)[: len(expected)] == list(expected)
    assert {key: found[key] for key in expected} == expected
    facts = {fact['fact']: fact for fact in found['facts']}
    assert facts['date'] == {
        'fact': 'date',
        'value': '2021-06-18',
        'line': 17,
        'rule': 'label "日時"',
        'certainty': 'sure',
    }
    assert facts['slots[1]']['line'] == 25
    assert (facts['talks[0]']['id'], facts['talks[0]']['slot']) == ('talk-the-cafes-queue', 2)
    assert facts['talks[2]']['slot'] is None
    assert (found['author'], found['published'], found['topics']) == ('hanako', '2021-06-20', ['example'])
    assert (found['timezone'], found['end'], found['hashtag'], found['enabled']) == ('Asia/Tokyo', '20:25', None, True)
    assert [left['title'] for left in found['left']] == ['概要', 'タイムテーブル']


def test_every_problem_is_shown_at_its_line(tmp_path: Path) -> None:
    path = tmp_path / 'bad.md'
    path.write_bytes('---\ntitle: "閉じない\n---\n\n日時: 2018年2月30日\r\nベル\x07\n'.encode('cp932'))
    done = run('read', path.name, cwd=tmp_path)
    assert done.returncode == 0
    heads = [line.split()[0] for line in done.stdout.split('\n') if ' problem ' in line]
    assert heads == ['2', 'problem', '5', '6']  # the second of line 2 stands below the first
    found = json.loads(run('read', '--format', 'json', path).stdout)
    assert [problem['code'] for problem in found['problems']] == ['encoding', 'front-matter', 'date', 'control']


def test_a_page_that_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / 'prose.md'
    path.write_text('---\nmeetup: false\n---\ntext\n')
    assert 'left alone' in run('read', path).stdout
    assert json.loads(run('read', path, '--format', 'json').stdout)['enabled'] is False


@pytest.mark.parametrize(
    ('arguments', 'status'),
    [
        (['read', 'missing.md'], 1),
        (['read', '.'], 1),
        (['read', 'a\nb.md'], 1),
        (['read'], 2),
        ([], 2),
        (['build'], 2),
        (['read', 'x.md', '--format', 'xml'], 2),
        (['read', 'x.md', '--timezone', 'Nowhere/Town'], 2),
        (['read', 'x.md', '--format', 'json', '--front-matter'], 2),
        (['check', 'missing'], 2),
        (['check'], 2),
    ],
)
def test_what_cannot_be_run(arguments: list[str], status: int, tmp_path: Path) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (status, '')
    assert done.stderr
    assert 'Traceback' not in done.stderr


def test_a_reader_that_has_seen_enough() -> None:
    command = f'"{sys.executable}" -m sphinx_meetup read "{REPORT}" | true'
    done = subprocess.run(
        ['bash', '-c', command], env={**os.environ, 'PYTHONPATH': str(EXTENSION)}, capture_output=True, check=False
    )
    assert done.stderr == b''


def test_a_terminal_without_japanese() -> None:
    environment = {**os.environ, 'PYTHONPATH': str(EXTENSION), 'PYTHONIOENCODING': 'ascii'}
    command = [sys.executable, '-m', 'sphinx_meetup', 'read', str(REPORT)]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b'')


def test_reading_needs_no_sphinx() -> None:
    code = (
        'import sys\n'
        'from sphinx_meetup.__main__ import main\n'
        'assert main(sys.argv[1:]) == 0\n'
        'loaded = {name.partition(".")[0] for name in sys.modules}\n'
        'print(sorted(loaded & {"sphinx", "docutils", "myst_parser", "babel"}))\n'
    )
    environment = {**os.environ, 'PYTHONPATH': str(EXTENSION)}
    command = [sys.executable, '-c', code, 'read', str(REPORT)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split('\n')[-2] == '[]'


# -- new -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize('lang', ['ja', 'en'])
def test_a_new_report_reads_as_it_was_entered(lang: str, tmp_path: Path) -> None:
    facts = {
        'title': "Go 勉強会: 'spring' #3", 'date': '2019-02-03', 'start': '19:30', 'url': 'https://example.com/e?a=1&b=2',
        'venue': 'Hall *A* [1F] <5>', 'hashtag': 'go_3', 'author': 'hanako: 1', 'lang': lang,
    }  # fmt: skip
    options = [part for name, value in facts.items() for part in (f'--{name}', value)]
    done = run('new', *options, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, '')
    path = tmp_path / done.stdout.strip()
    assert path.relative_to(tmp_path).parts[:3] == ('docs', 'reports', '2019')
    assert path.name.startswith('2019-02-03-go-spring-3-')
    found = json.loads(run('read', '--format', 'json', path).stdout)
    assert {name: found[name] for name in facts} == facts
    assert (found['problems'], found['slots'], found['talks'], found['published']) == ([], [], [], None)


NASTY = [
    *r"""
a: b
it's
"quoted"
#x
- x
[x](y)
*x*
`x`
{x}`y`
<b>x</b>
&amp;
x\
~
null
!!str x
日時: 2001-01-01
x | y
$x$
%x
---
...
レポート
Foo まとめ
My Report
Foo -
🎉
@x
１２３
:::x
http://example.com/
_x_ __y__
?
2018-01-12
true
0x1F
> x
1. x
+ x
a&b;
""".strip().split('\n'),
    'x ' * 200,
]


@pytest.mark.parametrize('text', NASTY)
@pytest.mark.parametrize('lang', ['ja', 'en'])
def test_no_entered_text_is_taken_for_something_else(text: str, lang: str) -> None:
    given = {'title': text, 'date': '2019-02-03', 'venue': text, 'author': text}
    report(Entered.read(given, lang))  # reads itself back, and raises when a fact differs


@pytest.mark.parametrize(
    'given',
    [
        {'title': 'a\0b', 'date': '2019-02-03'},
        {'title': 'a', 'date': 'soon'},
        {'title': 'a', 'date': '2019-02-03', 'start': '25:99'},
        {'title': 'a', 'date': '2019-02-03', 'url': 'javascript:x'},
    ],
)
def test_what_cannot_be_entered(given: dict[str, str]) -> None:
    with pytest.raises(UnwritableError):
        Entered.read(given, 'ja')


def test_nobody_to_ask(tmp_path: Path) -> None:
    done = run('new', '--title', 'Example', cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, '')
    assert '--date' in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / 'there.md'
    path.write_text('mine')
    options = ['new', '--title', 'Example', '--date', '2019-02-03', '-o', str(path)]
    refused = run(*options)
    assert (refused.returncode, path.read_text()) == (1, 'mine')
    assert '--force' in refused.stderr
    assert run(*options, '--force').returncode == 0
    assert 'Example' in path.read_text('utf-8')


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / 'file').write_text('')
    done = run('new', '--title', 'Example', '--date', '2019-02-03', '-o', tmp_path / 'file' / 'x.md')
    assert done.returncode == 1
    assert 'Traceback' not in done.stderr


def test_on_a_terminal_it_asks(tmp_path: Path) -> None:
    author, terminal = pty.openpty()
    environment = {**os.environ, 'PYTHONPATH': str(EXTENSION), 'PYTHONIOENCODING': 'utf-8'}
    process = subprocess.Popen(
        [sys.executable, '-m', 'sphinx_meetup', 'new', '--docs', 'd'],
        env=environment, cwd=tmp_path, stdin=terminal, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8',
    )  # fmt: skip
    os.close(terminal)
    os.write(author, b'Example #7\nsoon\n2019-02-03\n\n\nThe Hall\n')
    _, complaint = process.communicate(timeout=60)
    os.close(author)
    assert process.returncode == 0
    assert '"soon" is no date' in complaint
    text = (tmp_path / 'd/reports/2019/2019-02-03-example-7.md').read_text('utf-8')
    assert '会場: The Hall' in text
    assert 'URL:' not in text
