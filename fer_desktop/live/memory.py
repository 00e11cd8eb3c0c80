"""Gives memory that is free again back to the system."""

import ctypes
import sys


def give_back() -> None:
    """Return the process's free memory to the system, where its C library keeps it.

    The GNU library has a pool for each thread and keeps what an ended one has freed; the next
    threads get the pools in another order, and after a few videos each pool is as large as the
    hungriest thread has ever made one (measured: 15 % more memory after ten starts of a video).
    Takes milliseconds.
    """
    if not sys.platform.startswith("linux"):
        return
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # other C libraries have none
    if trim is not None:
        trim(0)
