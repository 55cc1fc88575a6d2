"""What a blog's own front matter says of the post: title, author, day of publication, topics, draft or not."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ...model.drafts import Certainty, EventDraft, Found
from ...model.ids import is_explicit
from ...model.problems import Code, Problem
from ..dates import read_date
from ..frontmatter import all_texts
from ..links import is_web, link_kind
from ..names import event_name, series_of
from ..text import folded
from ..times import read_span
from .given import fact_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..frontmatter import FrontMatter
    from ..outline import Line

_DATES = (
    'date', 'published', 'published_at', 'publishdate', 'publish_date', 'pubdate', 'pub_date', 'post_date', 'datetime',
    'created_at', 'created', 'createdat', 'posted', 'publishedat', 'published_date', 'pubdatetime', 'date_published',
    'datepublished',
)  # fmt: skip
_EVENT_DATES = (
    'dtstart', 'event_date', 'eventdate', 'date_event', 'start_date', 'startdate', 'start', 'held_on', 'held_at',
)  # fmt: skip
"""Keys that give the day of the event itself, often with the time at which it begins."""
_VENUES = ('location', 'venue', 'place')
_TOPICS = ('tags', 'tag', 'topics', 'event_tags', 'categories', 'category', 'keywords')
_SOURCES = (
    'canonical', 'canonical_url', 'canonicalurl', 'canonical_link', 'original', 'original_url', 'originalurl',
    'source_url', 'permalink',
)  # fmt: skip
_PAGES = ('event_url', 'eventurl', 'event_page', 'event', 'connpass', 'meetup_url', 'url', 'link', 'external_url')
_LANGUAGES = ('lang', 'language', 'locale')
_TRUE = frozenset({'true', 'yes', 'on', '1', 'y'})
_FALSE = frozenset({'false', 'no', 'off', '0', 'n'})
_DRAFTS = ('draft', 'private', 'ignorepublish', 'unlisted')
_PUBLISHED = ('published', 'publish', 'public')
_UNFINISHED = frozenset({'draft', 'private', 'pending', 'unpublished', 'wip', '下書き', 'future', 'auto-draft'})

# Words that sort a blog's posts and say nothing of the event.
_GENERIC = frozenset(
    {
        'blog', 'post', 'posts', 'event', 'events', 'report', 'reports', 'eventreport', 'event-report', 'event report',
        'diary', 'tech', 'technology', 'study', 'study-meeting', 'meetup', 'meetups', 'conference', 'conferences',
        'notes', 'note', 'memo', 'misc', 'other', 'others', 'uncategorized', 'article', 'articles', 'news', 'life',
        'study-meeting-repo', 'recap', 'archive', 'page', 'it', 'programming', 'dev', 'idea', 'talk', 'talks',
        'イベント', 'イベントレポート', 'イベントレポ', 'レポート', 'レポ', '日記', '勉強会', '未分類',
        '参加レポート', '参加記',
        '参加報告', '参加メモ', 'カンファレンス', 'ブログ', '技術', '雑記', 'メモ', 'その他', '勉強会レポート',
        '勉強会メモ',
        'ミートアップ', 'セミナー', '登壇', '感想', '雑談', 'テック', 'まとめ', 'お知らせ', '備忘録', '技術ブログ',
        '勉強会参加記',
        '振り返り',
        '会议', '活动', '技术', '随笔', '总结', '未分类', '笔记', '日志', '后记', '活動',
        '후기', '행사', '컨퍼런스', '이벤트', '회고', '일상', '개발', '밋업', '세미나', '기술',
    }
)  # fmt: skip
_CLOCK = re.compile(r'[T ](\d{1,2}:\d{2})')
_YEAR = re.compile(r'(?:19|20)\d{2}\Z')
_SERIES_RULE = "the event's name without its number"
_NUMBER_RULE = "the number in the event's name"
_MOST_TOPICS = 30
_LONGEST_TOPIC = 60


def from_front_matter(front: FrontMatter) -> tuple[EventDraft, list[Problem]]:
    """What a blog's own keys say: title, author, day of publication, topics, addresses. Other keys are ignored.

    The post's date is the publication's; :func:`.event_date` takes it as a last resort for the event's.
    """

    def found(key: str, value: Any, rule: str, certainty: Certainty = 'sure') -> Any:
        return Found(value, front.line(key), rule, certainty) if value else None

    title = front.text('title')
    problems: list[Problem] = []
    source = ''
    if front.text('source'):
        try:
            source = fact_value('source', front.text('source'))
        except ValueError as error:
            problems.append(Problem(Code.FRONT_MATTER, f'source: {error}', front.line('source')))
    source_key = 'source'
    if not source:
        keys = (*_SOURCES, 'url') if front.text('editurl') else _SOURCES
        source_key, source = next(((key, front.text(key)) for key in keys if is_web(front.text(key))), ('source', ''))
    page_key = next((key for key in _PAGES if link_kind(front.text(key)) == 'event'), '')
    lang_key = next((key for key in _LANGUAGES if front.text(key)), 'lang')
    lang = ''
    if front.text(lang_key):
        try:
            lang = fact_value('lang', front.text(lang_key).replace('_', '-'))
        except ValueError as error:
            problems.append(Problem(Code.FRONT_MATTER, f'{lang_key}: {error}', front.line(lang_key)))
    venue_key = next((key for key in _VENUES if front.text(key).strip()), 'venue')
    date_key = next((key for key in _DATES if front.text(key) and read_date(front.text(key))), 'date')
    author_key, author = _author(front)
    topics_key, topics = _topics(front)
    draft = EventDraft(
        title=found('title', event_name(title), 'front matter: title without the words of a report'),
        author=found(author_key, author, f'front matter: {front.key(author_key)}'),
        published=found(date_key, read_date(front.text(date_key)), f'front matter: {front.key(date_key)}'),
        source=found(source_key, source, f'front matter: {front.key(source_key)}'),
        url=found(page_key, front.text(page_key), f'front matter: {front.key(page_key)}'),
        lang=found(lang_key, lang, f'front matter: {front.key(lang_key)}'),
        topics=found(topics_key, topics, f'front matter: {front.key(topics_key)}'),
        venue=found(venue_key, front.text(venue_key).strip(), f'front matter: {front.key(venue_key)}'),
        id=found('event', _event_id(front), f'front matter: {front.key("event")}'),
    )
    return draft.over(_begin(front)), problems


def _event_id(front: FrontMatter) -> str:
    """The id of the event, by which reports of it meet. One word may be a category: ``event: meetup``."""
    value = front.text('event').strip()
    return value if '-' in value and is_explicit(value) else ''


def _begin(front: FrontMatter) -> EventDraft:
    """The event's day and time of day, where front matter has a key for them: ``dtstart: 2030-04-05T19:00+09:00``."""
    key = next((key for key in _EVENT_DATES if read_date(front.text(key))), '')
    if not key:
        return EventDraft()
    line, rule, value = front.line(key), f'front matter: {front.key(key)}', front.text(key)
    day = read_date(value)
    clock = _CLOCK.search(value)
    time = read_span(clock[1]) if clock else None
    return EventDraft(
        date=Found(day, line, rule) if day else None, start=Found(time.start, line, rule) if time else None
    )


