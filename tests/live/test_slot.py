"""The slot: the newest item wins, losses are counted, and waiting ends."""

import threading
import time

import pytest

from fer_desktop.live.slot import HeardSlot, LatestSlot
from tests.fakes import PATIENCE_S, wait_until


@pytest.fixture
def slot():
    return LatestSlot()


@pytest.fixture
def in_thread():
    """Return a function that runs something in a thread; all are joined in the end."""
    threads = []

    def start(target):
        threads.append(threading.Thread(target=target, daemon=True))
        threads[-1].start()
        return threads[-1]

    yield start
    for thread in threads:
        thread.join(PATIENCE_S)
        assert not thread.is_alive()


def test_what_is_put_in_is_taken_out_once(slot):
    slot.put("a")
    assert slot.take() == "a"
    assert slot.take() is None
    assert slot.dropped == 0


def test_the_latest_wins_and_the_others_are_counted(slot):
    for item in range(10):
        slot.put(item)
    assert slot.take() == 9
    assert slot.dropped == 9


def test_accepted_are_those_that_are_taken_or_still_there(slot):
    assert slot.accepted == 0
    for item in range(4):
        slot.put(item)
    assert slot.accepted == 1
    slot.take()
    assert slot.accepted == 1
    assert slot.put_when_free(5, 0.01)
    assert not slot.put_when_free(6, 0.01)
    assert slot.accepted == 2


def test_items_that_count_as_false_are_items(slot):
    for item in (0, "", []):
        slot.put(item)
        assert slot.take() == item
    slot.put(0)
    slot.put(1)
    assert slot.dropped == 1


def test_clear_forgets_without_counting(slot):
    slot.put(1)
    slot.clear()
    assert slot.take() is None
    assert slot.dropped == 0


def test_take_waits_no_longer_than_it_may(slot):
    start = time.perf_counter()
    assert slot.take(timeout_s=0.05) is None
    assert time.perf_counter() - start > 0.04


def test_take_wakes_when_something_comes(slot, in_thread):
    taken = []
    thread = in_thread(lambda: taken.append(slot.take(timeout_s=30)))
    slot.put("a")
    thread.join(PATIENCE_S)
    assert taken == ["a"]


def test_put_when_free_gives_up_in_time_and_changes_nothing(slot):
    assert slot.put_when_free(1, 0.01)
    assert not slot.put_when_free(2, 0.01)
    assert slot.take() == 1
    assert slot.take() is None
    assert slot.dropped == 0


@pytest.mark.parametrize("free", [LatestSlot.take, LatestSlot.clear])
def test_put_when_free_wakes_when_the_slot_is_free(slot, in_thread, free):
    slot.put(1)
    done = []
    thread = in_thread(lambda: done.append(slot.put_when_free(2, 30)))
    free(slot)
    thread.join(PATIENCE_S)
    assert done == [True]
    assert slot.take() == 2


def test_a_patient_writer_loses_nothing(slot, in_thread):
    in_thread(lambda: [slot.put_when_free(item, 30) for item in range(1, 301)])
    taken = []
    wait_until(lambda: (taken.append(slot.take(timeout_s=1)), len(taken) >= 300)[1])
    assert taken == list(range(1, 301))
    assert slot.dropped == 0


def test_with_a_hasty_writer_every_item_is_taken_or_counted(slot, in_thread):
    n_items = 20_000
    thread = in_thread(lambda: [slot.put(item) for item in range(1, n_items + 1)])
    taken = []
    while thread.is_alive() or not taken or taken[-1] != n_items:
        if (item := slot.take(timeout_s=0.1)) is not None:
            taken.append(item)
    assert taken == sorted(set(taken))
    assert len(taken) + slot.dropped == n_items


def test_a_listener_hears_what_nobody_takes_until_it_is_gone():
    slot, heard = HeardSlot(), []
    slot.put(0)
    slot.listener = heard.append
    slot.put(1)
    slot.put(2)
    assert slot.take() == 2
    slot.listener = None
    slot.put(3)
    assert heard == [1, 2]
