"""A report whose reading is pinned in front matter is the same page as before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sphinx_meetup.commands.front_matter import front_matter, pasted
from sphinx_meetup.commands.read import understand
from support import Site

if TYPE_CHECKING:
    from sphinx_meetup.commands.understood import Understood

ROOT = Path(__file__).parents[1]
ROWS = (
    '# Kettle Night 3\n\nDate: 2031-05-06\n\n## Timetable\n\n{}\n\n## Kettles\n\nby Ana\n\nNotes.\n\n## Lids\n\nby Bo\n'
)
TEXTS = {
    'lines': ROWS.format('19:00 - Ana, Kettles\n\n19:20-19:40 - Bo, Lids (20min)'),
    'list': ROWS.format('- 23:50 Ana, Kettles\n- 00:10-00:30 Bo, Lids\n- 00:30 Good night'),
    'table': ROWS.format(
        '| Time | Title | Room |\n|-|-|-|\n| 19:00 | Kettles | A |\n| soon | Cups | |\n| 19:20 | Lids | B |'
    ),
    'headings': '# Night\n\nWe met.\n\n## 19:00-19:20 Kettles\n\nby Ana\n\n## 19:20-19:40 Lids\n\nby Bo\n',
    'listed': '# Night\n\nWe met.\n\n| Title | Speaker |\n|-|-|\n| Kettles | Ana |\n| Lids | Bo |\n\n## Thoughts\n',
    'names below': '# Night\n\n## Kettles\n\n### Ana さん\n\nNotes.\n\n## Lids\n\n### Bo さん\n\nNotes.\n',
    'toml': '+++\ntitle = "Night 3"\n+++\nDate: 2031-05-06\n\n## Kettles\n\nby Ana\n\n## Lids\n\nby Bo\n',
}  # fmt: skip
REPORTS = sorted((ROOT / 'docs' / 'reports').glob('*/*.md'))


@pytest.mark.parametrize('name', [*TEXTS, *(path.stem for path in REPORTS)])
def test_a_pinned_page_is_the_same(name: str, tmp_path: Path) -> None:
    texts = TEXTS | {path.stem: path.read_text('utf-8') for path in REPORTS}

    def read(text: str) -> Understood:
        return understand(text.encode(), 'Asia/Tokyo', f'reports/{name}.md')

    block = front_matter(read(texts[name]), read, f'reports/{name}.md')
    files = {'plain': texts[name], 'pinned': pasted(texts[name], block.text)}
    pages = {}
    for kind, text in files.items():
        built = Site(tmp_path / kind, {f'reports/{name}.md': text}).build('html')
        pages[kind] = built.page(f'reports/{name}').find(attrs={'class': 'body'}).prettify()
    assert pages['pinned'] == pages['plain']
