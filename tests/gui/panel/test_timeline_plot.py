"""The plot: what is drawn where, in colours that stand out, and nothing for the mouse."""

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from fer_desktop.core.contrast import contrast
from fer_desktop.core.labels import LABELS
from fer_desktop.gui.common.translation import install_language
from fer_desktop.gui.panel.timeline_plot import PATTERNS, TimelinePlot, time_ticks
from tests.fakes import probabilities
from tests.gui.conftest import dress


@pytest.fixture
def plot(each_theme, qtbot, qapp):
    dress(qapp, each_theme)
    plot = TimelinePlot()
    qtbot.addWidget(plot)
    plot.set_span(60)
    plot.set_colors(qapp.palette(), qapp.font())
    plot.resize(284, 140)
    with qtbot.waitExposed(plot):
        plot.show()
    qapp.processEvents()
    return plot


def steady(label, n=1800, p=0.9):
    return np.arange(n) / 30, np.tile(probabilities(label, p), (n, 1))


def picture(plot):
    """Return the plot as it is painted, (H, W, 3)."""
    image = plot.grab().toImage()
    image = image.convertToFormat(image.Format.Format_RGB888)
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return data[:, : image.width() * 3].reshape(image.height(), image.width(), 3).astype(int)


def high_line(plot, times, rows, now_s):
    """Draw and return where there is a line above 20 percent, as (rows, columns)."""
    plot.show_lines(np.empty(0), np.empty((0, 8), np.float32), 0.0)
    empty = picture(plot)
    plot.show_lines(times, rows, now_s)
    changed = np.abs(picture(plot) - empty).max(axis=2) > 20
    changed[int(plot._height_of(20)) :] = False
    return np.nonzero(changed)


def color_of(plot, label):
    return plot.curves[label].opts["pen"].color().getRgb()[:3]


def edges(plot):
    """Return the upper and lower edge of 100 and 0 percent in pixels of the plot."""
    return plot._height_of(100), plot._height_of(0)


def test_a_line_is_drawn_at_its_height_over_the_whole_span(plot):
    times, rows = steady("happiness")
    y, x = high_line(plot, times, rows, times[-1])
    top, bottom = edges(plot)
    assert np.median(y) == pytest.approx(bottom - 0.9 * (bottom - top), abs=2)
    assert np.ptp(x) > 0.95 * plot.box.width()


def test_the_past_is_left_and_now_is_right(plot):
    times, rows = steady("happiness", n=900)
    x_now = high_line(plot, times, rows, times[-1])[1]
    x_past = high_line(plot, times, rows, times[-1] + 30)[1]
    half = plot.box.width() / 2
    assert x_now.min() - x_past.min() == pytest.approx(half, abs=3)
    assert np.ptp(x_now) == pytest.approx(half, abs=3)


def test_a_gap_is_left_empty(plot):
    times, rows = steady("happiness")
    rows[600:1200] = np.nan
    gaps = np.diff(np.unique(high_line(plot, times, rows, times[-1])[1]))
    assert gaps.max() == pytest.approx(plot.box.width() / 3, abs=4)


def test_no_more_is_drawn_than_the_pixels_show_and_a_peak_stays(plot):
    times, rows = steady("neutral", n=9000, p=1.0)
    rows[4500] = probabilities("anger", 1.0)
    plot.set_span(300)
    plot.show_lines(times, rows, times[-1])
    x, y = plot.curves["anger"].getData()
    assert x.size <= 2 * plot.box.width() + 4
    assert y.max() == pytest.approx(100)


def test_nothing_is_drawn_of_nothing(plot):
    before = picture(plot)
    plot.show_lines(*steady("happiness"), 59.9)
    assert (picture(plot) != before).any()
    plot.show_lines(np.empty(0), np.empty((0, 8), np.float32), 0.0)
    assert (picture(plot) == before).all()


def test_lines_are_painted_in_the_colours_of_their_expressions(plot):
    pen = plot.curves["surprise"].opts["pen"]
    times, rows = steady("surprise", p=0.5)
    y, x = high_line(plot, times, rows, times[-1])
    ground = np.array(plot.palette().base().color().getRgb()[:3])
    seen = picture(plot)[y, x].astype(float)
    full = np.array(pen.color().getRgb()[:3])
    # Antialiased: somewhere between the ground and the colour.
    shares = ((seen - ground) @ (full - ground)) / ((full - ground) @ (full - ground))
    np.testing.assert_allclose(seen, ground + shares[:, None] * (full - ground), atol=25)
    assert shares.max() > 0.85


