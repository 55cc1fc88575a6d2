"""One talk, event, person, topic, series or year in a list: its title and the line about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

from ..messages import _
from ..nodes import resource
from ..reading.links import is_web
from . import counts
from .dates import day_node, plain_day
from .places import joined, person_nodes, place_link, topic_nodes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalogue.entries import EventEntry, SeriesEntry, SpeakerEntry, TalkEntry, TopicEntry
    from ..catalogue.shown import YearEntry
    from ..model.archive import Place


@dataclass(frozen=True)
class Page:
    """The page that shows a list.

    :param language: the site's.
    """

    docname: str
    language: str

    def elsewhere(self, places: Iterable[Place]) -> tuple[Place, ...]:
        """Those of some places that are not this page itself."""
        return tuple(place for place in places if place.docname != self.docname)


def talk_title(entry: TalkEntry) -> nodes.Element:
    """The link to a talk."""
    return place_link(entry.place, 'meetup-talk-link')


def talk_day(entry: TalkEntry | EventEntry, page: Page) -> list[nodes.Node]:
    """The day, where it is known."""
    return [day_node(entry.date, plain_day(entry.date, page.language))] if entry.date else []


def talk_event(entry: TalkEntry) -> list[nodes.Node]:
    """The link to a talk's event."""
    return [place_link(entry.event, 'meetup-event-link')]


def talk_links(entry: TalkEntry) -> list[nodes.Node]:
    """Slides and videos, named by their hosts."""
    found = [
        resource('', words % (link.host or link.url), refuri=link.url, role=role, label=link.label, internal=False)
        for role, words, links in (
            ('slides', _('Slides: %s'), entry.slides), ('video', _('Video: %s'), entry.videos),
        )
        for link in links
        if is_web(link.url)
    ]
    return joined(found, ' ')


def talk_people(entry: TalkEntry, page: Page) -> list[nodes.Node]:
    """Who gave a talk; on a person's own page those beside them."""
    return person_nodes(
        person for person in entry.people if person.place is None or person.place.docname != page.docname
    )


def talk_topics(entry: TalkEntry | EventEntry, page: Page) -> list[nodes.Node]:
    """What it is about; on a topic's own page what else."""
    return topic_nodes(page.elsewhere(entry.topics))


def event_title(entry: EventEntry) -> nodes.Element:
    """The link to an event."""
    return place_link(entry.place, 'meetup-event-link', 'meetup-events-title')


def event_about(entry: EventEntry) -> list[list[nodes.Node]]:
    """Where it was, and how many talks it had."""
    return [_text(entry.venue), _text(counts.talks(entry.talks) if entry.talks else '')]


def speaker_about(entry: SpeakerEntry) -> list[list[nodes.Node]]:
    """Their handle, and when they spoke."""
    handle = f'@{entry.handle}' if entry.handle and entry.handle.casefold() not in entry.place.title.casefold() else ''
    return [_text(handle), _text(counts.years(entry.first, entry.last))]


def topic_about(entry: TopicEntry) -> list[list[nodes.Node]]:
    """When it was talked about."""
    return [_text(counts.years(entry.first, entry.last))]


def topic_count(entry: TopicEntry) -> str:
    """How often it was talked about; how many events were on it where no talk was."""
    return counts.talks(entry.talks) if entry.talks else counts.events(entry.events)


def series_about(entry: SeriesEntry) -> list[list[nodes.Node]]:
    """When it took place."""
    return [_text(counts.years(entry.first, entry.last))]


def year_about(entry: YearEntry) -> list[list[nodes.Node]]:
    """How much happened."""
    return [_text(counts.talks(entry.talks) if entry.talks else '')]


def _text(text: str) -> list[nodes.Node]:
    return [nodes.Text(text)] if text else []
