"""Mined no-faces: what the cascades, or a search built on them, take for a face where none is."""

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from fer_desktop.vision.detection.candidates import DEFAULT_FILE, PROFILE_FILE
from fer_desktop.vision.detection.cascade import Cascade, Hit
from fer_desktop.vision.detection.face_check import FaceCheck
from fer_desktop.vision.detection.gray_view import gray_view, mirrored, turned
from model.face_check.cases import Cases, joined, no_faces
from model.face_check.compose import photographed
from model.face_check.grounds import Ground
from model.face_check.patches import Values

_SIZE = (400, 300)
_LEAST_PX = 20
_STEP = 1.15
_TILTS = (0.0, 25.0, -25.0)
_MOST_OF_ONE = 60
_FROM_THE_SIDE = 0.3
_BOXES_OF_ONE = 250
_SIDES_PX = (18.0, 220.0)
_AT_EDGE = 0.15
"""So many boxes lie at the left or right edge, and as many at the upper or lower."""
_MISTAKEN = 0.3
"""From so much probability on a box is kept."""
_NOTHING = (np.zeros((8, 8), np.uint8), np.empty((0, 4)), np.empty(0))


def clutter(grounds: Sequence[Ground], rng: np.random.Generator) -> NDArray[np.uint8]:
    """Return a (300, 400) picture without people: a part of one, with things lying about."""
    wide, high = _SIZE
    plain = [g for g in grounds if g.mask is None]
    stamps = [g for g in grounds if g.mask is not None]
    ground = plain[int(rng.integers(len(plain)))].gray
    share = float(rng.uniform(0.25, 1.0))
    height, width = ground.shape
    w, h = max(40, int(width * share)), max(30, int(height * share))
    x, y = int(rng.integers(0, width - w + 1)), int(rng.integers(0, height - h + 1))
    canvas: Values = cv2.resize(
        ground[y : y + h, x : x + w], _SIZE, interpolation=cv2.INTER_AREA
    ).astype(np.float32)
    for _ in range(int(rng.integers(0, 10)) if stamps else 0):
        stamp = stamps[int(rng.integers(len(stamps)))]
        _lay_stamp(canvas, stamp, float(np.exp(rng.uniform(np.log(25), np.log(200)))), rng)
    return photographed(canvas, min(wide, high) / 6, rng)


def raw_hits(
    frontal: Sequence[Cascade],
    profile: Cascade,
    gray: NDArray[np.uint8],
    rng: np.random.Generator,
) -> list[Hit]:
    """Return every single hit of a frontal cascade at one tilt, and of the profile cascade."""
    image = np.asarray(cv2.cvtColor(gray, cv2.COLOR_GRAY2BGR), np.uint8)
    upright = gray_view(image, max(gray.shape))
    degrees = float(rng.choice(_TILTS))
    view = turned(upright, -degrees) if degrees else upright
    cascade = frontal[int(rng.integers(len(frontal)))]
    hits = cascade.squares(view, _STEP, _LEAST_PX, max(view.gray.shape))
    if rng.random() < _FROM_THE_SIDE:
        view = mirrored(upright) if rng.random() < 0.5 else upright
        hits += profile.squares(view, _STEP, _LEAST_PX, max(view.gray.shape))
    return hits


def mined(
    cascade_file: Path, grounds: Sequence[Ground], count: int, rng: np.random.Generator
) -> Cases:
    """Return what cascades take for a face in `count` pictures without people.

    Args:
        cascade_file: One of the frontal cascades; the other lies beside it.
        grounds: What the pictures are made of.
        count: How many.
        rng: Draws the pictures.
    """
    cascades, profile = _cascades(cascade_file)
    found = [no_faces(*_NOTHING, "mined")]
    for _ in tqdm(range(count), desc="Mining", unit="px"):
        gray = clutter(grounds, rng)
        hits = raw_hits(cascades, profile, gray, rng)
        boxes = _boxes(hits)
        tilts = np.array([h.tilt_deg for h in hits])
        rows = rng.permutation(len(hits))[:_MOST_OF_ONE]
        found.append(no_faces(gray, boxes[rows], tilts[rows], "mined"))
    return joined(found)


