"""How far a run is, in words."""

import pytest

from fer_desktop.batch.run_progress import BatchProgress


class Clock:
    now_s = 0.0

    def __call__(self):
        return self.now_s


def progress(n_inputs, **more):
    told, clock = [], Clock()
    return BatchProgress(n_inputs, told.append, clock=clock, **more), told, clock


def test_every_input_of_a_few_is_told_and_the_rest_guessed_when_five_are_done():
    counted, told, clock = progress(7)
    for _ in range(7):
        clock.now_s += 60
        counted.done()
    assert told[:4] == [f"{n} of 7 done" for n in (1, 2, 3, 4)]
    assert told[4:] == [
        "5 of 7 done, about 2 minutes left",
        "6 of 7 done, about 1 minute left",
        "7 of 7 done",
    ]


def test_an_input_that_failed_counts_without_a_line():
    counted, told, _ = progress(2)
    counted.done(is_told=False)
    counted.done()
    assert told == ["2 of 2 done"]


def test_of_many_inputs_it_is_told_twice_a_second_and_at_the_end():
    counted, told, clock = progress(1000)
    for _ in range(1000):
        clock.now_s += 0.01
        counted.done()
    assert len(told) == pytest.approx(20, abs=2)
    assert told[-1] == "1000 of 1000 done"


def test_what_an_earlier_run_did_counts_but_not_for_the_guess():
    counted, told, clock = progress(110, n_done=100)
    for _ in range(5):
        clock.now_s += 10
        counted.done()
    assert told[0] == "101 of 110 done"
    assert told[-1] == "105 of 110 done, about 1 minute left"
