"""A mark in annotated copies, by which this program knows its own files and replaces no other.

It stands where the formats allow more than they know, and says how long the file is before it and
what that begins and ends with. Whatever another program saves has no mark or one that is not true.
"""

import contextlib
import os
import struct
import zlib
from pathlib import Path
from typing import IO, Final

_PIECE: Final = 65_536
"""So much of both ends is looked at: videos are long."""
_FACTS: Final = struct.Struct(">QI")
_CHUNK: Final = b"feRD"
"""In a PNG: for this program alone, not needed, and not to be kept where the picture changes."""
_PNG_END: Final = b"\0\0\0\0IEND\xaeB`\x82"
_BOX: Final = struct.pack(">I4s", 36, b"uuid") + bytes.fromhex("6b0f4c52c1d94d0f8f2b6a86f2e0a931")
_MARK_BYTES: Final = 36
"""At the end of the file, in both formats."""


def marked_png(data: bytes) -> bytes:
    """Return a PNG with the mark in it."""
    start = len(data) - len(_PNG_END)
    body = _CHUNK + _facts(start, data[: min(start, _PIECE)], data[max(0, start - _PIECE) : start])
    chunk = struct.pack(">I", _FACTS.size) + body + struct.pack(">I", zlib.crc32(body))
    return data[:start] + chunk + data[start:]


def mark_video(file: IO[bytes]) -> None:
    """Add the mark to an MP4 that is whole; on a full disk it stays without.

    Args:
        file: Open to read and write, without a buffer.
    """
    size = file.seek(0, os.SEEK_END)
    try:
        mark = _BOX + _facts(size, *_ends(file, size))
        file.seek(size)
        is_written = file.write(mark) == len(mark)
    except OSError:
        is_written = False
    if not is_written:
        with contextlib.suppress(OSError):
            file.truncate(size)


def is_own(path: Path) -> bool:
    """Return whether a file was written by this program and is as it was; of a link, never."""
    try:
        if path.is_symlink() or not path.is_file():
            return False
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END) - _MARK_BYTES
            if size < 0:
                return False
            file.seek(size)
            mark = file.read(_MARK_BYTES)
            facts = _facts(size, *_ends(file, size))
    except OSError:
        return False
    body = _CHUNK + facts
    is_png = mark[4:].startswith(body) and mark.endswith(_PNG_END)
    return is_png or mark == _BOX + facts


def _ends(file: IO[bytes], size: int) -> tuple[bytes, bytes]:
    file.seek(0)
    head = file.read(min(size, _PIECE))
    start = max(0, size - _PIECE)
    file.seek(start)
    return head, file.read(size - start)


def _facts(size: int, head: bytes, tail: bytes) -> bytes:
    return _FACTS.pack(size, zlib.crc32(tail, zlib.crc32(head)))
