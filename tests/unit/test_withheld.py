"""Names of people who opted out, in every form a text may write them; words of others are left alone."""

from __future__ import annotations

import pytest
import yaml
from sphinx_meetup.model.problems import Code
from sphinx_meetup.model.records import Link, Speaker
from sphinx_meetup.reading.links import WITHHELD, bare_urls, is_web
from sphinx_meetup.reading.optout import find_opt_outs, without_blocks
from sphinx_meetup.reading.people import people
from sphinx_meetup.reading.withheld import Withheld
from sphinx_meetup.reading.words import extended, nobody

HANA = Speaker(
    id='hana_ex',
    name='Hana Example',
    handle='hana_ex',
    also=('例 花子', 'レイ・ハナガ', 'José Núñez'),
    kana='れい はなこ',
    links=(Link('https://petals.example/about'), Link('https://github.com/petalist')),
)
IAN = Speaker(id='ian', name='Ian Roe', handle='ian')
ALL = Withheld([HANA, IAN], 'W')


@pytest.mark.parametrize(
    ('text', 'masked'),
    [
        # Latin names
        ('Hana Example spoke.', 'W spoke.'),
        ('HANA EXAMPLE spoke, then hana  example', 'W spoke, then W'),
        ('Hana-Example, Hana・Example, Hana_Example, HanaExample', 'W, W, W, W'),
        ('Example Hana, and Hana.Example@example.org', 'W, and W@example.org'),
        ('Taro Example, Hana Sample', 'Taro Example, Hana Sample'),
        ('I met Hana. Example: pots', 'I met Hana. Example: pots'),
        ("Hana Example's pots, (Hana Example)", "W's pots, (W)"),
        ('Hana Exampleさんの話', 'Wさんの話'),
        ('Ｈａｎａ　Ｅｘａｍｐｌｅ', 'W'),
        ('Johana Example, Hana Examples', 'Johana Example, Hana Examples'),
        ('a hana by itself, an example', 'a hana by itself, an example'),
        ('Jose Nunez, José Nún\u0303ez, Jose\u0301 Núñez', 'W, W, W'),
        ('**Hana** Example and *Hana Example*', '**W** and *W*'),
        # Japanese names
        ('例花子さんと例 花子氏と例　花子', 'WさんとW氏とW'),
        ('例・花子', 'W'),
        ('花子 例', 'W'),
        ('例えば花子さん', '例えば花子さん'),
        ('れいはなこ、レイ ハナコ、ﾚｲ ﾊﾅｺ', 'W、W、W'),
        ('レイ・ハナガ、ﾚｲ･ﾊﾅｶﾞ、レイハナガ', 'W、W、W'),
        # handles
        ('@hana_ex @HANA_EX ＠hana_ex', 'W'),
        ('hana_exさん、hana\\_ex!', 'Wさん、W!'),
        ('by @ian, ian and #ian', 'by W, W and #W'),
        ('guardian, Ianthe, median, brian_ian, ian2', 'guardian, Ianthe, median, brian_ian, ian2'),
        ('@ian-smith is somebody else', '@ian-smith is somebody else'),
        ('@petalist', 'W'),
        # a name and its handle are one
        ('Hana Example (@hana_ex)', 'W'),
        ('例 花子（@hana_ex）さん', 'Wさん'),
        ('例花子さん（@hana_ex）の話', 'Wさんの話'),
        ('[Hana Example](https://x.com/hana_ex)', 'W'),
        ('Hana Example ([@hana_ex](https://x.com/hana_ex)), Example Inc', 'W, Example Inc'),
        # addresses
        ('[slides](https://speakerdeck.com/hana_ex/pots)', f'[slides]({WITHHELD})'),
        ('[slides](<https://speakerdeck.com/hana_ex/pots> "Pots")', f'[slides](<{WITHHELD}> "Pots")'),
        ('Slides: https://speakerdeck.com/hana_ex/pots。', f'Slides: {WITHHELD}。'),
        ('<https://hana_ex.example.org/>', f'<{WITHHELD}>'),
        ('https://ian.example.org/ https://x.com/?user=ian&a=1', f'{WITHHELD} {WITHHELD}'),
        ('https://guardian.example.org/median', 'https://guardian.example.org/median'),
        ('https://blog.example/hana-example/1', WITHHELD),
        ('https://blog.example/talk-by-hana_example', WITHHELD),
        ('https://ja.example/wiki/%E4%BE%8B%E8%8A%B1%E5%AD%90', WITHHELD),
        ('http://www.petals.example/about/', WITHHELD),
        ('https://petals.example/about/more', WITHHELD),
        ('https://petals.example/pots', 'https://petals.example/pots'),
        ('[Pots]: https://x.com/ian', f'[Pots]: {WITHHELD}'),
        ('[^1]: Ian Roe said so', '[^1]: W said so'),
        ('.. _pots: https://x.com/ian', f'.. _pots: {WITHHELD}'),
        ('`pots <https://x.com/ian>`__', f'`pots <{WITHHELD}>`__'),
        ('![pot](ian.png) [him](../speakers/ian.md)', f'![pot]({WITHHELD}) [him]({WITHHELD})'),
        ('[![pot](https://a.example/p.png)](https://x.com/ian)', f'[![pot](https://a.example/p.png)]({WITHHELD})'),
        # HTML
        ('<a href="https://x.com/ian" title="Ian Roe">him</a>', '<a title="W">him</a>'),
        ("<a class=x href='//x.com/ian'>him</a>", '<a class=x>him</a>'),
        ('<iframe width="1" src="https://x.com/ian/embed"></iframe>', '</iframe>'),
        ('<img alt="Ian Roe" src="/p/1.png">', '<img alt="W" src="/p/1.png">'),
        ('<img\nsrc="/p/ian.png">.', '\n.'),
        ('I&#97;n Roe, &#x4f8b;花子 &lt;b&gt;', 'W, W &lt;b&gt;'),
        ('"\\u4f8b\\u82b1\\u5b50"', '"W"'),
        # roles
        ('{speaker}`ian` and {meetup:speaker}`the potter <ian>`', 'W and the potter'),
        (':meetup:speaker:`ian` and {doc}`him </speakers/ian>`', 'W and him'),
        ('{speaker}`taro`', '{speaker}`taro`'),
        # code
        ('```\nauthor = "Ian Roe"\n```', '```\nauthor = "W"\n```'),
        ('`ian`', '`W`'),
        # over lines
        ('said Hana\nExample today', 'said W\n today'),
        ('> by 例\n> 花子さん', '> by W\n> さん'),
        ('Hana\n\nExample', 'Hana\n\nExample'),
    ],
)  # fmt: skip
def test_masked(text: str, masked: str) -> None:
    assert ALL.mask(text) == masked
    assert masked.count('\n') == text.count('\n')
    assert ALL.mask(masked) == masked


