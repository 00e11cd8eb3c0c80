"""Frame rates and typical durations."""

import pytest

from fer_desktop.core.rates import MedianMeter, RateMeter


def test_the_rate_is_gaps_over_time_not_events_over_time():
    meter = RateMeter()
    for n in range(11):
        meter.add(n / 10)
    assert meter.rate(1.0) == pytest.approx(10.0), "11 events stand around 10 gaps"


@pytest.mark.parametrize("events", [[], [1.0], [1.0, 1.0]], ids=["none", "one", "same moment"])
def test_without_two_moments_there_is_no_rate(events):
    meter = RateMeter()
    for time_s in events:
        meter.add(time_s)
    assert meter.rate(1.0) == 0.0


def test_only_the_last_window_counts():
    meter = RateMeter(window_s=2.0)
    times = [n / 30 for n in range(300)] + [10 + n / 5 for n in range(20)]
    for time_s in times:
        meter.add(time_s)
    assert meter.rate(times[-1]) == pytest.approx(5.0)


def test_the_rate_falls_to_nothing_when_events_stop():
    meter = RateMeter(window_s=2.0)
    for n in range(10):
        meter.add(n / 10)
    assert meter.rate(2.5) > 0
    assert meter.rate(3.0) == 0.0


def test_the_median_is_of_the_last_values_and_shrugs_off_an_outlier():
    meter = MedianMeter(size=3)
    assert meter.value() == 0.0
    for value in (500.0, 1.0, 2.0, 900.0):
        meter.add(value)
    assert meter.value() == 2.0
