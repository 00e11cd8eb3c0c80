"""A Dask cluster on loopback: a scheduler and two workers in processes of their own."""

import contextlib
import itertools
import logging
import os
import shutil
import signal
import socket
import subprocess
import sys
from concurrent.futures import CancelledError
from pathlib import Path
from types import SimpleNamespace

import cv2
import numpy as np
import psutil
import pytest

pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")

from distributed import KilledWorker
from distributed.comm import CommClosedError

from fer_desktop.batch import cluster as cluster_module
from fer_desktop.batch.cluster import Cluster
from fer_desktop.batch.cluster_worker import do_jobs, take_away
from fer_desktop.batch.inputs import Input
from fer_desktop.batch.jobs import Job, Outcome, Task
from fer_desktop.core.errors import SettingsError, SourceError
from fer_desktop.core.settings import Settings
from fer_desktop.evaluation.datasets import read_samples
from fer_desktop.system.background import Background
from fer_desktop.teaching.cluster_measuring import measure_on_cluster
from fer_desktop.teaching.measuring import measure
from fer_desktop.vision import assembly
from tests.fakes import PATIENCE_S, wait_until

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def dask(*arguments, folder):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-m", "dask", *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def wait_for_workers(address, n_workers):
    wait = (
        "import sys, distributed as d\n"
        "address, n_workers, patience_s = sys.argv[1:]\n"
        "d.Client(address).wait_for_workers(int(n_workers), int(patience_s))"
    )
    arguments = [address, str(n_workers), str(PATIENCE_S)]
    subprocess.run([sys.executable, "-c", wait, *arguments], check=True, timeout=PATIENCE_S)


@contextlib.contextmanager
def running_cluster(folder, n_workers=2):
    """Give a scheduler's address and its workers, each with a nanny that starts it again."""
    port = free_port()
    address = f"tcp://127.0.0.1:{port}"
    started = [
        dask(
            "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard", folder=folder
        )
    ]
    worker = ("worker", address, "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1")
    started += [
        dask(*worker, "--local-directory", str(folder / str(n)), folder=folder)
        for n in range(n_workers)
    ]
    try:
        wait_for_workers(address, n_workers)
        yield address, started[1:]
    finally:
        for process in started:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(PATIENCE_S)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    with running_cluster(tmp_path_factory.mktemp("cluster")) as running:
        yield running


@pytest.fixture(scope="module")
def pictures(astronaut, tmp_path_factory):
    """Return a folder of small pictures of one face each, one of which is broken."""
    folder = tmp_path_factory.mktemp("pictures")
    small = cv2.resize(astronaut[20:220, 120:320], (72, 72), interpolation=cv2.INTER_AREA)
    for number in range(40):
        cv2.imwrite(str(folder / f"{number:02}.png"), cv2.convertScaleAbs(small, beta=number))
    (folder / "05.png").write_bytes(b"")
    return folder


