"""What can be found: a talk, a section, a page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A place of the site with its words.

    :param docname: its document, ``anchor`` the id there; '' is the page itself.
    :param title: what it is called; ``trail`` what it is part of: the talk, the event, from the outside in.
    :param people: names and handles of its speakers; a part of a talk has those of the talk, to be shown.
    :param text: its words without those of the units inside it.
    :param kind: ``talk``, ``section``, ``event``, ``speaker``, ``topic``, ``series`` or ``page``.
    :param talk: the id of the talk that it is or is part of.
    :param part_of: where in its trail that talk is; -1 for a talk itself and for what is in none.
    """

    docname: str
    anchor: str
    title: str
    trail: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    text: str = ''
    kind: str = 'section'
    talk: str = ''
    part_of: int = -1