def test_an_initial_may_have_its_full_stop() -> None:
    withheld = Withheld([Speaker(id='x', name='J. Roe')], 'W')
    assert withheld.mask('J. Roe, J Roe, J.Roe, JRoe, AJ Roe') == 'W, W, W, W, AJ Roe'


def test_a_title_of_restructuredtext_keeps_its_line_below() -> None:
    withheld = Withheld([IAN], 'name withheld')
    assert withheld.mask('Ian Roe\n=======\n\nText', rst=True) == 'name withheld\n=============\n\nText'
    assert withheld.mask('author: Ian Roe\n---\n') == 'author: name withheld\n---\n'


@pytest.mark.parametrize(
    'head',
    [
        'author: Hana Example (@hana_ex)', 'author: "@hana_ex"', "author: '例 花子'",
        'authors:\n  - Hana Example\n  - 例花子', 'speakers: [ian, "Ian Roe"]', 'image: https://x.com/ian/p.png',
        'text: |\n  by Hana\n  Example',
    ],
)  # fmt: skip
def test_front_matter_stays_yaml(head: str) -> None:
    masked = Withheld([HANA, IAN], 'l\'un: "x" #').mask(head)
    assert yaml.safe_load(masked).keys() == yaml.safe_load(head).keys()
    assert not ALL.names(masked)


def test_nobody_is_masked_where_nobody_opted_out() -> None:
    assert not Withheld()
    assert Withheld().mask('Ian Roe') == 'Ian Roe'
    assert Withheld().digest == ''
    assert not Withheld().addresses('https://x.com/ian')


def test_the_digest_tells_people_apart_and_not_their_order() -> None:
    assert Withheld([HANA, IAN]).digest == Withheld([IAN, HANA]).digest
    assert len({Withheld([HANA]).digest, Withheld([IAN]).digest, Withheld([HANA, IAN]).digest}) == 3
    assert 'ian' not in Withheld([IAN]).digest


@pytest.mark.parametrize(
    ('speaker', 'said'),
    [
        (Speaker(id='x', name='Bo'), 'Bo'),
        (Speaker(id='x', name='林'), '林'),
        (Speaker(id='x', name='はな'), 'はな'),
        (Speaker(id='x', name='Hana Example', handle='ab'), 'ab'),
        (Speaker(id='x', name='Hana Example', also=('H.',)), 'H.'),
    ],
)
def test_what_is_too_short_is_said_and_left(speaker: Speaker, said: str) -> None:
    withheld = Withheld([speaker], 'W')
    ((someone, problem),) = withheld.problems
    assert someone is speaker
    assert problem.code is Code.OPTION
    assert f'"{said}" is too short' in problem.message
    text = f'{said}林檎はなしAbout {said}'
    assert withheld.mask(text) == text


def test_a_short_katakana_name_is_no_beginning_of_other_words() -> None:
    withheld = Withheld([Speaker(id='x', name='エミリ')], 'W')
    assert withheld.mask('エミリさん、エミリオの話') == 'Wさん、エミリオの話'


