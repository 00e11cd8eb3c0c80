"""The correction mode: asked for first, keys name faces, and nothing is kept before."""

import cv2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.translation import LANGUAGES, install_language
from fer_desktop.gui.teaching.correction_bar import CorrectionBar
from fer_desktop.system import paths
from fer_desktop.teaching.corrections import Corrections
from tests.recorded import write_session


@pytest.fixture
def open_desk(make_desk, quick_analysis, picture_files):
    """Return what opens the window with three pictures."""

    def make(*, keep):
        desk = make_desk(Settings(theme="light", keep_corrections=keep))
        desk.open(picture_files)
        return desk

    return make


def press(desk, key):
    desk.qtbot.keyClick(desk.window.filmstrip, key)


def labels(desk):
    return [each.label for each in desk.presenter.teaching.correcting.corrections.everything()]


def test_nothing_is_stored_before_consent(open_desk):
    desk = open_desk(keep=False)
    folder, correcting = paths.corrections_directory(), desk.presenter.teaching.correcting
    press(desk, Qt.Key.Key_7)
    assert not folder.exists()
    desk.actions.correct.trigger()
    assert not correcting.bar.isVisible()
    assert str(folder) in correcting.question.informativeText()
    press(desk, Qt.Key.Key_7)
    correcting.bar.named.emit("anger") if correcting.bar.isVisible() else None
    correcting.question.reject()
    assert not desk.actions.correct.isChecked()
    assert not correcting.bar.isVisible()
    press(desk, Qt.Key.Key_7)
    assert not folder.exists()
    assert not desk.presenter.settings.keep_corrections
    desk.actions.correct.trigger()
    correcting.question.accept()
    assert desk.kept[-1].keep_corrections
    assert correcting.bar.isVisible()
    press(desk, Qt.Key.Key_7)
    assert labels(desk) == ["sadness"]


def test_the_live_picture_says_nothing_over_opened_pictures(
    make_desk, quick_analysis, picture_files
):
    desk = make_desk(Settings(theme="light"))
    desk.presenter.start("demo")
    desk.wait_for_faces()
    desk.open(picture_files)
    desk.actions.correct.trigger()
    desk.presenter.teaching.correcting.question.accept()  # which changes the settings
    assert desk.window.view.sign == ""


def test_keys_name_the_chosen_face_and_the_overlay_has_them_back_after(open_desk):
    desk = open_desk(keep=True)
    desk.actions.correct.trigger()
    bar = desk.presenter.teaching.correcting.bar
    press(desk, Qt.Key.Key_1)
    assert desk.actions.show_boxes.isChecked()
    (first,) = desk.presenter.teaching.correcting.corrections.everything()
    assert (first.label, first.said, first.source, first.model) == (
        "anger",
        "anger",
        "a.png",
        "se-resnet",
    )
    assert "Kept: anger (the model said anger). 1 in all." in bar.news.text()
    desk.actions.next_face.trigger()
    press(desk, Qt.Key.Key_3)
    assert labels(desk) == ["anger", "disgust"]
    bar.leave.click()
    press(desk, Qt.Key.Key_1)
    assert not desk.actions.show_boxes.isChecked()
    assert labels(desk) == ["anger", "disgust"]


def test_the_last_word_about_a_face_counts_and_undo_takes_it_back(open_desk):
    desk = open_desk(keep=True)
    desk.actions.correct.trigger()
    press(desk, Qt.Key.Key_1)
    press(desk, Qt.Key.Key_8)
    assert labels(desk) == ["surprise"]
    press(desk, Qt.Key.Key_0)
    assert labels(desk) == []
    bar = desk.presenter.teaching.correcting.bar
    press(desk, Qt.Key.Key_0)
    assert bar.news.text() == "There is nothing to undo."


def test_a_person_can_be_written_without_naming_a_face(open_desk):
    desk = open_desk(keep=True)
    desk.actions.correct.trigger()
    bar = desk.presenter.teaching.correcting.bar
    desk.qtbot.keyClicks(bar.who, "Ada 12")
    assert labels(desk) == []
    bar.buttons["fear"].click()
    (only,) = desk.presenter.teaching.correcting.corrections.everything()
    assert (only.label, only.group) == ("fear", "Ada 12")


def test_live_faces_are_corrected_on_a_held_frame(make_desk, quick_analysis):
    desk = make_desk(Settings(theme="light", keep_corrections=True))
    desk.presenter.start("demo")
    desk.wait_for_faces()
    desk.actions.freeze.trigger()
    desk.actions.correct.trigger()
    desk.qtbot.keyClick(desk.window.view, Qt.Key.Key_5)
    (only,) = desk.presenter.teaching.correcting.corrections.everything()
    assert only.label == "happiness"
    assert only.source == desk.live.source_name


