import numpy as np
import pytest

from model.rendered.fitting import Fit
from model.rendered.heads import COVERS, HeadMaker
from model.rendered.mesh import load_mesh
from model.rendered.portraits import Portrait
from model.rendered.pose import Pose
from tests.model.tiny_face import photograph, write_tiny_face

STILL = Fit(np.eye(2, 3, dtype=np.float32), 1.0, 1.0, np.zeros((3, 2), np.float32), 0.0)
FACE = Portrait("somebody_0001", photograph(), STILL)


@pytest.fixture(scope="module")
def maker(tmp_path_factory):
    path = tmp_path_factory.mktemp("mesh") / "face.npz"
    return HeadMaker(load_mesh(path, write_tiny_face(path)))


def test_a_head_stands_in_the_middle_of_its_picture(maker):
    head = maker.head(FACE, Pose(), "none", 40, np.random.default_rng(0))
    assert head.image.shape == (*head.mask.shape, 3)
    middle = len(head.mask) // 2
    assert head.mask[middle - 15 : middle + 15, middle - 15 : middle + 15].min() > 0.9
    assert not head.mask[0].any()
    assert 0 <= head.image.min() <= head.image.max() <= 255


def test_a_turned_head_is_narrower(maker):
    wide, narrow = (
        maker.head(FACE, Pose(yaw), "none", 40, np.random.default_rng(0)).mask.sum()
        for yaw in (0.0, 70.0)
    )
    assert narrow < 0.8 * wide


@pytest.mark.parametrize("cover", [cover for cover in COVERS if cover != "none"])
def test_a_cover_changes_the_face_and_not_its_place(maker, cover):
    plain, covered = (
        maker.head(FACE, Pose(), worn, 40, np.random.default_rng(1)) for worn in ("none", cover)
    )
    assert np.array_equal(plain.mask, covered.mask)
    assert np.abs(plain.image - covered.image).max() > 20


def test_the_same_seed_gives_the_same_head(maker):
    first, again = (
        maker.head(FACE, Pose(30), "none", 30, np.random.default_rng(2)) for _ in range(2)
    )
    assert np.array_equal(first.image, again.image)
