"""The table of faces: what stands in it, how it sorts, what a row shows, what is copied."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import Expression, Face, RecognizedFace
from fer_desktop.gui.pictures.face_table import FaceTable
from fer_desktop.gui.pictures.face_table_model import COLUMNS, FaceTableModel
from fer_desktop.live.pictures import PictureResult
from tests.fakes import probabilities

A, B, C = Path("/pictures/a.png"), Path("/pictures/B.png"), Path("/pictures/c.png")
FILE, LABEL, CONFIDENCE = (COLUMNS.index(name) for name in ("file", "label", "confidence"))


@pytest.fixture
def table(qtbot):
    table = FaceTable()
    qtbot.addWidget(table)
    table.resize(1600, 300)
    table.show()
    return table


def face(label="happiness", p=0.93, box=(10, 20, 60, 90), threshold=0.0):
    expression = Expression(probabilities(label, p), threshold)
    return RecognizedFace(Face(BoundingBox(*box), 0.875), expression, expression)


def result(path, *faces, error=""):
    return PictureResult(path, None, (640, 480), faces, error)


def row_of(table, row):
    return [table.model().index(row, column).data() for column in range(len(COLUMNS))]


def column_of(table, column):
    return [table.model().index(row, column).data() for row in range(table.model().rowCount())]


def middle_of(table, row):
    return table.visualRect(table.model().index(row, 1)).center()


def sort_by(table, qtbot, column):
    header = table.horizontalHeader()
    place = header.sectionViewportPosition(column) + 10
    where = header.rect().center()
    where.setX(place)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_a_face_is_a_row_with_all_that_is_known_of_it(table):
    table.add([result(A, face())])
    row = row_of(table, 0)
    assert row[:5] == ["a.png", "1", "happiness", "93.0", "0.92"]
    assert row[5:13] == ["1.0"] * 4 + ["93.0"] + ["1.0"] * 3
    assert row[13:] == ["10, 20, 50 × 70", "87.5"]  # noqa: RUF001 - the sign is meant


def test_the_columns_are_named(table):
    names = [
        table.model().headerData(column, Qt.Orientation.Horizontal)
        for column in range(len(COLUMNS))
    ]
    assert names[:5] == ["File", "Face", "Looks like", "Confidence %", "Valence"]
    assert names[5:] == [
        *("anger %", "contempt %", "disgust %", "fear %"),
        *("happiness %", "neutral %", "sadness %", "surprise %", "Box", "Detection %"),
    ]


def test_each_face_of_a_picture_has_its_row_and_a_picture_without_one_too(table):
    table.add([result(A, face(), face("fear"), face(p=0.3, threshold=0.5)), result(B)])
    table.add([result(C, error="c.png: the file is empty.")])
    assert column_of(table, 1) == ["1", "2", "3", "", ""]
    words = ["happiness", "fear", "not sure", "no face", "can't be read"]
    assert column_of(table, LABEL) == words
    assert set(row_of(table, 3)[3:]) == {""}
    tip = table.model().index(4, LABEL).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "c.png: the file is empty."
    assert table.model().index(0, FILE).data(Qt.ItemDataRole.ToolTipRole) == str(A)


def test_long_names_keep_their_ends_where_they_differ(table):
    assert table.textElideMode() is Qt.TextElideMode.ElideMiddle


def test_it_sorts_by_file_whatever_the_order_of_the_analysis(table):
    table.add([result(C, face()), result(A, face(), face("fear"))])
    table.add([result(B, face())])
    assert column_of(table, FILE) == ["a.png", "a.png", "B.png", "c.png"]
    assert column_of(table, 1) == ["1", "2", "1", "1"]


def test_a_click_on_a_header_sorts_by_size_not_by_digits(table, qtbot):
    table.add([result(A, face(p=0.95)), result(B, face(p=0.9)), result(C)])
    table.add([result(Path("/d.png"), face(p=0.085, threshold=0.0))])
    sort_by(table, qtbot, CONFIDENCE)
    up = column_of(table, CONFIDENCE)
    sort_by(table, qtbot, CONFIDENCE)
    assert sorted([up, column_of(table, CONFIDENCE)]) == sorted(
        [["", "13.1", "90.0", "95.0"], ["95.0", "90.0", "13.1", ""]]
    )


def test_a_click_on_a_row_tells_picture_and_face(table, qtbot):
    table.add([result(C, face(), face("fear")), result(A)])
    seen = []
    table.chosen.connect(lambda path, position: seen.append((path, position)))
    for row in (2, 0):
        where = middle_of(table, row)
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert seen == [(C, 1), (A, -1)]


def test_a_face_that_is_shown_elsewhere_is_marked_and_not_chosen_again(table):
    table.add([result(C, face(), face("fear")), result(A)])
    seen = []
    table.chosen.connect(lambda path, position: seen.append((path, position)))
    for path, position, row in ((C, 1, 2), (A, 0, 0), (C, 0, 1), (B, 0, 1)):
        table.mark(path, position)
        assert table.currentIndex().row() == row
    assert seen == []


def test_the_copy_key_copies_the_selected_rows_as_text_for_tables(table, qtbot):
    table.add([result(A, face(), face("fear", 0.6)), result(B)])
    QGuiApplication.clipboard().setText("before")
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before"  # nothing is selected
    button, more = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
    for row in (2, 1):
        qtbot.mouseClick(table.viewport(), button, more, pos=middle_of(table, row))
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [len(line.split("\t")) for line in lines] == [len(COLUMNS)] * 3
    assert lines[0].startswith("File\tFace\tLooks like\t")
    assert lines[1].startswith("a.png\t2\tfear\t60.0\t")
    assert lines[2].startswith("B.png\t\tno face\t\t")


def test_another_language_gets_new_words_and_room_for_them(table, monkeypatch):
    from fer_desktop.gui.pictures import face_table_model

    before = table.columnWidth(CONFIDENCE)
    monkeypatch.setattr(face_table_model, "_tr", lambda text: text * 3)
    QApplication.sendEvent(table, QEvent(QEvent.Type.LanguageChange))
    assert table.columnWidth(CONFIDENCE) > 1.5 * before


def test_thousands_of_rows_ask_only_for_those_that_are_seen(table, qapp, monkeypatch):
    table.add([result(Path(f"/{n:05d}.png"), face(), face("fear")) for n in range(3000)])
    asked = set()
    data = FaceTableModel.data

    def counted(self, index, role=Qt.ItemDataRole.DisplayRole):
        asked.add(index.row())
        return data(self, index, role)

    monkeypatch.setattr(FaceTableModel, "data", counted)
    qapp.processEvents()
    table.viewport().repaint()
    assert table.model().rowCount() == 6000
    assert len(asked) < 60


def test_it_can_be_emptied(table):
    table.add([result(A, face())])
    table.clear()
    assert table.model().rowCount() == 0
    assert table.selected_text() == ""


def test_files_are_sorted_as_people_count(table):
    table.add([result(Path(f"/pictures/{name}.png"), face()) for name in ("P10", "p9", "p100")])
    assert column_of(table, FILE) == ["p9.png", "P10.png", "p100.png"]
