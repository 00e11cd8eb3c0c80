"""When a video ends, as far as the file itself says; no frame is decoded."""

from pathlib import Path

import av

from fer_desktop.core.errors import SourceError
from fer_desktop.vision.media.video_file import open_video
from fer_desktop.vision.media.video_length import own_end_s, promise_of


def end_of_video(path: Path) -> float | None:
    """Return when the picture of a video ends, in seconds of the file.

    None where the file does not say, or can't be read.
    """
    try:
        video = open_video(path)
    except SourceError:
        return None
    try:
        promise = promise_of(video)
        file_end_s = float((video.container.duration or 0) / av.time_base)
        return promise.end_s or max(0.0, own_end_s(video)) or file_end_s or None
    finally:
        video.container.close()
