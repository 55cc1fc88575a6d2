"""The facts of the event itself: what labels, prose, headings, addresses, the file's path and front matter say."""

from __future__ import annotations

from .about import About
from .given import FACT_CODES, KEYS, fact_value, from_meetup, is_language
from .labels import from_lines, labelled
from .pages import event_page
from .path import PathDate, path_date
from .post import draft_mark, draft_problem, from_front_matter, from_heading, with_series
from .when import event_date

__all__ = [
    'FACT_CODES',
    'KEYS',
    'About',
    'PathDate',
    'draft_mark',
    'draft_problem',
    'event_date',
    'event_page',
    'fact_value',
    'from_front_matter',
    'from_heading',
    'from_lines',
    'from_meetup',
    'is_language',
    'labelled',
    'path_date',
    'with_series',
]
