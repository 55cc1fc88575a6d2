"""Leftovers of other tools: each line as what it means, and as many lines as before."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from sphinx_meetup.model.problems import Code
from sphinx_meetup.reading.repair import repair

PLAYER = 'https://speakerdeck.com/player/0123456789abcdef'


@pytest.mark.parametrize(
    ('line', 'expected'),
    [
        ('##Title', '## Title'),
        ('##　題', '## 題'),
        ('＃＃題', '## 題'),
        ('#　題', '# 題'),
        ('#gocon', '#gocon'),
        ('#gocon #tokyo', '#gocon #tokyo'),
        ('## T {#id}', '## T'),
        ('{:toc}', ''),
        ('<h3 class="x">T</h3>', '### T'),
        ('@[speakerdeck](0123456789abcdef)', f'<iframe src="{PLAYER}"></iframe>'),
        ('@[card](https://example.com/a)', '<https://example.com/a>'),
        ('{% youtube abcdefghijk %}', '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>'),
        ('see {% youtube abcdefghijk %}', 'see <https://www.youtube.com/embed/abcdefghijk>'),
        ('{{< vimeo 123 >}}', '<iframe src="https://player.vimeo.com/video/123"></iframe>'),
        ('{{< x user="a" id="12" >}}', '[Tweet](https://twitter.com/a/status/12)'),
        ('{{< figure src="/a.png" alt="A" >}}', '![A](/a.png)'),
        ('{{< card url="https://example.com" >}}', '<https://example.com>'),
        ('{% highlight sh %}', '```sh'),
        ('{% endhighlight %}', '```'),
        ('{% raw %}x{% endraw %}', 'x'),
        ('[a]({% post_url 2018-01-01-x %})', 'a'),
        ('![a]({{ site.baseurl }}/a.png)', '![a](/a.png)'),
        ('[]()', ''),
        ('[words]()', 'words'),
        ('[https://example.com/a:embed:cite]', '<https://example.com/a>'),
        (
            f'<script class="speakerdeck-embed" data-id="{PLAYER[-16:]}" src="//x"></script>',
            f'<iframe src="{PLAYER}"></iframe>',
        ),
        ('`{% raw %}`', '`{% raw %}`'),
        ('plain *words* [a](b) {x}', 'plain *words* [a](b) {x}'),
    ],
)
def test_lines(line: str, expected: str) -> None:
    assert repair(line).text == expected


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        ('```\n##x {% raw %}\n```', '```\n##x {% raw %}\n```'),
        (':::message\nx\n:::', ':::{note}\nx\n:::'),
        (':::message alert\nx\n:::', ':::{warning}\nx\n:::'),
        (':::message\nx', '\nx'),
        ('+++\ntitle = "x"\n+++\ny', '\n\n\ny'),
        ('---\ntitle: "{{ x }}"\n---\ny', '---\ntitle: "{{ x }}"\n---\ny'),
        (f'@[speakerdeck]({PLAYER[-16:]})\n@hanako', f'<{PLAYER}>\n@hanako'),
        ('<div>\n<h2>x</h2>\n</div>', '<div>\n<h2>x</h2>\n</div>'),
    ],
)
def test_texts(text: str, expected: str) -> None:
    assert repair(text).text == expected


def test_what_is_lost_is_said_once_with_its_line() -> None:
    (problem,) = repair('a\n{% widget 3 %}\n{% widget 4 %}').problems
    assert (problem.code, problem.line) == (Code.LEFTOVER, 2)
    assert 'widget' in problem.message


@given(st.text(alphabet='{}%<>[]()#@:`"= abゑ/.\n-+', max_size=300))
def test_any_text_keeps_the_number_of_its_lines(text: str) -> None:
    assert repair(text).text.count('\n') == text.count('\n')


def test_plain_markdown_comes_back_as_it_was() -> None:
    text = '# A\n\n- b [c](d) `{% e %}` <https://f.example>\n\n> g\n\n| h | i |\n|---|---|\n| j | k |\n'
    assert repair(text).text == text
