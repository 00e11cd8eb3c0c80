"""Sessions are opened from the menu and by dropping their folders, each in one window."""

import tempfile
import time
from functools import partial
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QTextBrowser

from fer_desktop.batch import video_review
from fer_desktop.core.overlay import style_of
from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.page import Page
from fer_desktop.sessions.exclusions import Exclusion
from fer_desktop.sessions.review import loaded
from fer_desktop.system.background import Background
from tests.recorded import write_session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def shown(desk):
    return list(desk.presenter.reviews.open_windows.values())


def choose(monkeypatch, folder):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(folder))


def test_the_menu_opens_a_session(desk, tmp_path, monkeypatch):
    folder = write_session(tmp_path / "s")
    choose(monkeypatch, folder)
    desk.actions.open_session.trigger()
    (review,) = shown(desk)
    assert review.isVisible()
    desk.wait(lambda: review.session is not None)
    assert review.session.files.folder == folder
    desk.actions.open_session.trigger()
    assert shown(desk) == [review]
    review.close()
    assert shown(desk) == []


def test_nothing_chosen_opens_nothing(desk, monkeypatch):
    choose(monkeypatch, "")
    desk.actions.open_session.trigger()
    assert shown(desk) == []
    assert desk.window.banner.text == ""


def test_a_folder_without_a_session_is_told(desk, tmp_path, monkeypatch):
    choose(monkeypatch, tmp_path)
    desk.actions.open_session.trigger()
    assert shown(desk) == []
    assert "holds no session" in desk.window.banner.text


def test_a_dropped_session_is_reviewed_and_pictures_are_opened(
    desk, tmp_path, quick_analysis, picture_files
):
    folder = write_session(tmp_path / "s")
    desk.open([folder, picture_files[0]])
    (review,) = shown(desk)
    desk.wait(lambda: review.session is not None)
    assert desk.pictures.is_active


def test_reviews_follow_the_style_and_close_with_the_window(desk, tmp_path):
    review = desk.presenter.reviews.open(write_session(tmp_path / "s"))
    desk.wait(lambda: review.session is not None)
    desk.presenter.chosen.change(show_boxes=False)
    assert review.view.style_ == style_of(desk.presenter.settings)
    assert not review.view.style_.boxes
    desk.window.close()
    assert not review.isVisible()
    assert shown(desk) == []


def test_a_video_is_analyzed_and_leaves_nothing_behind(desk, video, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(video), ""))
    desk.actions.review_video.trigger()
    (review,) = shown(desk)
    assert review.progress.isVisible()
    desk.wait(lambda: review.session is not None)
    assert not review.progress.isVisible()
    desk.wait(lambda: not review.picture.is_waiting)
    assert review.view._image.shape == (320, 320, 3)
    assert review.view.items
    assert list(tmp_path.glob("fer-desktop-review-*"))
    review.close()
    assert review.isVisible()  # it is not kept yet
    answer(review, "Discard")
    assert not list(tmp_path.glob("fer-desktop-review-*"))


def test_what_was_analyzed_can_be_kept(make_desk, video, tmp_path):
    desk = make_desk(Settings(record_folder=str(tmp_path / "kept")))
    review = desk.presenter.reviews.open_video(video)
    assert not review.head.keep.isVisible()
    desk.wait(lambda: review.session is not None)
    review.exclusions.add(Exclusion(0.5, 1.0))
    review.head.keep.click()
    (kept,) = shown(desk)
    folder = tmp_path / "kept" / video.stem
    assert kept.banner.text == f"The session is kept in {folder}"
    desk.wait(lambda: kept.session is not None)
    assert kept.session.files.folder == folder
    assert kept.session.video == video
    assert kept.exclusions.ranges == (Exclusion(0.5, 1.0),)
    assert not kept.head.keep.isVisible()
    assert kept.banner.text  # it is not gone with the loading


def test_what_can_not_be_kept_is_told_and_still_shown(make_desk, video, tmp_path):
    (tmp_path / "kept").write_text("no folder")
    desk = make_desk(Settings(record_folder=str(tmp_path / "kept")))
    review = desk.presenter.reviews.open_video(video)
    desk.wait(lambda: review.session is not None)
    review.head.keep.click()
    assert "can't be written" in review.banner.text
    assert shown(desk) == [review]


