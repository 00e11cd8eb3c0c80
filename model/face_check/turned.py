"""Rendered heads at every turn, made once and kept: what no data set of frontal faces has.

Heads seen from behind are made too, and are no faces.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from fer_desktop.core.settings import Settings
from fer_desktop.vision import assembly
from model.rendered.heads import COVERS, HeadMaker
from model.rendered.mesh import load_mesh
from model.rendered.portraits import fitter_for, neutral_samples, portraits
from model.rendered.pose import Pose

SIDE = 64
"""Of the box, in pixels."""
FACE_UP_TO_DEG = 90.0
BEHIND_FROM_DEG = 130.0
_BEHIND = 0.12
_COVER_SHARES = (0.55, 0.25, 0.12, 0.08)
_HEADS_OF_A_FACE = 6
_AT_ONCE = 200
"""Heads in a file."""


@dataclass(frozen=True, eq=False)
class Heads:
    """Rendered heads; the middle of a picture is the middle of the box.

    Attributes:
        images: (n, S, S) uint8 gray.
        masks: (n, S, S) uint8, 255 where the head is.
        yaw_deg: (n,) to the person's left.
        cover: (n,) index into `model.rendered.heads.COVERS`.
    """

    images: NDArray[np.uint8]
    masks: NDArray[np.uint8]
    yaw_deg: NDArray[np.float32]
    cover: NDArray[np.int64]

    def only(self, rows: NDArray[np.int64]) -> "Heads":
        """Return some of the heads."""
        return Heads(self.images[rows], self.masks[rows], self.yaw_deg[rows], self.cover[rows])


def write_heads(mesh: Path, neutral_data: Sequence[Path], count: int, out: Path, seed: int) -> None:
    """Write `count` heads into files of some hundred each; those that are there stay.

    Raises:
        DataError: The data has no neutral faces.
        ModelError: The mesh can't be read.
    """
    out.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(seed)
    model = load_mesh(mesh)
    samples = neutral_samples(neutral_data)
    fitter = fitter_for(model, samples, rng)
    network = assembly.make_classifier(Settings())
    n_faces = -(-count // _HEADS_OF_A_FACE)
    found = portraits(samples, fitter, network, rng)
    faces = list(tqdm(islice(found, n_faces), total=n_faces, desc="Fitting faces", unit="px"))
    maker = HeadMaker(model)
    for start in range(0, count, _AT_ONCE):
        file = out / f"heads-{start:05}.npz"
        if file.exists():
            continue
        rows = []
        for number in tqdm(range(start, min(start + _AT_ONCE, count)), desc=file.name, unit="px"):
            own = np.random.default_rng((seed, number))
            pose, cover = _pose(own), int(own.choice(len(COVERS), p=_COVER_SHARES))
            face = faces[number % len(faces)]
            head = maker.head(face, pose, COVERS[cover], SIDE, own)
            gray = head.image.mean(axis=2)
            rows.append((gray, 255 * head.mask, pose.yaw_deg, cover))
        images, masks, yaws, covers = zip(*rows, strict=True)
        np.savez_compressed(
            file,
            images=np.rint(images).astype(np.uint8),
            masks=np.rint(masks).astype(np.uint8),
            yaw_deg=np.array(yaws, np.float32),
            cover=np.array(covers),
        )


def read_heads(folder: Path) -> Heads:
    """Return all heads of a folder."""
    parts = []
    for file in sorted(folder.glob("heads-*.npz")):
        with np.load(file) as stored:
            parts.append({name: stored[name] for name in stored.files})
    return Heads(**{name: np.concatenate([p[name] for p in parts]) for name in parts[0]})


def _pose(rng: np.random.Generator) -> Pose:
    if rng.random() < _BEHIND:
        yaw = float(rng.uniform(BEHIND_FROM_DEG, 360 - BEHIND_FROM_DEG))
    else:
        yaw = float(rng.uniform(-FACE_UP_TO_DEG, FACE_UP_TO_DEG))
    return Pose(yaw, float(np.clip(rng.normal(0, 14), -40, 40)))
