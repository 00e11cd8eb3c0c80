"""Recall and precision of a detector on real pictures with reference boxes beside them.

`truth.json` in the folder: {"name.jpg": [[x, y, width, height], ...]}. A reference face counts as
found where the middle of a box lies in it and the widths differ by less than 2.5 times; each box
serves one face. Pictures of many faces are counted apart, as crowds.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
from tqdm import tqdm

from fer_desktop.core.errors import DataError
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import Face, ImageBGR
from fer_desktop.vision.detection.check_chips import GrayLevels
from fer_desktop.vision.detection.decide import Check
from fer_desktop.vision.detection.detector import Detector
from fer_desktop.vision.media.images import read_image

TRUTH_FILE: Final = "truth.json"
CROWD: Final = 12
"""Pictures with more faces are crowds."""
SIDE_PX: Final = 640
"""Sizes are told as if the longer side of the picture had so many pixels."""
SIZES: Final = (24, 40, 80)
TURNED_DEG: Final = (20, 45)
_COVERED: Final = 0.5


@dataclass
class Counts:
    """Faces found and missed, and boxes that are no face."""

    found: int = 0
    missed: int = 0
    false: int = 0
    groups: dict[str, list[int]] = field(default_factory=dict)

    def add(self, group: str, *, is_found: bool) -> None:
        """Count one face of a group."""
        self.groups.setdefault(group, [0, 0])[is_found] += 1

    def as_dict(self) -> dict[str, Any]:
        """Return the figures as JSON values; shares of nothing are null."""
        return {
            "faces": self.found + self.missed,
            "recall": _share(self.found, self.missed),
            "precision": _share(self.found, self.false),
            "false": self.false,
            "recall_of": {
                group: {"faces": sum(counts), "recall": _share(counts[1], counts[0])}
                for group, counts in sorted(self.groups.items())
            },
        }


def read_truth(folder: Path) -> dict[str, list[BoundingBox]]:
    """Return the reference boxes of each picture of a folder, by its name.

    Raises:
        DataError: There is no truth.json, or it is not as it should be.
    """
    path = folder / TRUTH_FILE
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        return {
            name: [BoundingBox.from_xywh(*(float(v) for v in box)) for box in boxes]
            for name, boxes in read.items()
        }
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise DataError(f"{path}: no file of reference boxes ({error}).") from error


def is_same(box: BoundingBox, truth: BoundingBox) -> bool:
    """Return whether a found box is of a reference face."""
    x, y = (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2
    is_inside = truth.x1 < x < truth.x2 and truth.y1 < y < truth.y2
    return is_inside and 0.4 < box.width / max(1, truth.width) < 2.5


def assigned(boxes: Sequence[BoundingBox], truth: Sequence[BoundingBox]) -> dict[int, int]:
    """Return which box serves which reference face: position of the face to that of the box."""
    found: dict[int, int] = {}
    for position, face in enumerate(truth):
        for number, box in enumerate(boxes):
            if number not in found.values() and is_same(box, face):
                found[position] = number
                break
    return found


def measure_folder(detector: Detector, check: Check, folder: Path) -> dict[str, Any]:
    """Return the figures of a folder's pictures, with a progress bar on stderr.

    How large a reference face is follows from its box; how turned and covered it is, from what the
    face check says about it there, so these groups are coarse.

    Raises:
        DataError: There is no truth.json, or a picture of it can't be read.
    """
    truth = read_truth(folder)
    with tqdm(truth, desc=folder.name, unit="px") as names:
        return measure_pictures(
            detector.detect, check, ((read_image(folder / name), truth[name]) for name in names)
        )


def measure_pictures(
    detect: Callable[[ImageBGR], Sequence[Face]],
    check: Check,
    pictures: Iterator[tuple[ImageBGR, list[BoundingBox]]],
) -> dict[str, Any]:
    """Return the figures of pictures with their reference boxes."""
    counts: Mapping[str, Counts] = {"few": Counts(), "crowds": Counts()}
    for image, faces in pictures:
        kind = counts["crowds" if len(faces) > CROWD else "few"]
        boxes = [face.box for face in detect(image)]
        found = assigned(boxes, faces)
        kind.found += len(found)
        kind.missed += len(faces) - len(found)
        kind.false += len(boxes) - len(found)
        for position, groups in enumerate(_groups(check, image, faces)):
            for group in groups:
                kind.add(group, is_found=position in found)
    return {name: kind.as_dict() for name, kind in counts.items()}


def _groups(check: Check, image: ImageBGR, faces: Sequence[BoundingBox]) -> list[list[str]]:
    """Return of each reference face its groups of size, turn and cover."""
    if not faces:
        return []
    boxes = np.array(faces, np.float64)
    said = check.check(GrayLevels(image), boxes, None)
    px = (boxes[:, 2:] - boxes[:, :2]).min(axis=1) * SIDE_PX / max(image.shape[:2])
    covers = np.maximum(said.lower_covered, said.upper_covered)
    return [
        [
            f"size, px: {_band(side, SIZES)}",
            f"turned, degrees: {_band(abs(turn), TURNED_DEG)}",
            "covered" if cover >= _COVERED else "not covered",
        ]
        for side, turn, cover in zip(px, said.turn_deg, covers, strict=True)
    ]


def _band(value: float, limits: Sequence[int]) -> str:
    above = [limit for limit in limits if value >= limit]
    if not above:
        return f"below {limits[0]}"
    return f"from {above[-1]}"


def _share(part: int, rest: int) -> float | None:
    return round(part / (part + rest), 4) if part + rest else None
