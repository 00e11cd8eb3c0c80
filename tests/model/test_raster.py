import numpy as np

from model.rendered.raster import rasterized

# Counter-clockwise as seen, with y down.
SQUARE = np.array([[1, 8, 0], [8, 8, 0], [8, 1, 0], [1, 1, 0]], np.float32)
HALVES = np.array([[0, 1, 2], [0, 2, 3]], np.int32)


def test_a_square_covers_its_pixels():
    seen = rasterized(SQUARE, HALVES, 12, 10)
    assert seen.triangle.shape == (10, 12)
    assert seen.anything.sum() == 64
    assert seen.anything[1:9, 1:9].all()


def test_values_are_between_those_of_the_corners():
    seen = rasterized(SQUARE, HALVES, 12, 10)
    x = seen.values(SQUARE[:, 0])
    assert np.allclose(x[4, 1:9], np.arange(1, 9), atol=1e-5)
    assert np.allclose(seen.values(SQUARE)[3, 5], [5, 3, 0], atol=1e-5)


def test_the_nearer_one_is_seen_whatever_the_order():
    near = SQUARE + np.array([0, 0, 5])
    for first, second, winner in ((SQUARE, near, 2), (near, SQUARE, 0)):
        points = np.concatenate([first, second]).astype(np.float32)
        seen = rasterized(points, np.concatenate([HALVES, HALVES + 4]), 12, 10)
        assert set(np.unique(seen.triangle[seen.anything])) <= {winner, winner + 1}


def test_the_back_is_not_seen():
    assert not rasterized(SQUARE, HALVES[:, ::-1], 12, 10).anything.any()


def test_what_reaches_out_of_the_picture_is_cut():
    seen = rasterized(SQUARE * [3, 3, 1] - [10, 10, 0], HALVES, 12, 10)
    assert seen.anything.all()
    assert not rasterized(SQUARE + np.array([100, 0, 0]), HALVES, 12, 10).anything.any()
