"""What is drawn over a frame: boxes, words, colours."""

from itertools import combinations

import numpy as np
import pytest
from skimage.color import deltaE_cie76, rgb2lab

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.labels import LABELS, UNCERTAIN
from fer_desktop.core.overlay import COLORS, caption, overlay_items, percent, text_color
from fer_desktop.core.types import AnalyzedFrame, Expression, Face, Frame, RecognizedFace
from tests.fakes import picture, probabilities


@pytest.mark.parametrize(
    ("probability", "text"),
    [
        (0.0, "0 %"),
        (0.934, "93 %"),
        (0.936, "94 %"),
        (0.99, "99 %"),
        (0.9901, ">99 %"),
        (0.9999, ">99 %"),
        (1.0, ">99 %"),
    ],
)
def test_percentages_never_claim_certainty(probability, text):
    assert percent(probability) == text


def test_a_caption_is_label_and_confidence():
    assert caption(Expression(probabilities("surprise", 0.8))) == "surprise 80 %"


def test_a_caption_never_guesses_below_the_threshold():
    assert caption(Expression(probabilities("surprise", 0.8), 0.81)) == "not sure"


def test_a_caption_has_the_label_that_was_decided_over_time():
    values = probabilities("surprise", 0.8)
    assert caption(Expression(values, 0.4, "fear")) == "fear 3 %"
    assert caption(Expression(values, 0.4, UNCERTAIN)) == "not sure"
    assert caption(Expression(values, 0.9, "surprise")) == "surprise 80 %"


def test_every_label_has_its_own_colour():
    assert set(COLORS) == {*LABELS, UNCERTAIN}
    assert len(set(COLORS.values())) == len(COLORS)


def luminance(color):
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color]
    return float(np.dot(linear, (0.2126, 0.7152, 0.0722)))


@pytest.mark.parametrize("label", COLORS)
def test_words_read_well_on_every_colour(label):
    """WCAG 2.1 asks for a contrast of 4.5 to 1."""
    ground, words = (
        luminance([c / 255 for c in color]) for color in (COLORS[label], text_color(COLORS[label]))
    )
    contrast = (max(ground, words) + 0.05) / (min(ground, words) + 0.05)
    assert contrast >= 4.5


# Machado, Oliveira and Fernandes (2009), severity 1.0; they work on linear red, green and blue.
VISIONS = {
    "every colour": np.eye(3),
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}


def seen_as(colors, vision):
    """Return colours as people with this vision see them; sRGB in [0, 1] in and out."""
    colors = np.asarray(colors)
    linear = np.where(colors <= 0.04045, colors / 12.92, ((colors + 0.055) / 1.055) ** 2.4)
    linear = np.clip(linear @ np.transpose(VISIONS[vision]), 0, 1)
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)


def test_the_simulation_leaves_grays_gray_and_takes_red_from_green():
    assert seen_as([0.5, 0.5, 0.5], "deuteranopia") == pytest.approx([0.5] * 3, abs=0.005)
    red, green = [0.62, 0.38, 0.2], [0.4, 0.5, 0.2]
    apart = {v: deltaE_cie76(*(rgb2lab(seen_as(c, v)) for c in (red, green))) for v in VISIONS}
    assert apart["deuteranopia"] < apart["every colour"] / 3
    assert apart["tritanopia"] > apart["every colour"] / 2


@pytest.mark.parametrize("vision", VISIONS)
def test_people_with_any_colour_vision_can_tell_the_colours_apart(vision):
    seen = {k: rgb2lab(seen_as(np.divide(color, 255), vision)) for k, color in COLORS.items()}
    apart = {pair: deltaE_cie76(*(seen[k] for k in pair)) for pair in combinations(COLORS, 2)}
    nearest = min(apart, key=apart.get)
    assert apart[nearest] > 12, f"{nearest}: {apart[nearest]:.1f}"


def analyzed():
    face = Face(BoundingBox(4, 5, 24, 25), 0.9, track_id=1)
    held = Face(BoundingBox(30, 5, 50, 25), 0.9, track_id=2, is_held=True)
    raw, shown = Expression(probabilities("fear")), Expression(probabilities("anger", 0.7))
    return AnalyzedFrame(
        Frame(picture()), (RecognizedFace(face, raw, shown), RecognizedFace(held, shown, raw))
    )


def test_live_views_show_smoothed_values_and_records_raw_ones():
    smoothed, raw = (overlay_items(analyzed(), smoothed=choice)[0] for choice in (True, False))
    assert (smoothed.text, smoothed.color) == ("anger 70 %", COLORS["anger"])
    assert (raw.text, raw.color) == ("fear 90 %", COLORS["fear"])


def test_the_colour_is_that_of_the_label_that_was_decided_over_time():
    face = Face(BoundingBox(4, 5, 24, 25), 0.9, track_id=1)
    raw = Expression(probabilities("fear"))
    shown = Expression(probabilities("fear", 0.5), 0.0, "sadness")
    items = overlay_items(
        AnalyzedFrame(Frame(picture()), (RecognizedFace(face, raw, shown),)), smoothed=True
    )
    assert items[0].color == COLORS["sadness"]


def test_boxes_are_the_faces_and_held_ones_are_dashed():
    items = overlay_items(analyzed(), smoothed=True)
    assert [item.box for item in items] == [(4, 5, 24, 25), (30, 5, 50, 25)]
    assert [item.is_dashed for item in items] == [False, True]


def test_an_uncertain_face_has_the_uncertain_colour():
    face = Face(BoundingBox(4, 5, 24, 25), 0.9)
    unsure = Expression(probabilities("fear", 0.3), 0.4)
    (item,) = overlay_items(
        AnalyzedFrame(Frame(picture()), (RecognizedFace(face, unsure, unsure),)), smoothed=True
    )
    assert (item.text, item.color) == ("not sure", COLORS[UNCERTAIN])
