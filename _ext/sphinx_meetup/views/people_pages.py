"""A person's page: who they are, and everything they said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..messages import _
from ..nodes import resource
from .dates import year_month
from .fields import facts_node
from .listings import listing
from .parts import section
from .pictures import speaker_picture
from .places import joined, person_node

if TYPE_CHECKING:
    from ..catalogue.shapes import Identity
    from ..catalogue.shown.records import SpeakerShown
    from .entries import Page

Rows = list[tuple[str, str, list[nodes.Node]]]


def speaker_page(shown: SpeakerShown, page: Page) -> list[nodes.Node]:
    """The made page below its title."""
    return [
        *_facts([*_names(shown.identity), *_life(shown, page)]),
        *speaker_picture(shown, page),
        *_talks(shown, page),
    ]


def speaker_talks(shown: SpeakerShown, page: Page) -> list[nodes.Node]:
    """What the archive adds to a block that somebody wrote by hand; that has names and links already."""
    return [*_facts(_life(shown, page)), *speaker_picture(shown, page), *_talks(shown, page)]


def _facts(rows: Rows) -> list[nodes.Node]:
    return [facts_node('meetup-person-facts', rows)] if rows else []


def _names(person: Identity) -> Rows:
    rows: Rows = []
    if person.kana and person.kana != person.name:
        rows.append(('kana', _('Reading'), [nodes.inline('', person.kana, classes=['language-ja'])]))
    if person.handles:
        handles = _(', ').join(f'@{handle}' for handle in person.handles)
        rows.append(('handle', _('Handle'), [nodes.Text(handles)]))
    if person.names:
        rows.append(('also', _('Also known as'), [nodes.Text(_(', ').join(person.names))]))
    if person.links:
        links = (
            resource('', link.label or link.host or link.url, refuri=link.url, role='profile', label='', internal=False)
            for link in person.links
        )
        rows.append(('links', _('Links'), joined(links)))
    return rows


def _life(shown: SpeakerShown, page: Page) -> Rows:
    rows: Rows = []
    if shown.identity.affiliations:
        told = [
            _('%(affiliation)s (%(month)s)') % {'affiliation': one.text, 'month': year_month(one.day, page.language)}
            if one.day
            else one.text
            for one in reversed(shown.identity.affiliations)
        ]
        rows.append(('affiliations', _('Affiliation at the time'), [nodes.Text(_(', ').join(told))]))
    if shown.beside:
        beside = []
        for person, count in shown.beside:
            one = person_node(person)
            beside.append(nodes.inline('', '', one, nodes.Text(f' ×{count}')) if count > 1 else one)
        rows.append(('beside', _('Spoke together with'), joined(beside)))
    return rows


def _talks(shown: SpeakerShown, page: Page) -> list[nodes.Node]:
    if not shown.talks:
        return [nodes.paragraph('', _('No talk of theirs is in the archive yet.'), classes=['meetup-none'])]
    return [section(_('Talks'), 'talks', *listing('talks', shown.talks, page), count=len(shown.talks))]
