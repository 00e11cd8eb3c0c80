"""The windows of teaching: nothing in them is lost unasked, and they are where they were left."""

from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMargins, QRect, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QVBoxLayout, QWidget

from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.numbers import moment
from fer_desktop.gui.common.reasons import reason_of
from fer_desktop.gui.teaching.corrections_page import CorrectionsPage
from fer_desktop.gui.teaching.measure_dialog import MeasureDialog
from fer_desktop.gui.teaching.tables import make_room
from fer_desktop.gui.teaching.teach_dialog import TeachDialog
from fer_desktop.system import window_memory
from fer_desktop.system.background import Background


@pytest.fixture
def desk(make_desk):
    desk = make_desk(Settings(theme="light", model="seed", keep_corrections=True))
    yield desk
    desk.presenter.teaching.close()


def opened(desk, name):
    desk.actions.by_name()[name].trigger()
    return desk.presenter.teaching.dialogs[-1]


def question(dialog):
    asked = [box for box in dialog.findChildren(QMessageBox) if box.isVisible()]
    return asked[0] if asked else None


def press(box, words):
    next(b for b in box.buttons() if b.text().replace("&", "") == words).click()


@pytest.fixture
def running():
    """Return a job that runs until it is told to end."""
    go = Event()
    yield Background(lambda job: go.wait(30), "waiting")
    go.set()


@pytest.mark.parametrize("name", ["measure", "teach"])
def test_what_runs_is_not_ended_unasked(desk, name, running):
    dialog = opened(desk, name)
    dialog.row.begin(running)
    desk.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    box = question(dialog)
    assert "not finished" in box.text()
    press(box, "Cancel")
    assert dialog.isVisible()
    assert dialog.row.is_busy
    dialog.close()
    press(question(dialog), "Stop")
    assert dialog not in desk.presenter.teaching.dialogs


@pytest.mark.parametrize("name", ["measure", "teach"])
def test_closing_the_program_asks_for_them_too(desk, name, running):
    dialog = opened(desk, name)
    dialog.row.begin(running)
    desk.window.close()
    assert desk.window.isVisible()
    box = question(desk.window)
    assert dialog.windowTitle() in box.text()
    press(box, "Cancel")
    dialog.row.stop()
    desk.window.close()
    assert not desk.window.isVisible()


@pytest.mark.parametrize(("n", "is_asked"), [(9, False), (10, True)])
def test_a_measurement_that_is_not_saved_is_asked_about_where_it_took_a_while(desk, n, is_asked):
    dialog = opened(desk, "measure")
    dialog.found = SimpleNamespace(samples=(None,) * n)
    dialog.close()
    box = question(dialog) if is_asked else None
    assert dialog.isVisible() == is_asked
    if box is not None:
        assert {b.text() for b in box.buttons()} == {"Keep", "Discard", "Cancel"}
        press(box, "Discard")
        assert dialog not in desk.presenter.teaching.dialogs


def test_a_taught_model_is_kept_when_that_is_said(desk, monkeypatch):
    dialog = opened(desk, "teach")
    kept = []
    monkeypatch.setattr(dialog, "_keep_and_use", lambda: kept.append(True))
    dialog.use.clicked.connect(lambda: kept.append(True))
    dialog.taught = SimpleNamespace(refusal=None)
    dialog.use.setEnabled(True)
    dialog.close()
    press(question(dialog), "Keep")
    assert kept
    dialog.taught = None


@pytest.mark.parametrize("name", ["measure", "teach", "corrections", "saliency"])
def test_they_come_back_where_they_were_left(desk, name):
    dialog = opened(desk, name)
    size = dialog.size().grownBy(QMargins(0, 0, 64, 40))
    dialog.setGeometry(QRect(dialog.pos(), size).translated(33, 21))
    left = dialog.geometry()
    dialog.close()
    again = opened(desk, name)
    assert again is not dialog
    assert again.geometry() == left


@pytest.mark.parametrize(
    ("kind", "make", "begin", "asked"),
    [
        ("measurements", MeasureDialog, lambda d: d.save.clicked.emit(), "getSaveFileName"),
        ("corrections", CorrectionsPage, lambda d: d.export.clicked.emit(), "getExistingDirectory"),
        ("labelled pictures", TeachDialog, lambda d: d.data.browse.click(), "getExistingDirectory"),
    ],
)
def test_their_dialogs_begin_in_the_folder_that_was_used_last(
    desk, tmp_path, monkeypatch, kind, make, begin, asked
):
    name = {MeasureDialog: "measure", CorrectionsPage: "corrections", TeachDialog: "teach"}[make]
    dialog, starts = opened(desk, name), []

    def ask(*arguments, **named):
        starts.append(Path(arguments[2]))
        return ("", "") if asked == "getSaveFileName" else ""

    monkeypatch.setattr(QFileDialog, asked, staticmethod(ask))
    begin(dialog)
    window_memory.use_folder(kind, tmp_path)
    begin(dialog)
    assert all(start.is_absolute() for start in starts)
    assert starts[1] == tmp_path or starts[1].parent == tmp_path
    assert str(Path.cwd()) not in {str(starts[0]), str(starts[0].parent)}


def test_a_window_that_grows_stays_on_its_screen(qtbot, wide_screen):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    whole, tall = QVBoxLayout(dialog), QWidget()
    tall.setMinimumHeight(700)
    whole.addWidget(tall)
    tall.hide()
    dialog.setGeometry(300, 800, 400, 200)
    dialog.show()
    tall.show()
    make_room(dialog)
    assert dialog.geometry().bottom() < 1080
    assert dialog.height() >= 700
    assert dialog.geometry().top() >= 0


def test_a_moment_is_written_as_the_language_and_clock_of_the_window_have_it(qapp):
    when = datetime(2026, 12, 1, 15, 4, tzinfo=UTC)
    assert "T" not in moment(when)
    assert "UTC" not in moment(when)
    assert "26" in moment(when)


def test_what_can_not_be_done_says_why(desk):
    assert reason_of(desk.actions.remove_taught) == "The model in use was not taught here."


@pytest.mark.parametrize("name", ["measure", "teach", "corrections", "saliency"])
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_each_is_open_once(desk, name):
    first = opened(desk, name)
    assert opened(desk, name) is first
    assert len(desk.presenter.teaching.dialogs) == 1
