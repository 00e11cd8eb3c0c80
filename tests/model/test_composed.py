"""Composed pictures: faces stand where they are said to stand."""

from dataclasses import replace

import numpy as np
import pytest

from fer_desktop.core.geometry import BoundingBox, iou
from model.composed import GROUPS, SIZES, Composer, Group, Placed


def disc(side=100):
    """Return a crop with a bright disc in its middle."""
    across = np.linspace(-1, 1, side)
    inside = np.hypot(across[np.newaxis], across[:, np.newaxis]) < 0.5
    return np.repeat(np.where(inside, 250, 60)[:, :, np.newaxis], 3, axis=2).astype(np.uint8)


@pytest.fixture
def composer():
    return Composer([disc()], [np.full((50, 70, 3), 60, np.uint8)])


def middle_of_light(image):
    rows, columns = np.nonzero(image[:, :, 0] > 150)
    return columns.mean() + 0.5, rows.mean() + 0.5, len(rows)


@pytest.mark.parametrize("tilt", [0.0, 30.0])
@pytest.mark.parametrize(("x", "y", "side"), [(100.0, 80.0, 60.0), (200.25, 150.5, 121.0)])
def test_a_face_lies_where_it_is_placed_in_its_size(composer, x, y, side, tilt):
    background = composer.background(0, 320, 240)
    image = composer.compose(background, [Placed(0, x, y, side, tilt)])
    found_x, found_y, area = middle_of_light(image)
    assert (found_x, found_y) == pytest.approx((x, y), abs=0.6)
    assert area == pytest.approx(np.pi * (side / 4) ** 2, rel=0.08)


def test_its_box_is_the_frame_of_its_crop():
    assert Placed(0, 100, 80, 60).box == BoundingBox(70, 50, 130, 110)


def test_tilt_light_and_blur_are_seen(composer, astronaut):
    composer = Composer([np.ascontiguousarray(astronaut[66:163, 176:273])], [astronaut])
    background = composer.background(0, 320, 240)
    plain = Placed(0, 160, 120, 100)
    image = composer.compose(background, [plain])[80:160, 120:200].astype(float)
    for other in (replace(plain, tilt_deg=30), replace(plain, blur=0.1)):
        changed = composer.compose(background, [other])[80:160, 120:200]
        assert np.abs(changed - image).mean() > 5
    dark = composer.compose(background, [replace(plain, light=0.5)])[80:160, 120:200]
    assert dark.mean() == pytest.approx(image.mean() / 2, rel=0.1)


def test_a_face_half_outside_is_cut_off_and_one_outside_is_not_there(composer):
    background = composer.background(0, 320, 240)
    image = composer.compose(background, [Placed(0, 0, 120, 100)])
    assert middle_of_light(image)[2] == pytest.approx(np.pi * 25**2 / 2, rel=0.1)
    away = composer.compose(background, [Placed(0, -500, 120, 100)])
    np.testing.assert_array_equal(away, background)


@pytest.mark.parametrize("size", [(640, 480), (1280, 720), (30, 200)])
def test_a_background_fills_the_picture(composer, size):
    assert composer.background(5, *size).shape == (size[1], size[0], 3)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)
def test_pictures_of_a_group_are_as_it_says_and_the_same_again(composer, group):
    group = replace(group, n=4)
    pictures, again = list(composer.pictures(group)), list(composer.pictures(group))
    assert len(pictures) == 4
    for picture, other in zip(pictures, again, strict=True):
        np.testing.assert_array_equal(picture.image, other.image)
        height, width = picture.image.shape[:2]
        assert (width, height) in SIZES
        assert group.n_faces[0] <= len(picture.faces) <= group.n_faces[1]
        for n, face in enumerate(picture.faces):
            assert face.box == face.box.clipped(width, height)
            assert group.sides[0] <= face.side <= group.sides[1]
            assert face.tilt_deg in group.tilts_deg
            assert not any(iou(face.box, f.box) for f in picture.faces[:n])
    if group.n_faces != (0, 0):
        assert len({picture.faces for picture in pictures}) == 4


def test_faces_that_do_not_fit_are_left_out(composer):
    group = Group("huge", 2, sides=(2000.0, 2000.0))
    assert [picture.faces for picture in composer.pictures(group)] == [(), ()]
