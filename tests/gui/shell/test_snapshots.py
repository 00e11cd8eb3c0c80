"""Snapshots by a key: kept at once, undone, delayed, copied, and told when they can't be kept."""

from datetime import datetime

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from fer_desktop.core.overlay import face_color
from fer_desktop.core.settings import Settings
from fer_desktop.gui.shell import snapshots
from fer_desktop.gui.view.overlay_copy import to_bgr
from fer_desktop.system import paths
from fer_desktop.vision.media.images import read_image


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "shots"


@pytest.fixture
def beeps(monkeypatch):
    heard = []
    monkeypatch.setattr(QApplication, "beep", staticmethod(lambda: heard.append(1)))
    return heard


@pytest.fixture
def live(make_desk, quick_analysis, folder, beeps):
    """Return what opens the window with the demo running and these settings."""

    def make(**values):
        desk = make_desk(Settings(theme="light", snapshot_folder=str(folder), **values))
        desk.window.activateWindow()
        desk.presenter.start("demo")
        desk.wait_for_faces()
        return desk

    return make


def press(desk, key, modifier=Qt.KeyboardModifier.NoModifier):
    desk.qtbot.keyClick(desk.window, key, modifier)


def colors(picture, color):
    return (np.abs(picture.astype(int) - np.array(color[::-1])).max(axis=2) <= 2).sum()


def test_the_key_keeps_what_is_shown_in_the_folder(live, folder, beeps):
    desk = live()
    press(desk, Qt.Key.Key_Space)  # still, so that both are of the same frame
    press(desk, Qt.Key.Key_S)
    (file,) = folder.iterdir()
    assert file.name.startswith("expression 20")
    kept, frame = read_image(file), desk.live.shown.frame.image
    assert kept.shape == frame.shape
    assert colors(kept, face_color(1)) > colors(frame, face_color(1)) + 100
    assert beeps == [1]
    assert file.name in desk.window.status.currentMessage()


def test_without_overlay_it_is_the_picture_itself(live, folder):
    desk = live(snapshot_overlay=False)
    press(desk, Qt.Key.Key_Space)
    press(desk, Qt.Key.Key_S)
    (file,) = folder.iterdir()
    assert np.array_equal(read_image(file), desk.live.shown.frame.image)


@pytest.mark.parametrize(("sound", "flash"), [(True, False), (False, True)])
def test_sound_and_flash_can_be_left_out(live, beeps, monkeypatch, sound, flash):
    desk = live(snapshot_sound=sound, snapshot_flash=flash)
    seen = []
    monkeypatch.setattr(desk.window.view, "flash", lambda: seen.append(1))
    press(desk, Qt.Key.Key_S)
    assert (len(beeps), len(seen)) == (sound, flash)


def test_whoever_wants_calm_sees_no_flash(live, monkeypatch):
    desk = live(reduced_motion=True)
    monkeypatch.setattr(desk.window.view, "flash", lambda: pytest.fail("it flashed"))
    press(desk, Qt.Key.Key_S)


def test_two_in_a_second_have_two_names(live, folder, monkeypatch):
    desk = live()
    desk.presenter._snapshots._clock = lambda: datetime(2026, 1, 2, 3, 4, 5)
    press(desk, Qt.Key.Key_S)
    press(desk, Qt.Key.Key_S)
    names = sorted(file.name for file in folder.iterdir())
    assert names == ["expression 2026-01-02 03.04.05 (2).png", "expression 2026-01-02 03.04.05.png"]


def test_undo_deletes_the_last_one(live, folder):
    desk = live()
    assert not desk.actions.undo_snapshot.isEnabled()
    press(desk, Qt.Key.Key_S)
    desk.actions.undo_snapshot.trigger()
    assert list(folder.iterdir()) == []
    assert "deleted again" in desk.window.status.currentMessage()
    assert not desk.actions.undo_snapshot.isEnabled()


def test_the_self_timer_counts_and_then_keeps(live, folder, monkeypatch):
    monkeypatch.setattr(snapshots, "_SECOND_MS", 20)
    desk = live(timer_s=3)
    counted = []
    show = desk.window.view.show_countdown
    monkeypatch.setattr(
        desk.window.view, "show_countdown", lambda left: (counted.append(left), show(left))
    )
    press(desk, Qt.Key.Key_S)
    assert not folder.exists()
    desk.wait(lambda: folder.exists() and list(folder.iterdir()))
    assert counted == [3, 2, 1, 0]


def test_the_self_timer_is_called_off_by_the_same_key(live, folder):
    desk = live(timer_s=10)
    press(desk, Qt.Key.Key_S)
    press(desk, Qt.Key.Key_S)
    assert not desk.presenter._snapshots._timer.isActive()
    assert not folder.exists()


def test_a_folder_that_can_t_be_written_is_told(live, folder):
    folder.write_text("a file in its place")
    desk = live()
    press(desk, Qt.Key.Key_S)
    assert "can't be written" in desk.window.banner.text
    assert not desk.actions.undo_snapshot.isEnabled()


def test_copying_puts_it_on_the_clipboard(live):
    desk = live()
    press(desk, Qt.Key.Key_Space)
    press(desk, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = to_bgr(QGuiApplication.clipboard().image())
    assert copied.shape == desk.live.shown.frame.image.shape
    assert colors(copied, face_color(1)) > 100


def test_without_a_picture_it_says_so(make_desk, folder):
    desk = make_desk(Settings(theme="light", snapshot_folder=str(folder)))
    for action in ("snapshot", "copy_picture", "save_picture"):
        assert not desk.actions.by_name()[action].isEnabled()
        assert "no picture" in desk.actions.by_name()[action].toolTip()
    assert not folder.exists()


def test_unless_chosen_snapshots_go_to_the_pictures(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_PICTURES_DIR", str(tmp_path))
    assert paths.pictures_directory() == tmp_path / "FER Desktop"
