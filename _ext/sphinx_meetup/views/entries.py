"""One talk, event, person, topic, series or year in a list: its title, and what is told about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docutils import nodes

from ..messages import _
from ..nodes import resource
from ..reading.links import is_web
from . import counts
from .dates import day_node, plain_day
from .places import joined, person_nodes, place_link, topic_nodes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalogue.entries import EventEntry, SpeakerEntry, TalkEntry, TopicEntry
    from ..model.archive import Place

Inline = list[nodes.Node]


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


def text_nodes(text: str) -> Inline:
    """A text, where there is one."""
    return [nodes.Text(text)] if text else []


def title_link(entry: Any) -> nodes.Element:
    """The link to a topic, a series or a year."""
    return place_link(entry.place)


def years(entry: Any, page: Page) -> Inline:
    """The first and last year of a person, topic or series."""
    return text_nodes(counts.years(entry.first, entry.last))


def talks(entry: Any, page: Page) -> Inline:
    """The number of talks, as a figure."""
    return [nodes.inline('', f'{entry.talks}', classes=['meetup-number'])]


def events(entry: Any, page: Page) -> Inline:
    """The number of events, as a figure."""
    return [nodes.inline('', f'{entry.events}', classes=['meetup-number'])]


def talk_count(entry: Any, page: Page) -> Inline:
    """The number of talks in words."""
    return text_nodes(counts.talks(entry.talks) if entry.talks else '')


def event_count(entry: Any, page: Page) -> Inline:
    """The number of events in words."""
    return text_nodes(counts.events(entry.events))


def day(entry: TalkEntry | EventEntry, page: Page) -> Inline:
    """The day of a talk or event, where it is known."""
    return [day_node(entry.date, plain_day(entry.date, page.language))] if entry.date else []


def talk_title(entry: TalkEntry) -> nodes.Element:
    """The link to a talk."""
    return place_link(entry.place, 'meetup-talk-link')


def talk_event(entry: TalkEntry, page: Page) -> Inline:
    """The link to a talk's event."""
    return [place_link(entry.event, 'meetup-event-link')]


def talk_people(entry: TalkEntry, page: Page) -> Inline:
    """Who gave a talk; on a person's own page those beside them."""
    return person_nodes(
        person for person in entry.people if person.place is None or person.place.docname != page.docname
    )


def talk_topics(entry: TalkEntry, page: Page) -> Inline:
    """What it is about; on a topic's own page what else."""
    return topic_nodes(page.elsewhere(entry.topics))


def talk_links(entry: TalkEntry, page: Page) -> Inline:
    """Slides and videos, named by their hosts."""
    kinds = (('slides', _('Slides: %s'), entry.slides), ('video', _('Video: %s'), entry.videos))
    return joined(
        (
            resource('', words % (link.host or link.url), refuri=link.url, role=role, label=link.label, internal=False)
            for role, words, links in kinds
            for link in links
            if is_web(link.url)
        ),
        ' ',
    )


def event_title(entry: EventEntry) -> nodes.Element:
    """The link to an event."""
    return place_link(entry.place, 'meetup-event-link', 'meetup-events-title')


def venue(entry: EventEntry, page: Page) -> Inline:
    """Where it was."""
    return text_nodes(entry.venue)


def speaker_name(entry: SpeakerEntry) -> nodes.Element:
    """The link to a person."""
    return place_link(entry.place, 'meetup-speaker')


def handle(entry: SpeakerEntry, page: Page) -> Inline:
    """A person's account, where their name does not say it."""
    known = not entry.handle or entry.handle.casefold() in entry.place.title.casefold()
    return text_nodes('' if known else f'@{entry.handle}')


def topic_count(entry: TopicEntry, page: Page) -> Inline:
    """How often it was talked about; how many events were on it where no talk was."""
    return talk_count(entry, page) or (event_count(entry, page) if entry.events else [])
