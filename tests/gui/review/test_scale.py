"""Where a moment lies, and which stretch is shown."""

import pytest

from fer_desktop.gui.review.scale import LEAST_S, TimeScale

HOUR = TimeScale().whole(3600).over(50, 900)


def test_moments_and_places():
    assert (HOUR.x(0), HOUR.x(1800), HOUR.x(3600)) == (50, 500, 950)
    assert HOUR.time(500) == pytest.approx(1800)
    assert (HOUR.time(0), HOUR.time(5000)) == (0, 3600)


def test_zooming_keeps_the_moment_where_it_is():
    near = HOUR.zoomed(0.1, 900)
    assert near.span_s == pytest.approx(360)
    assert near.x(900) == pytest.approx(HOUR.x(900))


def test_zooming_has_ends():
    assert HOUR.zoomed(1e-9, 100).span_s == LEAST_S
    assert HOUR.zoomed(0.1, 900).zoomed(1e9, 7) == HOUR


def test_moving_stays_inside():
    near = HOUR.zoomed(0.1, 0)
    assert near.moved(-5).start_s == 0
    assert near.moved(99999).end_s == pytest.approx(3600)


def test_it_turns_like_a_page():
    near = HOUR.zoomed(0.1, 0)
    assert near.showing(200) is near
    turned = near.showing(400)
    assert turned.start_s == pytest.approx(364)
    assert turned.span_s == pytest.approx(360)


@pytest.mark.parametrize("factor", [1, 0.3, 0.01, 0.0002])
def test_ticks_are_round_inside_and_apart(factor):
    scale = HOUR.zoomed(factor, 1234)
    ticks = scale.ticks(90)
    assert len(ticks) >= 3
    assert all(scale.start_s <= tick <= scale.end_s for tick in ticks)
    assert (ticks[1] - ticks[0]) * scale.second >= 90


def test_a_session_of_no_length_can_be_shown():
    scale = TimeScale().whole(0.0).over(0, 100)
    assert scale.span_s == LEAST_S
    assert scale.ticks(10)
