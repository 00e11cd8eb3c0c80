"""How well a face can be seen: what was measured on its chip, and what is wrong with it.

It names what is wrong; the words for people are made where they are shown.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

Issue = Literal["small", "cut", "covered", "dark", "pale", "bright", "blurred", "turned"]
"""What can be wrong with the view of a face. `cut` is by the edge of the picture, `pale` has hardly
any contrast, `bright` is overexposed."""

# From where on the default network is right in 5 of 100 fewer of the very same faces:
# `python -m model.quality --data FERPLUS --split Valid`, figures in docs/view.md.
SMALL_PX: Final = 24
DARK_BELOW: Final = 0.04
PALE_BELOW: Final = 0.013
WHITE_ABOVE: Final = 0.29
SHARP_FROM: Final = 0.26
TURNED_DEG: Final = 25.0
# These two cost less than that as far as was measured; what is worse than that is told.
TILTED_DEG: Final = 45.0
CUT_FROM: Final = 0.34
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
        turn_deg: How far the head is turned to its left, as the detector saw it.
        cut: The share of the face that is beyond the edge of the picture, in [0, 1].
    """

    face_px: int
    brightness: float
    contrast: float
    white: float
    sharpness: float
    tilt_deg: float = 0.0
    covered: float = 0.0
    turn_deg: float = 0.0
    cut: float = 0.0

    @property
    def is_covered(self) -> bool:
        """Whether a part of the face is behind something, so that no expression can be read."""
        return self.covered >= COVERED_FROM

    @cached_property
    def issues(self) -> tuple[Issue, ...]:
        """What is wrong, first what must be mended first; empty where the view is good.

        A small face is never called blurred: it has no fine detail, but holding still won't help.
        Nor is a dark one called pale: with light it has contrast.
        """
        is_small = self.face_px <= SMALL_PX
        is_dark = self.brightness < DARK_BELOW
        found: dict[Issue, bool] = {
            "small": is_small,
            "cut": self.cut >= CUT_FROM,
            "covered": self.is_covered,
            "dark": is_dark,
            "pale": self.contrast < PALE_BELOW and not is_dark,
            "bright": self.white > WHITE_ABOVE,
            "blurred": self.sharpness < SHARP_FROM and not is_small,
            "turned": abs(self.tilt_deg) >= TILTED_DEG or abs(self.turn_deg) >= TURNED_DEG,
        }
        return tuple(issue for issue, is_wrong in found.items() if is_wrong)
