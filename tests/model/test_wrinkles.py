import numpy as np

from model.rendered.wrinkles import darkening

Y, X = np.mgrid[-8:11:0.1, -6:6:0.1].astype(np.float32)


def test_a_face_at_rest_has_no_folds():
    assert not darkening(X, Y, {}, {}).any()


def test_a_frown_makes_lines_between_the_brows():
    dark = darkening(X, Y, {"4": 1.0}, {"4": 1.0})
    row, column = np.unravel_index(dark.argmax(), dark.shape)
    assert abs(abs(X[row, column]) - 0.75) < 0.3
    assert 4 < Y[row, column] < 6.5
    assert dark.max() <= 0.55


def test_a_dimple_on_the_left_stays_there():
    dark = darkening(X, Y, {"14": 1.0}, {})
    assert dark[X > 1].max() > 0.3
    assert dark[X < -1].max() < 0.02
