"""A neutral face taken from the live picture: its progress, its end, and what it changes."""

import pytest
from PySide6.QtCore import Qt

from fer_desktop.core import baseline
from fer_desktop.core.tracker import Tracker
from fer_desktop.vision import assembly
from fer_desktop.vision.analyzer import FrameAnalyzer
from tests.fakes import FixedClassifier, FixedDetector, probabilities
from tests.gui.conftest import LEFT


@pytest.fixture
def live(make_desk, monkeypatch):
    """Return the window with a face that always gives the same answer, quickly calibrated."""

    def analyzer(settings, baselines=None):
        answer = probabilities("neutral", 0.5)
        answer[0] += 0.3
        answer /= answer.sum()
        classifier = FixedClassifier(by_mean=lambda _: answer)
        return FrameAnalyzer(
            FixedDetector(LEFT),
            classifier,
            threshold=0.0,
            tracker=Tracker(settings.hold_s),
            baselines=baselines,
        )

    monkeypatch.setattr(assembly, "live_analyzer", analyzer)
    desk = make_desk()
    desk.window.activateWindow()
    desk.presenter.start("demo")
    desk.wait_for_faces()
    return desk


def anger(desk):
    face = desk.live.shown.faces[0]
    return float(face.smoothed.probabilities[0]), float(face.raw.probabilities[0])


def test_three_seconds_correct_what_is_shown_and_nothing_else(live):
    desk = live
    assert anger(desk)[0] == anger(desk)[1]
    assert not desk.window.panel.calibrated.isVisible()
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_N)
    assert "Keep a neutral face" in desk.window.banner.text
    desk.wait(desk.window.panel.calibrated.isVisible)
    assert desk.window.banner.text == ""
    desk.wait(lambda: anger(desk)[0] < 0.7 * anger(desk)[1])
    assert anger(desk)[1] == pytest.approx(0.286, abs=0.001)  # raw stays raw
    assert "corrected" in desk.window.status.currentMessage()
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    desk.wait(lambda: not desk.window.panel.calibrated.isVisible())
    desk.wait(lambda: anger(desk)[0] == anger(desk)[1])


def test_a_face_that_does_not_look_neutral_is_told(live, monkeypatch):
    desk = live
    happy = probabilities("happiness", 0.99)
    monkeypatch.setattr(
        baseline.BaselineCollector, "baseline", property(lambda self: baseline.Baseline(happy))
    )
    watch = lambda self, analyzed: setattr(self, "state", "done")  # noqa: E731
    monkeypatch.setattr(baseline.BaselineCollector, "watch", watch)
    desk.actions.set_neutral.trigger()
    desk.wait(lambda: "looked like happiness" in desk.window.banner.text)
    assert desk.live.baselines.tracks
    desk.window.banner._buttons[1].click()
    assert not desk.live.baselines.tracks


def test_it_can_be_cancelled(live):
    desk = live
    desk.actions.set_neutral.trigger()
    desk.window.banner._buttons[0].click()
    assert desk.window.banner.text == ""
    assert desk.presenter._neutral._collector is None


def test_stopping_ends_it(live):
    desk = live
    desk.actions.set_neutral.trigger()
    desk.actions.start_stop.trigger()
    assert desk.window.banner.text == ""
    assert not desk.actions.set_neutral.isEnabled()


def test_a_face_that_is_lost_is_told(live, monkeypatch):
    desk = live
    monkeypatch.setattr(baseline, "_PATIENCE_S", 0.1)
    desk.actions.set_neutral.trigger()
    desk.presenter._neutral._collector.track_id = 99  # as if it had gone
    desk.wait(lambda: "was lost" in desk.window.banner.text)
    assert not desk.window.panel.calibrated.isVisible()


def test_the_page_of_corrections_tells_whom_it_holds_for_and_ends_it(live):
    desk = live
    desk.actions.corrections.trigger()
    page = desk.presenter.teaching.dialogs[-1]
    shown = page.in_force
    assert shown.table.rowCount() == 0
    assert shown.about.text().startswith("Nothing.")
    assert not shown.end.isVisible()
    desk.actions.set_neutral.trigger()
    desk.wait(shown.table.rowCount)
    cells = [shown.table.item(0, column).text() for column in range(4)]
    assert cells[0] == "Neutral face (it looked like neutral, 38 %)"
    assert cells[1] == f"Face {desk.live.shown.faces[0].track_id}"
    assert cells[3].startswith("The face leaves the picture")
    desk.qtbot.mouseClick(shown.end, Qt.MouseButton.LeftButton)
    assert shown.table.rowCount() == 0
    assert not desk.live.baselines.tracks


def test_a_neutral_face_holds_no_longer_than_its_source(live):
    desk = live
    desk.actions.set_neutral.trigger()
    desk.wait(lambda: desk.presenter._neutral.in_force.neutral_faces)
    desk.actions.start_stop.trigger()
    assert not desk.presenter._neutral.in_force.neutral_faces
    assert not desk.live.baselines.tracks
