"""Everything that must end stands in one register, and nobody waits longer than the bound."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from fer_desktop.system import shutdown
from fer_desktop.system.files import Draft
from fer_desktop.system.shutdown import Entry, Worker
from tests.fakes import PATIENCE_S

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def goes_on():
    shutdown.over()
    yield
    shutdown.over()


def run(code):
    """Run code in a Python of its own, which may end in whatever way."""
    return subprocess.run(
        [sys.executable, "-c", "from fer_desktop.system import shutdown\n" + code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )


def test_a_worker_is_asked_to_end_and_leaves_the_register_with_its_end():
    stop = threading.Event()
    worker = Worker(stop.wait, "loopback worker", stop.set)
    worker.start()
    shutdown.begin("enough", 3)
    worker.join(30)
    assert not worker.is_alive()
    assert shutdown.reason() == "enough"
    assert shutdown.leave(3) == 3
    assert not shutdown.is_ending()


def test_a_worker_that_starts_while_the_program_ends_is_asked_at_once():
    stop = threading.Event()
    shutdown.begin("enough")
    worker = Worker(stop.wait, "loopback worker", stop.set)
    worker.start()
    worker.join(30)
    assert not worker.is_alive()


def test_once_the_program_ends_nobody_waits_longer_than_the_bound():
    assert shutdown.left_s(5.0) == 5.0
    shutdown.begin("enough")
    assert shutdown.left_s(5.0) <= shutdown.BOUND_S
    assert shutdown.left_s(0.0) == 0.0


def test_the_first_reason_counts():
    shutdown.begin("the window was closed")
    shutdown.begin("the program ended", 7)
    assert shutdown.reason() == "the window was closed"


def test_one_that_can_not_be_asked_keeps_the_others_from_nothing(caplog):
    asked = []

    def refuse():
        raise RuntimeError

    entries = [Entry("bad", ask=refuse), Entry("good", ask=lambda: asked.append(1))]
    shutdown.begin("enough")
    for entry in entries:
        entry.release()
    assert asked == [1]
    assert "bad could not be ended" in caplog.text
    caplog.clear()


HANGS = (
    "import threading\nthreading.Thread(target=threading.Event().wait, daemon={daemon}).start()\n"
)


@pytest.mark.parametrize("daemon", [True, False])
def test_what_hangs_is_left_behind_and_the_process_ends_with_its_code(daemon):
    """Also a thread that nobody has registered: daemons crash at the end, others are waited for."""
    code = HANGS.format(daemon=daemon) + "print('last words')\nshutdown.leave(5)\nprint('never')"
    done = run(code)
    assert (done.returncode, done.stdout, done.stderr) == (5, "last words\n", "")


def test_a_main_thread_that_hangs_is_left_behind_too():
    done = run("import threading\nshutdown.begin('enough', 6)\nthreading.Event().wait()")
    assert (done.returncode, done.stderr) == (6, "")


def test_an_unfinished_file_goes_with_the_process(tmp_path):
    code = (
        "from pathlib import Path\nfrom fer_desktop.system.files import Draft\n"
        f"draft = Draft(Path({str(tmp_path / 'table.csv')!r}))\n"
        "assert draft.path.exists()\nshutdown.leave_now(4)"
    )
    assert run(code).returncode == 4
    assert not list(tmp_path.iterdir())


def test_a_finished_file_stays(tmp_path):
    with Draft(tmp_path / "a.txt") as draft:
        draft.path.write_text("whole")
        draft.commit()
    assert not [entry for entry in shutdown._entries if "a.txt" in entry.name]
    assert (tmp_path / "a.txt").read_text() == "whole"


def test_every_thread_of_the_program_stands_in_the_register():
    """Those that do not are read by nobody else: of a worker process, and of another's output."""
    own = {
        "shutdown.py",
        "signals.py",
        "processes.py",
        "trial.py",
        "cluster.py",
        "whole_network.py",
    }
    starts = [
        path.name
        for path in (ROOT / "fer_desktop").rglob("*.py")
        if "Thread(target=" in path.read_text(encoding="utf-8") and path.name not in own
    ]
    assert not starts
