"""What should be mended before a recording, one verdict for each thing that counts.

It names what is wrong; the words for people are made where they are shown.
"""

from collections.abc import Mapping
from typing import Final, Literal, get_args

from fer_desktop.core.quality import Issue
from fer_desktop.core.types import RecognizedFace

Aspect = Literal["light", "sharpness", "size", "place", "direction", "cover"]
ASPECTS: Final[tuple[Aspect, ...]] = get_args(Aspect)
Fault = Issue | Literal["aside"]
"""`aside` is a face far from the middle of the picture: it leaves the picture easily."""
FAULTS: Final[Mapping[Aspect, tuple[Fault, ...]]] = {
    "light": ("dark", "pale", "bright"),
    "sharpness": ("blurred",),
    "size": ("small",),
    "place": ("cut", "aside"),
    "direction": ("turned",),
    "cover": ("covered",),
}
ASIDE_FROM: Final = 0.25
"""So many widths or heights of the picture the middle of a face may be away from its middle."""


def faults(face: RecognizedFace, width: int, height: int) -> tuple[Fault, ...]:
    """Return what is wrong with a face in a picture of this size, in the order of `ASPECTS`.

    Of an aspect that has several faults the weightiest is told.
    """
    box = face.box
    right = abs((box.x1 + box.x2) / 2 / width - 0.5)
    down = abs((box.y1 + box.y2) / 2 / height - 0.5)
    wrong: set[Fault] = set(face.quality.issues) if face.quality is not None else set()
    if max(right, down) > ASIDE_FROM:
        wrong.add("aside")
    firsts = (next((fault for fault in FAULTS[a] if fault in wrong), None) for a in ASPECTS)
    return tuple(fault for fault in firsts if fault is not None)


def fault_of(aspect: Aspect, wrong: tuple[Fault, ...]) -> Fault | None:
    """Return what is wrong about an aspect; None where it is well."""
    return next((fault for fault in FAULTS[aspect] if fault in wrong), None)
