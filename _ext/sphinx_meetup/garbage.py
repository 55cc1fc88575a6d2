"""Python's collector of cycles, while there is none to collect."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def no_collection() -> Iterator[None]:
    """For making many plain records: without it the collector goes through the whole environment again and again, a
    third of the time for an archive of 1,000 reports. Nothing with a parent, as nodes have, is to be made within."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
