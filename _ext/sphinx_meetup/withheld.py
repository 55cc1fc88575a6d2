"""People who opted out (``opt-out: true`` in their ``speaker`` block): no page, index or stored state names them.

The names are taken out of the texts before Sphinx parses them, so nothing later has to know. Who they are is held by
the running application alone; the environment, which is stored, keeps a digest, to tell when everything has to be
read again.
"""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx.builders.html import StandaloneHTMLBuilder

from .messages import _, warn, warn_at
from .model.problems import Code, Problem
from .reading.encoding import detect
from .reading.optout import OptOuts, find_opt_outs, without_blocks
from .reading.withheld import Withheld
from .settings import place_of_setting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_LIVE = 'meetup_withheld'
_STORED = 'meetup_opt_outs'
_MARK = b'opt-out'


class Remembered(NamedTuple):
    """What the environment keeps.

    :param digests: for each output folder the digest of the people its pages were written without.
    :param pages: the documents of the site with such a block among other things.
    """

    digests: dict[str, str]
    pages: frozenset[str]


def _live(app: Sphinx) -> Withheld:
    found: Withheld = getattr(app, _LIVE, None) or Withheld()
    return found


def withheld_people(env: BuildEnvironment) -> Withheld:
    """The people whom this build does not name, while a document is read."""
    found: Withheld = env.current_document.get(_LIVE) or Withheld()
    return found


def _text(path: Path) -> str:
    return detect(path.read_bytes())[0].replace('\r\n', '\n').replace('\r', '\n')


def _is_rst(env: BuildEnvironment, docname: str) -> bool:
    return Path(env.doc2path(docname)).suffix == '.rst'


def _opt_outs(env: BuildEnvironment, docname: str) -> OptOuts:
    """The blocks of a document; none for a file that cannot be opened: Sphinx says that when it reads it."""
    path = Path(env.doc2path(docname))
    try:
        data = path.read_bytes()
    except OSError:
        return OptOuts()
    if _MARK not in data and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return OptOuts()
    return find_opt_outs(_text(path), rst=path.suffix == '.rst')


