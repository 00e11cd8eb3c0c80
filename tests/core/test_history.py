"""The history of expressions: what was seen, the gaps in it, and no more memory than promised."""

import tracemalloc

import numpy as np
import pytest

from fer_desktop.core.history import MOST_FACES, STEP_S, ExpressionHistory
from tests.fakes import probabilities

HAPPY, SAD = probabilities("happiness"), probabilities("sadness")


def filled(times, track_id=1, values=HAPPY):
    history = ExpressionHistory()
    for time_s in times:
        history.add(track_id, time_s, values)
    return history


def ramp(number):
    """Return probabilities that tell which row they are from."""
    return np.full(8, number, np.float32)


def test_a_window_holds_what_was_added_in_its_span():
    history = ExpressionHistory()
    for n in range(100):
        history.add(1, n / 10, ramp(n))
    times, rows = history.window(1, 2.0, 9.0)
    assert times.dtype == np.float64
    assert rows.dtype == np.float32
    np.testing.assert_allclose(times, np.arange(70, 91) / 10)
    np.testing.assert_array_equal(rows, np.stack([ramp(n) for n in range(70, 91)]))


def test_faces_are_kept_apart():
    history = ExpressionHistory()
    for n in range(10):
        history.add(1, n / 10, HAPPY)
        history.add(2, n / 10, SAD)
    assert len(history) == 2
    np.testing.assert_array_equal(history.window(1, 5, 0.9)[1], np.stack([HAPPY] * 10))
    np.testing.assert_array_equal(history.window(2, 5, 0.9)[1], np.stack([SAD] * 10))


def test_a_face_that_is_not_known_has_no_rows():
    times, rows = ExpressionHistory().window(7, 60, 100.0)
    assert times.shape == (0,)
    assert rows.shape == (0, 8)


def test_the_caller_may_write_into_a_window():
    history = filled([0.0, 0.1])
    history.window(1, 1, 0.1)[1][:] = 0
    np.testing.assert_array_equal(history.window(1, 1, 0.1)[1], np.stack([HAPPY] * 2))


def test_a_gap_is_one_row_of_nan_in_its_middle():
    times, rows = filled([0.0, 0.1, 0.6, 1.6, 1.7]).window(1, 10, 1.7)
    np.testing.assert_allclose(times, [0.0, 0.1, 0.6, 1.1, 1.6, 1.7])
    np.testing.assert_array_equal(np.isnan(rows).all(axis=1), [False] * 3 + [True] + [False] * 2)
    assert not np.isnan(rows[[0, 1, 2, 4, 5]]).any()


@pytest.mark.parametrize(("now_s", "is_away"), [(1.4, False), (2.0, True)])
def test_a_face_that_is_away_now_ends_in_a_gap(now_s, is_away):
    times, rows = filled([0.8, 1.0]).window(1, 10, now_s)
    assert np.isnan(rows[-1]).all() == is_away
    assert times[-1] == (1.5 if is_away else 1.0)


def test_a_rewound_video_clears_all_faces():
    history = filled(np.arange(10) / 10)
    history.add(2, 0.9, SAD)
    history.add(1, 0.3, SAD)
    assert len(history) == 1
    times, rows = history.window(1, 60, 0.3)
    np.testing.assert_array_equal(times, [0.3])
    np.testing.assert_array_equal(rows, [SAD])


def test_the_same_moment_again_is_no_rewind_and_the_newer_values_count():
    history = filled([0.0, 0.1, 0.1])
    history.add(1, 0.1, SAD)
    times, rows = history.window(1, 1, 0.1)
    np.testing.assert_array_equal(times, [0.0, 0.1])
    np.testing.assert_array_equal(rows[-1], SAD)


def test_faces_unseen_for_longer_than_the_span_are_forgotten():
    history = ExpressionHistory(span_s=10)
    history.add(1, 0.0, HAPPY)
    history.add(2, 9.9, HAPPY)
    assert len(history) == 2
    history.add(2, 10.1, HAPPY)
    assert len(history) == 1
    assert not history.window(1, 60, 10.1)[0].size


def test_nothing_older_than_the_span_is_shown():
    history = ExpressionHistory(span_s=10)
    for n in range(200):
        history.add(1, n / 10, HAPPY)
    assert history.window(1, 300, 19.9)[0][0] == pytest.approx(9.9)


def test_clear_forgets_everything():
    history = filled([5.0])
    history.clear()
    assert not len(history)
    history.add(1, 0.0, HAPPY)
    assert history.window(1, 1, 0.0)[0].size == 1


@pytest.mark.parametrize("span_s", [0, -1, 301])
def test_a_span_that_would_not_fit_is_refused(span_s):
    with pytest.raises(ValueError, match="300"):
        ExpressionHistory(span_s)


@pytest.mark.parametrize("rate", [30, 49, 60, 240])
def test_five_minutes_are_kept_whole_at_any_frame_rate(rate):
    n_frames = rate * 310
    history = ExpressionHistory()
    for n in range(n_frames):
        history.add(1, n / rate, HAPPY)
    now_s = (n_frames - 1) / rate
    times, rows = history.window(1, 300, now_s)
    assert times[0] <= now_s - 300 + 2 * STEP_S
    assert now_s - times[-1] < STEP_S
    assert (np.diff(times) > 0).all()
    assert not np.isnan(rows).any()
    if rate < 1 / STEP_S:
        assert times.size == pytest.approx(rate * 300, abs=1)


def test_five_minutes_of_several_faces_stay_within_the_promised_memory():
    tracemalloc.start()
    history = ExpressionHistory()
    for n in range(0, 30 * 320, 10):
        for number in range(4):
            history.add(number, n / 30, HAPPY)
    four = tracemalloc.get_traced_memory()[0]
    for n in range(500):
        history.add(100 + n, 321 + n / 30, HAPPY)
    many = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert len(history) == MOST_FACES
    one = 15_002 * (8 + 8 * 4)
    assert four < 4 * one + 20_000
    assert many < MOST_FACES * one + 60_000


def test_of_too_many_faces_the_one_unseen_for_longest_goes():
    history = ExpressionHistory()
    for number in range(MOST_FACES):
        history.add(number, number / 10, HAPPY)
    history.add(0, 5.0, HAPPY)
    history.add(99, 5.1, HAPPY)
    assert history.window(0, 60, 5.1)[0].size
    assert not history.window(1, 60, 5.1)[0].size
