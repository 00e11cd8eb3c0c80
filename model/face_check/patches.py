"""A thing that is laid on a picture: a face from a data set, a rendered head, or what is no face.

A data set's face is cut tightly, so what is around it is made up: its own rim goes on outwards,
ever softer, under a mask of any outline. What is no face is cut and laid in the same way, so that
the rim tells nothing.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.types import ImageBGR
from fer_desktop.vision.recognition.preprocess import resized
from model.covers import covered
from model.face_check.grounds import Ground
from model.face_check.turned import FACE_UP_TO_DEG, SIDE, Heads
from model.rendered.heads import COVERS

Values = NDArray[np.float32]
BOX_SHARE = 0.9625
"""Side of the cascades' box in a picture of facial_expressions, see `model.framing`."""
_ROOM = 1.1
"""So many sides of the box are made up around, from its middle to the rim."""
_COVERED, _OTHER_CONTRAST = 0.45, 0.4
_MOST_PX = 96
_SAME_SIDES = 0.75
"""From so much correlation with its mirror image on, a face is seen from the front."""
UNKNOWN = float("nan")


@dataclass(frozen=True, eq=False)
class Patch:
    """Something on no ground; the middle of the picture is the middle of its box.

    Attributes:
        gray: (S, S) float32.
        mask: (S, S) float32 in [0, 1].
        side: Side of the box in pixels.
        is_face: Whether it is one.
        turn_deg: To the person's left; not a number where unknown.
        lower: 1 where mouth and chin are covered, 0 where not, not a number where in between.
        upper: The same of the eyes.
    """

    gray: Values
    mask: Values
    side: float
    is_face: bool
    turn_deg: float = UNKNOWN
    lower: float = UNKNOWN
    upper: float = UNKNOWN

    @property
    def skin(self) -> float:
        """The brightness of its middle."""
        middle, part = len(self.gray) // 2, max(1, round(0.2 * self.side))
        return float(np.median(self.gray[middle - part : middle + part, middle - part :][:, :part]))


def face_patch(picture: ImageBGR, rng: np.random.Generator) -> Patch:
    """Return a face of a data set, covered by something now and then."""
    lower = upper = 0.0
    picture = resized(picture, min(max(picture.shape[:2]), _MOST_PX))
    turn_deg = 0.0 if _is_from_the_front(picture) else UNKNOWN
    if rng.random() < _COVERED:
        changed = covered(picture, rng)
        lower = _known(_share_changed(picture, changed, 0.66, 0.92, 0.28))
        upper = _known(_share_changed(picture, changed, 0.28, 0.48, 0.16))
        picture = _of_other_contrast(picture, changed, rng)
    gray = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    image, mask = _made_up_around(np.asarray(gray, np.float32), rng)
    return Patch(image, mask, BOX_SHARE * len(gray), True, turn_deg, lower, upper)


def head_patch(heads: Heads, rng: np.random.Generator) -> Patch:
    """Return a rendered head; one that is seen from behind is no face."""
    row = int(rng.integers(len(heads.images)))
    yaw, cover = float(heads.yaw_deg[row]), COVERS[int(heads.cover[row])]
    image = heads.images[row].astype(np.float32)
    mask = heads.masks[row].astype(np.float32) / 255
    # Beyond the last of the neck the skin goes on into whatever is around.
    soft = cv2.GaussianBlur(mask, (0, 0), float(rng.uniform(0.3, 1.5)))
    return Patch(
        image,
        np.asarray(np.minimum(mask, soft), np.float32),
        SIDE,
        abs(yaw) <= FACE_UP_TO_DEG,
        yaw,
        float(cover == "mask"),
        float(cover == "sunglasses"),
    )


