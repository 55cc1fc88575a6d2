"""MyST's parser, with reports read on the way: one parse gives the page and what was understood of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from markdown_it.token import Token
from myst_parser.config.main import TopmatterReadError, merge_file_level, read_topmatter
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.parsers.sphinx_ import MystParser
from myst_parser.warnings_ import MystWarnings, create_warning

from .allowed import OnlyAllowed
from .guard import ReportRstParser, guarded, too_large, without_control_characters
from .reading.bold import with_headings
from .reading.frontmatter import FrontMatter, read_front_matter
from .reading.markdown import use_cjk_emphasis
from .reading.repair import repair
from .reading.report import read_report, with_problems
from .reading.words import extended
from .settings import get_settings
from .transforms.lift import leave_reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.tree import SyntaxTreeNode
    from sphinx.application import Sphinx

    from .reading.report import Reading

_SPHINX_KEYS = ('orphan', 'tocdepth', 'no-search', 'nocomments', 'hide-toc')
"""The front matter of a report that reaches Sphinx and furo. Most of all ``myst`` does not: it can turn on
substitutions, which run Jinja code, and a report is written by a stranger."""

_PAGES_ONLY = frozenset({'substitution'})
"""Syntax that a site may have turned on for its own pages: ``{{ }}`` runs Jinja code."""


class ReportRenderer(SphinxRenderer):
    """MyST's renderer without its way into another markup, which it takes before any directive is looked up."""

    def render_restructuredtext(self, token: SyntaxTreeNode) -> None:
        """Leave ``eval-rst`` to the look-up of directives, which a report has narrowed."""
        self.render_directive(token, 'eval-rst', '')


class ReportParser(MystParser):
    """Stands in for MyST's parser; documents that are no reports differ in their emphasis only."""

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Parse a document; a report also leaves its reading for the lift."""
        clean = without_control_characters(inputstring.removeprefix('\ufeff'), document)
        if not guarded(document):
            self._parse_page(clean, document)
        elif too_large(clean, document):
            self._show_plain(clean, document)
        else:
            self._parse_report(clean, document)

    def _parse_page(self, text: str, document: nodes.document) -> None:
        """What MyST's own method does, with our emphasis: it has no other place to add a rule."""
        config = document.settings.env.myst_config
        try:
            topmatter = read_topmatter(text)
        except TopmatterReadError:
            topmatter = None  # said while rendering
        if topmatter:

            def say(kind: MystWarnings, message: str) -> None:
                create_warning(document, message, kind, line=1, append_to=document)

            config = merge_file_level(config, topmatter, say)
        parser = create_md_parser(config, SphinxRenderer)
        use_cjk_emphasis(parser)
        parser.options['document'] = document
        parser.render(text)

    def _parse_report(self, text: str, document: nodes.document) -> None:
        config = document.settings.env.myst_config
        config = config.copy(enable_extensions=set(config.enable_extensions) - _PAGES_ONLY)
        parser = create_md_parser(config, ReportRenderer)
        use_cjk_emphasis(parser)
        parser.options['document'] = document
        state: dict[str, Any] = {}
        repaired = repair(text)
        tokens = parser.parse(repaired.text, state)
        with extended(get_settings(document.settings.env.config).words):
            reading = read_report(text, tokens, path=f'{document.settings.env.current_document.docname}.md')
        leave_reading(document, with_problems(reading, repaired.problems))
        tokens = _without_idle_rules(with_headings(tokens, reading.bold))
        front = read_front_matter(text)
        lead = _title_tokens(reading.title or _told_title(reading) or _name(document), front.lines.get('title', 1))
        tokens = _with_one_title(_without_front_matter(tokens, front), lead, reading.title_line)
        with OnlyAllowed():
            parser.renderer.render(tokens, parser.options, state)

    def _show_plain(self, text: str, document: nodes.document) -> None:
        """The whole text, unread: nothing is lost, and nothing costs more than copying it."""
        front = read_front_matter(text[:20_000])
        parser = create_md_parser(document.settings.env.myst_config, SphinxRenderer)
        parser.options['document'] = document
        title = _title_tokens(front.text('title') or _name(document), front.lines.get('title', 1))
        parser.renderer.render(title, parser.options, {})
        section = next(document.findall(nodes.section))
        section += nodes.literal_block(text, text, language='none', classes=['no-search'])


