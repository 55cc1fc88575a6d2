"""The index of the site's own search: written when what can be found has changed, and only the pieces that changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from ..garbage import no_collection
from ..model.archive import digest
from ..search.alike import alike
from ..search.index import FORMAT, write_index
from ..search.items import write_items
from ..search.units import Unit
from ..settings import get_settings
from ..unitfiles import load, weighed
from .search_items import items_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx

    from ..domain import MeetupDomain

BUILDERS = frozenset({'html', 'dirhtml'})
FOLDER = '_static/search'


def has_search(app: Sphinx) -> bool:
    """Whether a build has our search in place of Sphinx's."""
    return app.builder.name in BUILDERS and get_settings(app.config).search


def _turn_off_sphinx(app: Sphinx) -> None:
    """Two indexes would be one too many: Sphinx's is the slower to make and finds less."""
    if has_search(app):
        app.builder.search = False  # type: ignore[attr-defined]


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or not has_search(app):
        return
    domain = cast('MeetupDomain', app.env.domains['meetup'])
    folder = Path(app.outdir, FOLDER)
    topics = [rule.spellings for rule in domain.rules.topics.topics]
    same = alike([*get_settings(app.config).alike, *topics])
    language = app.config.language
    documents = _documents(app, domain)
    address = app.builder.get_target_uri(app.config.root_doc)
    told = {docname: domain.searchable[docname] for docname in documents}
    version = digest(FORMAT, address, list(told.items()), domain.fingerprint(), same, language)
    mark = f'/* {version} */'
    index = folder / 'index.js'
    if index.is_file() and index.read_text('utf-8').startswith(mark):
        return
    with no_collection():
        places = [  # what comes last moves nothing else
            *(place for docname in documents for place in load(app.env, docname)),
            *weighed(tuple(_subjects(app, domain))),
        ]
        addresses = [
            app.builder.get_target_uri(unit.docname) + (f'#{unit.anchor}' if unit.anchor else '') for unit, _ in places
        ]
        units = [unit for unit, _ in places]
        files = {
            **write_index(units, [weights for _, weights in places], addresses, version, same),
            **write_items(items_of(units, domain.catalogue, domain.documents, language)),
        }
    files['index.js'] = f'{mark}\n{files["index.js"]}'
    _replace(folder, files)


def _documents(app: Sphinx, domain: MeetupDomain) -> list[str]:
    """The documents to search, the newest event last, so that a new report leaves most of the index as it was.

    Not those that the archive makes: they say nothing that their subjects' names and the reports do not.
    """

    def when(docname: str) -> tuple[str, str]:
        record = domain.documents.get(docname)
        days = [event.date.isoformat() for event in record.events if event.date] if record else []
        return (max(days, default=''), docname)

    hidden = {docname for docname, values in app.env.metadata.items() if {'nosearch', 'no-search'} & values.keys()}
    return sorted(set(domain.searchable) - hidden - domain.made.keys(), key=when)


def _subjects(app: Sphinx, domain: MeetupDomain) -> Iterator[Unit]:
    """People, topics and series, by their names."""
    catalogue = domain.catalogue
    also: dict[tuple[str, str], tuple[str, ...]] = {
        **{('speaker', one.id): (*one.handles, *one.names, one.kana) for one in catalogue.people.all},
        **{('topic', one.id): one.also for one in catalogue.topics.all},
    }
    for kind, name, docname, anchor, title in domain.subjects():
        if docname in app.env.all_docs:
            yield Unit(
                docname=docname,
                anchor=anchor,
                title=title,
                people=tuple(text for text in also.get((kind, name), ()) if text),
                kind=kind,
            )


def _replace(folder: Path, files: Mapping[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob('*.js'):
        if path.name not in files:
            path.unlink()
    for name, content in files.items():
        path, written = folder / name, content.encode()
        if not path.is_file() or path.read_bytes() != written:
            path.write_bytes(written)


def setup_search_index(app: Sphinx) -> None:
    """Register the making of the index."""
    app.connect('builder-inited', _turn_off_sphinx)
    app.connect('build-finished', _write)
