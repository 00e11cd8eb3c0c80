"""Writes a video whose pictures have their own times, and which plays wherever it breaks off."""

import contextlib
from collections import deque
from fractions import Fraction
from pathlib import Path
from statistics import median_low
from typing import IO, Final

import av
import cv2
import numpy as np
from av.container import OutputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from fer_desktop.core.types import ImageBGR
from fer_desktop.vision.media.sound_copy import SoundCopy

TICKS: Final = 10_000
"""Of a second: MP4 has room for two billion of them between two pictures, so that is two days."""
CODEC: Final = "mpeg4"
"""FFmpeg's own. Its H.264 is from libraries whose licence would be that of the whole program."""

_QUANTIZER: Final = 3
"""Little is lost: 1 is the finest, 31 the coarsest."""
_GROUP: Final = 12
"""From one picture that stands for itself to the next: what a search has to decode."""
_FRAGMENT_US: Final = 400_000
_FRAGMENTED: Final = {
    # In pieces that stand for themselves while it grows; one table for all at a regular end.
    "movflags": "hybrid_fragmented+empty_moov+default_base_moof",
    "frag_duration": str(_FRAGMENT_US),
}
_COUNT: Final = Fraction(1, 25)
_LONELY_S: Final = 1 / 25
"""How long a video of one picture lasts."""
_N_STEPS: Final = 25
"""The last picture is shown for as long as most of so many before it."""


class VideoWriter:
    """An MP4 that grows by one picture a call. Not for several threads at once.

    A file that breaks off anywhere plays up to its last half second where it is `fragmented`.

    Attributes:
        n_written: How many pictures there are.
        sound_problem: After the end: why not all of the sound is there; "" where all is well.
    """

    def __init__(self, file: IO[bytes], *, fragmented: bool, sound: Path | None = None) -> None:
        """Prepare to write; nothing is written before the first picture, whose size it takes.

        Args:
            file: Empty, without a buffer of its own, to write and to seek in; closed by the caller.
            fragmented: It may break off at any moment, and is to play then.
            sound: A file whose sound goes along, where it has any.
        """
        self._file, self._sound_of = _Target(file), sound
        self._options = _FRAGMENTED if fragmented else {}
        self._container: OutputContainer | None = None
        self._track: VideoStream | None = None
        self._sound: SoundCopy | None = None
        self.sound_problem = ""
        self._ticks: deque[int] = deque()
        self._last_tick = -1
        self._step = round(_LONELY_S * TICKS)
        self._steps: deque[int] = deque(maxlen=_N_STEPS)
        self.n_written = 0

    def write(self, image: ImageBGR, time_s: float) -> None:
        """Add a picture, (H, W, 3) uint8 BGR; one of another size than the first is fitted in.

        Odd widths and heights lose their last column and row.

        Args:
            image: The picture.
            time_s: When it is shown; later than the one before, or else it comes right after that.

        Raises:
            OSError: The file can't be written.
        """
        track = self._track or self._begin(image)
        tick = max(self._last_tick + 1, round(time_s * TICKS))
        if self._last_tick >= 0:
            self._steps.append(tick - self._last_tick)
            self._step = median_low(self._steps)
        frame = VideoFrame.from_ndarray(_fitted(image, track.width, track.height), format="bgr24")
        # The encoder only counts: what it could say of time is less than what the file says.
        frame.pts, frame.time_base = self.n_written, _COUNT
        self._ticks.append(tick)
        self._mux(track, frame)
        self._last_tick = tick
        self.n_written += 1
        if self._sound is not None:
            self._sound.copy_until(tick / TICKS)

    def close(self) -> None:
        """Write the end; nothing can be added any more, and a second call does nothing.

        Raises:
            OSError: The end can't be written.
        """
        container, track, sound = self._container, self._track, self._sound
        self._container = self._track = self._sound = None
        if container is None or track is None:
            return
        try:
            if not self._file.is_broken:
                self._mux(track, None, container)
                if sound is not None:
                    sound.copy_until((self._last_tick + self._step) / TICKS)
                    sound.finish()
        finally:
            if sound is not None:
                self.sound_problem = sound.problem
                sound.close()
            container.close()
        self._file.check()

    def _begin(self, image: ImageBGR) -> VideoStream:
        container = av.open(
            self._file,
            mode="w",
            format="mp4",
            options={**self._options, "video_track_timescale": str(TICKS)},
            buffer_size=1 << 18,
        )
        track = container.add_stream(CODEC, rate=25)
        track.width, track.height = (max(2, n // 2 * 2) for n in image.shape[1::-1])
        track.pix_fmt = "yuv420p"
        codec = track.codec_context
        codec.time_base = _COUNT
        codec.gop_size, codec.max_b_frames = _GROUP, 0
        codec.qmin = codec.qmax = _QUANTIZER
        # So much that it never holds the quality back.
        codec.bit_rate = 2_000_000_000
        codec.thread_count = 1
        self._container, self._track = container, track
        if self._sound_of is not None:
            self._sound = SoundCopy(self._sound_of, container)
        return track

    def _mux(
        self,
        track: VideoStream,
        frame: VideoFrame | None,
        container: OutputContainer | None = None,
    ) -> None:
        target = container or self._container
        assert target is not None
        for packet in track.encode(frame):
            packet.pts = packet.dts = self._ticks.popleft()
            packet.time_base, packet.duration = Fraction(1, TICKS), self._step
            target.mux(packet)
        self._file.check()


class _Target:
    """The file; after the first failure nothing goes into it, so that it stays as it was then."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._error: OSError | None = None

    @property
    def is_broken(self) -> bool:
        return self._error is not None

    def check(self) -> None:
        """Raise what has failed: FFmpeg may keep it to itself."""
        if self._error is not None:
            raise self._error

    def write(self, data: bytes) -> int:
        if self._error is not None:
            return len(data)
        start, rest = self._file.tell(), memoryview(data)
        try:
            while rest:
                rest = rest[self._file.write(rest) :]
        except OSError as error:
            self._error = error
            with contextlib.suppress(OSError):
                self._file.truncate(start)  # half the head of a piece would spoil all before it
        return len(data)

    def seek(self, place: int, whence: int = 0) -> int:
        return self._file.seek(place, whence)

    def tell(self) -> int:
        return self._file.tell()


def _fitted(image: ImageBGR, width: int, height: int) -> ImageBGR:
    """Return the picture in this size, whole and in its own shape, with black around it."""
    old_height, old_width = image.shape[:2]
    if (old_width & -2 or 2, old_height & -2 or 2) == (width, height) and min(image.shape[:2]) > 1:
        return np.ascontiguousarray(image[:height, :width])
    scale = min(width / old_width, height / old_height)
    size = max(1, round(old_width * scale)), max(1, round(old_height * scale))
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    left, top = (width - size[0]) // 2, (height - size[1]) // 2
    whole = np.zeros((height, width, 3), np.uint8)
    whole[top : top + size[1], left : left + size[0]] = small
    return whole
