"""Makes the video of a recording playable that was killed before it could write its end.

Such a file has its pictures, one after the other, but neither the table of them nor the few bytes
that say how they were coded. Those bytes are the same in every file of this size and rate, so they
are taken from one that is made for it, and the pictures are read as a bare stream.
"""

import os
import shutil
import struct
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, Final

import cv2
import numpy as np

from fer_desktop.core.errors import SessionError
from fer_desktop.core.types import ImageBGR
from fer_desktop.sessions.files import (
    FACES_FILE,
    INFO_FILE,
    VIDEO_FILE,
    frame_size,
    is_playable,
    read_info,
)
from fer_desktop.system.files import Draft, drafts_of, reason, remove_drafts
from fer_desktop.system.reading import open_regular
from fer_desktop.vision.media.video_writer import FASTEST, VideoFile

_SETTLED_S: Final = 10.0
"""While something in the folder was written to just now, it may still be recorded."""
_START: Final = b"\x00\x00\x01\xb0"
"""Begins the bytes that say how an MPEG-4 video is coded; one before it says how many they are."""
STREAM_FILE: Final = "video.m4v"
"""The pictures as a bare stream, of which there is never more than a draft."""
_WRITTEN: Final = (VIDEO_FILE, FACES_FILE, INFO_FILE)
"""What a recording writes to."""
_SPARE_BYTES: Final = 32 * 1024 * 1024

Counted = Callable[[Iterator[ImageBGR]], Iterator[ImageBGR]]
"""Hands pictures on; may count them, and end the work by an exception of its own."""


def salvage_video(folder: Path, counted: Counted = iter) -> int:
    """Make a session's video playable; return how many pictures it has, 0 if nothing was to do.

    The video is replaced by a whole one, or stays as it is.

    Args:
        folder: Of the session.
        counted: Is given the pictures, which take a while.

    Raises:
        SessionError: The folder is no session, it is still being recorded, or nothing can be saved.
    """
    info, video = read_info(folder), folder / VIDEO_FILE
    if video.is_symlink() or not video.is_file() or is_playable(video):
        return 0
    try:
        if time.time() - _newest_s(folder) < _SETTLED_S:
            raise SessionError(f"{video} may still be recorded; try again in some seconds.")
        size, rate = _size_and_rate(info)
        if shutil.disk_usage(folder).free < 2 * video.stat().st_size + _SPARE_BYTES:
            raise SessionError(f"{video} can't be made playable: the disk has no room for a copy.")
    except OSError as error:
        raise SessionError(f"{video} can't be saved ({reason(error)}).") from error
    if not rate:
        raise _too_early(video)
    for name in (STREAM_FILE, VIDEO_FILE):
        remove_drafts(folder / name)  # of somebody who was killed in the midst of this
    try:
        return _salvaged(folder, size, rate, counted)
    except OSError as error:
        raise SessionError(f"{video} can't be saved ({reason(error)}).") from error


def _newest_s(folder: Path) -> float:
    """Return when a recording wrote here, or somebody else who makes this video playable."""
    files = [folder / name for name in _WRITTEN]
    for name in (STREAM_FILE, VIDEO_FILE):
        files += drafts_of(folder / name)
    return max(file.lstat().st_mtime for file in files if os.path.lexists(file))


def _size_and_rate(info: dict[str, Any]) -> tuple[tuple[int, int], float]:
    """Return what a session says of its pictures; a rate of 0 where that is no video's."""
    size, rate = frame_size(info), info.get("video_rate")
    is_rate = isinstance(rate, int | float) and 0 < rate <= FASTEST
    if size is None or not is_rate:
        return (0, 0), 0.0
    return size, float(rate or 0)


def _too_early(video: Path) -> SessionError:
    return SessionError(f"{video} was cut too early; nothing of it can be saved.")


def _salvaged(folder: Path, size: tuple[int, int], rate: float, counted: Counted) -> int:
    video = folder / VIDEO_FILE
    with Draft(folder / STREAM_FILE) as stream, Draft(video) as whole:
        with open_regular(video) as source, stream.path.open("wb") as target:
            target.write(_start_of_stream(whole.path, size, rate))
            _go_to_pictures(source)
            shutil.copyfileobj(source, target)
        n_pictures = _copy_pictures(stream.path, whole.path, rate, counted)
        if not n_pictures:
            raise _too_early(video)
        if not is_playable(whole.path):
            raise SessionError(f"{video} can't be saved; the disk may be full.")
        whole.commit()
    return n_pictures


def _start_of_stream(file: Path, size: tuple[int, int], rate: float) -> bytes:
    """Return how videos of this size and rate are coded, from one of a single picture."""
    sample = VideoFile(file, rate)
    sample.write(np.zeros((size[1], size[0], 3), np.uint8))
    sample.close()
    content = file.read_bytes()
    at = content.find(_START, content.find(b"esds"))
    return content[at : at + content[at - 1]]


def _go_to_pictures(source: IO[bytes]) -> None:
    """Leave the file where its pictures begin."""
    while len(head := source.read(8)) == 8:
        size, kind = struct.unpack(">I4s", head)
        if kind == b"mdat":
            if size == 1:
                source.seek(8, 1)
            return
        source.seek(max(0, size - 8), 1)


def _copy_pictures(stream: Path, file: Path, rate: float, counted: Counted) -> int:
    capture, video = cv2.VideoCapture(str(stream), cv2.CAP_FFMPEG), VideoFile(file, rate)
    n_pictures = 0
    try:
        for picture in counted(_pictures(capture)):
            video.write(picture)
            n_pictures += 1
    finally:
        capture.release()
        video.close()
    return n_pictures


def _pictures(capture: cv2.VideoCapture) -> Iterator[ImageBGR]:
    """Yield all pictures but the last: it was cut, and is filled from the one before."""
    read = capture.read()
    while (following := capture.read())[0]:
        yield np.ascontiguousarray(read[1], np.uint8)
        read = following
