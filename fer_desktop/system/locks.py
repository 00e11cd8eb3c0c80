"""Who writes a file holds it: a second run into the same output is told so and ends."""

import contextlib
import errno
import os
import sys
from typing import Final

_BUSY: Final = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_BEYOND: Final = 1 << 40
"""Where on Windows the byte lies that is held: whoever reads the file comes to no such place."""


class HeldError(Exception):
    """Somebody else writes this file."""


def hold(opened: int) -> None:
    """Hold an open file until it is closed, or its process ends in whatever way.

    Where the file system knows no such thing, nothing is held.

    Raises:
        HeldError: Somebody else holds it.
    """
    try:
        _hold(opened)
    except OSError as error:
        if error.errno in _BUSY:
            raise HeldError from error


if sys.platform == "win32":
    import msvcrt

    def _hold(opened: int) -> None:
        at = os.lseek(opened, 0, os.SEEK_CUR)
        try:
            os.lseek(opened, _BEYOND, os.SEEK_SET)
            msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)
        finally:
            with contextlib.suppress(OSError):
                os.lseek(opened, at, os.SEEK_SET)

else:
    import fcntl

    def _hold(opened: int) -> None:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
