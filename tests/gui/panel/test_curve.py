"""The quick line: as wide as it should be, with its gaps and dashes."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QGraphicsScene

from fer_desktop.gui.panel.curve import QuickCurve


def painted(qapp, y, pattern=(), scale=1):
    """Return how dark the line is on white, (40 * scale, 100 * scale) in [0, 1]."""
    curve = QuickCurve()
    curve.set_look(QColor(0, 0, 0), pattern, float(scale))
    curve.setData(np.arange(100.0), np.asarray(y, float))
    scene = QGraphicsScene()
    scene.addItem(curve)
    image = QImage(100 * scale, 40 * scale, QImage.Format.Format_Grayscale8)
    image.setDevicePixelRatio(scale)
    image.fill(255)
    painter = QPainter(image)
    area = QRectF(0, 0, 100, 40)
    scene.render(painter, area, area)
    painter.end()
    data = np.frombuffer(image.constBits(), np.uint8).reshape(40 * scale, -1)[:, : 100 * scale]
    scene.removeItem(curve)
    return 1 - data / 255.0


@pytest.mark.parametrize(("scale", "width"), [(1, 1.7), (2, 2.4)])
def test_a_line_is_wide_and_full_in_its_middle(qapp, scale, width):
    for y in (20.0, 20.25, 20.5, 20.75):
        column = painted(qapp, np.full(100, y), scale=scale)[:, 50 * scale]
        dark = column[column > 0.05]
        assert dark.max() > 0.7, "never washed out between two rows of pixels"
        assert np.ptp(np.flatnonzero(column > 0.05)) + 1 == dark.size, "without a seam"
        assert width - 0.6 <= column.sum() <= width
        middle = (column * (np.arange(40 * scale) + 0.5)).sum() / column.sum() / scale
        assert middle == pytest.approx(y, abs=0.6)


@pytest.mark.parametrize("scale", [1, 2])
def test_a_steep_line_has_no_seam(qapp, scale):
    whole = painted(qapp, 40 - np.arange(100.0) * 2, scale=scale)
    row = whole[20 * scale]
    inside = row[np.flatnonzero(row > 0.05).min() : np.flatnonzero(row > 0.05).max() + 1]
    assert inside.min() > 0.05
    assert inside.max() > 0.6


def test_nan_leaves_a_gap(qapp):
    y = np.full(100, 20.0)
    y[40:60] = np.nan
    columns = painted(qapp, y).max(axis=0)
    assert columns[5:38].min() > 0.5
    assert columns[42:58].max() == 0
    assert columns[62:95].min() > 0.5


@pytest.mark.parametrize("scale", [1, 2])
def test_dashes_are_as_long_as_they_should_be(qapp, scale):
    columns = painted(qapp, np.full(100, 20.0), (6, 6), scale).max(axis=0) > 0.5
    n_changes = np.abs(np.diff(columns.astype(int))).sum()
    assert n_changes == pytest.approx(100 / 6, abs=2)


def test_a_solid_line_after_a_dashed_one_is_solid(qapp):
    curve = QuickCurve()
    curve.set_look(QColor(0, 0, 0), (4, 4), 1.0)
    curve.set_look(QColor(0, 0, 0), (), 1.0)
    assert not curve.opts["pen"].dashPattern()
