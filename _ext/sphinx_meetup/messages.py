"""Warnings (type ``meetup``, one subtype a kind, always with a place) and the catalog of page texts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.locale import get_translation
from sphinx.util import logging

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes
    from sphinx.application import Sphinx

    from .model.problems import Code, Problem

WARNING_TYPE = 'meetup'
CATALOG = 'sphinx_meetup'

_ = get_translation(CATALOG)
"""Page text in the site's language."""

logger = logging.getLogger(__name__)


def warn(problem: Problem, docname: str) -> None:
    """Log a problem of a document, at its line."""
    location: tuple[str, int] | str = (docname, problem.line) if problem.line else docname
    logger.warning('%s', problem.message, location=location, type=WARNING_TYPE, subtype=problem.code.value)


def warn_all(problems: Iterable[Problem], docname: str) -> None:
    """Log several problems in their order, each once."""
    for problem in dict.fromkeys(problems):
        warn(problem, docname)


def warn_at(node: nodes.Node | tuple[str, int] | str | None, code: Code, message: str) -> None:
    """Log what is wrong at a node, at a document and line, or at ``path:line``."""
    logger.warning('%s', message, location=node, type=WARNING_TYPE, subtype=code.value)


def setup_messages(app: Sphinx) -> None:
    """Register the catalog."""
    app.add_message_catalog(CATALOG, str(Path(__file__).parent / 'locale'))
