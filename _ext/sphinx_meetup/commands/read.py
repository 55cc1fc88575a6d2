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
from . import show_json, show_text
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
    parser.add_argument('--format', choices=('text', 'json'), default='text', help='for people (text) or programs')
    parser.add_argument(
        '--timezone',
        default='Asia/Tokyo',
        help='time zone of an event that names none (default: %(default)s); meetup_timezone in conf.py',
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Read a file and print it.

    :return: 0, or 1 when the file cannot be opened, 2 for an unknown time zone.
    """
    if zone(arguments.timezone) is None:
        print(f'no time zone is called "{arguments.timezone}"; write a name such as Asia/Tokyo', file=sys.stderr)
        return 2
    try:
        data = arguments.file.read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        print(f'{arguments.file}: cannot be read: {reason}', file=sys.stderr)
        return 1
    understood = understand(data, arguments.timezone, str(arguments.file))
    if arguments.format == 'json':
        print(show_json.show(understood))
    else:
        print(show_text.show(understood, str(arguments.file)))
    return 0


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
