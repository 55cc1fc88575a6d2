"""The site's settings."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parent
sys.path.insert(0, str(ROOT / '_ext'))

from sphinx_meetup import __version__  # noqa: E402 - the path comes first

project = 'sphinx-meetup'
author = 'sphinx-meetup'
copyright = 'sphinx-meetup'
version = release = __version__
language = os.environ.get('SITE_LANGUAGE', 'ja')

# The page for addresses without one comes first: its sidebar is to be ours too.
extensions = ['notfound.extension', 'myst_parser', 'sphinx_design', 'sphinx_meetup', 'meetup_guide']
primary_domain = 'meetup'
myst_enable_extensions = ['colon_fence', 'deflist']
templates_path = ['docs/_templates']
exclude_patterns = ['locale', '_templates']
locale_dirs = ['locale']
gettext_compact = False

html_theme = 'furo'
html_title = 'Meetup Reports'
html_copy_source = False
html_use_index = False

# Where the site is published, as far as it has been told: READTHEDOCS_CANONICAL_URL is set by Read the Docs.
ADDRESS = os.environ.get('READTHEDOCS_CANONICAL_URL') or os.environ.get('SITE_URL', '')
html_baseurl = f'{ADDRESS.rstrip("/")}/' if ADDRESS else ''
notfound_urls_prefix = urlsplit(html_baseurl).path or '/'
if html_baseurl:  # a sitemap holds whole addresses
    extensions.append('sphinx_sitemap')
sitemap_url_scheme = '{link}'
sitemap_locales = [None]
sitemap_excludes = [f'{page}{end}' for page in ('404', 'search', 'genindex') for end in ('.html', '/')]

# What each system has for Japanese, with the Latin letters drawn to go with it; no font is downloaded.
FONTS = (
    '"Hiragino Sans", "Hiragino Kaku Gothic ProN", "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic UI", Meiryo, '
    'system-ui, sans-serif'
)
LIGHT = {'font-stack': FONTS, 'color-brand-primary': '#8a2f1d', 'color-brand-content': '#8a2f1d'}
DARK = {'color-brand-primary': '#f0a58f', 'color-brand-content': '#f0a58f'}
html_theme_options = {'light_css_variables': LIGHT, 'dark_css_variables': DARK}

epub_show_urls = 'no'
epub_exclude_files = ['404.xhtml']
latex_engine = 'lualatex' if language == 'ja' else 'pdflatex'

# These answer programs with 403 or 429; that says nothing about the link.
linkcheck_ignore = [r'https://[^/]*connpass\.com/', r'https://[^/]*slideshare\.net/', r'https://twitter\.com/']
linkcheck_timeout = 15
