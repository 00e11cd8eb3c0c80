"""Memory that is free again goes back to the system, also what an ended thread has left."""

import subprocess
import sys
import threading

import numpy as np
import psutil
import pytest

from fer_desktop.system.memory import give_back, use_one_pool
from tests.fakes import PATIENCE_S

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


_THREADS = """
import threading, sys
from fer_desktop.system.memory import use_one_pool
if sys.argv[1] == "one":
    use_one_pool()
import ctypes
keep = []
def work():
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    keep.append(libc.malloc(1000))
    gate.wait()
gate = threading.Event()
threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
while len(keep) < 4:
    pass
gate.set()
print(len({place >> 26 for place in keep}))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have no such pools")
def test_threads_share_one_pool():
    """Each pool of a thread lies in 64 MiB of its own."""

    def n_pools(how):
        command = [sys.executable, "-c", _THREADS, how]
        return int(subprocess.check_output(command, text=True, timeout=PATIENCE_S))

    assert n_pools("many") > 1
    assert n_pools("one") == 1


def test_a_system_without_it_is_left_alone(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    give_back()
    use_one_pool()
