"""Opens a video file through PyAV: that file and nothing else, and only what is small enough."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
import cv2
from av.container import InputContainer
from av.stream import Disposition
from av.video.stream import VideoStream

from fer_desktop.core.errors import SourceError, one_line
from fer_desktop.vision.media.video_kinds import READ_FORMATS, is_jpeg_row, looks_like_video

MAX_FRAME_PIXELS: Final = 100_000_000
"""Larger frames are refused: a file of 100 KB can ask for gigabytes of them. 12K has 80 million."""

_NO_VIDEO: Final = Disposition.attached_pic | Disposition.timed_thumbnails
"""What covers and pictures of chapters are marked with."""
_OPTIONS: Final = {
    "protocol_whitelist": "file",
    "format_whitelist": ",".join(READ_FORMATS),
}
_MOST_THREADS: Final = 4
_LARGE_PIXELS: Final = 16_000_000
"""Each thread of the decoder keeps frames of its own; of such ones, two are enough."""


@dataclass(frozen=True, eq=False)
class OpenVideo:
    """An open file and its picture track.

    Attributes:
        container: The file.
        track: The track that is read; all others but the sound are left out.
        zero_s: When the file starts, on the clock of its stamps, in seconds.
        has_zero: It says so; else its first frame starts it.
    """

    container: InputContainer
    track: VideoStream
    zero_s: Fraction
    has_zero: bool

    @property
    def format_name(self) -> str:
        """FFmpeg's name of the container, such as `matroska`."""
        return self.container.format.name.partition(",")[0]

    @property
    def tick_s(self) -> Fraction:
        """What the track's stamps count, in seconds."""
        return self.track.time_base or Fraction(1, 90_000)

    @property
    def step_s(self) -> float:
        """How long a frame lasts at the nominal rate, or 1/25 s where that can't be true."""
        for rate in (self.track.average_rate, self.track.guessed_rate):
            if rate and 1 <= rate <= 240:
                return float(1 / rate)
        return 1 / 25


def open_video(path: Path) -> OpenVideo:
    """Open a file and choose its picture track.

    Raises:
        SourceError: With one sentence that names the file and the reason.
    """
    head = _head_of(path)
    suffix = path.suffix.lower()
    if not looks_like_video(head, suffix):
        raise SourceError(f"{path}: not a video file.")
    form = "mjpeg" if is_jpeg_row(head, suffix) else None
    container = _opened(path, form, {"max_pixels": str(MAX_FRAME_PIXELS)})
    with closing_on_error(container):
        track = _track_of(path, container)
        _check_size(path, form, track)
        return prepared(container, track)


@contextmanager
def closing_on_error(container: InputContainer) -> Iterator[None]:
    """Close a file where what is done with it fails."""
    try:
        yield
    except BaseException:
        container.close()
        raise


def prepared(container: InputContainer, track: VideoStream) -> OpenVideo:
    """Return a file whose track can be decoded: within the limits, on a bounded number of cores."""
    _prepare(container, track)
    has_zero = container.start_time is not None
    return OpenVideo(container, track, _zero_of(container, track), has_zero)


def picture_tracks(container: InputContainer) -> list[VideoStream]:
    """Return the tracks of moving pictures, without covers."""
    return [track for track in container.streams.video if not track.disposition & _NO_VIDEO]


def is_video(path: Path) -> bool:
    """Return whether a file opens as a video."""
    try:
        open_video(path).container.close()
    except SourceError:
        return False
    return True


def _opened(path: Path, form: str | None, options: dict[str, str]) -> InputContainer:
    """Return an open container; FFmpeg looks at its first frames with these options."""
    try:
        return av.open(
            # An absolute path behind `file:`: FFmpeg takes `tcp:host:1.ts` for an address.
            "file:" + os.path.abspath(path),  # noqa: PTH100 - links stay as they are
            mode="r",
            format=form,
            options={**_OPTIONS, **options},
            metadata_errors="replace",
        )
    except (av.FFmpegError, OSError, ValueError) as error:
        raise SourceError(f"{path}: damaged, cut short, or a video of unknown kind.") from error


def _check_size(path: Path, form: str | None, track: VideoStream) -> None:
    """Refuse frames that are too large, before one is decoded."""
    width, height = track.width, track.height
    if not width or not height:
        # That is what the limit leaves where the decoder says the size; skipping, it says it too.
        with _opened(path, form, {"skip_frame": "all"}) as container:
            same = container.streams[track.index]
            width, height = getattr(same, "width", 0), getattr(same, "height", 0)
    if width * height > MAX_FRAME_PIXELS:
        raise SourceError(
            f"{path}: its frames of {width}x{height} are larger than "
            f"{MAX_FRAME_PIXELS // 1_000_000} megapixels; shrink the video first."
        )


def _head_of(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise SourceError(f"{path}: this is a folder, not a video.")
        if path.exists() and not path.is_file():
            raise SourceError(f"{path}: this is no ordinary file.")
        with path.open("rb") as file:
            head = file.read(16)
    except FileNotFoundError:
        raise SourceError(f"{path}: there is no such file.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise SourceError(f"{path}: can't be opened ({reason}).") from error
    if not head:
        raise SourceError(f"{path}: the file is empty.")
    return head


def _track_of(path: Path, container: InputContainer) -> VideoStream:
    """Return the first track of moving pictures."""
    tracks = picture_tracks(container)
    if not tracks and not container.streams.audio and not container.streams.video:
        raise SourceError(f"{path}: damaged, cut short, or a video of unknown kind.")
    if not tracks:
        raise SourceError(f"{path}: there is no video in it, only sound or a cover picture.")
    # Types say that there is always a decoder; of an unknown codec there is none.
    known = [track for track in tracks if getattr(track, "codec_context", None) is not None]
    if not known:
        raise SourceError(f"{path}: its video is compressed in a way that can't be read.")
    # A single picture beside a video is its cover, whatever it is marked as.
    return next((track for track in known if track.frames != 1), known[0])


def _prepare(container: InputContainer, track: VideoStream) -> None:
    for other in container.streams:
        if other.index != track.index and other.type != "audio":
            with suppress(AttributeError):
                other.discard = av.stream.Discard.all
    codec = track.codec_context
    codec.options = {"max_pixels": str(MAX_FRAME_PIXELS)}
    codec.thread_type = "FRAME"
    codec.thread_count = _n_threads(track.width * track.height)


def _n_threads(n_pixels: int) -> int:
    # A process of a batch tells OpenCV that it has one core, and so this decoder.
    most = max(1, min(_MOST_THREADS, cv2.getNumThreads()))
    return min(most, 2) if n_pixels > _LARGE_PIXELS else most


def _zero_of(container: InputContainer, track: VideoStream) -> Fraction:
    """Return the start of the file; where the track starts it, exactly that."""
    start = Fraction(container.start_time or 0, av.time_base)
    if track.start_time is not None and track.time_base:
        own = track.start_time * track.time_base
        # FFmpeg rounds the file's to microseconds.
        if abs(own - start) < Fraction(2, av.time_base):
            return own
    return start


def counts_pieces(video: OpenVideo) -> bool:
    """Return whether a file counts its pieces, but does not say in which order they are shown."""
    return video.format_name == "avi"


def reason_of(error: Exception) -> str:
    """Return what FFmpeg says of a failure, in one line."""
    return one_line(getattr(error, "strerror", None) or error)
