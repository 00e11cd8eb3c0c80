"""Picture mode by menu and keys: going on and back, stopping, again, pasting, the table."""

import threading
from dataclasses import replace

import cv2
import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.exceptions import TimeoutError as WaitedTooLong

from fer_desktop.core.errors import ModelError
from fer_desktop.core.settings import Settings
from fer_desktop.gui.pictures.actions import of_pictures
from fer_desktop.vision import assembly
from fer_desktop.vision.analyzer import FrameAnalyzer
from tests.fakes import PATIENCE_S, FixedClassifier, FixedDetector
from tests.gui.conftest import LEFT, half_and_half


@pytest.fixture
def desk(make_desk, quick_analysis):
    desk = make_desk()
    desk.window.activateWindow()
    return desk


@pytest.fixture
def clipboard(qapp):
    """Return the clipboard, empty before and after."""
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    yield clipboard
    clipboard.clear()


@pytest.fixture
def gate(monkeypatch, quick_analysis):
    """Return what lets the analysis go on: one picture for each release."""
    gate = threading.Semaphore(0)

    class Gated(FixedDetector):
        def detect(self, image):
            assert gate.acquire(timeout=PATIENCE_S)
            return super().detect(image)

    monkeypatch.setattr(
        assembly,
        "still_analyzer",
        lambda _: FrameAnalyzer(Gated(LEFT), FixedClassifier("fear"), threshold=0.4),
    )
    yield gate
    gate.release(1000)


def enabled(desk):
    names = ("previous_picture", "next_picture", "face_table", "analyze_again", "stop_pictures")
    return {name for name in names if getattr(desk.actions, name).isEnabled()}


def captions(desk):
    strip = desk.window.filmstrip
    return [strip.model().index(row, 0).data() for row in range(strip.n_pictures)]


def rows(desk):
    model = desk.window.face_table.model()
    return [
        [model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())
    ]


def test_without_pictures_the_actions_rest(desk):
    assert enabled(desk) == set()


def test_keys_go_on_and_back_as_far_as_there_are_pictures(desk, picture_files):
    desk.open(picture_files[:3])
    strip, view = desk.window.filmstrip, desk.window.view
    assert enabled(desk) == {"next_picture", "face_table", "analyze_again"}
    for focused in (view, strip):
        focused.setFocus()
        desk.qtbot.keyClick(focused, Qt.Key.Key_PageDown)
        assert strip.current_row == 1
        assert {"previous_picture", "next_picture"} <= enabled(desk)
        desk.qtbot.keyClick(focused, Qt.Key.Key_PageDown)
        assert (strip.current_row, "next_picture" in enabled(desk)) == (2, False)
        desk.qtbot.keyClick(focused, Qt.Key.Key_PageUp)
        desk.qtbot.keyClick(focused, Qt.Key.Key_PageUp)
        assert (strip.current_row, "previous_picture" in enabled(desk)) == (0, False)


def test_another_picture_is_shown_whole(desk, picture_files):
    desk.open(picture_files[:2])
    desk.actions.zoom_actual.trigger()
    assert desk.window.view.zoom is not None
    desk.actions.next_picture.trigger()
    assert desk.window.view.zoom is None


def test_the_next_face_is_one_of_the_picture(desk, picture_files):
    desk.open(picture_files[:1])
    names = []
    for _ in range(3):
        names.append(desk.window.panel.headline.text())
        desk.actions.next_face.trigger()
    assert names == ["anger", "surprise", "anger"]


# Stop and carry on


