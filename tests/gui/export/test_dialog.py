"""The dialog writes what is chosen, beside the window; what is there is replaced only on a yes."""

import itertools
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from shiboken6 import isValid

from fer_desktop.cli.export import ExportOrder, run_export
from fer_desktop.core.settings import Settings
from fer_desktop.export import formats
from fer_desktop.gui.export.dialog import ExportDialog, ExportSubject
from fer_desktop.sessions.files import SessionFiles
from tests.fakes import PATIENCE_S
from tests.recorded import LEFT, face_row, record_session


@pytest.fixture
def folder(tmp_path):
    return record_session(tmp_path / "sessions" / "2026-11-25 14-03-22")


@pytest.fixture
def open_dialog(qtbot, qapp, folder):
    opened = []

    def open_it(form="csv", **named):
        subject = ExportSubject(folder, folder.name, folder.name, folder.parent, **named)
        dialog = ExportDialog(subject, form)
        opened.append(dialog)
        dialog.open()
        return dialog

    yield open_it
    for dialog in opened:
        if isValid(dialog):
            dialog.done(0)
    qapp.processEvents()


@pytest.fixture
def endless(monkeypatch):
    """Let sessions have rows without end; gives what is set once one of them is written."""
    begun = threading.Event()

    def rows(session):
        for number in itertools.count():
            yield face_row(number, 1, "fear", LEFT)
            begun.set()

    monkeypatch.setattr(SessionFiles, "rows", rows)
    return begun


def choose(dialog, name):
    dialog.formats.setCurrentRow(dialog.formats.names.index(name))


def export(qtbot, dialog):
    """Press the button, and return the order once its files are there."""
    with qtbot.waitSignal(dialog.exported) as done:
        dialog.export.click()
    (order,) = done.args
    return order


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("name", ["csv", "jsonl", "elan"])
def test_the_files_are_those_of_the_command(open_dialog, qtbot, folder, tmp_path, name):
    dialog = open_dialog()
    choose(dialog, name)
    order = export(qtbot, dialog)
    assert not isValid(dialog) or not dialog.isVisible()
    there = tmp_path / "there"
    there.mkdir()
    run_export(ExportOrder([str(folder)], name, str(there)), Settings(), print)
    assert {file.name: file.read_bytes() for file in order.files} == {
        file.name: file.read_bytes() for file in there.iterdir()
    }
    assert {file.parent for file in order.files} == {folder.parent}


def test_one_face_is_written_alone(open_dialog, qtbot, tmp_path):
    dialog = open_dialog(faces=(1, 2))
    assert [dialog.face.itemText(row) for row in range(3)] == ["All", "Face 1", "Face 2"]
    choose(dialog, "facereader-state")
    assert dialog.face.itemText(0) == "The largest in each frame"
    choose(dialog, "jsonl")
    dialog.face.setCurrentIndex(2)
    dialog.target.line.setText(str(tmp_path / "two.jsonl"))
    assert export(qtbot, dialog).face == 2
    text = (tmp_path / "two.jsonl").read_text()
    assert '"face_id": 2' in text
    assert '"face_id": 1' not in text


def test_what_is_not_known_is_not_offered(open_dialog):
    dialog = open_dialog()
    assert not dialog.face.isVisible()
    assert not dialog.note.isVisible()
    other = open_dialog(faces=(1,), has_exclusions=True)
    assert other.face.isVisible()
    assert other.note.isVisible()


def test_without_a_package_the_format_is_disabled_and_says_why(open_dialog, monkeypatch):
    monkeypatch.setattr(formats.importlib.util, "find_spec", lambda name: None)
    dialog = open_dialog("parquet")
    item = dialog.formats.item(dialog.formats.names.index("parquet"))
    assert not item.flags() & Qt.ItemFlag.ItemIsEnabled
    assert "pyarrow is not installed" in item.text()
    assert dialog.target.path.suffix == ".csv"


def test_a_file_is_replaced_only_when_that_is_said(open_dialog, qtbot, tmp_path):
    dialog = open_dialog()
    (tmp_path / "mine.json").write_text("old")
    dialog.target.line.setText(str(tmp_path / "mine.csv"))
    dialog.export.click()
    (box,) = dialog.findChildren(QMessageBox)
    assert box.informativeText() == str(tmp_path / "mine.json")
    box.reject()
    assert not dialog.is_writing
    assert (tmp_path / "mine.json").read_text() == "old"
    qtbot.waitUntil(lambda: not dialog.findChildren(QMessageBox))
    dialog.export.click()
    (box,) = dialog.findChildren(QMessageBox)
    with qtbot.waitSignal(dialog.exported):
        box.accept()
    assert (tmp_path / "mine.json").read_text() != "old"


@pytest.mark.parametrize("stop", ["cancel", "escape", "close"])
def test_cancelled_it_leaves_nothing_and_can_begin_anew(open_dialog, qtbot, folder, endless, stop):
    before = names(folder.parent)
    dialog = open_dialog()
    dialog.export.click()
    assert endless.wait(PATIENCE_S)
    qtbot.waitUntil(lambda: not dialog._progress.label.text().startswith("0 "))
    assert not dialog.formats.isEnabled()
    assert not dialog.export.isEnabled()
    if stop == "cancel":
        dialog.cancel.click()
    elif stop == "escape":
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()
    assert not dialog.is_writing
    assert dialog.isVisible()
    assert dialog.export.isEnabled()
    assert names(folder.parent) == before
    dialog.cancel.click()
    assert not dialog.isVisible()


def test_cancelled_too_late_it_says_that_the_files_are_there(open_dialog, qtbot):
    dialog = open_dialog()
    dialog.export.click()
    dialog._job._thread.join(PATIENCE_S)
    with qtbot.waitSignal(dialog.exported) as done:
        dialog.cancel.click()
    assert done.args[0].path.is_file()
    assert not dialog.isVisible()


def test_closed_for_good_while_it_writes(open_dialog, endless, folder):
    before = names(folder.parent)
    dialog = open_dialog()
    dialog.export.click()
    assert endless.wait(PATIENCE_S)
    dialog.done(0)
    assert not dialog.is_writing
    assert names(folder.parent) == before


def test_an_error_is_told_and_another_file_can_be_named(open_dialog, qtbot, folder, tmp_path):
    (tmp_path / "file").touch()
    dialog = open_dialog()
    dialog.target.line.setText(str(tmp_path / "file" / "a.csv"))
    dialog.export.click()
    qtbot.waitUntil(lambda: "can't be written" in dialog.banner.text)
    assert not dialog.is_writing
    dialog.target.line.setText(str(folder / "session.csv"))
    dialog.export.click()
    (box,) = dialog.findChildren(QMessageBox)
    box.accept()
    qtbot.waitUntil(lambda: "part of a recorded session" in dialog.banner.text)
    dialog.target.line.setText(str(tmp_path / "a.csv"))
    assert export(qtbot, dialog).path == tmp_path / "a.csv"


def test_without_a_name_nothing_can_be_exported(open_dialog):
    dialog = open_dialog()
    dialog.target.line.setText(" ")
    assert not dialog.export.isEnabled()
