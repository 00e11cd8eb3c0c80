"""Where a film is cut; not where people move or the light changes."""

import cv2
import numpy as np
import pytest

from fer_desktop.vision.detection.cuts import CutWatch
from model.noisy_camera import NoisyCamera
from tests.fakes import picture


@pytest.fixture(scope="module")
def street():
    """Return another picture: bright boxes before a dark sky, (480, 640, 3) uint8 BGR."""
    image = picture(640, 480, 60)
    for x in range(0, 640, 90):
        cv2.rectangle(image, (x, 140 + x % 160), (x + 60, 480), (200 - x // 5, 180, x // 4), -1)
    return image


def cuts(*images):
    watch = CutWatch()
    return [watch.is_cut(image) for image in images]


def shifted(image, x, y=0):
    move = np.array([[1.0, 0.0, x], [0.0, 1.0, y]])
    size = image.shape[1], image.shape[0]
    return cv2.warpAffine(image, move, size, borderMode=cv2.BORDER_REPLICATE)


def test_the_first_frame_is_no_cut_and_the_same_again_neither(astronaut):
    assert cuts(astronaut, astronaut, astronaut) == [False] * 3


def test_another_picture_is_a_cut_once(astronaut, street):
    assert cuts(astronaut, street, street, astronaut) == [False, True, False, True]


def test_a_jump_of_the_camera_is_a_cut(street):
    assert cuts(street, shifted(street, 45)) == [False, True]


def test_a_camera_that_pans_slowly_makes_no_cut(astronaut):
    assert not any(cuts(*(shifted(astronaut, 5 * n) for n in range(30))))


def test_a_face_that_moves_makes_no_cut(street, astronaut):
    def image(n):
        frame = street.copy()
        frame[100:300, 40 * n : 40 * n + 200] = astronaut[0:200, 120:320]
        return frame

    assert not any(cuts(*(image(n) for n in range(11))))


@pytest.mark.parametrize("light", [0.3, 0.6, 1.4])
def test_a_change_of_light_is_no_cut(astronaut, light):
    other = np.clip(astronaut * light, 0, 255).astype(np.uint8)
    assert cuts(astronaut, other, astronaut) == [False] * 3


def test_noise_is_no_cut(astronaut):
    camera = NoisyCamera(512, 512, seed=2)
    assert not any(cuts(*(camera.frame(astronaut).image for _ in range(20))))


def test_a_covered_lens_is_no_cut_but_another_picture_after_it_is(astronaut, street):
    black = picture(512, 512, 0)
    assert cuts(astronaut, black, black, astronaut) == [False] * 4
    assert cuts(astronaut, black, black, street) == [False, False, False, True]


def test_the_size_of_the_picture_does_not_matter(astronaut, street):
    large = cv2.resize(astronaut, (1400, 1400))
    assert cuts(astronaut, large, cv2.resize(street, (20, 15))) == [False, False, True]


def test_a_rewound_video_begins_anew(astronaut, street):
    watch = CutWatch()
    watch.is_cut(astronaut)
    watch.forget()
    assert not watch.is_cut(street)
