"""Sessions are exported from the File menu and from their review; a banner says where it is."""

import tempfile

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QFileDialog

from fer_desktop.sessions.exclusions import Exclusion
from tests.recorded import record_session, write_session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def folder(tmp_path):
    return record_session(tmp_path / "2026-11-25 14-03-22")


@pytest.fixture
def exports(desk):
    return desk.presenter.exports


def choose(monkeypatch, folder):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(folder))


def reviewed(desk, folder):
    review = desk.presenter.reviews.open(folder)
    assert not review.head.export.isEnabled()
    desk.wait(lambda: review.session is not None)
    return review


def test_the_menu_exports_a_session_and_says_where_it_is(
    desk, exports, folder, tmp_path, monkeypatch
):
    choose(monkeypatch, folder)
    desk.actions.export_session.trigger()
    (dialog,) = exports.dialogs
    assert dialog.windowTitle() == "Export: 2026-11-25 14-03-22"
    desk.wait(lambda: dialog.face.count() == 3)  # the same choice as a review has
    dialog.face.setCurrentIndex(1)
    assert dialog.face.currentText() == "Face 1"
    dialog.face.setCurrentIndex(0)
    dialog.formats.setCurrentRow(dialog.formats.names.index("jsonl"))
    dialog.export.click()
    desk.wait(lambda: not exports.dialogs)
    file = tmp_path / "2026-11-25 14-03-22.jsonl"
    assert file.is_file()
    assert desk.window.note.text == f"The export is in {file}"
    opened = []
    monkeypatch.setattr(exports, "_open_folder", opened.append)
    desk.window.note._buttons[0].click()
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]
    desk.actions.export_session.trigger()
    (dialog,) = exports.dialogs
    assert dialog.formats.form.name == "jsonl"  # as the last time
    assert dialog.target.path == tmp_path / "2026-11-25 14-03-22 (2).jsonl"
    dialog.cancel.click()
    assert exports.dialogs == []


@pytest.mark.parametrize("name", ["", "here"])
def test_what_is_no_session_opens_no_dialog(desk, exports, tmp_path, monkeypatch, name):
    choose(monkeypatch, tmp_path if name else "")
    desk.actions.export_session.trigger()
    assert exports.dialogs == []
    assert ("holds no session" in desk.window.banner.text) == bool(name)


def test_a_review_exports_what_it_shows(desk, exports, folder):
    review = reviewed(desk, folder)
    review.head.export.click()
    (dialog,) = exports.dialogs
    assert dialog.parent() is review
    assert dialog.face.count() == 3
    assert not dialog.note.isVisible()
    dialog.export.click()
    desk.wait(lambda: not exports.dialogs)
    assert review.banner.text.startswith("The export is in ")
    assert desk.window.note.text == ""


def test_ranges_that_are_left_out_are_exported_and_that_is_said(desk, exports, folder):
    review = reviewed(desk, folder)
    review.exclusions.add(Exclusion(1.0, 2.0))
    review.head.export.click()
    assert exports.dialogs[0].note.isVisible()


def test_a_dialog_closes_with_its_review_alone(desk, exports, folder, tmp_path, monkeypatch):
    review, other = reviewed(desk, folder), reviewed(desk, write_session(tmp_path / "other"))
    for each in (review, other):
        each.head.export.click()
    review.close()
    (dialog,) = exports.dialogs
    assert dialog.parent() is other
    desk.window.close()
    assert exports.dialogs == []


def test_a_reviewed_video_is_exported_beside_itself(desk, exports, video, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    review = desk.presenter.reviews.open_video(video)
    desk.wait(lambda: review.session is not None)
    review.head.export.click()
    (dialog,) = exports.dialogs
    assert dialog.windowTitle() == "Export: clip.mp4"
    assert dialog.target.path == video.parent / "clip.csv"
    file = tmp_path / "a.csv"
    dialog.target.line.setText(str(file))
    dialog.export.click()
    desk.wait(lambda: not exports.dialogs)
    assert '"title": "clip.mp4"' in file.with_suffix(".json").read_text(encoding="utf-8")
    review.close()
    assert file.is_file()


def test_a_report_can_be_opened_at_once(desk, exports, folder, tmp_path, monkeypatch):
    choose(monkeypatch, folder)
    opened = []
    monkeypatch.setattr(exports, "_open_folder", opened.append)
    desk.actions.export_session.trigger()
    (dialog,) = exports.dialogs
    dialog.formats.setCurrentRow(dialog.formats.names.index("html"))
    assert dialog.formats.form.suffix == ".html"
    dialog.export.click()
    desk.wait(lambda: not exports.dialogs)
    report, folder_of_it = desk.window.note._buttons[:2]
    assert [report.text(), folder_of_it.text()] == ["Open Report", "Show Folder"]
    report.click()
    assert opened == [QUrl.fromLocalFile(str(tmp_path / "2026-11-25 14-03-22.html"))]