def test_the_analysis_stops_and_carries_on_where_it_was(desk, gate, picture_files):
    row, actions = desk.window.progress, desk.actions
    desk.window.files_dropped.emit(picture_files)
    desk.wait(row.isVisible)
    gate.release()
    desk.wait(lambda: desk.pictures.n_done == 1)
    assert row.label.text() == "1 of 4 pictures"
    desk.qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
    assert row.label.text().endswith("of 4 pictures, stopped")
    assert (row.button.text(), actions.stop_pictures.text()) == ("Carry On", "&Carry On")
    gate.release(10)
    desk.wait(lambda: desk.pictures.n_done == 2)  # the one at hand
    with pytest.raises(WaitedTooLong):
        desk.wait(lambda: desk.pictures.n_done > 2, timeout=300)
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: desk.all_analyzed)
    assert not row.isVisible()
    assert actions.stop_pictures.text() == "&Stop Analysis"
    assert "stop_pictures" not in enabled(desk)
    assert captions(desk) == ["fear, 90 %", "fear, 90 %", "can't be read", "fear, 90 %"]


def test_the_picture_that_is_looked_at_comes_first_also_while_stopped(desk, gate, picture_files):
    desk.window.files_dropped.emit(picture_files)
    desk.wait(lambda: desk.pictures.is_active)
    desk.actions.stop_pictures.trigger()
    desk.window.filmstrip.choose(picture_files[3])
    desk.wait(lambda: desk.window.view._size == (323, 240))  # the picture, and no results yet
    assert desk.overlay_texts == []
    assert desk.window.panel.headline.text() == "Analyzing…"
    gate.release(2)
    desk.wait(lambda: desk.overlay_texts)
    assert captions(desk)[1:] == ["…", "…", "fear, 90 %"]


def test_stopped_words_stay_in_another_language(desk, gate, picture_files, qapp):
    desk.window.files_dropped.emit(picture_files)
    desk.wait(lambda: desk.pictures.is_active)
    desk.actions.stop_pictures.trigger()
    qapp.sendEvent(desk.window, QEvent(QEvent.Type.LanguageChange))
    assert desk.actions.stop_pictures.text() == "&Carry On"


# Again


def test_again_takes_the_settings_of_now(desk, picture_files, quick_analysis, monkeypatch):
    desk.open(picture_files)
    desk.window.filmstrip.choose(picture_files[1])
    before = captions(desk)

    def still(settings):
        quick_analysis.append(settings)
        return FrameAnalyzer(
            FixedDetector(LEFT), FixedClassifier("fear", 0.6), threshold=settings.min_confidence
        )

    monkeypatch.setattr(assembly, "still_analyzer", still)
    desk.presenter.chosen.change(min_confidence=0.9)
    assert "settings of before" in desk.window.banner.text
    assert captions(desk) == before  # nothing changes by itself
    desk.actions.analyze_again.trigger()
    assert captions(desk) == ["…"] * 4  # nothing old stands beside what is new
    desk.wait(lambda: desk.all_analyzed)
    assert captions(desk) == ["not sure", "not sure", "can't be read", "not sure"]
    assert desk.overlay_texts == ["not sure"]
    assert desk.window.filmstrip.current_row == 1
    assert quick_analysis[-1].min_confidence == 0.9
    assert [row[2] for row in rows(desk)] == ["not sure", "not sure", "can't be read", "not sure"]
    assert desk.window.lamp.text() == "4 pictures, 1 can't be read"


def test_again_works_while_the_analysis_is_stopped(desk, gate, picture_files):
    desk.window.files_dropped.emit(picture_files)
    desk.wait(lambda: desk.pictures.is_active)
    desk.actions.stop_pictures.trigger()
    gate.release(100)
    desk.actions.analyze_again.trigger()
    desk.wait(lambda: desk.all_analyzed)
    assert len(rows(desk)) == 4


@pytest.mark.parametrize(
    ("change", "counts"),
    [({"min_confidence": 0.5}, True), ({"model": "x"}, True), ({"smoothing_s": 3.0}, False)],
)
def test_only_settings_that_change_pictures_are_told(change, counts):
    assert (of_pictures(Settings()) != of_pictures(replace(Settings(), **change))) == counts


# Paste


