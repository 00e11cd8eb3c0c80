"""The recorded picture is the frame itself, and a blurred face can't be known any more."""

import os

import cv2
import numpy as np
import pytest

from fer_desktop.core.errors import SessionError
from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.tracker import Tracker
from fer_desktop.core.types import Face
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
    file = VideoFile(tmp_path / "video.mp4")
    for number in range(24):
        file.write(picture(64, 48, 10 + 10 * number), number / 20)
    file.close()
    rate, pictures = played(tmp_path / "video.mp4")
    assert rate == pytest.approx(20, abs=0.1)
    means = [one.mean() for one in pictures]
    assert means == pytest.approx(list(range(10, 250, 10)), abs=4)


def test_what_was_written_is_brought_to_the_disk(tmp_path, monkeypatch):
    file, synced = VideoFile(tmp_path / "video.mp4"), []
    file.write(picture(), 0.0)
    monkeypatch.setattr(os, "fsync", lambda descriptor: synced.append(os.fstat(descriptor).st_ino))
    file.sync()
    assert synced == [(tmp_path / "video.mp4").stat().st_ino]
    file.close()


def test_a_video_without_a_picture_is_no_file(tmp_path):
    file = VideoFile(tmp_path / "video.mp4")
    file.sync()
    file.close()
    assert not list(tmp_path.iterdir())


def test_a_file_that_can_not_be_made_is_named(tmp_path):
    with pytest.raises(SessionError, match=r"video\.mp4"):
        VideoFile(tmp_path / "none" / "video.mp4").write(picture(), 0.0)


@pytest.mark.skipif(os.name != "posix", reason="POSIX links")
def test_nothing_is_written_through_a_link(tmp_path):
    (tmp_path / "video.mp4").symlink_to(tmp_path / "elsewhere.mp4")
    with pytest.raises(SessionError, match="exists"):
        VideoFile(tmp_path / "video.mp4").write(picture(), 0.0)
    assert not (tmp_path / "elsewhere.mp4").exists()


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


def test_so_is_what_lies_around_its_box():
    # Hair, ears and chin, and the way that a face moves until it is found again.
    image = noise()
    result = blurred(image, [BoundingBox(40, 40, 80, 80)])
    for strip in (
        np.s_[32:40, 40:80],
        np.s_[80:88, 40:80],
        np.s_[40:80, 32:40],
        np.s_[40:80, 80:88],
    ):
        assert result[strip].std() < 0.3 * image[strip].std()


def test_a_face_is_blurred_a_second_before_it_was_found_and_after():
    blur, box = FaceBlur(), BoundingBox(40, 40, 80, 80)
    images = [noise() for _ in range(60)]
    ready = []
    for number, image in enumerate(images):
        ready += blur.put(image, [box] if number == 30 else [], number / 10)
    assert len(ready) == len(images) - 11
    ready += blur.rest()
    assert [time_s for _, time_s in ready] == [number / 10 for number in range(60)]
    ready = [image for image, _ in ready]
    hidden = [n for n, (a, b) in enumerate(zip(ready, images, strict=True)) if (a != b).any()]
    assert hidden == list(range(20, 41))


def head_at(box, size=(360, 640)):
    """Return a gray picture with a head of sharp stripes: a face's box and a quarter around it."""
    image = np.full((*size, 3), 128, np.uint8)
    head = around(box).clipped(size[1], size[0])
    stripes = np.where(np.indices(size).sum(axis=0) // 4 % 2, 230, 20).astype(np.uint8)
    part = np.s_[head.y1 : head.y2, head.x1 : head.x2]
    image[part] = stripes[part][..., np.newaxis]
    return image


def around(box):
    dx, dy = round(box.width / 4), round(box.height / 4)
    return BoundingBox(box.x1 - dx, box.y1 - dy, box.x2 + dx, box.y2 + dy)


def n_edges(image, box):
    """Return how many pixels of edges there are within a face's box and a quarter around it."""
    height, width = image.shape[:2]
    head = around(box).clipped(width, height)
    edges = cv2.Canny(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), 30, 60)
    return np.count_nonzero(edges[head.y1 + 1 : head.y2 - 1, head.x1 + 1 : head.x2 - 1])


@pytest.mark.parametrize("speed", [0, 200], ids="{} pixels a second".format)
@pytest.mark.parametrize("width", [40, 200])
def test_no_edge_of_a_face_is_left_also_where_it_is_only_held(tmp_path, width, speed):
    tracker, blur = Tracker(), FaceBlur()
    file, boxes = VideoFile(tmp_path / "video.mp4"), []
    n_held = 0
    for number in range(45):
        x = 40 + round(speed * number / 25)
        box = BoundingBox(x, 80, x + width, 80 + width)
        # Between the 20th and the 28th frame the detector misses it.
        found = [] if 20 <= number < 28 else [Face(box, 0.9)]
        faces = tracker.update(found, number / 25, (640, 360))
        n_held += sum(face.is_held for face in faces)
        boxes.append(box)
        image = head_at(box)
        assert n_edges(image, box) > width, "without blur there are many"
        for ready in blur.put(image, [face.box for face in faces], number / 25):
            file.write(*ready)
    for ready in blur.rest():
        file.write(*ready)
    file.close()
    assert n_held == 8
    pictures = played(tmp_path / "video.mp4")[1]
    assert len(pictures) == len(boxes)
    assert [n_edges(picture, box) for picture, box in zip(pictures, boxes, strict=True)] == [0] * 45
