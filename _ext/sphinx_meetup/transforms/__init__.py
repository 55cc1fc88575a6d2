"""The transforms, in the order they run: clean, link, lift and assemble (read), expand (write)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .addresses import SpellOutAddresses
from .assemble import AssembleEvents
from .contain import ContainReport
from .dangling import MendDangling
from .expand import ExpandPlaceholders
from .japanese import JoinJapaneseLines, LinkAddresses
from .lift import LiftReport
from .sanitise import SanitiseHtml
from .withheld import UnlinkWithheld, UnlinkWithheldTargets

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_transforms(app: Sphinx) -> None:
    """Register the transforms."""
    for transform in (
        UnlinkWithheld,
        SanitiseHtml,
        ContainReport,
        MendDangling,
        LinkAddresses,
        UnlinkWithheldTargets,
        JoinJapaneseLines,
        LiftReport,
        AssembleEvents,
    ):
        app.add_transform(transform)
    app.add_post_transform(ExpandPlaceholders)
    app.add_post_transform(SpellOutAddresses)
