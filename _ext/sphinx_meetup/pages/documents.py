"""Documents without files: pages that the archive makes of itself, documents to Sphinx like any other.

``html-collect-pages`` would give pages that no reference, search index, sitemap or table of contents knows, and that
every build writes anew. Here each page is a document of the environment: its tree is a title and a placeholder, which
:mod:`..transforms.expand` fills when the page is written, and it is written when what it shows has changed
(:meth:`..domain.MeetupDomain.changed_views`).

Sphinx looks for files and takes what has none for removed: three handlers keep ours apart from that.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.transforms import DoctreeReadEvent, SphinxTransformer
from sphinx.transforms.references import SphinxDomains
from sphinx.util.docutils import new_document

from ..garbage import no_collection
from ..html.vanished import remove_page
from ..model.archive import digest
from ..model.ids import slug
from ..nodes import archive_view
from ..views.parts import lists
from .contents import INDEXES, announces_pages, pages_for

if TYPE_CHECKING:
    from collections.abc import Set

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from ..domain import MeetupDomain
    from .contents import MadePage


@dataclass(frozen=True)
class _Setting:
    """What a tree of ours is made with."""

    env: BuildEnvironment
    builder: Builder


def _domain(env: BuildEnvironment) -> MeetupDomain:
    return cast('MeetupDomain', env.domains['meetup'])


def _keep(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> list[str]:
    """Before reading: ours are not removed for having no file; where somebody now wrote one, that is read.

    So are tables of contents that go by patterns, as for any new document: Sphinx knows this one already.
    """
    made = _domain(env).made
    written = [docname for docname in made if docname in env.found_docs]
    for docname in written:
        del made[docname]
    removed.difference_update(made)
    return sorted({*written, *env.glob_toctrees}) if written else []


def _announce(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """While reading: the lists are there for tables of contents to name, whether or not one had a file before."""
    domain = _domain(env)
    domain.written = frozenset(env.project.docnames)
    if announces_pages(app.builder.name):
        env.project.docnames |= INDEXES.keys()


def _install(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """After reading: make the pages that are new, drop those that are no more; both for this builder.

    Where the archive is as it was, so are the pages.
    """
    domain, setting = _domain(env), _Setting(env, app.builder)
    told = digest(app.builder.name, sorted(lists().items()), domain.fingerprint())
    stored = all(_tree_path(env, docname).exists() for docname in domain.made)
    if stored and domain.data.get('installed') == told and domain.made.keys() <= env.all_docs.keys():
        _name_documents(domain, env)
        return []
    domain.data['installed'] = told
    with no_collection():
        pages = pages_for(domain.catalogue, app.builder.name)
    wanted = {docname: page for docname, page in pages.items() if docname not in domain.written}
    for docname in sorted(domain.made.keys() - wanted.keys()):
        del domain.made[docname]
        app.events.emit('env-purge-doc', env, docname)
        env.clear_doc(docname)
        _tree_path(env, docname).unlink(missing_ok=True)
    _remove_pages(domain, app.builder, wanted.keys())
    for docname, page in wanted.items():
        defined = digest(page)
        if domain.made.get(docname) != defined or docname not in env.all_docs or not _tree_path(env, docname).exists():
            _write(setting, docname, page)
            domain.made[docname] = defined
    _name_documents(domain, env)
    return []


def _remove_pages(domain: MeetupDomain, builder: Builder, wanted: Set[str]) -> None:
    """Delete the files of pages that are no more. Each builder has its own: another may have run in between."""
    files: dict[str, list[str]] = domain.data.setdefault('files', {})
    for docname in files.get(builder.name, []):
        if docname not in wanted and docname not in domain.written:
            remove_page(builder, docname)
    files[builder.name] = sorted(wanted)


def _tree_path(env: BuildEnvironment, docname: str) -> Path:
    return Path(env.doctreedir, f'{docname}.doctree')


def _name_documents(domain: MeetupDomain, env: BuildEnvironment) -> None:
    """Tell Sphinx which documents there are: the announced lists only where they were made."""
    env.project.docnames -= INDEXES.keys() - domain.written
    env.project.docnames |= domain.made.keys()


def _write(setting: _Setting, docname: str, page: MadePage) -> None:
    """Make a page's tree and let everybody who looks at trees look at it, as after reading a file."""
    env = setting.env
    env.prepare_settings(docname)
    document = _tree(env, docname, page)
    transformer = SphinxTransformer(document)
    transformer.set_environment(env)
    transformer.add_transforms([SphinxDomains, DoctreeReadEvent])
    transformer.apply_transforms()
    env.metadata[docname]['orphan'] = ''  # most stand in no table of contents, on purpose
    env.all_docs[docname] = 0
    env.current_document = type(env.current_document)()  # as Sphinx does after each file
    env.ref_context.clear()
    env._pickled_doctree_cache.pop(docname, None)
    setting.builder.write_doctree(docname, document, _cache=False)


def _tree(env: BuildEnvironment, docname: str, page: MadePage) -> nodes.document:
    document = new_document(env.doc2path(docname).as_posix())
    document.settings = document.settings.copy()
    for name, value in {**env.settings, 'env': env}.items():
        setattr(document.settings, name, value)
    section = nodes.section('', nodes.title(page.title, page.title), ids=[slug(page.title)], names=[page.title])
    section += archive_view(view=page.view, options=dict(page.options))
    document += section
    return document


def _without_source(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Offer no source to look at, copy or edit where there is none."""
    if pagename in _domain(app.env).made:
        context.update(sourcename='', page_source_suffix='', has_source=False)


def missing_pages(builder: Builder, docnames: Set[str]) -> list[str]:
    """The pages of ours that somebody deleted from the output: Sphinx asks that of files only."""
    if not isinstance(builder, StandaloneHTMLBuilder):
        return []
    return [docname for docname in sorted(docnames) if not builder.get_output_path(docname).exists()]


def _restore(app: Sphinx, env: BuildEnvironment) -> list[str]:
    return missing_pages(app.builder, _domain(env).made.keys())


def setup_documents(app: Sphinx) -> None:
    """Keep, announce and install; the domain's own handler (at the default priority) tells which changed."""
    app.connect('env-get-outdated', _keep, priority=1)
    app.connect('env-before-read-docs', _announce, priority=1)
    app.connect('env-updated', _install, priority=100)
    app.connect('env-updated', _restore, priority=900)
    app.connect('html-page-context', _without_source, priority=100)
