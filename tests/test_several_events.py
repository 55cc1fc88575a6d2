"""A page with several events: each keeps its own timetable and talks, under addresses of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support import Site

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """\
# Two evenings

```{meetup:event} Kettle Night 1
:date: 2030-01-01
```

```{meetup:timetable}
19:00-19:05 - Ada, Opening
```

```{meetup:talk} Opening
First.
```

```{meetup:event} Kettle Night 2
:date: 2030-02-01
```

```{meetup:timetable}
20:00-20:05 - Bob, Opening
```

```{meetup:talk} Opening
Second.
```
"""


def test_talks_of_one_title_in_two_events(tmp_path: Path) -> None:
    built = Site(tmp_path, {'evenings.md': PAGE}).build()
    assert built.warnings == ()
    ids = [section['data-talk-id'] for section in built.page('evenings').select('section.meetup-talk')]
    assert ids == ['talk-opening', 'talk-opening-kettle-night-2']
    assert len({element['id'] for element in built.page('evenings').select('[id]')}) == len(
        built.page('evenings').select('[id]')
    )


def test_rows_link_to_their_own_talk(tmp_path: Path) -> None:
    page = Site(tmp_path, {'evenings.md': PAGE}).build().page('evenings')
    links = [link['href'] for link in page.select('tr.meetup-slot a.meetup-talk-link')]
    assert links == ['#talk-opening', '#talk-opening-kettle-night-2']
