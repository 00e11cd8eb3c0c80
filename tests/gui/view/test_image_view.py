"""The view: every pixel in its place, boxes where the faces are, words never mirrored."""

import time

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.overlay import COLORS, OverlayItem
from fer_desktop.gui.view import image_view
from fer_desktop.gui.view.image_view import ImageView, thumbnail, to_qimage
from tests.fakes import picture

YELLOW, BLUE = COLORS["happiness"], COLORS["sadness"]


def random_picture(width, height):
    return np.random.default_rng(width).integers(0, 256, (height, width, 3), np.uint8)


def array_of(qimage):
    """Return a QImage as (H, W, 3) uint8 BGR, pixel by pixel as Qt tells them."""
    qimage = qimage.convertToFormat(qimage.Format.Format_RGB32)
    rows = np.frombuffer(qimage.constBits(), np.uint8).reshape(
        qimage.height(), qimage.bytesPerLine()
    )
    pixels = rows[:, : qimage.width() * 4].reshape(qimage.height(), qimage.width(), 4)
    return pixels[:, :, :3].copy()  # the memory is the QImage's


def box_item(x1, y1, x2, y2, text="happiness 93 %", color=YELLOW, is_dashed=False):
    return OverlayItem(BoundingBox(x1, y1, x2, y2), text, color, is_dashed)


def pixels_of(painted, color):
    """Return where a colour (red, green, blue) is painted: rows and columns."""
    near = np.abs(painted.astype(int) - np.array(color[::-1])).max(axis=2) <= 2
    return np.nonzero(near)


@pytest.fixture
def view(qtbot):
    view = ImageView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    return view


def painted(view):
    return array_of(view.grab().toImage())


@pytest.mark.parametrize("width", [320, 321, 322, 323, 1])
def test_an_array_becomes_an_image_pixel_by_pixel(qapp, width):
    image = random_picture(width, 7)
    assert np.array_equal(array_of(to_qimage(image)), image)


@pytest.mark.parametrize("width", [401, 402, 403])
def test_a_picture_is_painted_pixel_by_pixel(view, width):
    image = random_picture(width, 301)
    view.resize(width, 301)
    view.show_image(image, (width, 301), [])
    assert np.array_equal(painted(view), image)


def test_a_picture_keeps_its_shape_and_stands_in_the_middle(view):
    view.show_image(picture(100, 100, 255), (100, 100), [])
    rows, columns = pixels_of(painted(view), (255, 255, 255))
    assert (rows.min(), rows.max()) == (0, 299)
    assert (columns.min(), columns.max()) == (50, 349)


def test_a_picture_that_is_read_only_and_shrunk_is_painted(view):
    image = picture(100, 75, 90)
    image.flags.writeable = False
    view.show_image(image, (4000, 3000), [box_item(1000, 1000, 2000, 2000)])
    shot = painted(view)
    assert tuple(shot[290, 390]) == (90, 90, 90)
    rows, columns = pixels_of(shot[100:], YELLOW)
    # The box is in pixels of the large picture: a tenth of it in the view.
    assert columns.min() in range(97, 102)
    assert columns.max() in range(198, 203)
    assert rows.max() + 100 in range(198, 203)


def test_the_box_is_drawn_around_the_face_and_its_inside_stays_free(view):
    view.show_image(picture(400, 300, 90), (400, 300), [box_item(100, 100, 200, 220)])
    shot = painted(view)
    for x, y in ((100, 160), (200, 160), (150, 220), (150, 100)):
        assert tuple(shot[y, x]) == YELLOW[::-1], (x, y)
    assert (shot[110:210, 110:190] == 90).all()
    assert (shot[240:, :] == 90).all()


def test_the_words_stand_above_the_box_on_its_colour(view):
    view.show_image(picture(400, 300, 90), (400, 300), [box_item(100, 100, 200, 220)])
    label = painted(view)[70:95, 104:220]
    assert len(pixels_of(label, YELLOW)[0]) > 500
    assert len(pixels_of(label, (0, 0, 0))[0]) > 50  # the letters


def test_two_faces_have_their_own_colours(view):
    items = [box_item(50, 100, 150, 200), box_item(250, 100, 350, 200, "sadness 80 %", BLUE)]
    view.show_image(picture(400, 300, 90), (400, 300), items)
    assert pixels_of(painted(view), YELLOW)[1].max() < 230
    assert pixels_of(painted(view), BLUE)[1].min() > 240


def test_mirrored_the_picture_and_the_box_change_sides(view):
    image = random_picture(400, 300)
    view.show_image(image, (400, 300), [], is_mirrored=True)
    # Qt interpolates what it mirrors: a step or two of brightness, never a neighbouring pixel.
    assert np.abs(painted(view).astype(int) - image[:, ::-1]).max() <= 4
    plain = picture(400, 300, 90)
    view.show_image(plain, (400, 300), [box_item(20, 100, 120, 220)], is_mirrored=True)
    shot = painted(view)
    assert tuple(shot[160, 280]) == tuple(shot[160, 380]) == YELLOW[::-1]
    assert (shot[104:, :270] == 90).all()  # below the words, which may be wider than the box


