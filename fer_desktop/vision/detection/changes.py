"""Tells where a picture changed since it was looked at last: only there can a new face have come.

Small gray copies are compared, in which the noise of a camera is averaged away. All of the picture
at once getting lighter or darker, or shaking, is no change.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import ImageBGR
from fer_desktop.vision.detection.decide import Place

WHOLE_S: Final = 5.0
"""After so long all of the picture is looked at once more: a face may have been missed."""
_COLUMNS: Final = 64
_ROWS: Final = 48
_SHAKEN: Final = 2.0
"""In cells: so far a shaking camera has moved at most between two looks."""
_OF_EDGES: Final = 0.35
"""Of the contrast around a cell: so much of it remains where the shaking is known only about."""
_LEAST: Final = 1.0
"""In gray levels: what changes less is noise, even in a dark picture."""
_OF_NOISE: Final = 5.0
"""Of the median of all changes, which is about what noise makes."""
_MOST: Final = 8.0
"""In gray levels: what changes more is no noise, though most of the picture does (a cut)."""

Small = NDArray[np.float32]
_WINDOW: Final = cv2.createHanningWindow((_COLUMNS, _ROWS), cv2.CV_32F)


@dataclass(frozen=True, eq=False)
class _Look:
    """What a look saw, how many faces were known then, and when it or one before saw the whole."""

    small: Small
    n_known: int
    whole_s: float


class ChangeWatch:
    """Remembers, for each kind of look, what the picture was like. Used by one thread at a time."""

    def __init__(self) -> None:
        self._looks: dict[Hashable, _Look] = {}

    def forget(self) -> None:
        """Begin anew, as where a video was rewound or cut."""
        self._looks.clear()

    def due(
        self,
        kind: Hashable,
        small: Small,
        time_s: float,
        known: Sequence[Place],
        whole: BoundingBox,
    ) -> BoundingBox | None:
        """Return what part of the picture a look has to search; None is nothing.

        Args:
            kind: Of the look.
            small: The picture, from `small_copy`.
            time_s: Of the frame.
            known: Faces that need not be found. Changes in them do not count, and where fewer
                are known than before all of the picture is due.
            whole: All of the picture, in pixels.
        """
        last = self._looks.get(kind)
        if last is None or time_s - last.whole_s >= WHOLE_S or len(known) < last.n_known:
            self._looks[kind] = _Look(small, len(known), time_s)
            return whole
        self._looks[kind] = _Look(small, len(known), last.whole_s)
        return _around(_changed(last.small, small), known, whole)


def small_copy(image: ImageBGR) -> Small:
    """Return a (48, 64) float32 gray copy of a (H, W, 3) uint8 BGR picture."""
    gray = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY).astype(np.float32)
    return np.asarray(cv2.resize(gray, (_COLUMNS, _ROWS), interpolation=cv2.INTER_AREA), np.float32)


def _changed(before: Small, now: Small) -> NDArray[np.bool_]:
    """Return which cells of a picture differ by more than light, shaking and noise make them."""
    before = _moved_as(before, now)
    deviation = before - before.mean()
    gain = float((deviation * now).sum()) / max(float((deviation**2).sum()), 1.0)
    change = now - now.mean() - gain * deviation
    change = np.abs(change - np.median(change))
    around = np.ones((3, 3), np.uint8)
    contrast = cv2.dilate(before, around) - cv2.erode(before, around)
    limit = np.clip(_OF_NOISE * np.median(change), _LEAST, _MOST) + _OF_EDGES * contrast
    changed = np.asarray(change > limit, np.uint8)
    # A face is larger than one cell; noise and edges are not.
    return np.asarray(
        cv2.morphologyEx(changed, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8)), np.bool_
    )


def _moved_as(before: Small, now: Small) -> Small:
    """Return a copy moved as the camera was since, by a part of a cell or little more."""
    # OpenCV lays the window on what it is given.
    (x, y), _ = cv2.phaseCorrelate(before.copy(), now.copy(), _WINDOW)
    if max(abs(x), abs(y)) > _SHAKEN:
        return before
    way = np.array([[1.0, 0.0, x], [0.0, 1.0, y]])
    size = (_COLUMNS, _ROWS)
    return np.asarray(
        cv2.warpAffine(before, way, size, borderMode=cv2.BORDER_REPLICATE), np.float32
    )


def _around(
    changed: NDArray[np.bool_], known: Sequence[Place], whole: BoundingBox
) -> BoundingBox | None:
    """Return the box around what changed outside of known faces, in pixels of the picture."""
    across, down = whole.width / _COLUMNS, whole.height / _ROWS
    for place in known:
        box = place.box
        # Only what lies wholly in a face: beside it something may have come.
        x1, x2 = -(-box.x1 // across), box.x2 // across
        y1, y2 = -(-box.y1 // down), box.y2 // down
        changed[max(0, int(y1)) : max(0, int(y2)), max(0, int(x1)) : max(0, int(x2))] = False
    rows, columns = np.flatnonzero(changed.any(axis=1)), np.flatnonzero(changed.any(axis=0))
    if not len(rows):
        return None
    return BoundingBox(
        int(columns[0] * across),
        int(rows[0] * down),
        min(whole.x2, int((columns[-1] + 1) * across) + 1),
        min(whole.y2, int((rows[-1] + 1) * down) + 1),
    )
