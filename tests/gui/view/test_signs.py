"""The signs over the picture stand in their place, inside it, and can be read."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from fer_desktop.gui.view.overlay_copy import to_bgr
from fer_desktop.gui.view.signs import paint_countdown, paint_focus, paint_sign


def painted(paint, width=400, height=300):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFC8C8C8)
    painter = QPainter(image)
    paint(painter, QRectF(0, 0, width, height))
    painter.end()
    return np.argwhere((to_bgr(image) != 0xC8).any(axis=2)), to_bgr(image)


@pytest.mark.parametrize("kind", ["on", "paused", "trouble"])
def test_the_sign_stands_in_the_upper_right_corner(qapp, kind):
    changed, _ = painted(lambda p, bounds: paint_sign(p, bounds, "Expression analysis on", kind))
    (top, left), (bottom, right) = changed.min(axis=0), changed.max(axis=0)
    assert top >= 7
    assert right <= 392
    assert bottom < 60
    assert left > 100


def test_the_kinds_differ_without_their_colours(qapp):
    on, paused = (
        painted(lambda p, b, kind=kind: paint_sign(p, b, "Paused", kind))[1].mean(axis=2)
        for kind in ("on", "paused")
    )
    assert np.abs(on - paused).max() > 100  # a dot and two bars


def test_a_long_text_stays_inside_a_small_view(qapp):
    changed, _ = painted(
        lambda p, bounds: paint_sign(p, bounds, "Expression analysis is on, " * 10, "on"), 240, 180
    )
    assert changed[:, 1].min() >= 0
    assert changed[:, 1].max() <= 232


def test_the_countdown_stands_in_the_middle(qapp):
    changed, _ = painted(lambda p, bounds: paint_countdown(p, bounds, 3))
    assert changed.mean(axis=0) == pytest.approx((150, 200), abs=2)


def test_the_line_of_the_focus_goes_around_the_whole_view(qapp):
    color = QColor("#1f5fbf")
    changed, image = painted(lambda p, bounds: paint_focus(p, bounds, color))
    assert len(changed) == 2 * 3 * (400 + 300 - 6)
    for row, column in ((0, 0), (2, 200), (150, 399), (299, 5)):
        assert tuple(image[row, column][::-1]) == color.getRgb()[:3]
    assert (image[3:-3, 3:-3] == 0xC8).all()


def test_the_sign_of_a_recording_stands_in_the_other_corner_and_is_red(qapp):
    changed, image = painted(
        lambda p, bounds: paint_sign(p, bounds, "Recording 00:12", "recording", at_left=True)
    )
    (top, left), (bottom, right) = changed.min(axis=0), changed.max(axis=0)
    assert (left >= 7, top >= 7, right < 220, bottom < 60) == (True,) * 4
    blue, green, red = image[(top + bottom) // 2, left + 15].astype(int)
    assert red > 200
    assert max(blue, green) < 120
