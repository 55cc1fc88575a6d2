"""Which directives and roles a report may use; the source of any other is shown in its place.

A report is written by a stranger. What reads files, writes HTML, changes how later text is understood or what
other pages look like is for the site's own pages. A list of what is allowed also holds for extensions that the
site adds later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import CustomReSTDispatcher, SphinxDirective

from .messages import warn_at
from .model.problems import Code

if TYPE_CHECKING:
    from types import ModuleType

_OWN = frozenset({'event', 'events', 'speaker', 'talk', 'timetable'})
_ADMONITIONS = frozenset(
    {
        'admonition', 'attention', 'caution', 'danger', 'error', 'hint', 'important', 'note', 'seealso', 'tip',
        'warning',
    }
)  # fmt: skip
_BODY = frozenset(
    {
        'centered', 'code', 'code-block', 'compound', 'contents', 'csv-table', 'epigraph', 'figure', 'highlights',
        'hlist', 'image', 'list-table', 'math', 'parsed-literal', 'pull-quote', 'replace', 'rubric', 'sidebar',
        'sourcecode', 'table', 'topic', 'unicode',
    }
)  # fmt: skip
_DESIGN = frozenset(
    {
        'button-link', 'button-ref', 'card', 'card-carousel', 'card-footer', 'card-header', 'dropdown', 'grid',
        'grid-item', 'grid-item-card', 'tab-item', 'tab-set', 'tab-set-code',
    }
)  # fmt: skip
DIRECTIVES = _OWN | _ADMONITIONS | _BODY | _DESIGN
"""``csv-table`` reads no file and no address here: the document's settings forbid it."""

ROLES = _OWN | frozenset(
    {
        '', 'abbr', 'abbreviation', 'any', 'code', 'command', 'dfn', 'doc', 'download', 'emphasis', 'envvar', 'eq',
        'file', 'guilabel', 'kbd', 'keyword', 'literal', 'mailheader', 'makevar', 'manpage', 'math', 'menuselection',
        'mimetype', 'newsgroup', 'numref', 'option', 'pep', 'pep-reference', 'program', 'ref', 'regexp', 'rfc',
        'rfc-reference', 'samp', 'strong', 'sub', 'subscript', 'sup', 'superscript', 'term', 'title', 'title-reference',
        'token',
    }
)  # fmt: skip
_ROLE_DOMAINS = frozenset({'c', 'cpp', 'js', 'math', 'meetup', 'py', 'rst', 'std'})
_SITE_SOURCES = frozenset({'<rst_prologue>', '<rst_epilogue>'})
"""Text that ``conf.py`` puts around every document."""


def may_use_directive(name: str, language: ModuleType | None) -> bool:
    """Whether a report may use a directive, named in English or in docutils' own translation."""
    domain, _, plain = name.lower().rpartition(':')
    if domain:
        return domain == 'meetup' and plain in _OWN
    return plain in DIRECTIVES or getattr(language, 'directives', {}).get(plain) in DIRECTIVES


def may_use_role(name: str, language: ModuleType | None) -> bool:
    """Whether a report may use a role: plain markup, badges, and references of any kind."""
    domain, _, plain = name.lower().partition(':')
    if plain:
        return domain in _ROLE_DOMAINS or domain.startswith('external')
    return domain in ROLES or domain.startswith('bdg') or getattr(language, 'roles', {}).get(domain) in ROLES


class ShownDirective(SphinxDirective):
    """Stands in for a directive that a report may not use."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Say so, and show what was written."""
        source, line = self.state_machine.get_source_and_line(self.lineno)
        warn_at(
            f'{source}:{line}',
            Code.PLACE,
            f'the directive "{self.name}" does not work in a report, its source is shown; '
            'write it as plain text, or put it on a page that is no report',
        )
        return [nodes.literal_block(self.block_text, self.block_text, language='none')]


def show_role(
    name: str, rawtext: str, text: str, lineno: int, inliner: Any, options: Any = None, content: Any = ()
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """Stand in for a role that a report may not use: say so, and show what was written."""
    source, line = inliner.reporter.get_source_and_line(lineno)
    warn_at(
        f'{source}:{line}',
        Code.PLACE,
        f'the role "{name}" does not work in a report, its source is shown; write plain text',
    )
    return [nodes.literal(rawtext, rawtext)], []


class OnlyAllowed(CustomReSTDispatcher):
    """While entered, the look-ups that docutils and MyST share find nothing else than a report may use."""

    def directive(self, directive_name: str, language_module: Any, document: nodes.document) -> Any:
        """Look a directive up; one that does not exist at all is said by the caller, with its name."""
        if directive_name == 'eval-rst':  # a word of MyST's, not a directive
            return ShownDirective, []
        found, messages = super().directive(directive_name, language_module, document)
        site = document.current_source in _SITE_SOURCES
        if found is None or site or may_use_directive(directive_name, language_module):
            return found, messages
        return ShownDirective, []

    def role(self, role_name: str, language_module: Any, lineno: int, reporter: Any) -> Any:
        """Look a role up."""
        found, messages = super().role(role_name, language_module, lineno, reporter)
        if not found or may_use_role(role_name, language_module):
            return found, messages
        return show_role, []
