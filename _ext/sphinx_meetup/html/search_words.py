"""What the scripts of the search say wherever they do."""

from __future__ import annotations

from ..messages import _


def search_words() -> dict[str, str]:
    """The words that box and page share, in the site's language; ``%d`` is a number."""
    told = {
        'found': _('%d hits'),
        'one': _('1 hit'),
        'none': _('Nothing here fits that. Fewer or other words may.'),
        'speaker': _('Speaker'),
        'topic': _('Topic'),
        'series': _('Series'),
    }
    return {name: str(text) for name, text in told.items()}