def _find(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> list[str]:
    """Learn who opted out, leave out their own pages, and have everything read again when that changed."""
    before: Remembered = getattr(env, _STORED, Remembered({}, frozenset()))
    looked_at = (added | changed | before.pages) & env.found_docs
    found = {docname: outs for docname in sorted(looked_at) if (outs := _opt_outs(env, docname)).blocks}
    places = {id(block.speaker): docname for docname, outs in found.items() for block in outs.blocks}
    people = [block.speaker for outs in found.values() for block in outs.blocks]
    withheld = Withheld(people, str(_('name withheld')))
    setattr(app, _LIVE, withheld)
    for someone, problem in withheld.problems:
        # A page that is left out has no path by its name any more when the warning is written.
        warn_at(f'{env.doc2path(places[id(someone)])}:{problem.line}', problem.code, problem.message)
    own = [name for name, outs in found.items() if name != app.config.root_doc and outs.is_page_of(withheld.names)]
    for docname in own:
        _leave_out(env, docname)
        if docname in env.all_docs:
            removed.add(docname)
        added.discard(docname)
        changed.discard(docname)
    outdir = str(app.outdir)
    again = before.digests.get(outdir, '') != withheld.digest
    digests = {**before.digests, outdir: withheld.digest}
    setattr(env, _STORED, Remembered(digests, frozenset(found) - frozenset(own)))
    read = sorted(env.found_docs) if again else []
    if again:
        _forget_all(app, env)
    for docname in {*removed, *own}:
        _delete(app, docname)
    if withheld:
        _check_names(app, env, withheld, sorted({*read, *added, *changed}))
    return read


def _leave_out(env: BuildEnvironment, docname: str) -> None:
    """Take a document out of the site as if its file were not there."""
    env.project.docnames.discard(docname)
    # Both are stored with the environment, and a page is often named after its person.
    env.project._path_to_docname.pop(Path(env.doc2path(docname, base=False)), None)
    env.project._docname_to_path.pop(docname, None)
    env.dependencies.pop(docname, None)


def _delete(app: Sphinx, docname: str) -> None:
    """Delete what earlier builds made of a document that is gone: Sphinx leaves all of it where it is."""
    builder = app.builder
    paths = [Path(app.doctreedir, f'{docname}.doctree')]
    if isinstance(builder, StandaloneHTMLBuilder):
        end = app.config.html_sourcelink_suffix
        paths += [app.outdir / '_sources' / f'{docname}{suffix}{end}' for suffix in app.config.source_suffix]
        paths.append(Path(builder.get_output_path(docname)))
    elif suffix := getattr(builder, 'out_suffix', ''):
        paths.append(app.outdir / f'{docname}{suffix}')
    for path in paths:
        path.unlink(missing_ok=True)
        if path.name == 'index.html' and path.parent.is_dir() and not any(path.parent.iterdir()):
            path.parent.rmdir()


def _forget_all(app: Sphinx, env: BuildEnvironment) -> None:
    """Delete what a build adds to rather than writes anew, now that everything is read again."""
    for path in Path(app.doctreedir).rglob('*.doctree'):
        path.unlink()
    # Sphinx keeps the words of the pages before, with no page behind them.
    (app.outdir / 'searchindex.js').unlink(missing_ok=True)
    env.domaindata['meetup'].get('views', {}).clear()  # so that made pages are written, too


def _check_names(app: Sphinx, env: BuildEnvironment, withheld: Withheld, docnames: Iterable[str]) -> None:
    """Say where a name stands that no reading can mask: in a file's name, in ``conf.py``."""
    for docname in docnames:
        if withheld.addresses(docname):
            message = 'the name of this file tells who opted out, and the address of its page shows it; rename the file'
            warn(Problem(Code.OPTION, message), docname)
    for item in app.config:
        if isinstance(item.value, str | list | tuple | dict | set) and withheld.names(repr(item.value)):
            message = f'{item.name} in conf.py names somebody who opted out, and pages may show it; take the name out'
            warn_at(place_of_setting(Path(app.confdir, 'conf.py'), item.name), Code.CONFIG, message)


def _mask_source(app: Sphinx, docname: str, content: list[str]) -> None:
    """Take the blocks and the names out of a document's text, before it is parsed."""
    withheld = _live(app)
    if withheld:
        app.env.current_document[_LIVE] = withheld  # for the transforms; Sphinx clears it after each document
        content[0] = _masked(withheld, content[0], rst=_is_rst(app.env, docname))


def _mask_included(app: Sphinx, path: Path, docname: str, content: list[str]) -> None:
    """Take the names out of a file that a document includes."""
    content[0] = _live(app).mask(content[0], rst=Path(path).suffix == '.rst')


def _masked(withheld: Withheld, text: str, *, rst: bool) -> str:
    return withheld.mask(without_blocks(text, rst=rst), rst=rst)


def _hide_source(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give a page no copy of its source where that names somebody."""
    withheld, name = _live(app), context.get('sourcename')
    if not withheld or not name or pagename not in app.env.all_docs:
        return
    text = _text(Path(app.env.doc2path(pagename)))
    if _masked(withheld, text, rst=_is_rst(app.env, pagename)) != text:
        context['sourcename'] = ''
        (app.outdir / '_sources' / name).unlink(missing_ok=True)


def _remove_files(app: Sphinx, exception: Exception | None) -> None:
    """Delete pictures and downloads of earlier builds that are named after somebody; no page shows them any more."""
    withheld = _live(app)
    if not withheld:
        return
    for folder in ('_images', '_downloads'):
        for path in sorted((app.outdir / folder).rglob('*')):
            if path.is_file() and withheld.addresses(path.name):
                path.unlink()


def setup_withheld(app: Sphinx) -> None:
    """Look for opt-outs before drafts are left out: a draft may say so too. Mask after what other extensions add."""
    app.connect('env-get-outdated', _find, priority=60)
    app.connect('source-read', _mask_source, priority=900)
    app.connect('include-read', _mask_included, priority=900)
    app.connect('html-page-context', _hide_source, priority=900)
    app.connect('build-finished', _remove_files)
