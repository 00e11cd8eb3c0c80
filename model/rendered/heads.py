"""Whole heads, rendered at any turn: the shape of the face model with the skin of a real face.

It knows one head on no ground; it must not know scenes or files.
"""

from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from model.rendered.action_units import drawn
from model.rendered.fitting import template_points
from model.rendered.lighting import Light
from model.rendered.mesh import PART_NAMES, FaceMesh, rotation, vertex_normals
from model.rendered.portraits import Portrait
from model.rendered.pose import BOX_MIDDLE_CM, Pose
from model.rendered.raster import Seen, rasterized

Values = NDArray[np.float32]
Cover = Literal["none", "mask", "sunglasses", "cap"]
COVERS: tuple[Cover, ...] = ("none", "mask", "sunglasses", "cap")
BOX_SIDE_CM = 18.5
"""Side of the box that the frontal cascade gives to a head of the model's size, as measured."""
_AROUND = 2.1
"""The picture of a head is so many times as wide as its box."""
_FINER = 2
"""Rendered so many times finer, and averaged."""
_INSIDE_BGR = {"mouth": (40, 33, 66), "gums": (80, 75, 140), "teeth": (205, 230, 245)}
_EXPRESSIONS = ("neutral", "happiness", "anger", "surprise", "sadness", "neutral")


@dataclass(frozen=True, eq=False)
class Head:
    """A rendered head.

    Attributes:
        image: (S, S, 3) float32 BGR; the middle of the box is the middle of the picture.
        mask: (S, S) float32, 1 where the head is.
        side: Side of the box in pixels.
    """

    image: Values
    mask: Values
    side: float


