"""What a stranger's text meets before it is parsed, in Markdown and reStructuredText alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.parsers import RSTParser

from .allowed import OnlyAllowed
from .messages import warn
from .model.problems import Code, Problem
from .reading.markdown import without_control
from .reports import is_report
from .settings import get_settings

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def guarded(document: nodes.document) -> bool:
    """Whether a document is a report; then its directives may not read files or write HTML past the cleaning.

    (``include``, ``literalinclude``, ``csv-table``, ``raw``; the settings are this document's own.)
    """
    env: BuildEnvironment = document.settings.env
    if not is_report(env, env.current_document.docname):
        return False
    document.settings.file_insertion_enabled = False
    document.settings.raw_enabled = False
    return True


def without_control_characters(text: str, document: nodes.document) -> str:
    """The text with control characters replaced, and a warning when there were any."""
    clean, line = without_control(text)
    if line:
        message = 'the text holds control characters, shown as �; delete them'
        warn(Problem(Code.CONTROL, message, line), document.settings.env.current_document.docname)
    return clean


def too_large(text: str, document: nodes.document) -> bool:
    """Whether a report is larger than the limit, with a warning when it is."""
    env: BuildEnvironment = document.settings.env
    limit = get_settings(env.config).report_limit
    size = len(text.encode())
    if size <= limit:
        return False
    message = (
        f'the report has {size:,} bytes, more than meetup_report_limit ({limit:,}); '
        'it is shown as plain text: split it, or raise the limit'
    )
    warn(Problem(Code.SIZE, message, 1), env.current_document.docname)
    return True


class ReportRstParser(RSTParser):
    """Stands in for Sphinx's parser of reStructuredText; a report is guarded as in Markdown, nothing else changes."""

    def parse(self, inputstring: Any, document: nodes.document) -> None:
        """Parse a document; the text is a string when Sphinx reads a file."""
        if not isinstance(inputstring, str) or not guarded(document):
            super().parse(inputstring, document)
            return
        clean = without_control_characters(inputstring, document)
        if too_large(clean, document):
            name = document.settings.env.current_document.docname.rpartition('/')[2]
            section = nodes.section('', nodes.title(name, name), names=[name])
            section += nodes.literal_block(clean, clean, language='none', classes=['no-search'])
            document += section
            document.note_implicit_target(section)
            return
        with OnlyAllowed():
            super().parse(clean, document)
