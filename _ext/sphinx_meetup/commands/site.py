"""What ``conf.py`` says of the reading of reports, without running it: the command line reads as a build would.

Only literal values are taken. A ``conf.py`` can do anything when it runs, and a command that explains a report has no
need of that.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..model.time import zone
from ..reading.words import word_problems

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

NAME = 'conf.py'
TIMEZONE = 'Asia/Tokyo'
REPORTS = ('reports/**',)
_WILD = re.compile(r'(\*\*|\*|\?|\[!?+\]?+[^\]]*+\])')


@dataclass(frozen=True)
class Site:
    """The settings that bear on the reading of reports.

    :param conf: the file they come from, or None.
    :param problems: what could not be taken from it, a line each.
    """

    timezone: str = TIMEZONE
    reports: tuple[str, ...] = REPORTS
    words: Mapping[str, Any] = field(default_factory=dict)
    conf: Path | None = None
    problems: tuple[str, ...] = ()

    def is_report(self, docname: str) -> bool:
        """Whether a document stands where reports do; of pages named ``index`` only a bundle's is one."""
        return any(_matcher(one).match(docname) for one in self.reports)


_WANTED: dict[str, tuple[str, Callable[[Any], bool], str]] = {
    'meetup_timezone': ('timezone', lambda value: isinstance(value, str) and zone(value) is not None, 'a time zone'),
    'meetup_reports': (
        'reports',
        lambda value: isinstance(value, list | tuple) and all(isinstance(item, str) for item in value),
        'a list of patterns',
    ),
    'meetup_words': ('words', lambda value: not word_problems(value), 'lists of words'),
}


def find_conf(start: Path) -> Path | None:
    """The ``conf.py`` beside a file or folder or above it, up to the folder that holds ``.git``; else that of the
    current folder."""
    place = start.absolute()
    for folder in [place, *place.parents]:
        if (folder / NAME).is_file():
            return folder / NAME
        if (folder / '.git').exists():
            break
    return Path(NAME) if Path(NAME).is_file() else None


def read_site(conf: Path | None) -> Site:
    """The settings of a ``conf.py``; the defaults where there is none.

    :raises OSError: when it cannot be opened.
    """
    if conf is None:
        return Site()
    try:
        tree = ast.parse(conf.read_bytes())
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = getattr(error, 'lineno', None) or 1
        problem = f'{conf}:{line}: cannot be parsed as Python; the default settings stand in'
        return Site(conf=conf, problems=(problem,))
    values: dict[str, Any] = {}
    problems: list[str] = []
    for name, line, value in _settings(tree):
        attribute, valid, wants = _WANTED[name]
        values.pop(attribute, None)
        found = _literal(value)
        if found is None:
            problems.append(f'{conf}:{line}: {name} is no literal value, and {NAME} is not run; the default stands in')
        elif not valid(found):
            problems.append(f'{conf}:{line}: {name} is not {wants}; the default stands in')
        else:
            values[attribute] = tuple(found) if attribute == 'reports' else found
    return Site(**values, conf=conf, problems=tuple(problems))


def _literal(value: ast.expr | None) -> Any:
    """The value that an expression spells out; None for one that has to run."""
    try:
        return None if value is None else ast.literal_eval(value)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return None


def _settings(tree: ast.Module) -> list[tuple[str, int, ast.expr | None]]:
    """The assignments to a setting in the order of the file; None for one that depends on what runs."""
    plain = {id(node) for node in tree.body}
    found: list[tuple[str, int, ast.expr | None]] = []
    for node in ast.walk(tree):
        targets: list[ast.expr] = []
        if isinstance(node, ast.Assign):
            targets = node.targets
        elif isinstance(node, ast.AnnAssign | ast.AugAssign):
            targets = [node.target]
        for target in targets:
            if isinstance(target, ast.Name) and target.id in _WANTED:
                literal = id(node) in plain and not isinstance(node, ast.AugAssign)
                value = node.value if literal and isinstance(node, ast.Assign | ast.AnnAssign) else None
                found.append((target.id, node.lineno, value))  # type: ignore[attr-defined]
    return sorted(found, key=lambda one: one[1])


@lru_cache
def _matcher(pattern: str) -> re.Pattern[str]:
    """A pattern of document names as Sphinx has them: ``**`` for anything, ``*`` and ``?`` within one folder."""
    text = '(?:.*/)?' if pattern.startswith('**/') else ''
    for part in _WILD.split(pattern.removeprefix('**/')):
        if part == '**':
            text += '.*'
        elif part in {'*', '?'}:
            text += f'[^/]{part.replace("?", "")}'
        elif part.startswith('[') and _WILD.fullmatch(part):
            inner = part[1:-1].replace('\\', '\\\\')
            begin = '^/' if inner.startswith('!') else ('\\^' if inner.startswith('^') else '')
            text += f'[{begin}{inner[1:] if begin else inner}]'
        else:
            text += re.escape(part)
    try:
        return re.compile(text + r'\Z')
    except re.error:
        return re.compile(r'(?!)')  # a range such as [z-a]: nothing is matched
