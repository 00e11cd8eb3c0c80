"""Drawing: colours, places and words of the overlay in a picture."""

import numpy as np
import pytest

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.overlay import OverlayItem
from fer_desktop.vision.render import annotated
from tests.fakes import picture

RED = (230, 20, 10)
RED_BGR = [10, 20, 230]


def item(box, text="happiness 93 %", color=RED, *, is_dashed=False):
    return OverlayItem(BoundingBox(*box), text, color, is_dashed)


def drawn(image, *items):
    """Return where something was drawn: x1, y1, x2, y2, half-open; None for nowhere."""
    changed = (annotated(image, items) != image).any(axis=2)
    ys, xs = np.nonzero(changed)
    if not len(xs):
        return None
    return int(xs.min()), int(ys.min()), int(xs.max()) + 1, int(ys.max()) + 1


def test_nothing_to_draw_gives_an_equal_copy():
    image = picture(60, 40)
    result = annotated(image, [])
    assert np.array_equal(result, image)
    assert not np.shares_memory(result, image)


def test_the_picture_itself_is_left_alone():
    image = picture(200, 200)
    image.flags.writeable = False
    before = image.copy()
    result = annotated(image, [item((50, 50, 100, 100))])
    assert np.array_equal(image, before)
    assert not np.array_equal(result, image)
    assert (result.shape, result.dtype) == (image.shape, np.uint8)
    assert result.flags.c_contiguous


def test_the_boxs_last_pixels_lie_inside_it():
    result = annotated(picture(300, 200), [item((100, 80, 160, 140))])
    for x, y in [(100, 100), (159, 100), (130, 139)]:
        assert result[y, x].tolist() == RED_BGR
    assert result[100, 161].tolist() == [100] * 3
    assert result[141, 130].tolist() == [100] * 3
    assert result[110, 130].tolist() == [100] * 3, "the face itself is not painted over"


def test_colours_are_not_swapped():
    result = annotated(picture(300, 200, 0), [item((100, 80, 160, 140))])
    pixels = result.reshape(-1, 3).astype(int)
    assert (pixels[:, 2] > 200).any()
    assert not (pixels[:, 0] > pixels[:, 2]).any()


def test_the_words_stand_on_a_ground_above_the_box():
    box = (100, 80, 160, 140)
    image = picture(300, 200, 0)
    x1, y1, x2, _ = drawn(image, item(box))
    assert x1 == 100
    assert y1 < 70
    assert x2 > 160, "the words are longer than the box is wide"
    ground = annotated(image, [item(box)])[y1:79, x1:x2].reshape(-1, 3).tolist()
    assert ground.count(RED_BGR) > 0.4 * len(ground)


def test_the_words_can_be_read_on_light_and_on_dark():
    box = (300, 300, 900, 900)
    for color, text in (((240, 228, 66), 0), ((30, 30, 90), 255)):
        result = annotated(picture(1500, 1500, 128), [item(box, color=color)])
        above = result[200 : 300 - 10, 300:600].reshape(-1, 3).tolist()
        assert [text] * 3 in above
        assert [255 - text] * 3 not in above


def test_other_words_look_different():
    image = picture(300, 200)
    one, two = (annotated(image, [item((50, 80, 150, 150), text)]) for text in ("fear", "anger"))
    assert not np.array_equal(one, two)


@pytest.mark.parametrize("box", [(250, 80, 300, 130), (280, 0, 300, 20), (0, 0, 30, 30)])
def test_at_the_edge_the_words_stay_in_the_picture(box):
    text = "happiness 93 %"
    image = picture(300, 200, 0)
    x1, _, x2, _ = drawn(image, item(box, text))
    free = drawn(image, item((20, 80, 60, 120), text))
    words = free[2] - free[0]
    assert x1 <= 300 - words + 1
    assert x2 - x1 >= words - 1


def test_without_room_above_the_words_stand_inside_the_box():
    image = picture(300, 200, 0)
    x1, y1, _, y2 = drawn(image, item((40, 3, 240, 180)))
    assert (x1, y1) == (40, 3)
    assert y2 == 180
    result = annotated(image, [item((40, 3, 240, 180))])
    assert result[8, 44].tolist() == RED_BGR


def test_lines_and_words_grow_with_the_picture():
    def height(size):
        image = picture(size, size, 0)
        top = size // 2
        return top - drawn(image, item((100, top, size - 100, size - 100)))[1]

    assert height(3000) > 2.5 * height(600)


@pytest.mark.parametrize("size", [(1, 1), (8, 6), (40, 400)])
def test_a_tiny_picture(size):
    result = annotated(picture(*size), [item((0, 0, *size))])
    assert result.shape == (size[1], size[0], 3)
    assert (result != 100).any()


def test_later_faces_are_drawn_over_earlier_ones():
    blue = (10, 20, 230)
    boxes = [item((50, 80, 150, 180)), item((50, 80, 150, 180), color=blue)]
    result = annotated(picture(300, 200), boxes)
    assert result[180 - 1, 100].tolist() == [230, 20, 10]
