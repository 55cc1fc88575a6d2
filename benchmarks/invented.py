"""The index of N invented reports, made without building them: what :mod:`archive` writes, as units and items."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from archive import Event, report
from sphinx_meetup.search.alike import alike
from sphinx_meetup.search.index import weigh, write_index
from sphinx_meetup.search.items import Item, write_items
from sphinx_meetup.search.units import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TITLE = re.compile(r"^title: '(.*)'$", re.MULTILINE)
_TAGS = re.compile(r'^tags: \[(.*)\]$', re.MULTILINE)
_TIME = re.compile(r'^[\d:~\s-]+')


@dataclass(frozen=True)
class Laid:
    """An index that was laid into a site.

    :param queries: titles of talks, cut short as one types them.
    :param costs: figures by name.
    """

    queries: tuple[str, ...]
    costs: dict[str, float]


def _places(number: int) -> Iterator[tuple[Unit, Item]]:
    text, event = report(number), Event(number)
    found = _TITLE.search(text)
    title = found[1] if found else event.title
    tags = _TAGS.search(text)
    topics = tuple((tag.lower(), tag) for tag in (tags[1] if tags else '').split(', ') if tag)
    series = event.title.partition(' #')[0]
    for place, section in enumerate(text.split('\n## ')[1:]):
        heading, _, body = section.partition('\n')
        person = body.strip().partition('\n')[0]
        unit = Unit(
            docname=event.docname,
            anchor=f's{place}',
            title=heading,
            trail=(title,),
            people=(person,) if place > 1 else (),
            text=body,
            kind='talk' if place > 1 else 'section',
            talk=f's{place}' if place > 1 else '',
        )
        yield (
            unit,
            Item(
                units=1,
                kind='talk' if unit.talk else 'event',
                day=event.day,
                series=(series, series),
                language='ja',
                people=tuple((one, one) for one in unit.people),
                topics=topics,
            ),
        )


@lru_cache(maxsize=1)
def places(count: int) -> tuple[tuple[Unit, ...], tuple[Item, ...]]:
    """The units and items of the first reports."""
    pairs = [pair for number in range(count) for pair in _places(number)]
    return tuple(unit for unit, _item in pairs), tuple(item for _unit, item in pairs)


def queries(count: int, most: int = 12) -> tuple[str, ...]:
    """Titles of talks from all over the archive, cut short as one types them."""
    talks = [unit for unit in places(count)[0] if unit.talk]
    return tuple(_TIME.sub('', unit.title)[:20] for unit in talks[:: max(1, len(talks) // most)])[:most]


def lay(site: Path, count: int) -> Laid:
    """Write the index of a number of reports into a built site, in place of its own."""
    units, items = places(count)
    begin = time.process_time()
    weighed = [weigh(unit) for unit in units]
    weighing = time.process_time() - begin
    addresses = [f'{unit.docname}.html#{unit.anchor}' for unit in units]
    index, columns = write_index(units, weighed, addresses, 'bench', alike()), write_items(items)
    writing = time.process_time() - begin - weighing
    folder = site / '_static' / 'search'
    for path in folder.glob('*.js'):
        path.unlink()
    for name, content in {**index, **columns}.items():
        (folder / name).write_text(content, 'utf-8')
    sizes = [len(content.encode()) for content in (*index.values(), *columns.values())]
    costs = {
        'places': len(units),
        'files': len(sizes),
        'raw MB': sum(sizes) / 1e6,
        'terms of all places, CPU s': weighing,
        'the index from them, CPU s': writing,
    }
    return Laid(queries(count), costs)
