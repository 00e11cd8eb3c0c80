"""Reads the frames of a video file in the order in which they are shown, each with its own time."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, Final, NamedTuple

import av
from av.packet import Packet
from av.video.frame import VideoFrame

from fer_desktop.core.errors import SourceError
from fer_desktop.core.types import ImageBGR
from fer_desktop.vision.media.deinterlace import Deinterlacer, Stamped
from fer_desktop.vision.media.video_clock import VideoClock
from fer_desktop.vision.media.video_file import OpenVideo, counts_pieces, open_video, reason_of
from fer_desktop.vision.media.video_length import (
    Promise,
    Reached,
    length_of,
    promise_of,
    shortfall,
)
from fer_desktop.vision.media.video_picture import PictureMaker

_CUT_PIECES: Final = ("mov", "avi", "flv", "asf")
"""Containers in which a piece is marked as broken only where the file ends within it."""

_JOINED: Final = ("mpegts", "mpeg")


class ReadFrame(NamedTuple):
    """A frame that was read and not yet made a picture.

    Attributes:
        frame: As it was decoded, whole.
        number: Counted from where reading began.
        time_s: In seconds of the file, growing from frame to frame.
        stamp_s: What the file itself says, which may repeat; None where it says nothing.
    """

    frame: VideoFrame
    number: int
    time_s: float
    stamp_s: float | None


class VideoReader:
    """A video file, open from the first call of `open`. Not for several threads at once."""

    def __init__(self, path: Path, opened: Callable[[], OpenVideo] | None = None) -> None:
        """Take a file; it is opened later.

        Args:
            path: The file.
            opened: Opens it; of something that is no file, the path is only a name then.
        """
        self._path = path
        self._opened = opened or (lambda: open_video(path))
        self._video: OpenVideo | None = None
        self._frames: Iterator[Stamped] = iter(())
        self._lines, self._pictures = Deinterlacer(), PictureMaker()
        self._promise = Promise()
        self._clock = VideoClock(Fraction(1), Fraction(0), 0.0)
        self._shape: Fraction | None = None
        self._n_read = self._n_bad = 0
        self._late: int | None = None
        self._reached_s = 0.0
        self._stopped = ""

    def open(self) -> None:
        """Open the file, or begin anew.

        Raises:
            SourceError: With one sentence that names the file and the reason.
        """
        self.close()
        self._video = self._opened()
        self._promise = promise_of(self._video)
        # The container's word counts, until the shape changes in mid-stream.
        self._shape = self._video.track.codec_context.sample_aspect_ratio
        self._late = None
        self._begin()

    @property
    def n_expected(self) -> int:
        """How many frames there are, which may be a guess; 0 where nobody knows."""
        if self._video is None:
            return 0
        return self._promise.n_guessed(self._n_read, self._clock.last_s)

    @property
    def length_s(self) -> float:
        """When the last frame is over, in seconds of the file, as far as it says; 0 where not."""
        return 0.0 if self._video is None else length_of(self._video, self._promise)

    @property
    def step_s(self) -> float:
        """How long a frame lasts at the nominal rate; 1/25 s where nobody knows."""
        return self._video.step_s if self._video is not None else 1 / 25

    @property
    def has_stamps(self) -> bool:
        """Whether frames can be found again by what the file says about their times."""
        video = self._video
        if video is None or not video.has_zero:
            return False
        return not (counts_pieces(video) and video.track.codec_context.has_b_frames)

    @property
    def may_be_joined(self) -> bool:
        """Return whether the file is of a kind that people put behind each other as they are."""
        return self._video is not None and self._video.format_name in _JOINED

    def next(self) -> ReadFrame | None:
        """Return the next frame; None at the end.

        Raises:
            SourceError: The file is damaged: it ends early, or most of it can't be decoded; or it
                is not open.
        """
        if self._video is None:
            raise SourceError(f"{self._path}: not open.")
        found = next(self._frames, None)
        if found is None:
            return None
        stamp_s = None if found.stamp is None else self._clock.time_s(found.stamp)
        time_s = self._clock.next_s(found.stamp)
        self._n_read += 1
        return ReadFrame(found.frame, self._n_read - 1, time_s, stamp_s)

    def check_end(self) -> None:
        """Say what is missing, after the last frame of a file that was read from its beginning.

        Raises:
            SourceError: With what was read before.
        """
        if self._video is None:
            return
        if not self._n_read:
            raise SourceError(f"{self._path}: no frame can be read from this video.")
        step_s = self._video.step_s
        end_s = self._clock.last_s + step_s
        reached = Reached(self._n_read, self._n_bad, end_s, max(end_s, self._reached_s))
        missing = shortfall(self._promise, reached, step_s)
        if missing:
            raise SourceError(f"{self._path}: the video is damaged; {missing}.")
        if self._stopped:
            raise SourceError(
                f"{self._path}: it can't be read on after {self._n_read} frames ({self._stopped})."
            )

    def picture(self, read: ReadFrame) -> ImageBGR:
        """Return a frame as people see it, (H, W, 3) uint8 BGR with memory of its own.

        Raises:
            SourceError: It can't be converted.
        """
        if self._video is None:
            raise SourceError(f"{self._path}: not open.")
        codec = self._video.track.codec_context
        shape = codec.sample_aspect_ratio
        if shape == self._shape:
            shape = self._video.track.sample_aspect_ratio
        try:
            return self._pictures.picture(read.frame, shape)
        except (av.FFmpegError, MemoryError) as error:
            raise SourceError(
                f"{self._path}: frame {read.number} can't be made a picture ({reason_of(error)})."
            ) from error

    def seek(self, time_s: float) -> bool:
        """Go to a frame at or before a time, from which on all can be decoded; return False if not.

        Frames are counted from there on, and where it lands must be looked at.
        """
        video = self._video
        if video is None:
            return False
        stamp = round((Fraction(time_s) + video.zero_s) / video.tick_s)
        try:
            video.container.seek(stamp, stream=video.track, backward=True)
        except (av.FFmpegError, OSError):
            return False
        self._late = self._late or 0
        self._begin()
        return True

    def close(self) -> None:
        """Close the file; a second call does nothing."""
        self._frames = iter(())
        self._lines.reset()
        if self._video is not None:
            self._video.container.close()
            self._video = None

    def _begin(self) -> None:
        assert self._video is not None
        video = self._video
        self._lines.reset()
        zero_s = video.zero_s if video.has_zero else None
        self._clock = VideoClock(video.tick_s, zero_s, video.step_s)
        self._n_read = self._n_bad = 0
        self._reached_s, self._stopped = 0.0, ""
        self._frames = self._whole(video)

    def _whole(self, video: OpenVideo) -> Iterator[Stamped]:
        for stamped in self._decoded(video):
            yield from self._lines.put(stamped)
        yield from self._lines.rest()

    def _decoded(self, video: OpenVideo) -> Iterator[Stamped]:
        by_pieces = counts_pieces(video)
        for packet in self._packets(video):
            for frame in self._decode(packet):
                stamp = frame.dts if by_pieces else frame.pts
                if by_pieces and stamp is not None:
                    # Frames leave the decoder some pieces late, always as many.
                    if self._late is None:
                        self._late = stamp - (video.track.start_time or 0)
                    stamp -= self._late
                yield Stamped(frame, stamp)

    def _packets(self, video: OpenVideo) -> "Iterator[Packet[Any]]":
        """Yield the pieces of the picture track, and last an empty one; note how far others go."""
        container, track = video.container, video.track
        sounds = container.streams.audio if self._promise.needs_all_tracks else ()
        try:
            for packet in container.demux(track, *sounds):
                # Not `stream_index`, which an empty packet leaves at 0.
                if packet.stream.index == track.index:
                    yield packet
                elif packet.pts is not None:
                    end = packet.pts + (packet.duration or 0)
                    end_s = float(end * packet.time_base - video.zero_s)
                    self._reached_s = max(self._reached_s, end_s)
        except (av.FFmpegError, OSError) as error:
            # A container that breaks off is looked at in the end; a disk that fails is told.
            self._stopped = reason_of(error) if isinstance(error, OSError) else ""
            yield Packet()

    def _decode(self, packet: "Packet[Any]") -> list[VideoFrame]:
        assert self._video is not None
        is_last = not packet.size and packet.dts is None
        if not packet.size and not is_last:
            return []  # a place for a frame that was left out
        if packet.is_corrupt and self._video.format_name in _CUT_PIECES:
            # The file ends within it; what is missing would be filled from earlier pictures.
            self._n_bad += 1
            return []
        try:
            return self._video.track.codec_context.decode(None if is_last else packet)
        except av.EOFError:
            return []
        except (av.FFmpegError, ValueError, MemoryError):
            self._n_bad += 1
            return []
