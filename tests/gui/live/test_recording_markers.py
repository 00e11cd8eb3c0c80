"""Markers have the moment of their key; without a recording there are none."""

import time

import pytest

from fer_desktop.gui.live.recording_markers import RecordingMarkers, clock
from fer_desktop.gui.shell.main_window import MainWindow
from fer_desktop.sessions.recorder import Moment


class FakeRecorder:
    """Is at a moment, and keeps what is marked."""

    def __init__(self):
        self.time_s, self.marks = 5.0, []

    def moment(self):
        return Moment(self.time_s, round(self.time_s * 10), "")

    def mark(self, moment, text):
        self.marks.append((moment.time_s, text))


@pytest.fixture
def window(qtbot):
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    yield window
    window.status.clearMessage()  # and its timer


@pytest.fixture
def recorders():
    """Return what is recorded with, as a list of one; empty is nothing."""
    return [FakeRecorder()]


class FakeLive:
    """Sends markers, or nothing."""

    def __init__(self):
        self.is_sent, self.sent = False, []

    def mark(self, text, time_s):
        if self.is_sent:
            self.sent.append((text, time_s))


@pytest.fixture
def live():
    return FakeLive()


@pytest.fixture
def markers(window, live, recorders):
    return RecordingMarkers(window, live, lambda: recorders[0] if recorders else None)


def test_a_marker_without_a_note(markers, window, recorders):
    window.actions_.mark_now.trigger()
    assert recorders[0].marks == [(5.0, "")]
    assert window.status.currentMessage() == "Marked at 00:05"
    assert markers.dialog is None


def test_a_note_belongs_to_the_moment_of_the_key(markers, window, recorders):
    window.actions_.mark.trigger()
    dialog = markers.dialog
    assert dialog.labelText() == "Note at 00:05:"
    recorders[0].time_s = 65.0
    window.actions_.mark.trigger()
    assert markers.dialog is dialog  # one question at a time
    dialog.setTextValue("sneezed")
    dialog.accept()
    assert recorders[0].marks == [(5.0, "sneezed")]
    assert markers.dialog is None


@pytest.mark.parametrize("how", ["reject", "close"])
def test_without_an_answer_nothing_is_marked(markers, window, recorders, how):
    window.actions_.mark.trigger()
    if how == "reject":
        markers.dialog.reject()
    else:
        markers.close()
    assert markers.dialog is None
    assert recorders[0].marks == []


def test_a_note_after_the_end_is_not_kept(markers, window, recorders):
    window.actions_.mark.trigger()
    (recorder,) = recorders
    recorders.clear()
    markers.dialog.accept()
    assert recorder.marks == []


def test_a_marker_is_sent_with_the_moment_of_its_key_also_without_a_recording(
    markers, window, live, recorders
):
    live.is_sent = True
    window.actions_.mark.trigger()
    asked_s = time.perf_counter()
    (recorder,) = recorders
    recorders.clear()  # the recording ends, the sending does not
    markers.dialog.setTextValue("sneezed")
    markers.dialog.accept()
    window.actions_.mark_now.trigger()
    (text, time_s), (plain, _) = live.sent
    assert (text, plain, recorder.marks) == ("sneezed", "marker", [])
    assert time_s <= asked_s
    assert window.status.currentMessage().startswith("Marked at ")


@pytest.mark.parametrize("name", ["mark", "mark_now"])
def test_without_a_recording_no_marker_can_be_set(markers, window, recorders, name):
    recorders.clear()
    window.actions_.by_name()[name].trigger()
    assert markers.dialog is None
    assert not recorders


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "00:00"), (12.9, "00:12"), (3599, "59:59"), (3723, "1:02:03")]
)
def test_times_as_people_read_them(seconds, words):
    assert clock(seconds) == words
