"""The order of the analysis: as given, and first what the user looks at."""

from pathlib import Path

import pytest

from fer_desktop.live.picture_queue import PictureQueue

A, B, C, D = (Path(name) for name in "abcd")


@pytest.fixture
def queue():
    queue = PictureQueue()
    queue.add([A, B, C])
    return queue


def drained(queue):
    paths = []
    while (path := queue.take()) is not None:
        paths.append(path)
    return paths


def test_files_come_in_the_order_in_which_they_were_given_and_once(queue):
    queue.add([B, D])
    assert drained(queue) == [A, B, C, D]


def test_the_one_that_is_looked_at_comes_first_and_not_again(queue):
    queue.put_first(C)
    assert drained(queue) == [C, A, B]


def test_one_that_was_looked_at_in_passing_keeps_its_place(queue):
    queue.put_first(B)
    queue.put_first(C)
    assert drained(queue) == [C, A, B]


def test_one_that_does_not_wait_is_handed_out_too(queue):
    queue.take()
    queue.put_first(A)
    assert drained(queue) == [A, B, C]


def test_while_paused_only_what_is_looked_at_is_handed_out(queue):
    queue.is_paused = True
    assert queue.take() is None
    queue.put_first(B)
    assert drained(queue) == [B]
    queue.is_paused = False
    assert drained(queue) == [A, C]


def test_all_can_be_forgotten(queue):
    queue.put_first(B)
    queue.clear()
    assert drained(queue) == []
