"""The settings of ``conf.py``: declared once, checked once, read through one frozen object.

The configuration is never written to: a changed value there costs every later build a full one.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.matching import Matcher

from .messages import warn_at
from .model.problems import Code
from .model.time import zone
from .reading.words import word_problems

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from sphinx.config import Config

PREFIX = 'meetup_'


def _patterns(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)


def _time_zone(value: Any) -> bool:
    return isinstance(value, str) and zone(value) is not None


def _positive(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _address(value: Any) -> bool:
    return isinstance(value, str) and (not value or ('{path}' in value and value.startswith(('https://', 'http://'))))


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _truth(value: Any) -> bool:
    return isinstance(value, bool)


def _groups(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(
        isinstance(group, list | tuple) and all(isinstance(word, str) for word in group) for group in value
    )


def _words(value: Any) -> bool:
    return not word_problems(value)


def _setting(
    default: Any, help: str, *, rebuild: str, types: frozenset[type], valid: Callable[[Any], bool], wants: str
) -> Any:
    metadata = {'help': help, 'rebuild': rebuild, 'types': types, 'valid': valid, 'wants': wants}
    if isinstance(default, list | dict):
        return field(default_factory=lambda: type(default)(default), metadata={**metadata, 'default': default})
    return field(default=default, metadata={**metadata, 'default': default})


@dataclass(frozen=True)
class Settings:
    """The checked settings; a field's name with ``meetup_`` before it is the name in ``conf.py``."""

    reports: list[str] = _setting(
        ['reports/**'],
        'Which documents are reports: patterns of document names as in ``exclude_patterns``. '
        'Only these are read as prose; the directives work everywhere.',
        rebuild='env',
        types=frozenset({list, tuple}),
        valid=_patterns,
        wants='a list of patterns such as ["reports/**"]',
    )
    timezone: str = _setting(
        'Asia/Tokyo',
        'The time zone of events that name none, as in the IANA database.',
        rebuild='env',
        types=frozenset({str}),
        valid=_time_zone,
        wants='a name such as "Asia/Tokyo" or "UTC"',
    )
    report_limit: int = _setting(
        1_000_000,
        'The size in bytes above which a report is shown as plain text and not read.',
        rebuild='env',
        types=frozenset({int}),
        valid=_positive,
        wants='a number above 0',
    )
    words: dict[str, Any] = _setting(
        {},
        "Words of your own for the reading of reports, in the shape of the package's lists: "
        '``{"breaks": ["teatime"], "labels": {"date": ["am"]}}``.',
        rebuild='env',
        types=frozenset({dict}),
        valid=_words,
        wants="lists of words under the names of the package's own lists",
    )
    topics: str = _setting(
        'topics.yml',
        'The file that says which tags are topics, how else they are spelled and which are wider: '
        "a path from the folder of ``conf.py``, or ``''`` for none.",
        rebuild='html',
        types=frozenset({str}),
        valid=_text,
        wants='a path such as "topics.yml"',
    )
    edit_url: str = _setting(
        '',
        'Where the source of a page is edited, ``{path}`` being its path below the source folder: '
        '``https://github.com/you/meetups/edit/main/docs/{path}``. Where it is empty, what furo is told of the '
        'repository serves.',
        rebuild='html',
        types=frozenset({str}),
        valid=_address,
        wants='an address with {path} in it',
    )

    search: bool = _setting(
        True,  # noqa: FBT003 - the default
        "Whether pages of HTML get the archive's own search in place of Sphinx's.",
        rebuild='html',
        types=frozenset({bool}),
        valid=_truth,
        wants='True or False',
    )

    alike: list[list[str]] = _setting(
        [],
        'Words that mean the same to the search, beside those it has and the spellings of ``topics.yml``: '
        '``[["k8s", "kubernetes"], ["飛び込み", "飛込み"]]``.',
        rebuild='html',
        types=frozenset({list, tuple}),
        valid=_groups,
        wants='a list of lists of words',
    )

    def matches_report(self, docname: str) -> bool:
        """Whether a document stands where reports do; see :func:`.is_report`."""
        return Matcher(self.reports)(docname)


def get_settings(config: Config) -> Settings:
    """The settings, with the default in place of any value that cannot be used."""
    values = {}
    for item in fields(Settings):
        given = getattr(config, PREFIX + item.name)
        values[item.name] = given if item.metadata['valid'](given) else item.metadata['default']
    return Settings(**values)


def _check(app: Sphinx, config: Config) -> None:
    for item in fields(Settings):
        given = getattr(config, PREFIX + item.name)
        if not item.metadata['valid'](given):
            why = ': '.join(['', *word_problems(given)[:1]]) if item.name == 'words' else ''
            warn_at(
                place_of_setting(Path(app.confdir, 'conf.py'), PREFIX + item.name),
                Code.CONFIG,
                f'{PREFIX}{item.name} = {given!r} cannot be used, the default stands in; '
                f'give {item.metadata["wants"]}{why}',
            )


def place_of_setting(path: Path, name: str) -> nodes.Element | None:
    """Where ``conf.py`` sets a value, in the form that a warning takes this early; None for the command line's."""
    lines = path.read_text('utf-8', 'replace').splitlines() if path.is_file() else []
    for number, line in enumerate(lines, 1):
        if line.startswith(name):
            place = nodes.Element()
            place.source, place.line = str(path), number
            return place
    return None


def setup_settings(app: Sphinx) -> None:
    """Register every field of :class:`Settings` and check the values once they are read."""
    for item in fields(Settings):
        app.add_config_value(
            PREFIX + item.name,
            item.metadata['default'],
            item.metadata['rebuild'],
            item.metadata['types'],
            item.metadata['help'],
        )
    app.connect('config-inited', _check)
