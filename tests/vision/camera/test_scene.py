"""Made-up scenes: as many faces as asked for, in the right size of picture, moving smoothly."""

import itertools

import numpy as np
import pytest

from fer_desktop.core.errors import FerError, SourceError
from fer_desktop.system import paths
from fer_desktop.vision.camera.scene import Scene, SceneSource
from fer_desktop.vision.detection.detector import THOROUGH, HaarDetector


def frames_of(scene, n):
    source = SceneSource(paths.demo_picture(), scene)
    source.open()
    frames = [source.read() for _ in range(n)]
    source.close()
    return frames


@pytest.mark.parametrize(
    "scene", [Scene(640, 480, 0), Scene(640, 480, 1), Scene(640, 480, 4), Scene(1280, 720, 4)]
)
def test_the_detector_finds_as_many_faces_as_there_are(cascade, check, scene):
    detector = HaarDetector(cascade, check, THOROUGH)
    for frame in frames_of(scene, 31)[::15]:
        assert (frame.width, frame.height) == (scene.width, scene.height)
        assert len(detector.detect(frame.image)) == scene.n_faces


def test_faces_move_by_parts_of_pixels_and_frames_have_a_camera_s_times():
    frames = frames_of(Scene(320, 240, 1), 20)
    assert [frame.index for frame in frames] == list(range(20))
    assert np.diff([frame.time_s for frame in frames]) == pytest.approx(1 / 30)
    steps = [np.abs(a.image.astype(int) - b.image).mean() for a, b in itertools.pairwise(frames)]
    assert min(steps) > 0.1
    assert max(steps) < 10 * min(steps)


def test_the_same_scene_is_the_same_again():
    scene = Scene(320, 240, 2)
    for one, two in zip(frames_of(scene, 3), frames_of(scene, 3), strict=True):
        np.testing.assert_array_equal(one.image, two.image)


@pytest.mark.parametrize("scene", [Scene(64, 48, 9), Scene(333, 77, 3), Scene(48, 200, 2)])
def test_odd_sizes(scene):
    (frame,) = frames_of(scene, 1)
    assert frame.image.shape == (scene.height, scene.width, 3)


def test_names_are_words():
    names = [Scene(640, 480, n).name for n in (0, 1, 4)]
    assert names == ["no face, 640x480", "1 face, 640x480", "4 faces, 640x480"]


def test_it_has_to_be_opened_and_needs_its_photograph(tmp_path):
    source = SceneSource(paths.demo_picture(), Scene(64, 48, 1))
    with pytest.raises(SourceError, match="not open"):
        source.read()
    source.open()
    source.close()
    source.close()
    with pytest.raises(SourceError, match="not open"):
        source.read()
    with pytest.raises(FerError, match=r"gone\.jpg"):
        SceneSource(tmp_path / "gone.jpg", Scene(64, 48, 1)).open()
