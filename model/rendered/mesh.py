"""A face model of ICT-FaceKit's kind: a mesh, persons as offsets and movements as offsets.

Lengths are in cm; x to the person's left (the right of a picture), y up, z towards the camera. It
knows neither pictures nor what a movement means.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.errors import DataError

Part = str
"""`face`, `head`, `mouth`, `sockets`, `gums`, `teeth` or `eyes`."""

ICT_PARTS: Mapping[Part, tuple[int, int]] = {
    "face": (0, 9230),
    "head": (9230, 11144),
    "mouth": (11144, 13226),
    "sockets": (13226, 14034),
    "gums": (14034, 17006),
    "teeth": (17006, 21496),
    "eyes": (21496, 24692),
}
"""Ranges of ICT-FaceKit's quads; the rest are films and lashes, which are left out."""
PART_NAMES = tuple(ICT_PARTS)
_IDENTITY_SPREAD = 0.8


@dataclass(frozen=True, eq=False)
class FaceMesh:
    """The model.

    Attributes:
        neutral: (V, 3) float32, the mean face at rest.
        triangles: (T, 3) int32, counter-clockwise seen from outside.
        part_of: (T,) int8, the place of each triangle's part in `PART_NAMES`.
        identity: (P, V, 3) float16 offsets of persons.
        expression: (E, V, 3) float32 offsets of movements.
        names: What the movements are called.
    """

    neutral: NDArray[np.float32]
    triangles: NDArray[np.int32]
    part_of: NDArray[np.int8]
    identity: NDArray[np.float16]
    expression: NDArray[np.float32]
    names: tuple[str, ...]

    def person(self, rng: np.random.Generator, strength: float = 1.0) -> NDArray[np.float32]:
        """Return (V, 3) offsets of somebody at random; a strength of 0 is the mean face."""
        weights = rng.normal(0, _IDENTITY_SPREAD, len(self.identity)) * strength
        return _mixed(self.identity, weights)

    def moved(self, weights: Mapping[str, float]) -> NDArray[np.float32]:
        """Return (V, 3) offsets of movements by name, each about 0 to 1.

        Raises:
            DataError: The model has no such movement.
        """
        values = np.zeros(len(self.names))
        for name, weight in weights.items():
            if name not in self.names:
                raise DataError(f"The face model has no movement {name!r}.")
            values[self.names.index(name)] = weight
        return _mixed(self.expression, values)

    def only(self, kept: NDArray[np.bool_]) -> "FaceMesh":
        """Return the model of these triangles (T,) alone, without the vertices that none has."""
        used, numbered = np.unique(self.triangles[kept], return_inverse=True)
        return FaceMesh(
            self.neutral[used],
            numbered.reshape(-1, 3).astype(np.int32),
            self.part_of[kept],
            self.identity[:, used],
            self.expression[:, used],
            self.names,
        )

    def of_parts(self, *parts: Part) -> NDArray[np.bool_]:
        """Return (T,) which triangles belong to these parts."""
        return np.isin(self.part_of, [PART_NAMES.index(part) for part in parts])


def _mixed(
    offsets: NDArray[np.float16] | NDArray[np.float32], weights: NDArray[np.float64]
) -> NDArray[np.float32]:
    found = np.zeros(offsets.shape[1:], np.float32)
    for offset, weight in zip(offsets, weights, strict=True):
        if weight:
            found += offset.astype(np.float32, copy=False) * np.float32(weight)
    return found


def triangulated(
    faces: NDArray[np.int32], parts: Mapping[Part, tuple[int, int]]
) -> tuple[NDArray[np.int32], NDArray[np.int8]]:
    """Return the triangles and their parts of (Q, 4) quads of which -1 marks a triangle."""
    triangles, part_of = [], []
    for name, (first, end) in parts.items():
        quads = faces[first:end]
        second = quads[quads[:, 3] >= 0][:, [0, 2, 3]]
        both = np.concatenate([quads[:, :3], second])
        triangles.append(both)
        part_of.append(np.full(len(both), PART_NAMES.index(name), np.int8))
    return np.concatenate(triangles).astype(np.int32), np.concatenate(part_of)


def load_mesh(path: Path, parts: Mapping[Part, tuple[int, int]] = ICT_PARTS) -> FaceMesh:
    """Return the face model of a file.

    Args:
        path: An `.npz` with `neutral`, `faces`, `identity`, `expression`, `expression_names`.
        parts: The range of quads of each part.

    Raises:
        DataError: It can't be read, or is not such a model.
    """
    try:
        with np.load(path, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        neutral = arrays["neutral"].astype(np.float32)
        triangles, part_of = triangulated(arrays["faces"], parts)
        names = tuple(str(name) for name in arrays["expression_names"])
        identity = arrays["identity"]
        expression = arrays["expression"].astype(np.float32)
    except (OSError, ValueError, KeyError) as error:
        raise DataError(
            f"{path}: not a face model ({error}). Expected an .npz with neutral, faces, identity, "
            "expression and expression_names."
        ) from error
    shape = neutral.shape
    if identity.shape[1:] != shape or expression.shape != (len(names), *shape):
        raise DataError(f"{path}: the offsets do not fit the {len(neutral)} vertices.")
    return FaceMesh(neutral, triangles, part_of, identity, expression, names)


def vertex_normals(
    vertices: NDArray[np.float32], triangles: NDArray[np.int32]
) -> NDArray[np.float32]:
    """Return (V, 3) normals of length 1; those of vertices without a triangle are 0."""
    a, b, c = (vertices[triangles[:, i]] for i in range(3))
    of_triangles = np.cross(b - a, c - a)
    sums = np.zeros((3, len(vertices)))
    for axis in range(3):
        for corner in range(3):
            sums[axis] += np.bincount(
                triangles[:, corner], of_triangles[:, axis], minlength=len(vertices)
            )
    lengths = np.maximum(np.linalg.norm(sums, axis=0), 1e-12)
    return np.asarray((sums / lengths).T, np.float32)


def rotation(yaw_deg: float, pitch_deg: float, roll_deg: float) -> NDArray[np.float32]:
    """Return (3, 3): turned to the person's left, then up, then towards the left shoulder."""
    y, p, r = np.deg2rad([yaw_deg, pitch_deg, roll_deg])
    about_y = np.array([[np.cos(y), 0, np.sin(y)], [0, 1, 0], [-np.sin(y), 0, np.cos(y)]])
    about_x = np.array([[1, 0, 0], [0, np.cos(p), np.sin(p)], [0, -np.sin(p), np.cos(p)]])
    about_z = np.array([[np.cos(r), np.sin(r), 0], [-np.sin(r), np.cos(r), 0], [0, 0, 1]])
    return np.asarray(about_z @ about_x @ about_y, np.float32)
