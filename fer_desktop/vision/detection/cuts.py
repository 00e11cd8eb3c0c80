"""Tells where a film is cut, or a camera has jumped: faces there are not those of the frame before.

Two small copies of neighbouring frames are compared. A picture in which people move, or whose light
changes, stays alike in most of its parts; after a cut hardly any part is where it was.
"""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.types import ImageBGR

_COLUMNS: Final = 32
_ROWS: Final = 24
_ALIKE: Final = 0.4
"""A frame that correlates less than this with the one before begins another shot."""
_SAMPLED: Final = 4
"""So many pixels in each direction stand for one of the small copy."""
_PLAIN: Final = 4.0
"""In gray levels: a frame that deviates less from one gray shows nothing (a covered lens)."""


class CutWatch:
    """Compares each frame with the one before."""

    def __init__(self) -> None:
        self._last: NDArray[np.float32] | None = None
        self._last_s: float | None = None

    @property
    def last_s(self) -> float | None:
        """Time of the frame that the next one is compared with; None where it is with none."""
        return self._last_s

    def is_cut(self, image: ImageBGR, time_s: float = 0.0) -> bool:
        """Return whether a frame, (H, W, 3) uint8 BGR, begins another shot; not so the first."""
        small = _small(image)
        if small is None:
            return False
        last, self._last, self._last_s = self._last, small, time_s
        return last is not None and float((last * small).mean()) < _ALIKE

    def forget(self) -> None:
        """Begin anew, as where a video was rewound."""
        self._last = self._last_s = None


def _small(image: ImageBGR) -> NDArray[np.float32] | None:
    """Return a small gray copy with mean 0 and deviation 1; None for a plain picture."""
    # A few pixels of each part are enough, and all of them would take milliseconds.
    rows = max(1, image.shape[0] // (_SAMPLED * _ROWS))
    columns = max(1, image.shape[1] // (_SAMPLED * _COLUMNS))
    sample = np.ascontiguousarray(image[::rows, ::columns])
    copy = cv2.resize(sample, (_COLUMNS, _ROWS), interpolation=cv2.INTER_AREA)
    gray = cv2.cvtColor(copy, cv2.COLOR_BGR2GRAY).astype(np.float32)
    deviation = float(gray.std())
    return (gray - gray.mean()) / deviation if deviation >= _PLAIN else None
