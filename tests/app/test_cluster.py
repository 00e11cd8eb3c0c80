"""A Dask cluster on loopback: a scheduler and two workers in processes of their own."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import cv2
import psutil
import pytest

pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")

from tests.fakes import wait_until

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
        yield address, started[1:]
    finally:
        for process in started:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(10)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    with running_cluster(tmp_path_factory.mktemp("cluster")) as running:
        yield running


@pytest.fixture(scope="module")
def pictures(astronaut, tmp_path_factory):
    """Return a folder of small pictures, one of which is broken."""
    folder = tmp_path_factory.mktemp("pictures")
    small = cv2.resize(astronaut[:320, 65:385], (128, 128), interpolation=cv2.INTER_AREA)
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
    out, err = running.communicate(timeout=100)
    return running.returncode, out, err.splitlines()


def test_the_cluster_gives_the_same_even_when_a_worker_is_killed(
    cluster, pictures, video, tmp_path
):
    address, workers = cluster
    inputs = (pictures.name, "gone.png", video)
    given = {"cwd": pictures.parent}
    here = result(analyze(*inputs, "--format", "csv", "--workers", 1, **given))
    output = tmp_path / "out.csv"
    to_file = ("--format", "csv", "--output", output)
    running = analyze(*inputs, *to_file, "--scheduler", address, **given)
    wait_until(lambda: output.exists() and output.read_text().count("\n") > 3, 60)
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
