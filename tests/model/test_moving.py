import numpy as np
import pytest

from model.rendered.action_units import Drawn, drawn
from model.rendered.fitting import Fit
from model.rendered.mesh import load_mesh
from model.rendered.moving import Mover
from tests.conftest import SHARED_DATA
from tests.model.tiny_face import photograph, write_tiny_face

SIDE = 96
STILL = Fit(np.eye(2, 3, dtype=np.float32), 1.0, 1.0, np.zeros((3, 2), np.float32), 0.0)


@pytest.fixture(scope="module")
def mover(tmp_path_factory):
    path = tmp_path_factory.mktemp("mesh") / "face.npz"
    return Mover(load_mesh(path, write_tiny_face(path)), SIDE)


def changes(mover, picture, **units):
    after = mover.moved(picture, STILL, Drawn(units, units))
    assert after.shape == (SIDE, SIDE, 3)
    assert after.dtype == np.uint8
    return np.abs(after.astype(int) - picture).mean(axis=2)


def test_a_face_at_rest_stays_as_it_was_photographed(mover):
    # Only the slit of the made-up mouth is open at rest.
    change = changes(mover, photograph(SIDE))
    assert np.median(change) < 1
    assert (change > 10).mean() < 0.06


def test_the_jaw_moves_the_mouth_and_not_the_brow(mover):
    picture = photograph(SIDE)
    change = changes(mover, picture, **{"27": 1.0})
    assert change[66:84, 36:60].mean() > 15
    assert change[15:30, 20:76].mean() < 2


def test_a_gray_photograph_stays_gray(mover):
    both = {"27": 1.0, "4": 1.0}
    after = mover.moved(photograph(SIDE), STILL, Drawn(both, both))
    assert not np.ptp(after, axis=2).any()


def test_one_side_moves_alone(mover):
    picture = photograph(SIDE)
    after = mover.moved(picture, STILL, Drawn({"12": 1.5}, {"12": 0.0}))
    change = np.abs(after.astype(int) - picture).mean(axis=2)
    assert change[60:80, 50:70].mean() > 1.5 * change[60:80, 26:44].mean()


@pytest.mark.data
def test_the_true_face_model_moves_a_face():
    path = SHARED_DATA / "ict-facekit.npz"
    if not path.is_file():
        pytest.skip("the face model ict-facekit.npz is not here")
    mover = Mover(load_mesh(path), SIDE)
    picture = photograph(SIDE)
    for expression, rows in (("surprise", np.s_[66:90]), ("disgust", np.s_[30:80])):
        after = mover.moved(picture, STILL, drawn(expression, np.random.default_rng(0)))
        assert np.abs(after.astype(int) - picture)[rows, 30:66].mean() > 3
