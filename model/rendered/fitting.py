"""Where a face model lies on a real face: a template is laid over it, then eyes and mouth alone.

There is no model of landmarks: the first template is the mesh itself with darker brows, eyes and
lips; the next ones are the mean of the real faces that it fits best, still in the mesh's frame.
It knows gray pictures and the frame of the mesh; it must not know files or networks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.types import ImageBGR
from model.rendered.mesh import FaceMesh, vertex_normals
from model.rendered.raster import rasterized

SIDE = 64
"""Side of the template in pixels."""
PX_PER_CM = 3.9
_MIDDLE_X, _MIDDLE_Y = 31.5, 38.1
_FACE = (31.5, 35.0, 24.0, 27.0)
"""The ellipse that is compared: its middle and half axes."""
_EYE, _MOUTH = (3.2, 4.05), (0.0, -3.3)
"""Where the template has them, in cm: real eyes lie higher than those of the mesh."""
PLACES_CM = (
    *((3.2, 3.62, 3.2, 4.05), (-3.2, 3.62, -3.2, 4.05), (0.0, -3.45, 0.0, -3.3)),
    *((2.45, -3.5, 2.45, -3.4), (-2.45, -3.5, -2.45, -3.4)),
)
"""Eyes, mouth and its corners: x and y in the mesh, and in the template."""
_ROUNDS = 2
_SCALES = (0.72, 0.86, 1.0, 1.16)
_HOPELESS = 0.4
"""Below this after a few steps no fit gets good."""
Gray = NDArray[np.float32]


def template_points(vertices: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return (V, 3): where vertices seen from the front lie in the template, and their depth."""
    x, y, z = vertices.T
    return np.stack([_MIDDLE_X + PX_PER_CM * x, _MIDDLE_Y - PX_PER_CM * y, z], axis=1)


