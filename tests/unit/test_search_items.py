"""What counts as one hit, and its columns: written as they are read."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

from hypothesis import given, strategies as st
from sphinx_meetup.search.items import Item, write_items
from sphinx_meetup.search.written import DIGITS, ENDS

NAMES = st.tuples(st.text('ab', min_size=1, max_size=3), st.text('XY', max_size=3))
ITEMS = st.lists(
    st.builds(
        Item,
        units=st.integers(1, 70),
        kind=st.sampled_from(['talk', 'lt', 'event', 'page', 'demo', 'speaker']),
        day=st.none() | st.dates(dt.date(1970, 1, 1), dt.date(2100, 1, 1)),
        series=st.none() | NAMES,
        language=st.sampled_from(['', 'ja', 'en']),
        people=st.lists(NAMES, max_size=3, unique=True).map(tuple),
        topics=st.lists(NAMES, max_size=3, unique=True).map(tuple),
        slides=st.booleans(),
        video=st.booleans(),
    ),
    max_size=30,
)


def content(text: str, name: str) -> list[Any]:
    """What a file calls ``meetupSearch.name`` with."""
    found = re.fullmatch(rf'meetupSearch\.{name}\((.*)\);\n', text, re.DOTALL)
    assert found is not None
    told: list[Any] = json.loads(f'[{found[1]}]')
    return told


def numbers(text: str) -> list[int]:
    """Numbers as the browser reads them."""
    found, value = [], 0
    for sign in text:
        value = value * 32 + (ENDS.index(sign) if sign in ENDS else DIGITS.index(sign))
        if sign in ENDS:
            found.append(value)
            value = 0
    return found


def column(files: Any, name: str) -> list[tuple[tuple[str, str], ...]]:
    _name, values, text = content(files[f'{name}.js'], 'column')
    return [tuple(tuple(values[place]) for place in numbers(part)) for part in text.split('.')[:-1]]


@given(ITEMS)
def test_items_are_read_as_written(items: list[Item]) -> None:
    files = write_items(items)
    (facts,) = content(files['facts.js'], 'facts')
    told, settings = numbers(facts['items']), numbers(facts['settings'])
    people, topics = column(files, 'people'), column(files, 'topics')
    around = []
    for at in range(0, len(settings), 4):
        more, day, series, language = settings[at : at + 4]
        around += [
            (
                dt.date(1970, 1, 1) + dt.timedelta(days=day - 1) if day else None,
                tuple(facts['series'][series - 1]) if series else None,
                facts['languages'][language - 1] if language else '',
            )
        ] * (more + 1)
    found = [
        Item(
            units=told[2 * at] + 1,
            kind=facts['kinds'][told[2 * at + 1] >> 2],
            day=day,
            series=series,
            language=language,
            people=people[at],
            topics=topics[at],
            slides=bool(told[2 * at + 1] & 1),
            video=bool(told[2 * at + 1] & 2),
        )
        for at, (day, series, language) in enumerate(around)
    ]
    assert found == items


def test_an_event_is_told_once_for_all_its_talks() -> None:
    item = Item(units=3, kind='talk', day=dt.date(2030, 1, 2), series=('pots', 'Pots'), language='ja')
    one, many = (write_items([item] * count)['facts.js'] for count in (1, 20))
    assert len(many) - len(one) <= 2 * 20


def test_a_day_before_the_count_of_days_is_none() -> None:
    (facts,) = content(write_items([Item(units=1, kind='event', day=dt.date(1969, 7, 20))])['facts.js'], 'facts')
    assert numbers(facts['settings'])[1] == 0
