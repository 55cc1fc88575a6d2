"""The record of what is shown -> its nodes, for every view by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..messages import _
from .around import around_event, around_talk
from .indexes import archive, in_full, series_list, speaker_list, topic_list, year_list
from .listings import listing
from .marks import row_marks
from .people_pages import speaker_page, speaker_talks
from .topic_pages import series_page, topic_page, year_page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from docutils import nodes

    from .entries import Page

_PAGES: Mapping[str, Callable[[Any, Page], list[nodes.Node]]] = {
    'speaker': speaker_page,
    'speaker-talks': speaker_talks,
    'topic': topic_page,
    'series-page': series_page,
    'year': year_page,
    'speaker-list': speaker_list,
    'topic-list': topic_list,
    'series-list': series_list,
    'year-list': year_list,
    'in-full': in_full,
}


def view_nodes(view: str, options: Mapping[str, str], record: Any, page: Page, edit_url: str) -> list[nodes.Node]:
    """What a placeholder becomes; nothing where the archive knows nothing of it.

    :param record: of :func:`.catalogue.shown.shown`.
    :param edit_url: where the page can be edited; ''.
    """
    if record is None:
        return []
    if view == 'around-event':
        return around_event(record, page, edit_url)
    if view == 'around-talk':
        return around_talk(record, page, edit_url)
    if view == 'archive':
        return archive(record, page, options['parts'].split())
    if view == 'row':
        return row_marks(record, page, options.get('links', '').split())
    if view in _PAGES:
        return _PAGES[view](record, page)
    filtered = any(options.get(name) for name in ('speaker', 'topic', 'series', 'year', 'lang', 'kind'))
    return listing(
        view, record, page, options.get('layout') or 'list', _('Nothing here fits that.') if filtered else ''
    )
