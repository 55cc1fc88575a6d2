"""Which pages the archive makes of itself, for which builder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..catalogue.entries import place_of_person, place_of_series, place_of_topic, place_of_year
from ..views.parts import lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..catalogue.catalogue import Catalogue
    from ..model.archive import Place

INDEXES: Mapping[str, str] = {
    'speakers/index': 'speaker-list',
    'topics/index': 'topic-list',
    'series/index': 'series-list',
    'archive/index': 'year-list',
}
"""The lists that every site has, with their views."""
_SITES = frozenset({'html', 'dirhtml'})
_WITHOUT = frozenset({'gettext', 'coverage', 'doctest', 'changes', 'dummy', 'xml', 'pseudoxml'})


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page of a title and one view."""

    title: str
    view: str
    options: tuple[tuple[str, str], ...] = ()


def makes_pages(builder: str) -> bool:
    """Whether a builder gets any: not those that look at sources alone."""
    return builder not in _WITHOUT


def announces_pages(builder: str) -> bool:
    """Whether tables of contents may name the lists: also where texts are gathered for translation, without a page."""
    return makes_pages(builder) or builder == 'gettext'


def pages_for(catalogue: Catalogue, builder: str) -> dict[str, MadePage]:
    """The pages by their docnames. Where not every page is a file of its own, the lists hold all that the pages would.

    :param builder: its name.
    """
    titles = lists()
    if not makes_pages(builder):
        return {}
    if builder not in _SITES:
        return {
            docname: MadePage(titles[docname], 'in-full', (('id', docname.partition('/')[0]),)) for docname in INDEXES
        }
    found = {docname: MadePage(titles[docname], view) for docname, view in INDEXES.items()}
    for view, name, place in _subjects(catalogue):
        found[place.docname] = MadePage(place.title, view, (('id', name),))
    return found


def _subjects(catalogue: Catalogue) -> Iterator[tuple[str, str, Place]]:
    for identity in catalogue.people.all:
        if identity.place is None:
            yield 'speaker', identity.id, place_of_person(identity)
    for topic in catalogue.topics.all:
        yield 'topic', topic.id, place_of_topic(topic)
    for series in catalogue.series.all:
        yield 'series-page', series.id, place_of_series(series)
    for year in catalogue.meetups_by_year:
        yield 'year', f'{year}', place_of_year(year)
