"""The filmstrip: thumbnails with captions, chosen by click and arrow keys, never cut."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import Expression, Face, RecognizedFace
from fer_desktop.gui.filmstrip import Filmstrip
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


def result(path, *faces, size=(64, 48)):
    return PictureResult(path, picture(*size, 200), size, faces)


def captions(strip):
    return [strip.item(row).text() for row in range(strip.count())]


def test_pictures_stand_in_the_order_they_came_and_only_once(strip):
    assert strip.add([B, A, B]) == [B, A]
    assert strip.add([A, C]) == [C]
    assert strip.paths() == [B, A, C]
    assert strip.count() == 3


@pytest.mark.parametrize(
    ("faces", "words"),
    [
        ([], "no face"),
        ([face()], "happiness 93 %"),
        ([face(p=0.3, threshold=0.5)], "not sure"),
        ([face("fear", 0.6), face()], "fear 60 %, +1"),
        ([face("fear", 0.6), face(), face()], "fear 60 %, +2"),
    ],
)
def test_the_caption_says_what_was_found(strip, faces, words):
    strip.add([A, B])
    strip.show_result(result(B, *faces))
    assert captions(strip)[1] == words
    assert strip.item(1).data(Qt.ItemDataRole.AccessibleTextRole) == f"b.png: {words}"
    assert captions(strip)[0] != words


def test_a_broken_picture_says_so_and_why(strip):
    strip.add([A])
    strip.show_result(PictureResult(A, None, (0, 0), (), "a.png: the file is empty."))
    assert captions(strip) == ["can't be read"]
    assert strip.item(0).toolTip() == "a.png: the file is empty."


def test_the_whole_path_is_in_the_tooltip(strip):
    strip.add([A])
    assert strip.item(0).toolTip() == str(A)


def test_the_thumbnail_is_the_picture(strip):
    strip.add([A])
    strip.show_result(result(A, size=(100, 100)))
    image = strip.item(0).icon().pixmap(strip.iconSize()).toImage()
    middle = image.pixelColor(image.width() // 2, image.height() // 2)
    assert middle.getRgb() == (200, 200, 200, 255)


def test_a_result_that_comes_too_late_is_ignored(strip):
    strip.add([A])
    strip.show_result(result(B, face()))
    assert captions(strip) == ["…"]


def test_choosing_tells_the_path(strip, qtbot):
    strip.add([A, B])
    with qtbot.waitSignal(strip.chosen) as chosen:
        strip.choose(B)
    assert chosen.args == [B]
    strip.choose(C)  # not in the strip
    assert strip.currentRow() == 1


def test_arrow_keys_and_clicks_go_from_one_to_the_next(strip, qtbot):
    strip.add([A, B, C])
    strip.choose(A)
    seen = []
    strip.chosen.connect(seen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home):
        qtbot.keyClick(strip, key)
    place = strip.visualItemRect(strip.item(2)).center()
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert seen == [B, C, B, A, C]


def test_emptying_is_silent_and_it_can_be_filled_again(strip):
    strip.add([A, B])
    strip.choose(A)
    seen = []
    strip.chosen.connect(seen.append)
    strip.empty()
    assert (strip.paths(), strip.count(), seen) == ([], 0, [])
    assert strip.add([A]) == [A]
    strip.choose(A)
    assert seen == [A]


@pytest.mark.parametrize("shapes", [[(64, 20)] * 3, [(20, 64), (64, 20), (64, 64)]])
def test_no_thumbnail_and_no_caption_is_cut(strip, qapp, shapes):
    strip.add([A, B, C])
    for path, shape in zip((A, B, C), shapes, strict=True):
        strip.show_result(result(path, face(p=1.0), face(), size=shape))
    strip.resize(600, strip.height())  # lays everything out anew
    qapp.processEvents()
    metrics = strip.fontMetrics()
    for row in range(3):
        place = strip.visualItemRect(strip.item(row))
        assert place.height() >= strip.iconSize().height() + metrics.height(), row
        assert place.width() >= metrics.horizontalAdvance(strip.item(row).text()) + 4, row
        assert strip.viewport().rect().bottom() >= place.bottom(), row


def test_captions_stand_on_one_line_below_the_pictures(strip, qapp):
    strip.add([A, B])
    strip.show_result(result(A, face(), size=(20, 64)))
    strip.show_result(result(B, face(), size=(64, 20)))
    qapp.processEvents()
    heights = [strip.item(row).icon().actualSize(strip.iconSize()).height() for row in (0, 1)]
    assert heights[0] == heights[1], "the captions stand at different heights"