def test_mirrored_in_a_view_of_another_shape_the_box_is_on_the_face(view):
    image = picture(100, 100, 90)
    image[40:60, 10:30] = 250
    view.show_image(image, (100, 100), [box_item(10, 40, 30, 60, "")], is_mirrored=True)
    shot = painted(view)
    bright = pixels_of(shot, (250, 250, 250))[1]
    box = pixels_of(shot[125:175], YELLOW)[1]
    assert box.min() in range(257, 263)
    assert box.max() in range(317, 323)
    assert box.min() < bright.min() < bright.max() < box.max()


def test_words_are_never_mirrored(view):
    item = box_item(50, 100, 150, 220, "surprise 71 %")
    view.show_image(picture(400, 300, 90), (400, 300), [item])
    plain = painted(view)[60:98, 48:190]
    view.show_image(picture(400, 300, 90), (400, 300), [item], is_mirrored=True)
    mirrored = painted(view)[60:98, 248:390]
    assert np.array_equal(plain, mirrored)
    assert not np.array_equal(plain, plain[:, ::-1])


@pytest.mark.parametrize(
    "box", [(0, 0, 400, 300), (380, 0, 400, 20), (0, 280, 30, 300), (300, 100, 400, 300)]
)
def test_words_stay_inside_the_view(view, box):
    text = "happiness 93 %"
    view.show_image(picture(400, 300, 90), (400, 300), [box_item(*box, text)])
    with_words = painted(view)
    view.show_image(picture(400, 300, 90), (400, 300), [box_item(*box, "")])
    without = painted(view)
    changed = (with_words != without).any(axis=2)
    width = view.fontMetrics().horizontalAdvance(text)
    columns = np.nonzero(changed.any(axis=0))[0]
    assert columns.max() - columns.min() > width


def test_the_chosen_face_is_drawn_stronger(view):
    items = [box_item(50, 100, 150, 200), box_item(250, 100, 350, 200, "sadness 80 %", BLUE)]
    view.show_image(picture(400, 300, 90), (400, 300), items)
    plain = len(pixels_of(painted(view)[104:], BLUE)[0])
    view.show_image(picture(400, 300, 90), (400, 300), items, chosen=1)
    assert len(pixels_of(painted(view)[104:], BLUE)[0]) > plain * 1.3


def test_a_held_face_has_a_dashed_box(view):
    full, dashed = (
        [box_item(50, 100, 150, 200, is_dashed=is_dashed)] for is_dashed in (False, True)
    )
    view.show_image(picture(400, 300, 90), (400, 300), full)
    n_full = len(pixels_of(painted(view)[104:], YELLOW)[0])
    view.show_image(picture(400, 300, 90), (400, 300), dashed)
    assert n_full * 0.4 < len(pixels_of(painted(view)[104:], YELLOW)[0]) < n_full * 0.9


@pytest.mark.parametrize(
    ("x", "is_mirrored", "chosen"),
    [(100, False, 0), (300, False, 1), (200, False, -1), (100, True, 1), (300, True, 0)],
)
def test_a_click_chooses_the_face_under_it(qtbot, view, x, is_mirrored, chosen):
    items = [box_item(50, 100, 150, 200), box_item(250, 100, 350, 200)]
    view.show_image(picture(400, 300, 90), (400, 300), items, is_mirrored=is_mirrored)
    with qtbot.waitSignal(view.face_clicked) as clicked:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(x, 150))
    assert clicked.args == [chosen]


def test_a_click_finds_the_face_in_a_view_of_another_size(qtbot, view):
    view.resize(900, 600)  # the picture takes 800x600 of it, 50 from the left
    view.show_image(picture(400, 300, 90), (400, 300), [box_item(50, 100, 150, 200)])
    for x, chosen in ((155, 0), (345, 0), (145, -1), (355, -1)):
        with qtbot.waitSignal(view.face_clicked) as clicked:
            qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(x, 300))
        assert clicked.args == [chosen], x


def test_an_error_text_takes_the_place_of_the_picture_and_wraps(view):
    view.show_image(picture(400, 300, 90), (400, 300), [box_item(50, 100, 150, 200)])
    view.show_text("The picture can't be read, " * 8)
    shot = painted(view)
    ground = shot[0, 0]
    rows, columns = np.nonzero((shot != ground).any(axis=2))
    assert view.items == []
    assert rows.max() - rows.min() > 30  # more than one line
    assert columns.min() >= 30
    assert columns.max() <= 370
    assert (shot[0] == ground).all()
    assert not len(pixels_of(shot, YELLOW)[0])


