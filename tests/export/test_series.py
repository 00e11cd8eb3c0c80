"""A long series stays small and keeps its means."""

import numpy as np
import pytest

from fer_desktop.export.series import MOST_BINS, Series


def test_few_values_stay_as_they_are():
    series = Series()
    values = np.random.default_rng(0).dirichlet(np.ones(8), 20).astype(np.float32)
    for number, row in enumerate(values):
        series.add(5 + number / 10, row)
    points = series.points()
    assert len(points) == 20
    np.testing.assert_allclose([row for _, row in points], values, atol=1e-9)
    times = [time_s for time_s, _ in points]
    np.testing.assert_allclose(times, 5 + np.arange(20) / 10, atol=series._width_s)


def test_an_hour_fits_and_its_mean_stays():
    series = Series()
    values = np.random.default_rng(1).random((60_000, 8)).astype(np.float32)
    for number, row in enumerate(values):
        series.add(number * 0.06, row)
    points = series.points()
    assert MOST_BINS / 2 <= len(points) <= MOST_BINS
    assert points[-1][0] == pytest.approx(3600, abs=2 * series._width_s)
    np.testing.assert_allclose(np.mean([row for _, row in points], axis=0), 0.5, atol=0.01)


def test_nothing_and_a_time_before_the_first():
    series = Series()
    assert series.points() == []
    series.add(1.0, np.zeros(8, np.float32))
    series.add(0.5, np.ones(8, np.float32))
    ((_, row),) = series.points()
    np.testing.assert_allclose(row, 0.5)


def test_a_face_that_was_seen_for_a_moment_takes_little_memory():
    # Of a thousand passers-by each has a series, whoever has a plot in the end.
    series = Series()
    for n in range(20):
        series.add(n / 30, np.full(8, 0.125))
    assert series._sums.nbytes + series._counts.nbytes < 8000
    assert len(series.points()) == 20
    series.add(1e5, np.full(8, 0.125))
    assert len(series._counts) == MOST_BINS
    assert sum(series._counts) == 21
