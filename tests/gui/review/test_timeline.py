"""The timeline: what is painted where, clicks that seek, ranges that are dragged, zoom."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication

from fer_desktop.core.overlay import COLORS
from fer_desktop.gui.review.paint import longest_free, passes
from fer_desktop.gui.review.timeline import ReviewTimeline
from fer_desktop.sessions.exclusions import Exclusion
from tests.gui.conftest import dress
from tests.recorded import LEFT, MARKERS, face_row, session_rows, table_of


@pytest.fixture
def timeline(each_theme, qtbot, qapp):
    dress(qapp, each_theme)
    timeline = ReviewTimeline()
    qtbot.addWidget(timeline)
    table = table_of(session_rows())
    timeline.resize(900, 220)
    timeline.show_session(table, MARKERS)
    timeline.show_face(table, table.faces[0])
    with qtbot.waitExposed(timeline):
        timeline.show()
    return timeline


def pixels(timeline):
    image = timeline.grab().toImage()
    image = image.convertToFormat(image.Format.Format_RGB888)
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return data[:, : image.width() * 3].reshape(image.height(), image.width(), 3).astype(int)


def at(timeline, time_s, y=100):
    return QPoint(round(timeline.scale.x(time_s)), y)


def band_color(timeline, time_s, row=0):
    band = timeline.areas().bands[row]
    return tuple(pixels(timeline)[int(band.bottom()) - 2, at(timeline, time_s).x()])


def changed(timeline, act):
    """Return the seconds between which the picture changes by an act."""
    before = pixels(timeline)
    act()
    columns = np.flatnonzero((pixels(timeline) != before).any(axis=(0, 2)))
    return [timeline.scale.time(float(x)) for x in (columns.min(), columns.max())]


def test_the_band_has_the_colours_of_what_was_shown(timeline):
    assert band_color(timeline, 1.0 + 0.3) == COLORS["happiness"]
    assert band_color(timeline, 2.2) == COLORS["neutral"]
    assert band_color(timeline, 7.5) == COLORS["uncertain"]
    assert band_color(timeline, 7.5, row=1) == COLORS["surprise"]
    ground = timeline.palette().base().color().getRgb()[:3]
    assert band_color(timeline, 2.2, row=1) == ground


def test_bands_are_in_the_order_of_the_numbers(timeline):
    rows = [face_row(0, 4, "fear", LEFT), *(face_row(n, 7, "fear", LEFT) for n in (1, 2))]
    table = table_of([*rows, face_row(3, 2, "fear", LEFT)])
    assert table.faces[0].face_id == 7
    timeline.show_face(table, table.faces[0])
    assert list(timeline.content.bands) == [2, 4, 7]


@pytest.mark.parametrize(
    ("covers", "free"),
    [
        ([], (10, 90)),
        ([(0, 5), (95, 99)], (10, 90)),
        ([(20, 30)], (30, 90)),
        ([(60, 95), (5, 15)], (15, 60)),
        ([(40, 50), (45, 80)], (10, 40)),
        ([(0, 100)], (10, 10)),
    ],
)
def test_names_have_the_longest_stretch_that_is_free(covers, free):
    assert longest_free(10, 90, covers) == free


@pytest.mark.parametrize(("ratio", "n"), [(1.0, 2), (2.0, 3), (3.0, 4)])
def test_lines_are_as_thick_on_a_fine_screen(qapp, ratio, n):
    pixmap = QPixmap(8, 8)
    pixmap.setDevicePixelRatio(ratio)
    painter = QPainter(pixmap)
    shifts = passes(painter)
    painter.end()
    assert len(shifts) == n
    assert shifts[-1] == pytest.approx(0.7)
    assert np.allclose(np.diff(shifts) * ratio, 0.7)


def test_a_click_on_the_band_of_another_face_asks_for_it(timeline, qtbot):
    wanted = []
    timeline.face_wanted.connect(wanted.append)
    for band in timeline.areas().bands:
        place = QPoint(at(timeline, 6.0).x(), round(band.center().y()))
        qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=place)
    assert wanted == [2]


def test_a_face_beyond_the_first_few_has_a_band_when_it_is_chosen(timeline):
    rows = [face_row(n, 1 + n % 9, "fear", LEFT) for n in range(90)]
    table = table_of(rows)
    timeline.show_face(table, table.faces[8])
    assert list(timeline.content.bands) == [1, 2, 3, 4, 5, 9]


def test_lines_are_at_their_heights(timeline):
    ground = np.array(timeline.palette().base().color().getRgb()[:3])
    lines = timeline.areas().lines
    top, bottom = lines.top(), lines.bottom()
    column = pixels(timeline)[:, at(timeline, 1.53).x()]
    inked = np.flatnonzero(np.abs(column - ground).max(axis=1) > 60)
    line = [y for y in inked if top + 8 < y < bottom - 30]
    assert np.mean(line) == pytest.approx(bottom - 0.9 * (bottom - top), abs=2)


def test_a_stretch_without_the_face_is_hatched_and_has_no_line(timeline):
    area = pixels(timeline)[40:160]
    seen = area[:, at(timeline, 3.1).x() : at(timeline, 3.8).x()]
    there = area[:, at(timeline, 2.1).x() : at(timeline, 2.8).x()]
    different = [(part != part[:, :1]).any(axis=2).mean() for part in (seen, there)]
    assert different[0] > 0.1 > different[1]


def test_a_click_goes_there(timeline, qtbot):
    with qtbot.waitSignal(timeline.sought) as sought:
        qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=at(timeline, 6.0))
    assert sought.args[0] == pytest.approx(6.0, abs=0.01)
    assert timeline.selection is None


def test_a_drag_selects_a_range_in_either_direction(timeline, qtbot):
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=at(timeline, 5.0))
    qtbot.mouseMove(timeline, at(timeline, 3.0))
    with qtbot.waitSignal(timeline.selected) as selected:
        qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=at(timeline, 3.0))
    assert selected.args == pytest.approx([3.0, 5.0], abs=0.02)


def test_what_is_selected_or_left_out_is_seen(timeline):
    span = changed(timeline, lambda: timeline.show_selection((4.2, 5.8)))
    assert span == pytest.approx([4.2, 5.8], abs=0.03)
    span = changed(timeline, lambda: timeline.show_exclusions([Exclusion(2.1, 2.9)]))
    assert span == pytest.approx([2.1, 2.9], abs=0.03)


def test_the_position_is_a_line(timeline):
    timeline.show_position(0.5)
    span = changed(timeline, lambda: timeline.show_position(7.0))
    assert span == pytest.approx([0.5, 7.0], abs=0.03)


def test_markers_are_flags(timeline):
    table = table_of(session_rows())
    one_less = changed(timeline, lambda: timeline.show_session(table, MARKERS[:1]))
    assert one_less[0] == pytest.approx(4.5, abs=0.03)


def test_the_wheel_zooms_around_the_mouse(timeline):
    place = QPointF(at(timeline, 6.0))
    event = QWheelEvent(
        *(place, place, QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton),
        *(Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(timeline, event)
    assert timeline.scale.span_s == pytest.approx(8.0 / 1.25**2)
    assert timeline.scale.x(6.0) == pytest.approx(place.x(), abs=1)
    timeline.zoom(-1000)
    assert timeline.scale.span_s == pytest.approx(8.0)


def test_what_is_shown_follows_the_position(timeline):
    timeline.zoom(8, 0.0)
    timeline.show_position(7.0)
    assert timeline.scale.start_s <= 7.0 <= timeline.scale.end_s


def test_nothing_is_shown_of_an_empty_session(timeline):
    timeline.show_session(table_of([]), [])
    assert pixels(timeline).any()
