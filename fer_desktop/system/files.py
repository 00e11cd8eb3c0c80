"""Writes files: whole or not at all, under names nobody can guess, through nobody else's links.

Every file of this program comes about as a `Draft` beside the place where it belongs. What breaks
off leaves nothing, and whoever reads meanwhile sees the old file or the new one.
"""

import contextlib
import errno
import os
import re
import secrets
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self

from fer_desktop.system.shutdown import Entry

FULL: Final = (errno.ENOSPC, errno.EDQUOT)
"""What the system says where a disk, or the user's share of it, is full."""

_NEW: Final = (
    os.O_CREAT
    | os.O_EXCL
    | os.O_RDWR
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOINHERIT", 0)
)
_TRIES: Final = 20
_PAUSE_S: Final = 0.025
_IN_USE: Final = (5, 32, 33)
"""What Windows says while somebody else has a file open: an indexer, a scanner, another start."""
_LONGEST_STEM: Final = 120
_LONGEST_SUFFIX: Final = 16


class Draft:
    """A file that gets its target's name when it is committed; a context that leaves no other.

    Attributes:
        target: Where it goes.
        path: Where it is written: beside the target, empty at first. A pipe or a device that the
            user chose is written into itself.
        is_special: It is such a pipe or device.
    """

    def __init__(self, target: Path, *, chosen: bool = False) -> None:
        """Make the draft.

        Args:
            target: What lies there is replaced by `commit`, and its permissions are kept. A link is
                replaced, not followed.
            chosen: The user named this very file: a link leads to the file that is replaced, and a
                pipe or a device is written into.

        Raises:
            OSError: The folder can't be written to, or the target is a folder.
        """
        found = _status(target)
        self.is_special = chosen and found is not None and is_special(found)
        if found is not None and stat.S_ISDIR(found.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
        if chosen and not self.is_special and target.is_symlink():
            target = Path(os.path.realpath(target))
        self.target = target
        self.path = target if self.is_special else _made(target)
        self._is_over = self.is_special
        self._entry = None if self._is_over else Entry(f"draft of {target.name}", drop=self.discard)
        if not self.is_special and found is not None and stat.S_ISREG(found.st_mode):
            with contextlib.suppress(OSError):  # a file system without permissions
                self.path.chmod(stat.S_IMODE(found.st_mode) & 0o777)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.discard()

    def commit(self) -> None:
        """Bring what was written to the disk, and give it the target's name.

        Raises:
            OSError: It can't be; the target is as it was.
        """
        if self._is_over:
            return
        _sync(self.path)
        replace(self.path, self.target)
        self._end()
        sync_folder(self.target.parent)

    def discard(self) -> None:
        """Remove the draft, unless it was committed."""
        if not self._is_over:
            self._end()
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)

    def _end(self) -> None:
        self._is_over = True
        if self._entry is not None:
            self._entry.release()


def write_bytes(target: Path, data: bytes, *, chosen: bool = False) -> None:
    """Write a whole file; the arguments are those of `Draft`.

    Raises:
        OSError: It can't be written; what was there is as it was.
    """
    with Draft(target, chosen=chosen) as draft:
        draft.path.write_bytes(data)
        draft.commit()


def write_text(target: Path, text: str, *, chosen: bool = False) -> None:
    """Write a whole file of UTF-8; the arguments are those of `Draft`.

    Raises:
        OSError: It can't be written; what was there is as it was.
    """
    write_bytes(target, text.encode("utf-8", "backslashreplace"), chosen=chosen)


def open_new(path: Path) -> IO[bytes]:
    """Make a file that was not there, and open it to write and read; a link is no free place.

    Raises:
        OSError: It can't be made; FileExistsError where there is something.
    """
    return os.fdopen(os.open(path, _NEW, 0o666), "w+b")


def replace(source: Path, target: Path) -> None:
    """Give a file another's name; on Windows with a few tries, for somebody may read that one.

    Raises:
        OSError: It can't be.
    """
    for left in range(_TRIES - 1, -1, -1):
        try:
            source.replace(target)
        except PermissionError as error:
            if not left or not is_in_use(error):
                raise
            time.sleep(_PAUSE_S)
        else:
            return


def is_in_use(error: OSError) -> bool:
    """Return whether another try may do: Windows lets nobody at what somebody else has open."""
    return getattr(error, "winerror", None) in _IN_USE


def is_special(status: os.stat_result) -> bool:
    """Return whether something is neither file nor folder nor link: a pipe, a device, a socket."""
    kinds = stat.S_ISREG, stat.S_ISDIR, stat.S_ISLNK
    return not any(is_kind(status.st_mode) for is_kind in kinds)


def check_ordinary(path: Path) -> None:
    """Make sure that something is no pipe and no device.

    Raises:
        OSError: It is, or is not there.
    """
    if is_special(path.stat()):
        raise OSError(errno.EINVAL, "it is no ordinary file", str(path))


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system knows how."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):  # some file systems have no such thing
        opened = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def drafts_of(target: Path, process_id: int | None = None) -> Iterator[Path]:
    """Yield the drafts of a file that a kill left beside it; only those of a process, if given."""
    owner = r"\d+" if process_id is None else str(process_id)
    stem, suffix = _name_parts(target)
    pattern = re.compile(rf"{re.escape(stem)}\.{owner}-[0-9a-f]{{16}}\.part{re.escape(suffix)}")
    with contextlib.suppress(OSError), os.scandir(target.parent) as entries:
        names = [entry.name for entry in entries if pattern.fullmatch(entry.name)]
        yield from (target.with_name(name) for name in names)


def remove_drafts(target: Path, process_id: int | None = None) -> None:
    """Remove what `drafts_of` yields."""
    for draft in drafts_of(target, process_id):
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def reason(error: OSError) -> str:
    """Return why something can't be written, in the system's words or the library's."""
    return error.strerror or str(error)


def _made(target: Path) -> Path:
    """Make an empty file beside the target and return its path."""
    stem, suffix = _name_parts(target)
    while True:
        path = target.with_name(f"{stem}.{os.getpid()}-{secrets.token_hex(8)}.part{suffix}")
        try:
            open_new(path).close()
        except FileExistsError:
            continue
        return path


def _name_parts(target: Path) -> tuple[str, str]:
    """Return stem and suffix for a draft, whose whole name no file system finds too long."""
    suffix = target.suffix if len(target.suffix) <= _LONGEST_SUFFIX else ""
    stem = target.name.removesuffix(suffix)
    short = os.fsencode(stem)[:_LONGEST_STEM]
    return (stem if short == os.fsencode(stem) else short.decode("utf-8", "ignore")), suffix


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except (OSError, ValueError):
        return None  # nothing is there, or a link to nothing; the rest is told while it is written


def _sync(path: Path) -> None:
    opened = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
