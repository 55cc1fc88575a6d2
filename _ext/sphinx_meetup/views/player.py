"""Slides and videos that a reader may have shown on the page: a link, and in HTML a button that loads the frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from ..messages import _
from ..nodes import player

if TYPE_CHECKING:
    from collections.abc import Collection

    from ..reading.players import Player

SITE_WORDS = 'meetup-host-words'
"""The class of a link whose words are the site's, not the report's."""


def host_words(kind: str, host: str) -> str:
    """What is shown and by whom: ``Slides on Speaker Deck``."""
    return (_('Slides on %s') if kind == 'slides' else _('Video on %s')) % host


def player_node(found: Player, url: str, link: nodes.reference, about: str = '') -> player:
    """A link with its frame.

    :param url: the address as the report has it.
    :param link: the link that every builder shows.
    :param about: what the frame shows; '' where the title of the section around it has to do.
    """
    return player('', '', link, src=found.src, service=found.service, kind=found.kind, about=about, url=url)


def linked_player(found: Player, url: str, title: str) -> player:
    """A link in the text with its frame.

    :param title: what the author says that the frame shows; '' for nothing.
    """
    words = title or host_words(found.kind, found.service)
    link = nodes.reference('', words, refuri=found.page, internal=False, classes=[] if title else [SITE_WORDS])
    return player_node(found, url, link, title)


def take_players(root: nodes.Element, urls: Collection[str]) -> dict[str, str]:
    """Take out of a talk's notes the frames that its card shows: alone in a paragraph, else their links stay.

    :return: their addresses, with what the author says that they show.
    """
    taken: dict[str, str] = {}
    for node in [found for found in root.findall(player) if found['url'] in urls]:
        taken.setdefault(node['url'], node['about'])
        paragraph = node.parent
        if len(paragraph.children) == 1 and isinstance(paragraph.parent, nodes.section):
            paragraph.parent.remove(paragraph)
        else:
            node.replace_self(node.children)
    return taken
