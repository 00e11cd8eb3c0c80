"""What to draw over a frame, as data: the window and the picture writer draw the same things."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.labels import UNCERTAIN
from fer_desktop.core.settings import Settings
from fer_desktop.core.types import AnalyzedFrame, Expression

RGB = tuple[int, int, int]

# Hues after Okabe and Ito (2008), which people with any colour vision can tell apart; text always
# stands beside the colour. The gray of "uncertain" is dark: lighter ones look like contempt to
# people without green cones.
COLORS: Final[dict[str, RGB]] = {
    "anger": (213, 94, 0),
    "contempt": (204, 121, 167),
    "disgust": (0, 158, 115),
    "fear": (230, 159, 0),
    "happiness": (240, 228, 66),
    "neutral": (190, 190, 190),
    "sadness": (60, 130, 210),
    "surprise": (86, 200, 233),
    UNCERTAIN: (112, 112, 112),
}

PATTERNS: Final[dict[str, tuple[int, ...]]] = {
    "anger": (),
    "contempt": (2, 2),
    "disgust": (4, 3),
    "fear": (5, 2, 1, 2),
    "happiness": (),
    "neutral": (11, 2),
    "sadness": (),
    "surprise": (7, 3),
}
"""Dashes and gaps of a line in pixels, none is solid: kindred hues differ in their pattern."""

FACE_COLORS: Final[tuple[RGB, ...]] = (
    (255, 255, 255),
    (255, 176, 0),
    (120, 170, 255),
    (255, 130, 180),
    (110, 220, 140),
    (190, 150, 255),
)
"""The boxes of several faces, by number; the number stands beside the colour."""


_LEAST_SHOWN: Final = 0.005
"""A bar of "0 %" tells nothing."""


@dataclass(frozen=True)
class OverlayStyle:
    """Which parts of the overlay are drawn, and how; `Settings` says what each is."""

    boxes: bool = True
    labels: bool = True
    confidence: bool = True
    numbers: bool = True
    bars: bool = False
    scale: float = 1.0
    opacity: float = 1.0


def style_of(settings: Settings) -> OverlayStyle:
    """Return the style that the settings ask for."""
    return OverlayStyle(
        boxes=settings.show_boxes,
        labels=settings.show_labels,
        confidence=settings.show_confidence,
        numbers=settings.show_numbers,
        bars=settings.show_bars,
        scale=settings.overlay_scale,
        opacity=settings.overlay_opacity,
    )


@dataclass(frozen=True)
class OverlayItem:
    """One face's box and words.

    Attributes:
        box: In pixels of the frame.
        text: Label and confidence, such as "happiness 93 %", or "not sure".
        color: Of the label: the ground behind the text, and the box of a single face.
        is_dashed: The face is held, not seen in this very frame.
        label: One of the eight, or `uncertain`.
        number: The face's number where there are several; None for a single face.
        top: The strongest expressions with their probabilities, strongest first.
        shorter: The same as `text` in fewer words, longest first, for where there is no room.
    """

    box: BoundingBox
    text: str
    color: RGB
    is_dashed: bool
    label: str = UNCERTAIN
    number: int | None = None
    top: tuple[tuple[str, float], ...] = ()
    shorter: tuple[str, ...] = ()

    @property
    def box_color(self) -> RGB:
        """The colour of the box: the face's own where there are several, else the label's."""
        return self.color if self.number is None else face_color(self.number)


def face_color(number: int) -> RGB:
    """Return the colour of the face with this number, counted from 1."""
    return FACE_COLORS[(number - 1) % len(FACE_COLORS)]


def percent(probability: float) -> str:
    """Return a probability in words for people, such as "93 %"; never "100 %", for none is."""
    if probability > 0.99:
        return ">99 %"
    return f"{probability * 100:.0f} %"


def caption(expression: Expression) -> str:
    """Return the label with its confidence, or "not sure"; never a guess below the threshold."""
    if expression.is_uncertain:
        return "not sure"
    return f"{expression.label} {percent(expression.confidence)}"


def text_color(ground: RGB) -> RGB:
    """Return black or white, whichever reads better on this ground (relative luminance)."""
    red, green, blue = ((c / 255) ** 2.2 for c in ground)
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return (0, 0, 0) if luminance > 0.18 else (255, 255, 255)


def overlay_items(
    analyzed: AnalyzedFrame,
    *,
    smoothed: bool,
    words: Callable[[Expression], Sequence[str]] = lambda expression: (caption(expression),),
) -> list[OverlayItem]:
    """Return what to draw over a frame: smoothed values for live views, raw ones for records.

    Args:
        analyzed: The frame with its faces.
        smoothed: Which values are shown.
        words: Makes the text of a face, and the same in fewer words, longest first; the window
            gives its own language.
    """
    items = []
    has_several = len(analyzed.faces) > 1
    for position, face in enumerate(analyzed.faces, start=1):
        expression = face.smoothed if smoothed else face.raw
        text, *shorter = words(expression)
        strongest = [(label, p) for label, p in expression.top(3) if p >= _LEAST_SHOWN]
        items.append(
            OverlayItem(
                face.box,
                text,
                COLORS[expression.label],
                face.face.is_held,
                expression.label,
                (face.track_id or position) if has_several else None,
                tuple(strongest),
                tuple(shorter),
            )
        )
    return items
