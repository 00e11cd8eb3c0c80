"""Analyzes in processes, one a core. One that crashes costs at most the input that it was at.

Each process loads the model once and takes a few inputs at a time. What comes back is handed on in
the order of the inputs; so much is given out ahead of it and no more, so memory stays the same
however many inputs there are. The processes load neither Qt nor, with LiteRT, TensorFlow.
"""

import contextlib
import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import cv2

from fer_desktop.batch.jobs import CHUNK, Job, JobAnalyzer, Outcome, Task, failed, next_chunk
from fer_desktop.batch.scratch import remove_scratch
from fer_desktop.core.errors import FerError
from fer_desktop.export.annotate import remove_unfinished_copy
from fer_desktop.system.crashes import ChildTrace, trace_into
from fer_desktop.system.shutdown import Entry

_CHUNKS_AHEAD: Final = 25
"""So many chunks a process may be given out before the oldest is written: a long video takes a
while, and pictures behind it can be done meanwhile."""
_MOST_WAITING: Final = 64_000_000
"""Nothing new is given out while so many characters wait for an earlier input."""
_MOST_FAILED_STARTS: Final = 3
_GOODBYE_S: Final = 5.0
_LOOK_S: Final = 0.2

READY: Final = "ready"
"""What a process says first, when its model is loaded."""
Serve = Callable[[Connection, Task, Path | None], None]


def serve(connection: Connection, task: Task, trace: Path | None = None) -> None:
    """Do jobs as they come through a connection, until it is closed: the life of a process.

    Args:
        connection: Where they come from, and where their outcomes go.
        task: What is done.
        trace: Where the trace of a crash goes.
    """
    with trace_into(trace):
        _serve(connection, task, trace)


def _serve(connection: Connection, task: Task, trace: Path | None) -> None:
    # Ctrl+C reaches every process of a terminal; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    cv2.setNumThreads(1)  # every core has its own process
    under_way: deque[Job] = deque(maxlen=1)
    threading.Thread(target=_end_with_the_first, args=(task, under_way, trace), daemon=True).start()
    try:
        analyzer = JobAnalyzer(task)
        connection.send(READY)
        while True:
            for job in connection.recv():
                under_way.append(job)
                connection.send(analyzer.outcome(job))
    except FerError as error:
        connection.send(error)
    except (EOFError, OSError):
        return  # the first process has no more work, or is gone


def _end_with_the_first(task: Task, under_way: deque[Job], trace: Path | None) -> None:
    # A long video would go on for hours with nobody to take it, beside a run that was resumed.
    first = multiprocessing.parent_process()
    if first is None:
        return
    first.join()
    for job in list(under_way):
        _remove_copy(task, job, os.getpid())
    if task.scratch is not None:
        remove_scratch(task.scratch, os.getpid())
    if trace is not None:
        with contextlib.suppress(OSError):
            trace.unlink(missing_ok=True)
    os._exit(1)


def _remove_copy(task: Task, job: Job, process_id: int) -> None:
    if task.annotate is not None:
        remove_unfinished_copy(task.annotate, job.copy_name, process_id)


@dataclass(eq=False)
class _Seat:
    """A process and the jobs that it has not answered yet, in the order in which it does them."""

    process: BaseProcess
    process_id: int
    connection: Connection
    entry: Entry
    trace: ChildTrace | None
    jobs: deque[Job] = field(default_factory=deque)
    is_ready: bool = False