def test_the_list_shows_exports_and_erases(open_desk, tmp_path, monkeypatch):
    desk = open_desk(keep=True)
    desk.actions.correct.trigger()
    press(desk, Qt.Key.Key_1)
    desk.actions.next_picture.trigger()
    press(desk, Qt.Key.Key_2)
    desk.actions.corrections.trigger()
    page = desk.presenter.teaching.dialogs[-1]
    assert [page.table.item(row, 0).text() for row in range(2)] == ["contempt", "anger"]
    answer = staticmethod(lambda *_: str(tmp_path / "out"))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answer)
    page.export.click()
    assert len(list((tmp_path / "out").rglob("*.png"))) == 2
    page.table.selectRow(0)
    page.remove.click()
    assert labels(desk) == ["anger"]
    assert page.about.text().startswith("1 correction, in")
    page.erase.click()
    assert page.question.text().startswith("Erase the only correction?")
    page.question.accept()
    assert not paths.corrections_directory().exists()
    assert not desk.presenter.settings.keep_corrections
    assert not desk.actions.correct.isChecked()
    assert len(Corrections(paths.corrections_directory())) == 0
    page.close()


def test_what_is_removed_from_the_list_comes_back_by_button_and_by_key(open_desk):
    desk = open_desk(keep=True)
    desk.actions.correct.trigger()
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        press(desk, key)
        desk.actions.next_face.trigger()
    before = labels(desk)
    assert len(before) == 2  # of two faces; the third word is the last one about the first
    desk.actions.next_picture.trigger()
    press(desk, Qt.Key.Key_2)
    before = labels(desk)
    desk.actions.corrections.trigger()
    page = desk.presenter.teaching.dialogs[-1]
    desk.wait(page.isActiveWindow)
    assert page.focusWidget() is page.table
    assert not page.undo.isEnabled()
    page.table.clearSelection()
    desk.qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert not page.undo.isEnabled()  # nothing was selected
    for row in (0, 0):
        page.table.selectRow(row)
        desk.qtbot.keyClick(page.table, Qt.Key.Key_Delete)
        assert page.focusWidget() is page.table
    assert labels(desk) == before[:1]
    page.undo.click()
    assert labels(desk) == before[:2]
    desk.qtbot.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert labels(desk) == before
    assert page.table.rowCount() == len(before)
    assert not page.table.item(0, 0).icon().isNull()
    assert not page.undo.isEnabled()
    page.table.selectRow(0)
    page.remove.click()
    page.erase.click()
    page.question.accept()
    assert not page.undo.isEnabled()  # nothing of it is kept, not even in memory
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_question_is_asked_in_every_language(make_desk, qapp, language):
    desk = make_desk(Settings(theme="light", language=language))
    try:
        install_language(qapp, language)
        desk.actions.correct.trigger()
        question = desk.presenter.teaching.correcting.question
        text = question.text()
        assert len(text) > 100
        assert ("Keep the faces" in text) == (language == "en")
        question.reject()
    finally:
        install_language(qapp, "en")


def test_a_face_of_a_review_is_corrected_there(make_desk, tmp_path):
    desk = make_desk(Settings(theme="light", keep_corrections=True))
    folder = write_session(tmp_path / "2026-11-25 14-03-22")
    review = desk.presenter.reviews.open(folder)
    desk.wait(lambda: not review.progress.is_busy and not review.picture.is_waiting)
    desk.actions.correct.trigger()
    review.activateWindow()
    desk.wait(review.isActiveWindow)
    desk.wait(lambda: review.chosen_face() is not None)
    desk.qtbot.keyClick(review.view, Qt.Key.Key_4)
    corrections = desk.presenter.teaching.correcting.corrections
    (only,) = corrections.everything()
    assert (only.label, only.source) == ("fear", folder.name)
    crop = cv2.imread(str(corrections.crop_file(only)))
    box = review.chosen_face()[1].box
    assert crop.shape[0] == max(48, min(256, max(box.width, box.height)))
    review.close()
    desk.actions.correct.trigger()  # a bar that is gone is not switched


def test_the_key_works_in_a_review_too_and_asks_there(make_desk, tmp_path):
    desk = make_desk(Settings(theme="light"))
    review = desk.presenter.reviews.open(write_session(tmp_path / "2026-11-25 14-03-22"))
    desk.wait(lambda: not review.progress.is_busy)
    review.activateWindow()
    desk.wait(review.isActiveWindow)
    desk.qtbot.keyClick(review.timeline, Qt.Key.Key_C)
    question = desk.presenter.teaching.correcting.question
    assert question.parentWidget() is review  # else it would open behind
    question.accept()
    assert desk.presenter.teaching.correcting.is_on
    assert review.findChild(CorrectionBar).isVisible()
    review.activateWindow()
    desk.wait(review.isActiveWindow)
    desk.qtbot.keyClick(review.timeline, Qt.Key.Key_C)
    assert not desk.presenter.teaching.correcting.is_on
    review.head.correct.click()
    assert desk.presenter.teaching.correcting.is_on
    review.close()
    desk.actions.correct.trigger()
