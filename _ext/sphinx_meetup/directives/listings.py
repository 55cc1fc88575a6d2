"""``events``, ``talks``, ``speakers``, ``topics`` and ``series``: lists of what the archive has."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, ClassVar

from ..catalogue.select import FILTERS, LAYOUTS, SORTS
from ..model.problems import Code, Problem
from ..nodes import archive_view
from ..reading.explicit import unknown_options
from .base import MeetupDirective

if TYPE_CHECKING:
    from docutils import nodes

    from ..catalogue.select import ListKind

OPTIONS = (*FILTERS, 'limit', 'sort', 'layout')


class ListDirective(MeetupDirective):
    """A list; filters narrow it, ``limit``, ``sort`` and ``layout`` shape it."""

    has_content = False
    optional_arguments = 0
    kind: ClassVar[ListKind]

    def run(self) -> list[nodes.Node]:
        """Leave a placeholder: the list is made when the page is written, and again when it changes."""
        self.say(unknown_options(self.kind, self.options, OPTIONS, self.lineno))
        options = {name: text for name in OPTIONS if (text := ' '.join((self.options.get(name) or '').split()))}
        self._check_number(options, 'limit', 'write how many to list')
        self._check_number(options, 'year', 'write it with four digits')
        self._check_choice(options, 'sort', SORTS[self.kind])
        self._check_choice(options, 'layout', LAYOUTS)
        node = archive_view(view=self.kind, options=options)
        self.set_source_info(node)
        return [node]

    def _check_number(self, options: dict[str, str], name: str, advice: str) -> None:
        given = options.get(name, '0')
        if not (given.isascii() and given.isdecimal()):
            self.say([Problem(Code.OPTION, f'{name}: "{given}" is no number; {advice}', self.lineno)])
            del options[name]

    def _check_choice(self, options: dict[str, str], name: str, known: tuple[str, ...]) -> None:
        given = options.get(name, known[0])
        if given in known:
            return
        close = difflib.get_close_matches(given, known, n=1)
        hint = f'; did you mean "{close[0]}"?' if close else f'; write one of: {", ".join(known)}'
        self.say([Problem(Code.OPTION, f'{name}: "{given}" is none of this list{hint}', self.lineno)])
        del options[name]


def list_directives() -> dict[str, type[ListDirective]]:
    """One directive a kind."""
    return {kind: type(f'{kind.title()}Directive', (ListDirective,), {'kind': kind}) for kind in SORTS}
