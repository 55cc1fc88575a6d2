"""How long Hypothesis searches: the same examples every time, or many new ones (``HYPOTHESIS_PROFILE=deep``)."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile('steady', deadline=None, derandomize=True)
settings.register_profile('deep', deadline=None, max_examples=3000)
settings.load_profile(os.environ.get('HYPOTHESIS_PROFILE', 'steady'))
