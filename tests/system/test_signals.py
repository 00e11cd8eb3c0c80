"""Ctrl+C and its like end the program with the code of shells, whatever it does just then."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fer_desktop.system import shutdown, signals
from tests.fakes import PATIENCE_S

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")

HEARD = """
import os, signal, sys, time, threading
for name in ("SIGINT", "SIGTERM", "SIGHUP"):
    signal.signal(getattr(signal, name), signal.SIG_DFL)
signal.signal(signal.SIGINT, signal.default_int_handler)
from fer_desktop.system import shutdown, signals
"""


def run(code):
    return subprocess.run(
        [sys.executable, "-c", HEARD + code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )


@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_before_anything_runs_a_signal_ends_the_process_at_once(name, code):
    """As in the middle of imports, where an exception would be a long traceback."""
    done = run(f"with signals.heard():\n os.kill(os.getpid(), signal.{name})\n time.sleep(50)")
    assert (done.returncode, done.stderr) == (code, "Stopped.\n")


def test_in_a_command_it_is_raised_and_what_is_open_is_closed():
    code = """
try:
    with signals.heard(), signals.raising():
        try:
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(50)
        finally:
            print("closed")
except KeyboardInterrupt as end:
    print(end.code, shutdown.reason())
    sys.exit(shutdown.leave(end.code))
"""
    done = run(code)
    assert done.returncode == 143
    assert done.stdout == "closed\n143 the program was ended (SIGTERM)\n"
    assert done.stderr == "Stopped.\n"


def test_native_code_that_does_not_come_back_is_left_behind():
    """Python would tell the main thread, which never asks again."""
    code = """
import ctypes
with signals.heard(), signals.raising():
    threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGTERM)).start()
    lock = ctypes.create_string_buffer(64)  # a mutex, which its own thread takes twice
    ctypes.CDLL(None).pthread_mutex_lock(lock)
    ctypes.CDLL(None).pthread_mutex_lock(lock)
"""
    done = run(code)
    assert done.returncode == 143
    assert "Traceback" not in done.stderr


def test_a_second_signal_does_not_wait():
    code = """
with signals.heard(), signals.calling(lambda code: os.kill(os.getpid(), signal.SIGINT)):
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(50)
"""
    assert run(code).returncode == 143


def test_a_window_is_asked_with_the_exit_code():
    asked = []
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    try:
        with signals.heard(), signals.calling(asked.append):
            os.kill(os.getpid(), signal.SIGHUP)
            while not asked:
                pass
            assert signals.code() == 129
    finally:
        signal.signal(signal.SIGHUP, before)
        shutdown.over()
    assert asked == [129]


def test_what_is_ignored_stays_so():
    """`nohup` and background jobs of shells rely on it."""
    code = """
signal.signal(signal.SIGHUP, signal.SIG_IGN)
with signals.heard():
    os.kill(os.getpid(), signal.SIGHUP)
    print(signal.getsignal(signal.SIGHUP) is signal.SIG_IGN)
"""
    done = run(code)
    assert (done.returncode, done.stdout, done.stderr) == (0, "True\n", "")


def test_afterwards_all_is_as_before():
    before = signal.getsignal(signal.SIGINT)
    with signals.heard():
        pass
    assert signal.getsignal(signal.SIGINT) is before
    assert signal.set_wakeup_fd(-1) == -1
