import cv2
import numpy as np
import pytest

from model.rendered.fitting import SIDE, Fitter, _gap, gray_of, template_points
from model.rendered.mesh import load_mesh
from tests.model.tiny_face import photograph, write_tiny_face


@pytest.fixture(scope="module")
def fitter(tmp_path_factory):
    path = tmp_path_factory.mktemp("mesh") / "face.npz"
    mesh = load_mesh(path, write_tiny_face(path))
    return Fitter.learned(mesh, [gray_of(photograph(seed=seed)) for seed in range(6)])


def shrunk(picture, scale):
    """Return the picture smaller in its middle, its edge repeated."""
    side = picture.shape[0]
    turn = np.array([[scale, 0, side * (1 - scale) / 2], [0, scale, side * (1 - scale) / 2]])
    return cv2.warpAffine(picture, turn, (side, side), borderMode=cv2.BORDER_REPLICATE)


def test_a_face_is_fitted_where_it_is(fitter):
    fit = fitter.fit(gray_of(photograph(seed=9)))
    assert fit.score > 0.9
    assert fit.is_frontal
    eye = fit.placed(template_points(np.array([[3.2, 3.62, 9.0]], np.float32)), SIDE)[0]
    assert np.hypot(eye[0] - 44, eye[1] - 22.3) < 3


def test_a_smaller_face_is_found_smaller(fitter):
    whole = fitter.fit(gray_of(photograph(seed=9)))
    small = fitter.fit(gray_of(shrunk(photograph(seed=9), 0.8)))
    width = np.linalg.norm(small.matrix[:, 0]) / np.linalg.norm(whole.matrix[:, 0])
    assert abs(width - 0.8) < 0.05


def test_points_scale_with_the_picture(fitter):
    fit = fitter.fit(gray_of(photograph(seed=9)))
    points = template_points(np.array([[2, 1, 9], [-3, 4, 8]], np.float32))
    small, large = fit.placed(points, SIDE), fit.placed(points, 2 * SIDE)
    assert np.allclose(2 * (small[:, :2] + 0.5), large[:, :2] + 0.5, atol=1e-3)


def test_noise_is_no_face(fitter):
    noise = np.random.default_rng(0).uniform(0, 255, (SIDE, SIDE)).astype(np.float32)
    assert fitter.fit(noise).score < 0.6


def test_an_open_mouth_has_a_gap():
    closed = photograph(SIDE, seed=9)
    opened = closed.copy()
    cv2.ellipse(opened, (31, 52), (9, 4), 0, 0, 360, (30, 30, 30), -1)
    nowhere = np.zeros(2, np.float32)
    assert _gap(gray_of(opened), nowhere) > _gap(gray_of(closed), nowhere) + 0.5
