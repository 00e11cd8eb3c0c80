"""What a file says about its length, and whether what was read falls short of it."""

import re
from dataclasses import dataclass
from typing import Final

import av

from fer_desktop.vision.media.video_file import OpenVideo

_SLACK: Final = 0.1
"""So large a part may be missing: containers round, and players leave out what they can't show."""
_SLACK_S: Final = 1.0
_HIGHEST_RATE: Final = 240
_COUNTED: Final = frozenset({"avi", "ivf"})
"""Containers that count the ticks of their picture track."""
_WRITTEN_DOWN: Final = frozenset({"flv", "asf", "mxf"})
"""Containers with a length in seconds that was written when the file was whole."""
_CLOCK: Final = re.compile(r"(\d+):(\d\d):(\d\d(?:\.\d+)?)")


@dataclass(frozen=True)
class Promise:
    """What a file says.

    Attributes:
        n_frames: How many frames its picture track has; 0 where it does not say.
        is_exact: That number is the very number of frames that can be shown.
        end_s: When the picture track ends, in seconds of the file; 0 where it does not say.
        file_end_s: When the longest of its tracks ends; 0 where it does not say.
        rate: Frames a second on average, for a guess; 0 where it is nonsense.
        is_written_down: All this was written when the file was whole; else it was only estimated
            from what is there now.
    """

    n_frames: int = 0
    is_exact: bool = False
    end_s: float = 0.0
    file_end_s: float = 0.0
    rate: float = 0.0
    is_written_down: bool = True

    @property
    def needs_all_tracks(self) -> bool:
        """Whether only all tracks together can show that the end is missing."""
        return self.is_written_down and not self.n_frames and not self.end_s

    def n_guessed(self, n_read: int, time_s: float) -> int:
        """Return how many frames there are, as far as anybody knows; 0 where nobody does.

        Args:
            n_read: How many were read.
            time_s: The time of the last one.
        """
        if self.n_frames:
            return self.n_frames
        end_s = self.end_s or self.file_end_s
        rate = self.rate
        if n_read > 1 and time_s > 1:  # what was seen says more than a rate that a file claims
            rate = (n_read - 1) / time_s
        return max(n_read, round(end_s * rate)) if end_s > 0 and rate > 0 else 0


@dataclass(frozen=True)
class Reached:
    """How far a file could be read.

    Attributes:
        n_frames: That came.
        n_bad: Pieces that could not be decoded.
        end_s: The end of the last frame, in seconds of the file.
        file_end_s: The same of the last piece of any track.
    """

    n_frames: int
    n_bad: int
    end_s: float
    file_end_s: float


def shortfall(promise: Promise, reached: Reached, step_s: float) -> str:
    """Return what is wrong with a video that was read to its end, as words; "" where nothing is."""
    found = _missing(promise, reached, step_s) if promise.is_written_down else ""
    if not found and reached.n_bad > max(_SLACK * reached.n_frames, _SLACK_S / step_s):
        return f"{reached.n_bad} of its frames can't be read"
    return found


def _missing(promise: Promise, reached: Reached, step_s: float) -> str:
    n, n_all, end_s = reached.n_frames, promise.n_frames, promise.end_s
    if n_all:
        is_short = n_all - n > max(_SLACK * n_all, _SLACK_S / step_s)
        is_early = promise.is_exact or _is_early(end_s, reached.end_s)
        return _words(n, n_all, reached.n_bad) if is_short and is_early else ""
    if not end_s:
        # Sound may go on for longer; but if nothing reaches the end, the end is missing.
        end_s = promise.file_end_s
        if not _is_early(end_s, reached.file_end_s):
            return ""
    if _is_early(end_s, reached.end_s):
        return f"it ends after {reached.end_s:.1f} of {end_s:.1f} seconds"
    return ""


def _words(n: int, n_all: int, n_bad: int) -> str:
    if n_bad > (n_all - n) / 2:
        return f"{n} of {n_all} frames can be read"
    return f"it ends after {n} of {n_all} frames"


def _is_early(end_s: float, reached_s: float) -> bool:
    return end_s - reached_s > max(_SLACK * end_s, _SLACK_S)


def promise_of(video: OpenVideo) -> Promise:
    """Return what an open file says about its length."""
    name, track, zero_s = video.format_name, video.track, float(video.zero_s)
    average = track.average_rate or 0
    rate = float(average) if 1 <= average <= _HIGHEST_RATE else 0.0
    if name == "mov" and track.frames:
        return Promise(_n_shown(video), is_exact=True)
    if name in _COUNTED and track.frames:
        # Their ticks are places for frames, of which some may be empty on purpose. FFmpeg shortens
        # the length in seconds to what is left of a cut file.
        return Promise(track.frames, end_s=float(track.frames * video.tick_s))
    file_end_s = (video.container.duration or 0) / av.time_base
    if name == "matroska":
        # Both count from the clock's zero, not from the first frame.
        end_s = _tagged_s(track.metadata) or (0.0 if _has_more(video) else file_end_s)
        end_s, file_end_s = max(0.0, end_s - zero_s), max(0.0, file_end_s - zero_s)
        return Promise(end_s=end_s, file_end_s=file_end_s, rate=rate)
    return Promise(
        end_s=own_end_s(video),
        file_end_s=file_end_s,
        rate=rate,
        is_written_down=name in _WRITTEN_DOWN,
    )


def length_of(video: OpenVideo, promise: Promise) -> float:
    """Return how long an open file is in seconds, as far as it says; 0 where it does not."""
    length_s = promise.end_s or own_end_s(video) or promise.file_end_s
    return max(0.0, length_s or (video.container.duration or 0) / av.time_base)


def own_end_s(video: OpenVideo) -> float:
    """Return when the picture track ends, as it says itself; 0 where it does not."""
    track = video.track
    if not track.duration or track.duration < 0:
        return 0.0
    return float(((track.start_time or 0) + track.duration) * video.tick_s - video.zero_s)


def _n_shown(video: OpenVideo) -> int:
    """Return how many frames an MP4 or MOV shows: those cut off by its edit list do not count."""
    entries = video.track.index_entries
    n_shown = sum(not entry.is_discard for entry in entries)
    return min(n_shown, video.track.frames) or video.track.frames


def _has_more(video: OpenVideo) -> bool:
    """Return whether the file has tracks beside the picture, which may be the longer ones."""
    kinds = ("audio", "video", "subtitle")
    return sum(stream.type in kinds for stream in video.container.streams) > 1


def _tagged_s(tags: dict[str, str]) -> float:
    """Return when a track of a Matroska file ends, as its tags say; 0 where they do not."""
    for name, text in tags.items():
        found = _CLOCK.match(text) if name.upper().startswith("DURATION") else None
        if found is not None:
            hours, minutes, seconds = found.groups()
            return int(hours) * 3600 + int(minutes) * 60 + float(seconds)
    return 0.0
