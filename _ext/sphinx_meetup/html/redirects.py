"""Old addresses: a small page at each leads on to the new one, on every host of plain files.

sphinx-reredirects writes them. What is ours: which may be written, addresses for every builder, a page in the site's
language that needs no script, and taking away what is no longer wanted.
"""

from __future__ import annotations

import hashlib
import json
from fnmatch import fnmatchcase
from html import escape
from pathlib import Path
from posixpath import join
from typing import TYPE_CHECKING
from urllib.parse import quote

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx_reredirects import Reredirects

from ..messages import _, warn_at
from ..model.problems import Code

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sphinx.application import Sphinx

_BUILDERS = frozenset({'html', 'dirhtml'})
_PAGES = frozenset({'genindex', 'search'})
"""Pages that Sphinx makes of no document."""
_PAGE = """\
<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={address}">
{canonical}</head>
<body>
<main>
<h1>{moved}</h1>
<p><a href="{address}">{title}</a></p>
</main>
</body>
</html>
"""


class _Pages(Reredirects):
    """The library, with our pages at the builder's own paths: its own are quoted as in addresses."""

    def __init__(self, app: Sphinx, builder: StandaloneHTMLBuilder) -> None:
        super().__init__(app)
        self.builder = builder
        self.contents: dict[Path, bytes] = {}

    def add(self, old: str, new: str) -> tuple[str, str]:
        """Make a page; gives the old name and the address it leads to, as the library takes them."""
        address = self.builder.get_relative_uri(old, new)
        if self.builder.name == 'dirhtml':  # the other builder quotes by itself
            address = quote(address)
        text = self._render_redirect_template(address) if self.template_file_option else self._page(new, address)
        self.contents[self.builder.get_output_path(old)] = text.encode()
        return old, address

    def _page(self, new: str, address: str) -> str:
        config, title = self.app.config, self.app.env.titles.get(new)
        target = self.builder.get_target_uri(new)
        whole = join(config.html_baseurl, quote(target) if self.builder.name == 'dirhtml' else target)
        return _PAGE.format(
            lang=escape(config.language),
            title=escape(title.astext() if title is not None else new.removesuffix('/index').rpartition('/')[2]),
            address=escape(address),
            canonical=f'<link rel="canonical" href="{escape(whole)}">\n' if config.html_baseurl else '',
            moved=escape(str(_('This page has moved'))),
        )

    def docname_out_path(self, docname: str, suffix: str) -> Sequence[str]:
        return [self.builder.get_output_path(docname).relative_to(self.app.outdir).as_posix()]

    def _create_redirect_file(self, at_path: Path, to_uri: str) -> None:
        at_path.parent.mkdir(parents=True, exist_ok=True)
        at_path.write_bytes(self.contents[at_path])


def write_redirects(app: Sphinx, redirects: Mapping[str, str]) -> None:
    """Write a page at every old name that leads to the new one, and remove those that an earlier build wrote.

    A name that a page of this build has is left to that page, with a warning. Files that have changed since they were
    written are never removed.

    :param redirects: old docname -> the docname of the page that took its place, be it a document or not.
    """
    builder = app.builder
    if not isinstance(builder, StandaloneHTMLBuilder) or builder.name not in _BUILDERS:
        return
    manifest = Path(app.doctreedir, f'redirects-{builder.name}.json')
    before = _read(manifest)
    if not redirects and not before:
        return
    pages = _Pages(app, builder)
    targets = dict(pages.add(*pair) for pair in _usable(app, builder, redirects))
    changed = {
        old: address
        for old, address in targets.items()
        if not _holds(builder.get_output_path(old), pages.contents[builder.get_output_path(old)])
    }
    try:
        pages.create_redirects(changed)
    except OSError as error:
        warn_at(None, Code.ADDRESS, f'redirects cannot be written: {error}')
    outdir = Path(app.outdir)
    now = {path.relative_to(outdir).as_posix(): _digest(content) for path, content in pages.contents.items()}
    for name in sorted(before.keys() - now.keys()):
        _remove(outdir, name, before[name])
    manifest.write_text(json.dumps(now, indent=0, sort_keys=True), 'utf-8')


