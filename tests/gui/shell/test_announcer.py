"""Screen readers hear what has held for a moment, seldom, and only if the user wants it."""

from itertools import pairwise

import pytest
from PySide6 import QtGui
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.chosen import Chosen
from fer_desktop.gui.shell import announcer as module
from fer_desktop.gui.shell.announcer import HOLD_S, PAUSE_S, Announcer


class Listener:
    """Hears what is told, and holds the clock."""

    def __init__(self, widget):
        self.now_s, self.heard = 100.0, []
        self.chosen = Chosen(Settings(), lambda settings: None)
        self.announcer = Announcer(widget, self.chosen, lambda: self.now_s)

    def say(self, text, after_s=0.0):
        self.now_s += after_s
        self.announcer.say(text)


@pytest.fixture
def listener(qtbot, monkeypatch):
    widget = QWidget()
    qtbot.addWidget(widget)
    listener = Listener(widget)
    monkeypatch.setattr(module, "_tell", lambda of, text: listener.heard.append(text))
    yield listener
    listener.announcer.close()


def test_a_text_is_told_once_it_has_held(listener):
    listener.say("A")
    listener.say("A", HOLD_S - 0.01)
    assert listener.heard == []
    listener.say("A", 0.02)
    assert listener.heard == ["A"]


def test_the_same_text_is_told_once(listener):
    for _ in range(100):
        listener.say("A", 0.1)
    assert listener.heard == ["A"]


def test_passing_texts_are_not_told(listener):
    for text in "ABABABABABAB":
        listener.say(text, HOLD_S - 0.1)
    assert listener.heard == []


def test_nothing_is_told_within_a_second_of_the_last(listener):
    listener.say("A")
    listener.say("A", HOLD_S)
    listener.say("B", 0.1)
    listener.say("B", HOLD_S)
    assert listener.heard == ["A"]  # B has held, but A was just told
    listener.say("B", PAUSE_S)
    assert listener.heard == ["A", "B"]


def test_at_most_one_a_second_whatever_comes(listener):
    told_at = []
    for step in range(300):
        listener.say("AB"[step // 8 % 2], 0.1)
        told_at += [listener.now_s] * (len(listener.heard) - len(told_at))
    gaps = [later - earlier for earlier, later in pairwise(told_at)]
    assert len(told_at) > 5
    assert min(gaps) >= PAUSE_S - 1e-6


def test_back_to_what_was_told_is_no_news(listener):
    listener.say("A")
    listener.say("A", 2)
    listener.say("B", 0.1)
    listener.say("A", 0.1)
    listener.say("A", 3)
    assert listener.heard == ["A"]


def test_after_a_break_the_same_is_news_again(listener):
    listener.say("A")
    listener.say("A", 2)
    listener.say("", 1)
    listener.say("A", 1)
    listener.say("A", 1)
    assert listener.heard == ["A", "A"]


def test_who_does_not_want_it_hears_nothing(listener):
    listener.chosen.change(announce=False)
    listener.say("A")
    listener.say("A", 5)
    assert listener.heard == []
    listener.chosen.change(announce=True)
    listener.say("A", 0.1)
    assert listener.heard == ["A"]


def test_a_text_that_comes_once_is_told_by_the_timer(listener, qtbot):
    listener.say("A")
    listener.now_s += HOLD_S
    qtbot.waitUntil(lambda: listener.heard == ["A"])
    assert not listener.announcer._timer.isActive()


def test_closing_tells_nothing_more(listener):
    listener.say("A")
    listener.announcer.close()
    listener.now_s += 5
    listener.announcer._look()
    assert listener.heard == []


def test_it_goes_to_assistive_technology_as_an_announcement(qtbot, monkeypatch):
    widget, events = QWidget(), []
    qtbot.addWidget(widget)
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        staticmethod(lambda event: events.append((event.type(), event.object(), event.message()))),
    )
    module._tell(widget, "Looks like fear")
    assert events == [(QAccessible.Event.Announcement, widget, "Looks like fear")]


def test_without_announcements_the_description_tells_it(qtbot, monkeypatch):
    widget = QWidget()
    qtbot.addWidget(widget)
    monkeypatch.delattr(QtGui, "QAccessibleAnnouncementEvent")
    module._tell(widget, "Looks like fear")
    assert widget.accessibleDescription() == "Looks like fear"


def test_live_results_are_told_without_percentages(make_desk, quick_analysis, monkeypatch):
    heard = []
    monkeypatch.setattr(module, "_tell", lambda of, text: heard.append((of, text)))
    desk = make_desk()
    desk.presenter.start("demo")
    desk.wait(lambda: heard)
    widget, text = heard[0]
    assert widget is desk.window.view
    face = desk.live.shown.faces[0]
    assert text == f"Face {face.track_id} looks like {face.smoothed.label}"


def test_a_face_that_is_chosen_in_a_picture_is_told(
    make_desk, quick_analysis, monkeypatch, picture_files
):
    heard = []
    monkeypatch.setattr(module, "_tell", lambda of, text: heard.append(text))
    desk = make_desk()
    desk.open(picture_files[:1])
    desk.pictures.choose_face(1)
    desk.wait(lambda: heard == ["Face 2 looks like surprise"])
