"""The rows of a session as columns, for looking at: an hour of two faces takes some megabytes."""

from array import array
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.labels import N_LABELS
from fer_desktop.sessions.episodes import LEAST_GAP_S
from fer_desktop.sessions.rows import FACE_STATUSES, STATUSES, Row
from fer_desktop.sessions.statistics import SHOWN_LABELS

_HELD: Final = STATUSES.index("HELD")
_NO_PICTURE: Final = frozenset({"DROPPED", "LOST", "UNREADABLE"})

Stretches = NDArray[np.float64]
"""(k, 2) float64: start and end of each, in seconds, rising."""


@dataclass(frozen=True)
class LabelRun:
    """A stretch in which one label was shown.

    Attributes:
        label: One of the eight, or `uncertain`.
        start_s: Time of its first row.
        end_s: Time of the row after it, or when its last row is over.
    """

    label: str
    start_s: float
    end_s: float


@dataclass(frozen=True, eq=False)
class FaceColumns:
    """All rows of one face.

    Attributes:
        face_id: Its number.
        times: (n,) float64, rising, in seconds.
        probabilities: (n, 8) float32, as shown.
        labels: (n,) uint8, positions in `SHOWN_LABELS`.
        statuses: (n,) uint8, positions in `STATUSES`.
        boxes: (n, 4) int32, x1, y1, x2, y2 in pixels of the frame.
    """

    face_id: int
    times: NDArray[np.float64]
    probabilities: NDArray[np.float32]
    labels: NDArray[np.uint8]
    statuses: NDArray[np.uint8]
    boxes: NDArray[np.int32]

    def row_at(self, time_s: float) -> int | None:
        """Return the position of the row with this very time; None without one."""
        position = int(np.searchsorted(self.times, time_s))
        is_there = position < self.times.size and self.times[position] == time_s
        return position if is_there else None

    def box(self, position: int) -> BoundingBox:
        """Return the box in a row."""
        return BoundingBox(*(int(edge) for edge in self.boxes[position]))

    def is_held(self, position: int) -> bool:
        """Return whether the face was not seen in a row, only expected."""
        return bool(self.statuses[position] == _HELD)


@dataclass(frozen=True, eq=False)
class SessionTable:
    """A session's frames and faces.

    Attributes:
        times: (m,) float64, rising: when the frames were, those without faces too.
        pictures: (m,) int32: which picture of the video a frame is, from 0; one without a picture
            has that of the frame before it, and -1 where there is none.
        faces: Those with most rows first.
    """

    times: NDArray[np.float64]
    pictures: NDArray[np.int32]
    faces: tuple[FaceColumns, ...]

    @property
    def duration_s(self) -> float:
        """Time of the last frame; 0 without one."""
        return float(self.times[-1]) if self.times.size else 0.0

    @property
    def step_s(self) -> float:
        """The usual time from frame to frame; 0 where there are fewer than two."""
        return float(np.median(np.diff(self.times))) if self.times.size > 1 else 0.0

    def frame_at(self, time_s: float) -> int:
        """Return the position of the last frame up to a time, or the first; -1 without frames."""
        position = int(np.searchsorted(self.times, time_s, side="right")) - 1
        return max(0, position) if self.times.size else -1

    def lost(self, face: FaceColumns) -> Stretches:
        """Return when a face was not measured: not found, held, or no picture was looked at."""
        if not self.times.size:
            return np.empty((0, 2))
        seen = np.isin(self.times, face.times[face.statuses != _HELD])
        edges = np.diff(np.concatenate(([False], ~seen, [False])).astype(np.int8))
        ends = np.append(self.times, self.times[-1] + self.step_s)
        return np.stack([ends[edges == 1], ends[edges == -1]], axis=1)

    def lines(self, face: FaceColumns) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
        """Return times and probabilities of a face, with a row of NaN in each gap."""
        gaps = np.flatnonzero(np.diff(face.times) > self._gap_s) + 1
        return (
            np.insert(face.times, gaps, face.times[gaps - 1]),
            np.insert(face.probabilities, gaps, np.float32(np.nan), axis=0),
        )

    def runs(self, face: FaceColumns) -> list[LabelRun]:
        """Return the stretches in which a face was shown with one label."""
        times, labels = face.times, face.labels
        if not times.size:
            return []
        is_gap = np.diff(times) > self._gap_s
        starts = np.append(0, np.flatnonzero(is_gap | (np.diff(labels) != 0)) + 1)
        lasts = np.append(starts[1:], times.size) - 1
        nexts = np.append(times[1:], np.inf)[lasts]
        # Without a row after it, a row lasts as long as usual.
        ends = np.where(nexts - times[lasts] > self._gap_s, times[lasts] + self.step_s, nexts)
        return [
            LabelRun(SHOWN_LABELS[labels[start]], float(times[start]), float(end))
            for start, end in zip(starts, ends, strict=True)
        ]

    @property
    def _gap_s(self) -> float:
        return max(LEAST_GAP_S, 5 * self.step_s)


class _Columns:
    """Grows without a Python object for each value."""

    def __init__(self) -> None:
        self.times, self.probabilities = array("d"), array("f")
        self.labels, self.statuses, self.boxes = array("B"), array("B"), array("i")

    def done(self, face_id: int) -> FaceColumns:
        return FaceColumns(
            face_id,
            np.array(self.times, np.float64),
            np.array(self.probabilities, np.float32).reshape(-1, N_LABELS),
            np.array(self.labels, np.uint8),
            np.array(self.statuses, np.uint8),
            np.array(self.boxes, np.int32).reshape(-1, 4),
        )


class TableBuilder:
    """Takes the rows of a session one after the other; a row out of its time is left out."""

    def __init__(self) -> None:
        self._times, self._pictures = array("d"), array("i")
        self._faces: dict[int, _Columns] = {}
        self._frame = ("", -1, False)
        self._n_pictures = 0

    def add(self, row: Row) -> None:
        """Take the next row."""
        has_picture = row.status not in _NO_PICTURE
        frame = (row.path, row.frame, has_picture)
        if frame != self._frame:
            self._frame = frame
            self._n_pictures += has_picture
            if not self._times or row.time_s > self._times[-1]:
                self._times.append(row.time_s)
                self._pictures.append(self._n_pictures - 1)
        if row.status in FACE_STATUSES:
            self._add_face(row)

    def _add_face(self, row: Row) -> None:
        if row.face_id is None or row.box is None or row.shown is None:
            return
        columns = self._faces.setdefault(row.face_id, _Columns())
        if columns.times and row.time_s <= columns.times[-1]:
            return
        columns.times.append(row.time_s)
        columns.probabilities.frombytes(row.shown.probabilities.astype(np.float32).tobytes())
        columns.labels.append(SHOWN_LABELS.index(row.shown.label))
        columns.statuses.append(STATUSES.index(row.status))
        columns.boxes.extend(row.box)

    def table(self) -> SessionTable:
        """Return the session as it is so far."""
        faces = [columns.done(face_id) for face_id, columns in self._faces.items()]
        faces.sort(key=lambda face: (-face.times.size, face.face_id))
        return SessionTable(
            np.array(self._times, np.float64), np.array(self._pictures, np.int32), tuple(faces)
        )