def _usable(app: Sphinx, builder: StandaloneHTMLBuilder, redirects: Mapping[str, str]) -> list[tuple[str, str]]:
    """The redirects that can be written, sorted, each leading to the end of its chain."""
    own = {*app.env.found_docs, *app.config.html_additional_pages, *_PAGES}
    taken = _paths(builder, own)
    settled = {name for name in redirects if app.config.redirects.get(name)}  # conf.py has said it already
    found = []
    for old in sorted(redirects.keys() - settled):
        new = _end(old, redirects, own)
        here = new if new in app.env.found_docs else None
        if new is None:
            warn_at(here, Code.ADDRESS, f'the redirects from "{old}" lead in a circle; none of them is written')
        elif new == old:
            continue
        elif not _is_name(old):
            warn_at(here, Code.ADDRESS, f'"{old}" cannot be the address of a page; nothing leads from it to "{new}"')
        elif not taken.isdisjoint(_paths(builder, [old])) or _is_extra(app, builder, old):
            warn_at(
                here,
                Code.ADDRESS,
                f'the address "{old}" has a page of its own, so it does not lead to "{new}"; rename one of the two',
            )
        else:
            found.append((old, new))
    return found


def _paths(builder: StandaloneHTMLBuilder, names: Iterable[str]) -> set[str]:
    """Where pages are written; in small letters, as some file systems take ``Ana`` and ``ana`` for one."""
    return {builder.get_output_path(name).as_posix().casefold() for name in names}


def _end(old: str, redirects: Mapping[str, str], own: set[str]) -> str | None:
    """Where a name leads in the end; None for a circle."""
    seen, name = {old}, redirects[old]
    if name == old:
        return name
    while name in redirects and name not in own and redirects[name] != name:
        if name in seen:
            return None
        seen.add(name)
        name = redirects[name]
    return None if name in seen else name


def _is_name(name: str) -> bool:
    """Whether a name stays inside the site and out of the folders that hold no pages."""
    parts = name.split('/')
    return (
        name.isprintable()
        and '\\' not in name
        and ':' not in name
        and all(part.strip('.') for part in parts)
        and not parts[0].startswith(('_', '.'))
    )


def _is_extra(app: Sphinx, builder: StandaloneHTMLBuilder, old: str) -> bool:
    """Whether ``html_extra_path`` brings a file of that name."""
    path = builder.get_output_path(old).relative_to(app.outdir)
    return any(Path(app.confdir, folder, path).exists() for folder in app.config.html_extra_path)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _read(manifest: Path) -> dict[str, str]:
    """What the build before wrote: path below the output folder -> digest."""
    try:
        found = json.loads(manifest.read_text('utf-8'))
    except (OSError, ValueError):
        return {}
    return {str(name): str(digest) for name, digest in found.items()} if isinstance(found, dict) else {}


def _remove(outdir: Path, name: str, digest: str) -> None:
    """Delete a page of ours that is as we wrote it, and the folder that it leaves empty."""
    path = outdir / name
    if path.is_file() and _digest(path.read_bytes()) == digest:
        path.unlink()
        if path.parent != outdir and not any(path.parent.iterdir()):
            path.parent.rmdir()


def is_moved(app: Sphinx, docname: str) -> bool:
    """Whether ``redirects`` in ``conf.py`` puts a page that leads elsewhere in the place of a document's."""
    configured: Mapping[str, str] = app.config.redirects
    return docname in configured or any(
        fnmatchcase(docname, pattern) for pattern in configured if not set('*?[').isdisjoint(pattern)
    )


def _collect(app: Sphinx) -> list[tuple[str, dict[str, object], str]]:
    """Ask the domain what has moved. Pages that others make are written after this, over ours if need be."""
    redirects = getattr(app.env.domains['meetup'], 'redirects', None)
    write_redirects(app, redirects() if callable(redirects) else {})
    return []


def setup_redirects(app: Sphinx) -> None:
    """Load the library, so that ``redirects`` works in ``conf.py`` too, and write what the domain knows."""
    app.setup_extension('sphinx_reredirects')
    app.connect('html-collect-pages', _collect)
