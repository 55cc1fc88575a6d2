"""What a made page or a block on a page shows, as one frozen record each: the page is written anew when it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...model.records import Person
from ..entries import person_entry, place_of_topic
from ..select import Query, events, series, speakers, talks, topics
from .around import event_shown, row_shown, talk_shown
from .lists import all_series_shown, full_shown, speakers_shown, topics_shown, years_shown
from .numbers import archive_shown
from .pages import series_shown, speaker_shown, topic_shown, year_shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ...model.archive import Place
    from ..catalogue import Catalogue


def tag_shown(catalogue: Catalogue, name: str) -> Place | None:
    """The page of a topic that a report names."""
    topic = catalogue.topics.find(name)
    return place_of_topic(topic) if topic is not None else None


_BY_ID: Mapping[str, Callable[[Catalogue, str], Any]] = {
    'speaker': speaker_shown,
    'speaker-talks': speaker_shown,
    'topic': topic_shown,
    'series-page': series_shown,
    'year': year_shown,
    'speaker-list': speakers_shown,
    'topic-list': topics_shown,
    'series-list': all_series_shown,
    'year-list': years_shown,
    'in-full': full_shown,
    'archive': archive_shown,
    'tag': tag_shown,
}
LISTS: Mapping[str, Callable[[Catalogue, Query], Any]] = {
    'talks': talks,
    'events': events,
    'speakers': speakers,
    'topics': topics,
    'series': series,
}


def shown(catalogue: Catalogue, docname: str, view: str, options: Mapping[str, str]) -> Any:
    """The record of a view on a page; None where the archive knows nothing of it.

    :param options: ``id`` names which one, where the view needs that; of a list, what it is to hold.
    """
    if view == 'around-event':
        return event_shown(catalogue, docname, options['id'])
    if view == 'around-talk':
        return talk_shown(catalogue, docname, options['id'])
    if view == 'row':
        return row_shown(catalogue, docname, options.get('id', ''), options.get('title', ''))
    if view == 'person':
        links = tuple(options.get('links', '').split())
        return person_entry(catalogue, Person(options.get('name', ''), options.get('handle', ''), '', links))
    if view in LISTS:
        return LISTS[view](catalogue, Query.of(options))
    return _BY_ID[view](catalogue, options.get('id', ''))