def _author(front: FrontMatter) -> tuple[str, str]:
    """The author's name, or several: ``author: hanako``, ``author: {name: Hanako}``, ``authors: [hanako, taro]``."""
    for key in ('author', 'authors', 'writer', 'created_by'):
        value = front.values.get(front.key(key))
        parts = value if isinstance(value, list) else [value]
        names = [name for part in parts if (name := _name(part))]
        if names:
            return key, ', '.join(dict.fromkeys(names))
    return 'author', ''


def _name(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, dict):
        given = (value.get(key) for key in ('name', 'handle', 'nickname', 'id'))
        return next((text.strip() for text in given if isinstance(text, str) and text.strip()), '')
    return ''


def _topics(front: FrontMatter) -> tuple[str, tuple[str, ...]]:
    """The topics of all keys that name some, each once, and the first of these keys."""
    taxonomies = front.values.get('taxonomies')
    held: list[tuple[str, object]] = [(key, front.values.get(front.key(key))) for key in _TOPICS]
    if isinstance(taxonomies, dict):
        held += [('taxonomies', taxonomies.get(key)) for key in _TOPICS]
    topics: dict[str, str] = {}
    first = 'tags'
    for key, value in held:
        for text in _topic_texts(front, value, spaced=key not in {'keywords', 'category', 'tag'}):
            if folded(text) not in topics:
                first = first if topics else key
                topics[folded(text)] = text
    return first, tuple(topics.values())[:_MOST_TOPICS]


def _topic_texts(front: FrontMatter, value: object, *, spaced: bool) -> Iterator[str]:
    """The topics in a key's value: a list, or one text parted by commas, or by spaces as Jekyll has it."""
    for text in all_texts(value):
        parts = re.split(r'[,、，]', text)
        if isinstance(value, str) and spaced and len(parts) == 1 and (front.text('layout') or text == text.lower()):
            parts = text.split()
        for part in parts:
            topic = part.strip().strip('\'"').removeprefix('#').strip()
            if topic and len(topic) <= _LONGEST_TOPIC and folded(topic) not in _GENERIC and not _YEAR.match(topic):
                yield topic


def draft_mark(front: FrontMatter) -> Found[str] | None:
    """The line of front matter that says that the post is not to be published (``draft: true``), or None."""
    for key in _DRAFTS:
        if front.text(key).casefold() in _TRUE:
            return _mark(front, key)
    for key in _PUBLISHED:
        if front.text(key).casefold() in _FALSE:
            return _mark(front, key)
    return _mark(front, 'status') if front.text('status').casefold() in _UNFINISHED else None


def draft_problem(mark: Found[str]) -> Problem:
    """What the author of a draft is told."""
    message = f'the report is a draft ("{mark.value}") and is left out of the site; take the line out to publish it'
    return Problem(Code.DRAFT, message, mark.line)


def _mark(front: FrontMatter, key: str) -> Found[str]:
    return Found(f'{front.key(key)}: {front.text(key)}', front.line(key), f'front matter: {front.key(key)}')


def from_heading(heading: Line) -> EventDraft:
    """The event's name from the page's own H1."""
    return EventDraft(title=Found(event_name(heading.text), heading.number, 'heading without the words of a report'))


def with_series(draft: EventDraft) -> EventDraft:
    """The draft, with the series and the number that its name holds where the author gives no other.

    What was told by another name before (a plain report's, where a directive names the event) is told anew.
    """
    if draft.title is None:
        return draft
    name, number = series_of(draft.title.value)
    line = draft.title.line
    certainty: Certainty = 'likely' if draft.title.certainty == 'given' else draft.title.certainty
    told = replace(
        draft,
        series=draft.series if draft.series and draft.series.rule != _SERIES_RULE else None,
        number=draft.number if draft.number and draft.number.rule != _NUMBER_RULE else None,
    )
    if not name:
        return told
    read = EventDraft(
        series=Found(name, line, _SERIES_RULE, certainty), number=Found(number, line, _NUMBER_RULE, certainty)
    )
    return told.over(read)
