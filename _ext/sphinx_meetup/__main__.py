"""The command line: ``python -m sphinx_meetup`` with ``read FILE``, ``check`` or ``new``."""

from __future__ import annotations

import argparse
import io
import os
import sys
from typing import TYPE_CHECKING

from . import __version__
from .commands import check, new, read

if TYPE_CHECKING:
    from collections.abc import Sequence


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog='python -m sphinx_meetup',
        description='Read, check and start reports of meetups; a site is built by Sphinx.',
    )
    parser.add_argument('--version', action='version', version=__version__)
    commands = parser.add_subparsers(metavar='COMMAND', required=True)
    for command in (read, check, new):
        command.register(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    :return: the exit status: 0 when done, 1 when a file cannot be read or written, 2 for wrong usage.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors='backslashreplace')  # a terminal that cannot show Japanese shows what it can
    chosen = _parser().parse_args(arguments)
    try:
        status: int = chosen.run(chosen)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (head, less) has seen enough; Python would complain once more while closing stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return status


if __name__ == '__main__':
    sys.exit(main())