def _name(document: nodes.document) -> str:
    docname: str = document.settings.env.current_document.docname
    folder, _, name = docname.rpartition('/')
    return folder.rpartition('/')[2] if name == 'index' else name


def _without_front_matter(tokens: Sequence[Token], front: FrontMatter) -> list[Token]:
    """The tokens with the front matter cut down to what Sphinx is to know."""
    kept = {key: front.text(key) for key in _SPHINX_KEYS if key in front.values}
    found: list[Token] = []
    for token in tokens:
        if token.type != 'front_matter':
            found.append(token)
        elif kept:
            token.content = kept  # type: ignore[assignment]  # MyST takes a mapping here as well
            found.append(token)
    return found


def _told_title(reading: Reading) -> str:
    """The event's name, as the title of a page that has none of its own."""
    return reading.event.title.value if reading.event.title else ''


def _without_idle_rules(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without rules (``---``) right below a heading or each other: they part nothing from nothing."""
    found: list[Token] = []
    for token in tokens:
        if token.type == 'hr' and not token.level and found and found[-1].type in {'hr', 'heading_close'}:
            continue
        found.append(token)
    return found


def _with_one_title(tokens: list[Token], title: list[Token], line: int) -> list[Token]:
    """The tokens with exactly one H1 and no level left out.

    A body without an H1 gets the post's title, as text and not as Markdown. A body with several (a talk
    each) keeps them, one level deeper, below that title; the first of them may be the title itself. A
    heading that jumps over levels is drawn up. Headings inside quotes and lists open no section and stay
    as they are.

    :param line: the line of the heading that is the title; 0 for none.
    """
    opens = [token for token in tokens if token.type == 'heading_open' and not token.level]
    tops = [token for token in opens if token.tag == 'h1']
    first_is_top = bool(opens) and opens[0].tag == 'h1'
    own = next((token for token in tops if token.map and token.map[0] + 1 == line), None)
    if len(tops) == 1 and first_is_top:
        lead: list[Token] = []
        shift = 0
    elif own is not None and own is opens[0]:
        return _below_first(tokens, own)
    else:
        lead = title
        shift = 1 if tops else 0
    _draw_up(tokens, shift)
    front = 1 if tokens and tokens[0].type == 'front_matter' else 0
    return tokens[:front] + lead + tokens[front:]


def _below_first(tokens: list[Token], own: Token) -> list[Token]:
    """The tokens with every heading but the first one level deeper."""
    place = tokens.index(own) + 1
    _draw_up(tokens[place:], 1)
    return tokens


def _title_tokens(title: str, line: int) -> list[Token]:
    """A heading that says the title as it is, on the line where front matter gives it."""
    where = [line - 1, line]
    opening = Token('heading_open', 'h1', 1, map=where, markup='#', block=True)
    inline = Token('inline', '', 0, map=where, content=title, level=1, block=True)
    inline.children = [Token('text', '', 0, content=title)]
    return [opening, inline, Token('heading_close', 'h1', -1, markup='#', block=True)]


def _draw_up(tokens: Sequence[Token], shift: int) -> None:
    """Move headings ``shift`` levels down, and each up to one below the heading it stands under."""
    above: list[tuple[int, int]] = [(1, 1)]
    for token in tokens:
        if token.type != 'heading_open' or token.level:
            continue
        written = int(token.tag[1]) + shift
        while len(above) > 1 and above[-1][0] >= written:
            above.pop()
        level = 1 if written == 1 else min(above[-1][1] + 1, 6)
        if written > 1:
            above.append((written, level))
        token.tag = f'h{level}'


def setup_parser(app: Sphinx) -> None:
    """Take MyST's place for Markdown, and Sphinx's own for reStructuredText."""
    app.setup_extension('myst_parser')
    app.add_source_parser(ReportParser, override=True)
    app.add_source_parser(ReportRstParser, override=True)