def test_a_marker_is_no_address() -> None:
    assert not is_web(WITHHELD)
    assert bare_urls(f'Slides: {WITHHELD} and https://a.example/') == bare_urls(
        f'Slides: {"x" * len(WITHHELD)} and https://a.example/'
    )


MARKDOWN = """\
# People

```{speaker} Ian Roe
:handle: ian
:opt-out: true

Pots.
```

::::{grid}
:::{meetup:speaker} 例 花子
---
opt-out:
---
:::
::::

```{eval-rst}
.. speaker:: Jo Roe
   :opt-out: yes
```

````markdown
```{speaker} Shown Example
:opt-out: true
```
````

```{speaker} No Example
:opt-out: false
```

```{speaker} An Example
:opt-out: true
:no-index:
```
"""
RST = """\
People
======

.. meetup:speaker:: Ian Roe
   :handle: ian
   :opt-out: true

   Pots.

.. code-block:: rst

   .. speaker:: Shown Example
      :opt-out: true

Like this::

   .. speaker:: Shown Example
      :opt-out: true

- in a list

  .. speaker:: 例 花子
     :also: Jo Roe,
       Jo Example
     :opt-out:

End.
"""


def test_blocks_of_markdown() -> None:
    found = find_opt_outs(MARKDOWN).blocks
    assert [(block.speaker.name, block.speaker.handle, block.line, block.end) for block in found] == [
        ('Ian Roe', 'ian', 3, 8), ('例 花子', '', 11, 15), ('Jo Roe', '', 19, 20),
    ]  # fmt: skip
    emptied = without_blocks(MARKDOWN)
    assert emptied.count('\n') == MARKDOWN.count('\n')
    assert 'Pots' not in emptied
    assert '::::{grid}\n\n\n\n\n\n::::' in emptied
    assert 'Shown Example' in emptied
    assert 'No Example' in emptied


def test_blocks_of_restructuredtext() -> None:
    found = find_opt_outs(RST, rst=True).blocks
    assert [(block.speaker.name, block.speaker.also, block.line, block.end) for block in found] == [
        ('Ian Roe', (), 4, 8), ('例 花子', ('Jo Roe', 'Jo Example'), 22, 25),
    ]  # fmt: skip
    emptied = without_blocks(RST, rst=True)
    assert emptied.count('\n') == RST.count('\n')
    assert 'Pots' not in emptied
    assert emptied.count('Shown Example') == 2


BLOCK = '```{speaker} Ian Roe\n:opt-out: true\n```\n'


@pytest.mark.parametrize(
    ('text', 'own'),
    [
        (BLOCK, True),
        (f'# Ian Roe\n\n{BLOCK}', True),
        (f'---\ntitle: x\n---\n(ian)=\n# A potter\n\n{BLOCK}', True),
        (f'# Ian Roe\n\n{BLOCK}\nMore of him.\n\n## Pots\n', True),
        (f'# Team\n\n{BLOCK}\nWe are more.\n', False),
        (f'# Ian Roe\n\nWords.\n\n{BLOCK}', False),
        (f'# Ian Roe\n\n{BLOCK}\n```{{talk}} Pots\n```\n', False),
        (f'# Ian Roe\n\n{BLOCK}\n```{{speaker}} Taro\n```\n', False),
    ],
)  # fmt: skip
def test_a_page_of_their_own(text: str, own: bool) -> None:  # noqa: FBT001 - a column of the table
    assert find_opt_outs(text).is_page_of(Withheld([IAN]).names) is own


@pytest.mark.parametrize(
    ('text', 'own'),
    [
        ('Ian Roe\n=======\n\n.. speaker:: Ian Roe\n   :opt-out:\n', True),
        (':orphan:\n\n=======\nA potter\n=======\n\n.. speaker:: Ian Roe\n   :opt-out:\n\n   Bio.\n', True),
        ('Team\n====\n\n.. speaker:: Ian Roe\n   :opt-out:\n\nMore.\n', False),
        ('Words.\n\n.. speaker:: Ian Roe\n   :opt-out:\n', False),
    ],
)
def test_a_page_of_their_own_in_restructuredtext(text: str, own: bool) -> None:  # noqa: FBT001 - a column
    assert find_opt_outs(text, rst=True).is_page_of(Withheld([IAN]).names) is own


@pytest.mark.parametrize('word', ['name withheld', '非公開'])
def test_the_word_is_nobody(word: str) -> None:
    assert word in nobody()
    masked = Withheld([HANA], word).mask('Hana Example (@hana_ex), Example Inc')
    (someone,) = people(masked)
    assert (someone.name, someone.handle, someone.affiliation) == (word, '', 'Example Inc')


def test_a_site_adds_names_that_are_nobodys() -> None:
    assert 'ghost' not in nobody()
    with extended({'nobody': ['Ghost']}):
        assert {'ghost', 'tba', '未定', '待定', '미정'} <= nobody()
