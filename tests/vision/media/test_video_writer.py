"""The recorded picture is the frame itself, and a blurred face can't be known any more."""

import cv2
import numpy as np
import pytest

from fer_desktop.core.errors import SessionError
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.vision.media.video_writer import FaceBlur, VideoFile, blurred
from tests.fakes import picture


def played(path):
    capture = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
    rate, pictures = capture.get(cv2.CAP_PROP_FPS), []
    while (read := capture.read())[0]:
        pictures.append(read[1])
    capture.release()
    return rate, pictures


def test_every_picture_is_there_in_its_order(tmp_path):
    file = VideoFile(tmp_path / "video.mp4", 20)
    for value in range(10, 250, 10):
        file.write(picture(64, 48, value))
    file.close()
    rate, pictures = played(tmp_path / "video.mp4")
    assert rate == pytest.approx(20, abs=0.1)
    means = [one.mean() for one in pictures]
    assert means == pytest.approx(list(range(10, 250, 10)), abs=4)


def test_odd_and_changing_sizes_are_brought_to_the_first(tmp_path):
    file = VideoFile(tmp_path / "video.mp4", 1000)
    for width, height in ((65, 49), (65, 49), (128, 96)):
        file.write(picture(width, height))
    file.close()
    rate, pictures = played(tmp_path / "video.mp4")
    assert rate <= 120
    assert [one.shape for one in pictures] == [(48, 64, 3)] * 3


def test_a_video_without_a_picture_is_no_file(tmp_path):
    VideoFile(tmp_path / "video.mp4", 20).close()
    assert not list(tmp_path.iterdir())


def test_a_file_that_can_not_be_made_is_named(tmp_path):
    with pytest.raises(SessionError, match=r"video\.mp4"):
        VideoFile(tmp_path / "none" / "video.mp4", 20).write(picture())


def noise():
    return np.random.default_rng(1).integers(0, 255, (120, 160, 3), dtype=np.uint8)


def test_the_detail_of_a_face_is_gone_and_the_rest_is_as_it_was():
    image = noise()
    before = image.copy()
    result = blurred(image, [BoundingBox(40, 40, 80, 80), BoundingBox(150, 110, 200, 140)])
    assert (image == before).all()
    assert result[40:80, 40:80].std() < 0.3 * image[40:80, 40:80].std()
    assert (result[:, :25] == image[:, :25]).all()
    assert (result[:29] == image[:29]).all()


def test_a_face_is_blurred_a_second_before_it_was_found_and_after():
    blur, box = FaceBlur(), BoundingBox(40, 40, 80, 80)
    images = [noise() for _ in range(60)]
    ready = []
    for number, image in enumerate(images):
        ready += blur.put(image, [box] if number == 30 else [], number / 10)
    assert len(ready) == len(images) - 11
    ready += blur.rest()
    hidden = [n for n, (a, b) in enumerate(zip(ready, images, strict=True)) if (a != b).any()]
    assert hidden == list(range(20, 41))
