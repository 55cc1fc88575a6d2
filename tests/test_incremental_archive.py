"""Each change to an archive of sixty reports writes the pages that show it: all of them, and no other.

Report ``n`` is of an event on the ninth day after the one before it, by turns of the series Teapot Night and Saucer
Day. Two talks each: the first by one of ten regulars, who come every tenth time, on one of six subjects, which come
every sixth; the second by a guest who never comes again. So it is known of each page what it shows.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from support import Built, Site, outputs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

COUNT = 60
SUBJECTS = ('Glazes', 'Kilns', 'Clay', 'Wheels', 'Moulds', 'Brushes')
CONF = "html_theme = 'furo'\nhtml_copy_source = False\n"
INDEX = """\
# Examples

```{meetup:archive}
```

```{meetup:events}
:limit: 3
```

```{toctree}
:hidden:

reports/index
speakers/index
topics/index
series/index
archive/index
```
"""
REPORTS = '# Reports\n\n```{meetup:events}\n```\n\n```{toctree}\n:hidden:\n:glob:\n\nr*\n```\n'
REPORT = """\
---
title: '{series} #{number}'
date: {day}
tags: [{subject}]
---

日時: {day} 19:00-

19:00-19:20 - @regular{regular}, {subject} part {n}

19:20-19:40 - @guest{n}, {guest}

## {subject} part {n}

@regular{regular}

* the first of the notes of {n}

## {guest}

@guest{n}

* the second of the notes of {n}{notes}
"""
RELATED = {12: ('From Porcelain to Celadon', ''), 41: ('A quiet evening', ', on Porcelain, on Celadon')}
"""Two guests who have two rare words in common."""
RENAMED = 'reports/r33-again.md'


def report(n: int) -> str:
    guest, notes = RELATED.get(n, (f'An evening of {n}', ''))
    return REPORT.format(
        n=n,
        series=('Teapot Night', 'Saucer Day')[n % 2],
        number=n // 2 + 1,
        day=date(2030, 1, 1) + timedelta(days=9 * n),
        subject=SUBJECTS[n % 6],
        regular=n % 10,
        guest=guest,
        notes=notes,
    )


def path(n: int) -> str:
    return f'reports/r{n:02}.md'


def reports(*numbers: int) -> set[str]:
    return {f'reports/r{n:02}' for n in numbers}


class Archive:
    """A built archive that every test gets as it was."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.before = compared(site.build())

    def read(self, n: int) -> str:
        return (self.site.srcdir / path(n)).read_text('utf-8')