class WorkerProcesses:
    """Some processes that do the jobs of one task; a context manager that ends them."""

    def __init__(
        self,
        task: Task,
        n_processes: int,
        chunk: int = CHUNK,
        serve: Serve = serve,
        check: Callable[[], None] = lambda: None,
    ) -> None:
        """Take what they do; nothing is started yet.

        Args:
            task: The same for all jobs.
            n_processes: So many.
            chunk: Jobs that one of them gets at a time.
            serve: What a process runs.
            check: Is called again and again while they are waited for; what it raises ends them.
        """
        self._check = check
        self._task, self._n_processes, self._chunk, self._serve = task, n_processes, chunk, serve
        self._context = multiprocessing.get_context("spawn")  # the same on every system
        self._seats: list[_Seat] = []
        self._again: deque[list[Job]] = deque()
        self._suspects: set[int] = set()
        self._done: dict[int, Outcome] = {}
        self._n_given = self._n_returned = self._n_waiting = self._n_failed_starts = 0
        self._first = 0
        self._is_all_given = False

    def __enter__(self) -> Self:
        for _ in range(self._n_processes):
            self._start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for seat in self._seats:
            if kind is not None:
                seat.process.kill()
            seat.connection.close()
        for seat in self._seats:
            seat.process.join(_GOODBYE_S)
            if seat.process.is_alive():
                seat.process.kill()
                seat.process.join()
            seat.process.close()
            seat.entry.release()
            if seat.trace is not None:
                seat.trace.remove()
            self._remove_copies(seat)
        self._seats.clear()

    def outcomes(self, jobs: Iterator[Job]) -> Iterator[Outcome]:
        """Yield the outcome of each job, in their order; jobs are taken as they are needed.

        Raises:
            FerError: The processes can't be started, or the model can't be used.
        """
        self._give_out(jobs)
        while not self._is_over:
            waiting = {seat.connection: seat for seat in self._seats}
            self._check()
            for connection in multiprocessing.connection.wait(list(waiting), _LOOK_S):
                self._hear(waiting[connection])  # type: ignore[index]  # what was given
            while (outcome := self._done.pop(self._n_returned, None)) is not None:
                self._n_returned += 1
                self._n_waiting -= len(outcome.text)
                yield outcome
            self._give_out(jobs)

    @property
    def _is_over(self) -> bool:
        return self._is_all_given and self._n_returned == self._n_given

    def _start(self) -> None:
        ours, theirs = self._context.Pipe()
        trace = _new_trace()
        arguments = theirs, self._task, trace.path if trace is not None else None
        process = self._context.Process(target=self._serve, args=arguments, daemon=True)
        process.start()
        theirs.close()  # so that its end shows here as the end of the connection
        assert process.pid is not None
        entry = Entry(f"process {process.pid}", drop=process.kill)
        self._seats.append(_Seat(process, process.pid, ours, entry, trace))

    def _give_out(self, jobs: Iterator[Job]) -> None:
        for seat in list(self._seats):
            if seat.is_ready and not seat.jobs and (chunk := self._next_chunk(jobs)):
                try:
                    seat.connection.send(chunk)
                except OSError:  # it has died idle: nobody's fault
                    self._again.appendleft(chunk)
                    self._lose(seat)
                else:
                    seat.jobs.extend(chunk)

    def _next_chunk(self, jobs: Iterator[Job]) -> list[Job]:
        if self._again:
            return self._again.popleft()
        most_ahead = self._n_processes * self._chunk * _CHUNKS_AHEAD
        is_far_ahead = self._n_given - self._n_returned >= most_ahead
        if self._is_all_given or is_far_ahead or self._n_waiting >= _MOST_WAITING:
            return []
        chunk = next_chunk(jobs, self._chunk)
        self._is_all_given = not chunk
        if chunk and not self._n_given:
            self._first = chunk[0].number
        self._n_given += len(chunk)
        return chunk

    def _hear(self, seat: _Seat) -> None:
        try:
            message = seat.connection.recv()
        except (EOFError, OSError):
            self._lose(seat)
            return
        if isinstance(message, FerError):
            raise message
        if message == READY:
            seat.is_ready = True
            self._n_failed_starts = 0
            return
        job = seat.jobs.popleft()
        self._keep(job, message)

    def _keep(self, job: Job, outcome: Outcome) -> None:
        self._suspects.discard(job.number)
        self._done[job.number - self._first] = outcome
        self._n_waiting += len(outcome.text)

    def _remove_copies(self, seat: _Seat) -> None:
        """Remove what a process that has ended left of the copies that it was to make."""
        for job in seat.jobs:
            _remove_copy(self._task, job, seat.process_id)

    def _lose(self, seat: _Seat) -> None:
        """Take the place of a process that has died, and give its jobs to others."""
        seat.connection.close()
        seat.process.join()
        seat.entry.release()
        self._remove_copies(seat)
        how = _how(seat.process.exitcode)
        if seat.trace is not None:
            seat.trace.log(how)
        self._seats.remove(seat)
        if not seat.is_ready:
            self._n_failed_starts += 1
            if self._n_failed_starts > _MOST_FAILED_STARTS:
                raise FerError(
                    f"The processes for the analysis can't be started ({how}); --workers 1 does "
                    "without them."
                )
        elif seat.jobs:
            suspect = seat.jobs.popleft()
            if seat.jobs:
                self._again.append(list(seat.jobs))
            if suspect.number in self._suspects:
                error = f"{suspect.item.path}: two processes ended while they analyzed it ({how})."
                self._keep(suspect, failed(self._task, suspect, error))
            else:
                self._suspects.add(suspect.number)
                self._again.append([suspect])
        self._start()


def _new_trace() -> ChildTrace | None:
    try:
        return ChildTrace()
    except OSError:
        return None  # no place for traces is no reason not to run


def _how(exit_code: int | None) -> str:
    if exit_code is not None and exit_code < 0:
        try:
            return signal.Signals(-exit_code).name
        except ValueError:
            return f"signal {-exit_code}"
    return f"exit code {exit_code}"
