"""The pool of cases: composed faces and things, and what was mined, each a file of arrays."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from tqdm import tqdm

from fer_desktop.core.errors import DataError
from fer_desktop.evaluation.datasets import Sample, detect_layout, read_samples
from fer_desktop.evaluation.pictures import load_picture
from fer_desktop.vision.detection.face_check import FaceCheck
from model.data import split_off_validation
from model.face_check.cases import Cases, cases_of, hard_cases_of, joined, no_faces
from model.face_check.compose import composed
from model.face_check.grounds import Ground, Part
from model.face_check.mining import clutter
from model.face_check.patches import face_patch, head_patch, other_patch
from model.face_check.turned import Heads

_SHARES = (0.5, 0.15, 0.2, 0.15)
"""Of faces of facial_expressions, of FER+, rendered heads, and other things."""
_HELD_BACK_HEADS_OF = 6
_BOXES_OF_A_GROUND = 12
_ANYWHERE = 0.02
_WITH_NEIGHBOURS = 0.2
SPLITS = {
    "train": {"legend": "common-train", "ferplus": "Train"},
    "held back": {"legend": "person-test", "ferplus": "Valid"},
}


def face_samples(roots: Sequence[Path], part: Part) -> list[list[Sample]]:
    """Return the pictures of facial_expressions and of FER+ for a part, in this order.

    Raises:
        DataError: One of them is not among the folders.
    """
    found = {}
    for root in roots:
        layout = detect_layout(root)
        if layout in SPLITS[part]:
            samples = read_samples(root, layout, SPLITS[part][layout])
            if layout == "legend" and part == "train":
                samples, _ = split_off_validation(samples)
            found[layout] = samples
    if set(found) != set(SPLITS[part]):
        raise DataError("Give the folders of both FER+ and facial_expressions.")
    return [found["legend"], found["ferplus"]]


def part_of_heads(heads: Heads, part: Part) -> Heads:
    """Return the heads of a part: every sixth is held back."""
    rows = np.arange(len(heads.images))
    kept = rows % _HELD_BACK_HEADS_OF == 0
    return heads.only(rows[kept if part == "held back" else ~kept])


def composed_cases(
    samples: Sequence[Sequence[Sample]],
    heads: Heads,
    grounds: Sequence[Ground],
    count: int,
    rng: np.random.Generator,
    check: FaceCheck | None = None,
) -> Cases:
    """Return the cases of `count` composed pictures.

    Args:
        samples: Pictures of facial_expressions and of FER+.
        heads: Rendered heads.
        grounds: Pictures without people.
        count: How many.
        rng: Draws all.
        check: An earlier face check; what it is least right about is added.

    Raises:
        ImageError: A picture can't be read.
    """
    found = []
    for _ in tqdm(range(count), desc="Composing", unit="px"):
        kind = int(rng.choice(4, p=_SHARES))
        if kind < 2:
            sample = samples[kind][int(rng.integers(len(samples[kind])))]
            patch = face_patch(load_picture(sample), rng)
        elif kind == 2:
            patch = head_patch(heads, rng)
        else:
            patch = other_patch(grounds[int(rng.integers(len(grounds)))], rng)
        neighbour = None
        if rng.random() < _WITH_NEIGHBOURS:
            sample = samples[0][int(rng.integers(len(samples[0])))]
            neighbour = face_patch(load_picture(sample), rng)
        scene = composed(patch, grounds[int(rng.integers(len(grounds)))], rng, neighbour)
        found.append(cases_of(scene, rng, is_rendered=kind == 2))
        if check:
            found.append(hard_cases_of(scene, rng, kind == 2, check.probabilities))
        if rng.random() < _ANYWHERE:
            found.append(_anywhere(grounds, rng))
    return joined(found)


def write_cases(file: Path, cases: Cases) -> None:
    """Write cases to a file of arrays."""
    file.parent.mkdir(parents=True, exist_ok=True)
    np.savez(
        file, chips=cases.chips, targets=cases.targets, weights=cases.weights, kinds=cases.kinds
    )


def read_cases(folder: Path, pattern: str) -> Cases:
    """Return the cases of all files whose names are like this.

    Raises:
        DataError: There are none.
    """
    parts = []
    for file in sorted(folder.glob(pattern)):
        with np.load(file) as stored:
            parts.append(Cases(**{name: stored[name] for name in stored.files}))
    if not parts:
        raise DataError(f"{folder}: no cases ({pattern}); run the prepare command first.")
    return joined(parts)


def _anywhere(grounds: Sequence[Ground], rng: np.random.Generator) -> Cases:
    gray = clutter(grounds, rng)
    height, width = gray.shape
    side = np.exp(rng.uniform(np.log(16), np.log(240), _BOXES_OF_A_GROUND))
    x, y = rng.uniform(0, width, len(side)), rng.uniform(0, height, len(side))
    boxes = np.stack([x - side / 2, y - side / 2, x + side / 2, y + side / 2], axis=1)
    return no_faces(gray, boxes, rng.uniform(-40, 40, len(side)), "ground")
