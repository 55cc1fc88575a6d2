"""Leftovers of other tools: each as what it means, in as many lines as before; plain Markdown and code as they are."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from sphinx_meetup.model.problems import Code
from sphinx_meetup.reading.markdown import tokens
from sphinx_meetup.reading.outline import outline
from sphinx_meetup.reading.repair import repair
from sphinx_meetup.reading.repair.players import shown_at, shown_by

ID = '0123456789abcdef'
FILM = 'abcdefghijk'


def framed(url: str, title: str = '') -> str:
    return f'<iframe src="{url}"{f" title={chr(34)}{title}{chr(34)}" if title else ""}></iframe>'


CREDIT = (
    '<div><strong><a href="//www.slideshare.net/hana/pots">Pots</a> from '
    '<a href="//www.slideshare.net/hana">Hana</a></strong></div>'
)
DECK = framed(f'https://speakerdeck.com/player/{ID}')
VIDEO = framed(f'https://www.youtube.com/embed/{FILM}')

HEADINGS = [
    ('##Pots', '## Pots'),
    ('##　鍋', '## 鍋'),
    ('##\u00a0Pots', '## Pots'),
    ('＃＃鍋', '## 鍋'),
    ('＃＃　鍋', '## 鍋'),
    ('#　鍋', '# 鍋'),
    ('##Pots##', '## Pots'),
    ('## Pots {#pots}', '## Pots'),
    ('## Pots {: .big }', '## Pots'),
    ('### 1. Pots <a name="one"></a>', '### 1. Pots'),
    ('## <a id="pots">Pots</a> and pans', '## Pots and pans'),
    ('## [](#pots)Pots', '## Pots'),
    ('## Pots [#](#pots)', '## Pots'),
    ('Pots {#pots}\n====', 'Pots\n===='),
    ('Pots <a name="p"></a>\n---', 'Pots\n---'),
    ('words\n##Pots\nwords', 'words\n## Pots\nwords'),
    ('#gocon', '#gocon'),
    ('#gocon #tokyo', '#gocon #tokyo'),
    ('#Cats and dogs', '# Cats and dogs'),
    ('#3 は欠番', '#3 は欠番'),
    ('#はじめに\n\nx\n\n#発表\n##花子さん\n\ny\n\n#gocon', '# はじめに\n\nx\n\n# 発表\n## 花子さん\n\ny\n\n#gocon'),
    ('#鍋\nx\n#釜\ny', '# 鍋\nx\n# 釜\ny'),
    ('# 題\n\n#gocon\nx\n\n#tokyo\ny', '# 題\n\n#gocon\nx\n\n#tokyo\ny'),
    ('x\n\n#gocon\n\n#tokyo', 'x\n\n#gocon\n\n#tokyo'),
    ('#gocon #tokyo\nx\n\n#osaka #kobe\ny', '#gocon #tokyo\nx\n\n#osaka #kobe\ny'),
]

PLAIN_HEADINGS = [
    '# Pots #', '## C#', 'Pots\n====', 'Pots\n---', '## **Pots**', '## *Pots* and `pans`', 'words\n## Pots',
    '####### seven', '## 1. Pots', '##', '## [Pots](https://example.com/p)',
]  # fmt: skip

HTML_HEADINGS = [
    ('<h3 class="x">Pots</h3>', '### Pots'),
    ('<H2>Pots</H2>', '## Pots'),
    ('<h2>\nPots\n</h2>\n\nx', '\n## Pots\n\n\nx'),
    ('<h2>Pots\nand pans</h2>\nx', '## Pots and pans\n\nx'),
    ('<h2 id="a"><a name="p"></a><span class="b">Pots</span></h2>', '## Pots'),
    ('<h2><a href="https://example.com">Pots</a></h2>', '## <a href="https://example.com">Pots</a>'),
    ('<h2>Pots<br>and pans</h2>', '## Pots and pans'),
    ('words\n<h2>Pots</h2>\nwords', 'words\n## Pots\nwords'),
    ('<h2>Pots</h2><h3>Pans</h3>\n\n\nx', '## Pots\n### Pans\n\nx'),
    ('<h2>Pots</h2><p>words</p>\n<p>more</p>', '## Pots\n<p>words</p> <p>more</p>'),
    ('<h2>Pots</h2><h3>Pans</h3>\nx', '<h2>Pots</h2><h3>Pans</h3>\nx'),
    ('<h2>Pots</h2>words\n- x', '<h2>Pots</h2>words\n- x'),
    ('<p>a</p>\n<p>b</p>\n<h2>Pots</h2>\n<p>c</p>', 'a  \nb\n## Pots\n<p>c</p>'),
    ('<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<h2>Pots</h2>', '\n- a\n- b\n\n## Pots'),
    ('<p>a</p>\n<hr>\n<img src="/p.png" alt="P">\n<h2>Pots</h2>', 'a  \n***  \n![P](/p.png)\n## Pots'),
    ('<div class="post">\n<h2>Pots</h2>\n<p>x</p>\n</div>', '\n## Pots\n<p>x</p>\n'),
    (
        '<blockquote>\n<p>a</p>\n</blockquote>\n<h2>Pots</h2>\n<h3>Pans</h3>',
        '<blockquote>\n<p>a</p> </blockquote>\n\n## Pots\n### Pans',
    ),
    ('<ul>\n<li>a\n<ul><li>b</li>\n</ul>\n<h2>Pots</h2>', '<ul>\n<li>a\n<ul><li>b</li> </ul>\n\n## Pots'),
    ('<blockquote>\n<h2>Pots</h2>\n</blockquote>', '<blockquote>\n<h2>Pots</h2>\n</blockquote>'),
    ('so <h3>big</h3> it is', 'so <h3>big</h3> it is'),
    ('so <h3>very\nbig</h3> it is', 'so <h3>very\nbig</h3> it is'),
    ('<table>\n<tr><td><h2>Pots</h2></td></tr>\n</table>', '<table>\n<tr><td><h2>Pots</h2></td></tr>\n</table>'),
    ('<h2>never closed', '<h2>never closed'),
]

AFTER_HTML = [
    ('<img src="/p.png" alt="P">\n## Pots', '![P](/p.png)\n## Pots'),
    ('<br>\n## Pots', '\n## Pots'),
    ('<div>\nx\n</div>\n## Pots', '<div>\nx </div>\n\n## Pots'),
    ('\n<blockquote>x</blockquote>\n## Pots', '<blockquote>x</blockquote>\n\n## Pots'),
    ('<div>\n## Pots\n</div>', '<div>\n## Pots\n</div>'),
    (f'{VIDEO}\n## Pots', f'<https://www.youtube.com/embed/{FILM}>\n## Pots'),
    (
        '<iframe src="//www.slideshare.net/slideshow/embed_code/key/Ab" title="A [deck]"></iframe>\n@hana',
        '[A deck](https://www.slideshare.net/slideshow/embed_code/key/Ab)\n@hana',
    ),
    (f'<p>x</p>\n{VIDEO}\nwords', f'<p>x</p>\n{VIDEO}\nwords'),
]
"""A block of HTML goes on to the next empty line, which its author may not have known."""

EMBEDS = [
    (f'<script async class="speakerdeck-embed" data-id="{ID}" src="//speakerdeck.com/assets/embed.js"></script>', DECK),
    (
        f'<script async class="speakerdeck-embed"\n\n  data-id={ID}\n  src="//x.example">\n</script>\nx',
        f'{DECK}\n\n\n\n\nx',
    ),
    (f"<script class='speakerdeck-embed' data-id='{ID}'></script>", DECK),
    (f'<script src="https://speakerdeck.com/embed/{ID}.js"></script>', DECK),
    (
        (
            '<script async class="docswell-embed" src="https://www.docswell.com/assets/e.js"\n'
            ' data-src="https://www.docswell.com/slide/ABC123/embed" data-aspect="0.5"></script>'
        ),
        framed('https://www.docswell.com/slide/ABC123/embed') + '\n',
    ),
    ('<script src="https://gist.github.com/hana/12ab.js"></script>', '<https://gist.github.com/hana/12ab>'),
    ('<script async src="//platform.twitter.com/widgets.js" charset="utf-8"></script>', ''),
    ('<script src="//platform.twitter.com/widgets.js">\n</script>', '\n'),
    (
        f'<iframe\n  src="https://www.youtube.com/embed/{FILM}"\n  title="A &amp; b"\n  width="5">\n</iframe>\n\nx',
        framed(f'https://www.youtube.com/embed/{FILM}', 'A &amp; b') + '\n\n\n\n\n\nx',
    ),
    (f'<iframe data-src="https://www.youtube.com/embed/{FILM}" class="lazy"></iframe>', VIDEO),
    (
        (
            f'<object width="4"><param name="movie" value="http://www.youtube.com/v/{FILM}&amp;hl=ja"></param>\n'
            f'<embed src="http://www.youtube.com/v/{FILM}&amp;hl=ja" type="x"></embed>\n</object>'
        ),
        f'{VIDEO}\n\n',
    ),
    (f'<embed src="https://www.youtube.com/v/{FILM}?fs=1">', VIDEO),
    (
        (
            '<object><param name="movie" value="http://static.slidesharecdn.com/swf/ssplayer2.swf?doc=p-1&amp;'
            'stripped_title=pots&amp;userName=hana"/></object>'
        ),
        framed('https://www.slideshare.net/hana/pots'),
    ),
    (
        f'<div id="a"><iframe src="//www.slideshare.net/slideshow/embed_code/1"\n id="b"></iframe>\n{CREDIT}</div>',
        f'<div id="a"><iframe src="//www.slideshare.net/slideshow/embed_code/1"></iframe>\n\n{CREDIT}</div>',
    ),
    (
        '<div class="card"><a href="https://example.com/a" data-card="1"></a></div>',
        '<div class="card"><a href="https://example.com/a">example.com</a></div>',
    ),
    (
        '<blockquote class="twitter-tweet"><p>x</p><a href="https://twitter.com/a/status/1">May 1</a></blockquote>',
        '<blockquote class="twitter-tweet"><p>x</p><a href="https://twitter.com/a/status/1">May 1</a></blockquote>',
    ),
    (
        '<blockquote class="twitter-tweet"><p>x</p>\n\nHana (@hana)\n</blockquote>\ny',
        '<blockquote class="twitter-tweet"><p>x</p> Hana (@hana) </blockquote>\n\n\n\ny',
    ),
    ('<blockquote>\nx\n\ny\n</blockquote>', '<blockquote>\nx\n\ny\n</blockquote>'),
    ('<script>\nvar a = "##x";\n</script>', '<script>\nvar a = "##x";\n</script>'),
]

ZENN_AND_QIITA = [
    (f'@[speakerdeck]({ID})', DECK),
    (f'@[speakerdeck]({ID})\n@hana', f'<https://speakerdeck.com/player/{ID}>\n@hana'),
    (f'@[youtube](https://youtu.be/{FILM})', VIDEO),
    ('@[card](https://example.com/a)', '<https://example.com/a>'),
    ('@[tweet](https://twitter.com/a/status/1)', '<https://twitter.com/a/status/1>'),
    ('- @[docswell](https://www.docswell.com/s/hana/ABC123-pots)', '- <https://www.docswell.com/slide/ABC123/embed>'),
    ('@[hana](https://github.com/hana)', '@[hana](https://github.com/hana)'),
    ('![Pots](/p.png =250x)', '![Pots](/p.png)'),
    ('Pots^[and pans]', 'Pots (and pans)'),
    ('Pots[^1]\n\n[^1]: and pans', 'Pots[^1]\n\n[^1]: and pans'),
]

BOXES = [
    (':::message\nx\n:::', ':::{note}\nx\n:::'),
    (':::message alert\nx\n:::', ':::{warning}\nx\n:::'),
    (':::note warn\nx\n:::', ':::{warning}\nx\n:::'),
    (':::note info\nx\n:::', ':::{note}\nx\n:::'),
    (':::details More of it\nx\n:::', ':::{dropdown} More of it\nx\n:::'),
    (':::details\nx\n:::', ':::{dropdown} …\nx\n:::'),
    (':::tip\nx\n:::', ':::{tip}\nx\n:::'),
    (':::tip[Try it]\nx\n:::', ':::{tip} **Try it**\nx\n:::'),
    ('::: warning Hot pots\nx\n:::', ':::{warning} **Hot pots**\nx\n:::'),
    ('::: {.note}\nx\n:::', ':::{note}\nx\n:::'),
    ('::: {.callout-tip title="Try it"}\nx\n:::', ':::{tip} **Try it**\nx\n:::'),
    ('::::info\n:::danger\nx\n:::\n::::', '::::{note}\n:::{danger}\nx\n:::\n::::'),
    (':::info\n:::danger\nx\n:::\n:::', '::::{note}\n:::{danger}\nx\n:::\n::::'),
    ('- a\n\n  :::tip\n  x\n  :::', '- a\n\n  :::{tip}\n  x\n  :::'),
    ('::: {.columns}\nx\n:::', '\nx\n'),
    (':::message\nx', '\nx'),
    (':::tip Try it\nx', '**Try it**\nx'),
    ('x\n:::', 'x\n'),
    (':::details Plan\n\n|a|b|\n|-|-|\n\n:::', '**Plan**\n\n|a|b|\n|-|-|\n\n'),
    (':::{note}\nx\n:::', ':::{note}\nx\n:::'),
    ('::::{grid}\n:::{grid-item}\nx\n:::\n::::', '::::{grid}\n:::{grid-item}\nx\n:::\n::::'),
    (':::{note}\n:::tip\nx\n:::\n:::', '::::{note}\n:::{tip}\nx\n:::\n::::'),
    ('> [!NOTE]\n> x\n> y\n\nz', ':::{note}\nx\ny\n:::\nz'),
    ('> [!WARNING] Hot\n> x\n', ':::{warning} **Hot**\nx\n:::'),
    ('> [!info]- Folded\n> ```\n> {% x %}\n> ```\n', ':::{note} **Folded**\n```\n{% x %}\n```\n:::'),
    ('> [!NOTE]\n> x\ny', '> **Note**\n> x\ny'),
    ('<aside>\n💡 x\n</aside>', ':::{note}\n💡 x\n:::'),
    ('<details><summary>More <b>of it</b></summary>\n\nx\n\n</details>', ':::{dropdown} More of it\n\nx\n\n:::'),
    ('<details>\n<summary>More</summary>\n\nx\n</details>', ':::{dropdown} More\n\n\nx\n:::'),
    ('<details><summary>Plan</summary>\n\n## Pots\n\n</details>', '**Plan**\n\n## Pots\n\n'),
]

LIQUID = [
    ('{% include JB/setup %}', ''),
    (f'{{% include youtube.html id="{FILM}" %}}', VIDEO),
    (
        f'{{% include video id="{FILM}" provider="youtube" title="Pots" %}}',
        framed(f'https://www.youtube.com/embed/{FILM}', 'Pots'),
    ),
    ('{% include figure.html src="/a b.png" caption="[Pots]" %}', '![Pots](</a b.png>)'),
    (f'{{% youtube {FILM} %}}', VIDEO),
    (f'see {{% youtube {FILM} %}}', f'see <https://www.youtube.com/embed/{FILM}>'),
    (f'{{% youtube https://www.youtube.com/watch?v={FILM} %}}', VIDEO),
    (f'{{%youtube {FILM} %}}', VIDEO),
    (f'{{% speakerdeck {ID} 0.7 %}}', DECK),
    ('{%speakerdeck hana/pots %}', '<https://speakerdeck.com/hana/pots>'),
    ('{% slideshare 12345 %}', framed('https://www.slideshare.net/slideshow/embed_code/12345')),
    ('{%slideshare hana/pots %}', '<https://www.slideshare.net/hana/pots>'),
    ('{% oembed https://example.com/a?b=c %}', '<https://example.com/a?b=c>'),
    ('{% tweet https://twitter.com/hana/status/12 %}', '<https://twitter.com/hana/status/12>'),
    ('{% gist hana/12ab %}', '[Gist](https://gist.github.com/hana/12ab)'),
    ("{% img left /p.png 300 200 'Pots' 'Two pots' %}", '![Two pots](/p.png)'),
    ('{% asset_img pots.jpg Two pots %}', '![pots](pots.jpg)'),
    ('{% asset_link pots.pdf The slides %}', 'The slides'),
    ('{% link The slides https://example.com/d %}', '[The slides](https://example.com/d)'),
    ('{% iframe https://www.youtube.com/embed/' + FILM + ' %}', VIDEO),
    ('{% note info %}\nx\n{% endnote %}', ':::{note}\nx\n:::'),
    ('{% note %}x{% endnote %}', 'x'),
    ('{% if page.a %}x{% endif %}{% assign b = "https://example.com" %}', 'x'),
    ('{% comment %}\n{% gone %}\n{% endcomment %}\nx', '\n\n\nx'),
    (
        '{% blockquote Hana, Pots https://example.com/p %}\none\n\ntwo\n{% endblockquote %}',
        '\n> one\n>\n> two\n> — [Hana, Pots](https://example.com/p)',
    ),
    ('{% pullquote %}one{% endpullquote %}', '> one'),
    ('a {# a note #}b {% comment %}c{% endcomment %}d', 'a b d'),
    ('{% raw %}{{ a }}{% b %}{% endraw %}', '{{ a }}{% b %}'),
    ('{% raw %}\n{% b %}\n{% endraw %}', '\n{% b %}\n'),
    ('[a]({% post_url 2018-01-01-x %})', 'a'),
    ('[a]({% link _posts/x.md %}#b)', 'a'),
    ('![a]({{ site.baseurl }}/a.png)', '![a](/a.png)'),
    ('![a]({{ "/a.png" | relative_url }})', '![a](/a.png)'),
    ('{{ page.title | escape }}', ''),
    ('{{ anything }}', '{{ anything }}'),
    ('{:toc}', ''),
    ('x\n{: .lead #a}', 'x\n'),
    ('[a](b){:target="_blank"} ![c](d){: width="3"}', '[a](b) ![c](d)'),
    ('[a](b){target="_blank"}', '[a](b)'),
    ('- {:.x} a', '- a'),
    ('a {x} b', 'a {x} b'),
    ('{talk}`Pots`', '{talk}`Pots`'),
]

HUGO = [
    ('{{< youtube ' + FILM + ' >}}', VIDEO),
    ('{{< youtube id="' + FILM + '" autoplay="true" >}}', VIDEO),
    ('{{< vimeo 123 >}}', framed('https://player.vimeo.com/video/123')),
    ('{{<speakerdeck ' + ID + '>}}', DECK),
    ('{{< figure src="/p.png" alt="Pots" >}}', '![Pots](/p.png)'),
    ('{{< figure\n  src="/p.png"\n  caption="Two <b>pots</b>"\n>}}\nx', '![Two <b>pots</b>](/p.png)\n\n\n\nx'),
    ('{{< tweet user="hana" id="12" >}}', '[Tweet](https://twitter.com/hana/status/12)'),
    ('{{< x user="hana" id="12" >}}', '[Tweet](https://twitter.com/hana/status/12)'),
    ('{{% twitter hana 12 %}}', '[Tweet](https://twitter.com/hana/status/12)'),
    ('{{< tweet 12 >}}', '[Tweet](https://twitter.com/i/web/status/12)'),
    ('{{< gist hana 12ab "a.go" >}}', '[Gist](https://gist.github.com/hana/12ab)'),
    ('{{< card url="https://example.com" >}}', '<https://example.com>'),
    ('[a]({{< ref "x.md" >}})', 'a'),
    ('{{% notice tip %}}\nx\n{{% /notice %}}', ':::{tip}\nx\n:::'),
    ('{{< admonition type=warning title="Hot" >}}\nx\n{{< /admonition >}}', ':::{warning} **Hot**\nx\n:::'),
    ('{{< details summary="More" >}}\nx\n{{< /details >}}', ':::{dropdown} More\nx\n:::'),
    ('{{< blockquote author="Hana" >}}\nx\n{{< /blockquote >}}', '\n> x\n> — Hana'),
    ('{{</* youtube a */>}} {{%/* b */%}}', '{{</* youtube a */>}} {{%/* b */%}}'),
    ('{{< pots title="Two pots" >}}', 'Two pots'),
    ('{{ youtube(id="' + FILM + '") }}', VIDEO),
    ('{{< rawhtml >}}x{{< /rawhtml >}}', 'x'),
]

CODE_TAGS = [
    ('{% highlight ruby linenos %}\n##x {% y %}\n\nz\n{% endhighlight %}\na', '```ruby\n##x {% y %}\n\nz\n```\na'),
    ('{% codeblock pots.js lang:js %}\nx\n{% endcodeblock %}', '```js\nx\n```'),
    ('{% codeblock ruby %}\nx\n{% endcodeblock %}', '```ruby\nx\n```'),
    ('{% codeblock pots.js %}\n```\nx\n```\n{% endcodeblock %}', '````\n```\nx\n```\n````'),
    ('- a\n  {% highlight sh %}\n  ls\n  {% endhighlight %}\n- b', '- a\n  ```sh\n  ls\n  ```\n- b'),
    ('a\n\n{% highlight sh %}ls\ncd\n{% endhighlight %}', 'a\n```sh\nls\ncd\n```'),
    ('run {% highlight sh %}ls -l{% endhighlight %}', 'run `ls -l`'),
    ('{% highlight sh %}\nnever closed', '\nnever closed'),
    ('{{< highlight go "linenos=table" >}}\n{{< x >}}\n{{< /highlight >}}', '```go\n{{< x >}}\n```'),
    ('[sourcecode language="php"]\n[gallery]\n[/sourcecode]', '```php\n[gallery]\n```'),
    ('[ruby]\nputs 1\n[/ruby]', '```ruby\nputs 1\n```'),
    ('>|ruby|\n*x*\n||<\n\n*鍋\nx', '```ruby\n*x*\n```\n\n## 鍋\nx'),
]

HATENA = [
    ('[https://example.com/a:embed:cite]', '<https://example.com/a>'),
    ('[https://example.com/a:title=Pots]', '[Pots](https://example.com/a)'),
    ('[https://example.com/a:embed#Pots and pans]', '<https://example.com/a>'),
    (f'[https://www.youtube.com/watch?v={FILM}:embed]', VIDEO),
    ('[:contents]', ''),
    (
        '[f:id:hana:20200102030405p:plain]',
        '![](https://cdn-ak.f.st-hatena.com/images/fotolife/h/hana/20200102/20200102030405.png)',
    ),
    (
        '[f:id:hana:20200102030405j:image:w300,alt=x:alt=Pots]',
        '![Pots](https://cdn-ak.f.st-hatena.com/images/fotolife/h/hana/20200102/20200102030405.jpg)',
    ),
    ('[asin:4000000000:detail] [ISBN:978-4000000000]', '<https://www.amazon.co.jp/dp/4000000000> ISBN 9784000000000'),
    ('*鍋\nx\n**釜 \n***皿\n*箸', '## 鍋\nx\n### 釜\n#### 皿\n## 箸'),
    ('*1500000000*[a][b]鍋\n*釜', '## 鍋\n## 釜'),
    ('*鍋\n*釜\n-a\n--b\n+c\n:d:e', '## 鍋\n## 釜\n- a\n  - b\n1. c\n**d**: e'),
    ('*鍋\n>>\na\n\n-b\n<<\nc((d(e)))', '## 鍋\n\n> a\n>\n> - b\n\nc（d(e)）'),
    ('*鍋\n>https://example.com>\na\n<<', '## 鍋\n> <https://example.com>\n> a\n'),
    (
        '*鍋\n*釜\n|*a|*b|\n|c|d|\n====',
        '## 鍋\n## 釜\n<table><tr><th>a</th><th>b</th></tr>\n<tr><td>c</td><td>d</td></tr></table>\n',
    ),
    ('*emphasis*\n*again*', '*emphasis*\n*again*'),
    ('* item\n* item', '* item\n* item'),
    ('## 鍋\n*釜\n*皿\n((a))', '## 鍋\n*釜\n*皿\n((a))'),
    ('*鍋\n\n> quote', '*鍋\n\n> quote'),
    ('> quote\n>> deeper', '> quote\n>> deeper'),
    ('((((；ﾟДﾟ))))', '((((；ﾟДﾟ))))'),
]

WORDPRESS = [
    (
        '[caption id="a_1" width="3"]<img src="https://example.com/p.png" alt="P" /> Two pots[/caption]',
        '<img src="https://example.com/p.png" alt="P" /> Two pots',
    ),
    (f'[embed]https://youtu.be/{FILM}[/embed]', VIDEO),
    ('[embed]https://example.com/a[/embed]', '<https://example.com/a>'),
    (f'[youtube=https://www.youtube.com/watch?v={FILM}]', VIDEO),
    (f'[youtube {FILM}]', VIDEO),
    ('[slideshare id=123&doc=pots-1&w=4]', framed('https://www.slideshare.net/slideshow/embed_code/123')),
    ('[audio mp3="https://example.com/a.mp3"][/audio]', '<https://example.com/a.mp3>'),
    ('<!-- wp:heading {"level":3} -->\n<h3 class="wp-block-heading">Pots</h3>\n<!-- /wp:heading -->', '\n### Pots\n'),
    (
        '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://example.com/a\n</div></figure>',
        '\n<https://example.com/a>\n',
    ),
    ('a\n\n<!--more-->\n\n&nbsp;\n\nb', 'a\n\n\n\n\n\nb'),
    ('<!-- {% a %} -->', '<!-- {% a %} -->'),
    ('<!--\n##a\n-->', '<!--\n##a\n-->'),
    ('[video 1] [tweet me] [gallery of pots] [audio]', '[video 1] [tweet me] [gallery of pots] [audio]'),
    ('[x] [youtube](https://example.com) [tweet][1] [code]', '[x] [youtube](https://example.com) [tweet][1] [code]'),
]

MDX = [
    (f'import A from "../a"\n\n<YouTube id="{FILM}" />', f'\n\n{VIDEO}'),
    ("import { A,\n  B } from 'c';\nimport './d.css';\nx", '\n\n\nx'),
    ("export const meta = {\n  title: 'x',\n};\n\nx", '\n\n\n\nx'),
    ('export default ({ children }) => <Layout>{children}</Layout>\nx', '\nx'),
    ('{/* a\nb */}\nx', '\n\nx'),
    ('import A from "a"\n<Tweet tweetId="12" />', '\n[Tweet](https://twitter.com/i/web/status/12)'),
    (f"import A from 'a'\n<SpeakerDeck id={{'{ID}'}} />", f'\n{DECK}'),
    ('import A from "a"\n<Note>\nx\n</Note>', '\n:::{note}\nx\n:::'),
    ('import A from "a"\n<Tabs><Tab label="One">x</Tab></Tabs>', '\nOne x'),
    ('import A from "a"\n<div style={{ color: "red" }}>x</div>', '\n<div>x</div>'),
    ('import A from "a"\n<Link href="https://example.com">x</Link>', '\n<a href="https://example.com">x</a>'),
    (f'<YouTube id="{FILM}" />', VIDEO),
    ('List<String>, <Thing />, <I>old</I>', 'List<String>, <Thing />, <I>old</I>'),
    ('import pots from the shelf', 'import pots from the shelf'),
]

OTHERS = [
    ("<%= link_to 'Pots', 'https://example.com' %>", '[Pots](https://example.com)'),
    ('<%= image_tag "p.png", alt: "Pots" %>', '![Pots](p.png)'),
    ('<% content_for :a do %>x<% end %>', 'x'),
    ('![[pots.png]]', '![](pots.png)'),
    ('![[two pots.png|300]]', '![](<two pots.png>)'),
    ('![[pots.png|Two pots]]', '![Two pots](pots.png)'),
    ('[[pots]] [[kitchen/pots|two pots]] [[pots#lids]]', 'pots two pots pots'),
    ('[[1]] [[ -f x ]] [[a]](b) [[a](b)]', '[[1]] [[ -f x ]] [[a]](b) [[a](b)]'),
    ('[]()', ''),
    ('[words]()', 'words'),
    ('[](https://example.com/a)', '<https://example.com/a>'),
    ('[TOC]', ''),
    ('[a]({filename}/x.md)', '[a](/x.md)'),
]

LEFT_ALONE = [
    '`{% raw %}` and ``{{< x >}}``',
    'a `b\n{% c %}` d',
    '<code>{% a %}</code>',
    '```\n##x {% raw %}\n```',
    '```{note}\n##x\n```',
    '~~~\n{% a %}\n```\n~~~',
    '    ##x {% a %}',
    '- a\n\n      {% b %}\n',
    '1. a\n\n   ```\n   {% b %}\n   ```\n',
    '> ```\n> {% a %}\n> ```',
    '<pre>\n{% a %}\n\n##b\n</pre>',
    ':::{code-block} liquid\n{% a %}\n:::',
    'plain *words* [a](b) {x} <b>c</b> {{ d }}',
    '---\ntitle: "{{ x }}"\n---\ny',
]

TABLES = {
    'headings': HEADINGS,
    'plain headings': [(text, text) for text in PLAIN_HEADINGS],
    'html headings': HTML_HEADINGS,
    'after html': AFTER_HTML,
    'embeds': EMBEDS,
    'zenn': ZENN_AND_QIITA,
    'boxes': BOXES,
    'liquid': LIQUID,
    'hugo': HUGO,
    'code tags': CODE_TAGS,
    'hatena': HATENA,
    'wordpress': WORDPRESS,
    'mdx': MDX,
    'others': OTHERS,
    'left alone': [(text, text) for text in LEFT_ALONE],
}
ROWS = [
    pytest.param(text, expected, id=f'{name}: {text[:40]!r}')
    for name, rows in TABLES.items()
    for text, expected in rows
]


@pytest.mark.parametrize(('text', 'expected'), ROWS)
def test_what_it_means(text: str, expected: str) -> None:
    assert repair(text).text == expected
    assert text.count('\n') == expected.count('\n'), 'the case itself changes the number of lines'


@pytest.mark.parametrize('name', [name for name in TABLES if name != 'liquid'])
def test_what_was_repaired_needs_no_more(name: str) -> None:
    for _, expected in TABLES[name]:
        assert repair(expected).text == expected


@pytest.mark.parametrize(
    ('text', 'what', 'line'),
    [
        ('a\n{% widget 3 %}\n{% widget 4 %}', 'widget', 2),
        ('{% include kitchen/sink.html %}', 'sink', 1),
        ('a\n\n{{< pots b="c" >}}', 'pots', 3),
        ('import A from "a"\n\n<Thing b={c} />', 'Thing', 3),
        ('[gallery ids="1,2"]', 'gallery', 1),
        ('<%= pots %>', 'pots', 1),
        ('a\n<script src="https://pots.example/a.js"></script>', 'script of pots.example', 2),
        ('<object><param name="a" value="b"></object>', 'object', 1),
        ('---\ntitle: a\n---\n{% widget %}', 'widget', 4),
        ('{{< figure\n src="a.png" >}}\n{% widget %}', 'widget', 3),
    ],
)
def test_what_is_lost_is_said_once_with_its_line(text: str, what: str, line: int) -> None:
    (problem,) = repair(text).problems
    assert (problem.code, problem.line) == (Code.LEFTOVER, line)
    assert f'"{what}"' in problem.message


@pytest.mark.parametrize(
    'text',
    [
        '{% include JB/setup %}{% include toc.html %}',
        '<script async src="https://platform.twitter.com/widgets.js"></script>',
        '{{< rawhtml >}}x{{< /rawhtml >}}<!--more-->',
        '{% widget title="Words that stay" %}',
        '`{% widget %}`\n\n<!-- {% widget %} -->',
        '{% note %}\nx\n{% endnote %}',
    ],
)
def test_what_shows_nothing_goes_silently(text: str) -> None:
    assert repair(text).problems == ()


def test_front_matter_of_other_forms_is_blanked() -> None:
    assert repair('+++\ntitle = "x"\n+++\ny').text == '\n\n\ny'


def test_long_lines_are_pasted_data() -> None:
    text = '{% widget %} ' * 600
    assert repair(text).text == text


@pytest.mark.parametrize(
    ('service', 'key', 'url'),
    [
        ('youtube', f'https://m.youtube.com/watch?a=b&v={FILM}', f'https://www.youtube.com/embed/{FILM}'),
        ('speakerdeck', 'hana/pots', 'https://speakerdeck.com/hana/pots'),
        ('slideshare', 'key/AbCdEfGhIjKlMn', 'https://www.slideshare.net/slideshow/embed_code/key/AbCdEfGhIjKlMn'),
        ('googleslide', '2PACX-' + 'a' * 40, f'https://docs.google.com/presentation/d/e/2PACX-{"a" * 40}/embed'),
        ('niconico', 'sm9', 'https://www.nicovideo.jp/watch/sm9'),
    ],
)
def test_services(service: str, key: str, url: str) -> None:
    found = shown_by(service, key)
    assert found is not None
    assert found.url == url


@pytest.mark.parametrize(('service', 'key'), [('youtube', 'short'), ('vimeo', 'words'), ('nobody', '1')])
def test_keys_that_say_nothing(service: str, key: str) -> None:
    assert shown_by(service, key) is None
    assert shown_at('https://example.com/watch') is None


def test_headings_of_html_are_sections_of_the_outline() -> None:
    text = '<div>\n<h2>Pots</h2>\n<p>a</p>\n<p>b</p>\n<h3>\nPans\n</h3>\n<ul>\n<li>c</li>\n</ul>\n<h2>Lids</h2>\n</div>'
    sections = outline(tokens(repair(text).text)).sections[1:]
    assert [(section.level, section.title, section.heading.number) for section in sections] == [
        (2, 'Pots', 2),
        (3, 'Pans', 6),
        (2, 'Lids', 11),
    ]


# -- whatever stands in a text -------------------------------------------------------------------------------

MARKS = r"""
{% %} {{< >}} {{% %}} {{ }} {:.a} {#a} <h2> </h2> <iframe </iframe> <script </script> <object> </object> <p> </p>
<div> </div> <li> <hr> ::: :::note :::{note} > >> << >|a| ||< *a **a | # ## ＃ #a ##a## [[ ]] ![[a.png]] []() @[card]( )
(( )) [caption [/caption] [gallery] [code] [/code] {/* */} <Foo /> <!-- --> <!--more--> &nbsp; ` ``` ~~~ <pre> </pre>
<code> </code> <details> </details> <aside> </aside> <%= %> === --- a " = \ 日本
"""
TAGS = [
    '{% raw %}', '{% endraw %}', '{% highlight a %}', '{% endhighlight %}', '{% blockquote a %}', '{% endblockquote %}',
    '{{< highlight a >}}', '{{< /highlight >}}', '> [!NOTE]', 'import a from "b"', 'export const a = {',
    'src="//a.example/b"', '<a href="https://a.example"></a>',
]  # fmt: skip
PIECES = [*MARKS.split(), *TAGS, '- ', '1. ', '# ', '    ', '\t', ' ', *['\n', '\n\n'] * 3, '\ue000', '\ue0000\ue000']


@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map(''.join)))
def test_any_text_keeps_the_number_of_its_lines(text: str) -> None:
    assert repair(text).text.count('\n') == text.count('\n')


WORDS = (
    'pots pans and the 鍋 を 煮る。 2018-01-13 19:00 (Hana) @hana “lid” *hot* **very** `{%x%}` [a](https://b.example)'
)
words = st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=8).map(' '.join)
several = st.lists(words, min_size=1, max_size=3)
blocks = st.one_of(
    st.tuples(st.integers(1, 6), words).map(lambda found: f'{"#" * found[0]} {found[1]}'),
    several.map('\n'.join),
    several.map(lambda items: '\n'.join(f'- {item}\n  - {item}' for item in items)),
    several.map(lambda items: '\n'.join(f'{number}. {item}' for number, item in enumerate(items, 1))),
    several.map(lambda lines: '\n'.join(f'> {line}' for line in lines)),
    several.map(lambda rows: '|a|b|\n|-|-|\n' + '\n'.join(f'|{row}|c|' for row in rows)),
    st.lists(st.sampled_from(PIECES), max_size=9).map(lambda parts: f'```\n{"".join(parts).replace("```", "")}\n```'),
    words.map(lambda line: f'    {line} {{% x %}} ##y'),
    st.just('---'),
)


@given(st.lists(blocks, min_size=1, max_size=8).map('\n\n'.join))
def test_plain_markdown_comes_back_as_it_was(text: str) -> None:
    assert repair(text).text == text
