"""Where frames come from: cameras, streams, video files, pictures and the demo."""

import os
import re
from pathlib import Path

from fer_desktop.core.errors import SourceError
from fer_desktop.vision.camera.capture import CameraSource
from fer_desktop.vision.camera.capture_format import PROGRAMS_CHOICE, CaptureFormat
from fer_desktop.vision.camera.demo import DemoSource
from fer_desktop.vision.camera.frame_source import FrameSource
from fer_desktop.vision.camera.image_source import ImageSource
from fer_desktop.vision.camera.stream import StreamSource
from fer_desktop.vision.media.heic import is_picture_brand
from fer_desktop.vision.media.images import IMAGE_SUFFIXES, looks_like_picture
from fer_desktop.vision.media.video_kinds import is_jpeg_row, looks_like_video
from fer_desktop.vision.media.video_source import VideoSource

__all__ = ["FrameSource", "is_video_file", "make_source"]

_STREAM = re.compile(r"^(https?|rtsps?)://", re.IGNORECASE)


def make_source(
    text: str,
    *,
    demo_picture: Path,
    demo_clip: Path | None = None,
    camera_identity: str = "",
    wanted: CaptureFormat = PROGRAMS_CHOICE,
) -> FrameSource:
    """Return the source that a text names; nothing is opened yet.

    Args:
        text: `camera`, `camera:N` (from 0), `demo`, an http(s) or rtsp address, or a path.
        demo_picture: The demo's photograph.
        demo_clip: The demo's clip; None shows the photograph alone.
        camera_identity: The camera that `camera` means; "" is the first.
        wanted: What a camera is asked for.

    Raises:
        SourceError: The text names no kind of source, or a file that does not exist.
    """
    if text == "camera":
        return CameraSource(camera_identity, wanted=wanted)
    if match := re.fullmatch(r"camera:(\d{1,3})", text):
        return CameraSource(number=int(match[1]), wanted=wanted)
    if text == "demo":
        return DemoSource(demo_picture, demo_clip)
    if _STREAM.match(text):
        return StreamSource(text)
    path = Path(text)
    if not os.path.exists(path):  # noqa: PTH110 - Path.exists raises for a name that is too long
        raise SourceError(
            f"{text}: there is no such file. A source is camera, camera:N, demo, a file, or an "
            "http or rtsp address."
        )
    return VideoSource(path) if is_video_file(path) else ImageSource(path)


def is_video_file(path: Path) -> bool:
    """Return whether a file is to be opened as a video, by its first bytes, then by its suffix."""
    head, suffix = _head_of(path), path.suffix.lower()
    if is_jpeg_row(head, suffix):
        return True
    if looks_like_picture(head) or is_picture_brand(head):
        return False
    return looks_like_video(head, suffix, is_sure=suffix in IMAGE_SUFFIXES)


def is_picture_file(path: Path) -> bool:
    """Return whether a file's first bytes are those of a picture, whatever its name is."""
    return looks_like_picture(_head_of(path)) and not is_video_file(path)


def _head_of(path: Path) -> bytes:
    try:
        if not path.is_file():  # a pipe would be waited for
            return b""
        with path.open("rb") as file:
            return file.read(64)
    except OSError:
        return b""
