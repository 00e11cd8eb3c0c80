"""The clock of a video: its own stamps in seconds, always growing."""

from fractions import Fraction

import pytest

from fer_desktop.vision.media.video_clock import VideoClock

MS = Fraction(1, 1000)


def read(stamps, zero_s=Fraction(0), step_s=0.04):
    clock = VideoClock(MS, zero_s, step_s)
    return [round(clock.next_s(stamp), 6) for stamp in stamps]


@pytest.mark.parametrize(
    ("stamps", "zero_s", "expected"),
    [
        ([0, 40, 100], Fraction(0), [0, 0.04, 0.1]),
        ([1400, 1440], Fraction(14, 10), [0, 0.04]),
        ([3000, 3040], Fraction(0), [3, 3.04]),
        ([500, 540], None, [0, 0.04]),
        ([-80, -40, 0], Fraction(0), [0, 0.04, 0.08]),
        ([None, None, 100], Fraction(0), [0, 0.04, 0.1]),
        ([0, 40, 40, 40, 120, 160], Fraction(0), [0, 0.04, 0.06, 0.1, 0.12, 0.16]),
        ([0, 80, 80, 120, 160], Fraction(0), [0, 0.08, 0.1, 0.12, 0.16]),
        ([80, 40, 80, 120, 160], Fraction(0), [0.08, 0.1, 0.12, 0.14, 0.16]),
        ([0, 60_000], Fraction(0), [0, 60]),
        ([5000, 5040, 0, 30, 60], Fraction(5), [0, 0.04, 0.08, 0.11, 0.14]),
    ],
    ids=str,
)
def test_times(stamps, zero_s, expected):
    assert read(stamps, zero_s) == expected


def test_the_last_time_and_that_of_a_stamp_alone():
    clock = VideoClock(MS, Fraction(1), 0.04)
    assert clock.last_s == 0
    clock.next_s(1500)
    assert clock.last_s == 0.5
    assert clock.time_s(1250) == 0.25
