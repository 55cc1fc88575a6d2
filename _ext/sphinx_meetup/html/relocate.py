"""Parts of a page as another page may show them: with ids of their own, and links that still lead where they did."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from docutils import nodes
from sphinx.util.osutil import relative_uri

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx.builders import Builder


def with_footnotes(document: nodes.document, parts: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Copies of parts of a document and of the footnotes that they refer to, which stand at its end.

    A part keeps its own footnotes; a footnote is no longer said to be referred to from anywhere else.
    """
    copies = [part.deepcopy() for part in parts]
    wanted = {reference['refid'] for reference in _each(copies, nodes.footnote_reference) if 'refid' in reference}
    there = {name for note in _each(copies, nodes.footnote) for name in note['ids']}
    missing = wanted - there
    return copies + [
        note.deepcopy() for note in document.findall(nodes.footnote) if not missing.isdisjoint(note['ids'])
    ]


def relocate(parts: Sequence[nodes.Node], source: str, target: str, builder: Builder, prefix: str) -> None:
    """Make resolved nodes of one page fit for another, in place.

    :param source: the docname of the page they come from, ``target`` that of the page they go to.
    :param prefix: goes before each id; nothing on the page may begin with it already.
    """
    elements = list(_each(parts, nodes.Element))
    names: dict[str, str] = {name: f'{prefix}-{name}' for element in elements for name in element['ids']}
    origin, page = builder.get_target_uri(source), builder.get_target_uri(target)

    def moved(uri: str) -> str:
        # Against a root, so that ``../`` has somewhere to go.
        whole, mark, fragment = urljoin(f'/{origin}', uri).removeprefix('/').partition('#')
        return f'{relative_uri(page, whole)}{mark}{fragment}'

    for element in elements:
        element['ids'] = [names[name] for name in element['ids']]
        element['names'] = []
        if element.get('backrefs'):
            element['backrefs'] = [names[name] for name in element['backrefs'] if name in names]
        refid = element.get('refid')
        if refid in names:
            element['refid'] = names[refid]
        elif refid is not None:
            del element['refid']
            if isinstance(element, nodes.reference):
                element['refuri'] = moved(f'#{refid}')
        elif isinstance(element, nodes.reference) and _is_relative(element.get('refuri', '')):
            element['refuri'] = moved(element['refuri'])


def _each(parts: Sequence[nodes.Node], kind: type[nodes.Element]) -> Iterator[nodes.Element]:
    for part in parts:
        yield from part.findall(kind)


def _is_relative(uri: str) -> bool:
    try:
        address = urlsplit(uri)
    except ValueError:
        return False
    return bool(uri) and not address.scheme and not address.netloc and not uri.startswith('/')
