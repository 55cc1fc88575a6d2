"""Roles that lead nowhere: what they may have meant."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, cast

from .domain import MeetupDomain
from .messages import warn_at
from .model.problems import Code

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.domains import Domain

    from .model.archive import Kind


def _explain_missing(app: Sphinx, domain: Domain, node: pending_xref) -> bool | None:
    """Say what a role without target may have meant; True keeps Sphinx from warning a second time."""
    if not isinstance(domain, MeetupDomain):
        return None
    kind, target = cast('Kind', node['reftype']), node['reftarget']
    found = domain.find(kind, target, node.get('refdoc', ''))
    if found:
        places = ', '.join(sorted(place.docname for place in found))
        names = _full_names(domain, kind, target)
        message = f'the {kind} "{target}" is in several documents ({places}); write one of: {names}'
    else:
        close = _closest(target, domain.names(kind))
        hint = f'did you mean "{close}"?' if close else f'no page describes this {kind}'
        message = f'{kind} not found: "{target}"; {hint}'
    warn_at(node, Code.REFERENCE, message)
    return True


def _closest(target: str, names: Sequence[str]) -> str:
    """The name most like a target, be it a full one or, for a talk, the part after the event; '' for none."""
    short = {name.rpartition('/')[2]: name for name in names}
    close = difflib.get_close_matches(target, names, n=1, cutoff=0.6)
    if close:
        return close[0]
    close = difflib.get_close_matches(target.rpartition('/')[2].removeprefix('talk-'), short, n=1, cutoff=0.6)
    return short[close[0]] if close else ''


def _full_names(domain: MeetupDomain, kind: Kind, target: str) -> str:
    if kind == 'talk':
        names: Mapping[str, None] = dict.fromkeys(
            talk.name
            for _, talk in domain.archive.talks
            if talk.id.removeprefix('talk-') == target.removeprefix('talk-')
        )
        return ', '.join(names)
    return target


def setup_missing(app: Sphinx) -> None:
    """Register the words for dead roles."""
    app.connect('warn-missing-reference', _explain_missing)
