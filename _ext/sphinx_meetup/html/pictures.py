"""A picture in HTML: the drawing, told in words, and its numbers to unfold; its style sheet where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..messages import _
from ..nodes import picture

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


def visit_picture(self: HTML5Translator, node: picture) -> None:
    """The drawings are one image to who hears the page; the table says the same to everybody."""
    self.body.append(self.starttag(node, 'figure', '', CLASS=f'meetup-picture-{node["kind"]}'))
    self.body.append(f'<figcaption>{self.encode(node["caption"])}</figcaption>\n')
    label = self.attval(node['label'])
    self.body.append(f'<div class="meetup-drawings" role="img" aria-label="{label}">')
    self.body += [*node['drawings'], '</div>\n']
    if node.children:
        words = _('The numbers')
        self.body.append(f'<details><summary>{self.encode(str(words))}</summary>\n')


def depart_picture(self: HTML5Translator, node: picture) -> None:
    """Close what was opened."""
    self.body.append('</details></figure>\n' if node.children else '</figure>\n')


def _add_style(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """What is added here goes on this page alone."""
    if app.builder.format == 'html' and doctree is not None and next(iter(doctree.findall(picture)), None) is not None:
        app.add_css_file('meetup-pictures.css', priority=652)


def setup_pictures(app: Sphinx) -> None:
    """Register the visitor and the style sheet."""
    app.add_node(picture, html=(visit_picture, depart_picture))
    app.connect('html-page-context', _add_style)
