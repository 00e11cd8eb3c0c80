"""What the workers of a Dask cluster do: take model and task of a run, do its jobs, and forget it.

Model and settings go to each worker once, as a plugin, and to workers that come later too. What a
job is in the output stays in memory, of a long video as well, until it is sent back.
"""

import asyncio
import shutil
import tempfile
import threading
import uuid
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import cv2
from distributed import Status, WorkerPlugin

from fer_desktop import __version__
from fer_desktop.batch.inputs import READ_ERRORS
from fer_desktop.batch.jobs import Job, JobAnalyzer, Outcome, Task, failed
from fer_desktop.batch.remote_files import is_address, local_copy
from fer_desktop.core.errors import SettingsError
from fer_desktop.system.paths import SPEC_FILE
from fer_desktop.vision import assembly
from fer_desktop.vision.recognition.model_spec import KERAS_FILE, LITERT_FILE

_LOOK_AGAIN_S: Final = 0.05


@dataclass(frozen=True)
class _Unpacked:
    """What a worker has of a run: a folder of its own, and the task with the model from there."""

    folder: Path
    task: Task


_runs: dict[str, _Unpacked] = {}
"""Of a worker, by the run's name; tasks find it here."""
_of_thread = threading.local()


class Parcel(WorkerPlugin):  # type: ignore[misc]  # distributed is not typed
    """Takes model and task of one run to a worker, and away when the run is over."""

    def __init__(self, task: Task) -> None:
        """Read the files of the model.

        Raises:
            ModelError: One can't be read.
            SettingsError: The detector's file can't be read.
        """
        self.name = f"fer-desktop-{uuid.uuid4().hex}"
        self.version = __version__
        settings = task.settings
        spec = assembly.model_spec(settings)
        file = KERAS_FILE if settings.engine == "keras" else LITERT_FILE
        self.files = {file: spec.read_file(file)}
        try:
            self.files[SPEC_FILE] = (spec.directory / SPEC_FILE).read_bytes()
            if settings.detector_model:
                self.files["detector.onnx"] = Path(settings.detector_model).read_bytes()
        except OSError as error:
            raise SettingsError(f"{error.filename}: can't be read ({error.strerror}).") from error
        # Workers have another working directory.
        self.task = replace(task, annotate=task.annotate and task.annotate.absolute())

    def setup(self, worker: Any) -> None:  # noqa: ANN401 - distributed is not typed
        """Unpack on a worker.

        Raises:
            SettingsError: It has another version of the program.
        """
        if self.version != __version__:
            raise SettingsError(f"FER Desktop {__version__} there, {self.version} here")
        cv2.setNumThreads(1)  # the worker's threads have the cores
        folder = Path(tempfile.mkdtemp(prefix="fer-desktop-", dir=worker.local_directory))
        for name, content in self.files.items():
            (folder / name).write_bytes(content)
        settings = replace(self.task.settings, model=str(folder))
        if settings.detector_model:
            settings = replace(settings, detector_model=str(folder / "detector.onnx"))
        _runs[self.name] = _Unpacked(folder, replace(self.task, settings=settings))

    def teardown(self, worker: Any) -> None:  # noqa: ANN401
        """Leave nothing on the worker."""
        del worker
        run = _runs.pop(self.name, None)
        if run is not None:
            shutil.rmtree(run.folder, ignore_errors=True)


async def take_away(run_name: str, dask_worker: Any) -> None:  # noqa: ANN401
    """Take a run off the worker that this is called on, also one that is just starting.

    Raises:
        Exception: What the parcel raised while it was taken away.
    """
    while dask_worker.status == Status.init:
        await asyncio.sleep(_LOOK_AGAIN_S)
    await asyncio.sleep(0)  # it sets up what the scheduler sent in the step after it is running
    if (parcel := dask_worker.plugins.pop(run_name, None)) is not None:
        parcel.teardown(dask_worker)


def do_jobs(run_name: str, jobs: list[Job]) -> list[Outcome]:
    """Do jobs on a worker, with a model that is loaded once for each of its threads."""
    run = _runs[run_name]
    if getattr(_of_thread, "run_name", None) != run_name:
        _of_thread.analyzer, _of_thread.run_name = JobAnalyzer(run.task), run_name
    return [_do(run.task, _of_thread.analyzer, job) for job in jobs]


def _do(task: Task, analyzer: JobAnalyzer, job: Job) -> Outcome:
    item = job.item
    if item.error is not None or not is_address(item.path):
        return analyzer.outcome(job)
    try:
        with local_copy(item.path, item.kind) as copy:
            return analyzer.outcome(replace(job, location=copy))
    except READ_ERRORS as error:
        return failed(task, job, str(error))
