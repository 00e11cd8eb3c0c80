"""Processes that share the jobs: real ones, some of which are killed."""

import itertools
import multiprocessing
import os
import signal
import sys
import tempfile

import cv2
import psutil
import pytest

from fer_desktop.batch import processes
from fer_desktop.batch.inputs import Input, expanding
from fer_desktop.batch.jobs import Job, JobAnalyzer, Task
from fer_desktop.batch.processes import WorkerProcesses
from fer_desktop.core.errors import FerError, ModelError
from fer_desktop.core.settings import Settings
from tests import forked
from tests.fakes import serve_nothing, serve_scripted, wait_until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")

TASK = Task(Settings(model="seed"), "table", {"name": "seed"})


@pytest.fixture
def from_a_copy(monkeypatch):
    """Let processes start at once; the program starts them anew, as the tests without this do."""
    context = forked.context()
    monkeypatch.setattr(multiprocessing, "get_context", lambda kind: context)


quick = pytest.mark.usefixtures("from_a_copy")


def jobs(*paths):
    return iter([Job(n, Input(str(path), "image")) for n, path in enumerate(paths)])


def run(paths, *, n_processes=2, chunk=3):
    with WorkerProcesses(TASK, n_processes, chunk, serve_scripted) as workers:
        return list(workers.outcomes(jobs(*paths)))


@quick
def test_results_come_in_the_order_of_the_inputs():
    paths = ["slow 1", *(f"{n}.png" for n in range(20)), "slow 2", "last.png"]
    outcomes = run(paths)
    assert [outcome.path for outcome in outcomes] == paths
    assert [outcome.number for outcome in outcomes] == list(range(len(paths)))


@quick
def test_nothing_to_do_is_soon_done():
    assert run([]) == []


@quick
def test_an_input_that_kills_its_process_is_tried_twice_and_costs_no_other(tmp_path):
    paths = [f"{n}.png" for n in range(12)]
    paths[4:4] = ["poison.png"]
    outcomes = run(paths, chunk=5)
    assert [outcome.path for outcome in outcomes] == paths
    (bad,) = [outcome for outcome in outcomes if outcome.error]
    assert bad.path == "poison.png"
    assert bad.error == "poison.png: two processes ended while they analyzed it (SIGKILL)."
    assert bad.text == "poison.png\n  could not be read\n"


@quick
@pytest.mark.parametrize(
    ("name", "how", "trace"),
    [
        ("crash.png", "SIGSEGV", "Segmentation fault"),
        ("bad.png", "exit code 1", "ZeroDivisionError"),
        ("poison.png", "SIGKILL", "without a trace"),
    ],
)
def test_the_trace_of_a_process_that_crashed_is_in_the_log(
    monkeypatch, tmp_path, caplog, name, how, trace
):
    caplog.set_level("INFO", "fer_desktop.system.crashes")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    outcomes = run([name, "good.png"], n_processes=1)
    assert [bool(outcome.error) for outcome in outcomes] == [True, False]
    told = [record.getMessage() for record in caplog.records]
    assert len(told) == 2
    assert all(how in each and trace in each for each in told)
    assert name not in caplog.text, "whose picture it was is nobody's business"
    assert not list(tmp_path.glob("fer-desktop-*"))


@quick
def test_only_poison_ends_too():
    assert all(outcome.error for outcome in run([f"poison {n}" for n in range(5)], n_processes=1))


@quick
def test_an_input_whose_process_was_killed_by_something_else_is_done_again(tmp_path):
    paths = [tmp_path / f"frail {n}.png" for n in range(3)]
    assert [outcome.error for outcome in run(paths, chunk=2)] == [None] * 3


@quick
def test_processes_that_cannot_start_are_one_sentence():
    with (
        pytest.raises(FerError, match=r"can't be started \(exit code 3\); --workers 1"),
        WorkerProcesses(TASK, 2, 1, serve_nothing) as workers,
    ):
        list(workers.outcomes(jobs("a.png")))


@quick
def test_so_much_is_given_out_and_no_more(monkeypatch):
    monkeypatch.setattr(processes, "_CHUNKS_AHEAD", 2)
    taken = itertools.count()
    endless = (Job(next(taken), Input("a.png", "image")) for _ in itertools.repeat(None))
    with WorkerProcesses(TASK, 1, 4, serve_scripted) as workers:
        outcomes = workers.outcomes(endless)
        for _ in range(100):
            next(outcomes)
        assert next(taken) <= 100 + 2 * 4


@quick
def test_large_results_wait_in_no_great_number(monkeypatch):
    monkeypatch.setattr(processes, "_MOST_WAITING", 1)
    paths = ["slow.png", *(f"{n}.png" for n in range(30))]
    assert [outcome.path for outcome in run(paths, chunk=1)] == paths


@quick
def test_leaving_early_ends_the_processes_at_once():
    ids = []

    def is_interrupted():
        with WorkerProcesses(TASK, 2, 1, serve_scripted) as workers:
            ids.extend(child.pid for child in multiprocessing.active_children())
            next(workers.outcomes(jobs("a.png", "slow.png", "slow.png")))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        is_interrupted()
    assert len(ids) == 2
    assert not any(psutil.pid_exists(pid) for pid in ids)
    assert not multiprocessing.active_children()


@quick
def test_a_check_ends_the_processes_while_they_are_waited_for():
    class StoppedError(Exception):
        pass

    calls, ids = [], []

    def check():
        calls.append(1)
        if len(calls) == 3:
            ids.extend(child.pid for child in multiprocessing.active_children())
            raise StoppedError

    def is_stopped():
        with WorkerProcesses(TASK, 2, 1, serve_scripted, check) as workers:
            list(workers.outcomes(jobs(*["slow.png"] * 1000)))

    with pytest.raises(StoppedError):
        is_stopped()
    assert len(ids) == 2
    assert not any(psutil.pid_exists(pid) for pid in ids)


def kill(pid):
    process = psutil.Process(pid)
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: process.status() == psutil.STATUS_ZOMBIE)


@pytest.fixture(scope="module")
def pictures(astronaut, tmp_path_factory):
    folder = tmp_path_factory.mktemp("pictures")
    small = cv2.resize(astronaut[:320, 65:385], (128, 128), interpolation=cv2.INTER_AREA)
    for number in range(6):
        cv2.imwrite(str(folder / f"{number}.png"), small)
    (folder / "7.png").write_bytes(b"")
    return folder


def test_real_processes_give_what_this_one_gives_even_when_one_is_killed(pictures):
    def items():
        return (Job(n, item) for n, item in enumerate(expanding([str(pictures)])))

    analyzer = JobAnalyzer(TASK)
    expected = [analyzer.outcome(job) for job in items()]
    found = []
    with WorkerProcesses(TASK, 2, 2) as workers:
        for outcome in workers.outcomes(items()):
            if not found:
                kill(multiprocessing.active_children()[0].pid)
            found.append(outcome)
    assert found == expected


def test_a_process_tells_what_is_wrong_with_the_model(tmp_path):
    task = Task(Settings(model=str(tmp_path)), "table", {})
    with (
        pytest.raises(ModelError, match=r"model\.json"),
        WorkerProcesses(task, 1) as workers,
    ):
        list(workers.outcomes(jobs("a.png")))
