"""Numbers with their nouns, and spans of years."""

from __future__ import annotations

from ..messages import _


def talks(count: int) -> str:
    """``1 talk``, ``12 talks``."""
    return _('1 talk') if count == 1 else _('%d talks') % count


def events(count: int) -> str:
    """``1 event``, ``12 events``."""
    return _('1 event') if count == 1 else _('%d events') % count


def years(first: int | None, last: int | None) -> str:
    """``2015``, ``2015–2018``; '' without a date."""
    if first is None or last is None:
        return ''
    return f'{first}' if first == last else f'{first}–{last}'