def test_a_picture_is_pasted_by_its_key(desk, clipboard):
    assert not desk.actions.paste.isEnabled()
    image = QImage(320, 240, QImage.Format.Format_RGB32)
    image.fill(QColor(60, 60, 60))
    clipboard.setImage(image)
    assert desk.actions.paste.isEnabled()
    for name in ("Pasted picture", "Pasted picture 2"):
        desk.qtbot.keyClick(desk.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        desk.wait(lambda: desk.pictures.is_active and desk.pictures.is_done)
        strip = desk.window.filmstrip
        tip = strip.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
        assert (tip, desk.overlay_texts[0]) == (name, "looks like anger, 70 %")


def test_copied_files_are_pasted(desk, clipboard, picture_files):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in picture_files[:2]])
    clipboard.setMimeData(data)
    desk.actions.paste.trigger()
    desk.wait(lambda: desk.all_analyzed)
    assert desk.window.filmstrip.paths() == picture_files[:2]


# The table of faces


def test_the_table_comes_with_its_key_and_fills_itself(desk, picture_files):
    desk.open(picture_files)
    table = desk.window.face_table
    assert not table.isVisible()
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_T)
    assert table.isVisible()
    assert rows(desk) == [
        *(["a.png", "1", "anger"], ["a.png", "2", "surprise"], ["b.png", "1", "anger"]),
        *(["b.png", "2", "surprise"], ["broken.jpg", "", "can't be read"]),
        *(["d.png", "1", "anger"], ["d.png", "2", "surprise"]),
    ]
    assert table.currentIndex().row() == 0  # the face that is shown
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_T)
    assert not table.isVisible()


def test_a_row_shows_its_picture_and_face_and_a_face_marks_its_row(desk, picture_files):
    desk.open(picture_files)
    desk.actions.face_table.trigger()
    table = desk.window.face_table
    place = table.visualRect(table.model().index(3, 0)).center()
    desk.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.window.filmstrip.current_row == 1
    assert desk.window.panel.headline.text() == "surprise"
    assert table.currentIndex().row() == 3
    desk.actions.next_face.trigger()
    assert table.currentIndex().row() == 2
    desk.actions.next_picture.trigger()
    assert table.currentIndex().row() == 4


def test_the_table_goes_with_the_pictures_and_comes_back(desk, picture_files):
    desk.open(picture_files[:1])
    desk.actions.face_table.trigger()
    desk.actions.back_to_live.trigger()
    assert not desk.window.face_table.isVisible()
    assert rows(desk) == []
    desk.open(picture_files[1:2])
    assert desk.window.face_table.isVisible()
    assert len(rows(desk)) == 2


def test_the_small_view_has_neither_table_nor_strip(desk, picture_files):
    desk.open(picture_files[:2])
    desk.actions.face_table.trigger()
    desk.actions.full_screen.trigger()
    desk.actions.next_picture.trigger()
    assert not desk.window.face_table.isVisible()
    desk.actions.full_screen.trigger()
    assert desk.window.face_table.isVisible()


# Many, and broken ones


def test_three_hundred_pictures_come_one_after_the_other(desk, tmp_path):
    for number in range(300):
        side = 32 + number % 40
        cv2.imwrite(str(tmp_path / f"{number:03d}.png"), half_and_half(2 * side, side))
    desk.actions.face_table.setChecked(True)
    desk.open([tmp_path])
    assert desk.window.filmstrip.n_pictures == 300
    assert "…" not in captions(desk)
    assert len(rows(desk)) == 600
    assert desk.window.lamp.text() == "300 pictures"


def test_when_all_fail_the_first_reason_is_told(desk, tmp_path):
    for name in ("a.png", "b.png"):
        (tmp_path / name).write_bytes(b"")
    desk.open([tmp_path])
    words = "None of the 2 pictures can be analyzed. The first: "
    assert desk.window.banner.text.startswith(words)
    assert "a.png: the file is empty" in desk.window.banner.text


def test_a_missing_model_is_told_once(desk, picture_files, monkeypatch):
    def broken(settings):
        raise ModelError("model.tflite: the file is cut short.")

    monkeypatch.setattr(assembly, "still_analyzer", broken)
    desk.open(picture_files)
    assert "model.tflite: the file is cut short." in desk.window.banner.text
