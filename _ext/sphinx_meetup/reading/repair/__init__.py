"""Leftovers of other tools become what they mean, line for line, before the Markdown is parsed.

A post is moved here from Jekyll, Hugo, Hexo, WordPress, Zenn or Hatena with their tags in it. Each becomes
Markdown or plain HTML that the outline and the page both understand; what means nothing here vanishes, and what
is lost with it is said. The number of lines stays, so that every line that is named is the author's own.

Code is put away first (:mod:`.code`), so that no other module has to look for it. Then each tool's module turns
its own tags into what they show; :mod:`.tags` knows what that is, from the names in ``known.toml``.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...model.problems import Code, Problem
from ..frontmatter import front_matter_lines
from .attributes import repair_attributes
from .boxes import open_boxes
from .code import code_tags_inline, hide_code
from .draft import Draft
from .embeds import part_frames, repair_embeds
from .erb import repair_erb
from .hatena import repair_hatena, repair_hatena_blocks
from .headings import repair_headings
from .html_headings import free_headings, repair_html_headings
from .hugo import hide_escaped, repair_hugo
from .liquid import hide_raw, repair_liquid
from .mdx import repair_mdx
from .shelter import Shelter
from .wiki import repair_wiki
from .wordpress import hide_comments, repair_wordpress
from .zenn import repair_zenn

_REPAIRS = (
    repair_hugo, repair_liquid, repair_erb, repair_mdx, repair_wordpress, repair_zenn, repair_hatena, repair_embeds,
    repair_wiki, repair_attributes, repair_html_headings, repair_headings,
)  # fmt: skip
"""Tags first: what they show may stand in a heading."""
_LAYOUT = (open_boxes, free_headings, part_frames)
"""What concerns the lines around one."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text with as many lines as before, and what was lost in it."""

    text: str
    problems: tuple[Problem, ...] = ()


def repair(text: str) -> Repaired:
    """Turn the leftovers of other tools into Markdown. Code and YAML front matter stay as they are.

    Front matter of another form (TOML, JSON, a list of keys) is blanked: :mod:`..frontmatter` has read it from the
    original text. Cost linear in the length.
    """
    lines = text.split('\n')
    head = min(front_matter_lines(text), len(lines))
    front = lines[:head] if head and lines[0].rstrip() == '---' else [''] * head
    body = lines[head:]
    repair_hatena_blocks(body)
    shelter = Shelter(text)
    hide_code(body, shelter)
    draft = Draft(_without_spans('\n'.join(body), shelter))
    for work in _REPAIRS:
        work(draft)
    for layout in _LAYOUT:
        draft.rewrite_lines(layout)
    problems = tuple(
        Problem(Code.LEFTOVER, f'"{what}" means nothing here and is left out; write Markdown in its place', head + line)
        for what, line in draft.lost.items()
    )
    return Repaired(
        '\n'.join([*front, shelter.restore(draft.text)] if head else [shelter.restore(draft.text)]), problems
    )


def _without_spans(text: str, shelter: Shelter) -> str:
    """A text without what is code or shown as it is inside its lines."""
    text = hide_comments(shelter.hide_spans(code_tags_inline(text)), shelter)
    return hide_raw(hide_escaped(text, shelter), shelter)