@pytest.fixture(scope='module')
def shared(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    files = {'index.md': INDEX, 'reports/index.md': REPORTS, **{path(n): report(n) for n in range(COUNT)}}
    return Archive(Site(tmp_path_factory.mktemp('archive') / 'site', files, CONF))


@pytest.fixture
def archive(shared: Archive) -> Iterator[Archive]:
    """Afterwards everything is as before, the pages byte for byte."""
    yield shared
    for file in (path(60), RENAMED):
        (shared.site.srcdir / file).unlink(missing_ok=True)
    for n in range(COUNT):
        if not (shared.site.srcdir / path(n)).exists() or shared.read(n) != report(n):
            shared.site.write(path(n), report(n))
    assert compared(shared.site.build()) == shared.before


def compared(built: Built) -> dict[str, bytes]:
    return outputs(built.outdir, '**/*.html', 'objects.inv')


def written(built: Built) -> set[str]:
    return set(re.findall(r'writing output\.\.\. \[ *\d+%\] (\S+)', built.status))


def edit(n: int, old: str, new: str) -> Callable[[Archive], None]:
    def change(archive: Archive) -> None:
        text = archive.read(n)
        assert old in text
        archive.site.write(path(n), text.replace(old, new))

    return change


def add(archive: Archive) -> None:
    archive.site.write(path(60), report(60))


def delete(archive: Archive) -> None:
    (archive.site.srcdir / path(33)).unlink()


def rename(archive: Archive) -> None:
    (archive.site.srcdir / path(33)).rename(archive.site.srcdir / RENAMED)


CHANGES: dict[str, tuple[Callable[[Archive], None], set[str]]] = {
    # No other page shows the notes of a report: nor does the list of reports, though its toctree names the report.
    'notes': (edit(20, 'the first of', 'the very first of'), reports(20)),
    # With one of two words gone too little is left to call the talks related; each had named the other.
    'notes that tell what a talk is near to': (edit(41, ', on Porcelain', ''), reports(12, 41)),
    'the title of a talk': (
        edit(20, 'Clay part 20', 'Clay section 20'),
        {
            *reports(20),
            # The pages of its speaker and of its subject list it; so do, below "other talks", the speaker's talks in
            # the reports 30, 40 and 50: each names the newest three beside itself. For 0 and 10 those are newer ones.
            'speakers/regular0',
            'topics/clay',
            *reports(30, 40, 50),
        },
    ),
    'the title of a talk whose guest gave no other, on no subject': (
        edit(20, 'An evening of 20', 'A night of 20'),
        {*reports(20), 'speakers/guest20'},
    ),
    'a tag': (
        edit(20, 'tags: [Clay]', 'tags: [Clay, Kilns]'),
        {
            *reports(20),
            # Where events are listed, their subjects are: on the front page only the newest three.
            'reports/index',
            'archive/2030',
            'series/teapot-night',
            # Kilns has an event more, Clay one that is on Kilns as well, so that each is now near to the other.
            'topics/kilns',
            'topics/clay',
            'topics/index',
        },
    ),
    'a new report': (
        add,
        {
            *reports(60),
            # Lists of events, and the numbers of all there is.
            'reports/index',
            'archive/2031',
            'archive/index',
            'index',
            # Its series has an event more, and the one before it in the series has one after it.
            'series/teapot-night',
            'series/index',
            *reports(58),
            # Its regular has a talk more, which is among the newest three for each of the others.
            'speakers/regular0',
            *reports(0, 10, 20, 30, 40, 50),
            'speakers/guest60',
            'speakers/index',
            'topics/glazes',
            'topics/index',
            # The links to the pages before and after: beside the list of people, written anyway, only this one's.
            *reports(59),
        },
    ),
    'a report is gone': (
        delete,
        {
            'reports/index',
            'archive/2030',
            'archive/index',
            'index',
            # The events before and after it in its series are each other's neighbours now.
            'series/saucer-day',
            'series/index',
            *reports(31, 35),
            # It was among the newest three other talks for 43 and 53, and is no more for the older ones.
            'speakers/regular3',
            *reports(3, 13, 23, 43, 53),
            'speakers/index',
            'topics/wheels',
            'topics/index',
            # The links to the pages before and after.
            *reports(32, 34),
        },
    ),
    'a report has another address': (
        rename,
        {
            'reports/r33-again',
            # What links to it; lists of numbers are as they were.
            'reports/index',
            'archive/2030',
            'series/saucer-day',
            *reports(31, 35),
            'speakers/regular3',
            *reports(3, 13, 23, 43, 53),
            'speakers/guest33',
            'topics/wheels',
            *reports(32, 34),
        },
    ),
}


@pytest.mark.parametrize('name', CHANGES)
def test_what_shows_a_change_is_written(name: str, archive: Archive, tmp_path: Path) -> None:
    change, expected = CHANGES[name]
    change(archive)
    built = archive.site.build()
    assert written(built) == expected
    assert compared(built) == compared(archive.site.build(builddir=tmp_path / 'clean'))


def test_nothing_new_is_nothing_to_do(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """No page is written, and nobody asks who is who and what is related to what."""
    monkeypatch.setattr('sphinx_meetup.catalogue.catalogue.meetups', None)
    assert written(archive.site.build()) == set()


def test_lines_that_move_say_nothing_new(archive: Archive) -> None:
    before = archive.site.build().domain.fingerprint()
    edit(20, 'the first of', '\n* and that is all of')(archive)
    assert archive.site.build().domain.fingerprint() == before
    first, second = f'{archive.read(20)}'.split('## An evening')
    head, talk = first.split('## Clay')
    archive.site.write(path(20), f'{head}## An evening{second}\n\n## Clay{talk}')
    assert archive.site.build().domain.fingerprint() != before


def test_the_page_of_a_guest_who_is_gone_is_gone(archive: Archive) -> None:
    delete(archive)
    built = archive.site.build()
    assert 'speakers/guest33.html' not in compared(built)
    assert 'speakers/regular3.html' in compared(built)
