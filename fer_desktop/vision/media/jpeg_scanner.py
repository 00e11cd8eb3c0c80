"""Finds whole JPEG pictures in a stream of bytes, whatever else is in it.

What the stream says of lengths and borders is not believed: a picture goes from its first marker to
its last. One that another begins in is broken, and is dropped and counted.
"""

import re
from collections.abc import Iterator
from typing import Final

MOST_BYTES: Final = 32 << 20
"""No picture is larger; of more than that nothing is kept."""

_START: Final = b"\xff\xd8"
_FIRST: Final = 0xFF
_END: Final = 0xD9
_NEVER: Final = (0x00, 0xD8)
"""No markers within a picture: data, and the beginning of another one."""
_NEXT: Final = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""A marker within compressed data that is part of the file, not of the data."""
_SCAN: Final = 0xDA
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers that nothing belongs to."""


class JpegScanner:
    """Takes bytes in as they come, and gives whole pictures.

    Attributes:
        n_broken: Pictures that were begun and dropped, since the start.
    """

    def __init__(self) -> None:
        self.n_broken = 0
        self._data = bytearray()
        self._at = 0
        """So far the picture at the beginning of the data is looked through; 0 before one."""
        self._in_scan = False

    @property
    def n_kept(self) -> int:
        """Bytes that wait for more."""
        return len(self._data)

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Take bytes in, and yield the pictures that are whole with them."""
        self._data += data
        while self._find_start():
            length = self._find_end()
            if length == 0:  # there is more to come
                if len(self._data) > MOST_BYTES:
                    self._drop(len(_START))
                    continue
                return
            if length > 0:
                yield bytes(self._data[:length])
                del self._data[:length]
                self._at, self._in_scan = 0, False

    def _find_start(self) -> bool:
        if self._at:
            return True
        start = self._data.find(_START)
        if start < 0:
            # The last byte may be the first half of a start.
            start = max(0, len(self._data) - 1)
            del self._data[:start]
            return False
        del self._data[:start]
        self._at = len(_START)
        return True

    def _find_end(self) -> int:
        """Return the length of the picture; 0 while it is not whole, -1 where it was broken."""
        length = None
        while length is None:
            length = self._past_data() if self._in_scan else self._past_marker()
        return length

    def _past_data(self) -> int | None:
        """Go to the marker behind compressed data; return 0 where it has not come yet."""
        found = _NEXT.search(self._data, self._at)
        if found is None:
            self._at = max(self._at, len(self._data) - 1)
            return 0
        self._at, self._in_scan = found.start(), False
        return None

    def _past_marker(self) -> int | None:
        """Go past a marker and what belongs to it; return as `_find_end` does, None to go on."""
        data, at = self._data, self._at
        if at + 2 > len(data):
            return 0
        first, marker = data[at : at + 2]
        if first == _FIRST and marker == _END:
            return at + 2
        if first != _FIRST or marker in _NEVER:
            return self._drop(at)
        if marker == _FIRST or marker in _ALONE:
            self._at += 1 if marker == _FIRST else 2
            return None
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if max(at + 4, at + 2 + length) > len(data):
            return 0
        self._at += 2 + max(2, length)
        self._in_scan = marker == _SCAN
        return None

    def _drop(self, n_bytes: int) -> int:
        """Drop what was begun, so many bytes of it; another picture may begin behind them."""
        self.n_broken += 1
        del self._data[:n_bytes]
        self._at, self._in_scan = 0, False
        return -1
