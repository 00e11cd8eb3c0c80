"""Boxes around and beside known faces, as chips with what the check has to answer.

A case is a chip, eight targets in the order of `ANSWERS`, and eight weights: 0 where the answer is
unknown or without meaning.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fer_desktop.vision.detection.check_chips import GrayLevels, cut_chips, way_between
from fer_desktop.vision.detection.check_spec import ANSWERS, ROLL_DEG, TURN_DEG
from model.face_check.compose import Composed

FACE_IOU, NO_FACE_IOU = 0.45, 0.22
"""From so much overlap with the face on a box holds it, and below the other it does not."""
_N_NEAR, _N_FAR, _N_PARTS, _N_ELSEWHERE = 3, 2, 2, 1
_N_CLOSE, _N_ANYWHERE = 6, 48
_SIZES = (0.25, 3.0)
"""Of boxes anywhere, in sides of the face."""
_SURELY_NOT_IOU = 0.12
_HARD_FACES, _HARD_OTHERS, _EASY_OTHERS = 2, 3, 1
_HARD_FROM = 0.1
_MOST_ROLL_DEG = 32.0


@dataclass(frozen=True, eq=False)
class Cases:
    """n cases.

    Attributes:
        chips: (n, 40, 40) uint8.
        targets: (n, 8) float32.
        weights: (n, 8) float32.
        kinds: (n,) index into `KINDS`.
    """

    chips: NDArray[np.uint8]
    targets: NDArray[np.float32]
    weights: NDArray[np.float32]
    kinds: NDArray[np.uint8]

    def only(self, rows: NDArray[np.int64] | NDArray[np.bool_]) -> "Cases":
        """Return some of the cases."""
        return Cases(self.chips[rows], self.targets[rows], self.weights[rows], self.kinds[rows])


KINDS = ("face", "turned face", "part", "thing", "ground", "mined")


def joined(parts: list[Cases]) -> Cases:
    """Return all cases of several heaps."""
    return Cases(
        np.concatenate([p.chips for p in parts]),
        np.concatenate([p.targets for p in parts]),
        np.concatenate([p.weights for p in parts]),
        np.concatenate([p.kinds for p in parts]),
    )


def cases_of(scene: Composed, rng: np.random.Generator, is_rendered: bool) -> Cases:
    """Return boxes around and beside what was laid on a picture."""
    return told_of(scene, *_around(scene, rng), is_rendered)


def hard_cases_of(
    scene: Composed,
    rng: np.random.Generator,
    is_rendered: bool,
    sure: Callable[[NDArray[np.uint8]], NDArray[np.float64]],
) -> Cases:
    """Return those boxes on the face and far from it of which an earlier check is least right.

    Args:
        scene: What was laid on a picture.
        rng: Draws the boxes.
        is_rendered: Whether the face was rendered.
        sure: Gives the probabilities (n,) of a face of (n, 40, 40) chips.
    """
    side = scene.box[2] - scene.box[0]
    middle = (scene.box[:2] + scene.box[2:]) / 2 + rng.normal(0, 0.05, (_N_CLOSE, 2)) * side
    half = side * np.exp(rng.normal(0, 0.08, (_N_CLOSE, 1))) / 2
    tilts = scene.roll_deg - rng.normal(0, 7, _N_CLOSE)
    close = told_of(
        scene, np.concatenate([middle - half, middle + half], axis=1), tilts, is_rendered
    )
    worst = np.argsort(sure(close.chips) * (1 if scene.patch.is_face else -1))
    hard = [close.only(worst[:_HARD_FACES])]
    height, width = scene.gray.shape
    middle = rng.uniform(0, 1, (_N_ANYWHERE, 2)) * [width, height]
    half = np.maximum(side * np.exp(rng.uniform(*np.log(_SIZES), (_N_ANYWHERE, 1))), 8) / 2
    boxes = np.concatenate([middle - half, middle + half], axis=1)
    away = [_iou(boxes, np.tile(box, (len(boxes), 1))) for box in (scene.box, *scene.others)]
    boxes = boxes[np.max(away, axis=0) < _SURELY_NOT_IOU]
    if len(boxes):
        others = told_of(scene, boxes, rng.uniform(-34, 34, len(boxes)), is_rendered)
        told = sure(others.chips)
        worst, easy = np.split(np.argsort(-told), [_HARD_OTHERS])
        easy = rng.permutation(easy)[:_EASY_OTHERS]
        hard += [others.only(worst[told[worst] > _HARD_FROM]), others.only(easy)]
    return joined(hard)


def told_of(
    scene: Composed, boxes: NDArray[np.float64], tilts: NDArray[np.float64], is_rendered: bool
) -> Cases:
    """Return boxes in a picture with what the check has to answer; some are left out as unclear."""
    if len(scene.others):
        # What holds another face is none of ours, nor no face.
        away = [_iou(boxes, np.tile(box, (len(boxes), 1))) for box in scene.others]
        clear = np.max(away, axis=0) < NO_FACE_IOU
        boxes, tilts = boxes[clear], tilts[clear]
    truth = np.tile(scene.box, (len(boxes), 1))
    overlap = _iou(boxes, truth)
    left_deg = scene.roll_deg - tilts
    ways = way_between(boxes, tilts, truth)
    n, patch = len(boxes), scene.patch
    targets = np.zeros((n, len(ANSWERS)), np.float32)
    weights = np.zeros_like(targets)
    holds = (overlap >= FACE_IOU) & (np.abs(left_deg) <= _MOST_ROLL_DEG) & patch.is_face
    holds_not = (overlap < NO_FACE_IOU) | (not patch.is_face)
    near = (overlap >= NO_FACE_IOU + 0.08) & (np.abs(left_deg) <= 45) & patch.is_face
    targets[:, 0] = holds
    weights[:, 0] = holds | holds_not
    targets[:, 1:4] = np.clip(ways, -1, 1)
    weights[:, 1:4] = near[:, np.newaxis]
    targets[:, 4] = left_deg / ROLL_DEG
    weights[:, 4] = near
    for column, value, unit in (
        (5, patch.turn_deg, TURN_DEG),
        (6, patch.lower, 1),
        (7, patch.upper, 1),
    ):
        known = not np.isnan(value)
        targets[:, column] = value / unit if known else 0.0
        weights[:, column] = holds * float(known)
    if not patch.is_face:
        targets[:, 1:] = 0
    face = KINDS.index("turned face" if is_rendered else "face")
    kinds = np.where(holds_not, KINDS.index("part" if patch.is_face else "thing"), face)
    kept = weights.any(axis=1)
    chips = cut_chips(GrayLevels(scene.gray), boxes[kept], tilts[kept])
    return Cases(chips, targets[kept], weights[kept], kinds[kept].astype(np.uint8))


def no_faces(
    gray: NDArray[np.uint8], boxes: NDArray[np.float64], tilts: NDArray[np.float64], kind: str
) -> Cases:
    """Return boxes in a picture without people."""
    weights = np.zeros((len(boxes), len(ANSWERS)), np.float32)
    weights[:, 0] = 1
    chips = cut_chips(GrayLevels(gray), boxes, tilts)
    kinds = np.full(len(boxes), KINDS.index(kind), np.uint8)
    return Cases(chips, np.zeros_like(weights), weights, kinds)


def _around(
    scene: Composed, rng: np.random.Generator
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return boxes and tilts: near the thing, further off, parts of it, elsewhere."""
    shifts = np.concatenate(
        [
            rng.normal(0, 0.05, (_N_NEAR, 2)),
            rng.uniform(-0.4, 0.4, (_N_FAR, 2)),
            rng.uniform(-0.65, 0.65, (_N_PARTS, 2)),
            rng.uniform(-1.3, 1.3, (_N_ELSEWHERE, 2)),
        ]
    )
    growths = np.concatenate(
        [
            rng.normal(0, 0.1, _N_NEAR),
            rng.uniform(-0.45, 0.45, _N_FAR),
            np.where(
                rng.random(_N_PARTS) < 0.7,
                rng.uniform(-1.6, -0.5, _N_PARTS),
                rng.uniform(0.6, 1.1, _N_PARTS),
            ),
            rng.uniform(-0.9, 0.5, _N_ELSEWHERE),
        ]
    )
    side = scene.box[2] - scene.box[0]
    middle = (scene.box[:2] + scene.box[2:]) / 2 + shifts * side
    half = np.maximum(side * np.exp(growths), 8)[:, np.newaxis] / 2
    n = len(shifts)
    left = np.where(rng.random(n) < 0.5, rng.normal(0, 7, n), rng.uniform(-34, 34, n))
    return np.concatenate([middle - half, middle + half], axis=1), scene.roll_deg - left


def _iou(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    low, high = np.maximum(a[:, :2], b[:, :2]), np.minimum(a[:, 2:], b[:, 2:])
    common = np.prod(np.maximum(high - low, 0), axis=1)
    areas = [np.prod(box[:, 2:] - box[:, :2], axis=1) for box in (a, b)]
    return np.asarray(common / (areas[0] + areas[1] - common), np.float64)
