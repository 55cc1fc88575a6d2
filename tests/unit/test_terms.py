"""Distinctive words of a text, and which parts of a talk they are taken from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sphinx_meetup.catalogue.terms import terms
from support import Site

if TYPE_CHECKING:
    from pathlib import Path

TALK = """\
````{meetup:talk} All Kettles with Steam
:id: kettles-with-steam
:speaker: Hana Beispiel

The notes tell of Samovars.

```python
Forbidden = 1
```

* In a list of Teapots

```{meetup:talk} Of Spoons and Forks
:no-index:

Of Chopsticks.
```
````
"""


@pytest.mark.parametrize(
    ('text', 'found'),
    [
        ('GraphQLサーバを立てる', ('graphql', 'サーバ')),
        ('ｇraphqlの型', ('graphql',)),
        ('golangで並行処理', ('golang', '並行処理')),
        ('今回のスライドはこちら', ()),
        ('we boil water in a Kettle', ('kettle',)),
        ('Kettles are hot. Steam is too. GraphQL', ('graphql',)),
        ('utf8 and kubectl', ('utf8',)),
        ('컨테이너를 만들고', ('컨테이너', '만들고')),
        ('Kettle kettle やかん Kettle', ('kettle',)),
        ('see https://kettles.example/Boiling/Water, @HanaExample', ()),
        ('Go', ()),
        ('', ()),
    ],
)
def test_distinctive_words(text: str, found: tuple[str, ...]) -> None:
    assert terms(text) == found


def test_there_are_at_most_eighty() -> None:
    assert len(terms(' '.join(f'水と Kettle{count}x' for count in range(200)))) == 80


def test_the_section_of_a_talk_gives_them(tmp_path: Path) -> None:
    report = f'# Example\n\n```{{meetup:event}} Sample 1\n:date: 2030-01-01\n```\n\n{TALK}'
    built = Site(tmp_path, {'page.md': report}).build('dummy')
    ((talk, words),) = built.domain.documents['page'].terms
    assert talk == 'talk-kettles-with-steam'
    assert words == ('kettles', 'steam', 'samovars', 'teapots')
