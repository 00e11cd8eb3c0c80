"""Opens files that anybody may have made: ordinary ones only, of a bounded size, and no others.

A pipe would be waited for, a device never end, and a link in a stranger's folder may lead to any
file of this computer.
"""

import errno
import os
import stat
from pathlib import Path
from typing import IO, Final

_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOINHERIT", 0)
    | getattr(os, "O_NOCTTY", 0)
)


def open_regular(path: Path, *, within: Path | None = None) -> IO[bytes]:
    """Open an ordinary file to read; nothing is waited for.

    Args:
        path: The file.
        within: A folder that it must not lead out of, by whatever links.

    Raises:
        OSError: It can't be opened, is no ordinary file, or lies outside.
    """
    if within is not None and not is_within(path, within):
        raise OSError(errno.ELOOP, "it is a link that leads out of its folder", str(path))
    try:
        # Before it is opened: to open a device may be enough to set it off.
        _check(path.stat().st_mode, path)
        opened = os.open(path, _FLAGS)
    except ValueError as error:
        raise OSError(errno.EINVAL, "no file can have this name", str(path)) from error
    try:
        _check(os.fstat(opened).st_mode, path)
        return os.fdopen(opened, "rb")
    except BaseException:
        os.close(opened)
        raise


def read_whole(path: Path, most: int, *, within: Path | None = None) -> bytes:
    """Return what is in an ordinary file of so many bytes at most.

    Raises:
        OSError: As `open_regular`, or it is larger.
    """
    with open_regular(path, within=within) as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG, "it is far too large", str(path))
    return content


def is_within(path: Path, folder: Path) -> bool:
    """Return whether a path leads to a place in a folder, once all links are followed."""
    real = Path(os.path.realpath(path))
    return real.is_relative_to(os.path.realpath(folder))


def _check(mode: int, path: Path) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "it is no ordinary file", str(path))
