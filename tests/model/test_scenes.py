import json

import cv2
import numpy as np
import pytest

from fer_desktop.core.geometry import BoundingBox, iou
from model.rendered.fitting import Fit
from model.rendered.heads import COVERS, HeadMaker
from model.rendered.mesh import load_mesh
from model.rendered.portraits import Portrait
from model.rendered.scenes import TRUTH_FILE, ground, random_pose, write_scenes
from tests.model.tiny_face import photograph, write_tiny_face

STILL = Fit(np.eye(2, 3, dtype=np.float32), 1.0, 1.0, np.zeros((3, 2), np.float32), 0.0)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("scenes")
    maker = HeadMaker(load_mesh(path / "face.npz", write_tiny_face(path / "face.npz")))
    faces = [Portrait("somebody_0001", photograph(), STILL)]
    write_scenes(maker, faces, 4, path / "out", seed=1)
    return path / "out"


def test_every_picture_has_its_truth(folder):
    truth = json.loads((folder / TRUTH_FILE).read_text())
    assert sorted(truth) == [f"{i:05}.jpg" for i in range(4)]
    for name, heads in truth.items():
        height, width = cv2.imread(str(folder / name)).shape[:2]
        boxes = [BoundingBox.from_xywh(*head["box"]) for head in heads]
        assert boxes
        for number, (head, box) in enumerate(zip(heads, boxes, strict=True)):
            assert box.width == box.height >= 24
            assert box == box.clipped(width, height)
            assert abs(head["yaw_deg"]) <= 90
            assert head["cover"] in COVERS
            assert not any(iou(box, other) for other in boxes[:number])


def test_poses_reach_the_profile():
    poses = [random_pose(np.random.default_rng(seed)) for seed in range(300)]
    yaws = [pose.yaw_deg for pose in poses]
    assert min(yaws) < -80
    assert max(yaws) > 80
    assert max(abs(pose.pitch_deg) for pose in poses) <= 40


def test_grounds_differ():
    first, second = (ground(64, 48, np.random.default_rng(seed)) for seed in (0, 1))
    assert first.shape == (48, 64, 3)
    assert np.abs(first - second).mean() > 5
