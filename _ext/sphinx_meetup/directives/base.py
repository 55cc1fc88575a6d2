"""What the directives share: options that are checked by us, and lines that are right in both parsers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from ..messages import warn_at

if TYPE_CHECKING:
    from ..model.problems import Problem


class _AnyOption(dict[str, Callable[[str], Any]]):
    """Accept every option as text.

    docutils drops a whole directive for one unknown option and MyST says so in its own words; here the
    directive looks at its options itself, warns, and goes on.
    """

    def __missing__(self, key: str) -> Callable[[str], Any]:
        return directives.unchanged


class MeetupDirective(SphinxDirective):
    """Base of all; ``self.options`` holds texts."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = _AnyOption(id=directives.unchanged)

    @property
    def title(self) -> str:
        """The argument on one line."""
        return ' '.join(self.arguments[0].split()) if self.arguments else ''

    @property
    def no_index(self) -> bool:
        """Whether this is an example that the archive is not to know."""
        return 'no-index' in self.options

    @property
    def content_line(self) -> int:
        """The source line of the first line of content, counted from 1.

        docutils' ``content_offset`` counts from the file's start, MyST's from the directive's.
        """
        offset: int = self.content_offset
        if type(self.state).__module__.startswith('myst_parser'):
            return int(self.lineno) + 1 + offset
        return offset + 1

    def say(self, problems: Iterable[Problem]) -> None:
        """Log the problems of this directive, in the file and line where they stand (it may be an included one)."""
        for problem in problems:
            source, line = self.state_machine.get_source_and_line(problem.line or self.lineno)
            warn_at(f'{source}:{line}', problem.code, problem.message)