class HeadMaker:
    """Renders heads; keeps what all of them share."""

    def __init__(self, mesh: FaceMesh) -> None:
        """Take the face model."""
        self._mesh = mesh.only(np.ones(len(mesh.triangles), bool))
        self._normals = vertex_normals(self._mesh.neutral, self._mesh.triangles)
        self._part = np.zeros(len(self._mesh.neutral), np.int8)
        for part in range(len(PART_NAMES)):
            self._part[self._mesh.triangles[self._mesh.part_of == part]] = part

    def head(
        self, face: Portrait, pose: Pose, cover: Cover, side: float, rng: np.random.Generator
    ) -> Head:
        """Return somebody at random with the skin of a real face.

        Args:
            face: Whose skin, hair and brows.
            pose: How the head is held.
            cover: What is before the face.
            side: Of the box, in pixels.
            rng: Draws shape, expression, light and colours.
        """
        mesh = self._mesh
        expression = drawn(str(rng.choice(_EXPRESSIONS)), rng)
        colours = self._colours(face, rng)
        hairy = self._hairiness()[:, np.newaxis]
        shape = mesh.neutral + mesh.person(rng, 0.8) + mesh.moved(expression.movements)
        shape = shape + self._normals * hairy * rng.uniform(0.2, 1.6)
        turned = (shape - np.array(BOX_MIDDLE_CM, np.float32)) @ rotation(
            pose.yaw_deg, pose.pitch_deg, pose.roll_deg
        ).T
        size = 2 * round(_AROUND * side / 2) * _FINER
        points = _seen_from(turned, side * _FINER / BOX_SIDE_CM, size, rng.uniform(50, 200))
        normals = vertex_normals(turned, mesh.triangles)
        lit = colours * _random_light(rng).of(normals)[:, np.newaxis]
        seen = rasterized(points, mesh.triangles, size, size)
        image = np.where(seen.anything[..., np.newaxis], seen.values(lit.astype(np.float32)), 0)
        image = self._covered(image, seen, cover, rng)
        small = (size // _FINER,) * 2
        mask = cv2.resize(seen.anything.astype(np.float32), small, interpolation=cv2.INTER_AREA)
        mean = cv2.resize(image.astype(np.float32), small, interpolation=cv2.INTER_AREA)
        # Pixels at the rim were averaged with nothing.
        image = mean / np.maximum(mask, 1e-3)[..., np.newaxis]
        return Head(np.clip(image, 0, 255).astype(np.float32), mask.astype(np.float32), side)

    def _hairiness(self) -> Values:
        """Return (V,): 1 where hair grows, 0 where not, by place."""
        _, y, z = self._mesh.neutral.T
        above = y - (9.2 - 0.9 * np.maximum(0, 5 - z))
        on_skull = np.isin(self._part, [PART_NAMES.index(name) for name in ("face", "head")])
        low = np.clip((y + 7) / 3, 0, 1)
        return np.asarray(np.clip(above / 1.2, 0, 1) * on_skull * low, np.float32)

    def _colours(self, face: Portrait, rng: np.random.Generator) -> Values:
        """Return (V, 3) BGR of the head in even light."""
        places = self._mesh.neutral
        side = 128
        shrinking = cv2.INTER_AREA if len(face.picture) > side else cv2.INTER_CUBIC
        image = cv2.resize(face.picture, (side, side), interpolation=shrinking).astype(np.float32)
        points = face.fit.placed(template_points(places), side)
        x, y = points[:, 0], points[:, 1]
        taken = cv2.remap(
            image, x[np.newaxis], y[np.newaxis], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )[0]
        light = Light.fitted(image, points, self._normals, places).of(self._normals)
        even = taken / np.clip(light, 0.6, 1.4)[:, np.newaxis]
        across, height = np.abs(places[:, 0]), places[:, 1]
        is_face = self._part == PART_NAMES.index("face")
        cheek = is_face & (across > 2) & (across < 4.5) & (height > -2) & (height < 1)
        skin = np.median(even[cheek], axis=0)
        top = is_face & (height > 10.5) & (across < 4) & (y > 2)
        hair = np.full(3, float(rng.choice([25, 40, 60, 90, 150])))
        if top.any() and np.median(even[top]) < 0.8 * skin.mean():  # else it is bald, or the ground
            hair = np.median(even[top], axis=0)
        hairy = self._hairiness()[:, np.newaxis]
        strands = rng.normal(1, 0.18, (len(places), 1))
        plain = skin * (1 - hairy) + hair * strands * hairy
        inside = (x > 1) & (y > 1) & (x < side - 2) & (y < side - 2)
        trust = np.clip((self._normals[:, 2] - 0.25) / 0.3, 0, 1) * inside * is_face
        trust *= np.clip((6.6 - across) / 1.5, 0, 1) * np.clip((height + 9) / 2, 0, 1)
        colours = plain + (even - plain) * trust[:, np.newaxis]
        self._paint_eyes(colours, float(skin.mean()), rng)
        for name, colour in _INSIDE_BGR.items():
            rows = self._part == PART_NAMES.index(name)
            paint = np.array(colour, np.float32)
            depth = np.clip((places[rows, 2:] - 5.0) / 5.5, 0.25, 1.0)
            colours[rows] = depth * (paint if np.ptp(skin) > 2 else paint.mean())
        return np.asarray(colours, np.float32)

    def _paint_eyes(self, colours: Values, skin: float, rng: np.random.Generator) -> None:
        rows = np.flatnonzero(
            np.isin(self._part, [PART_NAMES.index(name) for name in ("eyes", "sockets")])
        )
        x, y, z = self._mesh.neutral[rows].T
        look = rng.uniform(-0.25, 0.25, 2)
        away = np.hypot(np.abs(x - np.sign(x) * 3.2 - look[0]), y - 3.55 - look[1])
        white = 0.6 * skin + 70
        eye = np.where(away < 0.62, rng.uniform(0.2, 0.5) * white, white)
        eye = np.where(away < 0.28, 15, eye)
        colours[rows] = np.where(z > 7.5, eye, 0.4 * skin)[:, np.newaxis]

    def _covered(self, image: Values, seen: Seen, cover: Cover, rng: np.random.Generator) -> Values:
        """Return the picture with what is worn before the face, which turns with the head."""
        if cover == "none":
            return image
        x, y, z = np.moveaxis(seen.values(self._mesh.neutral), 2, 0)
        if cover == "mask":
            worn = (y < 1.0 - 0.02 * x**2) & (y > -8.3) & (z > 1)
            colour = rng.choice([60, 140, 200, 230]) * rng.uniform(0.9, 1.1, 3)
        elif cover == "sunglasses":
            worn = (np.abs(np.abs(x) - 3.2) / 2.4) ** 4 + (np.abs(y - 3.4) / 1.7) ** 4 < 1
            worn |= (np.abs(y - 4.2) < 0.3) & (np.abs(x) < 8.5)
            worn &= z > -2
            colour = rng.uniform(10, 40) * np.ones(3)
        else:
            worn = y > 7.6 - 0.25 * np.maximum(0, 6 - z)
            colour = rng.uniform(20, 220, 3)
        worn &= seen.anything
        gray = image.mean(axis=2, keepdims=True)
        level = max(float(np.median(gray[seen.anything])), 20.0) if seen.anything.any() else 100.0
        # Its own shade stays that of what it lies on.
        shade = cv2.GaussianBlur(gray, (0, 0), 0.02 * len(image))[..., np.newaxis] / level
        return np.where(worn[..., np.newaxis], colour * np.clip(shade, 0.4, 1.2), image)


def _seen_from(turned: Values, scale: float, size: int, distance_cm: float) -> Values:
    """Return (V, 3) points of a picture of this size, as a camera at a distance sees them."""
    near = distance_cm / (distance_cm - turned[:, 2])
    x = size / 2 - 0.5 + scale * turned[:, 0] * near
    y = size / 2 - 0.5 - scale * turned[:, 1] * near
    return np.stack([x, y, turned[:, 2]], axis=1).astype(np.float32)


def _random_light(rng: np.random.Generator) -> Light:
    direction = np.array([rng.normal(0, 0.6), abs(rng.normal(0.3, 0.3)), 1.0])
    share = rng.uniform(0.25, 0.65)
    direction *= share / np.linalg.norm(direction)
    return Light(np.array([1 - share, *direction], np.float32) * rng.uniform(0.6, 1.15))
