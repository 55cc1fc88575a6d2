"""``check``: what of all reports is worth a look, a line each, in the form that editors jump by."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.bundles import is_index, lists_others, lone_indexes
from ..reading.words import extended, no_people
from .doubts import doubts
from .read import add_conf, reason, site_of, understand
from .similar import Named, same_person, speakers_in

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from .site import Site


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser(
        'check',
        help='list the doubtful readings of all reports',
        description='List what was read with doubt, and what contradicts itself, in all reports below some folders: '
        'FILE:LINE: what was read and what settles it [why].',
    )
    parser.add_argument(
        'paths', metavar='PATH', nargs='*', type=Path, default=[Path('docs')], help='folders and files (default: docs)'
    )
    parser.add_argument('--strict', action='store_true', help='exit with status 1 when there is anything to list')
    add_conf(parser)
    parser.set_defaults(run=run)


@dataclass
class _Counts:
    reports: int = 0
    drafts: int = 0
    doubts: int = 0
    failed: bool = False
    named: list[Named] = field(default_factory=list)


def run(arguments: argparse.Namespace) -> int:
    """List the doubts of every report.

    :return: 0; 1 when a file cannot be opened, or with ``--strict`` when there is a doubt; 2 for a path or a
        ``conf.py`` that is not there.
    """
    paths: Sequence[Path] = arguments.paths
    missing = [path for path in paths if not os.path.lexists(path)]
    for path in missing:
        print(f'{path}: there is no such file or folder', file=sys.stderr)
    site = None if missing else site_of(arguments, paths[0] if paths[0].is_dir() else paths[0].parent)
    if site is None:
        return 2
    counts = _Counts()
    with extended(site.words):
        reports = list(_reports(paths, site))
        for path, docname in reports:
            _check(path, docname, site, counts)
        nobodies = no_people()
    for line in same_person(counts.named, speakers_in(_beside(paths, reports, site)), nobodies):
        print(line)
    left_out = f', {_count(counts.drafts, "draft")} left out' if counts.drafts else ''
    print(f'{_count(counts.doubts, "doubtful reading")} in {_count(counts.reports, "report")}{left_out}')
    return 1 if counts.failed or (arguments.strict and counts.doubts) else 0


def _count(number: int, what: str) -> str:
    return f'{number or "no"} {what}{"" if number == 1 else "s"}'


def _check(path: Path, docname: str, site: Site, counts: _Counts) -> None:
    try:
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        print(f'{path}: cannot be read: {reason(error)}', file=sys.stderr)
        counts.failed = True
        return
    understood = understand(data, site.timezone, f'{docname}.md')
    if understood.reading.draft:
        counts.drafts += 1
        print(f'{path}:1: a draft, which is left out of the site [draft]')
        return
    counts.reports += 1
    counts.named.append(Named(path.as_posix(), understood))
    for doubt in doubts(understood):
        counts.doubts += 1
        print(f'{path}:{doubt.line or 1}: {doubt.what} [{doubt.why}]')


def _reports(paths: Sequence[Path], site: Site) -> Iterator[tuple[Path, str]]:
    """The reports below some paths with their names as documents, by path; a file that is named is one in any case."""
    found: dict[Path, str] = {}
    for path in paths:
        if not path.is_dir():
            found.setdefault(path, path.with_suffix('').as_posix())
            continue
        files = {file.relative_to(path).with_suffix('').as_posix(): file for file in _markdown(path)}
        alone = set(lone_indexes(files))
        for name, file in files.items():
            docname = _docname(file, path, site)
            if docname and (not is_index(name) or (name in alone and not lists_others(_bytes(file)))):
                found.setdefault(file, docname)
    yield from sorted(found.items(), key=lambda one: one[0].as_posix())


def _beside(paths: Sequence[Path], reports: Sequence[tuple[Path, str]], site: Site) -> Iterator[tuple[str, bytes]]:
    """The pages on which speakers may stand: all below the folders that are checked, and below the site's that their
    reports are in, which may be further up."""
    folders = {path for path in paths if path.is_dir()}
    for path, docname in reports:
        depth = docname.count('/')
        if path.with_suffix('').as_posix().endswith(docname) and depth < len(path.parents):
            top = path.parents[depth]
            if top != Path() or site.conf or Path('.git').exists():  # not the whole of somebody's home
                folders.add(top)
    files = {file.resolve(): file for folder in sorted(folders) for file in _markdown(folder)}
    for file in sorted(files.values(), key=lambda file: file.as_posix()):
        yield file.as_posix(), _bytes(file)


def _bytes(file: Path) -> bytes:
    """A file's content; none of one that cannot be opened, which is said where it is read."""
    try:
        return file.read_bytes()
    except OSError:
        return b''


def _markdown(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(('.', '_')))
        yield from (Path(place, name) for name in sorted(files) if name.endswith('.md'))


def _docname(file: Path, folder: Path, site: Site) -> str:
    """A file's name as a document if it is a report: the folder is the site's, or one inside the site's.

    Which folder is the site's is said on Sphinx's command line, not in ``conf.py``: the nearest one above in which
    the file's name matches is it.
    """
    whole = file.absolute()
    inside = folder.absolute()
    here = Path.cwd()
    top = site.conf.absolute().parent if site.conf else (here if inside.is_relative_to(here) else inside.parent)
    for base in (inside, *inside.parents):
        docname = whole.relative_to(base).with_suffix('').as_posix()
        if site.is_report(docname):
            return docname
        if base == top or (base / '.git').exists():
            break
    return ''
