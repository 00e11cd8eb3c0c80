"""When a video was made, as far as its file or the folder's entry of it says."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from fer_desktop.core.errors import SourceError
from fer_desktop.vision.media.video_file import OpenVideo, open_video

_EARLIEST: Final = datetime(1980, 1, 1, tzinfo=UTC)
"""Earlier dates are those of clocks that were never set: containers count from 1904 or 1970."""


def made_utc(path: Path) -> str:
    """Return when a video was made, in ISO 8601 with milliseconds, UTC; "" where nothing says so.

    Cameras write it into the file. Else it is when the file came to be or was last changed,
    whichever is earlier: copies are younger than what is in them.
    """
    found = _told_by_the_file(path) or _told_by_the_entry(path)
    return "" if found is None else f"{found:%Y-%m-%dT%H:%M:%S}.{found.microsecond // 1000:03d}Z"


def _told_by_the_file(path: Path) -> datetime | None:
    try:
        video = open_video(path)
    except SourceError:
        return None
    try:
        return _tagged(video)
    finally:
        video.container.close()


def _tagged(video: OpenVideo) -> datetime | None:
    for tags in (video.container.metadata, video.track.metadata):
        try:
            found = datetime.fromisoformat(tags.get("creation_time", ""))
        except ValueError:
            continue
        found = found.replace(tzinfo=found.tzinfo or UTC).astimezone(UTC)
        if found >= _EARLIEST:
            return found
    return None


def _told_by_the_entry(path: Path) -> datetime | None:
    try:
        entry = path.stat()
        times = [entry.st_mtime, _born_s(entry)]
        return datetime.fromtimestamp(min(time for time in times if time > 0), UTC)
    except (OSError, ValueError, OverflowError):
        return None


def _born_s(entry: os.stat_result) -> float:
    """Return when an entry came to be, in seconds since 1970; 0 where the system does not say."""
    if sys.platform == "win32":
        return float(getattr(entry, "st_birthtime", entry.st_ctime))
    return float(getattr(entry, "st_birthtime", 0.0))
