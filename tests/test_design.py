"""What is taken of sphinx-design is what sphinx-design emits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import Tag
from sphinx_meetup.views import design
from support import Site

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """\
# Design

````{card} A card
Words.

```{button-link} https://example.com
:color: secondary
:outline:

A button
```
````
"""


def test_class_names(tmp_path: Path) -> None:
    built = Site(tmp_path, {'index.md': PAGE}).build()
    assert built.warnings == ()
    page = built.page('index')
    card, button = page.select_one('.sd-card'), page.select_one('a.sd-btn')
    assert isinstance(card, Tag)
    assert isinstance(button, Tag)
    assert set(design.CARD) <= set(card['class'])
    assert set(design.BUTTON) <= set(button['class'])


def test_its_style_sheet_is_on_the_page(tmp_path: Path) -> None:
    built = Site.of('report', tmp_path / 'site').build()
    sheets = [link['href'] for link in built.page('reports/2030/teapots').select('link[rel=stylesheet]')]
    assert [sheet for sheet in sheets if 'sphinx-design' in sheet]
    assert [sheet for sheet in sheets if 'sphinx-meetup' in sheet]
