"""The timeline: the choice of a span, few redraws, the last history, and words."""

import os

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from fer_desktop.core.settings import SPANS_S
from fer_desktop.gui.common.theme import GRID, apply_theme
from fer_desktop.gui.panel.timeline import Timeline
from tests.fakes import probabilities
from tests.gui.conftest import dress


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def timeline(qtbot, qapp, clock):
    dress(qapp, "light")
    timeline = Timeline(clock=clock)
    qtbot.addWidget(timeline)
    timeline.resize(284, timeline.height())
    with qtbot.waitExposed(timeline):
        timeline.show()
    return timeline


@pytest.fixture
def drawn(timeline, monkeypatch):
    """Return the list of moments that were drawn from now on."""
    moments = []
    show_lines = timeline.plot.show_lines

    def spy(times, rows, now_s):
        moments.append(now_s)
        show_lines(times, rows, now_s)

    monkeypatch.setattr(timeline.plot, "show_lines", spy)
    return moments


def feed(timeline, now_s, label="happiness", p=0.9, n=30):
    times = now_s - np.arange(n)[::-1] / 30
    timeline.show_history(times, np.tile(probabilities(label, p), (n, 1)), now_s)


def last_drawn(timeline):
    x, y = timeline.plot.curves["happiness"].getData()
    return x, y


def test_it_fits_the_panel(timeline):
    assert timeline.sizeHint().height() == timeline.minimumHeight() == 120
    assert timeline.maximumHeight() == 200
    assert timeline.minimumSizeHint().width() <= 284
    assert timeline.minimumHeight() % GRID == 0
    assert timeline.plot.box.width() > 150


def test_pyqtgraph_uses_the_qt_of_the_window():
    import pyqtgraph

    assert os.environ["PYQTGRAPH_QT_LIB"] == pyqtgraph.Qt.QT_LIB == "PySide6"


def test_history_is_drawn(timeline):
    feed(timeline, 50.0)
    x, y = last_drawn(timeline)
    assert x[-1] == 0
    np.testing.assert_allclose(y, 90, atol=0.1)


def test_nothing_is_drawn_of_a_face_that_is_gone(timeline):
    feed(timeline, 50.0)
    assert timeline.plot.names.labels
    timeline.show_nothing()
    assert not last_drawn(timeline)[0].size
    assert not timeline.plot.names.labels
    assert timeline.accessibleDescription() == ""
    feed(timeline, 51.0)
    assert last_drawn(timeline)[0].size, "at once, whenever the last one was drawn"


@pytest.mark.parametrize("calm", [False, True])
def test_frames_between_two_redraws_wait_and_the_last_one_always_comes(
    timeline, drawn, qtbot, calm
):
    timeline.set_reduced_motion(calm)
    for n in range(10):
        feed(timeline, 50 + n / 30)
    assert drawn == [50.0], "one at once"
    qtbot.waitUntil(lambda: len(drawn) == 2)
    assert drawn[-1] == 50 + 9 / 30
    qtbot.waitUntil(lambda: not timeline._timer.isActive())
    assert len(drawn) == 2, "nothing new, nothing drawn"


@pytest.mark.parametrize(("calm", "most_hz"), [(False, 15), (True, 4)])
def test_redraws_a_second(timeline, calm, most_hz):
    timeline.set_reduced_motion(calm)
    assert 0.9 * most_hz <= 1000 / timeline._timer.interval() <= most_hz


def test_while_hidden_nothing_is_drawn_and_afterwards_the_newest(timeline, drawn, qtbot):
    timeline.hide()
    feed(timeline, 50.0)
    feed(timeline, 51.0)
    assert drawn == []
    assert not timeline._timer.isActive()
    timeline.show()
    assert drawn[-1] == 51.0


def test_hiding_stops_the_timer(timeline):
    feed(timeline, 50.0)
    assert timeline._timer.isActive()
    timeline.hide()
    assert not timeline._timer.isActive()


