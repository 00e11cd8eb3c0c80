"""The filmstrip: thumbnails with captions, chosen by click and arrow keys, never cut."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, Qt

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import Expression, Face, RecognizedFace
from fer_desktop.gui.pictures.filmstrip import Filmstrip
from fer_desktop.gui.pictures.filmstrip_model import FilmstripModel
from fer_desktop.gui.view.overlay_copy import to_bgr
from fer_desktop.live.pictures import PictureResult
from tests.fakes import picture, probabilities

A, B, C = Path("/pictures/a.png"), Path("/pictures/b.png"), Path("/pictures/c.png")


@pytest.fixture
def strip(qtbot):
    strip = Filmstrip()
    qtbot.addWidget(strip)
    strip.resize(700, strip.height())
    strip.show()
    return strip


def face(label="happiness", p=0.93, threshold=0.0):
    expression = Expression(probabilities(label, p), threshold)
    return RecognizedFace(Face(BoundingBox(0, 0, 9, 9), 0.9), expression, expression)


def show(strip, path, *faces, size=(64, 48), error=""):
    thumbnail = b"" if error else cv2.imencode(".jpg", picture(*size, 200))[1].tobytes()
    strip.show_result(PictureResult(path, None, size, faces, error), thumbnail)


def of(strip, row, role=Qt.ItemDataRole.DisplayRole):
    return strip.model().index(row, 0).data(role)


def captions(strip):
    return [of(strip, row) for row in range(strip.n_pictures)]


def place(strip, row):
    return strip.visualRect(strip.model().index(row, 0))


def painted(strip, row):
    """Return the place of an item as a (h, w, 3) array of what is painted there."""
    strip.clearSelection()
    return to_bgr(strip.viewport().grab(place(strip, row)).toImage())


def test_pictures_stand_in_the_order_they_came_and_only_once(strip):
    assert strip.add([B, A, B]) == [B, A]
    assert strip.add([A, C]) == [C]
    assert strip.paths() == [B, A, C]
    assert strip.n_pictures == 3


@pytest.mark.parametrize(
    ("faces", "words"),
    [
        ([], "no face"),
        ([face()], "happiness, 93 %"),
        ([face(p=0.3, threshold=0.5)], "not sure"),
        ([face("fear", 0.6), face()], "fear, 60 %, +1"),
        ([face("fear", 0.6), face(), face()], "fear, 60 %, +2"),
    ],
)
def test_the_caption_says_what_was_found(strip, faces, words):
    strip.add([A, B])
    show(strip, B, *faces)
    assert captions(strip)[1] == words
    assert of(strip, 1, Qt.ItemDataRole.AccessibleTextRole) == f"b.png: {words}"
    assert captions(strip)[0] != words


def test_a_broken_picture_says_so_and_why(strip):
    strip.add([A, B])
    show(strip, A, error="a.png: the file is empty.")
    assert captions(strip)[0] == "can't be read"
    assert of(strip, 0, Qt.ItemDataRole.ToolTipRole) == "a.png: the file is empty."
    assert painted(strip, 0).std() > painted(strip, 1).std() + 5  # a sign stands there


def test_the_whole_path_is_in_the_tooltip(strip):
    strip.add([A])
    assert of(strip, 0, Qt.ItemDataRole.ToolTipRole) == str(A)


def test_the_thumbnail_is_the_picture(strip):
    strip.add([A])
    show(strip, A, size=(96, 96))
    item = painted(strip, 0)
    middle = item[item.shape[0] // 2 - 8, item.shape[1] // 2]
    assert np.abs(middle.astype(int) - 200).max() <= 2  # it is a JPEG


def test_a_picture_that_is_seen_without_a_thumbnail_asks_for_one(strip):
    asked = []
    strip.pictures.thumbnail_wanted.connect(asked.append)
    strip.add([A, B])
    assert of(strip, 0, Qt.ItemDataRole.DecorationRole).isNull()
    assert set(asked) == {A}
    jpeg = cv2.imencode(".jpg", np.full((30, 40, 3), 200, np.uint8))[1].tobytes()
    strip.pictures.show_thumbnail(A, jpeg)
    asked.clear()
    assert of(strip, 0, Qt.ItemDataRole.DecorationRole).width() == 40
    assert of(strip, 0) == "…"
    assert asked == []
    show(strip, A, face())
    strip.pictures.show_thumbnail(A, jpeg)  # too late: the analysis gave one
    assert of(strip, 0, Qt.ItemDataRole.DecorationRole).width() == 64


def test_a_result_that_comes_too_late_is_ignored(strip):
    strip.add([A])
    show(strip, B, face())
    assert captions(strip) == ["…"]


def test_a_result_is_painted_at_once(strip, qapp):
    strip.add([A])
    qapp.processEvents()
    before = painted(strip, 0)
    updates = []
    strip.viewport().installEventFilter(PaintCounter(strip, updates))
    show(strip, A, face(), size=(96, 96))
    qapp.processEvents()
    assert updates
    assert (painted(strip, 0) != before).any()


class PaintCounter(QObject):
    def __init__(self, parent, seen):
        super().__init__(parent)
        self._seen = seen

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self._seen.append(event)
        return False


def test_the_results_are_forgotten_and_the_thumbnails_stay(strip):
    strip.add([A])
    show(strip, A, face(), size=(96, 96))
    before = painted(strip, 0)
    strip.pictures.forget_results()
    assert captions(strip) == ["…"]
    assert (painted(strip, 0)[20:90] == before[20:90]).all()


def test_steps_go_from_one_to_the_next_and_stop_at_the_ends(strip):
    strip.add([A, B])
    strip.choose(A)
    rows = []
    for by in (1, 1, -1, -1):
        strip.step(by)
        rows.append(strip.current_row)
    assert rows == [1, 1, 0, 0]


def test_ten_thousand_pictures_ask_only_for_those_that_are_seen(strip, qapp, monkeypatch):
    asked = set()
    data = FilmstripModel.data

    def counted(self, index, role=Qt.ItemDataRole.DisplayRole):
        asked.add(index.row())
        return data(self, index, role)

    monkeypatch.setattr(FilmstripModel, "data", counted)
    many = [Path(f"/pictures/{number}.png") for number in range(10_000)]
    strip.add(many)
    show(strip, many[9_000], face())
    qapp.processEvents()
    strip.viewport().repaint()
    assert len(asked) < 20
    strip.choose(many[5_000])
    strip.viewport().repaint()
    assert strip.viewport().rect().contains(place(strip, 5_000).center())


def test_choosing_tells_the_path(strip, qtbot):
    strip.add([A, B])
    with qtbot.waitSignal(strip.chosen) as chosen:
        strip.choose(B)
    assert chosen.args == [B]
    strip.choose(C)  # not in the strip
    assert strip.current_row == 1


def test_arrow_keys_and_clicks_go_from_one_to_the_next(strip, qtbot):
    strip.add([A, B, C])
    strip.choose(A)
    seen = []
    strip.chosen.connect(seen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home):
        qtbot.keyClick(strip, key)
    middle = place(strip, 2).center()
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert seen == [B, C, B, A, C]


def test_emptying_is_silent_and_it_can_be_filled_again(strip):
    strip.add([A, B])
    strip.choose(A)
    seen = []
    strip.chosen.connect(seen.append)
    strip.empty()
    assert (strip.paths(), strip.n_pictures, seen) == ([], 0, [])
    assert strip.add([A]) == [A]
    strip.choose(A)
    assert seen == [A]


def test_no_thumbnail_and_no_caption_is_cut(strip, qapp):
    strip.add([A, B, C])
    for path in (A, B, C):
        show(strip, path, face(p=1.0), face())
    qapp.processEvents()
    metrics = strip.fontMetrics()
    for row in range(3):
        assert place(strip, row).height() >= 96 + metrics.height(), row
        assert place(strip, row).width() >= metrics.horizontalAdvance(of(strip, row)) + 4, row
        assert strip.viewport().rect().bottom() >= place(strip, row).bottom(), row


@pytest.mark.parametrize("size", [(96, 20), (20, 96)])
def test_a_flat_and_a_narrow_thumbnail_end_on_one_line(strip, size):
    strip.add([A])
    show(strip, A, size=size)
    item = painted(strip, 0)
    column = item[:, item.shape[1] // 2].astype(int).max(axis=1)
    rows = np.flatnonzero(np.abs(column - 200) <= 4)
    assert rows.max() == 8 + 96 - 1
    assert abs(len(rows) - size[1]) <= 2
