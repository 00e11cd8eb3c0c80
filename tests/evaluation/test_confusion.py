"""Figures of confusion matrices, one and many, against small cases worked out by hand."""

import numpy as np
import pytest

from fer_desktop.evaluation.confusion import SHAPE, scores

# Rows: 4 of class 0 (one named 1, one without a face), 2 of class 1, none of the others; one
# answer of class 0 for class 1.
MATRIX = np.zeros(SHAPE, np.int64)
MATRIX[0, [0, 1, 8]] = 2, 1, 1
MATRIX[1, [0, 1]] = 1, 1


def test_figures_of_one_matrix():
    found = scores(MATRIX)
    assert found.accuracy == pytest.approx(3 / 6)
    assert found.recall[:2] == pytest.approx([2 / 4, 1 / 2])
    assert found.precision[:2] == pytest.approx([2 / 3, 1 / 2])
    assert found.f1[:2] == pytest.approx([4 / 7, 2 / 4])
    assert found.balanced_accuracy == pytest.approx((1 / 2 + 1 / 2) / 2)
    assert found.macro_f1 == pytest.approx((4 / 7 + 1 / 2) / 2)


def test_a_class_that_does_not_occur_has_no_figures_and_is_in_no_mean():
    found = scores(MATRIX)
    for values in (found.recall, found.precision, found.f1):
        assert np.isnan(values[2:]).all()
    answered = MATRIX.copy()
    answered[0, 0] -= 1
    answered[0, 5] += 1  # class 5 is answered once, wrongly
    found = scores(answered)
    assert (found.precision[5], np.isnan(found.f1[5])) == (0, True)
    assert found.macro_f1 == pytest.approx(np.nanmean(found.f1))


def test_many_matrices_are_measured_as_one_by_one():
    matrices = np.random.default_rng(1).integers(0, 3, (5, *SHAPE))
    matrices[2, 4] = 0
    together = scores(matrices)
    assert together.recall.shape == (5, 8)
    for i, matrix in enumerate(matrices):
        for name, alone in vars(scores(matrix)).items():
            np.testing.assert_array_equal(getattr(together, name)[i], alone)


def test_without_pictures_nothing_is_known_and_nothing_warns():
    found = scores(np.zeros(SHAPE, np.int64))
    assert all(np.isnan(values).all() for values in vars(found).values())
