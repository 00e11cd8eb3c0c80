"""What to draw over a frame, as data: the window and the picture writer draw the same things."""

from dataclasses import dataclass
from typing import Final

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.labels import UNCERTAIN
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


@dataclass(frozen=True)
class OverlayItem:
    """One face's box and words.

    Attributes:
        box: In pixels of the frame.
        text: Label and confidence, such as "happiness 93 %", or "not sure".
        color: Of the box, and of the ground behind the text.
        is_dashed: The face is held, not seen in this very frame.
    """

    box: BoundingBox
    text: str
    color: RGB
    is_dashed: bool


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


def overlay_items(analyzed: AnalyzedFrame, *, smoothed: bool) -> list[OverlayItem]:
    """Return what to draw over a frame: smoothed values for live views, raw ones for records."""
    items = []
    for face in analyzed.faces:
        expression = face.smoothed if smoothed else face.raw
        items.append(
            OverlayItem(face.box, caption(expression), COLORS[expression.label], face.face.is_held)
        )
    return items
