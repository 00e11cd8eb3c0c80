"""A network stream (http, https, rtsp), such as an IP camera's, or a video file at an address."""

import re
import time
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from fer_desktop.core.errors import CameraError, NoPictureError, SourceError
from fer_desktop.core.types import Frame
from fer_desktop.vision.camera.http_pictures import HttpPictures, NoPicturesError
from fer_desktop.vision.media.stream import TIMEOUT_S, is_finite, open_stream
from fer_desktop.vision.media.video_file import OpenVideo
from fer_desktop.vision.media.video_kinds import VIDEO_SUFFIXES
from fer_desktop.vision.media.video_reader import ReadFrame, VideoReader

_OF_CAMERAS: Final = frozenset({".mjpg", ".mjpeg"})


class StreamSource:
    """Gives the frames of a stream as they come, or those of a file in its own time, to its end.

    Which of the two it is shows when it is open; until then it counts as live.
    """

    def __init__(self, url: str) -> None:
        # Without a password that may stand in the address, before the host or in the query.
        name = url.rpartition("@")[2] if "@" in url else url.partition("://")[2]
        self.name = re.split("[?&#]", name, maxsplit=1)[0]
        self.is_live = self.may_drop = self.can_come_back = True
        self._url = url
        self._lost = f"The stream {self.name} stopped. It goes on by itself once it is back."
        self._reader = VideoReader(Path(self.name), self._opened)
        self._first: ReadFrame | None = None
        self._pictures: HttpPictures | None = None
        self._n_broken = 0
        self._index = 0
        self._is_open = False

    def open(self) -> None:
        """Open the address, and wait for its first frame.

        Raises:
            NoPictureError: It is reached, but gives no picture.
            CameraError: It can't be reached.
            SourceError: It is a file that can't be read.
        """
        self.close()
        if self._may_be_pictures() and self._open_pictures():
            return
        self._reader.open()
        self._is_open, self._index = True, 0
        self._first = self._reader.next()
        if self._first is None:
            self.close()
            raise NoPictureError(
                f"The stream {self.name} is reached, but gives no picture. Look whether the camera "
                "is on and sends video."
            )

    def read(self) -> Frame | None:
        """Return the next frame; None at the end of a file.

        Its time is the monotonic clock's, or that of the file.

        Raises:
            CameraError: The stream stopped, or is not open.
            SourceError: The file is damaged, or breaks off.
        """
        if self._pictures is not None:
            return self._next_of(self._pictures)
        if not self._is_open:
            raise CameraError(f"{self.name}: not open.")
        read, self._first = self._first or self._reader.next(), None
        if read is None:
            if self.is_live:
                raise CameraError(self._lost)
            self._reader.check_end()
            return None
        try:
            image = self._reader.picture(read)
        except SourceError as error:
            raise CameraError(str(error)) from error
        now_s = time.perf_counter()
        self._index += 1
        time_s = now_s if self.is_live else read.time_s
        return Frame(image, self._index - 1, time_s, now_s)

    def close(self) -> None:
        """Let go of the address."""
        self._is_open, self._first = False, None
        self._reader.close()
        pictures, self._pictures = self._pictures, None
        if pictures is not None:
            pictures.close()

    def interrupt(self) -> None:
        """Let a read of single pictures that waits end soon; the only call for another thread."""
        pictures = self._pictures
        if pictures is not None:
            pictures.interrupt()

    def _may_be_pictures(self) -> bool:
        parts = urlsplit(self._url)
        # What is called a video file is one, and is fetched once; cameras send "video.mjpg".
        is_video = PurePosixPath(parts.path).suffix.lower() in VIDEO_SUFFIXES - _OF_CAMERAS
        return parts.scheme.lower() in ("http", "https") and not is_video

    def _open_pictures(self) -> bool:
        """Open a stream of single pictures; return False where it is of another kind."""
        self._pictures = pictures = HttpPictures(self._url, TIMEOUT_S)
        self._n_broken = self._index = 0
        self.is_live = self.may_drop = self.can_come_back = True
        try:
            if not pictures.open():
                self.close()
                return False
        except TimeoutError as error:  # FFmpeg would wait as long again, and can't be interrupted
            self.close()
            raise CameraError(
                f"The stream {self.name} can't be reached. Nothing answers within {TIMEOUT_S:.0f} "
                "seconds. Check the address and the network."
            ) from error
        except (OSError, ValueError):  # FFmpeg may know how; else it says what is wrong
            self.close()
            return False
        try:
            self.read()
        except CameraError as error:
            self.close()
            raise NoPictureError(str(error)) from error
        self._index = 0
        return True

    def _next_of(self, pictures: HttpPictures) -> Frame:
        """Return the next picture; numbers are left out for those that were broken."""
        try:
            image = pictures.read()
        except NoPicturesError as error:
            garbage = (
                f"The stream {self.name} sends something that is no picture. It goes on by itself "
                "once pictures come again."
            )
            raise CameraError(garbage if error.is_garbage else self._lost) from error
        self._index += pictures.n_broken - self._n_broken
        self._n_broken = pictures.n_broken
        now_s = time.perf_counter()
        self._index += 1
        return Frame(image, self._index - 1, now_s, now_s)

    def _opened(self) -> OpenVideo:
        video = open_stream(self._url, self.name)
        self.is_live = self.may_drop = self.can_come_back = not is_finite(video)
        return video
