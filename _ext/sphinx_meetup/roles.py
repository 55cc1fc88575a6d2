"""Roles to events, talks and speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.roles import XRefRole

from .domain import MeetupDomain

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_roles(app: Sphinx) -> None:
    """One role a kind; a dead target is said, as a link that leads nowhere helps nobody."""
    for kind in MeetupDomain.object_types:
        app.add_role_to_domain('meetup', kind, XRefRole(innernodeclass=nodes.inline, warn_dangling=True))
