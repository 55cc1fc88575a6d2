"""``read --front-matter``: a report's front matter with the ``meetup:`` that pins how it was read, ready to paste."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ..reading.frontmatter import Block, find_block, front_matter_lines, read_front_matter
from ..reading.frontmatter.without import toml_without, yaml_without
from ..reading.markdown import tokens
from ..reading.outline import outline
from ..reading.repair import repair
from ..reading.report import read_report
from .pin import Care, among_equals, pin
from .spelled import json_lines, toml_lines, yaml_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ..reading.assemble import Assembled
    from .understood import Understood


@dataclass(frozen=True, slots=True)
class Pinned:
    """The block, and what to say beside it.

    :param lines: how many lines at the head of the file it stands in for.
    :param notes: what the author should know, a sentence each.
    """

    text: str
    lines: int
    notes: tuple[str, ...] = ()


def front_matter(understood: Understood, again: Callable[[str], Understood], path: str = '') -> Pinned:
    """The front matter that pins a reading. It is read back, and says more where it has to.

    :param again: reads a text as this report was read.
    :param path: the report's path, as it was read.
    """
    text = understood.text
    lines = front_matter_lines(text)
    if not understood.reading.enabled:
        kept = '\n'.join(text.split('\n')[:lines])
        return Pinned(kept, lines, ('it says "meetup: false": nothing is read, and nothing is to be pinned',))
    plain = read_report(text, path=path)
    for care in _cares(understood):
        block, notes = merged(text, pin(understood, plain, care))
        if _is_same(understood, again(pasted(text, block))):
            return Pinned(block, lines, notes)
    return Pinned(
        block, lines, (*notes, 'something of it is read back in another way: compare what "read" says of both')
    )


def _cares(understood: Understood) -> Iterator[Care]:
    """What to say of the talks: what tells them apart in most reports, then their rows too, then everything."""
    yield Care()
    yield Care(rows=True)
    title = understood.reading.title_line
    sections = outline(tokens(repair(understood.text).text)).sections
    heads = [(one.title, one.heading.number) for one in sections if one.level and one.heading.number != title]
    yield Care(rows=True, headings=among_equals(heads))


def _is_same(first: Understood, second: Understood) -> bool:
    """Whether a report that was pinned gives the records it gave before, and no problem that it did not have."""
    known, found = (Counter(problem.code for problem in one.problems) for one in (first, second))
    return _records(first.assembled) == _records(second.assembled) and found <= known


def pasted(text: str, block: str) -> str:
    """A report with a block in the place of its front matter."""
    return '\n'.join([block, *text.split('\n')[front_matter_lines(text) :]])


def _records(assembled: Assembled) -> tuple[Any, ...]:
    """What is published of a report: its records, wherever their lines stand."""
    return replace(assembled.event, line=0), tuple(replace(talk, line=0) for talk in assembled.talks)


def merged(text: str, meetup: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    """A report's front matter with a new ``meetup:``; everything else in it stays, in its own language."""
    block = find_block(text)
    values = {name: value for name, value in read_front_matter(text).values.items() if name != 'meetup'}
    if block is None:
        return _yaml('', meetup), ()
    if block.form == 'yaml' and (kept := yaml_without(block, values)) is not None:
        return _yaml(kept, meetup), ()
    if block.form == 'toml' and (kept := toml_without(block)) is not None:
        return '\n'.join(['+++', *filter(None, [kept]), '', *toml_lines('meetup', meetup), '+++']), ()
    if block.form == 'json' and (found := _json(block, meetup, open_form=text.startswith('"'))):
        return found, ()
    kept = '\n'.join(yaml_lines(values, typed=True))
    return _yaml(kept, meetup), ('the front matter was rewritten as YAML, as there is no keeping its own form',)


def _yaml(kept: str, meetup: Mapping[str, Any]) -> str:
    return '\n'.join(['---', *filter(None, [kept]), *yaml_lines({'meetup': dict(meetup)}), '---'])


def _json(block: Block, meetup: Mapping[str, Any], *, open_form: bool) -> str:
    try:
        found = json.loads(block.source, strict=False)
    except (ValueError, RecursionError):
        return ''
    if not isinstance(found, dict):
        return ''
    lines = json_lines({**found, 'meetup': meetup}, braces=not open_form)
    return '\n'.join([*lines, ';;;'] if open_form else lines)
