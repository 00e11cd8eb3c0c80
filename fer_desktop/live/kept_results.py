"""What was found in a video so far, so that going back shows it at once; about 170 bytes a face."""

import threading
from bisect import bisect_left, bisect_right
from dataclasses import astuple, fields
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.history import GAP_S, Window
from fer_desktop.core.labels import LABELS, N_LABELS, UNCERTAIN
from fer_desktop.core.quality import ChipQuality
from fer_desktop.core.types import AnalyzedFrame, Expression, Face, RecognizedFace

_MOST_BYTES: Final = 256_000_000
STRETCH_S: Final = 1.0
"""Frames that lie further apart than this do not belong to one stretch."""

_NAMES: Final = (*LABELS, UNCERTAIN)
_NO_NAME, _NO_NUMBER = 255, -1

# The byte of a missing label, and the number of a face that has none, are no valid ones.
_ROW: Final = np.dtype(
    [
        ("box", "<i4", 4),
        ("number", "<i4"),
        ("score", "<f8"),
        ("tilt", "<f8"),
        ("is_held", "?"),
        ("raw", "<f4", N_LABELS),
        ("shown", "<f4", N_LABELS),
        ("thresholds", "<f8", 2),
        ("names", "u1", 2),
        ("quality", "<f8", len(fields(ChipQuality))),
        ("has_quality", "?"),
    ]
)


class KeptResults:
    """Faces by the time of their frame, without pictures; for several threads.

    Beyond 256 MB those are forgotten that were found first.
    """

    def __init__(self, most_bytes: int = _MOST_BYTES) -> None:
        self._lock = threading.Lock()
        self._most_bytes, self._n_bytes = most_bytes, 0
        self._rows: dict[float, bytes] = {}
        self._times: list[float] = []
        self.version = 0
        """Another number after each change."""

    def __len__(self) -> int:
        """Return how many frames are kept."""
        return len(self._rows)

    def add(self, analyzed: AnalyzedFrame) -> None:
        """Keep what was found in a frame, in the place of what was found in it before."""
        time_s, rows = analyzed.frame.time_s, _packed(analyzed.faces)
        with self._lock:
            self._drop(time_s)
            while self._rows and self._n_bytes + len(rows) > self._most_bytes:
                self._drop(next(iter(self._rows)))
            self._rows[time_s] = rows
            self._n_bytes += len(rows)
            self._times.insert(bisect_left(self._times, time_s), time_s)
            self.version += 1

    def get(self, time_s: float) -> tuple[RecognizedFace, ...] | None:
        """Return the faces of the frame with this very time; None where it was not analyzed."""
        with self._lock:
            rows = self._rows.get(time_s)
        return None if rows is None else _unpacked(rows)

    def nearest(self, time_s: float, within_s: float) -> float | None:
        """Return the time of the nearest frame that was analyzed; None where none is so near."""
        with self._lock:
            place = bisect_left(self._times, time_s)
            near = self._times[max(0, place - 1) : place + 1]
        best = min(near, key=lambda each: abs(each - time_s), default=None)
        return best if best is not None and abs(best - time_s) <= within_s else None

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._rows.clear()
            self._times.clear()
            self._n_bytes = 0
            self.version += 1

    def stretches(self, step_s: float = 0.0) -> list[tuple[float, float]]:
        """Return from when to when frames were analyzed; the last one of each lasts `step_s`."""
        with self._lock:
            times = np.array(self._times, np.float64)
        if not times.size:
            return []
        ends = np.flatnonzero(np.diff(times) > max(STRETCH_S, 2 * step_s))
        starts = np.append(0, ends + 1)
        lasts = np.append(ends, times.size - 1)
        return [
            (float(times[start]), float(times[last]) + step_s)
            for start, last in zip(starts, lasts, strict=True)
        ]

    def label_at(self, time_s: float, number: int | None) -> str | None:
        """Return which label a face had last, up to a time; None where it was not seen then.

        Args:
            time_s: In seconds.
            number: Of the face; None, and one that is not there, stands for the largest.
        """
        with self._lock:
            place = bisect_right(self._times, time_s) - 1
            if place < 0 or time_s - self._times[place] > STRETCH_S:
                return None
            rows = np.frombuffer(self._rows[self._times[place]], _ROW)
        if not rows.size:
            return None
        own = np.flatnonzero(rows["number"] == (_NO_NUMBER if number is None else number))
        row = rows[own[0] if own.size and number is not None else 0]
        return _expression(row, "shown", 1).label

    def window(self, number: int, span_s: float, now_s: float) -> Window:
        """Return a face's past as `ExpressionHistory.window` does, up to a moment of the video."""
        with self._lock:
            first = bisect_left(self._times, now_s - span_s)
            after = bisect_right(self._times, now_s)
            found = [(at_s, self._rows[at_s]) for at_s in self._times[first:after]]
        times, values = [], []
        for at_s, packed in found:
            rows = np.frombuffer(packed, _ROW)
            own = rows[(rows["number"] == number) & ~rows["is_held"]]
            if own.size:
                times.append(at_s)
                values.append(own["shown"][0])
        if not times:
            return np.empty(0, np.float64), np.empty((0, N_LABELS), np.float32)
        return _with_gaps(np.array(times), np.stack(values), now_s)

    def _drop(self, time_s: float) -> None:
        rows = self._rows.pop(time_s, None)
        if rows is not None:
            self._n_bytes -= len(rows)
            del self._times[bisect_left(self._times, time_s)]


