"""The guide's own directives: examples beside their source, and lists made from the code."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import pytest
from sphinx_meetup.model.problems import Code
from sphinx_meetup.settings import Settings
from support import Built, Site

if TYPE_CHECKING:
    from pathlib import Path

CONF = "extensions.append('meetup_guide')\nmyst_enable_extensions = ['deflist']\n"
EXAMPLES = """\
# Examples

## Beside

````{example}
```{meetup:event} Sample 1
:date: 2030-01-01
:no-index:
```
````

## Below

````{example}
:syntax: rst

.. meetup:event:: Sample 2
   :no-index:

.. meetup:talk:: Kettles

   *Hot*.
````

## Report

``````{example}
:report:

---
title: Sample 3 report
---

## Timetable

19:00-19:10 - Ada, Cups

## Cups

@ada

Notes stay.
``````

## Languages

```{example}
:site: ja

Only in Japanese.
```

```{example}
:not-site: ja

Everywhere else.
```
"""
LISTS = """\
# Lists

```{settings-table}
```

```{warnings-table}
```
"""


@pytest.fixture(scope='module')
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    files = {'examples.md': EXAMPLES, 'lists.md': LISTS}
    return Site(tmp_path_factory.mktemp('guide'), files, CONF).build()


def test_no_warning_and_nothing_in_the_archive(built: Built) -> None:
    assert built.warnings == ()
    assert built.domain.archive.events == ()
    assert built.domain.archive.talks == ()


def test_source_and_result_stand_in_one_block(built: Built) -> None:
    (example,) = built.page('examples').select('#beside .meetup-example')
    assert 'meetup-example-beside' in example['class']
    assert ':date: 2030-01-01' in example.select_one('.meetup-example-source').get_text()
    assert example.select_one('.meetup-example-result .meetup-event')


@pytest.mark.parametrize(('section', 'title'), [('below', 'Kettles'), ('report', 'Cups')])
def test_a_talk_stands_after_its_source(section: str, title: str, built: Built) -> None:
    part = built.page('examples').select_one(f'#{section}')
    assert not part.select('.meetup-example .meetup-talk')
    (talk,) = part.select('section.meetup-talk')
    assert title in talk.select_one('h3').get_text()


def test_a_report_is_read_by_the_reader_itself(built: Built) -> None:
    part = built.page('examples').select_one('#report')
    assert [row.get_text(' ', strip=True) for row in part.select('tr.meetup-slot .meetup-talk-link')] == ['Cups']
    notes = part.select_one('section.meetup-talk').get_text()
    assert 'Notes stay.' in notes
    assert '@ada' in notes


def test_examples_of_one_language(built: Built) -> None:
    text = built.page('examples').select_one('#languages').get_text()
    assert 'Everywhere else.' in text
    assert 'Only in Japanese.' not in text


def test_results_are_not_translated(tmp_path: Path) -> None:
    built = Site(tmp_path, {'examples.md': EXAMPLES}, CONF).build('gettext', gettext_compact=False)
    catalog = built.read('examples.pot')
    assert '"Beside"' in catalog
    assert 'Notes stay' not in catalog
    assert 'Kettles' not in catalog


def test_every_setting_is_listed(built: Built) -> None:
    names = {name.get_text() for name in built.page('lists').select('dl.confval .descname')}
    assert names == {f'meetup_{item.name}' for item in fields(Settings)}


def test_every_warning_is_listed_with_its_meaning(built: Built) -> None:
    terms = built.page('lists').select('dl.simple > dt')
    assert [term.get_text() for term in terms] == [f'meetup.{code.value}' for code in Code]
    assert all(term.find_next_sibling('dd').get_text(strip=True) for term in terms)
