"""The sidebar: the site's chapters and the open chapter's pages; short, and cheap.

furo renders the whole toctree into every page and parses it again: 644 of 676 CPU seconds of a build of
1,000 reports. Here the sidebar is made from the environment's first two levels, so that its length and
cost do not grow with the archive, and an event that is new or named anew changes no other page.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from ..messages import _
from ..reports import is_report

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_MOST_PAGES = 24
"""A chapter with more pages than this, or with reports, lists none of them: its own page does."""


class Sidebar:
    """The sidebar of one page."""

    def __init__(self, app: Sphinx, docname: str) -> None:
        self.app = app
        self.env: BuildEnvironment = app.env
        self.docname = docname

    def outline(self) -> list[tuple[str, str, list[tuple[str, str]]]]:
        """The chapters, the same on every page: name, title, its pages with their titles."""
        chapters = self.env.toctree_includes.get(self.env.config.root_doc, [])
        return [(chapter, self._title(chapter), self._pages(chapter)) for chapter in chapters]

    def html(self) -> str:
        """The list for a template."""
        chapters = self.outline()
        return f'<ul>{"".join(self._chapter(*chapter) for chapter in chapters)}</ul>' if chapters else ''

    def _pages(self, chapter: str) -> list[tuple[str, str]]:
        pages = self.env.toctree_includes.get(chapter, [])
        if len(pages) > _MOST_PAGES or any(is_report(self.env, page) for page in pages):
            return []
        return [(page, self._title(page)) for page in pages]

    def _chapter(self, chapter: str, title: str, pages: list[tuple[str, str]]) -> str:
        is_open = self.docname == chapter or (
            self.docname.startswith(f'{chapter.removesuffix("index")}') and '/' in chapter
        )
        inside = ''.join(self._entry(page, name, 2) for page, name in pages) if is_open else ''
        return self._entry(chapter, title, 1, f'<ul>{inside}</ul>' if inside else '', is_open=is_open)

    def _title(self, docname: str) -> str:
        title = self.env.titles.get(docname)
        return title.astext() if title is not None else docname

    def _entry(self, docname: str, title: str, level: int, inside: str = '', *, is_open: bool = False) -> str:
        text = escape(title)
        here = docname == self.docname
        current = ' current' if here or is_open else ''
        mark = ' current-page' if here else ''
        href = '#' if here else escape(self.app.builder.get_relative_uri(self.docname, docname))
        return (
            f'<li class="toctree-l{level}{current}{mark}">'
            f'<a class="{"current " if here else ""}reference internal" href="{href}">{text}</a>{inside}</li>'
        )


def _replace_toctree(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    if app.builder.name not in {'html', 'dirhtml'} or 'toctree' not in context:
        return
    sidebar = Sidebar(app, pagename)
    whole = context['toctree']

    def toctree(**options: Any) -> str:
        # furo asks for everything; another template that asks for less than that gets what it asks for.
        return sidebar.html() if options.get('maxdepth') == -1 else whole(**options)

    context['toctree'] = toctree


def _name_toggles(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """furo names the switches of its tree in English; say it in the site's language."""
    tree = context.get('furo_navigation_tree')
    if tree:
        words = escape(_('Pages of: '))  # apart from the f-string, in which no extractor finds it
        context['furo_navigation_tree'] = tree.replace('aria-label="Toggle navigation of ', f'aria-label="{words}')


def setup_navigation(app: Sphinx) -> None:
    """Give furo a short toctree before its own handler (at the default priority 500), mend its words after it."""
    app.connect('html-page-context', _replace_toctree, priority=400)
    app.connect('html-page-context', _name_toggles, priority=600)
