"""Mined no-faces: what the cascades, or a search built on them, take for a face where none is."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from fer_desktop.vision.cascade import Cascade, Hit
from fer_desktop.vision.detector import CLOSE_FILE, PROFILE_FILE
from fer_desktop.vision.face_check import FaceCheck
from fer_desktop.vision.gray_view import gray_view, mirrored, turned
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
    cascade_file: Path,
    grounds: Sequence[Ground],
    count: int,
    check: FaceCheck | None,
    rng: np.random.Generator,
) -> Cases:
    """Return what is taken for a face in `count` pictures without people.

    Args:
        cascade_file: One of the cascades; the others lie beside it.
        grounds: What the pictures are made of.
        count: How many.
        check: An earlier version, of whose answers the worst are kept; None keeps any.
        rng: Draws the pictures.
    """
    names = (cascade_file.name, CLOSE_FILE)
    cascades = [Cascade(cascade_file.with_name(name)) for name in names]
    profile = Cascade(cascade_file.with_name(PROFILE_FILE))
    return joined(list(_mined(cascades, profile, grounds, count, check, rng)))


def _mined(
    cascades: Sequence[Cascade],
    profile: Cascade,
    grounds: Sequence[Ground],
    count: int,
    check: FaceCheck | None,
    rng: np.random.Generator,
) -> Iterator[Cases]:
    for _ in tqdm(range(count), desc="Mining", unit="px"):
        gray = clutter(grounds, rng)
        hits = raw_hits(cascades, profile, gray, rng)
        if not hits:
            continue
        boxes = np.array(
            [(h.x - h.side / 2, h.y - h.side / 2, h.x + h.side / 2, h.y + h.side / 2) for h in hits]
        )
        tilts = np.array([h.tilt_deg for h in hits])
        if check is None:
            rows = rng.permutation(len(hits))[:_MOST_OF_ONE]
            yield no_faces(gray, boxes[rows], tilts[rows], "mined")
            continue
        found = check.check(gray, boxes, tilts)
        worst = np.argsort(-found.probability)[: _MOST_OF_ONE // 4]
        moved, rolled = found.boxes[worst], tilts[worst] + found.roll_deg[worst]
        # The second look, at where the first says that the face is, is asked to refuse too.
        yield no_faces(
            gray,
            np.concatenate([boxes[worst], moved]),
            np.concatenate([tilts[worst], rolled]),
            "mined",
        )


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
