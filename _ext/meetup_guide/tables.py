"""Lists that the code itself gives: the settings of ``conf.py`` and the kinds of warning."""

from __future__ import annotations

import ast
import inspect
import itertools
from dataclasses import fields
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective
from sphinx_meetup.model import problems
from sphinx_meetup.settings import PREFIX, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

_REBUILDS = {
    'env': 'A change reads all documents anew.',
    'html': 'A change writes all pages anew.',
    '': 'A change takes effect with the next build.',
}


class SettingsTable(SphinxDirective):
    """Every field of :class:`.Settings` as a ``confval``; the words go through the page's own catalog."""

    def run(self) -> list[nodes.Node]:
        """Write the directives and let the page's parser read them."""
        self.env.note_dependency(str(inspect.getsourcefile(Settings)))
        found = self.parse_text_to_nodes('\n'.join(_settings()), offset=self.content_offset)
        for label in (name for node in found for name in node.findall(nodes.field_name)):
            label['translatable'] = False  # Sphinx's own words, in the site's language already
        return found


def _settings() -> Iterator[str]:
    for item in fields(Settings):
        about = item.metadata
        yield f'``````{{confval}} {PREFIX}{item.name}'
        yield f':type: {", ".join(sorted(f"`{kind.__name__}`" for kind in about["types"]))}'
        yield f':default: `{about["default"]!r}`'
        yield ':no-contents-entry:'
        yield f'\n{about["help"]}\n'
        yield f'It takes {about["wants"]}.\n'
        yield f'{_REBUILDS.get(about["rebuild"], "")}\n'
        yield '``````\n'


class WarningsTable(SphinxDirective):
    """Every kind of warning with its meaning, from the enum and the texts that follow its members."""

    def run(self) -> list[nodes.Node]:
        """Write a definition list and let the page's parser read it."""
        self.env.note_dependency(str(inspect.getsourcefile(problems)))
        text = '\n'.join(f'`meetup.{name}`\n: {meaning}\n' for name, meaning in _codes())
        return self.parse_text_to_nodes(text, offset=self.content_offset)


def _codes() -> Iterator[tuple[str, str]]:
    """Each code's value with the text below it: such texts exist in the source only, so it is parsed."""
    (tree,) = ast.parse(inspect.getsource(problems.Code)).body
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    for member, text in itertools.pairwise(body):
        match member, text:
            case (
                ast.Assign(targets=[ast.Name()], value=ast.Constant(value=str(name))),
                ast.Expr(value=ast.Constant(value=str(meaning))),
            ):
                yield name, ' '.join(meaning.split())
