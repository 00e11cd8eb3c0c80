"""Boxes go on as they went."""

import pytest

from fer_desktop.core.geometry import BoundingBox
from fer_desktop.core.motion import Motion


def box(x, y=0, width=100):
    return BoundingBox(x, y, x + width, y + 80)


def moved(*, to, rate=30):
    """Return the motion after a second on a straight way to a point."""
    motion = Motion(box(0), 0.0)
    for n in range(1, rate + 1):
        motion = motion.seen(box(round(to[0] * n / rate), round(to[1] * n / rate)), n / rate)
    return motion


def test_without_a_second_sighting_it_stays():
    assert Motion(box(5), 1.0).at(9.0) == box(5)


@pytest.mark.parametrize("rate", [5, 30, 120])
def test_it_goes_on_at_its_speed_whatever_the_rate(rate):
    there = moved(to=(200, -100), rate=rate).at(1.1)
    assert (there.x1, there.y1) == pytest.approx((220, -110), abs=2)
    assert (there.width, there.height) == (100, 80)


def test_it_slows_down():
    motion = moved(to=(200, 0))
    ways = [motion.at(1 + t).x1 - motion.at(t).x1 for t in range(1, 6)]
    assert ways == sorted(ways, reverse=True)
    assert motion.at(1000.0).x1 - 200 < 800


def test_the_past_is_not_looked_into():
    assert moved(to=(200, 0)).at(0.5) == box(200)


def test_noise_of_the_box_is_hardly_motion():
    motion = Motion(box(0), 0.0)
    for n in range(1, 60):
        motion = motion.seen(box(2 * (n % 2)), n / 30)
    assert abs(motion.speed[0]) < 10, "one step alone would be 60"


def test_two_sightings_at_one_time_tell_no_speed():
    motion = Motion(box(0), 1.0).seen(box(50), 1.0)
    assert (motion.box, motion.speed) == (box(50), (0.0, 0.0))


def test_growth_around_the_middle_is_no_motion():
    motion = Motion(BoundingBox(100, 100, 200, 200), 0.0)
    motion = motion.seen(BoundingBox(90, 90, 210, 210), 0.1)
    assert motion.speed == (0.0, 0.0)
    assert motion.at(1.0).width == 120
