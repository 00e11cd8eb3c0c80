"""What a face cascade looks at: a gray copy of a picture or of a part, and the way back from it."""

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.geometry import BoundingBox
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


def mirrored(view: GrayView) -> GrayView:
    """Return the view with left and right swapped."""
    flip = np.array([[-1.0, 0.0, view.gray.shape[1]], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    gray = np.ascontiguousarray(view.gray[:, ::-1])
    return replace(view, gray=gray, to_picture=view.to_picture @ flip)


def cropped(view: GrayView, box: BoundingBox, margin_px: float) -> GrayView:
    """Return what a view shows of a part of its picture.

    Args:
        view: The picture, or the picture turned.
        box: The part, in pixels of the picture.
        margin_px: So many pixels of the view are left around it.
    """
    corners = [(x, y, 1.0) for x in (box.x1, box.x2) for y in (box.y1, box.y2)]
    there = (np.linalg.inv(view.to_picture) @ np.transpose(corners))[:2]
    height, width = view.gray.shape
    x1, y1 = (max(0, math.floor(v)) for v in there.min(axis=1) - margin_px)
    x2, y2 = (math.ceil(v) for v in there.max(axis=1) + margin_px)
    part = view.gray[y1 : min(y2, height), x1 : min(x2, width)]
    back = view.to_picture @ _shift(x1, y1)
    return GrayView(np.ascontiguousarray(part), back, view.turned_deg)


def _shift(x: float, y: float) -> NDArray[np.float64]:
    shift = np.eye(3)
    shift[:2, 2] = x, y
    return shift
