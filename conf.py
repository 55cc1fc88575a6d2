"""The site's settings."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parent
sys.path.insert(0, str(ROOT / '_ext'))

project = 'sphinx-meetup'
author = 'sphinx-meetup'
copyright = 'sphinx-meetup'
language = os.environ.get('SITE_LANGUAGE', 'ja')

extensions = ['myst_parser', 'sphinx_design', 'sphinx_meetup']
primary_domain = 'meetup'
myst_enable_extensions = ['colon_fence', 'deflist']
exclude_patterns = ['locale']
locale_dirs = ['locale']
gettext_compact = False

html_theme = 'furo'
html_title = 'Meetup Reports'
html_baseurl = os.environ.get('READTHEDOCS_CANONICAL_URL', os.environ.get('SITE_URL', ''))
html_copy_source = False
html_use_index = False