def _with_gaps(times: NDArray[np.float64], rows: NDArray[np.float32], now_s: float) -> Window:
    after = np.flatnonzero(np.diff(times, append=now_s) > GAP_S) + 1
    middles = (times[after - 1] + np.append(times, now_s)[after]) / 2
    return np.insert(times, after, middles), np.insert(rows, after, np.float32(np.nan), axis=0)


def _packed(faces: tuple[RecognizedFace, ...]) -> bytes:
    rows = np.zeros(len(faces), _ROW)
    for row, one in zip(rows, faces, strict=True):
        face, quality = one.face, one.quality
        row["box"] = (face.box.x1, face.box.y1, face.box.x2, face.box.y2)
        row["number"] = _NO_NUMBER if face.track_id is None else face.track_id
        row["score"], row["tilt"] = face.detection_score, face.tilt_deg
        row["is_held"] = face.is_held
        row["raw"], row["shown"] = one.raw.probabilities, one.smoothed.probabilities
        row["thresholds"] = (one.raw.threshold, one.smoothed.threshold)
        row["names"] = [_code(one.raw.steady_label), _code(one.smoothed.steady_label)]
        row["has_quality"] = quality is not None
        if quality is not None:
            row["quality"] = astuple(quality)
    return rows.tobytes()


def _unpacked(packed: bytes) -> tuple[RecognizedFace, ...]:
    return tuple(_face(row) for row in np.frombuffer(packed, _ROW))


def _face(row: Any) -> RecognizedFace:  # noqa: ANN401 - a row of a structured array has no type
    number = int(row["number"])
    face = Face(
        BoundingBox(*(int(edge) for edge in row["box"])),
        float(row["score"]),
        None if number == _NO_NUMBER else number,
        is_held=bool(row["is_held"]),
        tilt_deg=float(row["tilt"]),
    )
    quality = None
    if row["has_quality"]:
        face_px, *rest = (float(value) for value in row["quality"])
        quality = ChipQuality(int(face_px), *rest)
    return RecognizedFace(
        face, _expression(row, "raw", 0), _expression(row, "shown", 1), quality=quality
    )


def _expression(row: Any, kind: str, place: int) -> Expression:  # noqa: ANN401 - as above
    code = int(row["names"][place])
    return Expression(
        row[kind].copy(),
        float(row["thresholds"][place]),
        None if code == _NO_NAME else _NAMES[code],
    )


def _code(label: str | None) -> int:
    return _NO_NAME if label is None else _NAMES.index(label)
