"""Japanese text that Markdown would leave as Western text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from sphinx_meetup.transforms.japanese import join_lines
from support import Built, Site

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ('text', 'joined'),
    [
        ('急須の\n話', '急須の話'),
        ('急須の  \n  話', '急須の話'),
        ('急須、\n「湯のみ」', '急須、「湯のみ」'),
        ('カップ\nａｂｃ', 'カップａｂｃ'),
        ('急須の\npot', '急須の\npot'),
        ('pot\n急須', 'pot\n急須'),
        ('one\ntwo', 'one\ntwo'),
        ('주전자\n이야기', '주전자\n이야기'),
        ('急須\n주전자', '急須\n주전자'),
        ('一\n二\nthree\n四\n五', '一二\nthree\n四五'),
        ('絵文字🍵\n茶', '絵文字🍵茶'),
    ],
)
def test_lines(text: str, joined: str) -> None:
    assert join_lines(text) == joined


def test_lines_meet_at_what_stands_beside_the_text() -> None:
    assert join_lines('\n話', before='急須の') == '話'
    assert join_lines('\n話', before='pot') == '\n話'
    assert join_lines('急須の\n', after='話') == '急須の'
    assert join_lines('\n話') == '\n話'


def build(tmp_path: Path, body: str, docname: str = 'reports/one', conf: str = '') -> Built:
    built = Site(tmp_path, {f'{docname}.md': f'---\ntitle: 見本 1\n---\n\n{body}\n'}, conf).build()
    assert built.warnings == ()
    return built


def shown(built: Built, docname: str = 'reports/one') -> str:
    """The page's own HTML below its header."""
    page = built.page(docname)
    return ''.join(str(node) for node in page.find('section').find_all(recursive=False)[2:])


@pytest.mark.parametrize(
    ('body', 'html'),
    [
        ('急須の\n話', '<p>急須の話</p>'),
        ('**急須**\nの話', '<p><strong>急須</strong>の話</p>'),
        ('急須の\n**話**', '<p>急須の<strong>話</strong></p>'),
        ('**急須**\n*話*', '<p><strong>急須</strong><em>話</em></p>'),
        ('急須\npot\n茶\n碗\npot', '<p>急須\npot\n茶碗\npot</p>'),
        ('**pot**\nの話', '<p><strong>pot</strong>\nの話</p>'),
        ('- 急須の\n  話', '<li><p>急須の話</p></li>'),
        ('> 急須の\n> 話', '<p>急須の話</p>'),
        ('**「急須」**が', '<p><strong>「急須」</strong>が</p>'),
        ('これは**「急須」**です', '<p>これは<strong>「急須」</strong>です</p>'),
        ('これは**急須。**それは', '<p>これは<strong>急須。</strong>それは</p>'),
        ('これは*「急須」*です', '<p>これは<em>「急須」</em>です</p>'),
        ('2 ** 3 と 4 ** 5', '<p>2 ** 3 と 4 ** 5</p>'),
        ('snake_case_name', '<p>snake_case_name</p>'),
    ],
)
def test_text(body: str, html: str, tmp_path: Path) -> None:
    assert html in shown(build(tmp_path, body))


def test_emphasis_holds_on_every_page(tmp_path: Path) -> None:
    built = Site(tmp_path, {'guide.md': '# 案内\n\n**「急須」**が\n\n急須の\n話\n'}).build()
    page = str(built.page('guide').find('section'))
    assert '<strong>「急須」</strong>が' in page
    assert '急須の話' in page


@pytest.mark.parametrize('language', ['ja', 'en'])
@pytest.mark.parametrize(
    ('body', 'url', 'after'),
    [
        ('https://example.com/a。次', 'https://example.com/a', '。次'),
        ('(https://example.com/a)です', 'https://example.com/a', ')です'),
        ('https://example.com/a_(b)、次', 'https://example.com/a_(b)', '、次'),
        ('「https://example.com/a?b=c&d=e」', 'https://example.com/a?b=c&d=e', '」'),
        ('見る https://example.com/a. おわり', 'https://example.com/a', '. おわり'),
    ],
)
def test_addresses_end_where_they_end(body: str, url: str, after: str, language: str, tmp_path: Path) -> None:
    built = build(tmp_path, f'- 項目\n\n{body}', conf=f'language = {language!r}\n')
    (link,) = built.page('reports/one').select('p > a.external')
    assert (link['href'], link.get_text()) == (url, url)
    assert str(link.next_sibling).startswith(after)


def test_code_is_left_alone(tmp_path: Path) -> None:
    body = (
        '`https://example.com/a` と `**「急須」**が`\n\n```\nhttps://example.com/b\n急須の\n話 **「急須」**が\n```\n\n'
        '[名前](https://example.com/c) と <https://example.com/d>'
    )
    built = build(tmp_path, body)
    document = built.doctree('reports/one')
    assert [node.astext() for node in document.findall(nodes.literal)] == ['https://example.com/a', '**「急須」**が']
    (block,) = document.findall(nodes.literal_block)
    assert block.astext().rstrip('\n') == 'https://example.com/b\n急須の\n話 **「急須」**が'
    found = [(link['refuri'], link.astext()) for link in document.findall(nodes.reference)]
    assert found == [('https://example.com/c', '名前'), ('https://example.com/d', 'https://example.com/d')]


def test_a_hard_break_stays(tmp_path: Path) -> None:
    assert '<br' in shown(build(tmp_path, '急須の\\\n話'))
    assert '<br' in shown(build(tmp_path / 'spaces', '急須の  \n話'))
