"""Make an archive of N invented reports, the same for the same N: about 7 kB and seven talks each.

It is made as archives are: a few people give many talks and most give one, a few subjects come all the time and most
now and then, and nearly every event is one of a series.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TOPICS = (
    'Kubernetes', 'Golang', 'Rust', 'Python', 'サービスメッシュ', '機械学習', 'データベース', 'セキュリティ',
    '監視', 'Terraform', 'テスト自動化', 'GraphQL', 'React', 'Flutter', 'WebAssembly', 'PostgreSQL',
    'アクセシビリティ', 'デザインシステム', 'CI/CD', 'Ruby', '障害対応', 'Elixir', 'Docker', 'キャッシュ',
    'OpenTelemetry', 'メッセージキュー', 'Kotlin', '負荷試験', '認証', 'Nix',
)  # fmt: skip
"""The most common first."""
NOUNS = ('の運用', 'を試す', '入門', 'の落とし穴', 'への移行', 'のその後', 'を小さく始める', 'の裏側')
SENTENCES = (
    '設定を一か所に集め、変更の履歴を残せるようにした',
    '移行は三段階に分け、どの段階でも元に戻せるようにしておく',
    '計測してから直す。勘で直した箇所はたいてい外れていた',
    'The cache was the bottleneck, not the database',
    '障害のときに誰が何を見るかを、先に決めておく',
    'テストは速さよりも、落ちたときに理由がわかることを優先する',
    'Rolling updates took minutes instead of hours',
    '小さく出して、早く気づき、すぐに戻す',
)
SERIES = ('Example Meetup', '例題勉強会', 'Sample Night', 'Teapot LT', 'Cups.rb')
"""Of each, half as many events as of the one before it, and at last one in 32 of a name of its own."""
REGULARS = 150
WORDS = 20_000
TALKS = 7
FAMILY = ('例', '見本', '試田', '仮名', '写川', '雛形', '型山', '手本')
GIVEN = ('花子', '一郎', '真理', '健', '葵', '翔', '遥', '直美')


@dataclass(frozen=True)
class Event:
    """What a report begins with: the number decides it."""

    number: int

    @property
    def title(self) -> str:
        """The name of the series with the number in it."""
        place = self.number % 32
        series = next((at for at in range(5) if place % (2 << at) == (1 << at) - 1), 5)
        if series == 5:
            return f'Single Day {self.number}'
        return f'{SERIES[series]} #{self.number // (2 << series) + 1}'

    @property
    def day(self) -> date:
        """Every third day there is an event."""
        return date(2015, 1, 5) + timedelta(days=self.number * 3)

    @property
    def docname(self) -> str:
        """Where its report is."""
        return f'reports/{self.day.year}/example-{self.number:05}'


def report(number: int) -> str:
    """The text of one report; its number decides everything in it."""
    event, chance = Event(number), Random(number)
    day = event.day
    talks = [_talk(number, place, chance) for place in range(TALKS)]
    rows = '\n\n'.join(
        f'{19 + place // 3}:{place % 3 * 20:02}-{19 + (place + 1) // 3}:{(place + 1) % 3 * 20:02} - '
        f'{person}, {title} (20min)'
        for place, (title, person, _) in enumerate(talks)
    )
    sections = '\n\n'.join(f'## {title}\n\n{person}\n\n{notes}' for title, person, notes in talks)
    tags = list(dict.fromkeys(_common(TOPICS, chance) for _ in range(chance.choice((0, 1, 1, 2, 3)))))
    if number % 4 == 0:
        tags.append(f'Subject{_rare(chance) % 400}')
    return (
        f"---\ntitle: '{event.title} レポート'\ndate: {day + timedelta(days=1)}\nauthor: example\n"
        f'tags: [{", ".join(tags)}]\n---\n\n## 概要\n\n{event.title}\n\n'
        f'日時: {day.year}年{day.month}月{day.day}日19時から\n\nURL: https://example.com/events/{number}\n\n'
        f'## タイムテーブル\n\n{rows}\n\n{sections}\n'
    )


def _common(things: tuple[str, ...], chance: Random) -> str:
    """One of several, the first far more often than the last."""
    return things[int(len(things) * chance.random() ** 2)]


def _rare(chance: Random) -> int:
    """The number of one of many words: each is used now and then, the first more often."""
    return int(WORDS ** (0.4 + 0.6 * chance.random()))


def _word(number: int) -> str:
    """A made-up name of a thing."""
    syllables = [f'{"bdfgklmnprst"[number // 5**at % 12]}{"aeiou"[number // 7**at % 5]}' for at in range(4)]
    return ''.join(syllables).capitalize() + (f'{number % 10}' if number % 3 == 0 else '')


def _person(number: int, place: int, chance: Random) -> str:
    """Somebody who comes again and again, or is here for once: with a handle, or with a name."""
    if chance.random() < 0.45:
        return f'@regular{int(REGULARS * chance.random() ** 1.5)}'
    if chance.random() < 0.6:
        return f'@guest{number}x{place}'
    seed = number * TALKS + place
    return f'{FAMILY[seed % 8]}{GIVEN[seed // 8 % 8]}{chr(0x4E00 + seed // 64 * 3)}さん'


def _talk(number: int, place: int, chance: Random) -> tuple[str, str, str]:
    """A talk's title, its speaker and its notes."""
    thing = _common(TOPICS, chance) if chance.random() < 0.4 else _word(_rare(chance))
    title = f'{thing}{chance.choice(NOUNS)} その{number}-{place}'
    lines = []
    for line in range(10):
        told = SENTENCES[(number + place + line) % len(SENTENCES)]
        lines.append(f'* {told}（{_word(_rare(chance))}）' if line % 2 else f'* {told}')
        if line % 3 == 0:
            lines.append(f'    * {chance.choice(SENTENCES)}')
    return title, _person(number, place, chance), '\n'.join(lines)


INDEX = """\
# Archive

```{meetup:archive}
```

## Newest events

```{meetup:events}
:limit: 8
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
REPORTS = """\
# Reports

```{meetup:events}
```

```{toctree}
:hidden:
:glob:
:reversed:

*/*
```
"""
CONF = """\
extensions = ['myst_parser', 'sphinx_meetup']
html_theme = 'furo'
language = 'ja'
html_copy_source = False
html_use_index = False
"""


def write_report(docs: Path, number: int) -> Path:
    """Write one report below ``docs``; where it is."""
    path = docs / f'{Event(number).docname}.md'
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(report(number), encoding='utf-8')
    return path


def write_archive(folder: Path, count: int) -> None:
    """Write ``docs`` with that many reports, an index and a ``conf.py`` beside it."""
    docs = folder / 'docs'
    for number in range(count):
        write_report(docs, number)
    (docs / 'reports' / 'index.md').write_text(REPORTS, encoding='utf-8')
    (docs / 'index.md').write_text(INDEX, encoding='utf-8')
    (folder / 'conf.py').write_text(CONF, encoding='utf-8')
