"""The rest of many alike jobs: a guess from the last ones, rounded as far as it is good."""

import pytest

from fer_desktop.core.progress import Pace, TimeLeft, rounded


def paced(*seconds, size=30):
    pace = Pace(size)
    for value in seconds:
        pace.add(value)
    return pace


def test_there_is_no_guess_before_a_few_jobs_are_done():
    assert paced().seconds_left(100) is None
    assert paced(1, 1, 1, 1).seconds_left(100) is None
    assert paced(1, 1, 1, 1, 1).seconds_left(100) == 100


def test_one_job_that_loads_a_model_does_not_spoil_the_guess():
    assert paced(30, 0.5, 0.5, 0.5, 0.5).seconds_left(10) == 5


def test_only_the_last_jobs_count():
    assert paced(*[9.0] * 50, *[1.0] * 20, size=10).seconds_left(3) == 3


def test_nothing_left_takes_no_time():
    assert paced(1, 1, 1, 1, 1).seconds_left(0) == 0


@pytest.mark.parametrize(
    ("seconds", "left"),
    [
        (0.1, TimeLeft(10, "seconds")),
        (14, TimeLeft(10, "seconds")),
        (44, TimeLeft(40, "seconds")),
        (46, TimeLeft(1, "minutes")),
        (89, TimeLeft(1, "minutes")),
        (100, TimeLeft(2, "minutes")),
        (89 * 60, TimeLeft(89, "minutes")),
        (91 * 60, TimeLeft(2, "hours")),
        (10 * 3600, TimeLeft(10, "hours")),
    ],
)
def test_a_time_is_rounded_as_far_as_it_is_good(seconds, left):
    assert rounded(seconds) == left