def analyze(*arguments, **more):
    return subprocess.Popen(
        [sys.executable, "-m", "fer_desktop", "analyze", "--model", "seed", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        **more,
    )


def result(running):
    out, err = running.communicate(timeout=PATIENCE_S)
    return running.returncode, out, err.splitlines()


def test_the_cluster_gives_the_same_even_when_a_worker_is_killed(
    cluster, pictures, video, tmp_path
):
    address, workers = cluster
    inputs = (pictures.name, "gone.png", video, "--every", 5)
    given = {"cwd": pictures.parent}
    here = result(analyze(*inputs, "--format", "csv", "--workers", 1, **given))
    output = tmp_path / "out.csv"
    to_file = ("--format", "csv", "--output", output)
    running = analyze(*inputs, *to_file, "--scheduler", address, **given)
    wait_until(lambda: output.exists() and output.read_text().count("\n") > 3)
    (child,) = [
        child
        for child in psutil.Process(workers[0].pid).children(recursive=True)
        if "spawn_main" in " ".join(child.cmdline())
    ]
    child.kill()
    code, out, err = result(running)
    assert (code, out, err) == (here[0], "", here[2])
    assert output.read_bytes().decode() == here[1]
    assert len(here[2]) == 2


def test_inputs_by_address_and_copies(cluster, pictures, tmp_path):
    address, _ = cluster
    at = f"file://{pictures}"
    inputs = (f"{at}/00.png", f"{at}/gone.png", pictures / "01.png")
    more = ("--format", "csv", "--annotate", "copies", "--scheduler", address)
    code, out, err = result(analyze(*inputs, *more, cwd=tmp_path))
    assert code == 1
    rows = out.splitlines()[1:]
    assert [row.partition(",")[0] for row in rows] == [str(path) for path in inputs]
    assert "happiness" in rows[0]
    assert len(err) == 1
    assert err[0].startswith(f"{at}/gone.png: can't be read")
    names = sorted(path.name for path in (tmp_path / "copies").iterdir())
    assert names == ["00-annotated.png", "01-annotated.png"]


def test_nothing_of_a_run_stays_on_the_workers(cluster, pictures, tmp_path_factory):
    address, _ = cluster
    assert result(analyze(pictures / "00.png", "--scheduler", address))[0] == 0
    folder = tmp_path_factory.getbasetemp()
    wait_until(lambda: not list(folder.rglob("fer-desktop-*/model.tflite")))


def test_a_scheduler_that_does_not_answer_is_one_sentence(portrait):
    address = f"tcp://127.0.0.1:{free_port()}"
    code, out, err = result(analyze(portrait, "--scheduler", address))
    assert (code, out) == (2, "")
    assert err == [f"{address}: no Dask scheduler answers; start one with 'dask scheduler'."]


# --- what loopback can't be brought to do

TASK = Task(Settings(model="seed"), "table", {"name": "seed"})


class ScriptedClient:
    """Does jobs at once; a chunk with "poison" in it loses its workers, "gone" the scheduler."""

    status = "running"

    def __init__(self, unregister=None, run=None):
        self.chunks, self.calls = [], []
        self._answers = {"unregister": unregister, "run": run}

    def wait_for_workers(self, n_workers, timeout):
        pass

    def register_plugin(self, parcel):
        raise CommClosedError("worker lost")

    def unregister_worker_plugin(self, name):
        self._answer("unregister", name)

    def run(self, function, name, *, on_error):
        assert (function, on_error) == (take_away, "return")
        return self._answer("run", name)

    def close(self, timeout):
        self.calls.append("close")

    def _answer(self, call, name):
        assert name.startswith("fer-desktop-")
        self.calls.append(call)
        answer = self._answers[call]
        if isinstance(answer, Exception):
            raise answer
        return answer

    def nthreads(self):
        return {"a": 1, "b": 2}

    def submit(self, function, run_name, jobs, *, pure):
        assert (function, pure) == (do_jobs, False)
        self.chunks.append([job.number for job in jobs])
        never = any(job.item.path == "never" for job in jobs)
        return SimpleNamespace(result=lambda: self._result(jobs), done=lambda: not never)

    def cancel(self, futures, *, force):
        assert force
        self.calls.append(("cancel", len(futures)))

    def _result(self, jobs):
        paths = [job.item.path for job in jobs]
        if "poison" in paths:
            raise KilledWorker("key", SimpleNamespace(address="tcp://a"), 3)
        if "gone" in paths:
            raise CancelledError
        return [Outcome(job.number, job.item.path, f"{job.item.path}\n", None) for job in jobs]


@pytest.fixture
def scripted():
    found = Cluster("tcp://a:1", TASK)
    found._client = ScriptedClient()
    return found


def jobs(*paths):
    return iter([Job(n, Input(path, "image")) for n, path in enumerate(paths)])


def test_an_input_that_takes_workers_with_it_costs_no_other(scripted):
    paths = [str(n) for n in range(20)]
    paths[3] = "poison"
    outcomes = list(scripted.outcomes(jobs(*paths)))
    assert [outcome.path for outcome in outcomes] == paths
    (bad,) = [outcome for outcome in outcomes if outcome.error]
    assert bad.error == "poison: every worker that analyzed it was lost."
    assert bad.text == "poison\n  could not be read\n"
    alone = [[n] for n in range(8)]
    assert scripted._client.chunks == [[*range(8)], [*range(8, 16)], [*range(16, 20)], *alone]


def test_a_scheduler_that_goes_is_one_sentence(scripted):
    outcomes = scripted.outcomes(jobs(*map(str, range(8)), "gone"))
    assert [next(outcomes).path for _ in range(8)] == [str(n) for n in range(8)]
    with pytest.raises(SourceError, match=r"tcp://a:1: the scheduler does not answer any more"):
        next(outcomes)


def test_a_check_ends_it_while_the_cluster_is_waited_for():
    class StoppedError(Exception):
        pass

    calls = []

    def check():
        calls.append(1)
        if len(calls) == 3:
            raise StoppedError

    found = Cluster("tcp://a:1", TASK, check)
    found._client = ScriptedClient()
    outcomes = found.outcomes(jobs(*map(str, range(8)), "never", "c"))
    assert [next(outcomes).path for _ in range(8)] == [str(n) for n in range(8)]
    with pytest.raises(StoppedError):
        next(outcomes)
    assert found._client.calls == [("cancel", 1)]


def test_so_much_is_under_way_and_no_more(scripted):
    taken = itertools.count()
    endless = (Job(next(taken), Input("a", "image")) for _ in itertools.repeat(None))
    next(scripted.outcomes(endless))
    assert next(taken) == 3 * 4 * 8


def left(scripted, caplog, *, status="running", **answers):
    """Take leave of a cluster; return what was called, and the warnings."""
    scripted._client = ScriptedClient(**answers)
    scripted._client.status = status
    with caplog.at_level(logging.DEBUG, cluster_module.__name__):
        scripted.__exit__(None, None, None)
    assert scripted._client.calls[-1] == "close"
    warnings = [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING]
    levels = [record.levelno for record in caplog.records]
    caplog.clear()
    return scripted._client.calls[:-1], levels, warnings


def test_of_a_cluster_that_answers_nothing_is_logged(scripted, caplog):
    assert left(scripted, caplog) == (["unregister"], [], [])


def test_where_a_worker_takes_no_part_the_others_do_not_keep_the_model(scripted, monkeypatch):
    client = ScriptedClient()
    monkeypatch.setattr(cluster_module, "Client", lambda *_, **__: client)
    with pytest.raises(SettingsError, match="a worker can't take part"):
        scripted.__enter__()
    assert client.calls == ["unregister", "close"]


def test_the_clients_own_words_do_not_go_to_the_terminal(scripted, monkeypatch):
    """ "Couldn't gather 1 keys, rescheduling", where a worker was lost."""
    loud = [logging.getLogger(name) for name in ("distributed", "distributed.client")]
    for logger in loud:
        monkeypatch.setattr(logger, "level", logging.INFO)
        logger.manager._clear_cache()
    monkeypatch.setattr(cluster_module, "Client", lambda *_, **__: ScriptedClient())
    with pytest.raises(SettingsError):
        scripted.__enter__()
    assert not any(logger.isEnabledFor(logging.WARNING) for logger in loud)


@pytest.mark.parametrize(
    "answers",
    [
        {"unregister": CommClosedError("closed"), "run": CommClosedError("closed")},
        {"unregister": AttributeError("'NoneType' object"), "status": "closed"},
        {"unregister": RuntimeError("ConnectionPool is closed"), "status": "closing"},
    ],
    ids=["connection", "client given up", "client closing"],
)
def test_a_scheduler_that_is_gone_is_passed_over(scripted, caplog, answers):
    _, levels, warnings = left(scripted, caplog, **answers)
    assert levels
    assert warnings == []


@pytest.mark.parametrize("error", [KeyError("fer-desktop-1"), CommClosedError("worker lost")])
def test_a_worker_that_just_came_or_went_is_asked_by_itself(scripted, caplog, error):
    answer = {"tcp://b:2": None, "tcp://c:3": OSError("lost meanwhile")}
    calls, _, warnings = left(scripted, caplog, unregister=error, run=answer)
    assert calls == ["unregister", "run"]
    assert warnings == []


def test_a_worker_that_keeps_the_model_is_a_warning(scripted, caplog):
    answer = {"tcp://b:2": ValueError("no\nway"), "tcp://c:3": None}
    _, _, warnings = left(scripted, caplog, unregister=KeyError("a"), run=answer)
    assert warnings == ["tcp://b:2: the model may still lie there (no way)."]


def test_whatever_else_is_wrong_is_a_warning_and_the_results_stay(scripted, caplog):
    _, _, warnings = left(scripted, caplog, unregister=KeyError("a"), run=TypeError())
    assert warnings == ["tcp://a:1: the model may still lie on the workers (TypeError)."]


def test_measuring_on_the_cluster_gives_the_figures_of_this_computer(cluster, pictures, tmp_path):
    address, _ = cluster
    for label, names in (("happiness", ("00", "05")), ("neutral", ("01",))):  # 05 is broken
        (tmp_path / label).mkdir()
        for name in names:
            shutil.copy(pictures / f"{name}.png", tmp_path / label)
    cv2.imwrite(str(tmp_path / "neutral" / "nobody.png"), np.full((64, 64, 3), 90, np.uint8))
    samples, settings = read_samples(tmp_path), Settings(model="seed")
    model = assembly.make_classifier(settings).for_pictures(), 0.5
    detector = assembly.still_detector(settings)
    here = Background(lambda job: measure("x", samples, [model], detector, job), "here")
    there = Background(
        lambda job: measure_on_cluster("x", samples, [(settings, *model)], address, job), "there"
    )
    wait_until(lambda: here.is_over and there.is_over)
    assert here.problem == there.problem == ""
    assert there.n_done == there.n_expected == 4
    assert here.result.n_unreadable == there.result.n_unreadable == 1
    near, far = (found.result.models[0].answers for found in (here, there))
    assert list(near.found) == list(far.found)
    assert sorted(near.found) == [False, True, True]
    np.testing.assert_allclose(far.probabilities, near.probabilities, atol=1e-4)
