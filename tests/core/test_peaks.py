"""Shorter series: no peak is lost, gaps stay gaps, and a moving line keeps its form."""

import numpy as np
import pytest

from fer_desktop.core.peaks import means, peaks


def series(n, rate=30.0, begin_s=0.0, seed=0):
    values = np.random.default_rng(seed).random((n, 8), np.float32)
    return begin_s + np.arange(n) / rate, values


def test_the_least_and_greatest_of_every_step_are_kept():
    times, rows = series(9000)
    short_times, short = peaks(times, rows, 1.5)
    assert short_times.size == 2 * 200
    assert short.shape == (400, 8)
    for step in range(200):
        inside = rows[(times >= step * 1.5) & (times < (step + 1) * 1.5)]
        pair = short[2 * step : 2 * step + 2]
        np.testing.assert_array_equal(pair.min(axis=0), inside.min(axis=0))
        np.testing.assert_array_equal(pair.max(axis=0), inside.max(axis=0))
    assert (np.diff(short_times) > 0).all()


def test_one_frame_of_another_expression_is_not_lost():
    times, rows = np.arange(9000) / 30, np.zeros((9000, 8), np.float32)
    rows[4321, 3] = 1
    assert peaks(times, rows, 1.5)[1][:, 3].max() == 1


def test_a_rising_line_rises_and_a_falling_one_falls():
    times = np.arange(900) / 30
    rows = np.stack([times, -times], axis=1).astype(np.float32)
    _, short = peaks(times, rows, 1.0)
    assert (np.diff(short[:, 0]) > 0).all()
    assert (np.diff(short[:, 1]) < 0).all()


@pytest.mark.parametrize("n", [0, 1, 2, 10])
def test_few_rows_come_back_as_they_are(n):
    times, rows = series(n, rate=1.0)
    short_times, short = peaks(times, rows, 1.0)
    np.testing.assert_array_equal(short_times, times)
    np.testing.assert_array_equal(short, rows)


def test_what_lies_in_a_step_does_not_depend_on_where_the_window_begins():
    times, rows = series(3000)
    whole_times, whole = peaks(times, rows, 1.5)
    part_times, part = peaks(times[100:], rows[100:], 1.5)
    # All but the first step, which was cut.
    np.testing.assert_array_equal(whole_times[-part_times.size :][2:], part_times[2:])
    np.testing.assert_array_equal(whole[-part.shape[0] :][2:], part[2:])


@pytest.mark.parametrize(("step_s", "begin", "end"), [(1.0, 300, 450), (10.0, 310, 330)])
def test_a_gap_breaks_the_line_even_within_a_step(step_s, begin, end):
    times, rows = series(900)
    middle = (times[begin] + times[end]) / 2
    times = np.concatenate([times[:begin], [middle], times[end:]])
    rows = np.concatenate([rows[:begin], np.full((1, 8), np.nan, np.float32), rows[end:]])
    short_times, short = peaks(times, rows, step_s)
    missing = np.isnan(short)
    np.testing.assert_array_equal(missing.any(axis=1), missing.all(axis=1))
    assert missing[:, 0].sum() >= 1
    assert not missing[0].any()
    assert not missing[-1].any()
    assert (np.diff(short_times) > 0).all()
    at = short_times[missing[:, 0]]
    assert at.min() >= times[begin - 1]
    assert at.max() <= times[begin + 1] + step_s


def test_nothing_lies_ahead_of_the_last_row():
    times, rows = series(910, begin_s=0.2)
    short_times, _ = peaks(times, rows, 10.0)
    assert short_times[-1] <= times[-1]
    assert (np.diff(short_times) >= 0).all()


def test_no_warning_for_steps_that_are_all_gap():
    times = np.arange(300) / 30
    rows = np.full((300, 8), np.nan, np.float32)
    assert np.isnan(peaks(times, rows, 1.0)[1]).all()


def test_means_are_of_whole_steps():
    times = np.arange(12) / 4
    rows = np.stack([np.arange(12), np.full(12, 5)], axis=1).astype(np.float32)
    short_times, short = means(times, rows, 1.0)
    np.testing.assert_allclose(short_times, [0.5, 1.5, 2.5])
    np.testing.assert_allclose(short, [[1.5, 5], [5.5, 5], [9.5, 5]])


def test_a_gap_makes_its_step_a_gap():
    rows = np.ones((12, 8), np.float32)
    rows[5] = np.nan
    _, short = means(np.arange(12) / 4, rows, 1.0)
    assert list(np.isnan(short[:, 0])) == [False, True, False]
    assert means(np.empty(0), rows[:0], 1.0)[0].size == 0
