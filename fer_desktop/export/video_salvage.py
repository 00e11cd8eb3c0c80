"""Makes the video of a recording playable that was killed before it could write its end.

Such a file has its pictures, one after the other, but neither the table of them nor the few bytes
that say how they were coded. Those bytes are the same in every file of this size and rate, so they
are taken from one that is made for it, and the pictures are read as a bare stream.
"""

import contextlib
import shutil
import struct
import time
from pathlib import Path
from typing import IO, Final

import cv2
import numpy as np

from fer_desktop.core.errors import SessionError
from fer_desktop.export.session_files import VIDEO_FILE, is_playable, read_info
from fer_desktop.export.video_writer import VideoFile

_SETTLED_S: Final = 10.0
"""A file that was written to just now may still be recorded."""
_START: Final = b"\x00\x00\x01\xb0"
"""Begins the bytes that say how an MPEG-4 video is coded; one before it says how many they are."""
_STREAM, _WHOLE = "video.part.m4v", "video.part.mp4"


def salvage_video(folder: Path) -> int:
    """Make a session's video playable; return how many pictures it has, 0 if nothing was to do.

    Raises:
        SessionError: The folder is no session, it is still being recorded, or nothing can be saved.
    """
    info, video = read_info(folder), folder / VIDEO_FILE
    if not video.is_file() or is_playable(video):
        return 0
    if time.time() - video.stat().st_mtime < _SETTLED_S:
        raise SessionError(f"{video} may still be recorded; try again in some seconds.")
    size, rate = info.get("frame_size"), info.get("video_rate")
    if not size or not rate:
        raise SessionError(f"{video} was cut too early; nothing of it can be saved.")
    try:
        return _salvaged(folder, (int(size[0]), int(size[1])), float(rate))
    except OSError as error:
        raise SessionError(f"{video} can't be saved ({error.strerror}).") from error
    finally:
        for name in (_STREAM, _WHOLE):
            with contextlib.suppress(OSError):
                (folder / name).unlink(missing_ok=True)


def _salvaged(folder: Path, size: tuple[int, int], rate: float) -> int:
    video, stream, whole = (folder / name for name in (VIDEO_FILE, _STREAM, _WHOLE))
    start = _start_of_stream(whole, size, rate)
    with video.open("rb") as source, stream.open("wb") as target:
        target.write(start)
        _go_to_pictures(source)
        shutil.copyfileobj(source, target)
    n_pictures = _copy_pictures(stream, whole, rate)
    if not n_pictures:
        raise SessionError(f"{video} was cut too early; nothing of it can be saved.")
    whole.replace(video)
    return n_pictures


def _start_of_stream(file: Path, size: tuple[int, int], rate: float) -> bytes:
    """Return how videos of this size and rate are coded, from one of a single picture."""
    sample = VideoFile(file, rate)
    sample.write(np.zeros((size[1], size[0], 3), np.uint8))
    sample.close()
    content = file.read_bytes()
    file.unlink()
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


def _copy_pictures(stream: Path, file: Path, rate: float) -> int:
    capture, video = cv2.VideoCapture(str(stream), cv2.CAP_FFMPEG), VideoFile(file, rate)
    n_pictures = 0
    try:
        while (read := capture.read())[0]:
            video.write(np.ascontiguousarray(read[1], np.uint8))
            n_pictures += 1
    finally:
        capture.release()
        video.close()
    return n_pictures
