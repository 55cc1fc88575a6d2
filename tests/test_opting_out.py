"""Who opted out leaves no trace: not in pages, not in indexes, not in what a build stores for the next one."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup

from tests.support import Site, outputs

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support import Built

SPELLINGS = ('hana', 'petal', '花子', 'はなこ', 'ハナコ', 'ﾊﾅｺ', 'Ｈａｎａ')
"""No other word of the site holds one of these."""
PERSON = """\
# Hana Petal

```{speaker} Hana Petal
:handle: hana_petal
:also: 例 花子
:kana: れい はなこ
:links: https://petals.example/ https://x.com/petalist
OPT
A potter from Hana village.
```

## More of me

Hana Petal likes glazes.
"""
REPORT = """\
---
title: Pot Night with 例花子
date: 2024-04-05
author: Hana Petal (@hana_petal)
tags: [clay, hana_petal]
image: https://img.example/hana_petal.png
---

## Timetable

- 19:00 - Taro Sample, Kilns (15min)
- 19:15 - 例 花子 (@hana_petal), Glazes (15min)

## Glazes

by 例花子さん ([@hana_petal](https://x.com/hana_petal))

Slides: https://speakerdeck.com/hana_petal/glazes

<iframe src="https://speakerdeck.com/player/hana_petal" title="Hana Petal"></iframe>

Ashes matter, says Hana
Petal. [Her site](https://petals.example/) and [x][site]. `@petalist`

![Hana Petal at work](https://img.example/hana_petal.png)

<p>Raw <a href="https://x.com/petalist">Ｈａｎａ　Ｐｅｔａｌ</a> ﾚｲ ﾊﾅｺ</p>

[site]: https://x.com/hana_petal

## Kilns

by Taro Sample

Kilns are hot.
"""
TEAM = """\
# Team

Who we are.

```{speaker} Jo Petal-Roe
:handle: petal_jo
OPT
Jo petals.
```

```{speaker} Taro Sample
:handle: taro
```
"""
PLAIN = """\
People
======

.. meetup:speaker:: 花子 Petal-Hana
   :also: petal_hana
OPT

   A potter too.

:meetup:speaker:`the potter <hana_petal>` and `a link`_ and `Hana Petal <https://x.com/hana_petal>`__.

.. include:: /parts/about.txt

.. literalinclude:: /parts/code.py

.. csv-table::
   :file: /parts/table.csv

.. figure:: https://img.example/hana_petal.png

   Petalist @petalist

.. index:: Hana Petal

On Hana Petal
-------------

.. _a link: https://petals.example/
"""
INDEX = '# Examples\n\n```{toctree}\n:glob:\n\n**\n```\n\n```{meetup:events}\n```\n'
PARTS = {
    'parts/about.txt': 'About 例　花子 and Hana Petal.\n',
    'parts/code.py': "NAME = 'Hana Petal'\n",
    'parts/table.csv': 'Potter,Hana Petal\n',
    'parts/included.md': 'Included: @hana_petal.\n',
}
DOMAIN = "primary_domain = 'meetup'\n"
CONF = f"{DOMAIN}exclude_patterns = ['parts']\nmyst_enable_extensions = ['colon_fence']\n"
OTHER = '# Other\n\n```{include} /parts/included.md\n```\n\nNothing else, Hanako? {speaker}`hana_petal`\n'


def site(folder: Path, *, opt: bool) -> Site:
    return Site(folder, {'index.md': INDEX, **files(opt=opt)}, CONF)


def files(*, opt: bool) -> dict[str, str]:
    markdown, plain = (':opt-out: true\n', '   :opt-out: true') if opt else ('', '')
    return {
        **PARTS,
        'speakers/hana-petal.md': PERSON.replace('OPT\n', markdown + '\n'),
        'reports/2024-pots.md': REPORT,
        'team.md': TEAM.replace('OPT\n', markdown + '\n'),
        'plain.rst': PLAIN.replace('OPT', plain) if opt else PLAIN.replace('OPT\n', ''),
        'other.md': OTHER.replace('Hanako', 'hello'),
    }


def traces(folder: Path) -> list[str]:
    """Files below a folder that hold a spelling, in any case or escape, packed or not, or in their name."""
    found = []
    for path in sorted(folder.rglob('*')):
        name = path.relative_to(folder).as_posix()
        data = path.read_bytes() if path.is_file() else b''
        if path.name == 'objects.inv':
            data = zlib.decompress(data.split(b'\n', 4)[4])
        if data.startswith(b'\x1f\x8b'):
            data = gzip.decompress(data)
        small = data.decode('utf-8', 'ignore').casefold() + data.decode('latin-1').lower() + name
        for word in SPELLINGS:
            forms = {word.casefold(), quote(word).lower(), json.dumps(word).strip('"').lower()}
            forms |= {''.join(f'&#{ord(c)};' for c in word), word.encode().decode('latin-1').lower()}
            found += [f'{name}: {form}' for form in sorted(forms) if form in small]
    return found


def test_the_search_for_traces_finds_some(tmp_path: Path) -> None:
    built = site(tmp_path / 'src', opt=False).build(builddir=tmp_path / 'out')
    files_with = {found.partition(': ')[0] for found in traces(tmp_path / 'out')}
    assert {
        'html/reports/2024-pots.html', 'html/_static/search/u0.js', 'doctrees/reports/2024-pots.places',
        'html/objects.inv', 'html/genindex.html',
        'doctrees/environment.pickle', 'doctrees/reports/2024-pots.doctree', 'html/_sources/team.md.txt',
    } <= files_with  # fmt: skip
    assert (built.outdir / 'speakers/hana-petal.html').exists()


@pytest.mark.parametrize('builder', ['html', 'text', 'dirhtml'])
def test_no_trace_in_a_clean_build(tmp_path: Path, builder: str) -> None:
    site(tmp_path / 'src', opt=True).build(builder, builddir=tmp_path / 'out')
    assert traces(tmp_path / 'out') == []


@pytest.mark.parametrize('builder', ['html', 'text', 'dirhtml'])
def test_no_trace_once_somebody_opts_out(tmp_path: Path, builder: str) -> None:
    source = site(tmp_path / 'src', opt=False)
    source.build(builder, builddir=tmp_path / 'out')
    assert traces(tmp_path / 'out')
    for path, text in files(opt=True).items():
        if text != (source.srcdir / path).read_text('utf-8'):
            source.write(path, text)
    source.build(builder, builddir=tmp_path / 'out')
    assert traces(tmp_path / 'out') == []


def test_no_trace_with_parallel_reading(tmp_path: Path) -> None:
    source = site(tmp_path / 'src', opt=True)
    for number in range(6):
        source.write(f'reports/{number}.md', REPORT)
    source.build(parallel=2, builddir=tmp_path / 'out')
    assert traces(tmp_path / 'out') == []


def test_a_second_builder_on_the_same_doctrees_leaves_no_trace(tmp_path: Path) -> None:
    source = site(tmp_path / 'src', opt=False)
    source.build('html', builddir=tmp_path / 'out')
    source.build('text', builddir=tmp_path / 'out')
    source.write('speakers/hana-petal.md', files(opt=True)['speakers/hana-petal.md'])
    source.write('team.md', files(opt=True)['team.md'])
    source.write('plain.rst', files(opt=True)['plain.rst'])
    source.build('html', builddir=tmp_path / 'out')
    source.build('text', builddir=tmp_path / 'out')
    assert traces(tmp_path / 'out') == []


@pytest.mark.parametrize('builder', ['html', 'text'])
def test_a_document_that_went_before_leaves_no_trace(tmp_path: Path, builder: str) -> None:
    source = site(tmp_path / 'src', opt=False)
    source.write('reports/hana_petal.md', REPORT)
    source.build(builder, builddir=tmp_path / 'out')
    (source.srcdir / 'reports/hana_petal.md').unlink()
    source.build(builder, builddir=tmp_path / 'out')
    for path, text in files(opt=True).items():
        source.write(path, text)
    source.build(builder, builddir=tmp_path / 'out')
    assert traces(tmp_path / 'out') == []


def test_nothing_is_read_again_while_nothing_changes(tmp_path: Path) -> None:
    source = site(tmp_path / 'src', opt=True)
    source.build(builddir=tmp_path / 'out')
    built = source.build(builddir=tmp_path / 'out')
    assert '0 added, 0 changed, 0 removed' in built.status
    source.write('other.md', '# Other\n\nHana Petal again.\n')
    built = source.build(builddir=tmp_path / 'out')
    assert '0 added, 1 changed, 0 removed' in built.status
    assert traces(tmp_path / 'out') == []


def comparable(built: Built) -> dict[str, bytes]:
    return {
        path: data
        for path, data in outputs(built.outdir).items()
        if not path.startswith('_static/') and path not in {'.buildinfo', 'objects.inv'}
    }


def test_back_again(tmp_path: Path) -> None:
    source = site(tmp_path / 'src', opt=True)
    masked = source.build(builddir=tmp_path / 'out')
    assert not (masked.outdir / 'speakers/hana-petal.html').exists()
    for path, text in files(opt=False).items():
        source.write(path, text)
    again = source.build(builddir=tmp_path / 'out')
    clean = site(tmp_path / 'clean', opt=False).build(builddir=tmp_path / 'clean-out')
    assert comparable(again) == comparable(clean)


def test_the_talk_stays(tmp_path: Path) -> None:
    built = site(tmp_path / 'src', opt=True).build(builddir=tmp_path / 'out')
    record = built.domain.documents['reports/2024-pots']
    glazes, kilns = sorted(record.talks, key=lambda talk: talk.title)
    assert (glazes.title, [person.text for person in glazes.people]) == ('Glazes', ['name withheld'])
    assert (glazes.slides, glazes.videos, glazes.written) == ((), (), True)
    assert [person.affiliation for person in glazes.people] == ['']
    assert [person.links for person in glazes.people] == [()]
    assert [person.name for person in kilns.people] == ['Taro Sample']
    page = built.page('reports/2024-pots')
    words = page.get_text()
    assert 'Ashes matter, says name withheld' in ' '.join(words.split())
    assert 'Her site' in words
    assert 'withheld.invalid' not in str(page)
    assert not page.find_all('iframe')
    assert {speaker.name for record in built.domain.documents.values() for speaker in record.speakers} == {
        'Taro Sample'
    }
    assert 'Jo petals' not in built.page('team').get_text()
    plain = built.page('plain')
    assert 'the potter' in plain.get_text()
    assert 'withheld.invalid' not in str(plain)
    assert 'Included: name withheld' in built.page('other').get_text()


def test_warnings(tmp_path: Path) -> None:
    built = site(tmp_path / 'src', opt=True).build(builddir=tmp_path / 'out')
    assert built.warnings == ()


def test_the_word_of_the_language_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr('sphinx_meetup.withheld._', lambda text: {'name withheld': '非公開'}.get(text, text))
    built = site(tmp_path / 'src', opt=True).build(builddir=tmp_path / 'out')
    record = built.domain.documents['reports/2024-pots']
    assert {person.name for talk in record.talks for person in talk.people} == {'非公開', 'Taro Sample'}
    (event,) = record.events
    assert [(slot.title, slot.people[0].label) for slot in event.slots] == [
        ('Kilns', 'Taro Sample'), ('Glazes', '非公開'),
    ]  # fmt: skip
    assert [person.affiliation for talk in record.talks for person in talk.people] == ['', '']


def test_names_of_files_and_of_the_configuration_are_said(tmp_path: Path) -> None:
    source = Site(
        tmp_path / 'src',
        {
            'who.md': '```{speaker} Hana Petal\n:handle: hana_petal\n:opt-out:\n```\n',
            'reports/2024-hana_petal.md': '# Pots\n\nWords.\n',
        },
        f"{DOMAIN}html_title = 'Pots of Hana Petal'\n",
    )
    built = source.build()
    (conf,) = [text for text in built.warnings if 'html_title' in text]
    assert conf.startswith('conf.py:7: WARNING: ')
    assert '[meetup.config]' in conf
    (name,) = [text for text in built.warnings if 'rename the file' in text]
    assert name.startswith('reports/2024-hana_petal.md: WARNING: ')


def test_a_spelling_that_is_too_short_is_said_where_it_stands(tmp_path: Path) -> None:
    block = '# Who\n\n```{speaker} Hana Petal\n:handle: hp\n:opt-out:\n```\n'
    built = Site(tmp_path, {'a.md': '# A\n', 'who.md': block}, DOMAIN).build()
    (warning,) = built.warnings
    assert warning.startswith('who.md:3: WARNING: ')
    assert '"hp" is too short' in warning


def test_a_block_in_an_included_file_is_said(tmp_path: Path) -> None:
    source = Site(
        tmp_path,
        {'a.md': '# A\n\n```{include} /parts/b.txt\n```\n', 'parts/b.txt': '```{speaker} Hana Petal\n:opt-out:\n```\n'},
        f"{DOMAIN}exclude_patterns = ['parts']\n",
    )
    built = source.build()
    (warning,) = built.warnings
    assert 'outside of included files' in warning
    assert 'Hana' not in built.read('a.html')


def test_an_example_is_shown(tmp_path: Path) -> None:
    built = Site(
        tmp_path, {'a.md': '# A\n\n```{speaker} Hana Petal\n:opt-out: true\n:no-index:\n```\n'}, DOMAIN
    ).build()
    assert built.warnings == ()
    assert 'Hana Petal' in built.page('a').get_text()


def test_pictures_named_after_somebody_go(tmp_path: Path) -> None:
    png = bytes.fromhex('89504e470d0a1a0a')
    report = '# Pots\n\n![pot](hana_petal.png)\n\n![kiln](kiln.png)\n'
    source = Site(tmp_path / 'src', {'a.md': report, 'hana_petal.png': png, 'kiln.png': png}, DOMAIN)
    before = source.build(builddir=tmp_path / 'out')
    assert (before.outdir / '_images/hana_petal.png').exists()
    source.write('who.md', '```{speaker} Hana Petal\n:handle: hana_petal\n:opt-out:\n```\n')
    after = source.build(builddir=tmp_path / 'out')
    assert after.warnings == ()
    assert not (after.outdir / '_images/hana_petal.png').exists()
    assert (after.outdir / '_images/kiln.png').exists()
    assert [image['src'] for image in BeautifulSoup(after.read('a.html'), 'html.parser').find_all('img')] == [
        '_images/kiln.png'
    ]
    assert not re.search('hana', after.read('a.html'), re.IGNORECASE)
