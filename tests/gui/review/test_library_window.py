"""File > Recordings: the list, how each went, and what is done with one by buttons and keys."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QInputDialog, QMessageBox

from fer_desktop.core.settings import Settings
from fer_desktop.gui.review.library_model import COLUMNS
from tests.recorded import write_session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def opened(make_desk, quick_analysis, tmp_path):
    """Return a window and the list of three sessions, the newest first."""
    for number, name in enumerate("abc"):
        started = f"2026-11-2{number}T10:00:00.000Z"
        write_session(tmp_path / name, started_utc=started, video=name == "c", note=f"note {name}")
    desk = make_desk(Settings(theme="light", record_folder=str(tmp_path)))
    desk.actions.recordings.trigger()
    return desk, desk.presenter.library.shown


def cells(shown, column):
    model, at = shown.table.model(), COLUMNS.index(column)
    return [model.index(row, at).data() for row in range(model.rowCount())]


def choose(shown, name):
    shown.table.setCurrentIndex(shown.table.model().index(cells(shown, "name").index(name), 1))


def ask(shown, kind):
    return next(box for box in shown.findChildren(kind) if box.isVisible())


def all_read(shown):
    return "" not in cells(shown, "length")


def test_each_session_says_what_it_is_and_how_it_went(opened):
    desk, shown = opened
    assert cells(shown, "name") == ["c", "b", "a"]
    assert cells(shown, "note") == ["note c", "note b", "note a"]
    desk.wait(lambda: all_read(shown))
    assert cells(shown, "length") == ["0:08"] * 3
    assert cells(shown, "faces") == ["2"] * 3
    model = shown.table.model()
    strip = model.index(0, COLUMNS.index("strip"))
    assert strip.data(Qt.ItemDataRole.AccessibleTextRole).startswith("happiness, ")
    assert strip.data(Qt.ItemDataRole.DisplayRole) == ""
    pictures = [model.index(row, 0).data(Qt.ItemDataRole.DecorationRole) for row in range(3)]
    assert [picture is None for picture in pictures] == [False, True, True]
    place = shown.table.visualRect(strip)
    image = shown.table.viewport().grab(place).toImage()
    colors = {image.pixelColor(x, image.height() // 2).name() for x in range(0, image.width(), 4)}
    assert "#f0e442" in colors  # happiness


def test_a_session_is_opened_and_exported(opened, tmp_path):
    desk, shown = opened
    choose(shown, "b")
    shown.buttons["open"].click()
    assert list(desk.presenter.reviews.open_windows) == [tmp_path / "b"]
    shown.buttons["export"].click()
    (dialog,) = desk.presenter.exports.dialogs
    assert dialog.windowTitle() == "Export: b"
    dialog.reject()
    shown.table.activated.emit(shown.table.currentIndex())
    assert len(desk.presenter.reviews.open_windows) == 1
    opened_folders = []
    shown._open_folder = opened_folders.append
    shown.buttons["folder"].click()
    assert opened_folders == [QUrl.fromLocalFile(str(tmp_path / "b"))]


def test_a_session_is_renamed_and_noted(opened, tmp_path):
    desk, shown = opened
    choose(shown, "b")
    desk.qtbot.keyClick(shown.table, Qt.Key.Key_F2)
    box = ask(shown, QInputDialog)
    assert box.textValue() == "b"
    box.setTextValue("Anna")
    box.accept()
    assert cells(shown, "name") == ["c", "Anna", "a"]
    assert shown.chosen().folder == tmp_path / "Anna"
    shown.buttons["note"].click()
    box = next(each for each in shown.findChildren(QInputDialog) if each.textValue() == "note b")
    box.setTextValue("calm")
    box.accept()
    assert cells(shown, "note") == ["note c", "calm", "note a"]


def test_a_name_that_is_taken_is_told(opened):
    _, shown = opened
    choose(shown, "b")
    shown.buttons["rename"].click()
    box = ask(shown, QInputDialog)
    box.setTextValue("a")
    box.accept()
    assert "is there already" in shown.banner.text
    assert cells(shown, "name") == ["c", "b", "a"]


def test_a_session_is_erased_only_when_that_is_said(opened, tmp_path):
    desk, shown = opened
    choose(shown, "c")
    desk.qtbot.keyClick(shown.table, Qt.Key.Key_Delete)
    ask(shown, QMessageBox).reject()
    assert (tmp_path / "c").exists()
    shown.buttons["erase"].click()
    next(box for box in shown.findChildren(QMessageBox) if box.isVisible()).accept()
    assert not (tmp_path / "c").exists()
    assert cells(shown, "name") == ["b", "a"]


def test_a_name_or_note_is_found_and_columns_sort(opened):
    desk, shown = opened
    desk.wait(lambda: all_read(shown))
    desk.qtbot.keyClicks(shown.words, "NOTE a")
    assert cells(shown, "name") == ["a"]
    shown.words.clear()
    shown.table.sortByColumn(COLUMNS.index("name"), Qt.SortOrder.AscendingOrder)
    assert cells(shown, "name") == ["a", "b", "c"]


def test_without_recordings_that_is_said(make_desk, tmp_path):
    desk = make_desk(Settings(theme="light", record_folder=str(tmp_path / "none")))
    desk.actions.recordings.trigger()
    shown = desk.presenter.library.shown
    assert shown.empty.isVisible()
    assert not shown.table.isVisible()
    assert not shown.buttons["open"].isEnabled()
    write_session(tmp_path / "none" / "s")
    desk.actions.recordings.trigger()  # it is looked into anew
    assert cells(shown, "name") == ["s"]