def mistaken(
    cascade_file: Path,
    check: FaceCheck,
    grounds: Sequence[Ground],
    count: int,
    rng: np.random.Generator,
) -> Cases:
    """Return what an earlier check takes for a face in `count` pictures without people.

    It looks at boxes anywhere and at the hits of the cascades, and again where it says that the
    face is.
    """
    frontal, profile = _cascades(cascade_file)
    found = [no_faces(*_NOTHING, "mined")]
    for _ in tqdm(range(count), desc="Looking for mistakes", unit="px"):
        gray = clutter(grounds, rng)
        height, width = gray.shape
        side = np.exp(rng.uniform(*np.log(_SIDES_PX), _BOXES_OF_ONE))
        x, y = rng.uniform(0, width, len(side)), rng.uniform(0, height, len(side))
        _to_the_edge(x, width, side, rng)
        _to_the_edge(y, height, side, rng)
        boxes = np.stack([x - side / 2, y - side / 2, x + side / 2, y + side / 2], axis=1)
        tilts = rng.uniform(-35, 35, len(side))
        hits = raw_hits(frontal, profile, gray, rng)[:_BOXES_OF_ONE]
        boxes = np.concatenate([boxes, _boxes(hits)])
        tilts = np.concatenate([tilts, [hit.tilt_deg for hit in hits]])
        told = check.check(gray, boxes, tilts)
        worst = np.argsort(-told.probability)[:_MOST_OF_ONE]
        worst = worst[told.probability[worst] > _MISTAKEN]
        again = told.boxes[worst], tilts[worst] + told.roll_deg[worst]
        found.append(
            no_faces(
                gray,
                np.concatenate([boxes[worst], again[0]]),
                np.concatenate([tilts[worst], again[1]]),
                "mined",
            )
        )
    return joined(found)


def _to_the_edge(
    places: NDArray[np.float64], length: int, side: NDArray[np.float64], rng: np.random.Generator
) -> None:
    """Move some of the middles so that their boxes reach up to a third over an edge."""
    share = rng.uniform(0.17, 0.55, len(places)) * side
    drawn = rng.random(len(places))
    low, high = drawn < _AT_EDGE / 2, drawn > 1 - _AT_EDGE / 2
    places[low], places[high] = share[low], length - share[high]


def _cascades(file: Path) -> tuple[list[Cascade], Cascade]:
    """Return the frontal cascades and the one for the side."""
    frontal = [Cascade(file.with_name(name)) for name in (file.name, DEFAULT_FILE)]
    return frontal, Cascade(file.with_name(PROFILE_FILE))


def _boxes(hits: Sequence[Hit]) -> NDArray[np.float64]:
    """Return (n, 4) the squares of hits."""
    return np.array(
        [(h.x - h.side / 2, h.y - h.side / 2, h.x + h.side / 2, h.y + h.side / 2) for h in hits],
        np.float64,
    ).reshape(-1, 4)


def _lay_stamp(canvas: Values, stamp: Ground, longer: float, rng: np.random.Generator) -> None:
    assert stamp.mask is not None
    scale = longer / max(stamp.gray.shape)
    if scale < 1:
        size = tuple(max(2, round(n * scale)) for n in stamp.gray.shape[::-1])
        gray = cv2.resize(stamp.gray, size, interpolation=cv2.INTER_AREA)
        mask = cv2.resize(stamp.mask, size, interpolation=cv2.INTER_AREA)
        scale = 1.0
    else:
        gray, mask = stamp.gray, stamp.mask
    height, width = gray.shape
    turn = cv2.getRotationMatrix2D(
        ((width - 1) / 2, (height - 1) / 2), float(rng.normal(0, 20)), scale
    )
    x, y = (float(rng.uniform(0, n)) for n in canvas.shape[::-1])
    turn[:, 2] += (x - width / 2, y - height / 2)
    size = canvas.shape[::-1]
    laid = cv2.warpAffine(gray, turn, size).astype(np.float32)
    weight = cv2.warpAffine(mask, turn, size).astype(np.float32) / 255
    canvas += (laid * float(rng.uniform(0.6, 1.2)) - canvas) * weight
