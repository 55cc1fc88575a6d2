"""Addresses of people's profiles, and the account that each names."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

_PLAIN = frozenset(
    {
        'twitter.com', 'x.com', 'mobile.twitter.com', 'github.com', 'qiita.com', 'zenn.dev', 'speakerdeck.com',
        'note.com', 'facebook.com', 'instagram.com', 'bitbucket.org', 'gitlab.com', 'slideshare.net',
        'lapras.com', 'sizu.me',
        'weibo.com', 'wantedly.com', 'medium.com', 'dev.to', 'mstdn.jp', 'mastodon.social',
        'threads.net', 'velog.io',
    }
)  # fmt: skip
_BELOW = frozenset({'user', 'users', 'in', 'profile', 'u', 'id', 'people'})
"""Parts of a path before the account's name: ``connpass.com/user/hanako``, ``linkedin.com/in/hanako``."""
_ONLY_BELOW = frozenset({'linkedin.com', 'jp.linkedin.com', 'bsky.app', 'connpass.com'})
_NOBODY = frozenset(
    {
        'search', 'hashtag', 'intent', 'share', 'home', 'events', 'event', 'orgs', 'topics', 'tags', 'explore', 'login',
        'about', 'features', 'pages', 'groups', 'i', 'p', 'dashboard', 'sharer', 'settings',
    }
)  # fmt: skip
_ACCOUNT = re.compile(r'[A-Za-z0-9_][A-Za-z0-9_.-]{0,38}\Z')


def has_accounts(host: str) -> bool:
    """Whether a host (without ``www.``) is a service on which people have accounts."""
    return host in _PLAIN or host in _ONLY_BELOW


def handle_of(url: str) -> str:
    """The account that an address is the profile of; '' for any other address."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or '').removeprefix('www.')
    except ValueError:
        return ''
    path = [part for part in unquote(parts.path).split('/') if part]
    below = len(path) == 2 and path[0] in _BELOW
    if below and (host in _PLAIN or host in _ONLY_BELOW):
        path = path[1:]
    elif host in _ONLY_BELOW or len(path) != 1 or not (host in _PLAIN or path[0].startswith('@')):
        return ''
    name = path[0].lstrip('@')
    return name if _ACCOUNT.match(name) and name.casefold() not in _NOBODY else ''
