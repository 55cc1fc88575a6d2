"""Roles to events, talks and speakers, in this project and from another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import Built, Site

if TYPE_CHECKING:
    from pathlib import Path

REPORT = (
    '---\ntitle: Example Meetup {n}\n---\n\n## {title}\n\n@sample_a\n\n* one\n\n## Pots {n}\n\n@sample_b\n\n* two\n'
)
FILES = {
    'reports/one.md': REPORT.format(n=1, title='Cups and Cakes'),
    'reports/two.md': REPORT.format(n=2, title='Cups and Cakes'),
    'people.md': '# People\n\n```{meetup:speaker} Ann Example\n:handle: ann\n:also: annie, Ann E.\n```\n',
}


def build(tmp_path: Path, text: str, name: str = 'roles.md') -> Built:
    return Site(tmp_path, {**FILES, name: text}).build()


def links(built: Built, docname: str = 'roles') -> list[tuple[str, str]]:
    return [(link['href'], link.get_text()) for link in built.page(docname).select('p a.internal')]


@pytest.mark.parametrize(
    ('role', 'href', 'words'),
    [
        ('{meetup:event}`example-meetup-1`', 'reports/one.html#event-example-meetup-1', 'Example Meetup 1'),
        ('{meetup:event}`the first <example-meetup-1>`', 'reports/one.html#event-example-meetup-1', 'the first'),
        ('{meetup:talk}`example-meetup-2/cups-and-cakes`', 'reports/two.html#talk-cups-and-cakes', 'Cups and Cakes'),
        ('{meetup:talk}`pots-1`', 'reports/one.html#talk-pots-1', 'Pots 1'),
        ('{meetup:talk}`talk-pots-1`', 'reports/one.html#talk-pots-1', 'Pots 1'),
        ('{meetup:talk}`*all* of it <pots-1>`', 'reports/one.html#talk-pots-1', '*all* of it'),
        ('{meetup:speaker}`ann`', 'people.html#speaker-ann', 'Ann Example'),
        ('{meetup:speaker}`annie`', 'people.html#speaker-ann', 'Ann Example'),
        ('{any}`example-meetup-1`', 'reports/one.html#event-example-meetup-1', 'example-meetup-1'),
        ('[](#talk-here)', '#talk-here', 'Here'),
    ],
)
def test_a_role_becomes_a_link(role: str, href: str, words: str, tmp_path: Path) -> None:
    built = build(tmp_path, f'# Roles\n\n```{{meetup:talk}} Here\n```\n\n{role}\n')
    assert built.warnings == ()
    (link,) = links(built)
    assert link[0] == href
    assert words in link[1] or role.startswith('{any}')


def test_the_pages_own_talk_is_meant_first(tmp_path: Path) -> None:
    text = REPORT.format(n=3, title='Cups and Cakes') + '\nSee {meetup:talk}`cups-and-cakes`.\n'
    built = build(tmp_path, text, 'reports/three.md')
    assert built.warnings == ()
    assert ('#talk-cups-and-cakes', 'Cups and Cakes') in links(built, 'reports/three')


def test_an_anchor_is_where_the_link_leads(tmp_path: Path) -> None:
    built = build(tmp_path, '# Roles\n\n{meetup:event}`example-meetup-1` {meetup:speaker}`ann` {meetup:talk}`pots-1`\n')
    for href, _ in links(built):
        path, _, anchor = href.partition('#')
        assert built.page(path.removesuffix('.html')).find(id=anchor)


@pytest.mark.parametrize(
    ('role', 'message'),
    [
        ('{meetup:event}`example-metup-1`', 'event not found: "example-metup-1"; did you mean "example-meetup-1"?'),
        ('{meetup:talk}`pots-11`', 'talk not found: "pots-11"; did you mean "example-meetup-'),
        ('{meetup:talk}`example-meetup-1/pot-1`', 'did you mean "example-meetup-1/pots-1"?'),
        ('{meetup:speaker}`anne`', 'speaker not found: "anne"; did you mean "ann'),
        ('{meetup:speaker}`zzz`', 'speaker not found: "zzz"; no page describes this speaker'),
        (
            '{meetup:talk}`cups-and-cakes`',
            'write one of: example-meetup-1/cups-and-cakes, example-meetup-2/cups-and-cakes',
        ),
    ],
)
def test_a_role_without_one_target_is_said_once(role: str, message: str, tmp_path: Path) -> None:
    built = build(tmp_path, f'# Roles\n\nFirst line.\n\n- in a list: {role}\n')
    (warning,) = built.warnings
    assert warning.startswith('roles.md:5: WARNING: ')
    assert warning.endswith(' [meetup.reference]')
    assert message in warning
    assert role.split('`')[1] in built.page('roles').get_text()


@pytest.mark.parametrize(
    'role', ['{meetup:talk}`example-meetup-1/pots-1`', '{external+other:meetup:talk}`example-meetup-1/pots-1`']
)
def test_from_another_project(role: str, tmp_path: Path) -> None:
    other = Site(tmp_path / 'other', FILES).build()
    conf = (
        "extensions.append('sphinx.ext.intersphinx')\n"
        f'intersphinx_mapping = {{"other": ("https://other.example.com/", {str(other.outdir / "objects.inv")!r})}}\n'
    )
    text = f'# Here\n\n{role}, {{meetup:event}}`it <example-meetup-2>`, {{meetup:speaker}}`ann`\n'
    built = Site(tmp_path / 'here', {'index.md': text}, conf).build()
    assert built.warnings == ()
    assert [(link['href'], link.get_text()) for link in built.page('index').select('p a.external')] == [
        ('https://other.example.com/reports/one.html#talk-pots-1', 'Pots 1'),
        ('https://other.example.com/reports/two.html#event-example-meetup-2', 'it'),
        ('https://other.example.com/people.html#speaker-ann', 'Ann Example'),
    ]
