"""A gray view leads back to the picture, however it was shrunk, padded or turned."""

import cv2
import numpy as np
import pytest

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.vision.detection.gray_view import cropped, gray_view, mirrored, turned
from tests.fakes import picture

SPOT = (130, 70)


@pytest.fixture
def spotted():
    """Return a 320x200 picture, brighter to the right, with one white spot."""
    image = picture(320, 200, 40)
    image[:] = np.linspace(0, 120, 320)[np.newaxis, :, np.newaxis]
    cv2.circle(image, SPOT, 14, (255, 255, 255), -1)
    return image


def middle_of_spot(view):
    ys, xs = np.nonzero(view.gray == view.gray.max())
    return xs.mean(), ys.mean()


def spot_in(view):
    """Return where the spot's middle lies in the picture, as the view says."""
    return view.place(*middle_of_spot(view))


@pytest.mark.parametrize("padding", [0.0, 0.2])
@pytest.mark.parametrize(("most", "least"), [(100, 1), (320, 1), (640, 500)])
def test_it_leads_back_to_the_picture(spotted, most, least, padding):
    view = gray_view(spotted, most, padding, least)
    longer = min(max(320, least), most)
    assert max(view.gray.shape) == longer + 2 * round(padding * longer)
    assert view.scale == pytest.approx(320 / longer)
    assert spot_in(view) == pytest.approx(SPOT, abs=2)


@pytest.mark.parametrize("degrees", [-90, -15, 15, 30])
def test_a_turned_view_leads_back_too(spotted, degrees):
    view = turned(gray_view(spotted, 320, 0.1), degrees)
    assert spot_in(view) == pytest.approx(SPOT, abs=2)
    assert view.scale == pytest.approx(1.0)


def test_a_turned_view_holds_the_corners(spotted):
    spotted[:12, :12] = spotted[-12:, -12:] = 255
    spotted[:12, -12:] = spotted[-12:, :12] = 255
    view = turned(gray_view(spotted, 320), 15)
    marks = cv2.connectedComponents((view.gray == view.gray.max()).astype(np.uint8))[0] - 1
    assert marks == 5


def test_positive_degrees_turn_counter_clockwise(spotted):
    view = turned(gray_view(spotted, 320), 90)
    assert view.gray.shape == (320, 200)
    assert middle_of_spot(view) == pytest.approx((SPOT[1], 320 - SPOT[0]), abs=2)


def test_brightness_is_spread(spotted):
    dark = (spotted * 0.05).astype(np.uint8)
    assert gray_view(dark, 320).gray.max() == 255


@pytest.mark.parametrize("degrees", [0.0, 25.0, -25.0])
def test_a_part_of_a_view_shows_what_the_whole_shows_there(astronaut, degrees):
    view = turned(gray_view(astronaut, 256, 0.1), degrees)
    part = cropped(view, BoundingBox(176, 66, 274, 163), 10)
    assert part.gray.size < 0.5 * view.gray.size
    assert part.turned_deg == view.turned_deg
    way = np.linalg.inv(view.to_picture) @ part.to_picture
    x, y = (round(v) for v in way[:2, 2])
    height, width = part.gray.shape
    assert np.array_equal(view.gray[y : y + height, x : x + width], part.gray)
    for corner in [(176, 66), (274, 163), (274, 66), (176, 163)]:
        inside = np.linalg.inv(part.to_picture) @ (*corner, 1.0)
        assert 0 <= inside[0] <= width
        assert 0 <= inside[1] <= height


def test_a_mirrored_view_knows_where_its_pixels_lie(astronaut):
    view = gray_view(astronaut, 256)
    other = mirrored(view)
    assert np.array_equal(other.gray, view.gray[:, ::-1])
    assert other.place(256 - 40, 30) == pytest.approx(view.place(40, 30))