def other_patch(ground: Ground, rng: np.random.Generator) -> Patch:
    """Return a part of a picture without people, cut as faces are, or a whole stamp."""
    if ground.mask is not None and rng.random() < 0.7:
        longer = max(ground.gray.shape)
        sides = [(longer - length) // 2 for length in ground.gray.shape]
        pads = (
            sides[0],
            longer - ground.gray.shape[0] - sides[0],
            sides[1],
            longer - ground.gray.shape[1] - sides[1],
        )
        gray = cv2.copyMakeBorder(ground.gray, *pads, cv2.BORDER_CONSTANT)
        mask = cv2.copyMakeBorder(ground.mask, *pads, cv2.BORDER_CONSTANT)
        side = longer * float(rng.uniform(0.4, 1.2))
        return Patch(gray.astype(np.float32), (mask / 255.0).astype(np.float32), side, False)
    height, width = ground.gray.shape
    side = int(min(height, width, np.exp(rng.uniform(np.log(24), np.log(300)))))
    y, x = (int(rng.integers(0, length - side + 1)) for length in (height, width))
    cut = ground.gray[y : y + side, x : x + side].astype(np.float32)
    if side > 160:
        cut = cv2.resize(cut, (160, 160), interpolation=cv2.INTER_AREA)
    image, mask = _made_up_around(np.asarray(cut, np.float32), rng)
    return Patch(image, mask, BOX_SHARE * len(cut), False)


def _made_up_around(cut: Values, rng: np.random.Generator) -> tuple[Values, Values]:
    """Return a cut with its rim going on outwards, and a mask with a soft edge."""
    side = len(cut)
    pad = round((_ROOM - 0.5) * side)
    how = cv2.BORDER_REPLICATE if rng.random() < 0.6 else cv2.BORDER_REFLECT_101
    image = cv2.copyMakeBorder(cut, *(min(pad, side - 1),) * 4, how)
    size = len(image)
    across = (np.arange(size, dtype=np.float32) - (size - 1) / 2) / side
    beyond = np.maximum(np.abs(across)[:, np.newaxis], np.abs(across)[np.newaxis]) - 0.5
    for softness, start in ((0.03, 0.0), (0.1, 0.12)):
        blurred = cv2.GaussianBlur(image, (0, 0), softness * side)
        weight = np.clip((beyond - start) / 0.06, 0, 1)
        image = image + (blurred - image) * weight
    wide, up, down = rng.uniform(0.42, 0.85), rng.uniform(0.5, 1.0), rng.uniform(0.5, 1.1)
    power = float(rng.choice([2.0, 2.0, 2.5, 4.0, 8.0]))
    y, x = across[:, np.newaxis], across[np.newaxis] + rng.uniform(-0.08, 0.08)
    away = np.abs(x / wide) ** power + np.abs(np.where(y < 0, y / up, y / down)) ** power
    edge = float(rng.choice([0.02, 0.1, 0.3, 0.6]))
    mask = np.clip((1 + edge / 2 - away) / edge, 0, 1)
    return np.asarray(image, np.float32), np.asarray(mask, np.float32)


def _is_from_the_front(picture: ImageBGR) -> bool:
    small = cv2.resize(
        cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), (24, 24), interpolation=cv2.INTER_AREA
    )
    part = small[5:22, 3:21].astype(np.float32)
    part -= cv2.GaussianBlur(part, (0, 0), 6)
    both = float(np.sqrt((part**2).sum() * (part[:, ::-1] ** 2).sum()))
    return bool((part * part[:, ::-1]).sum() > _SAME_SIDES * max(both, 1e-6))


def _share_changed(
    before: ImageBGR, after: ImageBGR, top: float, bottom: float, left: float
) -> float:
    """Return the share of a part of a face that something was drawn over."""
    height, width = before.shape[:2]
    part = np.s_[
        round(top * height) : round(bottom * height),
        round(left * width) : round((1 - left) * width),
    ]
    difference = np.abs(before[part].astype(np.int16) - after[part].astype(np.int16)).max(axis=2)
    return float((difference > 4).mean())


def _of_other_contrast(before: ImageBGR, after: ImageBGR, rng: np.random.Generator) -> ImageBGR:
    """Return a covered face with face and cover lit otherwise: a white mask in the dark, or so."""
    if rng.random() >= _OTHER_CONTRAST:
        return after
    drawn = (np.abs(before.astype(np.int16) - after.astype(np.int16)).max(axis=2) > 4)[..., None]
    face, cover = np.exp(rng.normal(-0.5, 0.5)), np.exp(rng.normal(0, 0.35))
    return np.asarray(np.clip(after * np.where(drawn, cover, face), 0, 255), np.uint8)


def _known(share: float) -> float:
    """Return 1 for covered, 0 for open, not a number in between."""
    if share > 0.6:
        return 1.0
    return 0.0 if share < 0.2 else UNKNOWN
