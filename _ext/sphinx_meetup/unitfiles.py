"""What can be found in each document, in a file beside its doctree: too much for the environment, which every build
loads, and written by whichever process read the document."""

from __future__ import annotations

import json
from dataclasses import astuple, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .model.archive import digest
from .search.index import Weighed, weigh
from .search.units import Unit
from .searchable import units_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docutils import nodes
    from sphinx.environment import BuildEnvironment

_FIELDS = tuple(field.name for field in fields(Unit))
Places = tuple[tuple[Unit, Weighed], ...]


def _path(env: BuildEnvironment, docname: str) -> Path:
    return Path(env.doctreedir, f'{docname}.places')


def store(env: BuildEnvironment, docname: str, document: nodes.document) -> str:
    """Keep what can be found in a read document.

    :return: a digest of it; '' where there is nothing.
    """
    units = units_of(document, docname)
    if not units:
        forget(env, docname)
        return ''
    path = _path(env, docname)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([[astuple(unit), weigh(unit).terms] for unit in units]), 'utf-8')
    return digest(units)


def load(env: BuildEnvironment, docname: str) -> Places:
    """What was kept; found anew where the file is missing."""
    path = _path(env, docname)
    if not path.is_file():
        store(env, docname, env.get_doctree(docname))
    if not path.is_file():
        return ()
    return tuple((_unit(told), Weighed(terms)) for told, terms in json.loads(path.read_text('utf-8')))


def _unit(told: list[Any]) -> Unit:
    """A unit from its fields in their order, tuples having become lists."""
    values: Iterator[Any] = (tuple(value) if isinstance(value, list) else value for value in told)
    return Unit(**dict(zip(_FIELDS, values, strict=True)))


def forget(env: BuildEnvironment, docname: str) -> None:
    """Remove what was kept of a document."""
    _path(env, docname).unlink(missing_ok=True)


def weighed(units: Sequence[Unit]) -> Places:
    """Places that no document keeps, with their weights."""
    return tuple((unit, weigh(unit)) for unit in units)
