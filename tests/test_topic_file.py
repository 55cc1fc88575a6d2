"""The setting that names the file of topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sphinx.testing.util import SphinxTestApp
from sphinx_meetup.catalogue.topicwords import TopicWords
from support import Site, warning_list

if TYPE_CHECKING:
    from pathlib import Path


def load(folder: Path, files: dict[str, str | bytes], conf: str = '') -> tuple[TopicWords, tuple[str, ...]]:
    site = Site(folder, {**files, 'index.md': '# Index\n'}, conf)
    app = SphinxTestApp('dummy', srcdir=site.srcdir)
    try:
        words = app.env.domains['meetup'].rules.topics
        return words, warning_list(app.warning.getvalue(), site.srcdir)
    finally:
        app.cleanup()


def test_the_default_file_need_not_be_there(tmp_path: Path) -> None:
    assert load(tmp_path, {}) == (TopicWords(), ())


def test_no_file_is_read_when_none_is_named(tmp_path: Path) -> None:
    assert load(tmp_path, {'topics.yml': 'Pots:\n'}, "meetup_topics = ''\n") == (TopicWords(), ())


@pytest.mark.parametrize('name', ['topics.yml', 'words/of-ours.yml'])
def test_a_file_is_read(name: str, tmp_path: Path) -> None:
    words, warnings = load(tmp_path, {name: '\ufeffPots: [kettles]\n'}, f'meetup_topics = {name!r}\n')
    assert [rule.spellings for rule in words.topics] == [('Pots', 'kettles')]
    assert warnings == ()


def test_a_named_file_that_is_missing(tmp_path: Path) -> None:
    words, (warning,) = load(tmp_path, {}, "meetup_topics = 'none.yml'\n")
    assert words == TopicWords()
    assert warning.startswith("conf.py:6: WARNING: meetup_topics = 'none.yml' cannot be read (No such file")
    assert warning.endswith('[meetup.config]')


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    _, (warning,) = load(tmp_path, {'topics.yml': b'Pots: [\xff\xfe]\n'})
    assert 'it is not UTF-8' in warning


def test_faults_are_said_at_their_lines(tmp_path: Path) -> None:
    words, warnings = load(tmp_path, {'topics.yml': 'Pots: {colour: red}\nCups:\n  parent: Cups\n'})
    assert [warning.partition(' WARNING')[0] for warning in warnings] == ['topics.yml:1:', 'topics.yml:3:']
    assert all(warning.endswith('[meetup.topics]') for warning in warnings)
    assert [rule.name for rule in words.topics] == ['Pots', 'Cups']
