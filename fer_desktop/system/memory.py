"""Keeps the process's memory small: one pool for all threads, and free memory goes back.

The GNU C library has a pool of memory for each thread and keeps in it what the thread has freed. As
each source has threads of its own, which get the pools in another order, after a few sources every
pool is as large as the hungriest thread has ever made one: 15 % more after ten starts of a video.
The threads here spend their time in large computations, so they can share one pool; `fer-desktop
benchmark` is as fast with it.
"""

import ctypes
import sys
from typing import Any

_ARENA_MAX = -8
"""Number of mallopt's parameter for the most pools, in malloc.h."""


def use_one_pool() -> None:
    """Let all threads that come share one pool; to be called before the first thread starts."""
    limit = _function("mallopt")
    if limit is not None:
        limit(_ARENA_MAX, 1)


def give_back() -> None:
    """Return free memory to the system; takes milliseconds."""
    trim = _function("malloc_trim")
    if trim is not None:
        trim(0)


def _function(name: str) -> Any:  # noqa: ANN401 - a foreign function
    """Return a function of the GNU C library; None on other systems and with other libraries."""
    if not sys.platform.startswith("linux"):
        return None
    return getattr(ctypes.CDLL(None), name, None)
