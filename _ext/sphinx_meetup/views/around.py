"""What the archive knows around an event and around a talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..messages import _
from . import counts
from .dates import plain_day
from .fields import facts_node
from .parts import around
from .places import joined, person_node, place_link, topic_nodes

if TYPE_CHECKING:
    from ..catalogue.entries import TalkEntry
    from ..catalogue.shown.records import EventShown, TalkShown
    from ..model.archive import Place
    from .entries import Page

_MOST_UNWRITTEN = 12


def around_event(shown: EventShown, page: Page, edit_url: str) -> list[nodes.Node]:
    """Below an event's facts: its series with the events before and after, what is written of it and by whom.

    :param edit_url: where the page can be edited; '' where nobody said.
    """
    rows: list[tuple[str, str, list[nodes.Node]]] = []
    if shown.series is not None:
        # A year is no count.
        counted = shown.number.isdecimal() and len(shown.number) < len('2018')
        number = [nodes.Text(f' #{shown.number}')] if counted else []
        rows.append(('series', _('Series'), [place_link(shown.series), *number]))
    if shown.talks:
        rows.append(('coverage', _('Coverage'), [nodes.Text(_coverage(shown))]))
    if shown.unwritten:
        rows.append(('unwritten', _('Nobody wrote this one up yet'), _unwritten(shown.unwritten, edit_url)))
    if shown.reports:
        links = (
            place_link(place, text=_('Report by %s') % place.title if place.title else _('Another report'))
            for place in shown.reports
        )
        rows.append(('reports', _('Further reports'), joined(links)))
    found: list[nodes.Node] = []
    if shown.page is not None:
        before, _mark, after = _('All reports of this event meet on the page of %s.').partition('%s')
        link = place_link(shown.page, 'meetup-event-link')
        found.append(nodes.paragraph('', '', nodes.Text(before), link, nodes.Text(after), classes=['meetup-elsewhere']))
    if rows:
        found.append(facts_node('meetup-event-around', rows))
    label = _('Events of the series %s') % shown.series.title if shown.series else ''
    return [*found, *around(label, shown.before, shown.after)]


def _coverage(shown: EventShown) -> str:
    told = [counts.talks(shown.talks)]
    for word, count in (
        (_('notes on %d'), shown.written),
        (_('slides of %d'), shown.slides),
        (_('videos of %d'), shown.videos),
    ):
        if count:
            told.append(word % count)
    return ' · '.join(told)


def _unwritten(places: tuple[Place, ...], edit_url: str) -> list[nodes.Node]:
    found = joined(place_link(place, 'meetup-talk-link') for place in places[:_MOST_UNWRITTEN])
    further = len(places) - _MOST_UNWRITTEN
    if further > 0:
        found.append(nodes.Text(_(' and %d more') % further))
    if edit_url:
        link = nodes.reference('', _('Add notes'), refuri=edit_url, internal=False, classes=['meetup-edit'])
        found += [nodes.Text(' '), link]
    return found


def around_talk(shown: TalkShown, page: Page, edit_url: str) -> list[nodes.Node]:
    """Below a talk: what it is about, other talks of its speakers, talks that have to do with it and why."""
    rows: list[tuple[str, str, list[nodes.Node]]] = []
    if shown.topics:
        rows.append(('topics', _('Topics'), topic_nodes(shown.topics)))
    if shown.others:
        others = _talks([(entry, []) for entry in shown.others], page)
        if shown.more:
            more = joined(_all_of(person_node(person)) for person in shown.more)
            others += nodes.list_item('', nodes.paragraph('', '', *more))
        label = _('Also by the speaker') if shown.speakers == 1 else _('Also by the speakers')
        rows.append(('others', label, [others]))
    if shown.related and shown.written:
        related = [(entry, _why(topics, words)) for entry, topics, words in shown.related]
        rows.append(('related', _('Related talks'), [_talks(related, page)]))
    found: list[nodes.Node] = []
    if not shown.written:
        line = nodes.paragraph('', _('Nobody wrote this one up yet.'), classes=['meetup-unwritten'])
        if edit_url:
            link = nodes.reference('', _('Add notes'), refuri=edit_url, internal=False, classes=['meetup-edit'])
            line += [nodes.Text(' '), link]
        found.append(line)
    return [*found, facts_node('meetup-talk-around', rows)] if rows else found


def _all_of(person: nodes.Element) -> nodes.inline:
    before, _mark, after = _('all by %s').partition('%s')
    return nodes.inline('', '', nodes.Text(before), person, nodes.Text(after))


def _why(topics: tuple[Place, ...], words: tuple[str, ...]) -> list[str]:
    return [*(topic.title for topic in topics), *words]


def _talks(entries: list[tuple[TalkEntry, list[str]]], page: Page) -> nodes.bullet_list:
    found = nodes.bullet_list(classes=['meetup-others'])
    for entry, why in entries:
        day = plain_day(entry.date, page.language) if entry.date else ''
        told = ' · '.join(part for part in (entry.event.title, day) if part)
        row = nodes.paragraph('', '', place_link(entry.place, 'meetup-talk-link'), nodes.Text(' '))
        row += nodes.inline('', told, classes=['meetup-about'])
        if why:
            words = _('Both: %s') % _(', ').join(why)
            row += [nodes.Text(' '), nodes.inline('', words, classes=['meetup-why'])]
        found += nodes.list_item('', row)
    return found
