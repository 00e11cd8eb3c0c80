"""Memory that is free again goes back to the system, also what an ended thread has left."""

import sys
import threading

import numpy as np
import psutil
import pytest

from fer_desktop.live.memory import give_back

SIZE, N = 100_000, 1000


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems give it back alone")
def test_what_an_ended_thread_has_freed_goes_back():
    process, kept = psutil.Process(), []

    def work():
        blocks = [np.ones(SIZE, np.uint8) for _ in range(N)]
        kept.append(blocks[-1])  # at the top of the pool, which then can't shrink by itself

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    before = process.memory_info().rss
    give_back()
    assert before - process.memory_info().rss > 0.5 * SIZE * N


def test_a_system_without_it_is_left_alone(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    give_back()
