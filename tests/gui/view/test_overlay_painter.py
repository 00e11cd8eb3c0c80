"""Parts of the overlay are on and off, each where it belongs, and words stay in sight."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage, QPainter

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.overlay import COLORS, OverlayItem, OverlayStyle, face_color
from fer_desktop.gui.view.overlay_copy import to_bgr
from fer_desktop.gui.view.overlay_painter import OverlayPainter

NOTHING = {"boxes": False, "labels": False, "numbers": False, "bars": False}
BOX = (100, 100, 200, 200)


def item(number=None, text="looks like fear, 71 %", box=BOX, **more):
    top = (("fear", 0.71), ("surprise", 0.2), ("neutral", 0.05))
    return OverlayItem(BoundingBox(*box), text, COLORS["fear"], False, "fear", number, top, **more)


def painted(items, style, chosen=-1):
    """Return what is painted on a gray picture of 400x300, (300, 400, 3) BGR."""
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(0xFF5A5A5A)
    painter = QPainter(image)
    OverlayPainter(QFont("Sans", 10), style).paint(
        painter,
        items,
        lambda box: QRectF(box.x1, box.y1, box.width, box.height),
        QRectF(0, 0, 400, 300),
        chosen,
    )
    painter.end()
    return to_bgr(image)


def has(picture, color):
    near = np.abs(picture.astype(int) - np.array(color[::-1])).max(axis=2) <= 2
    return np.argwhere(near)


def test_nothing_is_painted_when_all_is_off(qapp):
    assert (painted([item(1, "")], OverlayStyle(**NOTHING)) == 0x5A).all()


def test_the_box_of_a_single_face_has_the_label_s_colour(qapp):
    picture = painted([item(None, "")], OverlayStyle(**{**NOTHING, "boxes": True}))
    rows = has(picture, COLORS["fear"])
    assert rows.min(axis=0) == pytest.approx((100, 100), abs=3)
    assert rows.max(axis=0) == pytest.approx((200, 200), abs=3)


@pytest.mark.parametrize("number", [1, 2, 7])
def test_among_several_the_box_and_the_number_have_the_face_s_own(qapp, number):
    only_box = painted([item(number, "")], OverlayStyle(**{**NOTHING, "boxes": True}))
    assert len(has(only_box, face_color(number)))
    assert not len(has(only_box, COLORS["fear"]))
    with_number = painted([item(number, "")], OverlayStyle(**{**NOTHING, "numbers": True}))
    chip = has(with_number, face_color(number))
    assert len(chip) > 100
    assert chip.max(axis=0)[0] < 100  # above the box


def test_words_and_number_stand_side_by_side(qapp):
    picture = painted([item(3)], OverlayStyle(boxes=False))
    number, words = has(picture, face_color(3)), has(picture, COLORS["fear"])
    assert number.max(axis=0)[1] <= words.min(axis=0)[1]


def test_bars_show_the_strongest_below_the_box(qapp):
    picture = painted([item(None, "")], OverlayStyle(**{**NOTHING, "bars": True}))
    fear, surprise = has(picture, COLORS["fear"]), has(picture, COLORS["surprise"])
    assert fear.min(axis=0)[0] > 200
    width = [np.ptp(found[:, 1]) + 1 for found in (fear, surprise)]
    assert width[1] / width[0] == pytest.approx(0.2 / 0.71, abs=0.1)


@pytest.mark.parametrize("box", [(0, 0, 400, 300), (390, 290, 400, 300), (0, 280, 20, 300)])
def test_bars_and_words_stay_in_sight(qapp, box):
    style = OverlayStyle(boxes=False, bars=True)
    large = painted([item(1, box=(100, 100, 200, 200))], style)
    edge = painted([item(1, box=box)], style)
    expected = len(has(large, COLORS["fear"]))
    assert len(has(edge, COLORS["fear"])) == pytest.approx(expected, rel=0.25)


def test_size_and_opacity(qapp):
    plain = painted([item()], OverlayStyle(boxes=False))
    large = painted([item()], OverlayStyle(boxes=False, scale=1.6))
    faint = painted([item()], OverlayStyle(boxes=False, opacity=0.5))
    assert len(has(large, COLORS["fear"])) > 1.8 * len(has(plain, COLORS["fear"]))
    mixed = tuple(round((c + 0x5A) / 2) for c in COLORS["fear"])
    assert not len(has(faint, COLORS["fear"]))
    assert len(has(faint, mixed)) > 100


def test_the_chosen_face_is_stronger(qapp):
    style = OverlayStyle(**{**NOTHING, "boxes": True})
    plain, strong = (painted([item(1, "")], style, chosen) for chosen in (-1, 0))
    assert len(has(strong, face_color(1))) > 1.3 * len(has(plain, face_color(1)))


def crowd(gap, number=3):
    """Return faces side by side, each with its words in three lengths."""
    texts = ("looks like fear, 71 %", "fear, 71 %", "fear")
    boxes = [(20 + i * gap, 100, 60 + i * gap, 140) for i in range(number)]
    return [
        OverlayItem(
            BoundingBox(*box), texts[0], COLORS["fear"], False, "fear", i + 1, (), texts[1:]
        )
        for i, box in enumerate(boxes)
    ]


@pytest.mark.parametrize(
    ("gap", "text"), [(260, "looks like fear, 71 %"), (180, "fear, 71 %"), (100, "fear"), (70, "")]
)
def test_where_there_is_no_room_all_words_become_shorter_alike(qapp, gap, text):
    painter, items = OverlayPainter(QFont("Sans", 10), OverlayStyle()), crowd(gap)
    rects = [QRectF(b.x1, b.y1, b.width, b.height) for b in (item.box for item in items)]
    placed = painter._words(items, rects, QRectF(0, 0, 900, 300))
    assert [words for words, _ in placed] == [text] * 3
    places = [place for _, place in placed]
    assert not any(a.intersects(b) for a in places for b in places if a is not b)
    assert all(place.width() > 30 for place in places), "the number and the glyph stay"


def test_one_face_keeps_its_words(qapp):
    (item,) = crowd(70, 1)
    painter = OverlayPainter(QFont("Sans", 10), OverlayStyle())
    ((text, _),) = painter._words([item], [QRectF(20, 100, 40, 40)], QRectF(0, 0, 400, 300))
    assert text == "looks like fear, 71 %"