@dataclass(frozen=True, eq=False)
class Fit:
    """How the template lies on a picture.

    Attributes:
        matrix: (2, 3) float32, from pixels of the template to those of the picture at its size.
        score: Correlation of the two, at most 1.
        part_score: The lowest correlation of eyes and mouth by themselves.
        offsets: (3, 2), how far the left eye, the right eye and the mouth lie off, in pixels of
            the template.
        gap: How dark and how high the mouth's line is; below 1.0 it is mostly closed.
    """

    matrix: NDArray[np.float32]
    score: float
    part_score: float
    offsets: NDArray[np.float32]
    gap: float

    @property
    def is_frontal(self) -> bool:
        """Whether the matrix hardly shears, turns and changes the proportions."""
        a = self.matrix[:, :2].astype(np.float64)
        width, height = np.linalg.norm(a, axis=0)
        skew = abs(float(a[:, 0] @ a[:, 1])) / (width * height)
        turn = abs(np.degrees(np.arctan2(a[1, 0] - a[0, 1], a[0, 0] + a[1, 1])))
        return bool(skew < 0.12 and turn < 14 and 0.82 < width / height < 1.18 and width > 0.6)

    def placed(self, points: NDArray[np.float32], side: int) -> NDArray[np.float32]:
        """Return (V, 3) points of the template on the picture at another size, depths scaled."""
        moved = points[:, :2] + self._residual(points[:, :2])
        scale = side / SIDE
        # The middle of the first pixel is 0, 0 at each size.
        xy = (moved @ self.matrix[:, :2].T + self.matrix[:, 2] + 0.5) * scale - 0.5
        return np.concatenate([xy, points[:, 2:] * scale], axis=1).astype(np.float32)

    def _residual(self, xy: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return (V, 2): eyes and mouth are moved to their places, and what lies near with them."""
        places = np.array(PLACES_CM, np.float32)
        ones = np.ones((len(places), 1), np.float32)
        at = template_points(np.hstack([places[:, :2], ones]))[:, :2]
        wanted = template_points(np.hstack([places[:, 2:], ones]))[:, :2]
        moves = wanted - at + self.offsets[[0, 1, 2, 2, 2]]
        x, y = xy.T
        distance = (at[:, :1] - x) ** 2 + (at[:, 1:] - y) ** 2
        near = np.exp(-distance / (2 * (1.9 * PX_PER_CM) ** 2))
        return np.asarray((near / np.maximum(near.sum(axis=0), 1.0)).T @ moves, np.float32)


def gray_of(picture: ImageBGR, side: int = SIDE) -> Gray:
    """Return the picture as (side, side) float32 gray."""
    gray = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY).astype(np.float32)
    shrinking = cv2.INTER_AREA if max(gray.shape) > side else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(gray, (side, side), interpolation=shrinking), np.float32)


class Fitter:
    """Lays the template on gray pictures of `SIDE`."""

    def __init__(self, template: Gray) -> None:
        """Take the template."""
        self.template = template
        self._levelled = _levelled(template)
        y, x = np.mgrid[:SIDE, :SIDE]
        inside = ((x - _FACE[0]) / _FACE[2]) ** 2 + ((y - _FACE[1]) / _FACE[3]) ** 2 < 1
        self._mask = inside.astype(np.uint8)

    @classmethod
    def learned(cls, mesh: FaceMesh, pictures: Sequence[Gray]) -> Self:
        """Return a fitter whose template is the mean of those pictures that fit best."""
        fitter = cls(_drawn(mesh))
        for _ in range(_ROUNDS):
            fits = [fitter.fit(picture) for picture in pictures]
            order = np.argsort([-found.score for found in fits])[: max(1, len(fits) // 3)]
            aligned = [fitter.aligned(pictures[i], fits[i].matrix) for i in order]
            mean = np.mean([_standard(gray, fitter._mask) for gray in aligned], axis=0)
            fitter = cls(np.asarray(120 + 45 * (mean + mean[:, ::-1]) / 2, np.float32))
        return fitter

    def fit(self, gray: Gray) -> Fit:
        """Return how the template lies best on a picture; the score is -1 where it does not."""
        levelled = _levelled(gray)
        starts = [
            np.array(
                [[scale, 0, _FACE[0] * (1 - scale)], [0, scale, _FACE[1] * (1 - scale)]], np.float32
            )
            for scale in _SCALES
        ]
        # A few steps from each start tell which one is worth going on from.
        tried = [self._laid(levelled, start, 12) for start in starts]
        score, matrix = max(tried, key=lambda result: result[0])
        best = self._laid(levelled, matrix, 40) if score > _HOPELESS else (score, matrix)
        aligned = self.aligned(gray, best[1])
        offsets, part_score = self._parts(aligned)
        return Fit(best[1], best[0], part_score, offsets, _gap(aligned, offsets[2]))

    def _laid(
        self, levelled: Gray, start: NDArray[np.float32], steps: int
    ) -> tuple[float, NDArray[np.float32]]:
        """Return the score and the matrix after some steps; -1 where they lead nowhere."""
        until = (cv2.TERM_CRITERIA_COUNT + cv2.TERM_CRITERIA_EPS, steps, 1e-4)
        try:
            score, matrix = cv2.findTransformECC(
                self._levelled, levelled, start.copy(), cv2.MOTION_AFFINE, until, self._mask, 3
            )
        except cv2.error:  # it does not converge from here
            return -1.0, start
        return float(score), np.asarray(matrix, np.float32)

    @staticmethod
    def aligned(gray: Gray, matrix: NDArray[np.float32]) -> Gray:
        """Return the picture in the frame of the template."""
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        return np.asarray(
            cv2.warpAffine(
                gray, matrix, (SIDE, SIDE), flags=flags, borderMode=cv2.BORDER_REPLICATE
            ),
            np.float32,
        )

    def _parts(self, aligned: Gray) -> tuple[NDArray[np.float32], float]:
        offsets, scores = [], []
        for (x_cm, y_cm), (half_x, half_y) in (
            (_EYE, (7, 5)),
            ((-_EYE[0], _EYE[1]), (7, 5)),
            (_MOUTH, (11, 5)),
        ):
            x, y = round(_MIDDLE_X + PX_PER_CM * x_cm), round(_MIDDLE_Y - PX_PER_CM * y_cm)
            patch = self.template[y - half_y : y + half_y + 1, x - half_x : x + half_x + 1]
            reach = 3
            area = aligned[
                y - half_y - reach : y + half_y + reach + 1,
                x - half_x - reach : x + half_x + reach + 1,
            ]
            match = cv2.matchTemplate(area, patch, cv2.TM_CCOEFF_NORMED)
            _, score, _, (dx, dy) = cv2.minMaxLoc(match)
            offsets.append((dx - reach, dy - reach))
            scores.append(score)
        return np.array(offsets, np.float32), float(min(scores))


def _gap(aligned: Gray, offset: NDArray[np.float32]) -> float:
    x = round(_MIDDLE_X + float(offset[0]))
    y = round(_MIDDLE_Y - PX_PER_CM * _MOUTH[1] + float(offset[1]))
    rows = aligned[y - 5 : y + 9, x - 5 : x + 6].mean(axis=1)
    usual = max(float(np.percentile(rows, 60)), 20.0)
    return float(np.clip((usual - rows) / usual - 0.1, 0, None).sum())


def _levelled(gray: Gray) -> Gray:
    """Return the picture without its light: less its surroundings, over their deviation."""
    less = gray - cv2.GaussianBlur(gray, (0, 0), 7)
    spread = np.sqrt(cv2.GaussianBlur(less * less, (0, 0), 9))
    return np.asarray(less / (spread + 6), np.float32)


def _standard(gray: Gray, mask: NDArray[np.uint8]) -> Gray:
    inside = gray[mask > 0]
    return np.asarray((gray - inside.mean()) / max(float(inside.std()), 1.0), np.float32)


def _drawn(mesh: FaceMesh) -> Gray:
    """Return the mesh under light from above, with brows, eyes and lips darker by their place."""
    seen = rasterized(template_points(mesh.neutral), mesh.triangles, SIDE, SIDE)
    light = np.array([0.0, 0.5, 0.86], np.float32)
    shade = np.clip(seen.values(vertex_normals(mesh.neutral, mesh.triangles)) @ light, 0, 1)
    x, y, _ = np.moveaxis(seen.values(mesh.neutral), 2, 0)
    x = np.abs(x)
    brows = np.exp(-(((y - 6.0 + 0.06 * (x - 3) ** 2) / 0.45) ** 2))
    brows /= 1 + np.exp((np.abs(x - 3.3) - 1.7) * 6)
    albedo = 0.75 * (1 - 0.55 * brows)
    albedo *= 1 - 0.6 * np.exp(-(((x - 3.2) / 1.3) ** 2) - ((y - 3.6) / 0.55) ** 2)
    albedo *= 1 - 0.25 * np.exp(-((x / 1.9) ** 2) - ((y + 3.6) / 0.7) ** 2)
    albedo *= 1 - 0.4 * np.exp(-((x / 2.1) ** 2) - ((y + 3.5) / 0.22) ** 2)
    picture = np.where(seen.anything, (0.2 + 0.8 * shade) * albedo, 0.35)
    return np.asarray(cv2.GaussianBlur((255 * picture).astype(np.float32), (0, 0), 1.2), np.float32)
