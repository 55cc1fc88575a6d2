"""Where the source of a page can be edited."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from .settings import get_settings

if TYPE_CHECKING:
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment


def edit_address(env: BuildEnvironment, docname: str) -> str:
    """Where the file of a document is edited; '' where nobody said where, and for a page without a file."""
    pattern = _pattern(env.config)
    if not pattern or not Path(env.doc2path(docname)).is_file():
        return ''
    return pattern.replace('{path}', quote(env.doc2path(docname, base=False).as_posix()))


def _pattern(config: Config) -> str:
    """``meetup_edit_url``; else what furo is told of the repository, in the form that GitHub and GitLab have."""
    given: str = get_settings(config).edit_url
    options = config.html_theme_options
    repository = options.get('source_repository') if isinstance(options, dict) else ''
    if given or not isinstance(repository, str) or not repository:
        return given
    branch, folder = options.get('source_branch', 'main'), str(options.get('source_directory', 'docs')).strip('/')
    return f'{repository.rstrip("/")}/edit/{branch}/{folder}/{{path}}'
