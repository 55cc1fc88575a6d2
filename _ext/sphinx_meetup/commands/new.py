"""``new``: start a report in the plain form, with the facts of the event filled in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.ids import slug
from .skeleton import LANGUAGES, Entered, UnwritableError, report

if TYPE_CHECKING:
    import argparse

_ASKED = {
    'title': 'Title of the event',
    'date': 'Date of the event (2018-01-12)',
    'start': 'Start (19:00, empty for none)',
    'url': 'Page of the event (empty for none)',
    'venue': 'Venue (empty for none)',
}
_NEEDED = ('title', 'date')


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser(
        'new',
        help='start a report',
        description='Start a report. On a terminal it asks for what is not given; scripts give --title and --date.',
    )
    parser.add_argument('--title', help='the name of the event, without "report"')
    parser.add_argument('--date', help='the day of the event, such as 2018-01-12')
    parser.add_argument('--start', help='when it begins, such as 19:00')
    parser.add_argument('--url', help="the event's page")
    parser.add_argument('--venue', help='where it was')
    parser.add_argument('--hashtag', help='with or without #')
    parser.add_argument('--author', help='who writes the report')
    parser.add_argument('--lang', choices=LANGUAGES, default='ja', help='language of the report (default: %(default)s)')
    parser.add_argument('--output', '-o', type=Path, metavar='PATH', help='the file to write')
    parser.add_argument(
        '--docs', type=Path, default=Path('docs'), metavar='DIR', help="the site's folder (default: %(default)s)"
    )
    parser.add_argument('--force', action='store_true', help='overwrite a file that exists')
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write a report and print its path.

    :return: 0, 1 when the file exists or cannot be written, 2 when a fact is missing or cannot be read.
    """
    try:
        given = _asked(arguments) if sys.stdin.isatty() else _given(arguments)
        entered = Entered.read(given, arguments.lang)
        text = report(entered)
    except UnwritableError as error:
        print(error, file=sys.stderr)
        return 2
    except EOFError:
        print('nothing was written', file=sys.stderr)
        return 1
    name = f'{entered.date.isoformat()}-{slug(entered.title)}.md'
    path: Path = arguments.output or arguments.docs / 'reports' / f'{entered.date.year:04}' / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open('w' if arguments.force else 'x', encoding='utf-8', newline='\n') as file:
            file.write(text)
    except FileExistsError:
        print(f'{path} exists; give another --output, or --force to overwrite it', file=sys.stderr)
        return 1
    except OSError as error:
        print(f'{path}: cannot be written: {error.strerror}', file=sys.stderr)
        return 1
    print(path)
    return 0


def _given(arguments: argparse.Namespace) -> dict[str, str]:
    given = {name: str(getattr(arguments, name) or '') for name in (*_ASKED, 'hashtag', 'author')}
    missing = [f'--{name}' for name in _NEEDED if not given[name].strip()]
    if missing:
        raise UnwritableError(f'{" and ".join(missing)} must be given where nobody can be asked (no terminal)')
    return given


def _asked(arguments: argparse.Namespace) -> dict[str, str]:
    """What the options leave open, asked for: what is needed, and the rest unless the needed was all given."""
    given = {name: str(getattr(arguments, name) or '') for name in (*_ASKED, 'hashtag', 'author')}
    if all(given[name].strip() for name in _NEEDED):
        return given
    for name, question in _ASKED.items():
        while not given[name].strip():
            answer = input(f'{question}: ').strip()
            problem = Entered.problem(name, answer) if answer else ''
            if problem:
                print(problem, file=sys.stderr)
                continue
            given[name] = answer
            if not answer and name not in _NEEDED:
                break
    return given
