"""The table of pictures: saved in every format that fits, with what is not analyzed told."""

import csv

import pytest
from PySide6.QtCore import Qt, QUrl

from fer_desktop.export.formats import FORMATS
from fer_desktop.system import window_memory

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(make_desk, quick_analysis, picture_files):
    desk = make_desk()
    desk.open(picture_files)
    return desk


def save(desk, name, path):
    desk.actions.save_table.trigger()
    dialog = desk.presenter.picture_export.dialog
    names = dialog.formats.names
    dialog.formats.setCurrentRow(names.index(name))
    dialog.target.line.setText(str(path))
    desk.qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    desk.wait(lambda: desk.presenter.picture_export.dialog is None)


def test_only_formats_without_a_time_are_offered(desk):
    desk.window.picture_bar.save.click()
    dialog = desk.presenter.picture_export.dialog
    assert sorted(dialog.formats.names) == sorted(
        n for n, form in FORMATS.items() if not form.needs_time
    )
    assert {"csv", "jsonl", "xlsx", "html"} <= set(dialog.formats.names)
    assert not dialog.face.isVisible()
    assert not dialog.note.isVisible()
    dialog.reject()
    assert desk.presenter.picture_export.dialog is None


def test_the_table_has_a_row_for_each_face_in_the_order_of_the_pictures(
    desk, picture_files, tmp_path
):
    out = tmp_path / "out" / "table.csv"
    out.parent.mkdir()
    save(desk, "csv", out)
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["path"] for row in rows] == [str(picture_files[at]) for at in (0, 0, 1, 1, 2, 3, 3)]
    assert [row["label"] for row in rows] == [
        *("anger", "surprise", "anger", "surprise", "", "anger", "surprise")
    ]
    assert rows[4]["status"] == "UNREADABLE"
    assert str(out) in desk.window.note.text
    assert window_memory.last_folder("tables") == out.parent


@pytest.mark.parametrize("name", ["jsonl", "xlsx", "html", "statistics", "py-feat"])
def test_every_other_format_is_written(desk, tmp_path, name):
    if FORMATS[name].library:
        pytest.importorskip(FORMATS[name].library)
    out = tmp_path / f"table{FORMATS[name].suffix}"
    save(desk, name, out)
    assert out.stat().st_size > 100
    assert "happiness" in out.read_text("utf-8", "ignore") or name == "xlsx"


def test_a_workbook_has_numbers_and_says_what_they_are(desk, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    out = tmp_path / "table.xlsx"
    save(desk, "xlsx", out)
    book = openpyxl.load_workbook(out, read_only=True)
    header, first, *others = book["faces"].iter_rows(values_only=True)
    row = dict(zip(header, first, strict=True))
    assert (row["label"], row["face_id"]) == ("anger", 1)
    assert abs(row["p_anger"] - 0.7) < 1e-6
    assert len(others) == 6
    told = dict(book["columns"].iter_rows(values_only=True, max_col=2))
    assert told["p_anger"].startswith("raw probability")
    book.close()


def test_what_is_not_analyzed_yet_is_told(desk, picture_files, monkeypatch, tmp_path):
    (tmp_path / "more.png").write_bytes(picture_files[0].read_bytes())
    monkeypatch.setattr(type(desk.pictures._thread), "poll", lambda self: [])
    desk.window.files_dropped.emit([tmp_path / "more.png"])
    desk.wait(lambda: desk.window.filmstrip.n_pictures == 5)
    desk.actions.save_table.trigger()
    dialog = desk.presenter.picture_export.dialog
    assert dialog.note.text() == "Pictures that are not analyzed yet, and not in the table: 1."
    dialog.reject()


def test_without_pictures_there_is_no_table(make_desk):
    assert not make_desk().actions.save_table.isEnabled()


# The menu of a picture


def test_a_picture_is_taken_off_the_list_and_its_file_stays(desk, picture_files):
    strip = desk.window.filmstrip
    strip.choose(picture_files[1])
    desk.qtbot.keyClick(strip, Qt.Key.Key_Delete)
    assert strip.paths() == [picture_files[0], *picture_files[2:]]
    assert picture_files[1].exists()
    assert desk.pictures.current in strip.paths()
    assert desk.lamp == "3 pictures, 1 can't be read"
    faces = desk.window.face_table.faces
    assert {faces.row(n).path for n in range(faces.rowCount())} == set(strip.paths())
    desk.actions.analyze_again.trigger()
    desk.wait(lambda: desk.all_analyzed)
    assert strip.n_pictures == 3


def test_the_last_one_taken_off_closes_the_pictures(make_desk, quick_analysis, picture_files):
    desk = make_desk()
    desk.open(picture_files[:1])
    desk.actions.remove_picture.trigger()
    assert not desk.pictures.is_active
    assert not desk.actions.remove_picture.isEnabled()


def test_the_menu_of_the_strip_is_about_the_picture_under_the_mouse(desk, picture_files):
    strip = desk.window.filmstrip
    place = strip.visualRect(strip.order.index(1, 0)).center()
    strip.customContextMenuRequested.emit(place)
    menu = desk.presenter._picture_actions._menu
    assert menu.isVisible()
    assert desk.pictures.current == picture_files[1]
    names = [action.objectName() for action in menu.actions()]
    assert names == ["show_file", "copy_picture", "save_picture", "remove_picture"]
    menu.close()
    opened = []
    desk.presenter._picture_actions._open_folder = opened.append
    desk.actions.show_file.trigger()
    assert opened == [QUrl.fromLocalFile(str(picture_files[1].parent))]


# Pictures beside those that are open


def test_more_pictures_are_said_to_join_and_the_others_can_be_closed(
    make_desk, quick_analysis, picture_files
):
    desk = make_desk()
    desk.open(picture_files[:2])
    assert desk.window.banner.text == ""
    desk.open(picture_files[3:])
    assert desk.window.banner.text == "The new pictures stand behind those that were open: 2."
    desk.window.banner._choose(0)
    assert desk.window.filmstrip.paths() == picture_files[3:]
    assert desk.lamp == "1 picture"


def test_pictures_that_are_open_already_need_no_word(make_desk, quick_analysis, picture_files):
    desk = make_desk()
    desk.open(picture_files[:2])
    desk.open(picture_files[:1])  # it is there already
    assert desk.window.banner.text == ""
