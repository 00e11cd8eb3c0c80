"""Runs of the shown label of a face: from when to when it looked like what."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from statistics import median
from typing import Final

from fer_desktop.sessions.rows import FACE_STATUSES, Row

LEAST_GAP_S: Final = 0.5
"""Pauses up to this are no gap, whatever the frame rate."""
_GAP_STEPS: Final = 5
"""A pause of more than so many usual steps from frame to frame is a gap."""
_N_STEPS: Final = 15

FrameRows = tuple[Row, ...]
"""All rows of one frame: one for each face, or one that says why there is none."""
EndOf = Callable[[str], float | None]
"""Takes the path of rows and gives when their medium ends, in its seconds; None where unknown."""


def no_end(path: str) -> float | None:
    """Say that nobody knows when a medium ends."""
    del path
    return None


@dataclass(frozen=True)
class Episode:
    """A time in which one face was shown with one label.

    Attributes:
        label: One of the eight, or `uncertain`.
        start_s: Time of its first frame.
        end_s: Time of the first frame after it; the last frame of all lasts as long as usual, and
            never longer than its medium.
        face_id: Number of the face.
        path: Video that it is from; "" for a camera.
        follows: Label of the episode that ended where this one starts; "" after a gap.
    """

    label: str
    start_s: float
    end_s: float
    face_id: int
    path: str = ""
    follows: str = ""

    @property
    def duration_s(self) -> float:
        """How long it lasted, in seconds."""
        return self.end_s - self.start_s


def frames_of(rows: Iterable[Row]) -> Iterator[FrameRows]:
    """Yield the rows of each frame together, in the order in which they come."""
    for _, group in groupby(rows, _frame_key):
        yield tuple(group)


def _frame_key(row: Row) -> tuple[str, int, str]:
    # A lost source has no frame number of its own, so its row must not join the frame before it.
    return row.path, row.frame, "" if row.status in FACE_STATUSES else row.status


class Steps:
    """Knows how far apart the frames of one source usually are, and so what is a gap."""

    def __init__(self) -> None:
        self._recent: deque[float] = deque(maxlen=_N_STEPS)
        self.last_s: float | None = None

    @property
    def usual_s(self) -> float:
        """The usual time from frame to frame; 0 before the second one."""
        return median(self._recent) if self._recent else 0.0

    @property
    def end_s(self) -> float:
        """When the last frame is over."""
        return (self.last_s or 0.0) + self.usual_s

    def is_gap(self, time_s: float) -> bool:
        """Return whether nothing was looked at for long before a frame of this time."""
        if self.last_s is None or not self._recent:
            return False
        return time_s - self.last_s > max(LEAST_GAP_S, _GAP_STEPS * self.usual_s)

    def add(self, time_s: float) -> None:
        """Take the time of the next frame."""
        if self.last_s is not None and time_s > self.last_s and not self.is_gap(time_s):
            self._recent.append(time_s - self.last_s)
        self.last_s = time_s


@dataclass(frozen=True)
class _Run:
    label: str
    start_s: float
    path: str
    follows: str

    def ended(self, face_id: int, end_s: float) -> Episode:
        # The times of a damaged video may fall.
        end_s = max(self.start_s, end_s)
        return Episode(self.label, self.start_s, end_s, face_id, self.path, self.follows)


class EpisodeFinder:
    """Takes frame by frame and gives each episode when it is over.

    A frame without the face ends its episode, and so does a time in which nothing was looked at:
    a lost source, a pause. Single frames that were dropped do not: what was shown stayed.
    """

    def __init__(self, end_of: EndOf = no_end) -> None:
        """Begin; `end_of` tells when the video of a path ends."""
        self._end_of = end_of
        self._running: dict[int, _Run] = {}
        self._steps = Steps()
        self._path = ""

    def add(self, frame: FrameRows) -> list[Episode]:
        """Return the episodes that are over with this frame."""
        first, over = frame[0], []
        if first.path != self._path:
            over = self.finish()
            self._path = first.path
        if first.status == "DROPPED":
            return over
        if self._steps.is_gap(first.time_s):
            over += self._end_all(self._steps.end_s)
        labels = {
            row.face_id: row.shown.label
            for row in frame
            if row.shown is not None and row.face_id is not None
        }
        ended = {}
        for face_id in [n for n, run in self._running.items() if labels.get(n) != run.label]:
            episode = self._running.pop(face_id).ended(face_id, first.time_s)
            ended[face_id] = episode.label
            over.append(episode)
        for face_id, label in labels.items():
            if face_id not in self._running:
                follows = ended.get(face_id, "")
                self._running[face_id] = _Run(label, first.time_s, first.path, follows)
        self._steps.add(first.time_s)
        return over

    def finish(self) -> list[Episode]:
        """Return the episodes that the end of the source ends."""
        over = self._end_all(last_moment(self._steps, self._end_of(self._path)))
        self._steps = Steps()
        return over

    def _end_all(self, end_s: float) -> list[Episode]:
        over = [run.ended(face_id, end_s) for face_id, run in self._running.items()]
        self._running.clear()
        return over


def last_moment(steps: Steps, medium_end_s: float | None) -> float:
    """Return when the last frame is over: after as long as usual, or where its medium ends."""
    if medium_end_s is None or steps.last_s is None:
        return steps.end_s
    return max(steps.last_s, min(steps.end_s, medium_end_s))


def episodes(rows: Iterable[Row], end_of: EndOf = no_end) -> Iterator[Episode]:
    """Yield the episodes of all faces in the order in which they end."""
    finder = EpisodeFinder(end_of)
    for frame in frames_of(rows):
        yield from finder.add(frame)
    yield from finder.finish()
