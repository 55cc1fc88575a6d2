"""People who may be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .profile import Profile
    from .shapes import Identity, Suggestion


def suggestions(people: Sequence[tuple[Identity, Profile]]) -> tuple[Suggestion, ...]:
    """People who may be one."""
    return ()
