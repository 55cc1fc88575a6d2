"""``read``: what is understood of a report, each fact with its line and rule."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.problems import Code, Problem
from ..model.time import zone
from ..reading.assemble import assemble
from ..reading.encoding import detect, encoding_problem
from ..reading.markdown import without_control
from ..reading.report import read_report
from ..reading.words import extended
from . import show_json, show_text
from .columns import Paint, terminal_columns
from .front_matter import front_matter
from .site import NAME, TIMEZONE, Site, find_conf, read_site
from .understood import Understood

if TYPE_CHECKING:
    import argparse


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser(
        'read',
        help='print what is understood of a report',
        description='Print what is understood of a report, with the line and the rule of each fact.',
    )
    parser.add_argument('file', metavar='FILE', type=Path, help='a report in Markdown')
    form = parser.add_mutually_exclusive_group()
    form.add_argument(
        '--format', choices=('text', 'json'), default='text', help='for people (text, the default) or programs'
    )
    form.add_argument(
        '--front-matter',
        action='store_true',
        help='print the front matter that pins exactly this reading, to be put in place of its own',
    )
    parser.add_argument(
        '--timezone', help=f'time zone of an event that names none (default: meetup_timezone in conf.py, {TIMEZONE})'
    )
    add_conf(parser)
    parser.set_defaults(run=run)


def add_conf(parser: argparse.ArgumentParser) -> None:
    """Add the option that names the site's settings."""
    parser.add_argument(
        '--conf',
        metavar='PATH',
        type=Path,
        help="the site's conf.py, whose meetup_ settings are read as literal values, not run "
        '(default: the nearest one beside or above what is read)',
    )


def site_of(arguments: argparse.Namespace, start: Path) -> Site | None:
    """The settings that bear on a file or folder; None when the given ``conf.py`` cannot be opened, which is said."""
    conf: Path | None = arguments.conf or find_conf(start)
    if conf is not None and conf.is_dir():
        conf /= NAME
    try:
        site = read_site(conf)
    except (OSError, ValueError) as error:
        print(f'{conf}: cannot be read: {reason(error)}', file=sys.stderr)
        return None
    for problem in site.problems:
        print(problem, file=sys.stderr)
    return site


def reason(error: OSError | ValueError) -> str:
    """Why a file could not be opened."""
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)


def run(arguments: argparse.Namespace) -> int:
    """Read a file and print it.

    :return: 0, or 1 when the file cannot be opened, 2 for an unknown time zone or a ``conf.py`` that is not there.
    """
    if arguments.timezone is not None and zone(arguments.timezone) is None:
        print(f'no time zone is called "{arguments.timezone}"; write a name such as Asia/Tokyo', file=sys.stderr)
        return 2
    path: Path = arguments.file
    try:
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        print(f'{path}: cannot be read: {reason(error)}', file=sys.stderr)
        return 1
    site = site_of(arguments, path.parent)
    if site is None:
        return 2
    timezone = arguments.timezone or site.timezone
    with extended(site.words):
        understood = understand(data, timezone, str(path))
        if arguments.front_matter:
            _print_front_matter(understood, timezone, path)
        elif arguments.format == 'json':
            print(show_json.show(understood))
        else:
            print(show_text.show(understood, str(path), columns=terminal_columns(), paint=Paint.for_output()))
    return 0


def _print_front_matter(understood: Understood, timezone: str, path: Path) -> None:
    """Print the block for the file, and for the author where it goes."""
    found = front_matter(understood, lambda text: understand(text.encode(), timezone, str(path)), str(path))
    print(found.text)
    where = f'in place of lines 1-{found.lines}' if found.lines else 'above line 1'
    for note in (f'put it {where}', *found.notes):
        print(f'{path}: {note}', file=sys.stderr)


def understand(data: bytes, timezone: str, path: str = '') -> Understood:
    """What a file's bytes say, as a build would have it.

    :param timezone: the IANA zone of an event that names none.
    :param path: the file's path, whose name may tell the day.
    """
    text, label = detect(data)
    # A file has its lines however its editor ends them, as for every program that opens it as text.
    text = text.replace('\r\n', '\n').replace('\r', '\n')
    text, line = without_control(text)
    reading = read_report(text, directives=True, path=path)
    assembled = assemble(reading.event, reading.slots, reading.talks, timezone)
    before = [encoding_problem(data, label)]
    if line:
        before.append(Problem(Code.CONTROL, 'the text holds control characters, shown as �; delete them', line))
    problems = (*(problem for problem in before if problem), *reading.problems, *assembled.problems)
    ordered = tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.line))
    return Understood(reading, assembled, ordered, text)
