"""What can be found: a talk, a section, a page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A place of the site with its words.

    :param docname: its document, ``anchor`` the id there; '' is the page itself.
    :param title: what it is called; ``trail`` what it is part of: the talk, the event, from the outside in.
    :param people: names and handles of its speakers.
    :param text: its words without those of the units inside it.
    :param kind: ``talk``, ``section``, ``event``, ``speaker``, ``topic``, ``series`` or ``page``.
    :param talk: the id of the talk that it is or is part of.
    """

    docname: str
    anchor: str
    title: str
    trail: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    text: str = ''
    kind: str = 'section'
    talk: str = ''
