"""The judgement of a chip, on a real face: each fault alone is named, and no other."""

import cv2
import numpy as np
import pytest

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.types import Face
from fer_desktop.vision.recognition.preprocess import ChipFormat, face_chip
from fer_desktop.vision.recognition.quality import assess
from tests.fakes import n_lines_run

GRAY = ChipFormat(48, 48, 1)
FORMATS = {
    "gray": GRAY,
    "colour": ChipFormat(100, 100, 3),
    "margin": ChipFormat(64, 64, 1, margin=0.2),
    "signed": ChipFormat(112, 112, 3, low=-1.0, high=1.0),
}
BOX = BoundingBox(177, 66, 273, 162)


def judged(image, chip_format=GRAY, box=BOX, tilt_deg=0.0):
    face = Face(box, 1.0, tilt_deg=tilt_deg)
    return assess(face_chip(image, box, chip_format), face, chip_format)


def scaled(image, gain):
    return np.clip(np.rint(image * gain), 0, 255).astype(np.uint8)


@pytest.mark.parametrize("name", FORMATS)
def test_a_good_view(astronaut, name):
    quality = judged(astronaut, FORMATS[name])
    assert quality.issues == ()
    assert quality.face_px == 96
    assert 0.6 < quality.brightness < 0.75
    assert 0.1 < quality.contrast < 0.2
    assert quality.white < 0.01


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("issue", "spoil"),
    [
        ("dark", lambda image: scaled(image, 0.03)),
        ("bright", lambda image: scaled(image, 3.0)),
        ("blurred", lambda image: cv2.GaussianBlur(image, (0, 0), 4)),
    ],
)
def test_each_fault_is_named_alone_for_every_network(astronaut, name, issue, spoil):
    assert judged(spoil(astronaut), FORMATS[name]).issues == (issue,)


def test_a_small_face_is_small_and_not_blurred(astronaut):
    small = cv2.resize(astronaut, (96, 96), interpolation=cv2.INTER_AREA)
    quality = judged(small, box=BoundingBox(33, 12, 51, 30))
    assert quality.face_px == 18
    assert quality.issues == ("small",)


def test_the_longer_side_of_the_box_counts(astronaut):
    assert judged(astronaut, box=BoundingBox(200, 66, 240, 162)).face_px == 96


@pytest.mark.parametrize("tilt_deg", [75.0, -75.0])
def test_a_head_that_the_detector_saw_laid_aside(astronaut, tilt_deg):
    quality = judged(astronaut, tilt_deg=tilt_deg)
    assert (quality.tilt_deg, quality.issues) == (tilt_deg, ("turned",))


@pytest.mark.parametrize("gain", [0.5, 0.2, 0.1])
def test_sharpness_does_not_hang_on_the_light(astronaut, gain):
    plain = judged(astronaut).sharpness
    assert judged(scaled(astronaut, gain)).sharpness == pytest.approx(plain, rel=0.15)


def test_sharpness_does_not_hang_on_light_from_one_side(astronaut):
    chip, face = face_chip(astronaut, BOX, GRAY), Face(BOX, 1.0)
    from_the_left = (
        chip * 0.2 + np.linspace(0.8, 0, 48, dtype=np.float32)[np.newaxis, :, np.newaxis]
    )
    plain, lit = (assess(values, face, GRAY) for values in (chip, from_the_left))
    assert lit.contrast > plain.contrast
    assert lit.sharpness == pytest.approx(plain.sharpness, rel=0.15)


def test_the_more_blur_the_less_sharpness(astronaut):
    found = [judged(cv2.GaussianBlur(astronaut, (0, 0), s)).sharpness for s in (0.5, 1, 2, 3, 5)]
    assert found == sorted(found, reverse=True)


@pytest.mark.parametrize("value", [0, 128, 255])
def test_a_plain_picture_has_no_sharpness_and_gives_no_warning(value):
    quality = judged(np.full((300, 300, 3), value, np.uint8))
    assert quality.sharpness == 0
    assert quality.brightness == pytest.approx(value / 255, abs=1e-4)
    assert quality.white == (value == 255)


def test_colours_count_as_bright_as_eyes_see_them():
    red = np.zeros((200, 200, 3), np.uint8)
    red[:, :, 2] = 255
    quality = judged(red, FORMATS["signed"], BoundingBox(50, 50, 150, 150))
    assert quality.brightness == pytest.approx(0.299, abs=1e-3)


def test_what_lies_around_the_box_does_not_count():
    image = np.zeros((200, 200, 3), np.uint8)
    image[50:150, 50:150] = 200
    wide = ChipFormat(84, 84, 1, margin=0.375)
    quality = judged(image, wide, BoundingBox(50, 50, 150, 150))
    assert quality.brightness == pytest.approx(200 / 255, abs=1e-3)


def test_the_chip_is_only_read(astronaut):
    chip = face_chip(astronaut, BOX, GRAY)
    chip.flags.writeable = False
    assess(chip, Face(BOX, 1.0), GRAY)


def test_it_takes_next_to_no_time(astronaut):
    chip = face_chip(astronaut, BOX, GRAY)
    assert n_lines_run(lambda: assess(chip, Face(BOX, 1.0), GRAY)) < 1000, "nothing for each pixel"