@pytest.mark.parametrize("span_s", SPANS_S)
def test_set_span_shows_it_and_is_no_choice_of_the_user(timeline, qtbot, span_s):
    with qtbot.assertNotEmitted(timeline.span_changed):
        timeline.set_span(span_s)
    assert timeline.span_s() == span_s
    np.testing.assert_allclose(timeline.plot.box.viewRange()[0], [-span_s, 0])


def test_spans_are_chosen_with_the_keyboard(timeline, qtbot):
    assert timeline.span_s() == 60
    assert timeline.spans.accessibleName() == "Time span of the timeline"
    assert [timeline.spans.itemText(n) for n in range(5)] == [
        "10 s",
        "30 s",
        "1 min",
        "2 min",
        "5 min",
    ]
    with qtbot.waitSignal(timeline.span_changed) as chosen:
        qtbot.keyClick(timeline.spans, Qt.Key.Key_Down)
    assert chosen.args == [120]
    np.testing.assert_allclose(timeline.plot.box.viewRange()[0], [-120, 0])


def test_a_span_that_is_not_offered_is_refused(timeline):
    with pytest.raises(ValueError, match="45"):
        timeline.set_span(45)


def test_only_the_choice_of_the_span_takes_the_focus(timeline):
    takers = [
        widget
        for widget in timeline.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    assert takers == [timeline.spans]
    assert timeline.accessibleName()


def test_the_description_tells_the_strongest_and_changes_once_a_second(timeline, clock):
    feed(timeline, 50.0, "happiness", 0.93)
    assert timeline.accessibleDescription().startswith("Strongest now: happiness 93 %, then ")
    timeline._timer.stop()
    clock.now += 0.9
    feed(timeline, 51.0, "fear", 0.8)
    assert "happiness 93 %" in timeline.accessibleDescription()
    timeline._timer.stop()
    clock.now += 0.2
    feed(timeline, 51.2, "fear", 0.8)
    assert timeline.accessibleDescription().startswith("Strongest now: fear 80 %, then ")


def test_names_move_four_times_a_second(timeline, clock):
    feed(timeline, 50.0, "happiness")
    timeline._timer.stop()
    clock.now += 0.2
    feed(timeline, 50.2, "fear")
    assert [label.text for label in timeline.plot.names.labels] == ["happiness"]
    timeline._timer.stop()
    clock.now += 0.06
    feed(timeline, 50.3, "fear")
    assert [label.text for label in timeline.plot.names.labels] == ["fear"]


@pytest.mark.parametrize("how", ["nan", "late"])
def test_a_face_that_is_away_has_no_names_but_keeps_its_lines(timeline, how):
    times, rows = np.arange(30) / 30, np.tile(probabilities("fear"), (30, 1))
    if how == "nan":
        rows[-1] = np.nan
    timeline.show_history(times, rows, times[-1] + (0 if how == "nan" else 0.6))
    assert not timeline.plot.names.labels
    assert timeline.accessibleDescription() == "The face is not seen at the moment."
    assert last_drawn(timeline)[0].size


def test_the_colours_follow_the_theme(timeline, qapp):
    light = {label: curve.opts["pen"].color() for label, curve in timeline.plot.curves.items()}
    apply_theme(qapp, "dark")
    QApplication.processEvents()
    dark = {label: curve.opts["pen"].color() for label, curve in timeline.plot.curves.items()}
    assert dark["happiness"].lightness() > light["happiness"].lightness()
    base = timeline.palette().color(QPalette.ColorRole.Base)
    box = timeline.plot.box
    inside = box.mapToScene(box.boundingRect().center() + box.boundingRect().topLeft())
    place = timeline.plot.plot.mapTo(timeline, inside.toPoint())
    assert timeline.grab().toImage().pixelColor(place.x(), place.y() + 10) == base


def test_it_works_as_a_part_of_a_window_and_closes_with_it(qtbot, qapp):
    window = QWidget()
    qtbot.addWidget(window)
    timeline = Timeline()
    QVBoxLayout(window).addWidget(timeline)
    window.show()
    feed(timeline, 50.0)
    assert timeline._timer.isActive()
    window.close()
    assert not timeline._timer.isActive()