def test_the_analysis_of_a_video_can_be_cancelled(desk, video, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    review = desk.presenter.reviews.open_video(video)
    assert desk.presenter.reviews.open_video(video) is review
    review.progress.button.click()
    assert shown(desk) == []
    desk.window.close()
    assert not list(tmp_path.glob("fer-desktop-review-*"))


def test_a_stopped_analysis_can_go_on_until_the_program_ends(desk, video, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    begun = []

    def analyze(_video, _settings, folder, so_far):
        begun.append((folder, so_far))
        naps = iter(partial(time.sleep, 0.01), True)
        return Background(lambda running: list(running.counted(naps)), "pictures video")

    def open_and_stop(has_rows):
        review = desk.presenter.reviews.open_video(video)
        if has_rows:
            begun[-1][1].keep(SimpleNamespace(so_far=lambda: None), "key", "place")
        review.progress.button.click()
        return list(tmp_path.glob("fer-desktop-review-*"))

    monkeypatch.setattr(video_review, "analyze", analyze)
    assert open_and_stop(has_rows=False) == []
    assert open_and_stop(has_rows=True) == [begun[1][0].parent]
    assert open_and_stop(has_rows=True) == [begun[1][0].parent]
    assert begun[0] != begun[1] == begun[2]
    desk.window.close()
    assert not list(tmp_path.glob("fer-desktop-review-*"))


def answer(widget, words):
    """Press a button of the question that is asked."""
    box = widget.findChild(QMessageBox)
    next(b for b in box.buttons() if b.text() == words).click()


def test_esc_loses_no_analysis_that_is_not_kept(make_desk, video, tmp_path, monkeypatch):
    # What is found in the video does not matter here, and takes its time.
    monkeypatch.setattr(
        video_review,
        "analyze",
        lambda video, settings, folder, _: Background(
            lambda running: loaded(running, write_session(folder)), "pictures video"
        ),
    )
    desk = make_desk(Settings(record_folder=str(tmp_path / "kept")))
    review = desk.presenter.reviews.open_video(video)
    assert review.view._text == "The video is shown when all of it is analyzed."
    desk.presenter.chosen.change(show_boxes=False)  # it is no video without pictures meanwhile
    assert review.session or review.view._text == "The video is shown when all of it is analyzed."
    desk.wait(lambda: review.session is not None)
    desk.qtbot.keyClick(review, Qt.Key.Key_Escape)
    box = review.findChild(QMessageBox)
    assert box.text() == f"The analysis of {video.name} is not kept yet."
    assert {b.text() for b in box.buttons()} == {"Keep", "Discard", "Cancel"}
    answer(review, "Cancel")
    assert review.isVisible()
    desk.window.close()  # the whole program asks as well
    assert desk.window.isVisible()
    answer(desk.window, "Cancel")
    desk.qtbot.keyClick(review, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    answer(review, "Keep")
    (kept,) = shown(desk)
    assert kept is not review
    assert (tmp_path / "kept" / video.stem / "session.json").is_file()
    desk.wait(lambda: kept.session is not None)
    desk.qtbot.keyClick(kept, Qt.Key.Key_Escape)
    assert shown(desk) == []
    desk.window.close()
    assert not desk.window.isVisible()


def test_the_keys_go_to_the_timeline_and_f1_lists_them(desk, tmp_path):
    review = desk.presenter.reviews.open(write_session(tmp_path / "s"))
    desk.wait(lambda: review.session is not None)
    review.activateWindow()
    desk.wait(review.isActiveWindow)
    assert review.timeline.hasFocus()
    desk.qtbot.keyClick(review.timeline, Qt.Key.Key_Space)
    assert review.player.is_playing
    assert not desk.presenter.exports.dialogs
    review.player.pause()
    desk.qtbot.keyClick(review.timeline, Qt.Key.Key_F1)
    (page,) = review.findChildren(Page)
    assert "Zoom the timeline" in page.findChild(QTextBrowser).toPlainText()
    page.close()


def test_a_damaged_session_is_called_so(desk, tmp_path, monkeypatch):
    folder = write_session(tmp_path / "s")
    (folder / "session.json").write_text("{")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(folder))
    desk.actions.open_session.trigger()
    assert "session.json is damaged" in desk.window.banner.text
    assert "no session" not in desk.window.banner.text
    desk.window.files_dropped.emit([folder])  # nor is it taken for a folder of pictures
    (review,) = shown(desk)
    desk.wait(lambda: "session.json is damaged" in review.banner.text)


def test_esc_stops_no_analysis_unasked(make_desk, video, monkeypatch):
    def slow(video, settings, folder, so_far):
        def job(running):
            while True:
                running.check()
                time.sleep(0.01)

        return Background(job, "pictures video")

    monkeypatch.setattr(video_review, "analyze", slow)
    desk = make_desk(Settings(theme="light"))
    review = desk.presenter.reviews.open_video(video)
    for words, is_open in (("Go On", True), ("Stop Analysis", False)):
        desk.qtbot.keyClick(review, Qt.Key.Key_Escape)
        assert review.isVisible()
        answer(review, words)
        assert bool(shown(desk)) is is_open
        desk.qtbot.wait(20)
