"""The file of topics beside ``conf.py``: read, and what is wrong with it said at its lines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .catalogue.topicwords import TopicWords, read_topic_words
from .messages import warn_at
from .model.problems import Code
from .settings import PREFIX, Settings, get_settings, place_of_setting

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def load_topic_words(app: Sphinx) -> TopicWords:
    """What the file of ``meetup_topics`` says; nothing where there is none.

    That the default file is missing is no fault; that a named one is, or that it cannot be read, is said.
    """
    name = get_settings(app.config).topics
    path = Path(app.confdir, name)
    if not name or (name == Settings().topics and not path.exists()):
        return TopicWords()
    try:
        text = path.read_text('utf-8-sig')
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else 'it is not UTF-8'
        message = f'{PREFIX}topics = {name!r} cannot be read ({why}); correct the path or the file'
        warn_at(place_of_setting(Path(app.confdir, 'conf.py'), f'{PREFIX}topics'), Code.CONFIG, message)
        return TopicWords()
    words, problems = read_topic_words(text)
    for problem in problems:
        warn_at(f'{path}:{problem.line}' if problem.line else str(path), problem.code, problem.message)
    return words
