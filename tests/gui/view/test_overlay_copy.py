"""Copies of pictures: every pixel as it was, but for the overlay, which scales with the picture."""

import numpy as np
import pytest

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.overlay import COLORS, OverlayItem, OverlayStyle
from fer_desktop.gui.view.overlay_copy import to_bgr, with_overlay


def item(*box):
    return OverlayItem(BoundingBox(*box), "looks like fear, 71 %", COLORS["fear"], False)


@pytest.mark.parametrize("width", [320, 321, 323])
def test_without_an_overlay_it_is_the_picture(qapp, width):
    image = np.random.default_rng(1).integers(0, 256, (200, width, 3), np.uint8)
    assert np.array_equal(to_bgr(with_overlay(image, [], OverlayStyle())), image)


def test_the_picture_itself_is_not_painted_on(qapp):
    image = np.full((300, 400, 3), 90, np.uint8)
    copy = to_bgr(with_overlay(image, [item(100, 100, 200, 200)], OverlayStyle()))
    assert (image == 90).all()
    assert (copy != 90).any()
    assert (copy[110:190, 110:190] == 90).all()  # the face stays free


def test_words_are_as_large_as_the_picture_asks(qapp):
    sizes = []
    for factor in (1, 3):
        image = np.full((720 * factor, 900 * factor, 3), 90, np.uint8)
        box = [value * factor for value in (300, 300, 500, 500)]
        copy = to_bgr(with_overlay(image, [item(*box)], OverlayStyle(boxes=False)))
        sizes.append(np.ptp(np.argwhere((copy != 90).any(axis=2))[:, 1]))
    assert sizes[1] / sizes[0] == pytest.approx(3, rel=0.15)
