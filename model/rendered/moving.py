"""Moves the face on a real photograph as the face model moves: by a warp, shading and folds.

The skin, hair and light stay those of the photograph. What opens (the mouth) is rendered.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.types import ImageBGR
from model.rendered.action_units import Drawn
from model.rendered.fitting import Fit, template_points
from model.rendered.lighting import Light
from model.rendered.mesh import PART_NAMES, FaceMesh, vertex_normals
from model.rendered.raster import Seen, rasterized
from model.rendered.wrinkles import darkening

Values = NDArray[np.float32]
_INSIDE_BGR = {"mouth": (0.16, 0.13, 0.26), "gums": (0.32, 0.30, 0.55), "teeth": (0.8, 0.92, 0.98)}
"""Colours inside the mouth, before they are fitted to the light of the picture."""
_LEAST_FACING = -0.3


class Mover:
    """Moves faces of photographs; keeps what all of them share."""

    def __init__(self, mesh: FaceMesh, side: int = 96) -> None:
        """Take the face model and the side of the pictures that are worked on."""
        drawn = mesh.of_parts("face", "mouth", "gums", "teeth", "eyes", "sockets")
        # What turns its back on the camera at rest is not seen whatever the face does.
        facing = vertex_normals(mesh.neutral, mesh.triangles)[mesh.triangles, 2].max(axis=1)
        self._mesh, self._side = mesh.only(drawn & (facing > _LEAST_FACING)), side
        mesh = self._mesh
        self._triangles, self._part_of = mesh.triangles, mesh.part_of
        self._skin = mesh.triangles[mesh.of_parts("face")]
        self._edges = np.concatenate([self._skin[:, [i, (i + 1) % 3]] for i in range(3)])
        self._normals = vertex_normals(mesh.neutral, self._skin)
        self._bend = self._curvature(mesh.neutral, self._normals)

    def moved(self, picture: ImageBGR, fit: Fit, expression: Drawn) -> ImageBGR:
        """Return (side, side, 3) uint8 BGR of the picture with the expression on its face."""
        side = self._side
        shrinking = cv2.INTER_AREA if max(picture.shape[:2]) > side else cv2.INTER_CUBIC
        image = cv2.resize(picture, (side, side), interpolation=shrinking).astype(np.float32)
        rest = self._mesh.neutral
        changed = rest + self._mesh.moved(expression.movements)
        before = fit.placed(template_points(rest), side)
        after = before + self._moves(fit, rest, changed)
        seen = rasterized(after, self._triangles, side, side)
        parts = np.where(seen.anything, self._part_of[seen.triangle], -1)
        is_skin = parts == PART_NAMES.index("face")
        y, x = np.mgrid[:side, :side].astype(np.float32)
        from_where = seen.values(before[:, :2])
        shift = _spread(from_where - np.stack([x, y], axis=2), is_skin, side)
        warped = cv2.remap(
            image,
            x + shift[..., 0],
            y + shift[..., 1],
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REPLICATE,
        )
        shade = self._shade(image, before, seen, is_skin, changed)
        place = seen.values(rest)
        folds = darkening(place[..., 0], place[..., 1], expression.left, expression.right)
        shade = np.where(is_skin, shade * (1 - expression.folds * folds), 1.0).astype(np.float32)
        shade = cv2.GaussianBlur(shade, (0, 0), side / 128)
        lit = warped * shade[..., np.newaxis]
        # What gets brighter stays below white.
        brighter = warped + (lit - warped) * np.clip((255 - warped) / 60, 0, 1)
        lit = np.where(lit > warped, brighter, lit)
        lit = self._with_whites(lit, image, seen, parts, expression)
        return self._with_mouth(lit, image, seen, parts)

    def _moves(self, fit: Fit, rest: Values, changed: Values) -> Values:
        """Return (V, 3) pixels: the movements turned and scaled as the fit is."""
        scale = self._side / 64
        moves = template_points(changed) - template_points(rest)
        xy = moves[:, :2] @ fit.matrix[:, :2].T * scale
        return np.concatenate([xy, moves[:, 2:] * scale], axis=1).astype(np.float32)

    def _shade(
        self, image: Values, before: Values, seen: Seen, is_skin: NDArray[np.bool_], changed: Values
    ) -> Values:
        """Return (H, W): how much brighter or darker the skin gets as it turns and bends."""
        old, new = self._normals, vertex_normals(changed, self._skin)
        light = Light.fitted(image, before, old, self._mesh.neutral)
        ratio = light.of(new) / light.of(old)
        bend = self._curvature(changed, new) - self._bend
        ratio = np.clip(ratio, 0.6, 1.2) * np.exp(-np.clip(1.2 * bend, -0.12, 0.4))
        return np.where(is_skin, seen.values(ratio.astype(np.float32)), 1.0)

    def _curvature(self, vertices: Values, normals: Values) -> Values:
        """Return (V,): how hollow the skin is at each vertex, positive in furrows."""
        a, b = self._edges.T
        n = len(vertices)
        toward = vertices[b] - vertices[a]
        length = np.maximum(np.sqrt(np.einsum("ij,ij->i", toward, toward)), 1e-6)
        rise = np.einsum("ij,ij->i", toward, normals[a]) / length
        counts = np.maximum(np.bincount(a, minlength=n), 1)
        return np.asarray(np.bincount(a, rise, minlength=n) / counts, np.float32)

    def _with_whites(
        self,
        lit: Values,
        image: Values,
        seen: Seen,
        parts: NDArray[np.int64],
        expression: Drawn,
    ) -> Values:
        """Return the picture with more white around the iris where the eyes are opened wide.

        The warp alone would stretch the iris with the lids.
        """
        x, y, _ = np.moveaxis(seen.values(self._mesh.neutral), 2, 0)
        from_iris = np.hypot((np.abs(x) - 3.2) * 0.8, y - 3.62)
        wide = np.where(x > 0, expression.left.get("5", 0.0), expression.right.get("5", 0.0))
        share = np.clip((from_iris - 0.42) / 0.2, 0, 1) * np.clip(wide, 0, 1) * 0.75
        share = np.where(parts == PART_NAMES.index("eyes"), share, 0).astype(np.float32)
        share = cv2.GaussianBlur(share, (0, 0), self._side / 180)[..., np.newaxis]
        white = 0.95 * _bright(image)
        return np.asarray(lit + (np.maximum(lit, white) - lit) * share, np.float32)

    def _with_mouth(
        self, lit: Values, image: Values, seen: Seen, parts: NDArray[np.int64]
    ) -> ImageBGR:
        names = tuple(_INSIDE_BGR)
        inside = np.isin(parts, [PART_NAMES.index(name) for name in names])
        if inside.any():
            colours = np.zeros((*parts.shape, 3), np.float32)
            for name in names:
                colours[parts == PART_NAMES.index(name)] = _INSIDE_BGR[name]
            bright = _bright(image)
            if np.ptp(image, axis=2).max() < 2:  # a gray picture stays one
                colours[:] = colours.mean(axis=2, keepdims=True)
            # Deeper is darker.
            depth = seen.values(self._mesh.neutral[:, 2])
            shade = np.clip((depth - 5.0) / 5.5, 0.25, 1.0)
            paint = colours * bright * shade[..., np.newaxis]
            mask = cv2.GaussianBlur(inside.astype(np.float32), (0, 0), 0.006 * self._side)
            # Blurred inside, so that teeth become one row, as they are at the size of real crops.
            paint = _spread_colour(paint, inside, 0.009 * self._side)
            paint = np.where(inside[..., np.newaxis], paint, lit)
            lit = lit + (paint - lit) * mask[..., np.newaxis]
        return np.ascontiguousarray(np.clip(np.rint(lit), 0, 255), np.uint8)


def _bright(image: Values) -> float:
    """Return the brightness of the lit skin in the middle of a face crop."""
    side = len(image)
    middle = image[side // 3 : -side // 4, side // 3 : -side // 3]
    return float(np.percentile(middle, 85))


def _spread(shift: Values, known: NDArray[np.bool_], side: int) -> Values:
    """Return the shift continued into holes and, fading, beyond the face."""
    found = np.where(known[..., np.newaxis], shift, 0).astype(np.float32)
    weight = known.astype(np.float32)
    filled, total = found * 1e4, weight * 1e4
    for sigma, share in ((side / 64, 1.0), (side / 24, 1e-2), (side / 10, 1e-4)):
        filled = filled + share * cv2.GaussianBlur(found, (0, 0), sigma)
        total = total + share * cv2.GaussianBlur(weight, (0, 0), sigma)
    away = cv2.distanceTransform((~known).astype(np.uint8), cv2.DIST_L2, 3)
    fading = np.exp(-((away / (0.12 * side)) ** 2))
    return np.asarray(filled / (total[..., np.newaxis] + 1e-9) * fading[..., np.newaxis])


def _spread_colour(paint: Values, inside: NDArray[np.bool_], sigma: float) -> Values:
    """Return the paint blurred among the pixels inside only."""
    weight = inside.astype(np.float32)[..., np.newaxis]
    total = cv2.GaussianBlur(weight, (0, 0), sigma)[..., np.newaxis]
    return np.asarray(cv2.GaussianBlur(paint * weight, (0, 0), sigma) / (total + 1e-6), np.float32)
