"""What a face cascade looks at: a gray copy of a picture or of a part, and the way back from it."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.types import ImageBGR


@dataclass(frozen=True, eq=False)
class GrayView:
    """A gray copy, and where its pixels lie in the picture.

    Attributes:
        gray: (h, w) uint8.
        to_picture: (3, 3) float64, takes (x, y, 1) in pixels of the copy to pixels of the picture.
        turned_deg: How far the copy is turned counter-clockwise against the picture.
    """

    gray: NDArray[np.uint8]
    to_picture: NDArray[np.float64]
    turned_deg: float = 0.0

    @property
    def scale(self) -> float:
        """Pixels of the picture per pixel of the copy."""
        return float(np.hypot(self.to_picture[0, 0], self.to_picture[1, 0]))

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the copy lies in the picture."""
        found = self.to_picture @ (x, y, 1.0)
        return float(found[0]), float(found[1])


def gray_view(image: ImageBGR, most_px: int, padding: float = 0.0, least_px: int = 1) -> GrayView:
    """Return a gray copy with every brightness equally frequent.

    Dim rooms and side light ask for that: without it no face is found below a tenth of normal
    light.

    Args:
        image: (H, W, 3) uint8 BGR.
        most_px: The copy is shrunk until its longer side is at most this long.
        padding: Border added at each side, as a share of the longer side, in which the picture's
            edge is repeated.
        least_px: The copy is enlarged until its longer side is at least this long.
    """
    height, width = image.shape[:2]
    longer = max(height, width)
    scale = min(max(longer, least_px), most_px) / longer
    gray = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    if scale != 1:
        size = max(1, round(width * scale)), max(1, round(height * scale))
        how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        gray = cv2.resize(gray, size, interpolation=how)
    pad = round(padding * max(gray.shape))
    if pad:
        gray = cv2.copyMakeBorder(gray, pad, pad, pad, pad, cv2.BORDER_REPLICATE)
    back = np.diag((1 / scale, 1 / scale, 1.0)) @ _shift(-pad, -pad)
    return GrayView(np.asarray(cv2.equalizeHist(gray), np.uint8), back)


def turned(view: GrayView, degrees: float) -> GrayView:
    """Return the view turned counter-clockwise, large enough to hold all of it."""
    height, width = view.gray.shape
    turn = np.vstack([cv2.getRotationMatrix2D((0, 0), degrees, 1.0), [0.0, 0.0, 1.0]])
    new_width = round(abs(turn[0, 0]) * width + abs(turn[0, 1]) * height)
    new_height = round(abs(turn[0, 1]) * width + abs(turn[0, 0]) * height)
    forward = _shift(new_width / 2, new_height / 2) @ turn @ _shift(-width / 2, -height / 2)
    gray = cv2.warpAffine(
        view.gray, forward[:2], (new_width, new_height), borderMode=cv2.BORDER_REPLICATE
    )
    back = view.to_picture @ np.linalg.inv(forward)
    return GrayView(np.asarray(gray, np.uint8), back, view.turned_deg + degrees)


def _shift(x: float, y: float) -> NDArray[np.float64]:
    shift = np.eye(3)
    shift[:2, 2] = x, y
    return shift
