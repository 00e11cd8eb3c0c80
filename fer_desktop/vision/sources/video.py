"""A video file, frame by frame, with the container's own timestamps."""

import time
from pathlib import Path

import cv2
import numpy as np

from fer_desktop.core.errors import SourceError
from fer_desktop.core.types import Frame

VIDEO_SUFFIXES = frozenset(
    {".mp4", ".m4v", ".mov", ".avi", ".mkv", ".webm", ".mpg", ".mpeg", ".wmv", ".flv", ".ts"}
    | {".ogv", ".3gp", ".mts", ".m2ts"}
)

_SIGNATURES: tuple[tuple[bytes, int], ...] = (
    (b"ftyp", 4),
    (b"moov", 4),
    (b"mdat", 4),
    (b"wide", 4),
    (b"free", 4),
    (b"skip", 4),
    (b"\x1aE\xdf\xa3", 0),  # Matroska, WebM
    (b"AVI ", 8),
    (b"\x00\x00\x01\xba", 0),  # MPEG program stream
    (b"\x00\x00\x01\xb3", 0),  # MPEG video
    (b"\x30\x26\xb2\x75", 0),  # Windows Media
    (b"FLV\x01", 0),
    (b"OggS", 0),
    (b"G", 0),  # MPEG transport stream
    (b"G", 4),  # the same from a camcorder
)


def looks_like_video(head: bytes) -> bool:
    """Return whether a file's first bytes are those of a video container.

    Anything else stays away from FFmpeg: a playlist could make it open other files and addresses.
    """
    if head.startswith((b"GIF8", b"#EXT")):
        return False
    return any(head.startswith(signature, at) for signature, at in _SIGNATURES)


class VideoSource:
    """Gives every frame of a file, turned upright as the file says."""

    is_live = False
    may_drop = False
    can_come_back = False

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._path = path
        self._capture: cv2.VideoCapture | None = None
        self._index = 0
        self._last_s = self._start_s = 0.0
        self.n_expected = 0

    def open(self) -> None:
        """Open the file.

        Raises:
            SourceError: With one sentence that names the file and the reason.
        """
        self._check_file()
        # FFMPEG by name: another backend would take `img%03d.png` for a pattern.
        capture = cv2.VideoCapture(str(self._path), cv2.CAP_FFMPEG)
        if not capture.isOpened():
            capture.release()
            raise SourceError(f"{self._path}: damaged, cut short, or a video of unknown kind.")
        count = capture.get(cv2.CAP_PROP_FRAME_COUNT)
        self.n_expected = int(count) if 0 < count < 1e8 else 0
        rate = capture.get(cv2.CAP_PROP_FPS)
        self._frame_s = 1.0 / rate if 1 <= rate <= 240 else 1 / 25
        self._capture, self._index, self._last_s, self._start_s = capture, 0, -1.0, 0.0

    def read(self) -> Frame | None:
        """Return the next frame; its time is the container's timestamp.

        Raises:
            SourceError: The file ends early by more than a tenth and a second, so it is damaged.
        """
        capture = self._grab()
        if capture is None:
            return None
        is_read, image = capture.retrieve()
        if not is_read:
            self._check_end()
            return None
        time_s = self._advance(capture)
        return Frame(
            np.ascontiguousarray(image, dtype=np.uint8),
            self._index - 1,
            time_s,
            time.perf_counter(),
        )

    def skip(self) -> bool:
        """Go past the next frame, which is quicker than to read it; return False at the end.

        Raises:
            SourceError: As `read`.
        """
        capture = self._grab()
        if capture is not None:
            self._advance(capture)
        return capture is not None

    def close(self) -> None:
        """Close the file."""
        if self._capture is not None:
            self._capture.release()
            self._capture = None

    def _grab(self) -> cv2.VideoCapture | None:
        if self._capture is None:
            raise SourceError(f"{self._path}: not open.")
        if self._capture.grab():
            return self._capture
        self._check_end()
        return None

    def _advance(self, capture: cv2.VideoCapture) -> float:
        """Count the frame that was grabbed and return its time."""
        time_s = capture.get(cv2.CAP_PROP_POS_MSEC) / 1000.0
        # Broken containers repeat a time; the tracker and the pace need it to go on.
        if self._index == 0:
            # The length of a cut from a longer video counts from that one's start.
            stamp = capture.get(cv2.CAP_PROP_PTS) * self._frame_s
            self._start_s = stamp if 0 < stamp < self.n_expected * self._frame_s else 0.0
        if not time_s > self._last_s:
            time_s = self._last_s + self._frame_s if self._index else 0.0
        self._index, self._last_s = self._index + 1, time_s
        return time_s

    def _check_file(self) -> None:
        path = self._path
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
        if not looks_like_video(head):
            raise SourceError(f"{path}: not a video file.")

    def _check_end(self) -> None:
        if self._index == 0:
            raise SourceError(f"{self._path}: no frame can be read from this video.")
        missing = self.n_expected - self._index
        # Some containers know their length in seconds only; where the rate varies, the count made
        # from it is far off, and small differences say nothing anywhere.
        expected_s = self.n_expected * self._frame_s
        missing_s = expected_s - self._start_s - self._last_s
        if missing > max(0.1 * self.n_expected, 1 / self._frame_s) and missing_s > max(
            0.1 * expected_s, 1.0
        ):
            raise SourceError(
                f"{self._path}: the video is damaged; it ends after {self._index} of "
                f"{self.n_expected} frames."
            )
