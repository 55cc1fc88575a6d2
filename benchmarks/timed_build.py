"""Build with Sphinx as ``python -m sphinx`` does, and tell where our own part of the time went.

    python benchmarks/timed_build.py FILE [Sphinx's own arguments]

FILE gets the CPU seconds, by part, as JSON. Reading of reports is not among them: :mod:`measure` has that.
"""

from __future__ import annotations

import functools
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.cmd.build import main

if TYPE_CHECKING:
    from collections.abc import Callable

SPENT: dict[str, float] = {}


def timed(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """The same function, its time added up under a name."""

    @functools.wraps(function)
    def wrapper(*args: Any, **options: Any) -> Any:
        begin = time.process_time()
        try:
            return function(*args, **options)
        finally:
            SPENT[name] = SPENT.get(name, 0.0) + time.process_time() - begin

    return wrapper


def watch() -> None:
    """Put the clock around what we do for the archive as a whole, and around search; none of these calls another."""
    from sphinx.search import IndexBuilder

    watch_search_of(IndexBuilder)
    try:
        from sphinx_meetup import domain, unitfiles
        from sphinx_meetup.html import search_index, surroundings
        from sphinx_meetup.pages import documents
        from sphinx_meetup.transforms.expand import ExpandPlaceholders
    except ImportError:
        return  # plain pages, for comparison

    places: tuple[tuple[str, Any, str], ...] = (
        ('make pages', documents, '_install'),
        ('find changed views', domain.MeetupDomain, 'changed_views'),
        ('check', domain.MeetupDomain, 'check_consistency'),
        ('find changed surroundings', surroundings, '_rewrite_surrounded'),
        ('fill pages', ExpandPlaceholders, 'run'),
        ('search: texts and terms', unitfiles, 'store'),
        ('search: index', search_index, '_write'),
    )
    for name, owner, attribute in places:
        setattr(owner, attribute, timed(name, getattr(owner, attribute)))


def watch_search_of(builder: Any) -> None:
    """The same for Sphinx's own search."""
    for attribute in ('load', 'feed', 'prune', 'dump'):
        setattr(builder, attribute, timed(f'search of Sphinx: {attribute}', getattr(builder, attribute)))


if __name__ == '__main__':
    sys.path.insert(0, str(Path(__file__).parent.parent / '_ext'))
    watch()
    begin = time.process_time()
    code = main(sys.argv[2:])
    SPENT['all'] = time.process_time() - begin
    Path(sys.argv[1]).write_text(json.dumps(SPENT), encoding='utf-8')
    sys.exit(code)
