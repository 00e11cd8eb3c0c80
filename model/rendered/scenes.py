"""Pictures with rendered heads at known places and turns: what a search for faces is trained on.

The same seed gives the same pictures, whichever of them are made.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from fer_desktop.core.geometry import BoundingBox, iou
from fer_desktop.core.types import ImageBGR
from fer_desktop.vision.media.images import write_image
from model.rendered.heads import COVERS, Head, HeadMaker
from model.rendered.portraits import Portrait
from model.rendered.pose import Pose

TRUTH_FILE = "truth.json"
_SIZES = ((320, 240), (480, 360), (640, 480))
_SIDES = (24.0, 0.42)
"""A box is at least so many pixels wide, and at most this share of the picture's height."""
_COVER_SHARES = (0.7, 0.12, 0.1, 0.08)
Values = NDArray[np.float32]


def write_scenes(
    maker: HeadMaker, faces: Sequence[Portrait], count: int, out: Path, seed: int
) -> None:
    """Write `count` pictures, and `truth.json` with the heads of each.

    The truth of a picture is a list of `box` (x, y, width, height in pixels, in the framing of the
    cascades), `yaw_deg`, `pitch_deg`, `roll_deg` (to the person's left, up, to the left shoulder)
    and `cover`.

    Raises:
        ImageError: A picture can't be written.
    """
    out.mkdir(parents=True, exist_ok=True)
    truth = {}
    for number in tqdm(range(count), desc="Rendering heads", unit="px"):
        image, heads = scene(maker, faces, np.random.default_rng((seed, number)))
        name = f"{number:05}.jpg"
        write_image(out / name, image)
        truth[name] = heads
    (out / TRUTH_FILE).write_text(json.dumps(truth, indent=1) + "\n", encoding="utf-8")


def scene(
    maker: HeadMaker, faces: Sequence[Portrait], rng: np.random.Generator
) -> tuple[ImageBGR, list[dict[str, Any]]]:
    """Return a picture of one to three heads and the truth about them."""
    width, height = _SIZES[int(rng.integers(len(_SIZES)))]
    canvas = ground(width, height, rng)
    placed: list[BoundingBox] = []
    truth = []
    for _ in range(int(rng.integers(1, 4))):
        box = _free_place(placed, width, height, rng)
        if box is None:
            continue
        placed.append(box)
        pose, cover = random_pose(rng), str(rng.choice(COVERS, p=_COVER_SHARES))
        face = faces[int(rng.integers(len(faces)))]
        head = maker.head(face, pose, next(c for c in COVERS if c == cover), box.width, rng)
        _paste(canvas, head, (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2)
        truth.append(
            {
                "box": [box.x1, box.y1, box.width, box.height],
                "yaw_deg": round(pose.yaw_deg, 1),
                "pitch_deg": round(pose.pitch_deg, 1),
                "roll_deg": round(pose.roll_deg, 1),
                "cover": cover,
            }
        )
    return _photographed(canvas, rng), truth


def random_pose(rng: np.random.Generator) -> Pose:
    """Return a pose: every yaw up to a profile as often, pitch and roll mostly small."""
    pitch = float(np.clip(rng.normal(0, 14), -40, 40))
    return Pose(float(rng.uniform(-90, 90)), pitch, float(np.clip(rng.normal(0, 14), -45, 45)))


def ground(width: int, height: int, rng: np.random.Generator) -> Values:
    """Return a (height, width, 3) float32 background: soft patches, edges and grain."""
    coarse = rng.uniform(0, 255, (int(rng.integers(2, 7)), int(rng.integers(2, 8)), 3))
    if rng.random() < 0.5:
        coarse = np.repeat(coarse.mean(axis=2, keepdims=True), 3, axis=2)
    canvas = cv2.resize(coarse.astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    for _ in range(int(rng.integers(0, 9))):
        x, y = rng.integers(0, width), rng.integers(0, height)
        w, h = rng.integers(5, width // 2), rng.integers(5, height // 2)
        colour = tuple(rng.uniform(0, 255, 3).tolist())
        if rng.random() < 0.5:
            cv2.rectangle(canvas, (int(x), int(y)), (int(x + w), int(y + h)), colour, -1)
        else:
            size = (int(w // 2), int(h // 2))
            cv2.ellipse(canvas, (int(x), int(y)), size, rng.uniform(0, 180), 0, 360, colour, -1)
    canvas = cv2.GaussianBlur(canvas, (0, 0), float(rng.uniform(0.5, 5)))
    grain = cv2.GaussianBlur(rng.normal(0, 25, (height, width)).astype(np.float32), (0, 0), 1.2)
    return np.clip(canvas + grain[..., np.newaxis], 0, 255).astype(np.float32)


def _free_place(
    placed: Sequence[BoundingBox], width: int, height: int, rng: np.random.Generator
) -> BoundingBox | None:
    for _ in range(30):
        # Even, so that its middle lies between pixels as that of a rendered head does.
        side = 2 * round(np.exp(rng.uniform(np.log(_SIDES[0]), np.log(_SIDES[1] * height))) / 2)
        x, y = (
            round(float(rng.uniform(0.3 * side, room - 1.3 * side))) for room in (width, height)
        )
        box = BoundingBox.from_xywh(x, y, side, side)
        apart = BoundingBox.from_xywh(x - side // 2, y - side // 2, 2 * side, 2 * side)
        if not any(iou(apart, other) for other in placed):
            return box
    return None


def _paste(canvas: Values, head: Head, x: float, y: float) -> None:
    """Lay a head on the canvas, the middle of its box at a place."""
    size = len(head.image)
    left, top = round(x - size / 2), round(y - size / 2)
    x1, y1 = max(0, left), max(0, top)
    x2, y2 = min(canvas.shape[1], left + size), min(canvas.shape[0], top + size)
    part = np.s_[y1 - top : y2 - top, x1 - left : x2 - left]
    under = canvas[y1:y2, x1:x2]
    under += (head.image[part] - under) * head.mask[part][..., np.newaxis]


def _photographed(canvas: Values, rng: np.random.Generator) -> ImageBGR:
    """Return the canvas as a camera gives it: a little blurred and noisy, gray now and then."""
    image = cv2.GaussianBlur(canvas, (0, 0), float(rng.uniform(0.3, 1.2)))
    image = image + rng.normal(0, rng.uniform(0, 7), image.shape)
    if rng.random() < 0.4:
        image = np.repeat(image.mean(axis=2, keepdims=True), 3, axis=2)
    return np.ascontiguousarray(np.clip(np.rint(image), 0, 255), np.uint8)
