"""Advice that stands still: it waits until something has held, and does not change too often."""

import itertools

import pytest

from fer_desktop.core.advice import BETWEEN_S, HELD_S, SteadyAdvice


def shown(steps, rate=30):
    """Return what is shown frame by frame; each step is (seconds, issues)."""
    steady, n, found = SteadyAdvice(), 0, []
    for seconds, issues in steps:
        for _ in range(round(seconds * rate)):
            found.append((n / rate, steady.update(issues, n / rate)))
            n += 1
    return found


def changes(found):
    return [b[0] for a, b in itertools.pairwise(found) if a[1] != b[1]]


def test_the_first_is_shown_at_once():
    assert SteadyAdvice().update(("dark",), 7.0) == ("dark",)


@pytest.mark.parametrize("rate", [5, 10, 30])
def test_a_new_one_is_shown_once_it_has_held(rate):
    found = shown([(2.0, ()), (2.0, ("dark",))], rate)
    (when,) = changes(found)
    assert 2.0 + HELD_S <= when + 1e-9 < 2.0 + HELD_S + 1.5 / rate


def test_what_flickers_is_never_shown():
    flicker = [(0.1, ("blurred",)), (0.1, ())] * 30
    assert changes(shown([(2.0, ()), *flicker])) == []


def test_a_short_spell_is_not_shown():
    assert changes(shown([(2.0, ()), (HELD_S - 0.1, ("turned",)), (2.0, ())])) == []


def test_it_changes_at_most_once_a_second():
    steps = [((HELD_S + 0.1), issues) for issues in ((), ("dark",), ("small",), ("bright",)) * 4]
    times = changes(shown(steps))
    assert times
    assert times[0] >= BETWEEN_S - 1e-9
    assert all(b - a >= BETWEEN_S - 1e-9 for a, b in itertools.pairwise(times))


def test_another_order_of_arrival_waits_anew():
    steps = [(2.0, ()), (HELD_S - 0.1, ("dark",)), (HELD_S - 0.1, ("small",)), (1.0, ("dark",))]
    found = shown(steps)
    (when,) = changes(found)
    assert when >= 2.0 + 2 * (HELD_S - 0.1) + HELD_S - 0.05
    assert found[-1][1] == ("dark",)


def test_a_clock_that_is_set_back_begins_anew():
    steady = SteadyAdvice()
    steady.update(("dark",), 9.0)
    assert steady.update(("small",), 1.0) == ("small",)


def test_another_face_begins_anew():
    steady = SteadyAdvice()
    steady.update(("dark",), 1.0)
    steady.forget()
    assert steady.update((), 1.1) == ()
