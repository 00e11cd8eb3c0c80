"""Shares the work on a Dask cluster. Needs the extra `cluster`, here and on its workers.

Inputs go by path or address, a few at a time; results come back in order. What a lost worker had is
done again by others. A scheduler runs whatever it is sent: the network around it must be trusted.
"""

import logging
import os
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any, Final, Self

from distributed import Client, KilledWorker

from fer_desktop.batch.cluster_worker import Parcel, do_jobs, take_away
from fer_desktop.batch.jobs import CHUNK, Job, Outcome, Task, failed, next_chunk
from fer_desktop.batch.remote_files import is_address
from fer_desktop.core.errors import FerError, SettingsError, SourceError, one_line

log = logging.getLogger(__name__)

_CHUNKS_AHEAD: Final = 4
"""So many chunks are under way for each thread of the cluster."""
_LOUD: Final = ("distributed", "distributed.client")
"""Have levels and handlers of their own, and their words would go past ours to the terminal."""
_COUNT_AGAIN_S: Final = 10.0
_ANSWER_S: Final = 10
_WORKER_S: Final = 30
_ANSWER_OF_WORKER_S: Final = 0.5
_LOOK_S: Final = 0.02


@dataclass(frozen=True, eq=False)
class _Sent:
    """A chunk that is under way."""

    jobs: list[Job]
    future: Any


class Cluster:
    """A Dask cluster that does the jobs of one task; a context manager that takes leave of it."""

    def __init__(self, address: str, task: Task, check: Callable[[], None] = lambda: None) -> None:
        """Take what is done; nobody is met yet.

        Args:
            address: Of the scheduler.
            task: The same for all jobs.
            check: Is called again and again while the cluster is waited for; what it raises ends
                the work.
        """
        self._address, self._task, self._check = address, task, check
        self._parcel = Parcel(task)
        self._client: Any = None
        self._n_threads = 1
        self._counted_s = -_COUNT_AGAIN_S

    def __enter__(self) -> Self:
        """Meet the scheduler and send the model.

        Raises:
            SettingsError: The scheduler does not answer, has no worker, or a worker is unfit.
        """
        for name in _LOUD:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        try:
            self._client = Client(self._address, timeout=_ANSWER_S, set_as_default=False)
        except (OSError, ValueError) as error:
            raise SettingsError(
                f"{self._address}: no Dask scheduler answers; start one with 'dask scheduler'."
            ) from error
        try:
            self._meet_workers()
        except FerError:
            self._take_leave()  # others may have the model already, and would keep it
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._take_leave()

    def outcomes(self, jobs: Iterator[Job]) -> Iterator[Outcome]:
        """Yield the outcome of each job, in their order; jobs are taken as they are needed.

        Raises:
            FerError: The scheduler is gone, or the model can't be used.
        """
        under_way: deque[_Sent] = deque()
        is_all_given = False
        try:
            while under_way or not is_all_given:
                while not is_all_given and len(under_way) < self._most_under_way():
                    chunk = next_chunk(jobs, CHUNK)
                    is_all_given = not chunk
                    if chunk:
                        under_way.append(self._send(chunk))
                if under_way:
                    yield from self._result(under_way[0])
                    under_way.popleft()
        finally:
            if under_way:  # nobody waits for them any more
                self._take_back([sent.future for sent in under_way])

    def _take_back(self, futures: list[Any]) -> None:
        try:
            self._client.cancel(futures, force=True)
        except Exception:  # what ended the run is told; that the cluster is gone too helps nobody
            log.warning("jobs at %s could not be taken back", self._address, exc_info=True)

    def _take_leave(self) -> None:
        try:
            self._clear_workers()
        finally:
            self._client.close(timeout=_ANSWER_S)

    def _clear_workers(self) -> None:
        """Take the model off the workers. The results are there, so no trouble ends the command."""
        try:
            left = self._unregister()
        except Exception as error:
            if self._is_scheduler_gone(error):  # then nothing is to be cleared away
                log.debug("%s: the scheduler is gone", self._address, exc_info=True)
            else:
                words = "%s: the model may still lie on the workers (%s)."
                log.warning(words, self._address, one_line(error) or type(error).__name__)
            return
        for worker, found in left.items():
            if isinstance(found, OSError):  # lost, and its folder with it
                log.debug("%s: the worker is gone (%s)", worker, found)
            elif isinstance(found, Exception):
                words = "%s: the model may still lie there (%s)."
                log.warning(words, worker, one_line(found) or type(found).__name__)

    def _unregister(self) -> dict[str, Any]:
        """Return what each worker that had to be asked again raised; None for nothing."""
        client, name = self._client, self._parcel.name
        try:
            client.unregister_worker_plugin(name)
        except Exception as error:
            if client.status != "running":
                raise
            # A worker was lost meanwhile (the scheduler then closes our connection, as if it were
            # gone itself), or has just come and had no parcel yet. The first such ends the call;
            # new workers get no parcel any more, so each that is there is asked by itself.
            log.debug("%s: a worker could not be cleared (%r)", self._address, error)
            found: dict[str, Any] = client.run(take_away, name, on_error="return")
            return found
        return {}

    def _is_scheduler_gone(self, error: Exception) -> bool:
        # Its connection breaks at once; the client gives up later, and then has nothing to ask.
        return isinstance(error, OSError) or self._client.status != "running"

    def _meet_workers(self) -> None:
        until_s = time.monotonic() + _WORKER_S
        while True:
            self._check()
            try:
                self._client.wait_for_workers(1, timeout=_ANSWER_OF_WORKER_S)
                break
            except TimeoutError as error:
                if time.monotonic() < until_s:
                    continue
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
        while not sent.future.done():
            self._check()
            time.sleep(_LOOK_S)
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
