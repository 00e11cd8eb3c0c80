"""Whoever reads slowly, or not at all, is waited for by nobody."""

import threading

from fer_desktop.export.streams.sender import MOST_WAITING, SenderThread
from tests.export.streams.frames import frame
from tests.fakes import PATIENCE_S, wait_until


class Sink:
    """Keeps what it gets, waits at its gate, and fails where it is told to."""

    def __init__(self):
        self.got, self.gate, self.error, self.is_closed = [], threading.Event(), None, False
        self.gate.set()

    def send(self, analyzed):
        self.gate.wait(PATIENCE_S)
        if self.error is not None:
            raise self.error
        self.got.append(analyzed.frame.index)

    def mark(self, text, time_s):
        self.got.append(text)

    def close(self):
        self.is_closed = True


def test_all_is_handed_on_in_order_and_what_waits_is_sent_at_the_end():
    sink = Sink()
    thread = SenderThread(sink, "sink")
    for index in range(100):
        thread.put(frame(index))
    thread.put(("door", 0.0))
    thread.close()
    assert sink.got == [*range(100), "door"]
    assert (thread.n_sent, thread.n_dropped, sink.is_closed) == (101, 0, True)


def test_with_a_reader_that_stops_nothing_waits_and_the_oldest_are_dropped():
    sink = Sink()
    sink.gate.clear()
    thread = SenderThread(sink, "sink")
    for index in range(MOST_WAITING + 50):
        thread.put(frame(index))  # the gate is shut, so a `put` that waits would never return
    assert thread.n_dropped >= 49
    sink.gate.set()
    thread.close()
    assert sink.got[-1] == MOST_WAITING + 49
    assert len(sink.got) + thread.n_dropped == MOST_WAITING + 50


def test_one_that_fails_is_told_once_and_left():
    sink, told = Sink(), []
    sink.error = ValueError("no such thing")
    thread = SenderThread(sink, "osc://stage:1", told.append)
    for index in range(3):
        thread.put(frame(index))
    thread.close()
    assert thread.problem == "osc://stage:1: nothing is sent any more (no such thing)."
    assert told == [thread.problem]
    assert (thread.n_sent, sink.got) == (0, [])


def test_a_network_that_is_away_for_a_moment_is_told_once_and_gone_on_with():
    sink, told = Sink(), []
    sink.error = OSError(113, "No route to host")
    thread = SenderThread(sink, "osc://stage:1", told.append)
    for index in range(3):
        thread.put(frame(index))
    assert wait_until(lambda: thread._waiting.empty() and told)
    thread.put(("door", 0.0))  # the sink fails for frames alone
    assert wait_until(lambda: sink.got == ["door"] and not thread.problem)
    thread.close()
    assert told == ["osc://stage:1: nothing can be sent at this moment (No route to host)."]
