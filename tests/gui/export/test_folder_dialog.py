"""The dialog that analyzes a folder into a table: what it proposes, its warning, what it tells."""

import pytest

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
