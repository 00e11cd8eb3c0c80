"""A run that did not end as it should is noticed at the next start, with all that it left."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fer_desktop.core.settings import Settings
from fer_desktop.sessions.new_session import Recorded, open_session
from fer_desktop.sessions.unfinished import unfinished_sessions
from fer_desktop.system import crashes

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def ended():
    yield
    crashes.end()


def run(folder, last_words):
    code = (
        "import faulthandler, os, signal, sys\nfrom pathlib import Path\n"
        "from fer_desktop.system import crashes\n"
        f"print(crashes.begin(Path({str(folder)!r})))\n"
        f"sys.stdout.flush()\n{last_words}"
    )
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_a_crash_leaves_its_trace_which_goes_into_the_log(tmp_path, caplog):
    before_s = int(time.time())
    run(tmp_path, "faulthandler._sigsegv()")
    found = crashes.begin(tmp_path)
    assert "Segmentation fault" in found.trace
    assert before_s <= found.begun_s <= time.time()
    assert "Segmentation fault" in caplog.text
    caplog.clear()
    crashes.end()
    assert crashes.begin(tmp_path) is None, "it is told once"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_kill_leaves_none_and_is_told_all_the_same(tmp_path, caplog):
    run(tmp_path, "os.kill(os.getpid(), signal.SIGKILL)")
    assert crashes.begin(tmp_path).trace == ""
    caplog.clear()


@pytest.mark.parametrize(
    "last_words",
    ["crashes.end()", "from fer_desktop.system import shutdown; shutdown.leave_now(0)"],
)
def test_what_ended_as_it_should_is_not_told(tmp_path, last_words):
    run(tmp_path, last_words)
    assert not list(tmp_path.iterdir())
    assert crashes.begin(tmp_path) is None


def test_a_run_that_is_still_there_is_none_that_crashed(tmp_path):
    crashes.begin(tmp_path)
    assert run(tmp_path, "crashes.end()").stdout == "None\n"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_strangers_link_is_not_followed(tmp_path):
    (tmp_path / "kept.txt").write_text("kept")
    (tmp_path / f"running-{os.getpid()}.txt").symlink_to(tmp_path / "kept.txt")
    crashes.begin(tmp_path)
    crashes.end()
    assert (tmp_path / "kept.txt").read_text() == "kept"


def test_the_recording_that_was_under_way_is_found(tmp_path):
    settings = Settings(model="seed", record_folder=str(tmp_path))
    ended = open_session(Recorded("demo", "Demo"), settings)
    ended.end("stopped by the user")
    broken = open_session(Recorded("demo", "Demo"), settings)
    assert unfinished_sessions(tmp_path, time.time() - 60) == [broken.folder]
    assert unfinished_sessions(tmp_path, time.time() + 60) == []
    assert unfinished_sessions(tmp_path / "none", 0) == []
    broken.end()


def test_an_error_in_a_destructor_and_in_a_thread_goes_into_the_log(own_folders):
    code = (
        "import threading\nfrom fer_desktop.system import logs\n"
        "logs.log_to_file()\nlogs.log_all_crashes()\n"
        "class Bad:\n    def __del__(self):\n        raise RuntimeError('in a destructor')\n"
        "Bad()\n"
        "def fail():\n    raise RuntimeError('in a thread')\n"
        "thread = threading.Thread(target=fail)\nthread.start()\nthread.join()\n"
        "raise RuntimeError('in the open')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    (log,) = own_folders.rglob("fer-desktop.log")
    text = log.read_text()
    for where in ("in a destructor", "in a thread", "in the open"):
        assert f"RuntimeError: {where}" in text
    assert done.stderr == ""