def test_a_click_beside_a_text_chooses_nothing(qtbot, view):
    view.show_image(picture(400, 300), (400, 300), [box_item(50, 100, 150, 200)])
    view.show_text("gone")
    with qtbot.waitSignal(view.face_clicked) as clicked:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 150))
    assert clicked.args == [-1]


def test_what_is_shown_is_told_in_words(view):
    items = [box_item(50, 100, 150, 200), box_item(250, 100, 350, 200, "not sure")]
    view.show_image(picture(400, 300), (400, 300), items)
    assert view.accessibleDescription() == "happiness 93 %, not sure"
    view.show_image(picture(400, 300), (400, 300), [])
    assert view.accessibleDescription() == "no face"
    view.show_text("No picture")
    assert view.accessibleDescription() == "No picture"


def test_the_latency_counts_from_reading_to_painting_and_once_a_frame(view):
    view.show_image(picture(), (64, 48), [], captured_s=time.perf_counter() - 0.2)
    view.grab()
    first = view.latency_ms
    assert 200 <= first < 5000
    view.grab()  # painting the same frame again is no new latency
    assert view.latency_ms == first


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [(200, 100, (96, 48)), (100, 200, (48, 96)), (321, 321, (96, 96)), (2048, 1, (96, 1))],
)
def test_thumbnails_fit_and_keep_the_shape(qapp, width, height, expected):
    small = thumbnail(picture(width, height, 77), 96)
    assert (small.width(), small.height()) == expected
    assert small.pixelColor(0, 0).getRgb()[:3] == (77, 77, 77)


@pytest.mark.parametrize(
    ("key", "column", "row"),
    [
        (Qt.Key.Key_Left, 0, 100),
        (Qt.Key.Key_Right, 160, 100),
        (Qt.Key.Key_Up, 80, 0),
        (Qt.Key.Key_Down, 80, 200),
    ],
)
def test_arrow_keys_show_what_lies_that_way(qtbot, view, key, column, row):
    image = random_picture(400, 400)
    view.resize(240, 200)
    view.show_image(image, (400, 400), [])
    view.zoom_to_actual()
    for _ in range(10):  # up to the edge and no further
        qtbot.keyClick(view, key)
    assert np.array_equal(painted(view), image[row : row + 200, column : column + 240])


def test_arrow_keys_leave_a_picture_that_fits_alone(qtbot, view):
    view.show_image(random_picture(400, 300), (400, 300), [])
    before = painted(view)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert np.array_equal(painted(view), before)


def test_the_focus_is_shown_when_keys_brought_it(qtbot, view):
    view.show_image(picture(400, 300, 128), (400, 300), [])
    plain = painted(view)
    for reason, is_shown in (
        (Qt.FocusReason.MouseFocusReason, False),
        (Qt.FocusReason.TabFocusReason, True),
        (Qt.FocusReason.OtherFocusReason, False),
    ):
        view.focusInEvent(QFocusEvent(QFocusEvent.Type.FocusIn, reason))
        assert np.array_equal(painted(view), plain) is not is_shown
    view.focusInEvent(QFocusEvent(QFocusEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    view.focusOutEvent(QFocusEvent(QFocusEvent.Type.FocusOut))
    assert np.array_equal(painted(view), plain)


def test_live_pictures_change_their_description_at_most_once_a_second(view, monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(image_view.time, "perf_counter", lambda: now[0])
    told = []
    for step in range(21):
        now[0] += 0.125
        item = box_item(10, 10, 50, 50, f"happiness {step} %")
        view.show_image(picture(100, 100), (100, 100), [item], captured_s=now[0])
        told.append(view.accessibleDescription())
    assert sorted(set(told), key=told.index) == [f"happiness {n} %" for n in (0, 8, 16)]
    view.show_image(picture(100, 100), (100, 100), [box_item(1, 1, 50, 50, "still")])
    assert view.accessibleDescription() == "still"


def test_a_recording_is_said_in_the_other_corner_and_goes_first_where_there_is_little_room(qtbot):
    view = ImageView()
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show_image(picture(50, 30, 200), (50, 30), [])
    view.show_sign("Expression analysis on", "on")
    view.show_recording("Recording 00:12")
    assert view.recording == "Recording 00:12"
    signs = array_of(view.grab().toImage())[8:30].max(axis=2) < 120
    columns = np.flatnonzero(signs.any(axis=0))
    assert columns.min() < 30
    assert columns.max() > 470
    assert np.diff(columns).max() > 50  # two signs and not one
    view.resize(240, 180)
    both = array_of(view.grab().toImage())
    view.show_sign("")
    assert (array_of(view.grab().toImage()) == both).all()
    view.show_recording("")
    assert view.recording == ""
    assert (array_of(view.grab().toImage()) != both).any()