@pytest.mark.parametrize("label", LABELS)
def test_every_line_stands_out_from_its_ground(plot, label):
    ground = plot.palette().base().color().getRgb()[:3]
    assert contrast(color_of(plot, label), ground) >= 3
    inside = plot.box.mapToScene(plot.box.boundingRect().center() + QPointF(0, -10))
    assert plot.grab().toImage().pixelColor(inside.toPoint()).getRgb()[:3] == ground


def test_lines_can_be_told_apart_without_colours(plot):
    # Solid lines are at least far apart in lightness or never near each other in the spectrum.
    patterns = [tuple(plot.curves[label].opts["pen"].dashPattern()) for label in LABELS]
    dashed = [pattern for pattern in patterns if pattern]
    assert len(dashed) == len(set(dashed)) == 5
    kin = [("anger", "fear"), ("happiness", "neutral"), ("sadness", "surprise")]
    kin += [("contempt", "disgust"), ("happiness", "fear"), ("disgust", "neutral")]
    for a, b in kin:
        assert PATTERNS[a] != PATTERNS[b]


def test_the_strongest_lines_are_named_at_their_ends(plot):
    values = np.zeros(8, np.float32)
    for label, p in (("fear", 0.5), ("anger", 0.3), ("neutral", 0.16), ("sadness", 0.04)):
        values[LABELS.index(label)] = p
    plot.show_names(values)
    assert [label.text for label in plot.names.labels] == ["fear", "anger", "neutral"]
    heights = [label.y for label in plot.names.labels]
    top, bottom = edges(plot)
    for height, p in zip(heights, (0.5, 0.3, 0.16), strict=True):
        assert height == pytest.approx(bottom - p * (bottom - top), abs=1)
    plot.show_names(np.eye(8, dtype=np.float32)[4])
    assert [label.text for label in plot.names.labels] == ["happiness"], "none below 5 %"
    plot.show_names(None)
    assert plot.names.labels == []


def test_names_stand_beside_the_lines_not_over_them(plot):
    right = plot.plot.mapFromScene(plot.box.sceneBoundingRect().bottomRight()).x()
    assert plot.names.geometry().left() == pytest.approx(right, abs=1)
    assert plot.names.geometry().right() <= plot.width()


def test_names_stand_beside_the_lines_in_another_language_too(plot, qapp):
    install_language(qapp, "de")
    plot.retranslate()
    for _ in range(3):
        qapp.processEvents()
    test_names_stand_beside_the_lines_not_over_them(plot)
    install_language(qapp, "en")


@pytest.mark.parametrize(
    ("span_s", "words"),
    [
        (10, ["now", "-5 s", "-10 s"]),
        (60, ["now", "-30 s", "-1 min"]),
        (120, ["now", "-1 min", "-2 min"]),
        (300, ["now", "-2.5 min", "-5 min"]),
    ],
)
def test_the_time_axis_tells_how_long_ago(span_s, words):
    assert [text for _, text in time_ticks(span_s)] == words
    assert [at for at, _ in time_ticks(span_s)] == [0, -span_s / 2, -span_s]


def test_every_word_of_the_axes_is_painted(plot):
    for side, n_words in (("left", 3), ("bottom", 3)):
        axis = plot.plot.getPlotItem().getAxis(side)
        image = plot.grab()  # draws it
        assert not image.isNull()
        painter_specs = axis.generateDrawSpecs(_Painter(plot))
        assert len(painter_specs[2]) == n_words, side


class _Painter:
    """Measures words as a painter would."""

    def __init__(self, plot):
        from PySide6.QtGui import QPainter, QPixmap

        self._pixmap = QPixmap(8, 8)
        self._painter = QPainter(self._pixmap)

    def __getattr__(self, name):
        return getattr(self._painter, name)

    def __del__(self):
        self._painter.end()


def test_the_mouse_neither_zooms_nor_opens_a_menu(plot, qtbot):
    before = plot.box.viewRange()
    view = plot.plot.viewport()
    center = QPointF(view.rect().center())
    outside = QPointF(plot.mapToGlobal(center.toPoint()))
    none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    wheel = QWheelEvent(
        center,
        outside,
        QPoint(),
        QPoint(0, 240),
        none,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, wheel)
    target = plot.childAt(center.toPoint())
    assert target in (None, plot), "the mouse goes through to what is behind"
    for widget, button in itertools.product((plot, view), (left, Qt.MouseButton.RightButton)):
        qtbot.mouseClick(widget, button, pos=center.toPoint())
    QApplication.sendEvent(
        view,
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, center.toPoint(), outside.toPoint()),
    )
    assert QApplication.activePopupWidget() is None
    np.testing.assert_allclose(plot.box.viewRange(), before)
    assert plot.plot.focusPolicy() == Qt.FocusPolicy.NoFocus
