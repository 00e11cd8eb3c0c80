"""Whatever is greyed says why in its tip: a walk through every window, menu and state."""

import pytest
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fer_desktop.core.settings import Settings
from fer_desktop.gui.common.job_row import JobRow
from fer_desktop.gui.common.reasons import allow_part, reason_of
from fer_desktop.gui.common.translation import LANGUAGES, install_language
from fer_desktop.gui.export.dialog import ExportDialog
from fer_desktop.gui.live.consent_sheet import ConsentSheet
from fer_desktop.gui.review.library_window import LibraryWindow
from fer_desktop.gui.shell.action_table import without_mnemonic
from tests.gui.shell.test_access import DIALOGS
from tests.recorded import write_session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

_CONTROLS = (
    *(QAbstractButton, QComboBox, QAbstractSlider, QAbstractSpinBox),
    *(QLineEdit, QPlainTextEdit),
)
_INNER = QComboBox | QAbstractSpinBox
"""These have parts of their own, for which they speak."""
_ENDS = (".", "。", "…")


def is_sentence(words):
    return words.endswith(_ENDS) and len(words) > 4


def silent_parts(root):
    """Return what is seen greyed in a window, and does not say why."""
    found = []
    for part in root.findChildren(QWidget):
        is_one = isinstance(part, _CONTROLS) and not isinstance(part.parent(), _INNER)
        if not (is_one and part.isVisible() and part.window() is root) or part.isEnabled():
            continue
        if type(part).__name__ == "QToolButton" and isinstance(part.parent(), QLineEdit):
            continue  # the cross that empties a field
        told = part
        while not reason_of(told) and told.parentWidget() is not None and not told.toolTip():
            told = told.parentWidget()
        reason = reason_of(told)
        if not (is_sentence(reason) and told.toolTip().endswith(reason)):
            words = getattr(part, "text", lambda: "")() or part.accessibleName()
            found.append(f"{type(part).__name__} {words!r}")
    return found + silent_choices(root)


def silent_choices(root):
    """Return the greyed entries of lists that do not say why."""
    found = []
    for box in root.findChildren(QComboBox):
        model = box.model()
        if not isinstance(model, QStandardItemModel):
            continue
        for row in range(model.rowCount()):
            item = model.item(row)
            if not item.isEnabled() and not is_sentence(item.toolTip()):
                found.append(f"{box.accessibleName()}: {item.text()!r}")
    return found


def silent_entries(root):
    """Return the greyed lines of a window's menus that do not say why, or whose menu shows none."""
    found = []
    for menu in root.findChildren(QMenu):
        menu.aboutToShow.emit()
        for action in menu.actions():
            if action.isSeparator() or action.isEnabled() or not action.isVisible():
                continue
            name = without_mnemonic(action.text())
            if not (is_sentence(action.toolTip()) and action.toolTip() != action.text()):
                found.append(name)
            elif not menu.toolTipsVisible():
                found.append(f"{name}: its menu shows no tips")
    return found


def silent(root):
    for _ in range(3):
        QApplication.processEvents()
    return [*silent_parts(root), *silent_entries(root)]


def walk(desk):
    """Return what is greyed without a word: in the window, and in each that it opens."""
    found = {"main": silent(desk.window)}
    for name, make in DIALOGS.items():
        root = make(desk.window)
        found[name] = silent(root)
        root.close()
        QApplication.processEvents()
    return {name: each for name, each in found.items() if each}


