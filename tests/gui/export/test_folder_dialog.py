"""The dialog that analyzes a folder into a table: what it proposes, its warning, what it tells."""

import time

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from fer_desktop.batch.folder_run import FolderRun
from fer_desktop.core.settings import Settings
from fer_desktop.gui.export import folder_dialog
from fer_desktop.system.background import Background

# Raising a window is not for the platform without a display.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def runs(monkeypatch):
    """Take the place of the run; return what was asked for."""
    asked = []

    def begin(settings, folder, output, scheduler):
        asked.append((folder, output, scheduler))
        return Background(lambda job: FolderRun(output, 3, ("b.png: damaged.",)), "run")

    monkeypatch.setattr(folder_dialog, "begin_folder_run", begin)
    return asked


def test_from_the_menu_to_the_table(make_desk, runs, tmp_path):
    desk = make_desk(Settings(theme="light"))
    desk.actions.analyze_folder.trigger()
    dialog = desk.presenter.folder_run.shown
    assert not dialog.start.isEnabled()
    dialog.folder.setText(str(tmp_path / "Fotos Zoë"))
    assert dialog.table.text() == str(tmp_path / "Fotos Zoë.csv")
    dialog.table.setText(str(tmp_path / "a.ods"))
    assert not dialog.start.isEnabled()
    dialog.table.setText(str(tmp_path / "a.xlsx"))
    assert not dialog.cluster.on.isChecked()
    dialog.start.click()
    desk.wait(lambda: dialog.found)
    assert runs == [(tmp_path / "Fotos Zoë", tmp_path / "a.xlsx", "")]
    assert "The table is in" in dialog.banner.text
    assert "b.png: damaged." in dialog.banner.text
    desk.actions.analyze_folder.trigger()
    assert desk.presenter.folder_run.shown is dialog
    dialog.close()
    assert desk.presenter.folder_run.shown is None


def test_a_cluster_is_used_only_where_it_is_asked_for_with_its_warning(make_desk, runs, tmp_path):
    desk = make_desk(Settings(theme="light"))
    desk.actions.analyze_folder.trigger()
    dialog = desk.presenter.folder_run.shown
    dialog.folder.setText(str(tmp_path))
    dialog.cluster.on.click()
    assert "leave this computer" in dialog.cluster.warning.text()
    assert not dialog.start.isEnabled()
    dialog.cluster.address.setText("tcp://192.168.0.10:8786")
    dialog.start.click()
    desk.wait(lambda: dialog.found)
    assert runs[0][2] == "tcp://192.168.0.10:8786"
    assert desk.presenter.settings.scheduler == "tcp://192.168.0.10:8786"
    dialog.close()


@pytest.fixture
def dialog(make_desk):
    desk = make_desk(Settings(theme="light"))
    desk.actions.analyze_folder.trigger()
    desk.dialog = desk.presenter.folder_run.shown
    yield desk
    desk.presenter.folder_run.close()


def test_a_table_that_is_there_is_replaced_only_where_that_is_said(dialog, runs, tmp_path):
    one = dialog.dialog
    old = tmp_path / "Fotos.csv"
    old.write_text("mine")
    one.folder.setText(str(tmp_path / "Fotos"))
    assert one.table.text() == str(tmp_path / "Fotos 2.csv"), "the proposed one is free"
    one.table.setText(str(old))
    one.start.click()
    (box,) = one.findChildren(QMessageBox)
    assert str(old) in box.informativeText()
    box.reject()
    assert runs == []
    one.start.click()
    one.findChildren(QMessageBox)[-1].accept()
    dialog.wait(lambda: one.found)
    assert runs == [(tmp_path / "Fotos", old, "")]


def test_what_the_dialog_for_files_asked_is_not_asked_again(dialog, runs, tmp_path, monkeypatch):
    one = dialog.dialog
    old = tmp_path / "Fotos.csv"
    old.write_text("mine")
    one.folder.setText(str(tmp_path / "Fotos"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(old), ""))
    one.choose.click()
    one.start.click()
    dialog.wait(lambda: one.found)
    assert not one.findChildren(QMessageBox)
    assert runs == [(tmp_path / "Fotos", old, "")]


def test_a_run_is_not_ended_unasked(dialog, tmp_path, monkeypatch):
    one = dialog.dialog
    monkeypatch.setattr(
        folder_dialog,
        "begin_folder_run",
        lambda *_: Background(wait_for_stop, "run"),
    )
    one.folder.setText(str(tmp_path))
    one.start.click()
    assert dialog.presenter.leaving.others() == [one.loss] != [""]
    one.reject()
    assert one.isVisible()
    (box,) = one.findChildren(QMessageBox)
    box.accept()
    assert not one.isVisible()


def wait_for_stop(job):
    while True:
        job.check()
        time.sleep(0.01)


def test_the_folder_that_was_used_last_is_shown_first(dialog, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(
        QFileDialog, "getExistingDirectory", lambda *a: asked.append(a[2]) or str(tmp_path)
    )
    one = dialog.dialog
    one.browse.click()
    one.folder.clear()
    one.browse.click()
    assert asked[1] == str(tmp_path)
