"""``example``: a piece of source and what the site makes of it, parsed once."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from .report import report_nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any


def _syntax(argument: str) -> str:
    chosen: str = directives.choice(argument, ('md', 'rst'))
    return chosen


class ExampleDirective(SphinxDirective):
    """The content, once as source and once live.

    ``syntax`` is ``md`` or ``rst``; ``report`` reads the content as a plain report; ``stacked`` puts the
    result below the source on wide screens too; ``site`` keeps the example to the site of one
    language, ``not-site`` shows it in all others.
    """

    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        'syntax': _syntax,
        'report': directives.flag,
        'site': directives.unchanged_required,
        'not-site': directives.unchanged_required,
        'stacked': directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """Give source and result in one block; sections among the result follow it: they cannot be inside."""
        language = self.config.language
        if self.options.get('site', language) != language or self.options.get('not-site') == language:
            return []
        text = '\n'.join(self.content)
        syntax = self.options.get('syntax', 'md')
        lexer = 'rst' if syntax == 'rst' else 'text'  # Markdown's colours stop at directives and front matter
        source = nodes.literal_block(text, text, language=lexer, classes=['meetup-example-source'])
        self.set_source_info(source)
        box = nodes.container('', source, classes=['meetup-example'])
        self.set_source_info(box)
        live = self._live(text, syntax)
        _keep_language(live)
        if any(isinstance(node, nodes.section) for node in live):
            return [box, *live]
        box += nodes.container('', *live, classes=['meetup-example-result'])
        if 'stacked' not in self.options:
            box['classes'].append('meetup-example-beside')
        return [box]

    def _live(self, text: str, syntax: str) -> list[nodes.Node]:
        if 'report' in self.options:
            return report_nodes(text, self)
        if syntax == 'rst':
            return self.parse_text_to_nodes(f'`````{{eval-rst}}\n{text}\n`````', offset=self.content_offset)
        return self.parse_content_to_nodes()


def _keep_language(live: Iterable[nodes.Node]) -> None:
    """Leave the result out of translation: it would no longer match the source beside it.

    Sphinx translates whole blocks, and takes inline nodes with that attribute away.
    """
    for root in live:
        for node in root.findall(nodes.TextElement):
            if not isinstance(node, nodes.Inline):
                node['translatable'] = False