@pytest.fixture
def speak(qapp):
    """Return what switches the language, and back after the test."""
    yield lambda language: install_language(qapp, language)
    install_language(qapp, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_open(make_desk, speak, language):
    speak(language)
    assert walk(make_desk()) == {}


def test_the_demo_runs_is_paused_and_recorded(make_desk, quick_analysis, tmp_path):
    desk = make_desk(Settings(theme="light", record_folder=str(tmp_path)))
    desk.presenter.start("demo")
    desk.wait_for_faces()
    assert desk.window.freeze.isEnabled()
    assert walk(desk) == {}
    desk.actions.freeze.trigger()
    assert silent(desk.window) == []
    desk.actions.freeze.trigger()
    desk.actions.record.trigger()
    desk.wait(lambda: desk.presenter.recording.words)
    assert silent(desk.window) == []
    desk.actions.pause_recording.trigger()
    assert silent(desk.window) == []
    desk.actions.record.trigger()
    desk.actions.start_stop.trigger()
    assert silent(desk.window) == []


def test_pictures_are_open(make_desk, quick_analysis, picture_files):
    desk = make_desk()
    desk.window.files_dropped.emit(list(picture_files))
    assert silent(desk.window) == []  # while they are read
    desk.wait(lambda: desk.all_analyzed)
    desk.actions.face_table.trigger()
    assert walk(desk) == {}
    desk.actions.correct.trigger()
    assert silent(desk.window) == []
    for _ in range(3):
        desk.actions.next_picture.trigger()
        assert silent(desk.window) == []


def test_lists_are_empty(make_desk, quick_analysis, tmp_path):
    desk = make_desk()
    shown = LibraryWindow(desk.window, tmp_path)
    shown.show()
    assert silent(shown) == []
    shown.close()


def test_a_review_with_and_without_a_selection(make_desk, tmp_path):
    desk = make_desk()
    review = desk.presenter.reviews.open(write_session(tmp_path / "2026-11-25 14-03-22"))
    assert silent(review) == []  # while it is read
    desk.wait(lambda: not review.progress.is_busy)
    assert silent(review) == []
    review._select((1.0, 2.0))
    assert silent(review) == []
    review.close()


@pytest.mark.parametrize("name", ["measure", "teach", "folder into table"])
def test_while_a_job_runs(make_desk, monkeypatch, name):
    dialog = DIALOGS[name](make_desk().window)
    monkeypatch.setattr(JobRow, "is_busy", property(lambda row: True))
    dialog.retranslate()
    assert silent(dialog) == []
    monkeypatch.undo()
    dialog.close()


def test_while_a_session_is_exported(make_desk, monkeypatch):
    dialog = DIALOGS["export"](make_desk().window)
    dialog.target.line.clear()
    assert silent(dialog) == []
    monkeypatch.setattr(ExportDialog, "is_writing", True)
    dialog._refresh()
    assert silent(dialog) == []
    monkeypatch.undo()
    dialog.close()


def test_no_recording_begins_before_the_consent_sheet_is_filled_in(make_desk):
    desk = make_desk()
    sheet = ConsentSheet(desk.window, desk.presenter.settings, "")
    sheet.show()
    reasons = []
    for fill_in in (
        lambda: sheet.text.setPlainText(""),
        lambda: sheet.text.setPlainText("What it is for"),
        lambda: sheet.people.setText("P1"),
        lambda: sheet.agreed.setChecked(True),
    ):
        fill_in()
        assert silent(sheet) == []
        reasons.append(reason_of(sheet.record))
    assert len({*reasons}) == 4
    assert reasons[-1] == ""
    sheet.close()


def test_the_walk_finds_what_is_silent(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    silent_one, told, box = QPushButton("Silent"), QPushButton("Told"), QComboBox()
    box.addItems(["one", "two"])
    box.model().item(1).setEnabled(False)
    menu = QMenu(window)
    menu.addAction("Greyed").setEnabled(False)
    for part in (silent_one, told, box):
        layout.addWidget(part)
    silent_one.setToolTip("What it does, in a sentence.")
    silent_one.setEnabled(False)
    told.setToolTip("What it does")
    allow_part(told, "There is nothing.")
    window.show()
    assert silent(window) == ["QPushButton 'Silent'", ": 'two'", "Greyed"]
    assert told.toolTip() == "What it does\nThere is nothing."
    told.setToolTip("What else it does")
    allow_part(told, "It is night.")
    assert told.toolTip() == "What else it does\nIt is night."
    allow_part(told)
    assert told.toolTip() == "What else it does"
    assert told.isEnabled()
