"""The window of light and position: a sign for each aspect, while the picture goes on behind it."""

from dataclasses import replace

import pytest

from fer_desktop.core.quality import ChipQuality
from fer_desktop.core.settings import Settings
from fer_desktop.core.view_check import ASPECTS
from fer_desktop.gui.live.view_check import ViewCheck

GOOD = ChipQuality(face_px=140, brightness=0.5, contrast=0.2, white=0.0, sharpness=0.9)


@pytest.fixture
def check(make_desk, quick_analysis, tmp_path, monkeypatch):
    """Return what opens the check on the running demo whose face is seen in a given way."""

    def opened(quality):
        folder = str(tmp_path / "sessions")
        desk = make_desk(Settings(theme="light", model="seed", record_folder=folder))
        desk.presenter.start("demo")
        desk.wait_for_faces()
        live = desk.live
        seen = {"face": replace(live.chosen_face(), quality=quality)}
        monkeypatch.setattr(live, "chosen_face", lambda: seen["face"])
        desk.actions.check_view.trigger()
        return desk, desk.presenter.recording.view_check, seen

    return opened


def signs(check):
    return {aspect: check.signs[aspect].name for aspect in ASPECTS}


def test_each_aspect_has_one_sign_and_a_sentence(check):
    desk, dialog, seen = check(replace(GOOD, brightness=0.001, turn_deg=80.0))
    bad = {"light", "direction", "place"}  # the quick analysis sees the face at the left
    assert signs(dialog) == {a: "warning" if a in bad else "check" for a in ASPECTS}
    assert dialog.words["light"].text() == "It is dark: turn to the light."
    assert dialog.words["size"].text() == "Good"
    assert dialog.heading.text() == "Something can be better:"
    seen["face"] = None
    dialog.look()
    assert set(signs(dialog).values()) == {""}
    assert "No face" in dialog.heading.text()
    desk.live.stop()
    dialog.look()
    assert "Start the camera" in dialog.heading.text()


def test_it_records_from_there(check):
    desk, dialog, _ = check(GOOD)
    dialog.record.click()
    assert desk.presenter.recording.is_on
    assert not dialog.isVisible()
    desk.presenter.recording.end()
    desk.wait(lambda: desk.presenter.recording._recorder is None)


def test_it_closes_with_the_window(check):
    desk, dialog, _ = check(GOOD)
    assert isinstance(dialog, ViewCheck)
    desk.window.close()
    assert not dialog.isVisible()
