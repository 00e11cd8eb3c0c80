"""Gives the frames of a finished MP4 the times at which they are to be shown.

OpenCV writes a constant rate only. The container itself keeps a duration for each frame (ISO/IEC
14496-12, the boxes `stts` and `mdhd`), so these are put in afterwards; no frame is encoded again,
left out or doubled.
"""

import os
import struct
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from pathlib import Path
from statistics import median
from typing import IO, Final

TICKS: Final = 90_000
"""A second; divides evenly into 24, 25, 30 and 30000/1001 frames."""

_FEW_TICKS: Final = 1_000
_MOST: Final = 2**32 - 1
_LONELY_S: Final = 1 / 25
"""How long a video of one frame lasts."""
_CONTAINERS: Final = (b"trak", b"mdia", b"minf", b"stbl")


def set_frame_times(path: Path, times_s: Sequence[float]) -> int:
    """Set the times of the frames of an MP4 as `cv2.VideoWriter` writes it; return their number.

    The first frame is shown at 0, the last one for the median of the others' durations.

    Args:
        path: The file, which is changed in place; its frames come in the order in which they are
            shown, and its table of contents at the end.
        times_s: Growing, in seconds; more than there are frames in the file are left out.

    Raises:
        OSError: The file can't be read or written.
        ValueError: It is not such a file, or has more frames than times.
    """
    with path.open("r+b") as file:
        start, contents = _table_of_contents(file)
        n_frames = _number_of_frames(contents)
        if not 0 < n_frames <= len(times_s):
            raise ValueError(f"{n_frames} frames and {len(times_s)} times")
        changed = _with_durations(contents, times_s[:n_frames])
        file.seek(start)
        file.write(struct.pack(">I4s", 8 + len(changed), b"moov") + changed)
        file.truncate()
    return n_frames


def _table_of_contents(file: IO[bytes]) -> tuple[int, bytes]:
    """Return where the last box starts, and what is in it."""
    end, start = file.seek(0, os.SEEK_END), 0
    while start + 8 <= end:
        file.seek(start)
        size, name = struct.unpack(">I4s", file.read(8))
        if size == 1:  # more than 4 GB of frames
            (size,) = struct.unpack(">Q", file.read(8))
        if name == b"moov" and start + size == end:
            return start, file.read()
        start += max(size, 8)
    raise ValueError("no table of contents at the end")


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield name and contents of the boxes in there."""
    start = 0
    while start + 8 <= len(data):
        size, name = struct.unpack_from(">I4s", data, start)
        if size < 8 or start + size > len(data):
            raise ValueError("a box of impossible size")
        yield name, data[start + 8 : start + size]
        start += size


def _number_of_frames(contents: bytes) -> int:
    for name in _CONTAINERS:
        contents = dict(_boxes(contents)).get(name, b"")
    boxes = dict(_boxes(contents))
    if b"stts" not in boxes or b"ctts" in boxes:
        raise ValueError("frames are kept in another order than they are shown")
    _, n_entries = struct.unpack_from(">II", boxes[b"stts"])
    entries = struct.iter_unpack(">II", boxes[b"stts"][8 : 8 + 8 * n_entries])
    return sum(int(n) for n, _ in entries)


def _with_durations(contents: bytes, times_s: Sequence[float]) -> bytes:
    gaps = [b - a for a, b in pairwise(times_s)]
    total_s = times_s[-1] - times_s[0] + (median(gaps) if gaps else _LONELY_S)
    # 32 bits are enough for 13 hours, and for weeks of milliseconds.
    ticks = TICKS if total_s * TICKS < _MOST else _FEW_TICKS
    places = [round((time_s - times_s[0]) * ticks) for time_s in times_s]
    places.append(round(total_s * ticks))
    # Two frames within one tick would be one; the later one waits.
    durations = [max(1, b - a) for a, b in pairwise(places)]
    entries = [(len(list(same)), duration) for duration, same in groupby(durations)]
    stts = struct.pack(">II", 0, len(entries)) + b"".join(struct.pack(">II", *e) for e in entries)
    (movie_ticks,) = struct.unpack_from(">I", dict(_boxes(contents))[b"mvhd"], 12)
    length = sum(durations)
    movie_length = -(-length * movie_ticks // ticks)
    values = {
        b"mvhd": (16, (movie_length,)),
        b"tkhd": (20, (movie_length,)),
        b"mdhd": (12, (ticks, length)),
    }
    return _changed(contents, stts, values)


def _changed(
    contents: bytes, stts: bytes, values: dict[bytes, tuple[int, tuple[int, ...]]]
) -> bytes:
    """Return the boxes with other frame durations, and other 32-bit values at their places."""
    parts = []
    for name, old in _boxes(contents):
        if name == b"edts":
            continue  # it would end the video at its old length
        body = stts if name == b"stts" else old
        if name in _CONTAINERS:
            body = _changed(old, stts, values)
        elif name in values:
            at, numbers = values[name]
            if old[0] != 0:
                raise ValueError("times of 64 bits")
            new = struct.pack(f">{len(numbers)}I", *numbers)
            body = old[:at] + new + old[at + len(new) :]
        parts.append(struct.pack(">I4s", 8 + len(body), name) + body)
    return b"".join(parts)
