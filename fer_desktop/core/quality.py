"""How well a face can be seen: what was measured on its chip, and what is wrong with it.

It names what is wrong; the words for people are made where they are shown.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

Issue = Literal["small", "covered", "dark", "bright", "blurred", "turned"]
"""What can be wrong with the view of a face; `bright` is overexposed."""

# Where the default network begins to answer otherwise than to the same face seen well:
# `python -m model.quality --data FACIAL_EXPRESSIONS`, figures in
# model/reports/se-resnet/quality.json. How unlike its mirror image a chip is does not tell a head
# turned aside from one that faces the camera.
SMALL_PX: Final = 32
DARK_BELOW: Final = 0.04
WHITE_ABOVE: Final = 0.43
SHARP_FROM: Final = 0.39
TURNED_DEG: Final = 20.0
COVERED_FROM: Final = 0.6
"""Of masks and hands over the mouth the network names half rightly, of dark glasses four fifths,
and is sure of most (the obscured faces in model/MODEL_CARD.md): from here on no answer is given."""


@dataclass(frozen=True)
class ChipQuality:
    """What was measured on a face and its chip.

    Attributes:
        face_px: Longer side of the face's box, in pixels of the frame.
        brightness: Mean gray of the face, in [0, 1].
        contrast: Deviation of its gray, in [0, 1].
        white: Share of the face that is overexposed, in [0, 1].
        sharpness: Strength of the finest detail beside that of the coarser features of the face; 0
            for a plain surface. Light and contrast hardly change it.
        tilt_deg: How far the head is laid to one side, counter-clockwise, as the detector saw it.
        covered: How likely a part of the face is behind a mask, a hand or dark glasses, in [0, 1].
    """

    face_px: int
    brightness: float
    contrast: float
    white: float
    sharpness: float
    tilt_deg: float = 0.0
    covered: float = 0.0

    @property
    def is_covered(self) -> bool:
        """Whether a part of the face is behind something, so that no expression can be read."""
        return self.covered >= COVERED_FROM

    @cached_property
    def issues(self) -> tuple[Issue, ...]:
        """What is wrong, first what must be mended first; empty where the view is good.

        A small face is never called blurred: it has no fine detail, but holding still won't help.
        """
        is_small = self.face_px <= SMALL_PX
        found: dict[Issue, bool] = {
            "small": is_small,
            "covered": self.is_covered,
            "dark": self.brightness < DARK_BELOW,
            "bright": self.white > WHITE_ABOVE,
            "blurred": self.sharpness < SHARP_FROM and not is_small,
            "turned": abs(self.tilt_deg) >= TURNED_DEG,
        }
        return tuple(issue for issue, is_wrong in found.items() if is_wrong)
