"""Sessions are opened from the menu and by dropping their folders, each in one window."""

import tempfile

import pytest
from PySide6.QtWidgets import QFileDialog

from fer_desktop.core.overlay import style_of
from fer_desktop.core.settings import Settings
from fer_desktop.sessions.exclusions import Exclusion
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
    desk.wait(lambda: review.session is not None, timeout=60000)
    assert not review.progress.isVisible()
    desk.wait(lambda: not review.picture.is_waiting)
    assert review.view._image.shape == (320, 320, 3)
    assert review.view.items
    assert list(tmp_path.glob("fer-desktop-review-*"))
    review.close()
    assert not list(tmp_path.glob("fer-desktop-review-*"))


def test_what_was_analyzed_can_be_kept(make_desk, video, tmp_path):
    desk = make_desk(Settings(record_folder=str(tmp_path / "kept")))
    review = desk.presenter.reviews.open_video(video)
    assert not review.head.keep.isVisible()
    desk.wait(lambda: review.session is not None, timeout=60000)
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
    desk.wait(lambda: review.session is not None, timeout=60000)
    review.head.keep.click()
    assert "can't be written" in review.banner.text
    assert shown(desk) == [review]


def test_the_analysis_of_a_video_can_be_cancelled(desk, video, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    review = desk.presenter.reviews.open_video(video)
    assert desk.presenter.reviews.open_video(video) is review
    review.progress.button.click()
    assert shown(desk) == []
    assert not list(tmp_path.glob("fer-desktop-review-*"))
