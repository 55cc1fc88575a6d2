"""Make an archive of N invented reports, the same for the same N: about 6 kB and six talks each."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TOPICS = (
    'Kubernetes',
    'Go',
    'Rust',
    'Python',
    'サービスメッシュ',
    '機械学習',
    'データベース',
    'セキュリティ',
    '監視',
    'テスト',
)
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
SPEAKERS = 120
TALKS = 6


def report(number: int) -> str:
    """The text of one report; its number decides everything in it."""
    day = date(2015, 1, 5) + timedelta(days=number * 3)
    talks = [_talk(number, place) for place in range(TALKS)]
    rows = '\n\n'.join(
        f'{19 + place // 3}:{place % 3 * 20:02}-{19 + (place + 1) // 3}:{(place + 1) % 3 * 20:02} - '
        f'{handle}, {title} (20min)'
        for place, (title, handle, _) in enumerate(talks)
    )
    sections = '\n\n'.join(f'## {title}\n\n@{handle}\n\n{notes}' for title, handle, notes in talks)
    return (
        f"---\ntitle: 'Example Meetup #{number} レポート'\ndate: {day + timedelta(days=1)}\nauthor: example\n"
        f'tags: [{TOPICS[number % len(TOPICS)]}]\n---\n\n## 概要\n\nExample Meetup #{number}\n\n'
        f'日時: {day.year}年{day.month}月{day.day}日19時から\n\nURL: https://example.com/events/{number}\n\n'
        f'## タイムテーブル\n\n{rows}\n\n{sections}\n'
    )


def _talk(number: int, place: int) -> tuple[str, str, str]:
    seed = number * 7 + place * 13
    title = f'{TOPICS[seed % len(TOPICS)]}の運用 その{seed % 97}-{place}'
    handle = f'example{seed % SPEAKERS}'
    lines = []
    for line in range(10):
        lines.append(f'* {SENTENCES[(seed + line) % len(SENTENCES)]}')
        if line % 3 == 0:
            lines.append(f'    * {SENTENCES[(seed + line * 5 + 3) % len(SENTENCES)]}')
    return title, handle, '\n'.join(lines)


def write_archive(folder: Path, count: int) -> None:
    """Write ``docs`` with that many reports, an index and a ``conf.py`` beside it."""
    reports = folder / 'docs' / 'reports'
    for number in range(count):
        year = reports / str(2015 + number * 3 // 365)
        year.mkdir(parents=True, exist_ok=True)
        (year / f'example-{number:05}.md').write_text(report(number), encoding='utf-8')
    toctree = '```{toctree}\n:hidden:\n:glob:\n\n*/*\n```\n'
    (reports / 'index.md').write_text(f'# Reports\n\n```{{meetup:events}}\n```\n\n{toctree}', encoding='utf-8')
    (folder / 'docs' / 'index.md').write_text(
        '# Archive\n\n```{toctree}\n:hidden:\n\nreports/index\n```\n', encoding='utf-8'
    )
    (folder / 'conf.py').write_text(
        "extensions = ['myst_parser', 'sphinx_meetup']\nhtml_theme = 'furo'\nlanguage = 'ja'\n"
        'html_copy_source = False\nhtml_use_index = False\n',
        encoding='utf-8',
    )
