"""Shares the work on a Dask cluster. Needs the extra `cluster`, here and on its workers.

Model and settings go to each worker once, as a plugin, and to workers that come later too. Inputs
go by path or address, a few at a time; results come back in order. What a lost worker had is done
again by others. A scheduler runs whatever it is sent, so the network around it must be trusted.
"""

import contextlib
import logging
import os
import shutil
import tempfile
import threading
import time
import uuid
from collections import deque
from collections.abc import Iterator
from concurrent.futures import CancelledError
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import cv2
from distributed import Client, KilledWorker, WorkerPlugin

from fer_desktop import __version__
from fer_desktop.app import bootstrap
from fer_desktop.app.batch import CHUNK, Job, JobAnalyzer, Outcome, Task, failed, next_chunk
from fer_desktop.app.inputs import READ_ERRORS
from fer_desktop.app.remote_files import is_address, local_copy
from fer_desktop.core.errors import FerError, SettingsError, SourceError, one_line
from fer_desktop.vision.model_spec import KERAS_FILE, LITERT_FILE, SPEC_FILE

_CHUNKS_AHEAD: Final = 4
"""So many chunks are under way for each thread of the cluster."""
_COUNT_AGAIN_S: Final = 10.0
_ANSWER_S: Final = 10
_WORKER_S: Final = 30


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
        spec = bootstrap.model_spec(settings)
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


@dataclass(frozen=True, eq=False)
class _Sent:
    """A chunk that is under way."""

    jobs: list[Job]
    future: Any


class Cluster:
    """A Dask cluster that does the jobs of one task; a context manager that takes leave of it."""

    def __init__(self, address: str, task: Task) -> None:
        self._address, self._task = address, task
        self._parcel = Parcel(task)
        self._client: Any = None
        self._n_threads = 1
        self._counted_s = -_COUNT_AGAIN_S

    def __enter__(self) -> Self:
        """Meet the scheduler and send the model.

        Raises:
            SettingsError: The scheduler does not answer, has no worker, or a worker is unfit.
        """
        # Its own words go past ours to the terminal.
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        try:
            self._client = Client(self._address, timeout=_ANSWER_S, set_as_default=False)
        except (OSError, ValueError) as error:
            raise SettingsError(
                f"{self._address}: no Dask scheduler answers; start one with 'dask scheduler'."
            ) from error
        try:
            self._meet_workers()
        except FerError:
            self._client.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with contextlib.suppress(Exception):  # a scheduler that is gone has nothing to clear away
            self._client.unregister_worker_plugin(self._parcel.name)
        self._client.close(timeout=_ANSWER_S)

    def outcomes(self, jobs: Iterator[Job]) -> Iterator[Outcome]:
        """Yield the outcome of each job, in their order; jobs are taken as they are needed.

        Raises:
            FerError: The scheduler is gone, or the model can't be used.
        """
        under_way: deque[_Sent] = deque()
        is_all_given = False
        while under_way or not is_all_given:
            while not is_all_given and len(under_way) < self._most_under_way():
                chunk = next_chunk(jobs, CHUNK)
                is_all_given = not chunk
                if chunk:
                    under_way.append(self._send(chunk))
            if under_way:
                yield from self._result(under_way.popleft())

    def _meet_workers(self) -> None:
        try:
            self._client.wait_for_workers(1, timeout=_WORKER_S)
        except TimeoutError as error:
            raise SettingsError(
                f"{self._address}: the scheduler has no worker; start one with "
                f"'dask worker {self._address}'."
            ) from error
        try:
            self._client.register_plugin(self._parcel)
        except Exception as error:  # whatever a worker raises comes from there
            raise SettingsError(
                f"{self._address}: a worker can't take part ({one_line(error)}). Each needs the "
                "same version of 'fer-desktop[cluster]'."
            ) from error

    def _most_under_way(self) -> int:
        now_s = time.monotonic()
        if now_s - self._counted_s > _COUNT_AGAIN_S:  # workers come and go
            self._n_threads = max(1, sum(self._reached(self._client.nthreads).values()))
            self._counted_s = now_s
        return _CHUNKS_AHEAD * self._n_threads

    def _send(self, jobs: list[Job]) -> _Sent:
        located = [
            job
            if job.item.error is not None or is_address(job.item.path)
            else replace(job, location=os.path.abspath(job.item.path))  # noqa: PTH100 - of "" too
            for job in jobs
        ]
        submit = self._client.submit
        future = self._reached(submit, do_jobs, self._parcel.name, located, pure=False)
        return _Sent(jobs, future)

    def _result(self, sent: _Sent) -> list[Outcome]:
        try:
            found: list[Outcome] = self._reached(sent.future.result)
        except KilledWorker:
            if len(sent.jobs) == 1:
                return [self._failed(sent.jobs[0])]
            # One of them takes workers down with it: each alone, so that it costs no other.
            return [outcome for job in sent.jobs for outcome in self._result(self._send([job]))]
        return found

    def _failed(self, job: Job) -> Outcome:
        error = f"{job.item.path}: every worker that analyzed it was lost."
        return failed(self._task, job, error)

    def _reached(self, call: Any, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401
        try:
            return call(*arguments, **options)
        except (CancelledError, OSError, TimeoutError) as error:
            raise SourceError(
                f"{self._address}: the scheduler does not answer any more. What was written stays; "
                "--resume goes on from there."
            ) from error
