"""What the maintainers say of names and subjects, given to the domain before anything is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ..catalogue.catalogue import Rules
from ..catalogue.topicmatch import fold
from ..catalogue.topics import non_topics
from ..reading.words import extended, no_people
from ..settings import get_settings
from ..topicfile import load_topic_words

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from ..domain import MeetupDomain


def _give_rules(app: Sphinx) -> None:
    with extended(get_settings(app.config).words):
        nobodies, stop = no_people(), non_topics()
    domain = cast('MeetupDomain', app.env.domains['meetup'])
    domain.rules = Rules(load_topic_words(app), nobodies, stop | {fold(name) for name in nobodies})


def setup_rules(app: Sphinx) -> None:
    """In each run anew: the rules are stored nowhere but in their files."""
    app.connect('builder-inited', _give_rules)
