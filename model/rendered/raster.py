"""A small z-buffer: which triangle is seen at which pixel, and values between its corners.

It knows points of the picture and depths; it must not know what they show.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_SIDES = (2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 128, 256)
"""Triangles are drawn together with others of their size; larger ones than these are left out."""
Column = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Seen:
    """What is seen at each pixel of a picture.

    Attributes:
        triangle: (H, W) int32, -1 where nothing is.
        shares: (H, W, 3) float32, how much of each corner.
        corners: (H, W, 3) int32, the corners' vertices; 0 where nothing is.
    """

    triangle: NDArray[np.int32]
    shares: NDArray[np.float32]
    corners: NDArray[np.int32]

    @property
    def anything(self) -> NDArray[np.bool_]:
        """(H, W), where there is something."""
        return np.asarray(self.triangle >= 0)

    def values(self, of_vertices: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return (H, W) or (H, W, n) of (V,) or (V, n); meaningless where nothing is seen."""
        # One corner after the other: sums over short axes are slow in NumPy.
        found = np.zeros((*self.triangle.shape, *of_vertices.shape[1:]), np.float32)
        for corner in range(3):
            share = self.shares[..., corner]
            if of_vertices.ndim > 1:
                share = share[..., np.newaxis]
            found += of_vertices[self.corners[..., corner]] * share
        return found


def rasterized(
    points: NDArray[np.float32], triangles: NDArray[np.int32], width: int, height: int
) -> Seen:
    """Return what is seen of the triangles.

    Args:
        points: (V, 3): x and y in pixels (the middle of the first is 0, 0; y down), and a depth
            that is greater the nearer it is.
        triangles: (T, 3) vertices, counter-clockwise where they face the camera; the others are
            not seen.
        width: Of the picture.
        height: Of the picture.
    """
    flat = points.astype(np.float32)
    (ax, ay, az), (bx, by, bz), (cx, cy, cz) = (flat[triangles[:, i]].T.copy() for i in range(3))
    # y points down, so what turns counter-clockwise has a negative area.
    area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    left = np.ceil(np.minimum(np.minimum(ax, bx), cx)).astype(np.int32)
    right = np.floor(np.maximum(np.maximum(ax, bx), cx)).astype(np.int32)
    top = np.ceil(np.minimum(np.minimum(ay, by), cy)).astype(np.int32)
    bottom = np.floor(np.maximum(np.maximum(ay, by), cy)).astype(np.int32)
    usable = (area < -1e-9) & (right >= left) & (bottom >= top)
    usable &= (right >= 0) & (bottom >= 0) & (left < width) & (top < height)
    sides = np.maximum(right - left, bottom - top) + 1
    pixels, depths, owners, shares = [], [], [], []
    lower = 0
    for side in _SIDES:
        chosen = np.flatnonzero(usable & (sides > lower) & (sides <= side))
        lower = side
        if not len(chosen):
            continue
        dy, dx = np.mgrid[:side, :side].reshape(2, -1).astype(np.float32)

        def of(values: NDArray[np.float32], rows: NDArray[np.intp] = chosen) -> Column:
            return values[rows, np.newaxis]

        x, y = of(left) + dx, of(top) + dy
        whole = of(area)
        of_a = ((of(bx) - x) * (of(cy) - y) - (of(by) - y) * (of(cx) - x)) / whole
        of_b = ((of(cx) - x) * (of(ay) - y) - (of(cy) - y) * (of(ax) - x)) / whole
        of_c = 1 - of_a - of_b
        inside = (of_a >= -1e-5) & (of_b >= -1e-5) & (of_c >= -1e-5)
        inside &= (x >= 0) & (x < width) & (y >= 0) & (y < height)
        rows, columns = np.nonzero(inside)
        owner = chosen[rows]
        a, b, c = of_a[rows, columns], of_b[rows, columns], of_c[rows, columns]
        pixels.append((y[rows, columns] * width + x[rows, columns]).astype(np.int64))
        depths.append(a * az[owner] + b * bz[owner] + c * cz[owner])
        owners.append(owner)
        shares.append(np.stack([a, b, c], axis=1))
    return _nearest(pixels, depths, owners, shares, triangles, (height, width))


def _nearest(
    pixels: list[NDArray[np.int64]],
    depths: list[NDArray[np.float32]],
    owners: list[NDArray[np.int64]],
    shares: list[NDArray[np.float32]],
    triangles: NDArray[np.int32],
    shape: tuple[int, int],
) -> Seen:
    seen = np.full(shape[0] * shape[1], -1, np.int32)
    found = np.zeros((len(seen), 3), np.float32)
    if pixels:
        # Written from the farthest to the nearest: of several the last stays.
        order = np.argsort(np.concatenate(depths), kind="stable")
        where = np.concatenate(pixels)[order]
        seen[where] = np.concatenate(owners)[order]
        found[where] = np.concatenate(shares)[order]
    corners = np.where(seen[:, np.newaxis] >= 0, triangles[seen], 0).astype(np.int32)
    return Seen(seen.reshape(shape), found.reshape(*shape, 3), corners.reshape(*shape, 3))
