"""The light on a photographed face, as a plane over the directions in which its skin looks."""

from dataclasses import dataclass
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float32]
_USUAL = (0.35, 0.0, 0.3, 0.55)
"""A mild light from above: brightness without direction, and along x, y and z."""


@dataclass(frozen=True, eq=False)
class Light:
    """Brightness of the skin, about 1 in the middle of a face.

    Attributes:
        weights: (4,) float32: without direction, and along x, y and z.
    """

    weights: Values

    def of(self, normals: Values) -> Values:
        """Return (V,) brightness of skin with these (V, 3) normals."""
        return np.asarray(np.maximum(self.weights[0] + normals @ self.weights[1:], 0.08))

    @classmethod
    def fitted(cls, image: Values, points: Values, normals: Values, places: Values) -> Self:
        """Return the light that explains the brightness of the front of a face best.

        Args:
            image: (S, S, 3) of the face.
            points: (V, 2 or more) where the vertices lie in it, in pixels.
            normals: (V, 3) of the vertices.
            places: (V, 3) of the vertices at rest, in cm.
        """
        side = len(image)
        gray = cv2.GaussianBlur(image.mean(axis=2), (0, 0), side / 40)
        front = np.flatnonzero(
            (normals[:, 2] > 0.35) & (np.abs(places[:, 0]) < 6) & (np.abs(places[:, 1]) < 7.5)
        )[::7]
        x, y = np.rint(points[front, :2]).astype(int).T
        inside = (x >= 0) & (y >= 0) & (x < side) & (y < side)
        values = gray[y[inside], x[inside]]
        level = max(float(np.median(values)), 8.0) if len(values) else 100.0
        design = np.hstack([np.ones((len(values), 1)), normals[front[inside]]])
        # Drawn to the usual light, so that hair and shadows do not turn it round.
        pull = (0.15 * len(values) + 1e-3) * np.eye(4)
        weights = np.linalg.solve(
            design.T @ design + pull, design.T @ (values / level) + pull @ np.array(_USUAL)
        )
        return cls(weights.astype(np.float32))
