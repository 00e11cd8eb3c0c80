"""What a worker of a cluster does: it takes a run in, does jobs, and has nothing left of it."""

import asyncio
from types import SimpleNamespace

import pytest

pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")

from distributed import Status

from fer_desktop.batch import cluster_worker
from fer_desktop.batch.cluster_worker import Parcel, do_jobs, take_away
from fer_desktop.batch.inputs import Input
from fer_desktop.batch.jobs import Job, Task
from fer_desktop.core.errors import SettingsError
from fer_desktop.core.settings import Settings

TASK = Task(Settings(model="seed"), "table", {"name": "seed"})


@pytest.fixture
def worker(tmp_path):
    return SimpleNamespace(local_directory=str(tmp_path), status=Status.running, plugins={})


def test_a_worker_that_is_starting_is_cleared_when_it_has_started(worker, tmp_path, monkeypatch):
    monkeypatch.setattr(cluster_worker.cv2, "setNumThreads", lambda n: None)
    parcel = Parcel(TASK)

    def set_up():
        worker.plugins[parcel.name] = parcel
        parcel.setup(worker)

    async def start():
        worker.status = Status.init
        taking = asyncio.ensure_future(take_away(parcel.name, worker))
        await asyncio.sleep(0)
        assert not taking.done()
        worker.status = Status.running
        asyncio.get_running_loop().call_soon(set_up)
        await taking

    asyncio.run(start())
    assert worker.plugins == {}
    assert not list(tmp_path.iterdir())


def test_of_a_worker_without_the_parcel_nothing_is_taken(worker):
    asyncio.run(take_away("another", worker))


def test_a_parcel_brings_the_model_and_takes_it_away(worker, tmp_path, portrait, monkeypatch):
    parcel = Parcel(TASK)
    assert set(parcel.files) == {"model.json", "model.tflite"}
    monkeypatch.setattr(cluster_worker.cv2, "setNumThreads", lambda n: None)
    parcel.setup(worker)
    (folder,) = tmp_path.iterdir()
    assert {path.name for path in folder.iterdir()} == set(parcel.files)
    job = Job(4, Input("here.png", "image"), location=str(portrait))
    (outcome,) = do_jobs(parcel.name, [job])
    assert outcome.text.startswith("here.png\n  face: happiness")
    parcel.teardown(worker)
    assert not list(tmp_path.iterdir())


def test_a_worker_of_another_version_takes_no_part(worker, tmp_path):
    parcel = Parcel(TASK)
    parcel.version = "0"
    with pytest.raises(SettingsError, match="there, 0 here"):
        parcel.setup(worker)
    assert not list(tmp_path.iterdir())
