"""Zoom and pan: what is under the mouse stays there, and no edge comes into view for nothing."""

import pytest
from PySide6.QtCore import QPointF, QSizeF

from fer_desktop.gui.view.viewport import Viewport

PICTURE, VIEW = QSizeF(400, 200), QSizeF(200, 200)


@pytest.fixture
def viewport():
    return Viewport()


def rect(viewport):
    return viewport.target(PICTURE, VIEW).getRect()


def test_at_first_the_picture_fits_and_stands_in_the_middle(viewport):
    assert rect(viewport) == (0, 50, 200, 100)
    assert viewport.scale(PICTURE, VIEW) == 0.5


def test_enlarged_what_is_under_the_mouse_stays_there(viewport):
    viewport.set_zoom(2.0, QPointF(50, 100), PICTURE, VIEW)
    left, top, width, height = rect(viewport)
    assert (width, height) == (800, 400)
    # A quarter from the left and in the middle from above, as before.
    assert left + width * 0.25 == pytest.approx(50)
    assert top + height * 0.5 == pytest.approx(100)


def test_enlarged_at_the_edge_no_gap_is_shown(viewport):
    viewport.set_zoom(2.0, QPointF(0, 60), PICTURE, VIEW)
    left, top, _, _ = rect(viewport)
    assert left == 0
    assert top <= 0


def test_a_small_picture_stands_in_the_middle(viewport):
    viewport.set_zoom(0.25, QPointF(0, 0), PICTURE, VIEW)
    assert rect(viewport) == (50, 75, 100, 50)


def test_moving_stops_at_the_edges(viewport):
    viewport.set_zoom(2.0, QPointF(100, 100), PICTURE, VIEW)
    assert viewport.pan(QPointF(30, 0), PICTURE, VIEW)
    assert rect(viewport)[0] == pytest.approx(-270)
    viewport.pan(QPointF(10_000, 10_000), PICTURE, VIEW)
    assert rect(viewport)[:2] == pytest.approx((0, 0))
    viewport.pan(QPointF(-10_000, -10_000), PICTURE, VIEW)
    assert rect(viewport)[:2] == pytest.approx((-600, -200))


def test_what_fits_does_not_move(viewport):
    assert not viewport.pan(QPointF(30, 0), PICTURE, VIEW)
    assert rect(viewport) == (0, 50, 200, 100)


def test_the_zoom_has_limits_and_fit_forgets_it(viewport):
    viewport.set_zoom(1000, QPointF(100, 100), PICTURE, VIEW)
    assert viewport.zoom == 32
    viewport.set_zoom(0.0001, QPointF(100, 100), PICTURE, VIEW)
    assert viewport.zoom == 0.05
    viewport.fit()
    assert viewport.zoom is None
    assert rect(viewport) == (0, 50, 200, 100)
