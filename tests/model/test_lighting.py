import numpy as np

from model.rendered.lighting import Light

rng = np.random.default_rng(0)
PLACES = np.stack([rng.uniform(-5, 5, 4000), rng.uniform(-6, 6, 4000), np.zeros(4000)], axis=1)
NORMALS = np.stack([PLACES[:, 0] / 8, PLACES[:, 1] / 10, np.ones(4000)], axis=1)
NORMALS /= np.linalg.norm(NORMALS, axis=1, keepdims=True)
POINTS = 32 + PLACES[:, :2] * [4, -4]


def image_under(weights):
    y, x = np.mgrid[:64, :64]
    nx, ny = (x - 32) / 4 / 8, -(y - 32) / 4 / 10
    length = np.sqrt(nx**2 + ny**2 + 1)
    gray = 120 * (weights[0] + (weights[1] * nx + weights[2] * ny + weights[3]) / length)
    return np.repeat(gray[..., None], 3, axis=2).astype(np.float32)


def test_light_from_the_left_is_seen_as_such():
    for side in (-0.5, 0.5):
        image = image_under((0.4, side, 0.1, 0.5))
        light = Light.fitted(image, POINTS, NORMALS, PLACES)
        assert np.sign(light.weights[1]) == np.sign(side)
        assert abs(light.weights[1]) > 0.15


def test_brightness_is_never_zero():
    light = Light(np.array([0, 0, 0, 1], np.float32))
    assert light.of(np.array([[0, 0, -1.0]])).min() > 0
